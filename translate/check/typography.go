package check

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is a rule of typography: a pattern whose only group is at fault, and what belongs there.
type mark struct {
	rule    string
	needs   string // what every fault contains; looking for it first spares most texts the pattern
	pattern *regexp.Regexp
	replace func(found string) (string, bool) // false: no fault after all
}

func always(s string) func(string) (string, bool) {
	return func(string) (string, bool) { return s, true }
}

const hardSpace = "\u00a0"

// marks follow Språkrådet's «Skriveregler»: spaces, dashes, quotation marks, numbers, dates.
var marks = []mark{
	{ruleDoubleSpace, "  ", regexp.MustCompile(`[\pL\pN.,;:!?)»](  +)[\pL\pN(«{]`), always(" ")},
	{ruleRangeDash, "-", regexp.MustCompile(`(?:^|[\s(])([12]\d{3} ?- ?[12]\d{3})(?:[\s).,;:]|$)`), yearRange},
	{ruleRangeDash, "kl", regexp.MustCompile(`(?:kl\.? ?|klokk[ae]n? )([0-2]?\d[.:][0-5]\d ?- ?[0-2]?\d[.:][0-5]\d)`), dashed},
	{ruleDash, " - ", regexp.MustCompile(`[\pL\pN.)»}]( - )[\pL\pN(«{]`), always(" – ")},
	{rulePercent, "%", regexp.MustCompile(`\d(%)(?:[\s.,;:)]|$)`), always(hardSpace + "%")},
	{ruleThousands, "kr", regexp.MustCompile(`(?:kr\.? ?)(\d{1,3}(?:\.\d{3})+)(?:[\s,;:)-]|\.\s|\.?$)`), thousands},
	{ruleThousands, " kroner", regexp.MustCompile(`(?:^|[\s(])(\d{1,3}(?:\.\d{3})+)(?: kroner)`), thousands},
	{ruleDateSpace, ".", regexp.MustCompile(`(?:^|[\s(])([0-3]?\d\.(?:` + monthNames + `))(?:[\s).,;:]|$)`), func(found string) (string, bool) {
		return strings.Replace(found, ".", "."+hardSpace, 1), true
	}},
	{ruleMonth, ".", regexp.MustCompile(`[0-3]?\d\. ?(` + strings.Join(capitalMonths(), "|") + `)(?:[\s).,;:]|$)`), func(found string) (string, bool) {
		return strings.ToLower(found), true
	}},
}

// monthNames is a pattern for the months, which are called the same in both forms.
const monthNames = `januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember`

func capitalMonths() []string {
	list := strings.Split(monthNames, "|")
	for i, m := range list {
		list[i] = strings.ToUpper(m[:1]) + m[1:]
	}
	return list
}

func yearRange(found string) (string, bool) {
	from, to, _ := strings.Cut(strings.ReplaceAll(found, " ", ""), "-")
	a, _ := strconv.Atoi(from)
	b, _ := strconv.Atoi(to)
	return from + "–" + to, a < b && b-a < 200
}

func dashed(found string) (string, bool) {
	return strings.Replace(strings.ReplaceAll(found, " ", ""), "-", "–", 1), true
}

func thousands(found string) (string, bool) {
	return strings.ReplaceAll(found, ".", hardSpace), true
}

func findMarks(t *text, report reporter) {
	for _, m := range marks {
		if !strings.Contains(t.raw, m.needs) {
			continue
		}
		for _, at := range m.pattern.FindAllStringSubmatchIndex(t.raw, -1) {
			start, end := at[2], at[3]
			if replacement, fault := m.replace(t.raw[start:end]); fault && !t.masked(start, end) {
				report(m.rule, start, end, replacement)
			}
		}
	}
	findSpacesBefore(t, report)
	findStraightQuotes(t, report)
}

// findSpacesBefore reports a space before a mark that stands close to the word before it.
func findSpacesBefore(t *text, report reporter) {
	for i := 1; i < len(t.raw); i++ {
		if t.raw[i-1] != ' ' || !strings.ContainsRune(",;!?.", rune(t.raw[i])) {
			continue
		}
		before := strings.TrimRight(t.raw[:i], " ")
		r, _ := utf8.DecodeLastRuneInString(before)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(")»}", r) {
			continue
		}
		if next := t.raw[i+1:]; next != "" && !strings.ContainsRune(" \n\r\t", rune(next[0])) || t.masked(len(before), i+1) {
			continue
		}
		report(ruleSpaceBefore, len(before), i+1, t.raw[i:i+1])
	}
}

// straightQuotes are quotations in typewriter marks. Inches and seconds have a digit before the mark; behind "=" stands
// a setting of a program.
var straightQuotes = regexp.MustCompile(`(?:^|[\pL,.:] |[\n(])("[\pL\pN{][^"\n]*")`)

func findStraightQuotes(t *text, report reporter) {
	if strings.Count(t.raw, `"`) < 2 || strings.Contains(t.raw, `= "`) || strings.Contains(t.raw, `["`) {
		return
	}
	for _, at := range straightQuotes.FindAllStringSubmatchIndex(t.raw, -1) {
		report(ruleQuotes, at[2], at[3], "«"+t.raw[at[2]+1:at[3]-1]+"»")
	}
}
