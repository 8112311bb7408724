package agreement

import (
	"slices"
	"strconv"
	"strings"
)

// The commands in this file change what only a template has: its questions, its roles, its sections, and which wording
// is agreed. They can't be carried out on an agreement.

func templateCommand(name string, p Place, structure bool, merge string, change func(Agreement) (Agreement, error)) Command {
	return Command{Name: name, Place: p, structure: structure, merge: merge, apply: func(a Agreement) (Agreement, error) {
		if !a.IsTemplate() {
			return a, noSuchPlace(p)
		}
		return change(a)
	}}
}

// SetField puts a question in place of the one with its ID; typing in a row is one step. What tells which part of it is
// typed in.
func SetField(f Field, what string) Command {
	p := Place{Field: f.ID, Part: PartAnswer}
	f = f.clean()
	merge := ""
	if what != "" {
		merge = mergeKey("field", p, what)
	}
	return templateCommand("field", p, false, merge, func(a Agreement) (Agreement, error) {
		return a.withFields(p, func(fields []Field, i int) []Field {
			fields[i] = f
			return fields
		})
	})
}

// AddField adds a question behind the others.
func AddField(f Field) Command {
	p := Place{Field: f.ID, Part: PartAnswer}
	f = f.clean()
	return templateCommand("field_add", p, true, "", func(a Agreement) (Agreement, error) {
		a.Fields = append(slices.Clone(a.Fields), f)
		return a, a.Validate()
	})
}

// RemoveField takes a question out. One that a text, a condition or a table needs is Refused, with where.
func RemoveField(id string) Command {
	p := Place{Field: id, Part: PartAnswer}
	return templateCommand("field_remove", p, true, "", func(a Agreement) (Agreement, error) {
		if where, used := a.whereSpokenOf(id); used {
			return a, NewError(Refused, "error.template.fieldUsed", nil, "ID", "{"+id+"}", "Where", eitherForm(where))
		}
		return a.withFields(p, func(fields []Field, i int) []Field { return slices.Delete(fields, i, i+1) })
	})
}

// MoveField moves a question by a number of places, negative is up.
func MoveField(id string, by int) Command {
	p := Place{Field: id, Part: PartAnswer}
	return templateCommand("field_move", p, true, "", func(a Agreement) (Agreement, error) {
		return a.withFields(p, func(fields []Field, i int) []Field {
			out, _ := moved(fields, i, by)
			return out
		})
	})
}

func (a Agreement) withFields(p Place, change func([]Field, int) []Field) (Agreement, error) {
	i := slices.IndexFunc(a.Fields, func(f Field) bool { return f.ID == p.Field })
	if i < 0 {
		return a, noSuchPlace(p)
	}
	a.Fields = change(slices.Clone(a.Fields), i)
	return a, nil
}

func (f Field) clean() Field {
	f.Label, f.Help = f.Label.clean(), f.Help.clean()
	f.Answer.Value, f.Answer.Text = CleanLine(f.Answer.Value), f.Answer.Text.clean()
	f.Options = slices.Clone(f.Options)
	for i := range f.Options {
		f.Options[i].Label = f.Options[i].Label.clean()
	}
	return f
}

// eitherForm gives a heading to messages, by form, in the other form where one is missing.
func eitherForm(p Pair) map[string]string {
	out := make(map[string]string, len(Forms))
	for _, form := range Forms {
		out[string(form)] = p.In(form)
		if blank(p.In(form)) {
			out[string(form)] = p.In(form.Other())
		}
	}
	return out
}

func (p Pair) clean() Pair { return Pair{NB: Clean(p.NB), NN: Clean(p.NN)} }

// whereSpokenOf names the first section that needs a value, in both forms.
func (a Agreement) whereSpokenOf(ids ...string) (Pair, bool) {
	for _, id := range ids {
		one := a
		for _, s := range a.Sections {
			one.Sections, one.Title, one.Theme, one.Fields = []Section{s}, Text{}, Text{}, nil
			if one.speaksOf(id) {
				return s.Heading.Pair, true
			}
		}
		if a.speaksOf(id) {
			return a.Title.Pair, true
		}
	}
	return Pair{}, false
}

// SetRole puts a role in place of the one with its ID; typing in a row is one step. What tells which part of it is
// typed in.
func SetRole(r Role, what string) Command {
	p := Place{Party: r.ID}
	r.Label, r.Plural = r.Label.clean(), r.Plural.clean()
	r.Signatories, r.Contacts = cleanPairs(r.Signatories), cleanPairs(r.Contacts)
	merge := ""
	if what != "" {
		merge = mergeKey("role", p, what)
	}
	return templateCommand("role", p, false, merge, func(a Agreement) (Agreement, error) {
		return a.withRoles(p, func(roles []Role, i int) []Role {
			roles[i] = r
			return roles
		})
	})
}

func cleanPairs(pairs []Pair) []Pair {
	pairs = slices.Clone(pairs)
	for i := range pairs {
		pairs[i] = pairs[i].clean()
	}
	return pairs
}

// AddRole adds a role behind the others.
func AddRole(r Role) Command {
	return templateCommand("role_add", Place{Party: r.ID}, true, "", func(a Agreement) (Agreement, error) {
		a.Roles = append(slices.Clone(a.Roles), r)
		return a, a.Validate()
	})
}

