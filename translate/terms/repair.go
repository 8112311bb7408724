package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/agreement"
)

// Repair mends a translation into one form where a term of the source was carried over unchanged although it has
// another name there, as engines and old translations do with words they don't know (a "*" before the word, the mark
// of an unknown one, goes too). Only words that the source has at least as often are touched, so what the
// translator wrote on his own account stays. Inflection and capitals are kept.
func (l *List) Repair(source, target string, to agreement.Form) string {
	from := to.Other()
	left := make(map[string]int)
	for _, hit := range l.Find(source, from) {
		left[strings.ToLower(source[hit.Start:hit.End])]++
	}
	if len(left) == 0 {
		return target
	}
	var b strings.Builder
	done := 0
	for _, hit := range l.Find(target, from) {
		found := target[hit.Start:hit.End]
		word := strings.ToLower(found)
		replacement := l.Counterpart(found, from)
		if left[word] == 0 || replacement == "" || len(l.Lookup(word, to)) > 0 {
			continue
		}
		left[word]--
		start := hit.Start
		if start > done && target[start-1] == '*' {
			start--
		}
		b.WriteString(target[done:start])
		b.WriteString(replacement)
		done = hit.End
	}
	if done == 0 {
		return target
	}
	return b.String() + target[done:]
}

// Counterpart gives what a word or phrase in one form is called in the other, in the same inflection and with the
// same use of capitals; "" where the list doesn't know it or more than one answer is possible.
func (l *List) Counterpart(word string, from agreement.Form) string {
	answer := ""
	for _, e := range l.Lookup(word, from) {
		words := e.Term.In(from.Other())
		if len(words) == 0 {
			return ""
		}
		text := e.Term.Form(words[0], from.Other(), e.Slot)
		if text == "" || answer != "" && answer != text {
			return ""
		}
		answer = text
	}
	return LikeCapitals(word, answer)
}

// LikeCapitals gives text the capitals of a model: none, the first letter, or all of a word of several letters.
func LikeCapitals(model, text string) string {
	first, size := utf8.DecodeRuneInString(model)
	if !unicode.IsUpper(first) || text == "" {
		return text
	}
	if len(model) > size && model == strings.ToUpper(model) {
		return strings.ToUpper(text)
	}
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// OwnWords gives the words and phrases of a text that are the user's own terms, as they stand there, with what each is
// called in the other form in the same inflection. Words that the built-in list knows otherwise too are left out.
func (l *List) OwnWords(text string, form agreement.Form) map[string]string {
	if len(l.own) == 0 {
		return nil
	}
	var words map[string]string
	for _, hit := range l.Find(text, form) {
		if !l.ownAlone(hit.Entries) {
			continue
		}
		found := text[hit.Start:hit.End]
		if other := l.Counterpart(strings.ToLower(found), form); other != "" {
			if words == nil {
				words = make(map[string]string)
			}
			words[found] = other
		}
	}
	return words
}

// ownAlone reports whether all entries are own terms.
func (l *List) ownAlone(entries []Entry) bool {
	for _, e := range entries {
		if !l.Own(e.Term) {
			return false
		}
	}
	return len(entries) > 0
}

// LikeCapitals gives text the capitals of a model, as the function does.
func (l *List) LikeCapitals(model, text string) string { return LikeCapitals(model, text) }
