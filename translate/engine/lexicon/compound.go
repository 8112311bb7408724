package lexicon

import "avtalebok/translate/engine/transducer"

const (
	compoundEntries = 32767 // more than these, and there is no analysis
	compoundJoints  = 4     // a compound has at most so many joints more than one
)

// compound analyses a word as one put together of several: parts that may begin a compound, and one that may end it.
// The result is "" where it is none.
func (r *analysis) compound(word []rune) string {
	if r.left == transducer.Epsilon || r.right == transducer.Epsilon {
		return ""
	}
	if r.joined == nil {
		r.fresh, r.joined = r.m.NewState(true), r.m.NewState(true)
		r.fresh.Start()
	}
	s := r.joined
	s.Start()
	for i, c := range word {
		if i&0xf == 0xf && r.ctx.Err() != nil {
			return ""
		}
		step(s, c)
		if !s.Alive() || s.Size() > compoundEntries {
			return ""
		}
		if i < len(word)-1 && !r.restart(s, r.fresh) {
			return ""
		}
	}
	r.fewestJoints(s)
	return join(r.results(s, casing{}))
}

// restart begins another part behind each entry that ends one which may not end the word.
func (r *analysis) restart(s, fresh *transducer.State) bool {
	for i := 0; i < s.Size(); i++ {
		e := s.Entries()[i]
		if _, final := s.Final(e); !final || !s.HoldsBehind(e.Path, '+', r.left) {
			continue
		}
		path := s.Grow(e.Path, '+')
		for _, f := range fresh.Entries() {
			s.Add(transducer.Entry{Node: f.Node, Path: path, Dirty: e.Dirty})
		}
		if s.Size() > compoundEntries {
			return false
		}
	}
	return true
}

// fewestJoints leaves the entries whose last part may end a compound, and of these the ones with the fewest joints.
// Entries that end no word are counted too, as in the original, and can push out one that does.
func (r *analysis) fewestJoints(s *transducer.State) {
	fewest := compoundJoints + 1
	joints := make(map[transducer.Entry]int)
	for _, e := range s.Entries() {
		if !s.HoldsBehind(e.Path, '+', r.right) {
			continue
		}
		r.path, _ = s.Outputs(e.Path, r.path[:0])
		n := 0
		for i := 1; i < len(r.path)-1; i++ {
			if r.path[i] == '+' {
				n++
			}
		}
		joints[e] = n
		fewest = min(fewest, n)
	}
	s.Keep(func(e transducer.Entry) bool {
		n, ok := joints[e]
		return ok && n == fewest && n <= compoundJoints
	})
}
