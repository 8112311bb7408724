package terms

import (
	"strings"

	"avtalebok/agreement"
)

// Class is the word class of a term. The values are what stands in files.
type Class string

// The classes. A Phrase is several words or one that is never inflected.
const (
	Noun      Class = "substantiv"
	Verb      Class = "verb"
	Adjective Class = "adjektiv"
	Phrase    Class = "uttrykk"
)

// Slot is a place in a term's inflection. The same slot of two forms of Norwegian says the same.
type Slot int

// The slots. Nouns have the first four, verbs the next five, adjectives the last three; a phrase has only Base.
const (
	Base Slot = iota // a noun's indefinite singular, a verb's infinitive, an adjective's common gender
	Definite
	Plural
	DefinitePlural
	Present
	Past
	Participle
	Passive // the infinitive in -s or -ast
	Neuter
	Many // an adjective's plural and definite
)

// Word is a term in one written form: the word as it stands in a dictionary, and how it is inflected. Inflection is
// a paradigm's name ("m", "f", "n-er", "v2" …, see inflections) or the forms themselves parted by "/"; "-" is none.
type Word struct {
	Lemma      string
	Inflection string
}

// Term is one thing and its names. The first nynorsk word is the one to use; the others are correct too.
type Term struct {
	Bokmal  Word
	Nynorsk []Word
	Class   Class
	Note    string
}

// In gives the words of a term in one form, the preferred one first.
func (t Term) In(form agreement.Form) []Word {
	if form == agreement.Nynorsk {
		return t.Nynorsk
	}
	return []Word{t.Bokmal}
}

// Form gives a word inflected, or "" where the word has no such form.
func (t Term) Form(w Word, form agreement.Form, slot Slot) string {
	for _, f := range inflect(w, t.Class, form) {
		if f.slot == slot {
			return f.text
		}
	}
	return ""
}

// key tells terms apart: one bokmål word of one class is one term.
func (t Term) key() string { return string(t.Class) + " " + strings.ToLower(t.Bokmal.Lemma) }
