package agreement

import "slices"

// Common gives what copies of the agreement for other parties in a role have in common: all of it without those parties,
// with placeholders where they are named in so many letters. Notes and the record of saves stay behind.
func (a Agreement) Common(role string) Agreement {
	var mentions []Mention
	for _, m := range a.NamesInTexts() {
		if m.Placeholder == "{"+role+"}" || m.Placeholder == "{"+role+".name}" ||
			m.Placeholder == "{"+role+"}s" || m.Placeholder == "{"+role+".name}s" {
			mentions = append(mentions, m)
		}
	}
	a = a.withPlaceholders(mentions)
	a.Roles = slices.Clone(a.Roles)
	for i, r := range a.Roles {
		if r.ID == role {
			a.Roles[i] = a.asHeld(r)
		}
	}
	for _, p := range a.PartiesIn(role) {
		if p.ID != "" {
			a.Sections = withoutMember(a.Sections, p.ID)
		}
	}
	a.Parties = slices.DeleteFunc(slices.Clone(a.Parties), func(p Party) bool { return p.Role == role })
	a.Status, a.Notes, a.Amends, a.Head, a.Revision = Draft, nil, nil, nil, 0
	return a
}

// CommonChanges lists what it takes to bring a draft from one state of what it has in common with others to a newer one,
// as TemplateChanges does for versions of a template.
func (a Agreement) CommonChanges(old, newer Agreement) []TemplateChange {
	return a.TemplateChanges(old.asTemplate(), newer.asTemplate())
}

// UpdateCommon brings a draft from one state of what it has in common with others to a newer one, as one step, with those
// changes that take says.
func UpdateCommon(old, newer Agreement, take func(TemplateChange) bool) Command {
	c := UpdateTemplate(old.asTemplate(), newer.asTemplate(), take)
	c.Name = "common_update"
	return c
}

// asTemplate gives the agreement's content as a template, with every identifier as it is.
func (a Agreement) asTemplate() Template {
	return Template{
		ID: a.Template.ID, Version: a.Template.Version, Kind: a.Kind, Title: a.Title.Pair, Theme: a.Theme.Pair,
		Roles: a.Roles, Fields: a.Fields, Sections: a.Sections,
	}
}
