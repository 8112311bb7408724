package grammar

import "slices"

// expressionOnTag is a question whose answer never changes.
type expressionOnTag struct {
	expression, tag *tag
}

type groups struct {
	ok   bool
	list []string
}

// attempt tries a set on a reading. One that fails leaves nothing unified behind.
func (u *run) attempt(r *reading, x *set) bool {
	u.close = x.is(setSpecial | setChildUnifies)
	if !x.is(setChildUnifies) {
		return u.fits(r, x, false)
	}
	before := u.agreed.copied()
	if u.fits(r, x, false) {
		return true
	}
	u.agreed = before
	return false
}

// fits reports whether a set fits a reading. Under $$ a list may only fit by the entry that it fitted by first.
func (u *run) fits(r *reading, x *set, unify bool) bool {
	switch {
	case x.is(setAny):
		return true
	case u.found != nil:
		return u.fitsByHash(r, x, unify)
	case x.pure && !unify:
		return u.fitsPure(r, x)
	case x.steady && !unify:
		return u.fitsSteady(r, x)
	}
	return u.fitsItself(r, x, unify)
}

// fitsItself tries a set without asking what is remembered of it.
func (u *run) fitsItself(r *reading, x *set, unify bool) bool {
	switch {
	case len(x.parts) == 0:
		return u.fitsList(r, x, unify)
	case x.is(setTagUnify):
		ok := u.fitsParts(r, x, true)
		if ok {
			u.agreed.shareEntry(x)
		}
		return ok
	case x.is(setSetUnify):
		return u.fitsUnifiedPart(r, x)
	}
	return u.fitsParts(r, x, unify)
}

func (u *run) fitsPure(r *reading, x *set) bool {
	p, n := u.factsOf(r).pure, x.number
	if p.known.has(n) {
		return p.fits.has(n)
	}
	ok := u.fitsMembers(r, x)
	p.known.add(n)
	if ok {
		p.fits.add(n)
	}
	return ok
}

// fitsSteady remembers, by reading, whether a set fits that no capture, variable or place can change.
func (u *run) fitsSteady(r *reading, x *set) bool {
	f, n := u.factsOf(r), u.g.steadySets
	if f.steady == nil {
		f.steady = newBits(2 * n)
	}
	if f.steady.has(x.place) {
		return f.steady.has(n + x.place)
	}
	f.steady.add(x.place)
	ok := u.fitsMembers(r, x)
	if ok {
		f.steady.add(n + x.place)
	}
	return ok
}

// factsOf gives what is known of a reading.
func (u *run) factsOf(r *reading) *facts {
	if r.facts == nil {
		r.facts = &facts{pure: u.pureResults(r)}
	}
	return r.facts
}

func (u *run) fitsMembers(r *reading, x *set) bool {
	if len(x.parts) > 0 {
		return u.fitsParts(r, x, false)
	}
	return u.fitsList(r, x, false)
}

// pureResults finds what is known of readings with the same tags of the grammar.
func (u *run) pureResults(r *reading) *pureResults {
	u.key = u.key[:0]
	for _, t := range r.sorted {
		if t.number > 0 {
			u.key = append(u.key, byte(t.number), byte(t.number>>8), byte(t.number>>16))
		}
	}
	if r.mapping != nil {
		u.key = append(u.key, byte(r.mapping.number), byte(r.mapping.number>>8), byte(r.mapping.number>>16), 1)
	}
	if p := u.known.pure[string(u.key)]; p != nil {
		return p
	}
	p := &pureResults{known: slices.Clone(u.g.simple), fits: newBits(len(u.g.sets))}
	for _, t := range r.sorted {
		p.learn(t)
	}
	if r.mapping != nil {
		p.learn(r.mapping)
	}
	u.known.pure[string(u.key)] = p
	return p
}

// learn notes that the lists fit which a tag is enough for.
func (p *pureResults) learn(t *tag) {
	p.known.join(t.lists)
	p.fits.join(t.lists)
}

// fitsParts goes through a set's parts from the left; + and - bind tighter than OR.
func (u *run) fitsParts(r *reading, x *set, unify bool) bool {
	for i := 0; i < len(x.parts); i++ {
		ok := u.fits(r, x.parts[i], unify)
		for i < len(x.operators) && x.operators[i] != operatorOr {
			i++
			if ok {
				ok = u.fits(r, x.parts[i], unify) == (x.operators[i-1] == operatorPlus)
			}
		}
		if ok {
			return true
		}
	}
	return false
}

