package agreement

import (
	"slices"
	"strings"
)

// TemplateHead is what a template says of itself. It stands in no agreement made from it.
type TemplateHead struct {
	Name  Text `json:"name"`  // in the list of templates
	About Text `json:"about"` // what it is for
}

// The passages of a template's head. PartName is otherwise the name of a party or person, whose places name it.
var (
	TemplateNamePlace  = Place{Part: PartName}
	TemplateAboutPlace = Place{Part: PartAbout}
)

// Working gives the template as an agreement without parties, so that it can be edited, compared and kept like one.
// Its ID is the template's. TemplateOf is the way back.
func (t Template) Working() Agreement {
	a := New(t)
	a.ID = t.ID
	a.Head = &TemplateHead{Name: Both(t.Name.NB, t.Name.NN), About: Both(t.About.NB, t.About.NN)}
	return a
}

// TemplateOf gives the template that a working copy stands for. Identifiers are made such that the template can be
// written as a file, the same ones every time.
func TemplateOf(a Agreement) Template {
	t := Template{
		ID: a.ID, Version: a.Template.Version, Kind: a.Kind, Title: a.Title.Pair, Theme: a.Theme.Pair,
		Roles: a.Roles, Fields: a.Fields, Sections: slices.Clone(a.Sections),
	}
	if a.Head != nil {
		t.Name, t.About = a.Head.Name.Pair, a.Head.About.Pair
	}
	for i := range t.Sections {
		s := &t.Sections[i]
		s.ID, s.Removed = fileID(s.ID), nil
		s.Items = slices.Clone(s.Items)
		for j := range s.Items {
			s.Items[j].ID = fileID(s.Items[j].ID)
		}
		s.Payments = slices.Clone(s.Payments)
		for j := range s.Payments {
			s.Payments[j].ID = fileID(s.Payments[j].ID)
		}
	}
	return t
}

// fileID makes an identifier begin with a letter and hold small ones only, as those in templates' files do.
func fileID(id string) string {
	id = strings.ToLower(id)
	if id != "" && id[0] >= 'a' && id[0] <= 'z' {
		return id
	}
	return "i-" + id
}

// templateMark stands across the pages of a template; the word is the same in both forms.
const templateMark = "MAL"

// NewTemplateID makes an identifier for a template of the user's own.
func NewTemplateID() string { return "own-" + NewID() }

// IsTemplate reports whether this is a template that is being written and not an agreement.
func (a Agreement) IsTemplate() bool { return a.Head != nil }

func (a Agreement) withHeadText(p Place, change func(Text) Text) (Agreement, error) {
	if a.Head == nil {
		return a, noSuchPlace(p)
	}
	head := *a.Head
	if p == TemplateNamePlace {
		head.Name = change(head.Name)
	} else {
		head.About = change(head.About)
	}
	a.Head = &head
	return a, nil
}

// CheckTemplate lists what is missing before a template can be published, in one form: what Check finds, apart from
// what each agreement fills in by itself. It is meant for a working copy, of which everything
// is shown, whatever the answers to begin with.
func (a Agreement) CheckTemplate(form Form) []Finding {
	c := checker{a: a, form: form}
	if a.Head != nil {
		c.text(TemplateNamePlace, a.Head.Name, true)
		c.text(TemplateAboutPlace, a.Head.About, true)
	}
	for _, f := range a.Check(form) {
		switch f.Code {
		case PartyMissing, PartyNameMissing, SignatoryMissing, FieldMissing, PlaceholderUnfilled, PartiesTooFew,
			PaymentDue, PaymentAmount, SumDiffers:
		default:
			c.found = append(c.found, f)
		}
	}
	return c.found
}
