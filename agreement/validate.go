package agreement

import (
	"unicode/utf8"
)

// The bounds of an agreement. They are far above what people write and keep a file from elsewhere from filling memory.
const (
	maxSections = 200
	maxItems    = 2000
	maxPeople   = 200
	maxParties  = 500
	maxOptions  = 200
	maxText     = 100_000 // bytes in one wording
)

// Validate reports what makes an agreement broken rather than unfinished: identifiers that are missing or double,
// kinds that this version does not know, a party in no role, wordings that are no text or too long. The error names
// the place. An agreement made by New and changed by commands is always valid.
func (a Agreement) Validate() error {
	v := validator{seen: map[string]bool{}}
	v.id(a.ID, "id")
	if a.Amends != nil && (!validID(a.Amends.ID) || a.Amends.Revision < 0) {
		v.fail("identifier", a.Amends.ID)
	}
	if a.Kind == "" || a.Status == "" {
		v.fail("kind", string(a.Kind))
	}
	if len(a.Sections) > maxSections || len(a.Fields) > maxItems || len(a.Roles) > maxPeople {
		v.fail("size", a.ID)
	}
	v.roles(a)
	v.parties(a)
	v.fields(a.Fields)
	for _, s := range a.Sections {
		v.section(a, s)
	}
	for p, t := range a.Passages() {
		v.text(p.Key(), t.NB, t.NN, t.Approved.NB, t.Approved.NN, t.Agreed.NB, t.Agreed.NN)
	}
	v.notes(a.Notes)
	return v.err
}

type validator struct {
	seen map[string]bool
	err  error
}

func (v *validator) fail(what, where string) {
	if v.err == nil {
		v.err = NewError(Invalid, "error.agreement."+what, nil, "Where", where)
	}
}

// id checks an identifier and that its kind has no other like it.
func (v *validator) id(id, kind string) {
	if !validID(id) {
		v.fail("identifier", id)
	}
	if v.seen[kind+"/"+id] {
		v.fail("duplicate", id)
	}
	v.seen[kind+"/"+id] = true
}

func (v *validator) roles(a Agreement) {
	for _, r := range a.Roles {
		v.id(r.ID, "placeholder")
		v.text(r.ID, r.Label.NB, r.Label.NN, r.Plural.NB, r.Plural.NN)
		if r.Repeat.Min < 0 || r.Repeat.Max < r.Repeat.Min || r.Repeat.Max > maxParties {
			v.fail("repeat", r.ID)
		}
	}
}

func (v *validator) parties(a Agreement) {
	if len(a.Parties) > maxParties {
		v.fail("size", "parties")
	}
	for _, p := range a.Parties {
		key := p.Key()
		v.id(key, "party")
		if role, ok := a.Role(p.Role); !ok || p.ID != "" && !role.Repeated() {
			v.fail("role", key)
		}
		if _, ok := a.Role(key); ok && key != p.Role {
			v.fail("duplicate", key) // a place that names the key would be in two parties
		}
		if len(p.Contacts)+len(p.Signatories) > maxPeople {
			v.fail("size", key)
		}
		v.text(key, p.Name, p.Short, p.Address, p.Number, p.OrgNumber)
		for _, people := range [][]Person{p.Contacts, p.Signatories} {
			for _, q := range people {
				v.id(q.ID, "person/"+key)
				v.text(key, q.Name, q.Email, q.Phone)
			}
		}
	}
}

func (v *validator) fields(fields []Field) {
	for _, f := range fields {
		v.id(f.ID, "placeholder")
		switch f.Type {
		case LineField, TextField, NumberField, MonthsField, AmountField, DateField, YearField, ChoiceField:
		default:
			v.fail("kind", string(f.Type))
		}
		if len(f.Options) > maxOptions {
			v.fail("size", f.ID)
		}
		for _, o := range f.Options {
			v.id(o.ID, "option/"+f.ID)
			v.text(f.ID, o.Label.NB, o.Label.NN)
		}
		v.text(f.ID, f.Answer.Value, f.Label.NB, f.Label.NN, f.Help.NB, f.Help.NN)
	}
}

func (v *validator) section(a Agreement, s Section) {
	v.id(s.ID, "section")
	switch s.Kind {
	case Prose, Goals, Focus, Contacts, Signatures, Networks, PartyList:
	case GrantTerms:
		v.grant(a, s)
	case Roles:
		if _, ok := a.Role(s.Party); !ok {
			v.fail("role", s.Party)
		}
	default:
		v.fail("kind", string(s.Kind))
	}
	if len(s.Items) > maxItems {
		v.fail("size", s.ID)
	}
	v.condition(a, s.ID, s.ShowIf)
	for _, it := range s.Items {
		v.id(it.ID, "item/"+s.ID)
		v.condition(a, it.ID, it.ShowIf)
		v.text(it.ID, it.Lead)
		v.text(it.ID, it.Members...)
		if len(it.Members) > maxParties {
			v.fail("size", it.ID)
		}
	}
	v.removed(s)
	if s.Kind != GrantTerms && (len(s.Payments) > 0 || len(s.Facts) > 0 || s.Total != "") {
		v.fail("kind", s.ID)
	}
}

// removed checks the items that were taken out. They share their identifiers with those that are there.
func (v *validator) removed(s Section) {
	if len(s.Removed) > maxItems {
		v.fail("size", s.ID)
	}
	for _, r := range s.Removed {
		v.id(r.Item.ID, "item/"+s.ID)
		v.text(r.Item.ID, r.After)
		for _, t := range []Text{r.Item.Title, r.Item.Text} {
			v.text(r.Item.ID, t.NB, t.NN, t.Approved.NB, t.Approved.NN, t.Agreed.NB, t.Agreed.NN)
		}
	}
}

// grant checks that a grant's fields are there, and its payments. Payments share their identifiers with the items.
func (v *validator) grant(a Agreement, s Section) {
	for _, id := range s.Facts {
		v.id(id, "fact/"+s.ID)
		if _, ok := a.Field(id); !ok {
			v.fail("field", id)
		}
	}
	if f, ok := a.Field(s.Total); s.Total != "" && (!ok || f.Type != AmountField) {
		v.fail("field", s.Total)
	}
	if len(s.Payments) > maxItems {
		v.fail("size", s.ID)
	}
	for _, p := range s.Payments {
		v.id(p.ID, "item/"+s.ID)
		v.text(p.ID, p.Due, p.Amount)
	}
}

// condition checks that what a condition asks for can be answered.
func (v *validator) condition(a Agreement, where string, c *Condition) {
	if c == nil {
		return
	}
	f, ok := a.Field(c.Field)
	if !ok || f.Type != ChoiceField || len(c.Is) == 0 {
		v.fail("condition", where)
		return
	}
	for _, id := range c.Is {
		if _, ok := f.Option(id); !ok {
			v.fail("condition", where)
		}
	}
}

func (v *validator) notes(notes []Note) {
	if len(notes) > maxItems {
		v.fail("size", "notes")
	}
	for _, n := range notes {
		v.id(n.ID, "note")
		v.text(n.ID, n.Text)
	}
}

func (v *validator) text(where string, wordings ...string) {
	for _, s := range wordings {
		if len(s) > maxText {
			v.fail("long", where)
		}
		if !utf8.ValidString(s) || Clean(s) != s {
			v.fail("characters", where)
		}
	}
}
