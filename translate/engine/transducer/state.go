package transducer

// Path is a way through the machine so far: what has been put out. Paths share their beginnings; -1 is the empty one.
type Path int32

type step struct {
	before Path
	out    Symbol
	weight float64
}

// Entry is one of the places where a run may be: a node, the way to it, and whether a capital letter was read as a
// small one on that way.
type Entry struct {
	Node  int32
	Path  Path
	Dirty bool
}

// dead is the node of the root, from which the sections were entered: nothing leads on from it, but it counts.
const dead = -1

// State is where a run stands: an ordered list of entries. Their order is the order of results, so entries are neither
// joined nor sorted.
type State struct {
	m       *Machine
	rooted  bool
	fresh   bool // the entries are those of the beginning
	entries []Entry
	spare   []Entry
	steps   []step // begin with those of the machine's root
	set     []uint64
	choices []choice
}

// NewState makes a state that stands nowhere. rooted adds the root, as the programs for words have it.
func (m *Machine) NewState(rooted bool) *State {
	const entries, steps = 32, 64 // usually enough
	return &State{
		m: m, rooted: rooted,
		entries: make([]Entry, 0, entries), spare: make([]Entry, 0, entries),
		steps: append(make([]step, 0, len(m.root.steps)+steps), m.root.steps...),
	}
}

// Start goes to the beginning and forgets all paths.
func (s *State) Start() {
	s.entries, s.steps = s.entries[:0], s.steps[:len(s.m.root.steps)]
	if s.rooted {
		s.entries = append(s.entries, Entry{Node: dead, Path: -1})
	}
	s.entries = append(s.entries, s.m.root.entries...)
	s.fresh = true
}

// Entries gives the list. It is only good until the next step.
func (s *State) Entries() []Entry { return s.entries }

// Size gives how many entries there are.
func (s *State) Size() int { return len(s.entries) }

// Alive reports whether anything is left.
func (s *State) Alive() bool { return len(s.entries) > 0 }

// Clear leaves nothing.
func (s *State) Clear() { s.entries, s.fresh = s.entries[:0], false }

// Add puts an entry at the end.
func (s *State) Add(e Entry) { s.entries, s.fresh = append(s.entries, e), false }

// Keep leaves the entries for which keep holds, in their order.
func (s *State) Keep(keep func(Entry) bool) {
	left := s.entries[:0]
	for _, e := range s.entries {
		if keep(e) {
			left = append(left, e)
		}
	}
	s.entries, s.fresh = left, false
}

// choice is one of the symbols that a character or a tag may be read as.
type choice struct {
	in    Symbol
	puts  Symbol // what is put out where an arc would put in out
	dirty bool   // reading it makes the way dirty

	folded uint32 // in, as a mark of nodes
}

// plainly is the choice of reading a symbol as it is.
func plainly(s Symbol) choice { return choice{in: s, puts: s, folded: folded(s)} }

// instead is the choice of reading another symbol for it, which is put out where the other would be.
func instead(s, other Symbol) choice { return choice{in: other, puts: s, folded: folded(other)} }

// dirtily is a choice that makes the way dirty.
func dirtily(c choice) choice {
	c.dirty = true
	return c
}

// Step goes along the arcs on a symbol. On Epsilon, a tag that the alphabet does not have, nothing is left.
func (s *State) Step(in Symbol) {
	if in == Epsilon {
		s.Clear()
		return
	}
	s.step(plainly(in))
}

// StepEither goes along the arcs on a symbol and those on another, which make the way dirty.
func (s *State) StepEither(in, other Symbol) {
	switch {
	case other == in:
		s.Step(in)
	case in == Epsilon, other == Epsilon:
		s.Clear()
	default:
		s.step(plainly(in), dirtily(plainly(other)))
	}
}

// StepKeeping goes along the arcs on a symbol and those on another for it, and keeps the symbol where the other would
// be put out.
func (s *State) StepKeeping(in, other Symbol) {
	if other == in {
		s.step(plainly(in))
		return
	}
	s.step(plainly(in), instead(in, other))
}

// StepSet goes along the arcs on each of several symbols.
func (s *State) StepSet(in []Symbol) {
	s.choices = s.choices[:0]
	for _, x := range in {
		s.choices = append(s.choices, plainly(x))
	}
	s.step(s.choices...)
}

// StepAny goes along the arcs on a tag and those on the symbol for any tag, which puts the tag out.
func (s *State) StepAny(in, any Symbol) {
	if any == Epsilon {
		s.step(plainly(in))
		return
	}
	s.step(plainly(in), instead(in, any))
}

// StepLetter goes along the arcs on a letter, on its small form and on the symbol for any letter, which puts the
// letter out; the last two make the way dirty.
func (s *State) StepLetter(in, small, any Symbol) {
	s.choices = append(s.choices[:0], plainly(in))
	if small != in {
		s.choices = append(s.choices, dirtily(plainly(small)))
	}
	if any != Epsilon {
		s.choices = append(s.choices, dirtily(instead(in, any)))
	}
	s.step(s.choices...)
}

