package grammar

import (
	"cmp"
	"slices"
)

// setKind tells what a set is made of.
type setKind uint8

// The kinds of sets; several may hold at once.
const (
	setAny          setKind = 1 << 0 // fits everything
	setSpecial      setKind = 1 << 1 // needs more than looking whether a reading has a tag
	setTagUnify     setKind = 1 << 2 // $$
	setSetUnify     setKind = 1 << 3 // &&
	setChildUnifies setKind = 1 << 4 // a set below unifies
	setMapping      setKind = 1 << 5 // has mapping tags
)

// operator joins two parts of a set.
type operator uint8

// The operators; the file has them by these numbers.
const (
	operatorOr    operator = 3
	operatorPlus  operator = 4
	operatorMinus operator = 5
)

// set is a LIST, which has tries, or a SET, which has parts with operators between them.
type set struct {
	number    int
	kind      setKind
	plain     trie // tags that a reading has or has not
	special   trie // tags that need a closer look
	operators []operator
	partsAt   []uint32
	parts     []*set
	pure      bool   // depends on the tags of a reading that the grammar knows, and on nothing else
	steady    bool   // depends on all tags of a reading, and on nothing else
	certain   bool   // the same, but it may capture something
	place     int    // among the steady sets that are not pure
	size      int    // how many sets it is made of, with itself
	refusal   string // what is asked for in it that this package does not know
}

func (s *set) is(k setKind) bool { return s.kind&k != 0 }

// trie holds lists of tags, each list a way from the top. Entries stand in the order of their tags' hashes.
type trie []*entry

// entry is one tag in a trie. The way to a terminal entry is a list that fits; what stands below it never matters.
type entry struct {
	tag      *tag
	terminal bool
	below    trie
}

// find gives the entry of a tag. Tries are long at the top and short below.
func (t trie) find(wanted *tag) *entry {
	if len(t) <= 8 {
		for _, e := range t {
			if e.tag == wanted {
				return e
			}
		}
		return nil
	}
	i, ok := slices.BinarySearchFunc(t, wanted.hash, func(e *entry, h uint32) int { return cmp.Compare(e.tag.hash, h) })
	if !ok || t[i].tag != wanted {
		return nil
	}
	return t[i]
}

// maxDepth bounds how deep tries, sets and linked tests may be nested.
const maxDepth = 200

// maxSize bounds how many sets a set may be made of, those that its parts are made of counted each time. Trying it looks
// at all of them.
const maxSize = 10_000

func (g *Grammar) readTrie(s *source, depth int) trie {
	if depth > maxDepth {
		s.fail("tags are nested too deeply")
		return nil
	}
	var t trie
	for range s.count(9) {
		e := &entry{tag: g.tag(s, s.u32()), terminal: s.u8() != 0}
		e.below = g.readTrie(s, depth+1)
		if s.err != nil {
			return nil
		}
		t = append(t, e)
	}
	slices.SortStableFunc(t, func(a, b *entry) int { return cmp.Compare(a.tag.hash, b.tag.hash) })
	return t
}

func (g *Grammar) readSet(s *source) *set {
	fields := s.u32()
	if fields>>7 != 0 || fields&(1<<1) != 0 {
		s.fail("a set has fields (%#x) that this version does not know", fields)
		return nil
	}
	x := &set{}
	if fields&(1<<0) != 0 {
		x.number = int(s.u32())
	}
	if fields&(1<<2) != 0 {
		x.kind = setKind(s.u8())
	}
	if fields&(1<<3) != 0 {
		x.plain = g.readTrie(s, 0)
		x.special = g.readTrie(s, 0)
	}
	if fields&(1<<4) != 0 {
		for _, n := range s.numbers() {
			x.operators = append(x.operators, operator(n))
			if o := operator(n); n > 255 || o != operatorOr && o != operatorPlus && o != operatorMinus {
				s.fail("a set uses operator %d, which this version does not know", n)
			}
		}
	}
	if fields&(1<<5) != 0 {
		x.partsAt = s.numbers()
	}
	if fields&(1<<6) != 0 {
		s.text() // the name of a static set
	}
	return x
}

// bindSets puts the sets' parts in place of their numbers.
func (g *Grammar) bindSets(s *source) {
	for _, x := range g.sets {
		for _, n := range x.partsAt {
			if n >= uint32(len(g.sets)) || g.sets[n] == nil {
				s.fail("a set has the part %d, which is not there", n)
				return
			}
			x.parts = append(x.parts, g.sets[n])
		}
		if len(x.parts) > 0 && len(x.operators) != len(x.parts)-1 && !(len(x.parts) == 1 && len(x.operators) == 0) {
			s.fail("set %d has %d parts and %d operators", x.number, len(x.parts), len(x.operators))
		}
	}
	state := make([]uint8, len(g.sets))
	for _, x := range g.sets {
		if s.err == nil {
			g.settlePure(s, x, state, 0)
		}
	}
}

// settlePure finds out whether a set depends on plain tags alone, and that no set is part of itself.
func (g *Grammar) settlePure(s *source, x *set, state []uint8, depth int) bool {
	switch {
	case state[x.number] == 1:
		s.fail("set %d is a part of itself", x.number)
		return false
	case state[x.number] == 2:
		return x.pure
	case depth > maxDepth:
		s.fail("sets are nested too deeply")
	}
	if s.err != nil {
		return false
	}
	state[x.number] = 1
	unifies := x.is(setTagUnify | setSetUnify | setChildUnifies)
	x.pure = len(x.special) == 0 && !unifies && !x.is(setSpecial)
	x.certain = !unifies && x.plain.certain() && x.special.certain()
	x.steady = x.certain && !x.plain.captures() && !x.special.captures()
	x.refusal = cmp.Or(x.plain.refusal(), x.special.refusal())
	x.size = 1
	for _, part := range x.parts {
		if !g.settlePure(s, part, state, depth+1) {
			x.pure = false
		}
		x.size += part.size
		x.steady, x.certain = x.steady && part.steady, x.certain && part.certain
		x.refusal = cmp.Or(x.refusal, part.refusal)
	}
	if x.size > maxSize {
		s.fail("set %d is made of too many sets", x.number)
	}
	if x.steady && !x.pure {
		x.place = g.steadySets
		g.steadySets++
	}
	state[x.number] = 2
	return x.pure
}

// certain reports whether a list depends on nothing but a reading's tags: it asks for no variable, varstring or place.
func (t trie) certain() bool {
	for _, e := range t {
		if e.tag.is(kindVariable|kindVarString|kindVarStringV|kindTarget|kindMark|kindAttachTo) || !e.below.certain() {
			return false
		}
	}
	return true
}

// captures reports whether some expression of a list has groups.
func (t trie) captures() bool {
	for _, e := range t {
		if e.tag.is(kindExpression) && e.tag.expression.NumSubexp() > 0 || e.below.captures() {
			return true
		}
	}
	return false
}

// refusal names what a list asks for that this package does not know, or gives "".
func (t trie) refusal() string {
	for _, e := range t {
		if why := e.tag.refusal() + e.below.refusal(); why != "" {
			return why
		}
	}
	return ""
}
