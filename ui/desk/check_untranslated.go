package desk

import (
	"strings"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/check"
)

const (
	// untranslatedRule stands for words that the engine did not know and left as they were.
	untranslatedRule = "untranslated"
	// unsure is the level of a finding that may be none: the word may be a name.
	unsure check.Level = "unsure"
)

// untranslated gives a finding for each word of a wording that the engine left as it was.
func untranslated(place agreement.Place, form agreement.Form, text string, words []translate.Span) []check.Finding {
	var out []check.Finding
	for _, w := range words {
		if w.Start >= 0 && w.Start < w.End && w.End <= len(text) {
			out = append(out, check.Finding{
				Rule: untranslatedRule, Level: unsure, Form: form, Place: place, Start: w.Start, End: w.End, Found: text[w.Start:w.End],
			})
		}
	}
	return out
}

// leftAlone marks words that the engine left as they were, as long as they stand there and the draft is open.
func (p *proof) leftAlone(words map[agreement.Place][]check.Finding) {
	for place, findings := range words {
		p.unknown[place] = findings
	}
	if len(words) > 0 {
		p.show()
	}
}

// strange gives the words at a place that the engine left as they were, where they stand now.
func (p *proof) strange(place agreement.Place) []check.Finding {
	findings := p.unknown[place]
	if len(findings) == 0 {
		return nil
	}
	text, _ := p.desk.editor.Agreement().Text(place)
	var out []check.Finding
	for _, f := range findings {
		wording := text.In(f.Form)
		if f.End > len(wording) || wording[f.Start:f.End] != f.Found { // something was written before it
			at := strings.Index(wording, f.Found)
			if at < 0 {
				continue
			}
			f.Start, f.End = at, at+len(f.Found)
		}
		out = append(out, f)
	}
	return out
}
