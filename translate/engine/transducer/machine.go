package transducer

import (
	"cmp"
	"slices"
	"strings"
)

// Kind says how a section's words stand to what is around them.
type Kind uint8

// The kinds of sections.
const (
	Standard Kind = iota
	Inconditional
	Postblank
	Preblank
)

var kindNames = map[string]Kind{
	"standard": Standard, "inconditional": Inconditional, "postblank": Postblank, "preblank": Preblank,
}

// arc leads from one node to another.
type arc struct {
	in, out Symbol
	to      int32
}

// Machine is one or more transducers over one alphabet. It never changes.
type Machine struct {
	*Alphabet
	Letters map[rune]bool // the file's own list of letters; empty where it has none

	arcs    []arc
	weights []float64 // of the arcs; nil where all are 0
	first   []int32   // of each node's arcs, and one more at the end
	starts  []int32
	final   []uint8 // 0, or 1 + Kind, by node
	finals  map[int32]float64
}

// ReadDictionary reads a compiled dictionary: analyser, bilingual dictionary, generator, post-generator or sequences.
// Sections are entered in the order of their names. strict refuses sections of a kind that a dictionary of words can't
// have.
func ReadDictionary(data []byte, strict bool) (*Machine, error) {
	s := NewSource(data)
	if features := s.header("LTTB"); features != 0 {
		s.Fail("the file has features %#x, which this version does not know", features)
	}
	m := newMachine()
	for range s.Count() {
		m.Letters[rune(s.Number())] = true
	}
	m.Alphabet = ReadAlphabet(s)
	var sections []section
	for range s.Count() {
		name := s.Text()
		_, kind, _ := strings.Cut(name, "@")
		k, known := kindNames[kind]
		if !known && strict {
			s.Fail("a section is called %q, which is of no known kind", name)
		}
		sections = append(sections, section{name: name, kind: k, part: readPart(s, m.pairLabel(s))})
		if s.Err() != nil {
			break
		}
	}
	if s.Err() == nil && s.Left() > 0 {
		s.Fail("%d bytes stand after the end of the dictionary", s.Left())
	}
	if s.Err() != nil {
		return nil, s.Err()
	}
	slices.SortStableFunc(sections, func(a, b section) int { return cmp.Compare(a.name, b.name) })
	arcs := 0
	for _, x := range sections {
		arcs += len(x.part.arcs)
	}
	m.arcs = make([]arc, 0, arcs)
	for _, x := range sections {
		m.join(x.part, x.kind)
	}
	if m.circles() {
		s.Fail("a transducer goes in a circle without reading anything")
		return nil, s.Err()
	}
	return m, nil
}

// circles reports whether arcs that read nothing lead back to where they began. Words would have no end there.
func (m *Machine) circles() bool {
	const underWay, done = 1, 2
	state := make([]uint8, len(m.first)-1)
	var way []int32
	for node := range state {
		if state[node] == done {
			continue
		}
		way = append(way[:0], int32(node))
		for len(way) > 0 {
			at := way[len(way)-1]
			if state[at] != 0 { // all behind it has been seen
				state[at] = done
				way = way[:len(way)-1]
				continue
			}
			state[at] = underWay
			from, to := m.along(at, Epsilon)
			for _, a := range m.arcs[from:to] {
				switch state[a.to] {
				case underWay:
					return true
				case 0:
					way = append(way, a.to)
				}
			}
		}
	}
	return false
}

type section struct {
	name string
	kind Kind
	part part
}

func newMachine() *Machine {
	return &Machine{Letters: make(map[rune]bool), first: []int32{0}, finals: make(map[int32]float64)}
}

// ReadMachine reads one transducer over an alphabet, with labels that name pairs.
func ReadMachine(s *Source, a *Alphabet) *Machine {
	m := newMachine()
	m.Alphabet = a
	m.join(readPart(s, m.pairLabel(s)), Standard)
	if m.circles() {
		s.Fail("a transducer goes in a circle without reading anything")
	}
	return m
}

