package grammar

import "slices"

// settle leaves, of the rules that the tags of a cohort call for, those for its form, and where the target depends on
// a reading's tags alone those whose target fits.
func (u *run) settle(c *cohort) {
	c.barred = u.barredFrom(c.form)
	switch {
	case u.found != nil: // then what is tried when has a meaning
		c.candidate.without(c.barred)
	case c.word == nil:
		u.settleTargets(c)
	case c.word.settled == nil:
		u.settleTargets(c)
		c.word.settled = slices.Clone(c.candidate)
	default:
		copy(c.candidate, c.word.settled)
	}
}

// settleTargets leaves the rules whose target fits, and what rules that make new readings may call for. Where one
// reading is left, none is chosen.
func (u *run) settleTargets(c *cohort) {
	g := u.g
	c.candidate.without(g.steady)
	for _, r := range c.readings {
		c.candidate.join(u.targetsOf(r))
	}
	c.candidate.without(c.barred)
	only := len(c.readings) == 1
	switch {
	case c.candidate.meets(g.renews):
		c.candidate.join(g.anySteady)
	case c.candidate.meets(g.renewsBefore):
		c.candidate.join(g.anySteadyBefore)
		if only {
			c.candidate.without(g.choosesLater)
		}
	case only:
		c.candidate.without(g.chooses)
	}
	c.candidate.without(c.barred)
}

// resettle begins anew with a cohort that has got readings before the sections were run: no rule in them has been tried
// on it.
func (u *run) resettle(c *cohort) {
	if !c.renewed || u.found != nil {
		return
	}
	c.renewed = false
	c.candidate.join(u.g.anyRules)
	for _, r := range c.readings {
		for _, t := range r.tags {
			c.candidate.join(t.inRules)
		}
	}
	u.settleTargets(c)
}

// targetsOf gives the rules whose target depends on a reading's tags alone and fits it.
func (u *run) targetsOf(r *reading) bits {
	f := u.factsOf(r)
	if f.targets == nil {
		called := slices.Clone(u.g.anyRules)
		for _, t := range r.tags {
			called.join(t.inRules)
		}
		if f.pure.rules == nil {
			f.pure.rules = u.fitting(r, called.both(u.g.pure))
		}
		called.without(u.g.pure)
		f.targets = u.fitting(r, called.both(u.g.steady))
		f.targets.join(f.pure.rules)
	}
	return f.targets
}

// fitting gives those of some rules whose target fits a reading.
func (u *run) fitting(r *reading, rules bits) bits {
	for n := rules.next(0); n >= 0; n = rules.next(n + 1) {
		if !u.fits(r, u.g.rules[n].target, false) {
			rules.drop(n)
		}
	}
	u.captures = u.captures[:0]
	return rules
}

// barredFrom gives the rules that are for other word forms than one.
func (u *run) barredFrom(form *tag) bits {
	if b, known := u.known.barred[form]; known {
		return b
	}
	b := slices.Clone(u.g.forms)
	for wanted, rules := range u.g.formRules {
		if u.formFits(wanted, form) {
			b.without(rules)
		}
	}
	if len(u.known.barred) >= wordsAtMost {
		clear(u.known.barred)
	}
	u.known.barred[form] = b
	return b
}

// formFits reports whether a rule's word form is that of a word.
func (u *run) formFits(wanted, form *tag) bool {
	switch {
	case wanted == form:
		return true
	case wanted.is(kindExpression):
		return u.search(wanted, form).ok
	case wanted.is(kindAnyCase):
		return u.folded(form) == wanted.folded
	}
	return false
}
