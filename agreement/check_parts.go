package agreement

import "strconv"

func (c *checker) parties() {
	for _, role := range c.a.Roles {
		parties := c.a.PartiesIn(role.ID)
		switch least, most := role.Bounds(); {
		case len(parties) == 0 && least > 0:
			c.add(PartyMissing, Place{Party: role.ID}, "Role", role.Called(least, c.form))
		case len(parties) < least:
			c.add(PartiesTooFew, Place{Party: role.ID}, "Role", role.Called(0, c.form),
				"Count", strconv.Itoa(len(parties)), "Min", strconv.Itoa(least))
		case len(parties) > most:
			c.add(PartiesTooMany, Place{Party: role.ID}, "Role", role.Called(0, c.form),
				"Count", strconv.Itoa(len(parties)), "Max", strconv.Itoa(most))
		}
		for _, p := range parties {
			c.party(role, p)
		}
	}
}

func (c *checker) party(role Role, p Party) {
	label := role.Label.In(c.form)
	if blank(p.Name) {
		c.add(PartyNameMissing, Place{Party: p.Key(), Part: PartName}, "Role", label)
	}
	if len(p.Signatories) == 0 {
		name := p.Name
		if blank(name) {
			name = label
		}
		c.add(SignatoryMissing, Place{Party: p.Key()}, "Party", name)
	}
	for _, people := range [][]Person{p.Contacts, p.Signatories} {
		for _, person := range people {
			c.text(Place{Party: p.Key(), Person: person.ID, Part: PartTitle}, person.Title, false)
		}
	}
}

// payments checks a grant's payments: that each has a date and an amount, and that together they are what is granted.
func (c *checker) payments(s Section) {
	for _, p := range s.Payments {
		if !p.DueValid() {
			c.add(PaymentDue, Place{Section: s.ID, Item: p.ID, Part: PartDue})
		}
		if _, ok := p.Kroner(); !ok {
			c.add(PaymentAmount, Place{Section: s.ID, Item: p.ID, Part: PartAmount})
		}
		c.text(Place{Section: s.ID, Item: p.ID, Part: PartPurpose}, p.Purpose, false)
	}
	sum, whole := s.Sum()
	total, ok := c.a.Granted(s)
	if len(s.Payments) == 0 || !whole || !ok || sum == total {
		return
	}
	f, _ := c.a.Field(s.Total)
	more, difference := "", total-sum
	if sum > total {
		more, difference = "true", sum-total
	}
	c.add(SumDiffers, Place{Section: s.ID, Item: s.Payments[len(s.Payments)-1].ID, Part: PartAmount},
		"Field", f.Label.In(c.form), "Sum", InTable(sum), "Total", InTable(total), "Difference", InTable(difference), "More", more)
}
