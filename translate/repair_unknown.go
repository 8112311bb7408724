package translate

import (
	"slices"
	"strings"
)

// unknownWords are the words that the engine did not know, in order, as they stand in the text by and by.
type unknownWords struct{ words []string }

func newUnknownWords(t Translation) *unknownWords {
	u := &unknownWords{}
	for _, span := range t.Unknown {
		u.words = append(u.words, t.Text[span.Start:span.End])
	}
	return u
}

// adapt gives unknown words the spelling that they most likely have in the other form: the two differ in the same
// way in beginnings and endings of thousands of words. Names are left alone, and the word stays marked as unknown.
func (u *unknownWords) adapt(s *sentence, d Direction) {
	endings, parts := nynorskEndings, nynorskParts
	if d == ToBokmal {
		endings, parts = bokmalEndings, bokmalParts
	}
	for i, word := range s.words {
		if s.lower(i) != word || !slices.Contains(u.words, word) {
			continue
		}
		adapted := exchange(parts.Replace(word), endings)
		if adapted == word {
			continue
		}
		s.words[i] = adapted
		u.words[slices.Index(u.words, word)] = adapted
	}
}

// exchange replaces the first of the endings that a word has, unless hardly more than the ending is there.
func exchange(word string, endings [][2]string) string {
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(word, e[0]); ok && len(stem) > 3 {
			return stem + e[1]
		}
	}
	return word
}

// Endings of long words, the longest of two that end alike first.
var (
	bokmalEndings = [][2]string{
		{"heitene", "hetene"},
		{"heiter", "heter"},
		{"heita", "heten"},
		{"heit", "het"},
		{"ingane", "ingene"},
		{"ingar", "inger"},
		{"inga", "ingen"},
		{"ande", "ende"},
		{"ane", "ene"},
		{"ar", "er"},
		{"lege", "lige"},
		{"leg", "lig"},
		{"ast", "es"},
		{"løyse", "løse"},
		{"løys", "løs"},
		{"talet", "tallet"},
		{"tal", "tall"},
	}
	nynorskEndings = [][2]string{
		{"hetene", "heitene"},
		{"heter", "heiter"},
		{"heten", "heita"},
		{"het", "heit"},
		{"ingene", "ingane"},
		{"inger", "ingar"},
		{"ingen", "inga"},
		{"ende", "ande"},
		{"ere", "arar"},
		{"lige", "lege"},
		{"lig", "leg"},
		{"løse", "lause"},
		{"løs", "laus"},
		{"tallet", "talet"},
		{"tall", "tal"},
	}
	bokmalParts = strings.NewReplacer("gjev", "giv", "eigen", "egen", "løysing", "løsning", "stadutvikling", "stedsutvikling",
		"skule", "skole")
	nynorskParts = strings.NewReplacer("giver", "givar", "egen", "eigen", "løsning", "løysing", "skole", "skule", "øking", "auking")
)
