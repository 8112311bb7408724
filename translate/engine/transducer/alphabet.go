package transducer

// Symbol is what an arc is labelled with: a character above 0, nothing at 0, a tag below 0.
type Symbol int32

// Epsilon is no symbol at all.
const Epsilon Symbol = 0

// Alphabet gives the tags of a file their symbols, and the pairs of symbols that its arcs have.
type Alphabet struct {
	tags  []string // without the angle brackets; the first is symbol -1
	index map[string]Symbol
	pairs []pair
}

type pair struct{ in, out Symbol }

// ReadAlphabet reads an alphabet.
func ReadAlphabet(s *Source) *Alphabet {
	a := &Alphabet{index: make(map[string]Symbol)}
	for range s.Count() {
		name := s.Text()
		a.tags = append(a.tags, name)
		if _, known := a.index[name]; !known {
			a.index[name] = Symbol(-len(a.tags))
		}
	}
	bias := int64(len(a.tags))
	for range s.Count() {
		in, out := int64(s.Number())-bias, int64(s.Number())-bias
		if min(in, out) < -bias {
			s.Fail("a pair names a tag that is not there")
			return a
		}
		a.pairs = append(a.pairs, pair{Symbol(in), Symbol(out)})
	}
	return a
}

// Tag gives the symbol of a tag, named without its brackets; Epsilon where the alphabet does not have it.
func (a *Alphabet) Tag(name string) Symbol { return a.index[name] }

// Name gives a tag's name without its brackets; "" for what is no tag.
func (a *Alphabet) Name(s Symbol) string {
	if s >= 0 || int(-s) > len(a.tags) {
		return ""
	}
	return a.tags[-s-1]
}

// Tags gives how many tags there are.
func (a *Alphabet) Tags() int { return len(a.tags) }