// RemoveRole takes a role out. One that has duties, or that a text mentions, is Refused, with where.
func RemoveRole(id string) Command {
	p := Place{Party: id}
	return templateCommand("role_remove", p, true, "", func(a Agreement) (Agreement, error) {
		where, used := a.whereSpokenOf(id, id+".name", id+".count")
		for _, s := range a.Sections {
			if s.Party == id {
				where, used = s.Heading.Pair, true
			}
		}
		if used {
			return a, NewError(Refused, "error.template.roleUsed", nil, "Where", eitherForm(where))
		}
		return a.withRoles(p, func(roles []Role, i int) []Role { return slices.Delete(roles, i, i+1) })
	})
}

// MoveRole moves a role by a number of places, negative is up.
func MoveRole(id string, by int) Command {
	p := Place{Party: id}
	return templateCommand("role_move", p, true, "", func(a Agreement) (Agreement, error) {
		return a.withRoles(p, func(roles []Role, i int) []Role {
			out, _ := moved(roles, i, by)
			return out
		})
	})
}

func (a Agreement) withRoles(p Place, change func([]Role, int) []Role) (Agreement, error) {
	i := slices.IndexFunc(a.Roles, func(r Role) bool { return r.ID == p.Party })
	if i < 0 {
		return a, noSuchPlace(p)
	}
	a.Roles = change(slices.Clone(a.Roles), i)
	return a, nil
}

// AddSection puts a section behind another one, or first where after is "".
func AddSection(after string, s Section) Command {
	p := Place{Section: s.ID}
	return templateCommand("section_add", p, true, "", func(a Agreement) (Agreement, error) {
		i := sectionIndex(a, after)
		if after != "" && i < 0 {
			return a, noSuchPlace(Place{Section: after})
		}
		a.Sections = slices.Insert(slices.Clone(a.Sections), i+1, s)
		return a, a.Validate()
	})
}

// RemoveSection takes a section out with all that stands in it.
func RemoveSection(id string) Command {
	p := Place{Section: id}
	return templateCommand("section_remove", p, true, "", func(a Agreement) (Agreement, error) {
		return a.withSections(p, func(sections []Section, i int) []Section { return slices.Delete(sections, i, i+1) })
	})
}

// MoveSection moves a section by a number of places, negative is up.
func MoveSection(id string, by int) Command {
	p := Place{Section: id}
	return templateCommand("section_move", p, true, "", func(a Agreement) (Agreement, error) {
		return a.withSections(p, func(sections []Section, i int) []Section {
			out, _ := moved(sections, i, by)
			return out
		})
	})
}

// RequireSection says whether an agreement can be signed while the section is empty.
func RequireSection(id string, required bool) Command {
	p := Place{Section: id}
	return templateCommand("section_required", p, true, "", func(a Agreement) (Agreement, error) {
		return a.withSections(p, func(sections []Section, i int) []Section {
			sections[i].Required = required
			return sections
		})
	})
}

// ShowSectionIf says when a section belongs to an agreement; nil is always.
func ShowSectionIf(id string, c *Condition) Command {
	p := Place{Section: id}
	return templateCommand("section_condition", p, true, "", func(a Agreement) (Agreement, error) {
		a, err := a.withSections(p, func(sections []Section, i int) []Section {
			sections[i].ShowIf = c
			return sections
		})
		if err != nil {
			return a, err
		}
		return a, a.Validate()
	})
}

func (a Agreement) withSections(p Place, change func([]Section, int) []Section) (Agreement, error) {
	i := sectionIndex(a, p.Section)
	if i < 0 {
		return a, noSuchPlace(p)
	}
	a.Sections = change(slices.Clone(a.Sections), i)
	return a, nil
}

// LockText makes the lead of a section, or an item with its title, agreed wording, or ends that. In drafts, changing
// agreed wording takes a confirmation and is listed as a deviation.
func LockText(p Place, locked bool) Command {
	name := "lock"
	if !locked {
		name = "unlock"
	}
	return templateCommand(name, p, false, "", func(a Agreement) (Agreement, error) {
		set := func(t Text) Text {
			t.Agreed = Pair{}
			if locked {
				return t.Lock()
			}
			return t
		}
		places := []Place{p}
		if p.Item != "" {
			places = nil
			for _, part := range []Part{PartTitle, PartText} {
				places = append(places, Place{Section: p.Section, Item: p.Item, Part: part})
			}
		}
		for _, at := range places {
			var err error
			if a, err = a.withText(at, set); err != nil {
				return a, err
			}
		}
		return a, nil
	})
}

// Lockable reports whether a place can have agreed wording: a lead, or an item.
func (p Place) Lockable() bool {
	return p.Section != "" && (p.Item == "" && p.Part == PartLead || p.Item != "" && (p.Part == PartTitle || p.Part == PartText))
}

// FreeID makes an identifier for a question, role or section of a word, such as one that texts can mention it by, that
// nothing in the template has yet: "Varsel ved oppseiing" gives "varsel-ved-oppseiing".
func (a Agreement) FreeID(word, otherwise string) string {
	word = strings.NewReplacer("æ", "ae", "ø", "o", "å", "aa").Replace(strings.ToLower(word))
	id := strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return '-'
	}, word), "-")
	for strings.Contains(id, "--") {
		id = strings.ReplaceAll(id, "--", "-")
	}
	if id = strings.Trim(id[:min(len(id), 32)], "-"); id == "" || id[0] < 'a' {
		id = otherwise
	}
	taken := func(id string) bool {
		_, field := a.Field(id)
		_, role := a.Role(id)
		_, section := a.Section(id)
		return field || role || section || id == "copies"
	}
	for n, first := 2, id; taken(id); n++ {
		id = first + "-" + strconv.Itoa(n)
	}
	return id
}
