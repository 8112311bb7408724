package parties

import (
	"regexp"
	"strings"
	"unicode"

	"avtalebok/agreement"
)

// ValidNumber reports whether the last of nine digits is the control digit of the others, by modulus 11 with the weights
// 3 2 7 6 5 4 3 2 (Brønnøysundregistra).
func ValidNumber(number string) bool {
	if len(number) != 9 {
		return false
	}
	sum := 0
	for i, weight := range [...]int{3, 2, 7, 6, 5, 4, 3, 2, 1} {
		digit := int(number[i] - '0')
		if digit < 0 || digit > 9 {
			return false
		}
		sum += digit * weight
	}
	return sum > 0 && sum%11 == 0
}

// CheckNumber says what is wrong with an organisation number without blanks.
func CheckNumber(number string) error {
	switch {
	case strings.Trim(number, "0123456789") != "" || len(number) != 9:
		return agreement.NewError(agreement.Invalid, "error.parties.number_digits", nil, "Number", shortened(number))
	case !ValidNumber(number):
		return agreement.NewError(agreement.Invalid, "error.parties.number_check", nil, "Number", number)
	}
	return nil
}

var (
	scientific = regexp.MustCompile(`^(\d)(?:[.,](\d+))?[eE]\+?0*8$`)
	exponent   = regexp.MustCompile(`^\d+(?:[.,]\d+)?[eE][+-]?\d+$`)
	formula    = regexp.MustCompile(`^="?([^"]*)"?$`)
	decimals   = regexp.MustCompile(`[.,]0+$`)
	grouped    = regexp.MustCompile(`^\d{3}[.,]\d{3}[.,]\d{3}$`)
)

// ReadNumber reads an organisation number as it stands in a list: with blanks or points, as "NO 974 760 673 MVA", or as
// a spreadsheet program leaves it: ="974760673", '974760673, 974760673,0, 0974760673, 9,74760673E+08. Where a spreadsheet
// has written a power of ten with fewer than nine digits, the others are gone: the error says so. "" is no number.
func ReadNumber(text string) (string, error) {
	s := compact(text)
	if m := formula.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	s = strings.TrimLeft(s, "'’‘`")
	if s == "" || strings.Trim(s, "-–") == "" {
		return "", nil
	}
	if m := scientific.FindStringSubmatch(s); m != nil && len(m[1]+m[2]) == 9 {
		s = m[1] + m[2]
	}
	if exponent.MatchString(s) {
		return "", agreement.NewError(agreement.Invalid, "error.parties.number_excel", nil, "Number", shortened(text))
	}
	if grouped.MatchString(s) {
		s = strings.NewReplacer(".", "", ",", "").Replace(s)
	}
	upper := strings.TrimSuffix(strings.ToUpper(decimals.ReplaceAllString(s, "")), "MVA")
	s = strings.ReplaceAll(strings.TrimPrefix(upper, "NO"), "-", "")
	if strings.Trim(s, "0123456789") == "" && len(s) > 9 {
		s = strings.TrimLeft(s, "0")
	}
	if err := CheckNumber(s); err != nil {
		return "", err
	}
	return s, nil
}

// digits takes the blanks out of a number, as people write them.
func digits(s string) string { return compact(s) }

func compact(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200B' || r == '\uFEFF' {
			return -1
		}
		return r
	}, s)
}
