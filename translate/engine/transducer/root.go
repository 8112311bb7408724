package transducer

import "math/bits"

// root is where all runs of a machine begin.
type root struct {
	entries []Entry
	steps   []step
	readers map[Symbol][]uint64 // by symbol: the set of entries that lead on; nil where there are few entries
}

// manyEntries is how many entries a beginning has to have for knowing which of them read a symbol to pay.
const manyEntries = 16

// newRoot works out the beginning.
func (m *Machine) newRoot() root {
	s := State{m: m}
	for _, node := range m.starts {
		s.entries = append(s.entries, Entry{Node: node, Path: -1})
	}
	r := root{entries: s.close(s.entries), steps: s.steps}
	if len(r.entries) < manyEntries {
		return r
	}
	r.readers = make(map[Symbol][]uint64)
	for i, e := range r.entries {
		for _, a := range m.arcs[m.nodes[e.Node].first:m.nodes[e.Node+1].first] {
			set := r.readers[a.in]
			if set == nil {
				set = make([]uint64, len(r.entries)/64+1)
				r.readers[a.in] = set
			}
			set[i/64] |= 1 << (i % 64)
		}
	}
	return r
}

// followRoot goes on from the beginning, looking only at the entries that lead on.
func (s *State) followRoot(next []Entry, choices []choice) []Entry {
	entries := s.entries
	if s.rooted {
		entries = entries[1:]
	}
	s.set = append(s.set[:0], make([]uint64, len(entries)/64+1)...)
	for _, c := range choices {
		for i, x := range s.m.root.readers[c.in] {
			s.set[i] |= x
		}
	}
	for i, x := range s.set {
		for ; x != 0; x &= x - 1 {
			next = s.follow(next, entries[i*64+bits.TrailingZeros64(x)], choices)
		}
	}
	return next
}
