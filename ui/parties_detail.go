package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/data/parties"
)

// shownAgreements is how many of a party's agreements are shown beside the list.
const shownAgreements = 12

// detail shows what is known of a row, with what can be done with it.
func (s *partiesScreen) detail(r partyRow) fyne.CanvasObject {
	name := subheading(r.Name)
	name.Wrapping = fyne.TextWrapWord
	parts := []fyne.CanvasObject{name}
	parts = append(parts, s.about(r)...)
	parts = append(parts, s.people(r, "parties.signatories", r.Signatories)...)
	parts = append(parts, s.people(r, "parties.contacts", r.Contacts)...)
	if len(r.Contacts)+len(r.Signatories) == 0 {
		parts = append(parts, note(s.T("parties.no_people")))
	}
	if names := s.groupsOf(r); len(names) > 0 {
		parts = append(parts, told(s.T("parties.groups"), strings.Join(names, ", ")))
	}
	parts = append(parts, s.agreements(r)...)
	return container.NewBorder(nil, container.New(layout.NewRowWrapLayout(), s.actions(r)...), nil, nil,
		container.NewVScroll(container.NewVBox(parts...)))
}

// told is a text with a small heading close above it.
func told(heading, text string) fyne.CanvasObject {
	return container.New(tight{}, caption(heading), prose(text))
}

// about are the facts of a row that have been filled in.
func (s *partiesScreen) about(r partyRow) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	add := func(key, text string) {
		if text != "" {
			parts = append(parts, told(s.T(key), text))
		}
	}
	if b, ok := parties.BodyOf(r.Number); ok {
		number := b.Number
		if b.Kind == agreement.MunicipalityParty {
			number += ", " + b.County
		}
		add("parties.body."+string(b.Kind), number)
	}
	if r.Short != r.Name && !r.BuiltIn() {
		add("parties.fact.short", r.Short)
	}
	add("parties.also", strings.Join(r.Also, ", "))
	add("parties.fact.number", agreement.SpacedNumber(r.OrgNumber))
	add("parties.fact.address", r.Address)
	add("parties.fact.form", s.adopted(r.Adopted))
	return parts
}

func (s *partiesScreen) people(r partyRow, title string, people []agreement.Person) []fyne.CanvasObject {
	if len(people) == 0 {
		return nil
	}
	var each []string
	for _, q := range people {
		said := strings.TrimSpace(q.Name)
		if t := in(q.Title.Pair, s.form()); t != "" {
			said = strings.TrimPrefix(said+", "+t, ", ")
		}
		var reach []string
		for _, word := range []string{q.Email, q.Phone} {
			if word != "" {
				reach = append(reach, word)
			}
		}
		if len(reach) > 0 {
			said += "\n" + strings.Join(reach, "  ·  ")
		}
		each = append(each, strings.TrimSpace(said))
	}
	return []fyne.CanvasObject{told(s.T(title), strings.Join(each, "\n"))}
}

// groupsOf names the groups that a row is in.
func (s *partiesScreen) groupsOf(r partyRow) []string {
	var names []string
	for _, g := range s.groups {
		for _, m := range g.Members {
			if m == r.Key() && m != "" {
				names = append(names, g.Name)
			}
		}
	}
	return names
}

// agreements are the last of a row's agreements, to be opened.
func (s *partiesScreen) agreements(r partyRow) []fyne.CanvasObject {
	if r.Agreements == 0 || s.withKey != r.key {
		return nil
	}
	parts := []fyne.CanvasObject{caption(s.T("parties.with"))}
	today := s.store.Today()
	for i, e := range s.with {
		if i == shownAgreements {
			parts = append(parts, note(s.words.N("parties.more", len(s.with)-i)))
			break
		}
		title := in(e.Genre, s.form())
		if subject := e.Subject(s.form()); subject != "" {
			title += ", " + subject
		}
		status := s.T("register.status." + string(e.Status(today)))
		if !e.Signed.IsZero() {
			status += ", " + s.T("parties.signed", "Year", e.Signed.Year)
		}
		b := newQuietButton(title+" ("+strings.ToLower(status)+")", theme.DocumentIcon(), func() { s.openDraft(e.ID) })
		parts = append(parts, container.New(&cut{}, b))
	}
	return parts
}

// cut gives an object the width that there is, whatever it wants.
type cut struct{}

func (*cut) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(40, objects[0].MinSize().Height)
}

func (*cut) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// actions are what can be done with a row.
func (s *partiesScreen) actions(r partyRow) []fyne.CanvasObject {
	edit := newMainButton(s.T("parties.edit"), func() { s.edit(r) })
	if !r.Kept && !r.BuiltIn() {
		edit.SetText(s.T("parties.keep_new"))
	}
	buttons := []fyne.CanvasObject{edit}
	add := func(key string, action func(partyRow)) {
		buttons = append(buttons, newButton(s.T(key), func() { action(r) }))
	}
	if r.Kept || r.BuiltIn() {
		add("parties.group.put", s.putInGroup)
	}
	if len(r.Contacts)+len(r.Signatories) > 0 {
		add("parties.person.button", s.choosePerson)
	}
	if r.Kept && !r.BuiltIn() {
		add("parties.merge.button", s.chooseOther)
	}
	switch {
	case r.Kept && r.BuiltIn():
		add("parties.clear", s.delete)
	case r.Kept:
		add("parties.delete", s.delete)
	}
	return buttons
}
