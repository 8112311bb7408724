package lexicon

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/translate/engine/transducer"
)

// reserved are the characters with a meaning in a stream; they are written with a backslash.
const reserved = `[]{}^$/\@<>`

func isReserved(r rune) bool { return r < utf8.RuneSelf && strings.ContainsRune(reserved, r) }

// casing says which letters of a result were capitals in the word.
type casing struct{ first, all bool }

type result struct {
	text   string
	weight float64
}

// printer writes out what a state has found.
type printer struct {
	names   *transducer.Machine
	silent  []transducer.Symbol // marks that are written as nothing
	limit   int                 // at most so many results; 0 for all
	symbols []transducer.Symbol

	found []result
	texts []string
	text  []byte
}

// results gives what the final entries of a state put out, the best first and each once. The list is good until the next.
func (p *printer) results(s *transducer.State, c casing) []string {
	found := p.found[:0]
	for _, e := range s.Entries() {
		if _, ok := s.Final(e); !ok {
			continue
		}
		var weight float64
		p.symbols, weight = s.Outputs(e.Path, p.symbols[:0])
		text := p.written(p.symbols)
		if e.Dirty {
			text = c.apply(text)
		}
		found = append(found, result{text, weight + s.FinalWeight(e)})
	}
	p.found = found
	transducer.Sort(found, func(a, b result) bool { return cmp.Less(a.weight, b.weight) })
	if p.limit > 0 && len(found) > p.limit {
		found = found[:p.limit]
	}
	p.texts = p.texts[:0]
	for _, r := range found {
		if !slices.Contains(p.texts, r.text) {
			p.texts = append(p.texts, r.text)
		}
	}
	return p.texts
}

func (p *printer) written(symbols []transducer.Symbol) string {
	b := p.text[:0]
	for _, x := range symbols {
		switch {
		case x < 0 && slices.Contains(p.silent, x):
		case x < 0:
			b = append(append(append(b, '<'), p.names.Name(x)...), '>')
		default:
			if isReserved(rune(x)) {
				b = append(b, '\\')
			}
			b = utf8.AppendRune(b, rune(x))
		}
	}
	p.text = b
	return string(b)
}

// apply puts a result into the case of the word: all letters, or the first, which is the second behind a ~.
func (c casing) apply(text string) string {
	if c.all {
		text = upper(text)
	}
	if !c.first {
		return text
	}
	at := 0
	if strings.HasPrefix(text, "~") {
		at = 1
	}
	r, n := utf8.DecodeRuneInString(text[at:])
	return text[:at] + string(unicode.ToUpper(r)) + text[at+n:]
}

// upper makes capitals of all letters outside tags.
func upper(text string) string {
	inTag := false
	return strings.Map(func(r rune) rune {
		switch r {
		case '<':
			inTag = true
		case '>':
			inTag = false
		}
		if inTag {
			return r
		}
		return unicode.ToUpper(r)
	}, text)
}

// step goes on with a character: a capital may stand for a small letter, never the other way round.
func step(s *transducer.State, r rune) {
	if unicode.IsUpper(r) && s.Size() < caseLimit {
		s.StepEither(transducer.Symbol(r), transducer.Symbol(unicode.ToLower(r)))
		return
	}
	s.Step(transducer.Symbol(r))
}

// caseLimit is how many entries there may be before capitals only stand for themselves.
const caseLimit = 65536
