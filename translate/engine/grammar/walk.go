package grammar

// holds runs a contextual test that starts at a cohort, and gives the cohort that it ended at. Where it holds without
// having ended anywhere, that is the window's beginning.
func (u *run) holds(start *cohort, t *test, origin *cohort) (bool, *cohort) {
	var yes bool
	var at *cohort
	switch {
	case t.template != nil:
		yes, at = u.template(start, t, origin)
	case len(t.alternatives) > 0:
		yes, at = u.alternatives(start, t, origin)
	default:
		yes, at = u.walk(start, t, origin)
	}
	if at == nil {
		yes = t.is(posNot) && t.linked == nil
	}
	if t.is(posNegate) {
		yes = !yes
	}
	if yes && at == nil {
		at = start.window.cohorts[0]
	}
	return yes, at
}

func (u *run) alternatives(start *cohort, t *test, origin *cohort) (bool, *cohort) {
	for _, a := range t.alternatives {
		if yes, at := u.holds(start, a, origin); yes {
			return true, at
		}
	}
	return false, nil
}

// template runs a template's body. The test that is linked to its use waits and runs behind the body's own last test.
func (u *run) template(start *cohort, t *test, origin *cohort) (bool, *cohort) {
	body := t.template
	if t.is(posOwnPlace) {
		return u.templateAt(start, t, origin)
	}
	if t.linked != nil {
		u.pending = append(u.pending, t.linked)
		defer func() { u.pending = u.pending[:len(u.pending)-1] }()
	}
	if yes, at := u.holds(start, body, origin); yes {
		return true, at
	}
	return false, nil
}

// templateAt runs a template used with a place of its own: each alternative of the body looks from that place on, and
// may not reach back over it.
func (u *run) templateAt(start *cohort, t *test, origin *cohort) (bool, *cohort) {
	right, touching := u.right, u.touching
	defer func() { u.right, u.touching = right, touching }()
	for _, b := range t.template.bodies() {
		body := b.movedTo(t)
		u.right, u.touching = -1, true
		yes, at := u.holds(start, &body, origin)
		if yes && u.right <= start.place+t.offset {
			return true, at
		}
	}
	return false, nil
}

// movedTo gives a template's body with the place of its use, from which it looks on to the left.
func (b *test) movedTo(use *test) test {
	moved := *b
	moved.position, moved.offset = posScanFirst, use.offset
	return moved
}

// walk goes to the cohort that a test names, or along the cohorts that it scans. The result is that of the last cohort
// tried; nil when there was none.
func (u *run) walk(start *cohort, t *test, origin *cohort) (bool, *cohort) {
	w, place := start.window, start.place+t.offset
	if t.is(posAbsolute) {
		place = absolute(w, t)
	}
	if t.offset == 0 && t.is(posScan) {
		return u.bothSides(start, t, origin)
	}
	direction := 1
	if t.offset < 0 {
		direction = -1
	}
	var yes bool
	var at *cohort
	for c := cohortAt(w, place, t); c != nil; c = beside(c, direction, t) {
		result, end := u.look(c, t, origin)
		if end == turnedBack {
			return false, nil
		}
		yes, at = result, c
		if end != goesOn {
			break
		}
	}
	return yes, at
}

// bothSides scans to both sides by turns, the nearest first, the left before the right. A side ends at the window's end
// or at a barrier; a hit ends both.
func (u *run) bothSides(start *cohort, t *test, origin *cohort) (bool, *cohort) {
	var yes bool
	var at *cohort
	sides := [2]*cohort{beside(start, -1, t), beside(start, 1, t)}
	if sides[0] == nil && t.is(posNot) { // the original is content with that, whatever stands to the right
		return false, nil
	}
	alone := sides[1] == nil // likewise, but it has looked at the first cohort to the left by then
	for sides[0] != nil || sides[1] != nil {
		for i, c := range sides {
			if c == nil {
				continue
			}
			result, end := u.look(c, t, origin)
			sides[i] = nil
			if end == turnedBack {
				continue
			}
			yes, at = result, c
			switch end {
			case atHit:
				if yes || t.is(posNot) {
					return yes, at
				}
			case goesOn:
				if alone && yes {
					return yes, at
				}
				sides[i] = beside(c, 2*i-1, t)
			case atBarrier:
				if yes { // nothing that must not be there has come up so far; the other side is not asked
					return yes, at
				}
			}
		}
	}
	return yes, at
}

// absolute gives the place that a test counts from the window's beginning, or from its end.
func absolute(w *window, t *test) int {
	if t.offset < 0 {
		return len(w.cohorts) + t.offset
	}
	return t.offset
}

// cohortAt gives the cohort at a place; past the window's ends the neighbour's nearest, where the test spans windows.
func cohortAt(w *window, place int, t *test) *cohort {
	switch {
	case place >= 0 && place < len(w.cohorts):
		return w.cohorts[place]
	case place < 0 && t.is(posSpanLeft|posSpanBoth) && w.previous != nil:
		return w.previous.cohorts[len(w.previous.cohorts)-1]
	case place >= len(w.cohorts) && t.is(posSpanRight|posSpanBoth) && w.next != nil:
		return w.next.cohorts[0]
	}
	return nil
}

