package grammar

// position says where a contextual test looks and how.
type position uint64

// The position bits that occur.
const (
	posCareful      position = 1 << 0
	posNegate       position = 1 << 1
	posNot          position = 1 << 2
	posScanFirst    position = 1 << 3 // *
	posScanAll      position = 1 << 4 // **
	posAbsolute     position = 1 << 5
	posSpanRight    position = 1 << 6
	posSpanLeft     position = 1 << 7
	posSpanBoth     position = 1 << 8
	posNoPassOrigin position = 1 << 13
	posOwnPlace     position = 1 << 24 // a template used with a place of its own
	pos64           position = 1 << 31 // more bits follow
	posActive       position = 1 << 40 // only the reading that is being tried
)

const (
	posScan  = posScanFirst | posScanAll
	posSpan  = posSpanRight | posSpanLeft | posSpanBoth
	posKnown = posCareful | posNegate | posNot | posScan | posAbsolute | posSpan | posNoPassOrigin |
		posOwnPlace | pos64 | posActive
)

// anySubReading asks for all parts of a reading together.
const anySubReading = 32767

// test is a contextual test.
type test struct {
	hash           uint32
	position       position
	offset         int
	templateHash   uint32
	template       *test
	target         *set
	barrier        *set
	careful        *set // careful barrier
	subReading     int
	alternativesAt []uint32
	alternatives   []*test
	linkedAt       uint32
	linked         *test
	size           int // how many tests it is made of, with itself
}

func (t *test) is(p position) bool { return t.position&p != 0 }

func (g *Grammar) readTest(s *source) *test {
	fields := s.u32()
	if fields>>12 != 0 {
		s.fail("a test has fields (%#x) that this version does not know", fields)
		return nil
	}
	has := func(bit int) bool { return fields&(1<<bit) != 0 }
	t := &test{}
	if has(0) {
		t.hash = s.u32()
	}
	if has(1) {
		t.position = position(s.u32())
		if t.is(pos64) {
			t.position |= position(s.u32()) << 32
		}
		if unknown := t.position &^ posKnown; unknown != 0 {
			s.fail("a test uses position bits %#x, which this version does not know", uint64(unknown))
		}
	}
	if has(2) {
		t.offset = int(int32(s.u32()))
	}
	if has(3) {
		t.templateHash = s.u32()
	}
	if has(4) {
		t.target = g.set(s, s.u32())
	}
	if has(5) {
		s.u32() // the line
	}
	if has(6) && s.u32() != 0 {
		s.fail("a test uses relations, which this version does not know")
	}
	if has(7) {
		t.barrier = g.set(s, s.u32())
	}
	if has(8) {
		t.careful = g.set(s, s.u32())
	}
	if has(9) {
		t.subReading = signMagnitude(s.u32())
	}
	if has(10) {
		t.alternativesAt = s.numbers()
	}
	if has(11) {
		t.linkedAt = s.u32()
	}
	t.check(s)
	return t
}

// check refuses what is known by itself but not together.
func (t *test) check(s *source) {
	place := t.position &^ (posNegate | pos64)
	switch {
	case t.subReading < 0:
		s.fail("a test looks at sub-readings counted from the first, which this version does not know")
	case t.is(posScanAll) && !t.is(posCareful) && t.linkedAt == 0:
		s.fail("a test scans all (**) without a linked test or C, which has no meaning")
	case t.subReading != 0 && (t.is(posCareful|posScanAll) || t.careful != nil || t.is(posNot) && t.is(posScan)):
		s.fail("a test looks at sub-readings of all readings, which this version does not know")
	case t.subReading != 0 && t.target != nil && t.target.is(setTagUnify|setSetUnify|setChildUnifies):
		s.fail("a test unifies sub-readings, which this version does not know")
	case t.is(posActive) && (place != posActive || t.offset != 0 || t.subReading == anySubReading):
		s.fail("a test of the reading that is tried (T) looks elsewhere, too, which this version does not know")
	case t.offset == 0 && t.is(posScan) && (place&^(posScanFirst|posNot|posCareful) != 0 || t.linkedAt != 0):
		s.fail("a test scans to both sides (0*) and does more, which this version does not know")
	case t.is(posOwnPlace) && (t.position&^pos64 != posOwnPlace || t.offset >= 0 || t.subReading != 0 || t.linkedAt != 0):
		s.fail("a template is used with more than a place of its own, which this version does not know")
	case t.is(posAbsolute) && (place != posAbsolute || t.subReading != 0):
		s.fail("a test counts from the window's beginning (@) and more, which this version does not know")
	}
}

// signMagnitude reads a number whose top bit is its sign.
func signMagnitude(n uint32) int {
	if n&(1<<31) != 0 {
		return -int(n &^ (1 << 31))
	}
	return int(n)
}

// bindTests puts the tests that tests name in place of their hashes. Templates and alternatives may stand later in
// the file than the tests that use them.
func (g *Grammar) bindTests(s *source) {
	for _, t := range g.tests {
		for _, h := range t.alternativesAt {
			t.alternatives = append(t.alternatives, g.test(s, h))
		}
	}
	for _, t := range g.tests {
		if t.templateHash != 0 {
			t.template = g.test(s, t.templateHash)
			t.checkTemplate(s)
		}
		if t.linkedAt != 0 {
			t.linked = g.test(s, t.linkedAt)
		}
	}
	done := make(map[*test]uint8)
	for _, t := range g.tests {
		if s.err == nil {
			checkNesting(s, t, done, 0)
		}
	}
}

// bodies gives what a template is made of.
func (t *test) bodies() []*test {
	if len(t.alternatives) > 0 {
		return t.alternatives
	}
	return []*test{t}
}

// checkTemplate refuses a template used with a place of its own that has more to move than a place.
func (t *test) checkTemplate(s *source) {
	if t.template == nil || !t.is(posOwnPlace) {
		return
	}
	for _, body := range t.template.bodies() {
		if body != nil && (body.position != 0 || body.barrier != nil || body.careful != nil || body.target == nil) {
			s.fail("a template with a place of its own is not simple, which this version does not know")
		}
	}
}

// checkNesting sees that no test leads back to itself, which would never end.
func checkNesting(s *source, t *test, done map[*test]uint8, depth int) {
	if t == nil || done[t] == 2 || s.err != nil {
		return
	}
	if done[t] == 1 || depth > maxDepth {
		s.fail("a test leads back to itself")
		return
	}
	done[t] = 1
	t.size = 1
	for _, below := range append([]*test{t.template, t.linked}, t.alternatives...) {
		checkNesting(s, below, done, depth+1)
		if below != nil {
			t.size += below.size
		}
	}
	if t.size > maxSize {
		s.fail("a test is made of too many tests")
	}
	done[t] = 2
}
