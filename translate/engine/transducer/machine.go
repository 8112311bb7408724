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
	Kinds // how many there are
)

var kindNames = map[string]Kind{
	"standard": Standard, "inconditional": Inconditional, "postblank": Postblank, "preblank": Preblank,
}

// arc leads from one node to another.
type arc struct {
	in, out Symbol
	to      int32
}

// node is a state of a machine. All that a step asks of it stands together, because the data are large and what a
// processor does not have at hand takes long.
type node struct {
	first int32  // of the arcs
	marks uint32 // 1 + Kind if it is final; the marks below; the set of what the arcs read, folded
}

const (
	markKind    = 7
	markEpsilon = 8  // some arc reads nothing
	markWeight  = 16 // some arc has a weight
	foldedBits  = 27
)

// folded gives the mark of nodes with an arc that reads a symbol. Several symbols have the same. Most arcs that are looked
// for are not there, which it tells without a search.
func folded(s Symbol) uint32 {
	if s == Epsilon {
		return markEpsilon
	}
	return 1 << (32 - foldedBits + uint32(s)*0x9e3779b1>>16*foldedBits>>16)
}

// Machine is one or more transducers over one alphabet. It never changes.
type Machine struct {
	*Alphabet
	Letters map[rune]bool // the file's own list of letters; empty where it has none

	arcs    []arc  // of each node, by what they read
	nodes   []node // and one more at the end
	starts  []int32
	weights map[int32]float64 // of the few arcs that have one
	finals  map[int32]float64 // the weights of ending in the few nodes that have one
	root    root
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
	type section struct {
		name  string
		start int32
	}
	var sections []section
	for range s.Count() {
		name := s.Text()
		_, kind, _ := strings.Cut(name, "@")
		k, known := kindNames[kind]
		if !known && strict {
			s.Fail("a section is called %q, which is of no known kind", name)
		}
		start := m.read(s, k, m.pairLabel(s))
		if s.Err() != nil {
			return nil, s.Err()
		}
		sections = append(sections, section{name, start})
	}
	if s.Err() == nil && s.Left() > 0 {
		s.Fail("%d bytes stand after the end of the dictionary", s.Left())
	}
	if s.Err() != nil {
		return nil, s.Err()
	}
	slices.SortStableFunc(sections, func(a, b section) int { return cmp.Compare(a.name, b.name) })
	for _, x := range sections {
		m.starts = append(m.starts, x.start)
	}
	m.finish(s)
	return m, s.Err()
}

// finish ends the reading of a machine, which is to have its starts by then.
func (m *Machine) finish(s *Source) {
	if s.Err() != nil {
		return
	}
	if m.circles() {
		s.Fail("a transducer goes in a circle without reading anything")
		return
	}
	m.trim()
	m.root = m.newRoot()
}

// trim gives back the room for arcs where it was made for many more than came.
func (m *Machine) trim() {
	if len(m.arcs) < cap(m.arcs)/4*3 {
		m.arcs = slices.Clone(m.arcs)
	}
}

// circles reports whether arcs that read nothing lead back to where they began. Words would have no end there.
func (m *Machine) circles() bool {
	const underWay, done = 1, 2
	state := make([]uint8, len(m.nodes)-1)
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

func newMachine() *Machine {
	return &Machine{Letters: make(map[rune]bool), nodes: []node{{}}, weights: make(map[int32]float64), finals: make(map[int32]float64)}
}

// ReadMachine reads one transducer over an alphabet, with labels that name pairs.
func ReadMachine(s *Source, a *Alphabet) *Machine {
	m := newMachine()
	m.Alphabet = a
	m.starts = []int32{m.read(s, Standard, m.pairLabel(s))}
	m.finish(s)
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

// along gives the range of a node's arcs on a symbol.
func (m *Machine) along(node int32, in Symbol) (from, to int32) {
	if m.nodes[node].marks&folded(in) == 0 {
		return 0, 0
	}
	end := m.nodes[node+1].first
	from = m.search(m.nodes[node].first, end, in)
	for to = from; to < end && m.arcs[to].in == in; to++ {
	}
	return from, to
}

// search gives the first of a node's arcs that does not read less than a symbol.
func (m *Machine) search(from, end int32, in Symbol) int32 {
	for hi := end; hi-from > few; {
		if mid := from + (hi-from)/2; m.arcs[mid].in < in {
			from = mid + 1
		} else {
			hi = mid
		}
	}
	for from < end && m.arcs[from].in < in {
		from++
	}
	return from
}

// few is how many arcs are looked at one by one.
const few = 8

// Reads reports whether any arc reads a symbol.
func (m *Machine) Reads(in Symbol) bool {
	return slices.ContainsFunc(m.arcs, func(a arc) bool { return a.in == in })
}
