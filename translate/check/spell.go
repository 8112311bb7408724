package check

import (
	"context"
	"strings"
	"unicode/utf8"

	"avtalebok/agreement"
)

// Speller knows which words of one written form are spelt right.
type Speller interface {
	// Check gives, for each of the words, nil where it is known, else what may be meant, best first (an empty list
	// where nothing is near). It gives an error, and never blocks longer than its context, where it can't say.
	Check(ctx context.Context, form agreement.Form, words []string) ([][]string, error)
}

// Spelling reports the words of a text that a dictionary doesn't know. Names, quotations, addresses, words with
// digits or in capitals, terms and the names of the parties are not looked at. Where the speller can't say, there
// are no findings and an error.
func (c *Checker) Spelling(ctx context.Context, raw string, form agreement.Form, speller Speller) ([]Finding, error) {
	if !form.Valid() || c.off[ruleSpelling] {
		return nil, nil
	}
	t := newText(raw, form, c.options.Names...)
	var asked []string
	var where []int
	for i := range t.words {
		if c.spellable(t, i) {
			asked = append(asked, t.raw[t.words[i].start:t.words[i].end])
			where = append(where, i)
		}
	}
	if len(asked) == 0 {
		return nil, nil
	}
	answers, err := speller.Check(ctx, form, asked)
	if err != nil {
		return nil, err
	}
	var findings []Finding
	for n, suggestions := range answers {
		if suggestions == nil || compound(asked[n], suggestions) {
			continue
		}
		w := t.words[where[n]]
		findings = c.take(findings, Finding{
			Rule: ruleSpelling, Form: form, Start: w.start, End: w.end, Found: asked[n],
			Replacements: suggestions[:min(len(suggestions), 5)],
		})
	}
	return findings, nil
}

// compound reports whether a dictionary that doesn't know a word suggests the same word in two parts, "folkehelse
// nettverk". Both parts are words then, and Norwegian writes them together.
func compound(word string, suggestions []string) bool {
	const shortest = 3 // letters of a part
	for _, s := range suggestions {
		i := strings.IndexAny(s, " -")
		if i < 0 || utf8.RuneCountInString(s[:i]) < shortest || utf8.RuneCountInString(s[i+1:]) < shortest || smallWords[s[:i]] {
			continue
		}
		if joined := s[:i] + s[i+1:]; strings.EqualFold(joined, word) {
			return true
		}
	}
	return false
}

var (
	// smallWords are no first parts of compounds: "forøvrig" is misspelt.
	smallWords = words("til for med ved fra frå som det den etter sjølv selv")
	// unlisted are common words that the dictionaries of hunspell-no leave out.
	unlisted = map[agreement.Form]map[string]bool{
		agreement.Bokmal: words("noe noen"), agreement.Nynorsk: words("inaktiv inaktivitet inaktiviteten"),
	}
)

// spellable reports whether the dictionary should be asked about word i.
func (c *Checker) spellable(t *text, i int) bool {
	w := t.words[i]
	if w.masked || w.hanging || w.capital && !w.first || utf8.RuneCountInString(w.lower) < 3 || strings.ContainsAny(w.lower, "0123456789") ||
		unlisted[t.form][w.lower] {
		return false
	}
	if w.capital && t.nameAhead(i) || isHanging(t, i) {
		return false
	}
	written := t.raw[w.start:w.end]
	if w.capital && written == strings.ToUpper(written) {
		return false
	}
	for _, name := range c.options.Names {
		for _, part := range strings.Fields(name) {
			if strings.EqualFold(part, written) || strings.EqualFold(part+"s", written) {
				return false
			}
		}
	}
	return len(c.options.Terms.Lookup(w.lower, t.form)) == 0
}

// isHanging reports whether a word is the last part of a compound after a hyphen: "-arbeid".
func isHanging(t *text, i int) bool {
	start := t.words[i].start
	return start > 0 && t.raw[start-1] == '-'
}
