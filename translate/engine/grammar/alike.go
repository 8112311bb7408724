package grammar

// The original remembers what it found of sets by the hash of the reading. That of a reading with parts which a tag was
// added to (the last word of a text has one) sums up the tags of all its parts, so that bøtte<m>+fylling<f> and
// bøtte<f>+fylling<m> may have the same; what is found of one is then believed of the other. It is seldom so, and what
// follows from it depends on which sets were tried before: such a text goes through the grammar once more, remembering as
// the original does and leaving out nothing that it would try.

// setsFound is what sets were found to be for readings of one hash.
type setsFound struct {
	fit, unfit bits
}

// rehash hashes a reading anew.
func (u *run) rehash(r *reading) {
	r.rehash()
	u.noteHash(r)
}

// noteHash notes whether a reading whose hash sums up its parts has the hash of another.
func (u *run) noteHash(r *reading) {
	for p := r; p.next != nil && u.found == nil; p = p.next {
		if plain, ok := u.whole[p.hash]; ok && plain != p.plainHash {
			u.alike = true
		}
		u.whole[p.hash] = p.plainHash
	}
}

// fitsByHash tries a set as the original does. A set that looks closer than at tags is tried whatever is known, and so
// are its parts; what is found of them is remembered all the same.
func (u *run) fitsByHash(r *reading, x *set, unify bool) bool {
	f := u.found[r.hash]
	if f == nil {
		f = &setsFound{newBits(len(u.g.sets)), newBits(len(u.g.sets))}
		u.found[r.hash] = f
	}
	if !u.close && !unify {
		if f.unfit.has(x.number) {
			return false
		}
		if f.fit.has(x.number) {
			return true
		}
	}
	ok := u.fitsItself(r, x, unify)
	switch {
	case ok:
		f.fit.add(x.number)
	case !unify && !x.is(setTagUnify):
		f.unfit.add(x.number)
	}
	return ok
}
