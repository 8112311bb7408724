package selection

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"unicode"

	"avtalebok/translate/engine/stream"
	"avtalebok/translate/engine/transducer"
)

// word is a word that waits for the rules that may still be about it.
type word struct {
	blank      string
	bound      string
	source     string
	targets    []string
	operations map[string]float64 // what rules want of it, with the weights added up
}

// choice is a run over one stream.
type choice struct {
	*Rules
	out     strings.Builder
	waiting []*word
	alive   []*transducer.State // each began at a word; the oldest first
	spare   []*transducer.State
	symbols []transducer.Symbol
	set     []transducer.Symbol   // room for the sets of a reading
	reading [][]transducer.Symbol // what each of its tags and characters may be read as
}

// Run leaves, of the targets of each word of the stream, those that the rules choose.
func (r *Rules) Run(ctx context.Context, text string) (string, error) {
	c := choice{Rules: r}
	c.out.Grow(len(text))
	if r.textStart != transducer.Epsilon {
		c.begin().Step(r.textStart)
	}
	n := 0
	err := stream.Each(text, func(blank string, w stream.Word) {
		if n++; n&0xff == 0 && ctx.Err() != nil {
			return
		}
		if w.None {
			c.writeAll()
			c.out.WriteString(blank)
			return
		}
		c.word(blank, w)
	})
	if err == nil {
		err = ctx.Err()
	}
	return c.out.String(), err
}

// begin adds a state that stands at the beginning.
func (c *choice) begin() *transducer.State {
	var s *transducer.State
	if n := len(c.spare); n > 0 {
		s, c.spare = c.spare[n-1], c.spare[:n-1]
	} else {
		s = c.m.NewState(false)
	}
	s.Start()
	c.alive = append(c.alive, s)
	return s
}

func (c *choice) word(blank string, w stream.Word) {
	parts := split(w.Text)
	c.waiting = append(c.waiting, &word{
		blank: blank, bound: w.Bound, source: parts[0], targets: parts[1:],
	})
	c.begin()
	c.look(strings.TrimPrefix(parts[0], "*"))
	for _, s := range c.alive {
		c.read(s)
		s.Step(c.wordEnd)
	}
	c.carryOut()
	left := c.alive[:0]
	for _, s := range c.alive {
		if s.Alive() {
			left = append(left, s)
		} else {
			c.spare = append(c.spare, s)
		}
	}
	c.alive = left
	if len(c.alive) == 0 {
		c.writeAll()
	}
}

// split parts a word at the slashes.
func split(text string) []string {
	parts := make([]string, 0, 4)
	begin := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '/':
			parts = append(parts, text[begin:i])
			begin = i + 1
		}
	}
	return append(parts, text[begin:])
}

// look finds what the tags and characters of a reading may be read as.
func (c *choice) look(reading string) {
	c.set, c.reading = c.set[:0], c.reading[:0]
	stream.Symbols(reading, func(tag string, r rune) {
		begin := len(c.set)
		c.set = c.either(c.set, tag, r)
		c.reading = append(c.reading, c.set[begin:])
	})
}

// read steps over the reading that was looked at last.
func (c *choice) read(s *transducer.State) {
	for _, set := range c.reading {
		if !s.Alive() {
			return
		}
		s.StepSet(set)
	}
}

// either appends to a list the symbols that a tag or a character may be read as, itself first and the others in rising
// number. A tag that the rules don't know is taken for the first of theirs, as in the original.
func (c *choice) either(list []transducer.Symbol, tag string, r rune) []transducer.Symbol {
	symbol := transducer.Symbol(r)
	var others []transducer.Symbol
	switch {
	case tag != "":
		if symbol = c.m.Tag(tag); symbol == transducer.Epsilon {
			symbol = -1
		}
		others = []transducer.Symbol{c.anyTag}
	case unicode.IsUpper(r):
		others = []transducer.Symbol{transducer.Symbol(unicode.ToLower(r)), c.anyLetter, c.anyLarge}
	default:
		others = []transducer.Symbol{c.anyLetter, c.anySmall}
	}
	slices.Sort(others)
	list = append(list, symbol)
	for _, x := range others {
		if x != transducer.Epsilon && x != symbol {
			list = append(list, x)
		}
	}
	return list
}

