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

// settleTargets leaves the rules whose target fits. Where there is but one reading none is chosen, unless a rule makes
// more.
func (u *run) settleTargets(c *cohort) {
	g := u.g
	c.candidate.without(g.pure)
	c.candidate.without(g.open)
	for _, r := range c.readings {
		c.candidate.join(u.targetsOf(r))
		c.candidate.join(u.couldFit(r))
	}
	c.candidate.without(c.barred)
	switch {
	case len(c.readings) > 1 || c.candidate.meets(g.renews):
	case c.candidate.meets(g.renewsBefore):
		c.candidate.without(g.choosesLater)
	default:
		c.candidate.without(g.chooses)
	}
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

// targetsOf gives the rules whose target depends on the grammar's tags in a reading alone and fits it.
func (u *run) targetsOf(r *reading) bits {
	p := u.factsOf(r).pure
	if p.rules == nil {
		p.rules = newBits(len(u.g.rules))
		for _, t := range r.tags {
			p.rules.join(t.inRules)
		}
		for n := p.rules.next(0, u.g.pure); n >= 0; n = p.rules.next(n+1, u.g.pure) {
			if !u.fits(r, u.g.rules[n].target, false) {
				p.rules.drop(n)
			}
		}
	}
	return p.rules
}

// dropFor drops a rule from the candidates of a cohort, for it fits no reading; and of the word from now on, where the
// readings are those that the word always has, and none was taken for another.
func (u *run) dropFor(r *rule, c *cohort) {
	c.candidate.drop(r.number)
	if u.found == nil && c.word != nil && !c.changed && r.target.certain && r.subReading == 0 && c.word.settled != nil {
		c.word.settled.drop(r.number)
	}
}

// barredFrom gives the rules that are for other word forms than one.
func (u *run) barredFrom(form *tag) bits {
	if b, known := u.known.barred[form]; known {
		return b
	}
	b := slices.Clone(u.g.forms)
	b.without(u.g.formRules[form])
	for _, wanted := range u.g.formPatterns {
		if u.formFits(wanted, form) {
			b.without(u.g.formRules[wanted])
		}
	}
	if len(u.known.barred) >= wordsAtMost {
		clear(u.known.barred)
	}
	u.known.barred[form] = b
	return b
}

// formFits reports whether a rule's word form, an expression or one in any case, is that of a word.
func (u *run) formFits(wanted, form *tag) bool {
	if wanted.is(kindExpression) {
		return u.search(wanted, form).ok
	}
	return u.folded(form) == wanted.folded
}