// pairLabel reads labels that name the alphabet's pairs.
func (m *Machine) pairLabel(s *Source) func(label, increment int64) (int64, pair) {
	return func(label, increment int64) (int64, pair) {
		label += increment
		if label >= int64(len(m.pairs)) {
			s.Fail("an arc names pair %d, which is not there", label)
			return 0, pair{}
		}
		return label, m.pairs[label]
	}
}

// part is one transducer as the file has it.
type part struct {
	initial int32
	arcs    []arc
	weights []float64
	first   []int32
	finals  map[int32]float64
}

const featureWeights = 1

// readPart reads one transducer. label tells from the label before and an increment the next label and its symbols.
func readPart(s *Source, label func(label, increment int64) (int64, pair)) part {
	features := s.header("LTTD")
	if features&^featureWeights != 0 {
		s.Fail("a transducer has features %#x, which this version does not know", features)
	}
	weighted := features&featureWeights != 0
	p := part{initial: int32(s.Number()), finals: make(map[int32]float64), first: []int32{0}}
	state := int64(0)
	for range s.Count() {
		state += int64(s.Number())
		w := 0.0
		if weighted {
			w = s.Weight()
		}
		p.finals[int32(state)] = w
	}
	states := int64(s.Count())
	for i := range states {
		p.readArcs(s, i, states, weighted, label)
		if s.Err() != nil {
			return part{}
		}
	}
	if int64(p.initial) >= states || state >= states {
		s.Fail("a transducer begins or ends in a state that is not there")
		return part{}
	}
	return p
}

func (p *part) readArcs(s *Source, state, states int64, weighted bool, label func(int64, int64) (int64, pair)) {
	begin, at := len(p.arcs), int64(0)
	order := make([]int, 0, 8)
	var weights []float64
	for range s.Count() {
		var symbols pair
		at, symbols = label(at, int64(s.Number()))
		to := (state + int64(s.Number())) % states
		w := 0.0
		if weighted {
			w = s.Weight()
		}
		order = append(order, len(order))
		p.arcs = append(p.arcs, arc{in: symbols.in, out: symbols.out, to: int32(to)})
		weights = append(weights, w)
	}
	read := slices.Clone(p.arcs[begin:])
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(read[a].in, read[b].in) })
	for i, from := range order {
		p.arcs[begin+i] = read[from]
		if weighted {
			p.weights = append(p.weights, weights[from])
		}
	}
	p.first = append(p.first, int32(len(p.arcs)))
}

// join adds a transducer to the machine.
func (m *Machine) join(p part, kind Kind) {
	if len(p.first) == 0 { // it could not be read
		return
	}
	node, from := int32(len(m.first)-1), int32(len(m.arcs))
	m.starts = append(m.starts, node+p.initial)
	if p.weights != nil && m.weights == nil {
		m.weights = make([]float64, len(m.arcs))
	}
	for _, a := range p.arcs {
		a.to += node
		m.arcs = append(m.arcs, a)
	}
	if m.weights != nil {
		m.weights = append(m.weights, p.weights...)
		m.weights = append(m.weights, make([]float64, len(m.arcs)-len(m.weights))...)
	}
	for _, f := range p.first[1:] {
		m.first = append(m.first, f+from)
	}
	m.final = append(m.final, make([]uint8, len(p.first)-1)...)
	for state, weight := range p.finals {
		m.final[node+state] = uint8(kind) + 1
		if weight != 0 {
			m.finals[node+state] = weight
		}
	}
}

// along gives the range of a node's arcs on a symbol.
func (m *Machine) along(node int32, in Symbol) (from, to int32) {
	lo, hi := m.first[node], m.first[node+1]
	end := hi
	for hi-lo > 8 {
		mid := lo + (hi-lo)/2
		if m.arcs[mid].in < in {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for lo < end && m.arcs[lo].in < in {
		lo++
	}
	to = lo
	for to < end && m.arcs[to].in == in {
		to++
	}
	return lo, to
}

// Reads reports whether any arc reads a symbol.
func (m *Machine) Reads(in Symbol) bool {
	return slices.ContainsFunc(m.arcs, func(a arc) bool { return a.in == in })
}
