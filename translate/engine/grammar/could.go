package grammar

// Rules that no tag stands for are candidates of every word. Most ask for an expression along with kinds of words: the
// kinds are few, so it is found out once for each which of these rules it rules out.

// couldFit gives the rules for any word whose target could fit a reading if lemmas and forms were no matter.
func (u *run) couldFit(r *reading) bits {
	u.key = u.key[:0]
	for _, t := range r.sorted {
		if t.number > 0 && !t.isText() {
			u.key = append(u.key, byte(t.number), byte(t.number>>8), byte(t.number>>16))
		}
	}
	if r.mapping != nil {
		u.key = append(u.key, byte(r.mapping.number), byte(r.mapping.number>>8), byte(r.mapping.number>>16), 1)
	}
	if b := u.known.could[string(u.key)]; b != nil {
		return b
	}
	b := newBits(len(u.g.rules))
	for n := u.g.open.next(0, u.g.open); n >= 0; n = u.g.open.next(n+1, u.g.open) {
		if r.could(u.g.rules[n].target) {
			b.add(n)
		}
	}
	u.known.could[string(u.key)] = b
	return b
}

func (t *tag) isText() bool { return t.is(kindTextual | kindWordForm | kindBaseForm) }

// could reports whether a set could fit a reading with the same tags and another lemma and form, in a text of any
// variables.
func (r *reading) could(x *set) bool {
	switch {
	case x.is(setAny):
		return true
	case len(x.parts) == 0:
		return r.couldList(x.plain) || r.couldList(x.special)
	case x.is(setSetUnify):
		return r.couldSome(x.parts)
	}
	for i := 0; i < len(x.parts); i++ {
		ok := r.could(x.parts[i])
		for i < len(x.operators) && x.operators[i] != operatorOr {
			i++
			if x.operators[i-1] == operatorPlus {
				ok = ok && r.could(x.parts[i])
			}
		}
		if ok {
			return true
		}
	}
	return false
}

// couldSome is for &&, which asks for one of the parts or of the parts of its only part.
func (r *reading) couldSome(parts []*set) bool {
	if len(parts) == 1 {
		parts = parts[0].parts
	}
	for _, x := range parts {
		if r.could(x) {
			return true
		}
	}
	return false
}

func (r *reading) couldList(t trie) bool {
	const elsewhere = kindTextual | kindWordForm | kindBaseForm | kindExpression | kindAnyCase | kindVariable | kindVarString |
		kindVarStringV | kindTarget | kindMark | kindAttachTo | kindSpecial
	for _, e := range t {
		if (e.tag.is(elsewhere) || r.has(e.tag)) && (e.terminal || r.couldList(e.below)) {
			return true
		}
	}
	return false
}
