package check

import (
	"regexp"
	"strconv"
	"strings"
)

// mark is a rule of typography: a pattern, which of its groups is at fault, and what belongs there.
type mark struct {
	rule    string
	pattern *regexp.Regexp
	group   int
	replace func(groups []string) (string, bool) // false: no fault after all
}

func always(s string) func([]string) (string, bool) {
	return func([]string) (string, bool) { return s, true }
}

const hardSpace = "\u00a0"

// marks follow Språkrådet's «Skriveregler»: spaces, dashes, quotation marks, numbers, dates.
var marks = []mark{
	{ruleDoubleSpace, regexp.MustCompile(`[\pL\pN.,;:!?)»](  +)[\pL\pN(«{]`), 1, always(" ")},
	{ruleSpaceBefore, regexp.MustCompile(`[\pL\pN)»}]([ ]+[,;!?])(?:\s|$)`), 1, func(g []string) (string, bool) {
		return strings.TrimLeft(g[1], " "), true
	}},
	{ruleSpaceBefore, regexp.MustCompile(`[\pL\pN)»}]([ ]+\.)(?:\s|$)`), 1, always(".")},
	{ruleRangeDash, regexp.MustCompile(`(?:^|[\s(])([12]\d{3} ?- ?[12]\d{3})(?:[\s).,;:]|$)`), 1, yearRange},
	{ruleRangeDash, regexp.MustCompile(`(?:kl\.? ?|klokk[ae]n? )([0-2]?\d[.:][0-5]\d ?- ?[0-2]?\d[.:][0-5]\d)`), 1, dashed},
	{ruleDash, regexp.MustCompile(`[\pL\pN.)»}]( - )[\pL\pN(«{]`), 1, always(" – ")},
	{rulePercent, regexp.MustCompile(`\d(%)(?:[\s.,;:)]|$)`), 1, always(hardSpace + "%")},
	{ruleThousands, regexp.MustCompile(`(?:kr\.? ?)(\d{1,3}(?:\.\d{3})+)(?:[\s,;:)-]|\.\s|\.?$)`), 1, thousands},
	{ruleThousands, regexp.MustCompile(`(?:^|[\s(])(\d{1,3}(?:\.\d{3})+)(?: kroner)`), 1, thousands},
	{ruleDateSpace, regexp.MustCompile(`(?:^|[\s(])([0-3]?\d\.(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember))(?:[\s).,;:]|$)`), 1, func(g []string) (string, bool) {
		return strings.Replace(g[1], ".", "."+hardSpace, 1), true
	}},
	{ruleMonth, regexp.MustCompile(`[0-3]?\d\. ?(Januar|Februar|Mars|April|Mai|Juni|Juli|August|September|Oktober|November|Desember)(?:[\s).,;:]|$)`), 1, func(g []string) (string, bool) {
		return strings.ToLower(g[1]), true
	}},
}

func yearRange(groups []string) (string, bool) {
	from, to, _ := strings.Cut(strings.ReplaceAll(groups[1], " ", ""), "-")
	a, _ := strconv.Atoi(from)
	b, _ := strconv.Atoi(to)
	return from + "–" + to, a < b && b-a < 200
}

func dashed(groups []string) (string, bool) {
	return strings.Replace(strings.ReplaceAll(groups[1], " ", ""), "-", "–", 1), true
}

func thousands(groups []string) (string, bool) {
	return strings.ReplaceAll(groups[1], ".", hardSpace), true
}

func findMarks(t *text, report reporter) {
	for _, m := range marks {
		from := 0
		for from < len(t.raw) {
			at := m.pattern.FindStringSubmatchIndex(t.raw[from:])
			if at == nil {
				break
			}
			groups := make([]string, len(at)/2)
			for g := range groups {
				if at[2*g] >= 0 {
					groups[g] = t.raw[from+at[2*g] : from+at[2*g+1]]
				}
			}
			start, end := from+at[2*m.group], from+at[2*m.group+1]
			if replacement, fault := m.replace(groups); fault && !t.masked(start, end) {
				report(m.rule, start, end, replacement)
			}
			from = end // what followed the fault may be the beginning of the next one
		}
	}
	findStraightQuotes(t, report)
}

// straightQuotes are quotations in typewriter marks. Inches and seconds have a digit before the mark.
var straightQuotes = regexp.MustCompile(`(?:^|[\s(])("[\pL\pN{][^"\n]*")`)

func findStraightQuotes(t *text, report reporter) {
	for _, at := range straightQuotes.FindAllStringSubmatchIndex(t.raw, -1) {
		if strings.HasSuffix(strings.TrimRight(t.raw[:at[2]], " "), "=") || strings.HasSuffix(t.raw[:at[2]], ", ") && strings.Contains(t.raw[:at[2]], "=") {
			continue // a setting in a file, not a quotation
		}
		quoted := t.raw[at[2]+1 : at[3]-1]
		report(ruleQuotes, at[2], at[3], "«"+quoted+"»")
	}
}
