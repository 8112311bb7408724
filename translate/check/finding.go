package check

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"avtalebok/agreement"
)

// Level says how grave a finding is.
type Level string

// The levels. An error breaks the norm or the agreement; style is advice.
const (
	Error Level = "error"
	Style Level = "style"
)

// Rule is something the checker looks for. Its name has the key "lint.rule.<ID>.name", a finding's message
// "lint.rule.<ID>.message", the explanation "lint.rule.<ID>.why".
type Rule struct {
	ID    string
	Forms []agreement.Form // the written forms that it concerns
	Level Level
}

// NameKey is the key of the rule's name in locales.
func (r Rule) NameKey() string { return "lint.rule." + r.ID + ".name" }

// Finding is a spot in a text that breaks a rule.
type Finding struct {
	Rule  string
	Level Level
	Form  agreement.Form
	Place agreement.Place // the passage, where a document was checked
	Start int             // bytes into the passage
	End   int
	Found string // the text from Start to End

	Replacements []string // what may stand there instead, the best first; none where that takes a person
	Other        string   // what Found is at odds with, for rules about consistency
}

// MessageKey is the key of the message in locales; the template sees Found, Replacement and Other.
func (f Finding) MessageKey() string { return "lint.rule." + f.Rule + ".message" }

// WhyKey is the key of the explanation in locales.
func (f Finding) WhyKey() string { return "lint.rule." + f.Rule + ".why" }

// Ignore is a finding that the user doesn't want to see again: this wording under this rule, in one place or, where
// Place is zero, anywhere.
type Ignore struct {
	Rule  string
	Found string
	Place agreement.Place
}

func (i Ignore) covers(f Finding) bool {
	return i.Rule == f.Rule && strings.EqualFold(i.Found, f.Found) && (i.Place == agreement.Place{} || i.Place == f.Place)
}

// Apply gives the text of a finding's passage with one of its replacements.
func (f Finding) Apply(text string, replacement int) string {
	if replacement < 0 || replacement >= len(f.Replacements) || f.Start < 0 || f.End > len(text) || f.Start > f.End {
		return text
	}
	return text[:f.Start] + f.Replacements[replacement] + text[f.End:]
}

// Position gives the line and column, both from 1, of a byte offset in a text. Columns count characters.
func Position(text string, offset int) (line, column int) {
	before := text[:min(max(offset, 0), len(text))]
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}

// Merge puts findings about one text into one list in order; of those that overlap, the graver one stays.
func Merge(lists ...[]Finding) []Finding { return withoutOverlaps(inOrder(slices.Concat(lists...))) }

// inOrder sorts findings by place in the text; the longer of two that begin together comes first.
func inOrder(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return findings
}

// withoutOverlaps keeps, of findings that overlap, the graver one and then the first. The list must be in order.
func withoutOverlaps(findings []Finding) []Finding {
	var kept []Finding
	for _, f := range findings {
		if len(kept) == 0 || kept[len(kept)-1].End <= f.Start {
			kept = append(kept, f)
			continue
		}
		if last := &kept[len(kept)-1]; last.Level == Style && f.Level == Error {
			*last = f
		}
	}
	return kept
}
