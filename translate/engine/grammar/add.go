package grammar

import "slices"

// mapTags adds the tags of a rule's list to each reading that was hit.
func (u *run) mapTags(r *rule, c *cohort, t *trial) {
	for i, x := range slices.Clone(c.readings) {
		if !x.hit {
			continue
		}
		u.captures = append(u.captures[:0], t.captures[i]...)
		var mappings []*tag
		for _, added := range u.listed(r.maps) {
			if added.is(kindMapping) {
				mappings = append(mappings, added)
				continue
			}
			x.add(added)
			c.note(added)
		}
		u.rehash(x)
		x.mapped = true
		u.splitMappings(c, x, mappings)
	}
}

// listed gives the tags of a list, with varstrings made.
func (u *run) listed(x *set) []*tag {
	var found []*tag
	var below func(trie)
	below = func(t trie) {
		for _, e := range t {
			if e.tag.is(kindVarString | kindVarStringV) {
				if made := u.make(e.tag); made != nil {
					found = append(found, made)
				}
			} else {
				found = append(found, e.tag)
			}
			below(e.below)
		}
	}
	below(x.plain)
	below(x.special)
	for _, part := range x.parts {
		found = append(found, u.listed(part)...)
	}
	return found
}

// splitMappings gives a reading its mapping tag. Of several the last stays, and each other gets a reading of its own.
func (u *run) splitMappings(c *cohort, r *reading, mappings []*tag) {
	for i, t := range mappings {
		c.note(t)
		x := r
		if i < len(mappings)-1 {
			x = r.copy()
			x.number = r.number - (len(mappings) - i)
		}
		x.mapped = true
		x.add(t)
		u.rehash(x)
		same := func(y *reading) bool { return y.plainHash == x.plainHash && y.mapping == x.mapping } // whatever its parts
		if x != r && !slices.ContainsFunc(c.readings, same) {
			c.readings = append(c.readings, x)
		}
	}
}

// appendReadings adds the readings of a rule's list; each lemma in it begins one.
func (u *run) appendReadings(r *rule, c *cohort, t *trial) {
	i := slices.IndexFunc(c.readings, func(x *reading) bool { return x.hit })
	if i < 0 {
		return
	}
	u.captures = append(u.captures[:0], t.captures[i]...)
	var added []*reading
	for _, tag := range u.listed(r.maps) {
		if tag.is(kindBaseForm) {
			fresh := &reading{cohort: c, number: (len(c.readings) + len(added) + 1) * numberStep}
			fresh.add(c.form)
			added = append(added, fresh)
		}
		if len(added) == 0 {
			continue
		}
		added[len(added)-1].add(tag)
		c.note(tag)
	}
	for _, x := range added {
		x.rehash()
	}
	c.readings = append(slices.Clone(c.readings), added...)
	if len(added) > 0 {
		c.readings = slices.DeleteFunc(c.readings, func(x *reading) bool { return x.magic })
	}
}

// magicReading stands in where no reading is left.
func (u *run) magicReading(c *cohort) *reading {
	r := &reading{cohort: c, number: numberStep, magic: true}
	r.add(c.form)
	r.rehash()
	return r
}
