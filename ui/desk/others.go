package desk

// The commands for items also serve what else stands in lists: the parties in a repeated role and a grant's payments.

// addOther adds one more of what has the cursor and reports whether it is such a thing.
func (d *Desk) addOther() bool {
	if page, ok := d.page.(*titlePage); ok {
		if party, in := d.member(); in {
			page.repeated[party.Role].more()
			return true
		}
		return false
	}
	if page, id, ok := d.payment(); ok {
		page.add(id)
		return true
	}
	return false
}

// moveOther moves what has the cursor and reports whether it is such a thing.
func (d *Desk) moveOther(by int) bool {
	if party, ok := d.member(); ok {
		d.moveParty(party.Key(), by)
		return true
	}
	if page, id, ok := d.payment(); ok {
		page.move(id, by)
		return true
	}
	return false
}

// removeOther takes out what has the cursor and reports whether it is such a thing.
func (d *Desk) removeOther() bool {
	if party, ok := d.member(); ok {
		d.removeParty(party.Key())
		return true
	}
	if page, id, ok := d.payment(); ok {
		page.remove(id)
		return true
	}
	return false
}
