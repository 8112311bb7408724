package transducer

import (
	"cmp"
	"slices"
)

const featureWeights = 1

// Room is made for as many arcs as a file may have: each takes some bytes, and few states have many.
const (
	bytesAnArc = 4
	arcsAState = 3
)

// reader reads one transducer into a machine.
type reader struct {
	*Machine
	s          *Source
	label      labelling
	base       int32 // the node that is the transducer's first state
	states     int64
	weighted   bool
	arcWeights []float64 // of the state that is read
}

// labelling tells from the label before and an increment the next label and its symbols.
type labelling func(label, increment int64) (int64, pair)

// read reads a transducer, the ends of which are of a kind, and gives the node where it begins.
func (m *Machine) read(s *Source, kind Kind, label labelling) (start int32) {
	features := s.header("LTTD")
	if features&^featureWeights != 0 {
		s.Fail("a transducer has features %#x, which this version does not know", features)
	}
	r := reader{Machine: m, s: s, label: label, base: int32(len(m.nodes) - 1), weighted: features&featureWeights != 0}
	initial := int64(s.Number())
	ends, last := r.readEnds()
	r.states = int64(s.Count())
	r.makeRoom()
	for state := range r.states {
		r.readState(state)
		if s.Err() != nil {
			return 0
		}
	}
	if initial >= r.states || last >= r.states {
		s.Fail("a transducer begins or ends in a state that is not there")
		return 0
	}
	for _, e := range ends {
		m.nodes[r.base+e.state].marks |= uint32(kind) + 1
		if e.weight != 0 {
			m.finals[r.base+e.state] = e.weight
		}
	}
	return r.base + int32(initial)
}

// end is a final state.
type end struct {
	state  int32
	weight float64
}

// readEnds reads the final states, and gives the last of them by number.
func (r *reader) readEnds() (ends []end, last int64) {
	n := r.s.Count()
	ends = make([]end, 0, n)
	for range n {
		last += int64(r.s.Number())
		e := end{state: int32(last)}
		if r.weighted {
			e.weight = r.s.Weight()
		}
		ends = append(ends, e)
	}
	return ends, last
}

func (r *reader) makeRoom() {
	arcs := min(r.s.Left()/bytesAnArc, arcsAState*int(r.states))
	if r.arcs == nil { // unlike room that grows, what is made anew takes no memory until it is used
		r.arcs = make([]arc, 0, arcs)
	}
	r.arcs = slices.Grow(r.arcs, arcs)
	r.nodes = slices.Grow(r.nodes, int(r.states))
}

// readState reads the arcs that lead on from a state.
func (r *reader) readState(state int64) {
	begin, at := len(r.arcs), int64(0)
	heavy := false
	r.arcWeights = r.arcWeights[:0]
	for range r.s.Count() {
		var symbols pair
		at, symbols = r.label(at, int64(r.s.Number()))
		to := (state + int64(r.s.Number())) % r.states
		r.arcs = append(r.arcs, arc{in: symbols.in, out: symbols.out, to: r.base + int32(to)})
		if r.weighted {
			w := r.s.Weight()
			heavy = heavy || w != 0
			r.arcWeights = append(r.arcWeights, w)
		}
		r.nodes[len(r.nodes)-1].marks |= folded(symbols.in)
	}
	r.sort(begin, heavy)
	r.nodes = append(r.nodes, node{first: int32(len(r.arcs))})
}

// sort orders the arcs from a place on by what they read; arcs that read the same stay in the order of the file. heavy
// says that some have weights.
func (r *reader) sort(begin int, heavy bool) {
	if len(r.arcs)-begin <= manyArcs && !heavy {
		for i := begin + 1; i < len(r.arcs); i++ {
			for j := i; j > begin && r.arcs[j].in < r.arcs[j-1].in; j-- {
				r.arcs[j-1], r.arcs[j] = r.arcs[j], r.arcs[j-1]
			}
		}
		return
	}
	order := make([]int, len(r.arcs)-begin)
	for i := range order {
		order[i] = begin + i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.arcs[a].in, r.arcs[b].in) })
	sorted := make([]arc, len(order))
	for i, from := range order {
		sorted[i] = r.arcs[from]
		if heavy && r.arcWeights[from-begin] != 0 {
			r.weights[int32(begin+i)] = r.arcWeights[from-begin]
		}
	}
	copy(r.arcs[begin:], sorted)
	if heavy {
		r.nodes[len(r.nodes)-1].marks |= markWeight
	}
}

// manyArcs is how many arcs are too many for sorting them by moving each to its place.
const manyArcs = 24