func beside(c *cohort, direction int, t *test) *cohort {
	return cohortAt(c.window, c.place+direction, t)
}

// ending says whether and why a walk ends at a cohort.
type ending uint8

const (
	goesOn ending = iota
	atHit         // or it was to look at one cohort only
	atBarrier
	turnedBack // it has come to where it must not; the cohort does not count
)

// look tries a test on one cohort of a walk.
func (u *run) look(c *cohort, t *test, origin *cohort) (yes bool, end ending) {
	if u.touching {
		u.right = max(u.right, c.place)
	}
	var hit bool
	if t.is(posCareful) {
		yes = u.allFit(c, t.target, t, true, origin)
		hit = yes && !t.is(posNot)
		if !hit && t.is(posScanFirst) {
			hit, _ = u.anyFits(c, lookedFor{test: t, set: t.target}, false)
		}
	} else {
		hit, yes = u.anyFits(c, lookedFor{test: t, set: t.target, linked: true, origin: origin}, false)
	}
	switch {
	case origin != nil && c == origin:
		return false, turnedBack
	case hit && (t.is(posScanFirst) || yes), !t.is(posScan):
		return yes, atHit
	}
	if t.barrier != nil {
		if _, ok := u.anyFits(c, lookedFor{test: t, set: t.barrier}, true); ok {
			return yes, atBarrier
		}
	}
	if t.careful != nil && u.allFit(c, t.careful, t, false, nil) {
		return yes, atBarrier
	}
	return yes, goesOn
}

// goOn runs what is linked to a test at the cohort that it fitted.
func (u *run) goOn(c *cohort, t *test, origin *cohort) bool {
	linked := t.linked
	if linked == nil {
		if len(u.pending) == 0 {
			return true
		}
		waiting := u.pending
		linked = waiting[len(waiting)-1]
		u.pending = waiting[:len(waiting)-1]
		defer func() { u.pending = waiting }()
	}
	if linked.is(posNoPassOrigin) {
		origin = c
	}
	yes, _ := u.holds(c, linked, origin)
	return yes
}

// lookedFor is a set that is looked for among the readings of a cohort, for a test.
type lookedFor struct {
	test   *test
	set    *set
	linked bool    // and what is linked to the test has to hold
	origin *cohort // for what is linked
	known  bool    // what is linked has been tried
	result bool    // and held
}

// anyFits tries a set on the readings of a cohort until one fits, and what is linked to the test with it.
func (u *run) anyFits(c *cohort, q lookedFor, barrier bool) (hit, yes bool) {
	not := q.test.is(posNot)
	if !not && !c.possible.has(q.set.number) {
		return false, false
	}
	if c.static != nil && !barrier {
		if fits, stop := u.ask(c, c.static, &q); stop {
			return true, q.result && !not
		} else if fits {
			hit = true
		}
	}
	for _, r := range c.readings {
		if fits, stop := u.ask(c, r, &q); stop {
			return true, q.result && !not
		} else if fits {
			hit = true
		}
	}
	if hit {
		return true, false
	}
	if q.test.subReading == 0 && !u.g.anySets.has(q.set.number) {
		c.possible.drop(q.set.number)
	}
	if not {
		yes = true
		if q.linked {
			yes = u.goOn(c, q.test, q.origin)
		}
	}
	return false, yes
}

// ask tries one reading. stop says that the answer is found: the set is there that must not be, or all holds.
func (u *run) ask(c *cohort, r *reading, q *lookedFor) (fits, stop bool) {
	r = r.part(q.test.subReading)
	if r == nil || q.test.is(posActive) && !r.tried {
		return false, false
	}
	var before unified
	if q.set.is(setChildUnifies) {
		before = u.agreed.copied()
	}
	if !u.attempt(r, q.set) {
		return false, false
	}
	switch {
	case q.test.is(posNot):
		return true, true
	case !q.linked:
		q.result = true
	case !q.known || q.set.is(setChildUnifies):
		q.known = true
		q.result = u.goOn(c, q.test, q.origin)
	}
	if !q.result && q.set.is(setChildUnifies) {
		u.agreed = before
	}
	return true, q.result
}

// allFit tries a set on the readings of a cohort until one does not fit.
func (u *run) allFit(c *cohort, x *set, t *test, linked bool, origin *cohort) bool {
	if !t.is(posNot) && !c.possible.has(x.number) {
		return false
	}
	known, result := false, false
	yes := false
	for _, r := range c.readings {
		r = r.part(t.subReading)
		if r == nil || t.is(posActive) && !r.tried {
			continue
		}
		yes = u.attempt(r, x) != t.is(posNot)
		if yes && linked {
			if !known || x.is(setChildUnifies) {
				known = true
				result = u.goOn(c, t, origin)
			}
			yes = result
		}
		if !yes || t.is(posNot) { // NOT C asks the first reading alone
			return yes
		}
	}
	return yes
}
