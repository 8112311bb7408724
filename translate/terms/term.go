package terms

import (
	"slices"
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

// Classes lists the classes in the order in which they are shown.
var Classes = []Class{Noun, Verb, Adjective, Phrase}

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

// Equal reports whether two terms say the same in every respect.
func (t Term) Equal(other Term) bool {
	return t.Bokmal == other.Bokmal && t.Class == other.Class && t.Note == other.Note && slices.Equal(t.Nynorsk, other.Nynorsk)
}

// Check gives the error of a term that a person has put together, if it has one; nil for one that a list may hold.
// Line says in messages where it stands, 0 where that makes no sense.
func (t Term) Check(line int) error {
	longest := len(t.Bokmal.Lemma)
	for _, w := range t.Nynorsk {
		longest = max(longest, len(w.Lemma))
	}
	key := ""
	switch {
	case strings.TrimSpace(t.Bokmal.Lemma) == "" || len(t.Nynorsk) == 0 || strings.TrimSpace(t.Nynorsk[0].Lemma) == "":
		key = "error.terms.half"
	case longest > maxForm:
		key = "error.terms.long"
	case !slices.Contains(Classes, t.Class):
		key = "error.terms.class"
	case !known(t):
		key = "error.terms.inflection"
	default:
		return nil
	}
	return agreement.NewError(agreement.Invalid, key, nil, "Line", line)
}

// Inflections names the paradigms that a word of a class may have in a form.
func Inflections(class Class, form agreement.Form) []string { return inflections[class][form] }

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

// Key tells terms apart: one bokmål word of one class is one term, whatever its capitals.
func (t Term) Key() string { return string(t.Class) + " " + strings.ToLower(t.Bokmal.Lemma) }
