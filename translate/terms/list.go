package terms

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"avtalebok/agreement"
)

//go:embed terms.tsv
var builtIn []byte

// Default gives the list that comes with the program.
var Default = sync.OnceValue(func() *List {
	list, err := Read(builtIn)
	if err != nil {
		panic(fmt.Sprintf("terms: %v", err)) // the file is part of the program and read by a test
	}
	return list
})

// List is a number of terms, searchable by any inflected form. It never changes; With gives another.
type List struct {
	terms []Term
	index map[agreement.Form]*index
	own   map[string]bool // keys of the terms that were laid over others
}

// Entry says which form of which term a word is.
type Entry struct {
	Term Term
	Word Word // which of the term's words
	Slot Slot

	number int
}

// New makes a list. Where two terms are the same bokmål word of the same class, the later one counts.
func New(terms []Term) *List {
	at := make(map[string]int, len(terms))
	l := &List{}
	for _, t := range terms {
		if i, twice := at[t.Key()]; twice {
			l.terms[i] = t
			continue
		}
		at[t.Key()] = len(l.terms)
		l.terms = append(l.terms, t)
	}
	l.index = map[agreement.Form]*index{}
	for _, form := range agreement.Forms {
		l.index[form] = newIndex(l.terms, form)
	}
	return l
}

// With gives the list overlaid with a user's terms: a term with the same bokmål word and class replaces the one here.
func (l *List) With(own ...Term) *List {
	with := New(slices.Concat(l.terms, own))
	with.own = make(map[string]bool, len(own))
	for _, t := range own {
		with.own[t.Key()] = true
	}
	return with
}

// Own reports whether a term is one of the user's own, which With has laid over the list.
func (l *List) Own(t Term) bool { return l.own[t.Key()] }

// All lists the terms. The caller must not change it.
func (l *List) All() []Term { return l.terms }

// Lookup finds the terms that a word or phrase is a form of, in any inflection and with any use of capitals.
func (l *List) Lookup(word string, form agreement.Form) []Entry {
	return l.index[form].forms[strings.ToLower(strings.TrimSpace(word))]
}

// index finds entries by the text of an inflected form in small letters.
type index struct {
	forms   map[string][]Entry
	longest map[string]int // the most words of a phrase that begins with this word
}

func newIndex(terms []Term, form agreement.Form) *index {
	x := &index{forms: make(map[string][]Entry, 6*len(terms)), longest: make(map[string]int)}
	for i, t := range terms {
		for _, w := range t.In(form) {
			for _, f := range inflect(w, t.Class, form) {
				x.add(f.text, Entry{Term: t, Word: w, Slot: f.slot, number: i})
			}
		}
	}
	return x
}

func (x *index) add(text string, e Entry) {
	text = strings.ToLower(text)
	words := strings.Fields(text)
	if len(words) == 0 {
		return
	}
	text = strings.Join(words, " ")
	same := func(o Entry) bool { return o.number == e.number && o.Slot == e.Slot && o.Word == e.Word }
	if !slices.ContainsFunc(x.forms[text], same) {
		x.forms[text] = append(x.forms[text], e)
	}
	x.longest[words[0]] = max(x.longest[words[0]], len(words))
}
