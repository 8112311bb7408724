package grammar

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/translate/engine/casing"
)

// writer prints windows as cg-proc does.
type writer struct {
	*run
	out strings.Builder
}

func (w *writer) window(x *window) {
	w.out.WriteString(x.text)
	for _, c := range x.cohorts[1:] {
		w.cohort(c)
	}
}

func (w *writer) cohort(c *cohort) {
	w.out.WriteString(c.bound)
	if !w.options.Generate {
		w.out.WriteByte('^')
	}
	if !w.options.NoForm {
		form := c.form.text[2 : len(c.form.text)-2]
		escape(&w.out, form, c.unknown)
		if c.static != nil {
			for _, t := range c.static.tags[1:] {
				w.out.WriteString("<" + t.text + ">")
			}
		}
	}
	for i, r := range w.toPrint(c) {
		if i > 0 || !w.options.NoForm {
			w.out.WriteByte('/')
		}
		if !r.magic {
			w.reading(c, r)
		}
		if w.options.First {
			break
		}
	}
	if !w.options.Generate {
		w.out.WriteByte('$')
	}
	w.out.WriteString(c.after)
}

// toPrint gives the readings in the order of their numbers, each once: those that say the same are merged.
func (w *writer) toPrint(c *cohort) []*reading {
	var list []*reading
	for _, r := range c.readings {
		if !slices.ContainsFunc(list, r.saysTheSame) {
			list = append(list, r)
		}
	}
	slices.SortStableFunc(list, func(a, b *reading) int {
		return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.hash, b.hash))
	})
	return list
}

// saysTheSame compares readings as the original does: by one hash over the hashes of all parts.
func (r *reading) saysTheSame(other *reading) bool { return r.wholeHash() == other.wholeHash() }

func (r *reading) wholeHash() uint32 {
	h := r.hash
	for p := r.next; p != nil; p = p.next {
		h = mixHash(p.hash, h)
	}
	return h
}

func (w *writer) reading(c *cohort, r *reading) {
	var parts []*reading
	for p := r; p != nil; p = p.next {
		parts = append(parts, p)
	}
	slices.Reverse(parts)
	change := w.caseOf(c, parts[0])
	for i, p := range parts {
		if i > 0 {
			w.out.WriteByte('+')
		}
		w.part(p, change(p, i == 0))
	}
}

func (w *writer) part(r *reading, lemma string) {
	if w.options.Generate {
		unknown := r.cohort.unknown
		if strings.HasPrefix(lemma, "@") && !unknown {
			lemma = "#" + lemma[1:]
		}
		escape(&w.out, lemma, unknown)
		return
	}
	escape(&w.out, lemma, r.cohort.unknown)
	var last []string
	for _, t := range r.tags {
		switch {
		case t.is(kindWordForm|kindBaseForm) && t.is(kindTextual), t.text == ">>>", t.text == "<<<":
		case strings.HasPrefix(t.text, "+"):
			last = append(last, t.text)
		default:
			w.out.WriteString("<" + t.text + ">")
		}
	}
	for _, text := range last {
		w.out.WriteString(text)
	}
}

func (r *reading) lemma() string {
	if r.base == nil || len(r.base.text) < 2 {
		return ""
	}
	return r.base.text[1 : len(r.base.text)-1]
}

// caseOf gives how lemmas are spelt: as they are, or with -w in the case of the word.
func (w *writer) caseOf(c *cohort, first *reading) func(r *reading, first bool) string {
	plain := func(r *reading, _ bool) string { return r.lemma() }
	if !w.options.Case {
		return plain
	}
	form := c.form.text[2 : len(c.form.text)-2]
	if allCapitals(form) {
		return func(r *reading, _ bool) string { return casing.Upper(r.lemma()) }
	}
	lemma := []rune(first.lemma())
	at := slices.IndexFunc(lemma, unicode.IsLower)
	letters := []rune(form)
	if at < 0 || at >= len(letters) || !unicode.IsUpper(letters[at]) {
		return plain
	}
	return func(r *reading, first bool) string {
		if !first {
			return r.lemma()
		}
		return string(lemma[:at]) + string(unicode.ToUpper(lemma[at])) + string(lemma[at+1:])
	}
}

func allCapitals(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			n++
		case unicode.IsLetter(r):
			return false
		}
	}
	return n >= 2
}

// escape prints a text with a backslash before what has a meaning in the stream.
func escape(b *strings.Builder, s string, unknown bool) {
	for _, r := range s {
		if r < utf8.RuneSelf && strings.ContainsRune(`^\/$[]{}<>`, r) || unknown && r == '@' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
}
