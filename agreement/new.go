package agreement

import (
	"fmt"
	"slices"
)

// New makes a fresh agreement from a template. The parties take the roles that they name and get the signatories
// and contact persons that those roles call for; in repeated roles they also get IDs. Parties in roles that the template
// does not have are left out.
func New(t Template, parties ...Party) Agreement {
	a := Agreement{
		ID:       NewID(),
		Template: TemplateRef{ID: t.ID, Version: t.Version},
		Kind:     t.Kind,
		Status:   Draft,
		Title:    Both(t.Title.NB, t.Title.NN),
		Theme:    Both(t.Theme.NB, t.Theme.NN),
		Roles:    slices.Clone(t.Roles),
		Fields:   slices.Clone(t.Fields),
		Sections: slices.Clone(t.Sections),
	}
	for _, p := range parties {
		if r, ok := a.Role(p.Role); ok {
			a.Parties = withParty(a.Roles, a.Parties, r.keyed(r.Fit(p), a))
		}
	}
	return a
}

// Fit gives the party in this role, with the signatories and contact persons that the role calls for where the
// party brings none of its own. Their names are blank: lines to be filled in by hand, unless somebody types them.
func (r Role) Fit(p Party) Party {
	p.Role = r.ID
	if len(p.Signatories) == 0 {
		p.Signatories = people("signatory", r.Signatories)
	}
	if len(p.Contacts) == 0 {
		p.Contacts = people("contact", r.Contacts)
	}
	return p
}

func people(id string, titles []Pair) []Person {
	var out []Person
	for i, t := range titles {
		out = append(out, Person{ID: fmt.Sprintf("%s-%d", id, i+1), Title: Both(t.NB, t.NN)})
	}
	return out
}

// NewItem makes an empty item with an identifier of its own.
func NewItem() Item { return Item{ID: NewID()} }

// NewPerson makes a person without a name or title.
func NewPerson() Person { return Person{ID: NewID()} }

// Duplicate gives a copy of the agreement that is a draft of its own and was never saved.
func (a Agreement) Duplicate() Agreement {
	a.ID, a.Revision, a.Status, a.Amends = NewID(), 0, Draft, nil
	return a
}
