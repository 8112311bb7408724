package lexicon

import (
	"context"
	"strings"
	"unicode"

	"avtalebok/translate/engine/transducer"
)

// Analyser finds the words of a plain text and their readings (lt-proc -w -e).
type Analyser struct {
	m           *transducer.Machine
	left, right transducer.Symbol // marks of what may only stand at a compound's beginning or end
}

// NewAnalyser makes an analyser of a compiled dictionary.
func NewAnalyser(data []byte) (*Analyser, error) {
	m, err := transducer.ReadDictionary(data, true)
	if err != nil {
		return nil, err
	}
	return &Analyser{m: m, left: mark(m, "only-L"), right: mark(m, "R")}, nil
}

// mark gives the first of the names for a compound's mark that the dictionary has.
func mark(m *transducer.Machine, side string) transducer.Symbol {
	for _, name := range []string{":co:", ":compound:", "@co:", "@compound:", "compound-"} {
		if s := m.Tag(name + side); s != transducer.Epsilon {
			return s
		}
	}
	return transducer.Epsilon
}

// Run analyses a text in which format stands in brackets and reserved characters have a backslash.
func (a *Analyser) Run(ctx context.Context, text string) (string, error) {
	symbols, blanks, err := read(text)
	if err != nil {
		return "", err
	}
	r := analysis{
		Analyser: a, ctx: ctx, symbols: symbols, blanks: blanks, state: a.m.NewState(true),
		printer: printer{names: a.m, silent: []transducer.Symbol{a.left, a.right}},
	}
	r.out.Grow(analysed * len(text))
	for r.next() {
		if ctx.Err() != nil { // asked each time: words of many capitals take long
			return "", ctx.Err()
		}
	}
	return r.out.String(), ctx.Err()
}

// analysed is about how many bytes come of one.
const analysed = 12

// read parts a text into symbols, with a space for each piece of format, and what the spaces stand for, in order.
func read(text string) (symbols []rune, blanks []string, err error) {
	runes := []rune(text)
	symbols = make([]rune, 0, len(runes))
	for i := 0; i < len(runes); i++ {
		switch c := runes[i]; {
		case c == '\u00ad': // a soft hyphen is no part of a word
		case c == '\\':
			if i++; i < len(runes) {
				symbols = append(symbols, runes[i])
			}
		case c == '[':
			end := endOfFormat(runes, i)
			blanks = append(blanks, string(runes[i:end]))
			symbols = append(symbols, ' ')
			i = end - 1
		case c == ' ':
			blanks = append(blanks, " ")
			symbols = append(symbols, ' ')
		case isReserved(c):
			return nil, nil, &StreamError{Character: c, Offset: i}
		default:
			symbols = append(symbols, c)
		}
	}
	return symbols, blanks, nil
}

// endOfFormat gives the place behind the piece of format that begins at i: […] or [[…]].
func endOfFormat(text []rune, i int) int {
	double := i+1 < len(text) && text[i+1] == '['
	for j := i + 1; j < len(text); j++ {
		switch {
		case text[j] == '\\':
			j++
		case text[j] == ']' && !double:
			return j + 1
		case text[j] == ']' && j+1 < len(text) && text[j+1] == ']':
			return j + 2
		}
	}
	return len(text)
}

// StreamError is a character with a meaning in the stream where none may stand.
type StreamError struct {
	Character rune
	Offset    int // in characters
}

func (e *StreamError) Error() string {
	return "a reserved character without a backslash: " + string(e.Character)
}

// record is the longest word found so far.
type record struct {
	results string // "/a/b"; "" while nothing was found
	at      int    // how many symbols had been read when it was found: one more than it has
	size    int
}

// analysis is a run over one text.
type analysis struct {
	*Analyser
	printer
	ctx     context.Context
	symbols []rune
	blanks  []string // those that have not been written
	at      int      // the next symbol
	out     strings.Builder
	state   *transducer.State
	fresh   *transducer.State   // at the beginning, for parts of compounds
	joined  *transducer.State   // for compounds
	path    []transducer.Symbol // room for looking at one
}

// letter reports whether a character is part of words, to this dictionary or anywhere.
func (a *Analyser) letter(r rune) bool {
	return r != 0 && (unicode.IsLetter(r) || unicode.Is(unicode.Nd, r) || a.m.Letters[r])
}

func space(r rune) bool {
	return unicode.Is(unicode.Z, r) || r >= 9 && r <= 13 || r >= 0x1c && r <= 0x1f || r == 0x85
}

// read gives the next symbol; 0 at the end.
func (r *analysis) read() rune {
	r.at++
	if r.at > len(r.symbols) {
		return 0
	}
	return r.symbols[r.at-1]
}

