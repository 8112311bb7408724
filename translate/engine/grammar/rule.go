package grammar

import "slices"

// ruleKind is what a rule does.
type ruleKind uint32

// The kinds of rules that are known, by the file's numbers.
const (
	ruleMap     ruleKind = 16
	ruleSelect  ruleKind = 18
	ruleRemove  ruleKind = 19
	ruleAppend  ruleKind = 21
	ruleProtect ruleKind = 60
)

// ruleFlags change how a rule works.
type ruleFlags uint32

// The flags that occur. SUB has no effect.
const (
	flagKeepOrder ruleFlags = 1 << 10
	flagNoIterate ruleFlags = 1 << 20
	flagSub       ruleFlags = 1 << 23
)

// The sections with a place of their own.
const (
	sectionBefore = -1
	sectionAfter  = -2
	sectionNull   = -3
)

// rule is one rule of the grammar.
type rule struct {
	number     int
	line       int // in the grammar's source, for finding one's way
	section    int
	kind       ruleKind
	flags      ruleFlags
	target     *set
	wordForm   *tag
	subReading int
	maps       *set
	tests      []*test
	keepsOrder bool        // a test that failed does not move to the front
	testsFirst bool        // its tests can be run before its target is tried
	needs      []int       // the sets without which in the window it is passed over (see settleNeeds)
	neighbours []neighbour // and those without which beside a cohort
}

func (g *Grammar) readRule(s *source) *rule {
	fields := s.u32()
	if fields>>15 != 0 {
		s.fail("a rule has fields (%#x) that this version does not know", fields)
		return nil
	}
	number := func(bit int) uint32 {
		if fields&(1<<bit) == 0 {
			return 0
		}
		return s.u32()
	}
	r := &rule{section: int(int32(number(0))), kind: ruleKind(number(1))}
	r.line = int(number(2))
	r.flags = ruleFlags(number(3))
	if fields&(1<<4) != 0 {
		s.text() // the name
	}
	r.target = g.set(s, number(5))
	if n := number(6); n != 0 {
		r.wordForm = g.tag(s, n)
	}
	if number(7) != 0 || number(8) != 0 {
		s.fail("a rule sets a variable, which this version does not know")
	}
	r.subReading = signMagnitude(number(9))
	if number(10) != 0 || number(11) != 0 {
		s.fail("a rule names child sets (dependency), which this version does not know")
	}
	if n := number(12); n != 0 {
		r.maps = g.set(s, n)
	}
	if number(13) != 0 {
		s.fail("a rule substitutes tags, which this version does not know")
	}
	r.number = int(number(14))
	if s.u32() != 0 || len(s.numbers()) > 0 {
		s.fail("a rule uses dependencies, which this version does not know")
	}
	for _, h := range s.numbers() {
		r.tests = append(r.tests, g.test(s, h))
	}
	slices.Reverse(r.tests) // the file has them last to first
	g.checkRule(s, r)
	return r
}

func (g *Grammar) checkRule(s *source, r *rule) {
	if s.err != nil {
		return
	}
	switch r.kind {
	case ruleSelect, ruleRemove, ruleProtect:
	case ruleMap, ruleAppend:
		if r.maps == nil {
			s.fail("a rule that adds tags does not say which")
		}
	default:
		s.fail("a rule is of kind %d, which this version does not know", r.kind)
	}
	if unknown := r.flags &^ (flagKeepOrder | flagNoIterate | flagSub); unknown != 0 {
		s.fail("a rule has flags %#x, which this version does not know", uint32(unknown))
	}
	if r.target == nil {
		s.fail("a rule has no target")
	}
	if r.subReading < 0 || r.subReading != 0 && r.kind != ruleSelect && r.kind != ruleRemove {
		s.fail("a rule works on sub-readings in a way that this version does not know")
	}
	if r.section < sectionNull {
		s.fail("a rule stands in section %d, which is not there", r.section)
	}
}

// settleOrder finds the rules whose tests are to stay in their order: where a test can capture or unify, its place
// among the others matters. Alternatives are not looked into, as in the original.
func (r *rule) settleOrder() {
	r.keepsOrder = r.flags&flagKeepOrder != 0 || r.maps != nil && hasVarString(r.maps)
	for _, t := range r.tests {
		r.keepsOrder = r.keepsOrder || t.needsOrder()
	}
}

func (t *test) needsOrder() bool {
	if t == nil {
		return false
	}
	for _, x := range []*set{t.target, t.barrier, t.careful} {
		if x != nil && (x.is(setTagUnify|setSetUnify|setChildUnifies) || hasVarString(x)) {
			return true
		}
	}
	return t.template.needsOrder() || t.linked.needsOrder()
}

func hasVarString(x *set) bool { return x.asks(kindVarString | kindVarStringV) }

// asks reports whether tags of a kind are in a set.
func (x *set) asks(kind tagKind) bool {
	found := false
	x.each(func(t *tag) { found = found || t.is(kind) })
	return found
}
