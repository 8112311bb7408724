package transducer

// Patterns is a transducer of patterns: ways through it have numbers, and the lowest that a text reaches counts.
type Patterns struct {
	*Machine
	numbers           map[int32]int
	anyLetter, anyTag Symbol
}

// ReadPatterns reads the transducer of a file of patterns, whose labels are symbols.
func ReadPatterns(s *Source, a *Alphabet) *Patterns {
	m := newMachine()
	m.Alphabet = a
	bias := int64(a.Tags())
	m.starts = []int32{m.read(s, Standard, func(label, increment int64) (int64, pair) {
		label += increment - bias
		return label, pair{Symbol(label), Symbol(label)}
	})}
	m.trim()
	return &Patterns{Machine: m, numbers: make(map[int32]int), anyLetter: a.Tag("ANY_CHAR"), anyTag: a.Tag("ANY_TAG")}
}

// ReadNumbers reads which final state stands for which number.
func (p *Patterns) ReadNumbers(s *Source) {
	for range s.Count() {
		state, number := s.Number(), s.Number()
		if int64(state) >= int64(len(p.nodes)-1) {
			s.Fail("a pattern ends in a state that is not there")
			return
		}
		p.numbers[int32(state)] = int(number)
	}
}

// Highest gives the highest of the numbers.
func (p *Patterns) Highest() (highest int) {
	for _, n := range p.numbers {
		highest = max(highest, n)
	}
	return highest
}

// Match is how far a text has come in patterns. Which way it came does not matter, so that each state counts once.
type Match struct {
	p     *Patterns
	nodes []int32
	spare []int32
}

// NewMatch makes a match that stands nowhere.
func (p *Patterns) NewMatch() *Match { return &Match{p: p} }

// Start goes to the beginning.
func (m *Match) Start() {
	m.nodes = append(m.nodes[:0], m.p.starts...)
	m.nodes = m.close(m.nodes)
}

// Add begins once more, beside what is under way.
func (m *Match) Add() { m.nodes = m.close(append(m.nodes, m.p.starts...)) }

// Alive reports whether anything is left.
func (m *Match) Alive() bool { return len(m.nodes) > 0 }

// Letter goes on with a letter, which is looked at in its small form.
func (m *Match) Letter(small rune) { m.either(Symbol(small), m.p.anyLetter) }

// Tag goes on with a tag; one that the patterns don't know can only be any tag.
func (m *Match) Tag(name string) { m.either(m.p.Tag(name), m.p.anyTag) }

// Step goes on with one symbol.
func (m *Match) Step(s Symbol) { m.either(s, Epsilon) }

func (m *Match) either(a, b Symbol) {
	next := m.spare[:0]
	for _, n := range m.nodes {
		for _, s := range [2]Symbol{a, b} {
			if s == Epsilon {
				continue
			}
			from, to := m.p.along(n, s)
			for i := from; i < to; i++ {
				next = m.put(next, m.p.arcs[i].to)
			}
		}
	}
	next = m.close(next)
	m.nodes, m.spare = next, m.nodes
}

func (m *Match) put(list []int32, node int32) []int32 {
	for _, n := range list {
		if n == node {
			return list
		}
	}
	return append(list, node)
}

func (m *Match) close(list []int32) []int32 {
	for i := 0; i < len(list); i++ {
		from, to := m.p.along(list[i], Epsilon)
		for j := from; j < to; j++ {
			list = m.put(list, m.p.arcs[j].to)
		}
	}
	return list
}

// Number gives the lowest number that is reached; ok is false where none is. banned numbers don't count.
func (m *Match) Number(banned map[int]bool) (number int, ok bool) {
	for _, n := range m.nodes {
		if k, final := m.p.numbers[n]; final && !banned[k] && (!ok || k < number) {
			number, ok = k, true
		}
	}
	return number, ok
}