// next finds and writes the next word or character, and reports whether there was one.
func (r *analysis) next() bool {
	start := r.at
	var found record
	var unconditional, postblank, preblank, compound bool
	r.state.Start()
	for {
		v := r.read()
		if r.at-1 > start && r.state.AnyFinal() { // what reads nothing is no word: there would be no end of them
			kinds, within := r.kinds(), false
			switch {
			case kinds[transducer.Inconditional]:
				unconditional = true
			case kinds[transducer.Postblank]:
				postblank = true
			case kinds[transducer.Preblank]:
				preblank = true
			case !r.letter(v):
				unconditional, postblank, preblank = false, false, false
			default:
				within = true
				compound = compound || r.anyHolds(r.left)
			}
			if !within {
				r.record(&found, start)
			}
		} else if r.at-1 == start && space(v) {
			found.results = "/*"
		}
		step(r.state, v)
		if v != 0 && r.state.Alive() {
			if (r.at-start)&0x3f == 0 && r.ctx.Err() != nil {
				return false
			}
			continue
		}
		surface := r.symbols[start:min(r.at-1, len(r.symbols))]
		if compound && r.letter(v) && len(surface) > 0 && found.size <= r.lastNonLetter(surface) {
			if r.acrossBlank(start) {
				return true
			}
		}
		switch {
		case !r.letter(v) && len(surface) == 0:
			return r.single(v)
		case postblank:
			r.word(start, found)
			r.out.WriteByte(' ')
		case preblank:
			r.out.WriteByte(' ')
			r.word(start, found)
		case unconditional:
			r.word(start, found)
		case found.results == "", found.size == 0, r.letter(v) && found.size > r.lastNonLetter(surface):
			r.unknown(start, v)
		default:
			r.word(start, found)
		}
		return true
	}
}

// kinds tells of which kinds the final entries are.
func (r *analysis) kinds() (kinds [transducer.Kinds]bool) {
	for _, e := range r.state.Entries() {
		if k, ok := r.state.Final(e); ok {
			kinds[k] = true
		}
	}
	return kinds
}

func (r *analysis) anyHolds(mark transducer.Symbol) bool {
	if mark == transducer.Epsilon {
		return false
	}
	for _, e := range r.state.Entries() {
		if r.state.Holds(e.Path, mark) {
			return true
		}
	}
	return false
}

// record remembers the word that ends before the symbol read last. What may only begin a compound is left out for good.
func (r *analysis) record(found *record, start int) {
	if r.left != transducer.Epsilon {
		r.state.Keep(func(e transducer.Entry) bool { return !r.state.Holds(e.Path, r.left) })
	}
	found.results = join(r.results(r.state, casing{}))
	found.at = r.at
	found.size = r.at - 1 - start
}

func join(results []string) string {
	if len(results) == 0 {
		return ""
	}
	return "/" + strings.Join(results, "/")
}

// lastNonLetter gives the place of the last character that is not in the dictionary's list of letters; 0 where there
// is none.
func (r *analysis) lastNonLetter(surface []rune) int {
	for i := len(surface) - 1; i > 0; i-- {
		if !r.m.Letters[surface[i]] {
			return i
		}
	}
	return 0
}

// single writes a character that is no part of a word.
func (r *analysis) single(v rune) bool {
	switch {
	case v == 0:
		return false
	case v == ' ':
		r.out.WriteString(r.blank())
	default:
		escape(&r.out, v)
	}
	return true
}

// blank takes the next blank that has not been written.
func (r *analysis) blank() string {
	if len(r.blanks) == 0 {
		return " "
	}
	b := r.blanks[0]
	r.blanks = r.blanks[1:]
	return b
}

func escape(b *strings.Builder, r rune) {
	if isReserved(r) {
		b.WriteByte('\\')
	}
	b.WriteRune(r)
}

// word writes the word that was recorded and goes on behind it.
func (r *analysis) word(start int, found record) {
	r.write(r.symbols[start:start+found.size], found.results)
	r.at = found.at - 1
}

// write writes a word with its readings. Format that stood in it comes after it.
func (r *analysis) write(surface []rune, results string) {
	var after []string
	r.out.WriteByte('^')
	for _, c := range surface {
		escape(&r.out, c)
		if c == ' ' {
			if b := r.blank(); b != " " {
				after = append(after, b)
			}
		}
	}
	r.out.WriteString(results + "$" + strings.Join(after, ""))
}

// unknown writes the letters from start on as a word that is in no dictionary, if it is no compound either.
func (r *analysis) unknown(start int, v rune) {
	for r.letter(v) {
		v = r.read()
	}
	end := min(r.at-1, len(r.symbols))
	n := start
	for n < end && r.letter(r.symbols[n]) {
		n++
	}
	if n == start {
		r.single(r.symbols[start])
		r.at = start + 1
		return
	}
	surface := r.symbols[start:n]
	results := r.compound(surface)
	if results == "" {
		var b strings.Builder
		for _, c := range surface {
			escape(&b, c)
		}
		results = "/*" + b.String()
	}
	r.write(surface, results)
	r.at = n
}

// acrossBlank tries all from start to the end of the letters as a compound.
func (r *analysis) acrossBlank(start int) bool {
	back := r.at
	for r.letter(r.read()) {
	}
	end := min(r.at-1, len(r.symbols))
	if results := r.compound(r.symbols[start:end]); results != "" {
		r.write(r.symbols[start:end], results)
		r.at = end
		return true
	}
	r.at = back
	return false
}
