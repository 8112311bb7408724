package agreement

import (
	"iter"
	"slices"
)

// Key is the place as one string, unique within an agreement.
func (p Place) Key() string {
	return p.Section + "/" + p.Item + "/" + p.Field + "/" + p.Party + "/" + p.Person + "/" + string(p.Part)
}

// Text gives the passage at a place.
func (a Agreement) Text(p Place) (Text, bool) {
	if p.Section != "" && p.Field == "" && p.Party == "" {
		return a.sectionText(p)
	}
	var found Text
	_, err := a.withText(p, func(t Text) Text { found = t; return t })
	return found, err == nil
}

// sectionText looks a passage of a section up. Screens do so for every passage that they show.
func (a Agreement) sectionText(p Place) (Text, bool) {
	i := sectionIndex(a, p.Section)
	if i < 0 {
		return Text{}, false
	}
	s := &a.Sections[i]
	switch {
	case p.Item == "" && p.Part == PartHeading:
		return s.Heading, true
	case p.Item == "" && p.Part == PartLead:
		return s.Lead, true
	}
	for j := range s.Items {
		switch it := &s.Items[j]; {
		case it.ID != p.Item:
		case p.Part == PartTitle:
			return it.Title, true
		case p.Part == PartText:
			return it.Text, true
		}
	}
	if i := paymentIndex(s.Payments, p.Item); i >= 0 && p.Part == PartPurpose {
		return s.Payments[i].Purpose, true
	}
	return Text{}, false
}

// Passages goes through every bilingual passage in reading order: title and theme, fields, sections, people. A
// template that is being written has its name and what it is for before them.
func (a Agreement) Passages() iter.Seq2[Place, Text] {
	return func(yield func(Place, Text) bool) {
		visit := func(p Place, t Text) bool { return yield(p, t) }
		if h := a.Head; h != nil && (!visit(TemplateNamePlace, h.Name) || !visit(TemplateAboutPlace, h.About)) {
			return
		}
		if !visit(Place{Part: PartTitle}, a.Title) || !visit(Place{Part: PartTheme}, a.Theme) {
			return
		}
		for _, f := range a.Fields {
			if f.Bilingual() && !visit(Place{Field: f.ID, Part: PartAnswer}, f.Answer.Text) {
				return
			}
		}
		for _, s := range a.Sections {
			if !s.passages(visit) {
				return
			}
		}
		for _, p := range a.Parties {
			for _, person := range slices.Concat(p.Contacts, p.Signatories) {
				if !visit(Place{Party: p.Key(), Person: person.ID, Part: PartTitle}, person.Title) {
					return
				}
			}
		}
	}
}

func (s Section) passages(visit func(Place, Text) bool) bool {
	if !visit(Place{Section: s.ID, Part: PartHeading}, s.Heading) || !visit(Place{Section: s.ID, Part: PartLead}, s.Lead) {
		return false
	}
	for _, it := range s.Items {
		if s.Kind.Titled() && !visit(Place{Section: s.ID, Item: it.ID, Part: PartTitle}, it.Title) {
			return false
		}
		if !visit(Place{Section: s.ID, Item: it.ID, Part: PartText}, it.Text) {
			return false
		}
	}
	for _, p := range s.Payments {
		if !visit(Place{Section: s.ID, Item: p.ID, Part: PartPurpose}, p.Purpose) {
			return false
		}
	}
	return true
}

// withText gives the agreement with the passage at p changed, sharing all that is not on the way to it.
func (a Agreement) withText(p Place, change func(Text) Text) (Agreement, error) {
	if a.IsTemplate() { // what a template says of agreed wording is that wording
		given := change
		change = func(t Text) Text {
			if t = given(t); t.Locked() {
				return t.Lock()
			}
			return t
		}
	}
	switch {
	case p == Place{Part: PartTitle}:
		a.Title = change(a.Title)
	case p == Place{Part: PartTheme}:
		a.Theme = change(a.Theme)
	case p == TemplateNamePlace, p == TemplateAboutPlace:
		return a.withHeadText(p, change)
	case p.Field != "":
		return a.withFieldText(p, change)
	case p.Party != "":
		return a.withPersonTitle(p, change)
	default:
		return a.withSectionText(p, change)
	}
	return a, nil
}

func (a Agreement) withFieldText(p Place, change func(Text) Text) (Agreement, error) {
	i := slices.IndexFunc(a.Fields, func(f Field) bool { return f.ID == p.Field && f.Bilingual() })
	if i < 0 || p.Part != PartAnswer && p.Part != "" {
		return a, noSuchPlace(p)
	}
	a.Fields = slices.Clone(a.Fields)
	a.Fields[i].Answer.Text = change(a.Fields[i].Answer.Text)
	return a, nil
}

func (a Agreement) withPersonTitle(p Place, change func(Text) Text) (Agreement, error) {
	i := partyIndex(a.Parties, p.Party)
	if i < 0 || p.Part != PartTitle {
		return a, noSuchPlace(p)
	}
	party := a.Parties[i]
	for _, people := range []*[]Person{&party.Contacts, &party.Signatories} {
		j := slices.IndexFunc(*people, func(q Person) bool { return q.ID == p.Person })
		if j < 0 {
			continue
		}
		*people = slices.Clone(*people)
		(*people)[j].Title = change((*people)[j].Title)
		a.Parties = slices.Clone(a.Parties)
		a.Parties[i] = party
		return a, nil
	}
	return a, noSuchPlace(p)
}

func (a Agreement) withSectionText(p Place, change func(Text) Text) (Agreement, error) {
	i := slices.IndexFunc(a.Sections, func(s Section) bool { return s.ID == p.Section })
	if i < 0 {
		return a, noSuchPlace(p)
	}
	s := a.Sections[i]
	switch {
	case p.Item == "" && p.Part == PartHeading:
		s.Heading = change(s.Heading)
	case p.Item == "" && p.Part == PartLead:
		s.Lead = change(s.Lead)
	case p.Part == PartPurpose:
		j := paymentIndex(s.Payments, p.Item)
		if j < 0 {
			return a, noSuchPlace(p)
		}
		s.Payments = slices.Clone(s.Payments)
		s.Payments[j].Purpose = change(s.Payments[j].Purpose)
	default:
		j := itemIndex(s.Items, p.Item)
		if j < 0 {
			return a, noSuchPlace(p)
		}
		s.Items = slices.Clone(s.Items)
		switch p.Part {
		case PartTitle:
			s.Items[j].Title = change(s.Items[j].Title)
		case PartText:
			s.Items[j].Text = change(s.Items[j].Text)
		default:
			return a, noSuchPlace(p)
		}
	}
	a.Sections = slices.Clone(a.Sections)
	a.Sections[i] = s
	return a, nil
}
