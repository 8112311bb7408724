package translate

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/agreement"
)

// OwnTerms is a list that knows which terms the user has put in himself. It is *terms.List.
type OwnTerms interface {
	// OwnWords gives the words and phrases of a text that are own terms, as they stand there, with what each is called
	// in the other form in the same inflection.
	OwnWords(text string, form agreement.Form) map[string]string
	// LikeCapitals gives text the capitals of a model.
	LikeCapitals(model, text string) string
}

// WithOwnTerms gives an engine that uses the user's own terms also where the engine knows the word and says something
// else. To find out what it says, it is given each such word by itself along with the texts; where that stands in the
// translation, the own term takes its place. A word that the engine renders otherwise in its context stays.
func WithOwnTerms(e Engine, own OwnTerms) Engine { return ownTerms{e, own} }

type ownTerms struct {
	Engine
	own OwnTerms
}

// Translate implements Engine.
func (o ownTerms) Translate(ctx context.Context, d Direction, segments []Segment) ([]Translation, error) {
	wanted := make([]map[string]string, len(segments))
	var words []string // in small letters, each once
	for i, s := range segments {
		wanted[i] = o.own.OwnWords(s.Text, d.From)
		for word := range wanted[i] {
			if word = strings.ToLower(word); !slices.Contains(words, word) {
				words = append(words, word)
			}
		}
	}
	if len(words) == 0 {
		return o.Engine.Translate(ctx, d, segments)
	}
	slices.Sort(words)
	all := slices.Clone(segments)
	for _, w := range words {
		all = append(all, Segment{Text: w})
	}
	translations, err := o.Engine.Translate(ctx, d, all)
	if err != nil {
		return nil, err
	}
	rendered := make(map[string]string, len(words))
	for i, w := range words {
		if t := translations[len(segments)+i]; t.Err == nil {
			rendered[w] = strings.TrimSpace(t.Text)
		}
	}
	translations = translations[:len(segments)]
	for i := range translations {
		for _, word := range sortedKeys(wanted[i]) {
			said := rendered[strings.ToLower(word)]
			if translations[i].Err == nil && said != "" && !strings.EqualFold(said, wanted[i][word]) {
				translations[i] = o.put(translations[i], said, wanted[i][word])
			}
		}
	}
	return translations, nil
}

// sortedKeys gives the longest words first, so that a phrase comes before a word in it.
func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return keys
}

// put puts a wanted word in the place of what the engine said, wherever that stands as a whole word.
func (o ownTerms) put(t Translation, said, wanted string) Translation {
	var out Translation
	var text strings.Builder
	at := 0
	unknown := t.Unknown
	copyTo := func(end int) { // with the marks of unknown words in between
		for len(unknown) > 0 && unknown[0].Start < end {
			u := unknown[0]
			unknown = unknown[1:]
			if u.Start >= at && u.End <= end {
				shift := text.Len() - at
				out.Unknown = append(out.Unknown, Span{u.Start + shift, u.End + shift})
			}
		}
		text.WriteString(t.Text[at:end])
		at = end
	}
	for from := 0; ; {
		start, end := wordIn(t.Text, said, from)
		if start < 0 {
			break
		}
		copyTo(start)
		text.WriteString(o.own.LikeCapitals(t.Text[start:end], wanted))
		at, from = end, end
		for len(unknown) > 0 && unknown[0].Start < end { // what is replaced is known now
			unknown = unknown[1:]
		}
	}
	if at == 0 {
		return t
	}
	copyTo(len(t.Text))
	out.Text = text.String()
	return out
}

// wordIn finds a word or phrase in a text from a byte on, whatever its capitals, with no letter on either side; -1
// where there is none.
func wordIn(text, word string, from int) (start, end int) {
	letterBefore := func(i int) bool {
		r, _ := utf8.DecodeLastRuneInString(text[:i])
		return unicode.IsLetter(r) || r == '-'
	}
	letterAfter := func(i int) bool {
		r, _ := utf8.DecodeRuneInString(text[i:])
		return unicode.IsLetter(r)
	}
	for i := from; i+len(word) <= len(text); {
		// Norwegian letters have capitals of the same length in UTF-8.
		if end := i + len(word); strings.EqualFold(text[i:end], word) && !letterBefore(i) && !letterAfter(end) {
			return i, end
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return -1, -1
}