// carryOut adds what the rules that are complete at the present word want of it and of those before it. A rule counts
// once for a word, for the state that began first.
func (c *choice) carryOut() {
	seen := make(map[string]bool)
	for _, s := range c.alive {
		if !s.Alive() {
			continue
		}
		complete := c.complete(s)
		if complete == nil {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(complete)) {
			if seen[name] {
				continue
			}
			seen[name] = true
			operations := complete[name]
			for i, o := range operations {
				at := len(c.waiting) - len(operations) + i
				if o != "" && o != "<skip>" && at >= 0 {
					c.waiting[at].want(o, c.weight(name))
				}
			}
		}
	}
}

func (w *word) want(operation string, weight float64) {
	if w.operations == nil {
		w.operations = make(map[string]float64)
	}
	w.operations[operation] += weight
}

// complete gives the rules that end here, by name, with what each wants of the words that it has read.
func (c *choice) complete(s *transducer.State) map[string][]string {
	var found map[string][]string
	for _, e := range s.Ahead(c.wordEnd) {
		if _, final := s.Final(e); !final {
			continue
		}
		c.symbols, _ = s.Outputs(e.Path, c.symbols[:0])
		pieces := c.pieces(c.symbols)
		name, operations := pieces[len(pieces)-1], pieces[:len(pieces)-1]
		if known, ok := found[name]; ok && slices.Compare(known, operations) <= 0 {
			continue
		}
		if found == nil {
			found = make(map[string][]string)
		}
		found[name] = operations
	}
	return found
}

// pieces writes symbols out, parted at the ends of words.
func (c *choice) pieces(symbols []transducer.Symbol) []string {
	var list []string
	var b strings.Builder
	for _, s := range symbols {
		switch {
		case s == c.wordEnd:
			list = append(list, b.String())
			b.Reset()
		case s < 0:
			b.WriteString("<" + c.m.Name(s) + ">")
		default:
			b.WriteRune(rune(s))
		}
	}
	return append(list, b.String())
}

func (c *choice) writeAll() {
	for _, w := range c.waiting {
		c.out.WriteString(w.blank + w.bound + "^" + w.source)
		for _, t := range c.chosen(w) {
			c.out.WriteString("/" + t)
		}
		c.out.WriteByte('$')
	}
	c.waiting = c.waiting[:0]
}

// vote is what a rule wants of one target.
type vote struct {
	target int
	keep   bool
	weight float64
}

// chosen gives the targets that are left of a word.
func (c *choice) chosen(w *word) []string {
	if len(w.targets) < 2 || len(w.operations) == 0 {
		return w.targets
	}
	var votes []vote
	operations := slices.Sorted(maps.Keys(w.operations))
	for i, t := range w.targets {
		for _, o := range operations {
			if c.isAbout(o, t) {
				votes = append(votes, vote{target: i, keep: strings.HasPrefix(o, "<select>"), weight: w.operations[o]})
			}
		}
	}
	transducer.Sort(votes, func(a, b vote) bool { return cmp.Compare(a.weight, b.weight) > 0 })
	gone := make([]bool, len(w.targets))
	left := len(w.targets)
	for _, v := range votes {
		switch {
		case gone[v.target]:
		case v.keep:
			return w.targets[v.target : v.target+1]
		case left > 1:
			gone[v.target] = true
			left--
		}
	}
	var targets []string
	for i, t := range w.targets {
		if !gone[i] {
			targets = append(targets, t)
		}
	}
	return targets
}

// isAbout reports whether an operation accepts a target.
func (c *choice) isAbout(operation, target string) bool {
	m := c.accepts[operation]
	if m == nil {
		return false
	}
	s := m.NewState(false)
	s.Start()
	c.look(target)
	c.read(s)
	return s.AnyFinal()
}
