package grammar

import (
	mathbits "math/bits"
	"slices"
)

// roundsAtMost is after how many rounds a section is given up: two rules that undo each other would go on for ever.
const roundsAtMost = 1000

// runWindow runs the whole grammar on one window.
func (u *run) runWindow(w *window) {
	for name, value := range w.variables {
		if value == 0 {
			delete(u.variables, name)
		} else {
			u.variables[name] = value
		}
	}
	for _, c := range w.cohorts[1:] {
		u.settle(c)
	}
	u.round(w, u.g.before)
	for _, c := range w.cohorts[1:] {
		u.resettle(c)
	}
	rounds := 0
	for _, section := range u.g.sections {
		for u.round(w, section) && u.ctx.Err() == nil {
			if rounds++; rounds >= roundsAtMost {
				u.round(w, u.g.after)
				return
			}
		}
	}
	u.round(w, u.g.after)
}

// round runs each rule once on each cohort, in the order of the rules, and reports whether something changed that makes
// another round worthwhile.
func (u *run) round(w *window, rules bits) (again bool) {
	for i := range rules {
		wanted, changes, done := u.wanted(w, i), u.changes, uint64(0)
		for {
			if changes != u.changes {
				wanted, changes = u.wanted(w, i), u.changes
			}
			w.hope()
			left := rules[i] & wanted &^ done &^ w.hopeless[i]
			if left == 0 {
				break
			}
			n := mathbits.TrailingZeros64(left)
			done |= 1<<(n+1) - 1
			if r := u.g.rules[i<<6+n]; (u.found != nil || !u.hopeless(r, w)) && u.onEach(r) {
				again = true
			}
		}
	}
	return again
}

// wanted gives which of 64 rules are candidates of some cohort, and leaves those cohorts in wantedBy. Only a change can
// make them more.
func (u *run) wanted(w *window, i int) (rules uint64) {
	u.wantedBy = u.wantedBy[:0]
	for _, c := range w.cohorts[1:] {
		if candidate := c.candidate[i]; candidate != 0 {
			rules |= candidate
			u.wantedBy = append(u.wantedBy, c)
		}
	}
	return rules
}

// onEach runs a rule on each cohort that it is a candidate of.
func (u *run) onEach(r *rule) (again bool) {
	chooses := r.kind == ruleSelect || r.kind == ruleRemove
	for _, c := range u.wantedBy {
		if chooses && len(c.readings) == 1 || !c.candidate.has(r.number) || !u.worthTrying(r, c) || u.alone(r, c) {
			continue
		}
		if u.apply(r, c) && r.flags&flagNoIterate == 0 {
			again = true
		}
	}
	return again
}

func (u *run) worthTrying(r *rule, c *cohort) bool {
	switch {
	case len(c.readings) == 0:
		return false
	case r.subReading == 0 && !c.possible.has(r.target.number):
		return false
	}
	return c.failedAt != u.changes || !c.failed.has(r.number)
}

// tried notes that a rule has been tried on a cohort; until something changes it need not be tried again.
func (u *run) tried(r *rule, c *cohort) {
	if c.failedAt != u.changes {
		clear(c.failed)
		c.failedAt = u.changes
	}
	c.failed.add(r.number)
}

// trial is what came of trying a rule's target and tests on the readings of a cohort.
type trial struct {
	fitted   bool // some target fitted
	active   int  // readings that are hit, and those that no rule may touch
	tested   bool // some test has held
	passed   bool // the tests held for the reading for which they were run last
	captured []string
	captures map[int][]string // of the readings for which something was captured
	parts    []*reading       // what was tried of each reading; nil where there is no such part
}

// apply tries a rule on a cohort and carries it out, and reports whether that changed anything.
func (u *run) apply(r *rule, c *cohort) bool {
	u.tried(r, c)
	if r.testsFirst && u.found == nil {
		u.captures = u.captures[:0]
		if !u.tests(r, c, &u.trial.tested) {
			return false
		}
	}
	t := u.try(r, c)
	switch {
	case t.active == 0:
		if !t.fitted {
			u.dropFor(r, c)
		}
		return false
	case t.active == len(c.readings) && (r.kind == ruleSelect || r.kind == ruleRemove):
		return false
	}
	u.copyHits(r, c, t)
	before, removed, hashes := len(c.readings), c.removed, sumOfHashes(c)
	u.act(r, c, t)
	if len(c.readings) == 0 {
		c.readings = []*reading{u.magicReading(c)}
	}
	return len(c.readings) != before || c.removed != removed || r.kind == ruleMap && sumOfHashes(c) != hashes
}

func sumOfHashes(c *cohort) (sum uint64) {
	for i, r := range c.readings {
		sum = sum*31 + uint64(r.hash)*uint64(i+1)
	}
	return sum
}

// try marks the readings that a rule's target and tests fit.
func (u *run) try(r *rule, c *cohort) *trial {
	t := &u.trial
	*t = trial{parts: t.parts[:0]}
	u.subject = c
	for i, head := range c.readings {
		head.fitted, head.hit = false, false
		t.parts = append(t.parts, nil)
		switch {
		case head.mapped && r.kind == ruleMap:
		case head.protected:
			t.active++
			head.fitted, head.hit = r.kind == ruleSelect, r.kind == ruleSelect
		default:
			part := head.part(r.subReading)
			if part == nil {
				continue
			}
			t.parts[i] = part
			part.fitted, part.hit = false, false
			if !u.copyResult(r, c, t, i) {
				u.tryReading(r, c, t, i)
				if r.subReading == anySubReading {
					head.fitted, head.hit = part.fitted, part.hit
				}
			}
			if part.hit {
				t.active++
			}
		}
	}
	return t
}

