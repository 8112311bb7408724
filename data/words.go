package data

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"avtalebok/agreement"
)

// words gives all that an agreement can be found by: in both forms its title with the parties and every passage,
// and the parties, persons and answers.
func words(a agreement.Agreement) string {
	var b strings.Builder
	add := func(texts ...string) {
		for _, text := range texts {
			b.WriteString(text)
			b.WriteByte('\n')
		}
	}
	for _, form := range agreement.Forms {
		add(agreement.FullTitle(a, form))
		for _, f := range a.Fields {
			add(f.Written(form))
		}
	}
	for _, p := range a.Parties {
		add(p.Name, agreement.Genitive(p.Name), p.Short, agreement.Genitive(p.Short), p.Number, p.OrgNumber, p.Address)
		for _, people := range [][]agreement.Person{p.Contacts, p.Signatories} {
			for _, person := range people {
				add(person.Name, person.Email, person.Phone)
			}
		}
	}
	for _, text := range a.Passages() {
		add(withoutPlaceholders(text.NB), withoutPlaceholders(text.NN))
	}
	return norm.NFC.String(b.String())
}

// withoutPlaceholders cuts the placeholders out of a text; what they stand for is among the words already.
func withoutPlaceholders(text string) string {
	found, _ := agreement.Placeholders(text)
	if len(found) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, p := range found {
		b.WriteString(text[at:p.Start])
		at = p.End
	}
	b.WriteString(text[at:])
	return b.String()
}

func partyNames(a agreement.Agreement) []string {
	names := []string{}
	for _, p := range a.Parties {
		names = append(names, p.Name)
	}
	return names
}

// maxSearchWords bounds a search, so that a page pasted into the search field is no work for minutes.
const maxSearchWords = 24

// matchExpression turns what a user typed into an FTS5 expression: every word must occur, at least as the beginning
// of one. A word is what stands between blanks; "24/1234" is two numbers that follow one another. No character
// has a meaning of its own, so no input is an error. Searching is false for an empty text; the expression is
// empty where there is text but nothing that could be found, such as "!?" or an emoji.
func matchExpression(text string) (expression string, searching bool) {
	fields := strings.Fields(norm.NFC.String(strings.ToValidUTF8(text, " ")))
	var phrases []string
	for _, field := range fields {
		phrase := strings.TrimSpace(strings.Map(onlyWords, field))
		if phrase != "" && len(phrases) < maxSearchWords {
			phrases = append(phrases, `"`+phrase+`"*`)
		}
	}
	return strings.Join(phrases, " "), len(fields) > 0
}

// onlyWords keeps what the tokenizer (unicode61) takes for parts of words, and makes the rest blanks.
func onlyWords(r rune) rune {
	if unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.Co) {
		return r
	}
	return ' '
}
