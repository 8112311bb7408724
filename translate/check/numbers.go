package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"avtalebok/agreement"
)

// figure is a number or date of a text in a form that can be compared.
type figure struct {
	span
	value string // "2015-02-08", "500000", "3,5"
}

var (
	writtenDate = regexp.MustCompile(`(?i)\b([0-3]?\d)\.[ \x{a0}]?(` + monthNames + `)(?:[ \x{a0}](\d{4}))?`)
	shortDate   = regexp.MustCompile(`\b([0-3]?\d)\.([01]?\d)\.(\d{4})\b`)
	number      = regexp.MustCompile(`\d{1,3}(?:[ \x{a0}\x{202f}]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)*`)
)

var months = strings.Split(monthNames, "|")

// figuresOf gives the dates and the other numbers of a text. Digits within placeholders and addresses are no figures.
func figuresOf(raw string) (dates, numbers []figure) {
	if !strings.ContainsAny(raw, "0123456789") {
		return nil, nil
	}
	taken := technicalSpans(raw)
	free := func(s span) bool {
		return !slices.ContainsFunc(taken, func(t span) bool { return t.start < s.end && s.start < t.end })
	}
	for _, m := range writtenDate.FindAllStringSubmatchIndex(raw, -1) {
		month := slices.Index(months, strings.ToLower(raw[m[4]:m[5]])) + 1
		year := ""
		if m[6] >= 0 {
			year = raw[m[6]:m[7]]
		}
		if s := (span{m[0], m[1]}); free(s) {
			dates = append(dates, figure{s, isoDate(year, month, raw[m[2]:m[3]])})
			taken = append(taken, s)
		}
	}
	for _, m := range shortDate.FindAllStringSubmatchIndex(raw, -1) {
		month, _ := strconv.Atoi(raw[m[4]:m[5]])
		if s := (span{m[0], m[1]}); free(s) {
			dates = append(dates, figure{s, isoDate(raw[m[6]:m[7]], month, raw[m[2]:m[3]])})
			taken = append(taken, s)
		}
	}
	for _, m := range number.FindAllStringIndex(raw, -1) {
		if s := (span{m[0], m[1]}); free(s) {
			numbers = append(numbers, figure{s, plainNumber(raw[m[0]:m[1]])})
		}
	}
	return dates, numbers
}

func isoDate(year string, month int, day string) string {
	d, _ := strconv.Atoi(day)
	return fmt.Sprintf("%s-%02d-%02d", year, month, d)
}

// plainNumber takes the marks out that group digits: "10 000" and "10.000" are 10000.
func plainNumber(s string) string {
	s = strings.NewReplacer(" ", "", hardSpace, "", "\u202f", "").Replace(s)
	if groupedByDots.MatchString(s) {
		s = strings.ReplaceAll(s, ".", "")
	}
	return s
}

var groupedByDots = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+$`)

// numberWords say small and round numbers in either form.
var numberWords = map[string]string{
	"en": "1", "én": "1", "ein": "1", "éin": "1", "ei": "1", "ett": "1", "eitt": "1", "éi": "1", "to": "2", "begge": "2", "tre": "3", "fire": "4",
	"fem": "5", "seks": "6", "sju": "7", "syv": "7", "åtte": "8", "ni": "9", "ti": "10", "elleve": "11", "tolv": "12", "tretten": "13",
	"fjorten": "14", "femten": "15", "seksten": "16", "sytten": "17", "atten": "18", "nitten": "19", "tjue": "20",
	"tyve": "20", "tretti": "30", "førti": "40", "femti": "50", "seksti": "60", "sytti": "70", "åtti": "80",
	"nitti": "90", "hundre": "100", "tusen": "1000",
}

// saidInWords reports whether a text says a number in words.
func saidInWords(t *text, value string) bool {
	return slices.ContainsFunc(t.words, func(w word) bool { return numberWords[w.lower] == value })
}

// onlyIn lists the figures that a has more often than b.
func onlyIn(a, b []figure) []figure {
	count := map[string]int{}
	for _, f := range b {
		count[f.value]++
	}
	var rest []figure
	for _, f := range a {
		if count[f.value] > 0 {
			count[f.value]--
			continue
		}
		rest = append(rest, f)
	}
	return rest
}

// compareFigures reports dates and numbers of t that the same passage in the other form doesn't have.
func compareFigures(t, other *text, take func(f Finding)) {
	dates, numbers := figuresOf(t.raw)
	otherDates, otherNumbers := figuresOf(other.raw)
	for _, f := range onlyIn(dates, otherDates) {
		take(Finding{Rule: ruleDates, Start: f.start, End: f.end, Found: t.raw[f.start:f.end]})
	}
	for _, f := range onlyIn(numbers, otherNumbers) {
		if !saidInWords(other, f.value) {
			take(Finding{Rule: ruleFigures, Start: f.start, End: f.end, Found: t.raw[f.start:f.end]})
		}
	}
}

// comparePlaceholders reports placeholders of the other form that t lacks. The finding is at the end of t.
func comparePlaceholders(t, other *text, take func(f Finding)) {
	has := map[string]bool{}
	mine, _ := agreement.Placeholders(t.raw)
	for _, p := range mine {
		has[p.ID] = true
	}
	theirs, _ := agreement.Placeholders(other.raw)
	for _, p := range theirs {
		if !has[p.ID] {
			has[p.ID] = true
			end := len(strings.TrimRight(t.raw, " \t\r\n"))
			take(Finding{Rule: rulePlaceholder, Start: end, End: end, Other: "{" + p.ID + "}"})
		}
	}
}
