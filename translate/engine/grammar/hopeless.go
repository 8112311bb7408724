package grammar

// Most rules ask for something that is nowhere in a sentence: a word, a kind of verb. One look at what is possible in the
// window shows that, and saves trying them on each cohort.

// settleNeeds finds what must be possible somewhere in a window for a rule's tests to hold, and whether the rule can be
// passed over where it is not: what it comes to must leave nothing behind. A rule on parts leaves marks on them each time
// that it is tried, a protected reading counts as hit, and a test that fails may change places with others whose order
// matters.
func (g *Grammar) settleNeeds(r *rule) {
	if r.subReading != 0 || g.protects || !g.mayWait(r) {
		return
	}
	alone := true
	for _, t := range r.tests {
		alone = alone && t.standsAlone()
	}
	if !alone && !r.keepsOrder {
		return
	}
	r.testsFirst = alone && !g.anyRules.has(r.number)
	for _, t := range r.tests {
		g.addNeeds(r, t)
	}
}

// mayWait reports whether it makes no difference when it is found that a rule's target fits nowhere, for which the rule
// is dropped for good. Tags that come later bring the rules that are filed under them back; a target that may be anywhere
// could fit readings that come later.
func (g *Grammar) mayWait(r *rule) bool {
	return !g.anyRules.has(r.number) || !g.before.has(r.number) && !g.renews.meets(g.renews)
}

// neighbour is a set that must be possible at a distance from the cohort.
type neighbour struct {
	offset int
	set    int
}

// addNeeds adds the sets that a test and those linked to it can't do without: at their places as long as these are
// known, else somewhere in the window.
func (g *Grammar) addNeeds(r *rule, t *test) {
	const elsewhere = posScan | posAbsolute
	offset, known := 0, true
	for ; t != nil && t.target != nil && !t.is(posNot|posNegate|posSpan); t = t.linked {
		offset, known = offset+t.offset, known && !t.is(elsewhere)
		if g.anySets.has(t.target.number) {
			continue
		}
		r.needs = append(r.needs, t.target.number)
		if known {
			r.neighbours = append(r.neighbours, neighbour{offset, t.target.number})
		}
	}
}

// alone reports whether a rule can't hold at a cohort for want of what must stand at its side.
func (u *run) alone(r *rule, c *cohort) bool {
	if u.found != nil {
		return false
	}
	for _, n := range r.neighbours {
		place := c.place + n.offset
		if place < 0 || place >= len(c.window.cohorts) || !c.window.cohorts[place].possible.has(n.set) {
			return true
		}
	}
	return false
}

// hopeless reports whether a rule can't hold anywhere in a window, and remembers it.
func (u *run) hopeless(r *rule, w *window) bool {
	for _, n := range r.needs {
		if !w.possible.has(n) {
			w.hopeless.add(r.number)
			return true
		}
	}
	return false
}

// widen adds to what is possible in a window.
func (w *window) widen(sets bits) {
	for i, s := range sets {
		if s&^w.possible[i] != 0 {
			w.possible[i] |= s
			w.widened = true
		}
	}
}

// hope gives up what was thought hopeless when more has become possible.
func (w *window) hope() {
	if w.widened {
		clear(w.hopeless)
		w.widened = false
	}
}

// standsAlone reports whether a test finds the same whatever was tried before it, for whichever reading.
func (t *test) standsAlone() bool {
	if t == nil {
		return true
	}
	for _, x := range []*set{t.target, t.barrier, t.careful} {
		if x != nil && (x.is(setTagUnify|setSetUnify|setChildUnifies) || x.asks(kindVarString|kindVarStringV|kindTarget|kindMark|kindAttachTo)) {
			return false
		}
	}
	for _, a := range t.alternatives {
		if !a.standsAlone() {
			return false
		}
	}
	return !t.is(posActive) && t.template.standsAlone() && t.linked.standsAlone()
}