// Ahead gives the entries that a step on a symbol would lead to, and stays where it is. The list is only good until the
// next step.
func (s *State) Ahead(in Symbol) []Entry {
	s.spare = s.next(plainly(in))
	return s.spare
}

func (s *State) step(choices ...choice) {
	s.entries, s.spare = s.next(choices...), s.entries
	s.fresh = false
	if len(s.steps) > tooManySteps {
		s.Clear()
	}
}

// tooManySteps is how many steps the ways of one word may have; with more it ends nowhere. Capitals double the ways with
// each letter, up to tooMany: in the Norwegian dictionaries that ends words of about 50 capitals, on which the original
// spends seconds.
const tooManySteps = 1 << 22

// next gives the entries that a step leads to.
func (s *State) next(choices ...choice) []Entry {
	next := s.spare[:0]
	if s.fresh && s.m.root.readers != nil {
		return s.close(s.followRoot(next, choices))
	}
	for _, e := range s.entries {
		if e.Node != dead {
			next = s.follow(next, e, choices)
		}
	}
	return s.close(next)
}

// follow goes on from an entry: along the arcs on the first choice, then those on the next.
func (s *State) follow(next []Entry, e Entry, choices []choice) []Entry {
	m := s.m
	marks, begin, end := m.nodes[e.Node].marks, m.nodes[e.Node].first, m.nodes[e.Node+1].first
	for _, c := range choices {
		if marks&c.folded == 0 {
			continue
		}
		if len(next) > tooMany {
			return next
		}
		for i := m.search(begin, end, c.in); i < end && m.arcs[i].in == c.in; i++ {
			a := m.arcs[i]
			if a.out == c.in {
				a.out = c.puts
			}
			next = append(next, Entry{Node: a.to, Path: s.grow(e.Path, a.out, s.weight(marks, i)), Dirty: e.Dirty || c.dirty})
		}
	}
	return next
}

// weight gives the weight of an arc of a node with some marks.
func (s *State) weight(marks uint32, arc int32) float64 {
	if marks&markWeight == 0 {
		return 0
	}
	return s.m.weights[arc]
}

// grow adds a symbol to a path. One that puts out nothing is kept where it has a weight.
func (s *State) grow(p Path, out Symbol, weight float64) Path {
	if out == Epsilon && weight == 0 {
		return p
	}
	s.steps = append(s.steps, step{before: p, out: out, weight: weight})
	return Path(len(s.steps) - 1)
}

// Grow adds a symbol to a path.
func (s *State) Grow(p Path, out Symbol) Path { return s.grow(p, out, 0) }

// close follows the arcs that read nothing. One that writes nothing either loses its weight.
func (s *State) close(list []Entry) []Entry {
	for i := 0; i < len(list); i++ {
		e := list[i]
		if e.Node == dead || s.m.nodes[e.Node].marks&markEpsilon == 0 {
			continue
		}
		from, to := s.m.along(e.Node, Epsilon)
		for j := from; j < to; j++ {
			a := &s.m.arcs[j]
			path := e.Path
			if a.out != Epsilon {
				path = s.grow(path, a.out, s.weight(s.m.nodes[e.Node].marks, j))
			}
			list = append(list, Entry{Node: a.to, Path: path, Dirty: e.Dirty})
		}
		if len(list) > tooMany {
			break
		}
	}
	return list
}

// tooMany bounds how many entries there are, which in a damaged file could double with each symbol. The dictionaries
// that are known stay far below: compounds end at 32,767.
const tooMany = 1 << 17

// Final gives the kind of the section that an entry ends; ok is false where it ends none.
func (s *State) Final(e Entry) (kind Kind, ok bool) {
	if e.Node == dead || s.m.nodes[e.Node].marks&markKind == 0 {
		return 0, false
	}
	return Kind(s.m.nodes[e.Node].marks&markKind - 1), true
}

// AnyFinal reports whether some entry ends a section.
func (s *State) AnyFinal() bool {
	for _, e := range s.entries {
		if _, ok := s.Final(e); ok {
			return true
		}
	}
	return false
}

// Outputs appends the symbols of a path to list, the first first, and gives the path's weight.
func (s *State) Outputs(p Path, list []Symbol) (symbols []Symbol, weight float64) {
	begin := len(list)
	for ; p >= 0; p = s.steps[p].before {
		weight += s.steps[p].weight
		if out := s.steps[p].out; out != Epsilon {
			list = append(list, out)
		}
	}
	for i, j := begin, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	return list, weight
}

// Holds reports whether a path has put a symbol out.
func (s *State) Holds(p Path, wanted Symbol) bool {
	for ; p >= 0; p = s.steps[p].before {
		if s.steps[p].out == wanted {
			return true
		}
	}
	return false
}

// HoldsBehind reports whether a path has put a symbol out behind the last of another.
func (s *State) HoldsBehind(p Path, last, wanted Symbol) bool {
	for ; p >= 0 && s.steps[p].out != last; p = s.steps[p].before {
		if s.steps[p].out == wanted {
			return true
		}
	}
	return false
}

// FinalWeight gives the weight of ending at an entry.
func (s *State) FinalWeight(e Entry) float64 { return s.m.finals[e.Node] }
