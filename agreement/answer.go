package agreement

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// defaultMaxLength bounds an answer in characters where the template says nothing.
const defaultMaxLength = 2000

// Written gives the answer as it stands in running text in one form: "tre måneder", "500 000 kroner",
// "2. januar 2006". An answer that the field's type does not allow is given as typed.
func (f Field) Written(form Form) string {
	raw := strings.TrimSpace(f.In(form))
	switch f.Type {
	case DateField:
		if t, err := ParseDate(raw); err == nil {
			return WrittenDate(t)
		}
	case ChoiceField:
		if o, ok := f.Option(raw); ok {
			return o.Label.In(form)
		}
	case NumberField, MonthsField, AmountField:
		n, err := parseWhole(raw)
		if err != nil {
			return raw
		}
		return writtenNumber(f.Type, n, form)
	}
	return raw
}

func writtenNumber(t FieldType, n int64, form Form) string {
	switch t {
	case MonthsField:
		unit := wordings[form].months[1]
		if n == 1 {
			unit = wordings[form].months[0]
		}
		if n > 12 {
			return groupDigits(n) + hardSpace + unit
		}
		return countWord(int(n), form) + " " + unit
	case AmountField:
		return groupDigits(n) + hardSpace + "kroner"
	}
	return groupDigits(n)
}

// Problem is why an answer will not do. It is a part of a message key: "field_" + Problem.
type Problem string

// The problems of an answer.
const (
	NoProblem   Problem = ""
	NotNumber   Problem = "not_number"
	NotDate     Problem = "not_date"
	NotYear     Problem = "not_year"
	TooSmall    Problem = "too_small"
	TooLarge    Problem = "too_large"
	TooLong     Problem = "too_long"
	NotAnswered Problem = "not_answered"
	NotOption   Problem = "not_option"
)

// Validate says what is wrong with the field's answer in one form, apart from being missing in only that form.
// An answer left blank is wrong only where the field is required.
func (f Field) Validate(form Form) Problem {
	raw := strings.TrimSpace(f.In(form))
	if raw == "" {
		if f.Required && (!f.Bilingual() || f.Answer.Text.Blank()) {
			return NotAnswered
		}
		return NoProblem
	}
	limit := f.MaxLength
	if limit <= 0 {
		limit = defaultMaxLength
	}
	switch {
	case utf8.RuneCountInString(raw) > limit:
		return TooLong
	case f.Type == DateField:
		if _, err := ParseDate(raw); err != nil {
			return NotDate
		}
	case f.Type == ChoiceField:
		if _, ok := f.Option(raw); !ok {
			return NotOption
		}
	case f.Type == NumberField, f.Type == MonthsField, f.Type == AmountField, f.Type == YearField:
		return f.validateNumber(raw)
	}
	return NoProblem
}

func (f Field) validateNumber(raw string) Problem {
	n, err := parseWhole(raw)
	switch {
	case err != nil && f.Type == YearField, f.Type == YearField && (n < 1000 || n > 9999):
		return NotYear
	case err != nil:
		return NotNumber
	case f.Min != nil && n < *f.Min, f.Type != NumberField && n < 0:
		return TooSmall
	case f.Max != nil && n > *f.Max:
		return TooLarge
	}
	return NoProblem
}

// parseWhole reads a whole number as people write it: "500 000", "500.000" is not accepted, "kr 500 000" and
// "500 000 kroner" are.
func parseWhole(s string) (int64, error) {
	s = strings.ToLower(s)
	s = strings.TrimPrefix(s, "kr")
	for _, unit := range []string{"kroner", "kr", "måneder", "månader", "måned", "månad", ",-"} {
		s = strings.TrimSuffix(s, unit)
	}
	s = strings.NewReplacer(" ", "", hardSpace, "", "\u202f", "").Replace(s)
	return strconv.ParseInt(s, 10, 64)
}

// ParseDate reads a date typed in one of the usual ways: 2026-02-08, 08.02.2026, 8.2.2026, 8. februar 2026.
func ParseDate(s string) (time.Time, error) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	for i, name := range monthNames {
		if strings.Contains(s, " "+name+" ") {
			s = strings.Replace(s, " "+name+" ", strconv.Itoa(i+1)+".", 1)
			break
		}
	}
	for _, layout := range []string{time.DateOnly, "2.1.2006", "2. 1. 2006", "2/1-2006", "2/1 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, NewError(Invalid, "error.date", nil, "Date", s)
}