// copyResult gives a reading the result of one before it with the same tags, where the target does not look closer.
func (u *run) copyResult(r *rule, c *cohort, t *trial, i int) bool {
	if r.target.is(setSpecial | setMapping | setChildUnifies) {
		return false
	}
	part := t.parts[i]
	for j, other := range t.parts[:i] {
		if other != nil && other.plainHash == part.plainHash {
			part.fitted, part.hit = other.fitted, other.hit
			if r.subReading == anySubReading {
				part.fitted, part.hit = c.readings[j].marks()
			}
			t.capture(i, t.captures[j])
			return true
		}
	}
	return false
}

func (t *trial) capture(i int, list []string) {
	if len(list) == 0 {
		return
	}
	if t.captures == nil {
		t.captures = make(map[int][]string)
	}
	t.captures[i] = list
}

// tryReading tries a rule on one reading. The tests speak of the cohort, so that their result holds for its other
// readings, unless the target captured or unified something.
func (u *run) tryReading(r *rule, c *cohort, t *trial, i int) {
	head, part := c.readings[i], t.parts[i]
	u.forget()
	markTried(head, part, true)
	if u.attempt(part, r.target) {
		part.fitted, t.fitted = true, true
		u.targetFits = true
		if len(u.captures) == 0 {
			u.captures = append(u.captures, t.captured...)
		}
		if !t.tested || r.target.is(setSpecial|setChildUnifies) || u.unified || len(u.captures) > 0 {
			t.passed = u.tests(r, c, &t.tested)
		}
		if t.passed {
			part.hit = true
			t.captured = slices.Clone(u.captures)
			t.capture(i, t.captured)
		}
	}
	u.targetFits = false
	markTried(head, part, false)
}

// forget begins anew with captures and unification.
func (u *run) forget() {
	u.captures, u.unified = u.captures[:0], false
	u.agreed.forget()
}

func markTried(head, part *reading, on bool) {
	part.tried = on
	for p := head; p != nil; p = p.next {
		p.tried = on
	}
}

// tests runs a rule's tests until one fails. That one is tried first from then on, unless the order has a meaning.
// tested is set by each that holds: only then is a later failure taken over for the cohort's other readings.
func (u *run) tests(r *rule, c *cohort, tested *bool) bool {
	tests := r.tests
	if moved := u.known.order[r.number]; moved != nil {
		tests = moved
	}
	for i, t := range tests {
		var origin *cohort
		if t.is(posNoPassOrigin) {
			origin = c
		}
		if yes, _ := u.holds(c, t, origin); yes {
			*tested = true
			continue
		}
		if i > 0 && !r.keepsOrder {
			moved := slices.Clone(tests)
			copy(moved[1:i+1], tests[:i])
			moved[0] = t
			if u.known.order[r.number] == nil {
				u.known.moved = append(u.known.moved, r.number)
			}
			u.known.order[r.number] = moved
		}
		return false
	}
	return true
}

// copyHits puts the marks of the parts that were tried on the readings themselves. For a rule on any part, marks that
// earlier rules have left on the parts count too.
func (u *run) copyHits(r *rule, c *cohort, t *trial) {
	if r.subReading == 0 {
		return
	}
	for i, head := range c.readings {
		part := t.parts[i]
		if part == nil {
			continue
		}
		if r.subReading == anySubReading { // a result that was copied is not there: it counted, and no more
			head.fitted, head.hit = head.marks()
			continue
		}
		head.fitted, head.hit = part.fitted, part.hit
	}
}

func (u *run) act(r *rule, c *cohort, t *trial) {
	if u.trace != nil {
		u.trace(r, c)
	}
	c.changed, c.renewed = true, c.renewed || u.g.renewsBefore.has(r.number)
	switch r.kind {
	case ruleSelect:
		u.changes++
		kept := slices.DeleteFunc(slices.Clone(c.readings), func(x *reading) bool { return !x.hit })
		if len(kept) > 0 {
			c.removed += len(c.readings) - len(kept)
			c.readings = kept
		}
	case ruleRemove:
		u.changes++
		removeHits(c)
	case ruleMap:
		u.changes++
		u.mapTags(r, c, t)
	case ruleAppend:
		u.changes++
		u.appendReadings(r, c, t)
	case ruleProtect:
		for _, x := range c.readings {
			x.protected = x.protected || x.hit
		}
	}
}

// removeHits takes the readings that are hit out, unless that is all. What is left is not in its old order: each that
// goes, the last first, changes places with the last that has not gone yet.
func removeHits(c *cohort) {
	list := slices.Clone(c.readings)
	left := len(list)
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].hit {
			left--
			list[i], list[left] = list[left], list[i]
		}
	}
	if left > 0 && left < len(list) {
		c.removed += len(list) - left
		c.readings = list[:left]
	}
}
