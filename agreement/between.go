package agreement

// maxNamed is how many parties a title names; where there are more, those of repeated roles are counted.
const maxNamed = 6

// between gives "mellom A og B", with brackets for roles that nobody holds yet, and the parties' names. Many parties are
// counted: "mellom Vestfold fylkeskommune og 23 kommunar".
func (r resolver) between() (Passage, []string) {
	var spans []Span
	var names []string
	first := Place{Part: PartName}
	for _, role := range r.a.Roles {
		parties := r.a.PartiesIn(role.ID)
		least, _ := role.Bounds()
		if len(parties) == 0 && least > 0 {
			spans = append(spans, Span{"[" + role.Called(least, r.form) + "]", Unfilled})
		}
		if first.Party == "" && (len(parties) > 0 || least > 0) {
			first.Party = role.ID
			if len(parties) > 0 {
				first.Party = parties[0].Key()
			}
		}
		if role.Repeated() && len(parties) > 1 && r.a.copies() > maxNamed {
			spans = append(spans, Span{countWord(len(parties), r.form) + hardSpace + role.Called(len(parties), r.form), Plain})
		} else {
			for _, p := range parties {
				spans = append(spans, r.partyName(role, p))
			}
		}
		for _, p := range parties {
			if !blank(p.Name) {
				names = append(names, tidy(p.Name))
			}
		}
	}
	if len(spans) == 0 {
		return Passage{}, nil
	}
	out := Passage{Place: first}
	out.add(r.words.between+" ", Plain)
	out.enumerate(spans, r.words.and)
	return out, names
}

func (r resolver) partyName(role Role, p Party) Span {
	if blank(p.Name) {
		return Span{"[" + role.Label.In(r.form) + "]", Unfilled}
	}
	return Span{tidy(p.Name), Plain}
}

// enumerate appends spans as running text has them: "A, B og C".
func (p *Passage) enumerate(spans []Span, and string) {
	for i, s := range spans {
		switch {
		case i > 0 && i == len(spans)-1:
			p.add(" "+and+" ", Plain)
		case i > 0:
			p.add(", ", Plain)
		}
		p.add(s.Text, s.Kind)
	}
}

// network gives the lines of a network that say who leads it and who takes part.
func (r resolver) network(s Section, it Item) []Passage {
	var out []Passage
	line := func(part Part, label string, who ...string) {
		var spans []Span
		for _, w := range who {
			spans = append(spans, r.named(w)...)
		}
		if len(spans) == 0 {
			return
		}
		p := Passage{Place: Place{Section: s.ID, Item: it.ID, Part: part}}
		p.add(label+": ", Plain)
		p.enumerate(spans, r.words.and)
		out = append(out, p)
	}
	line(PartLeader, r.words.leads, it.Lead)
	line(PartMembers, r.words.members, it.Members...)
	return out
}

// named gives the names that a network's leader or member stands for, in full: one for a party or a name, several for a
// repeated role, and those in brackets that are still missing.
func (r resolver) named(who string) []Span {
	role, isRole := r.a.Role(who)
	if p, ok := r.a.Party(who); ok && !isRole {
		role, _ = r.a.Role(p.Role)
		return []Span{r.partyName(role, p)}
	}
	if !isRole {
		if blank(who) {
			return nil
		}
		return []Span{{tidy(who), Plain}}
	}
	parties := r.a.PartiesIn(role.ID)
	if len(parties) == 0 {
		return []Span{{"[" + role.Called(0, r.form) + "]", Unfilled}}
	}
	var out []Span
	for _, p := range parties {
		out = append(out, r.partyName(role, p))
	}
	return out
}