func (u *run) fitsUnifiedPart(r *reading, x *set) bool {
	u.unified = true
	if noted, asked := u.agreed.partsOf(x); asked {
		for _, part := range noted {
			if u.fits(r, part, false) {
				return true
			}
		}
		return false
	}
	parts := x.parts
	if len(parts) == 1 { // a LIST has no parts, and fits nothing here
		parts = parts[0].parts
	}
	var noted []*set
	for _, part := range parts {
		if u.fits(r, part, false) {
			noted = append(noted, part)
		}
	}
	u.agreed.parts = append(u.agreed.parts, agreedParts{x, noted})
	return len(noted) > 0
}

// fitsList tries the entries of a LIST.
func (u *run) fitsList(r *reading, x *set, unify bool) bool {
	captured := len(u.captures)
	var only *entry
	if unify {
		only = u.agreed.entry(x)
	}
	found := u.findPlain(r, x.plain, only)
	if found == nil {
		found = u.findBelow(r, x.special, only)
	}
	if found == nil {
		u.captures = u.captures[:captured]
		return false
	}
	if unify && only == nil {
		u.agreed.agree(x, found)
		u.unified = true
	}
	return true
}

// findPlain looks a reading's tags up in a trie of plain tags.
func (u *run) findPlain(r *reading, t trie, only *entry) *entry {
	if len(t) == 0 {
		return nil
	}
	for _, wanted := range r.sorted {
		if e := u.plainEntry(r, t.find(wanted), only); e != nil {
			return e
		}
	}
	if r.mapping != nil {
		return u.plainEntry(r, t.find(r.mapping), only)
	}
	return nil
}

func (u *run) plainEntry(r *reading, e *entry, only *entry) *entry {
	switch {
	case e == nil:
		return nil
	case e.terminal && (only == nil || only == e):
		return e
	}
	return u.findBelow(r, e.below, only)
}

// findBelow tries each entry of a trie, in the order of hashes.
func (u *run) findBelow(r *reading, t trie, only *entry) *entry {
	for _, e := range t {
		if !u.fitsTag(r, e.tag) {
			continue
		}
		if e.terminal && (only == nil || only == e) {
			return e
		}
		if found := u.findBelow(r, e.below, only); found != nil {
			return found
		}
	}
	return nil
}

// fitsTag tries one tag on a reading.
func (u *run) fitsTag(r *reading, t *tag) bool {
	switch {
	case t.is(kindVarString | kindVarStringV):
		made := u.make(t) // one that is to be made itself fits nothing, and would never end
		return made != nil && !made.is(kindVarString|kindVarStringV) && u.fitsTag(r, made)
	case t.is(kindExpression):
		return u.fitsExpression(r, t)
	case t.is(kindAnyCase):
		for _, x := range r.sorted {
			if x.is(kindTextual|kindWordForm|kindBaseForm) && u.folded(x) == t.folded {
				return true
			}
		}
		return false
	case t.is(kindVariable):
		value, set := u.variables[textHash(t.text)]
		return set && (t.valueHash == 0 || t.valueHash == value)
	case t.is(kindTarget):
		return u.targetFits && r.cohort == u.subject
	case t.is(kindMark), t.is(kindAttachTo):
		return r.cohort == u.subject
	}
	return r.has(t)
}

func (u *run) folded(t *tag) string {
	if t.folded == "" {
		if t.number > 0 { // shared between runs
			return fold(t.text)
		}
		t.folded = fold(t.text)
	}
	return t.folded
}

// fitsExpression searches the texts of a reading; what the groups of the first that fits hold is captured.
func (u *run) fitsExpression(r *reading, t *tag) bool {
	for _, x := range r.sorted {
		if !x.is(kindTextual | kindWordForm | kindBaseForm) {
			continue
		}
		if g := u.search(t, x); g.ok {
			u.captures = append(u.captures, g.list...)
			return true
		}
	}
	return false
}

func (u *run) search(expression, in *tag) groups {
	question := expressionOnTag{expression, in}
	if g, known := u.known.fitted[question]; known {
		return g
	}
	var g groups
	if found := expression.expression.FindStringSubmatch(in.text); found != nil {
		g = groups{ok: true, list: found[1:]}
	}
	u.known.fitted[question] = g
	return g
}
