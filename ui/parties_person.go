package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"avtalebok/data"
)

// choosePerson asks which of a row's people is to be removed everywhere.
func (s *partiesScreen) choosePerson(r partyRow) {
	var names []string
	for _, q := range slices.Concat(r.Contacts, r.Signatories) {
		if q.Name != "" && !slices.Contains(names, q.Name) {
			names = append(names, q.Name)
		}
	}
	switch len(names) {
	case 0:
		s.tell(s.T("parties.person.title"), s.T("parties.person.unnamed"))
		return
	case 1:
		s.tracePerson(names[0], r.key)
		return
	}
	var sheet *sheet
	choice := newSelection(names, nil)
	choice.SetSelectedIndex(0)
	goOn := newMainButton(s.T("parties.person.look"), func() {
		sheet.Hide()
		s.tracePerson(names[choice.SelectedIndex()], r.key)
	})
	sheet = s.newSheet(s.T("parties.person.title"), container.NewVBox(prose(s.T("parties.person.who")), choice),
		newButton(s.T("dialog.cancel"), func() { sheet.Hide() }), goOn)
	sheet.present(choice, fyne.NewSize(520, 0))
}

// tracePerson looks where a name stands, and asks whether it is to be removed there.
func (s *partiesScreen) tracePerson(name, key string) {
	var traces data.PersonTraces
	s.patiently(s.T("parties.person.looking", "Name", name), func(ctx context.Context) (err error) {
		traces, err = s.store.PersonTraces(ctx, name)
		return err
	}, func() { s.askRemoval(traces, key) })
}

func (s *partiesScreen) askRemoval(t data.PersonTraces, key string) {
	out := make([]bool, len(t.Appearances))
	box := container.NewVBox(prose(s.T("parties.person.about", "Name", t.Name)))
	var remove *button
	var first fyne.Focusable
	for i, a := range t.Appearances {
		out[i] = true
		c := newCheck(s.appearance(a), true, func(on bool) {
			out[i] = on
			if slices.Contains(out, true) {
				remove.Enable()
			} else {
				remove.Disable()
			}
		})
		box.Add(c)
		if first == nil {
			first = c
		}
	}
	if stays := s.stays(t); len(stays) > 0 {
		box.Add(caption(s.T("parties.person.stays")))
		for _, said := range stays {
			box.Add(prose(said))
		}
	}
	var sheet *sheet
	remove = newButton(s.T("parties.person.remove"), func() {
		sheet.Hide()
		var chosen []data.Appearance
		for i, on := range out {
			if on {
				chosen = append(chosen, t.Appearances[i])
			}
		}
		s.removePerson(t.Name, key, chosen)
	})
	remove.Importance = widget.DangerImportance
	leave := newButton(s.T("dialog.cancel"), func() { sheet.Hide() })
	if first == nil {
		first = leave
		remove.Disable()
	}
	height := min(380*textScale(), s.window.Canvas().Size().Height-220)
	sheet = s.newSheet(s.T("parties.person.ask", "Name", t.Name), container.New(&least{height: height}, container.NewVScroll(box)), leave, remove)
	sheet.present(first, fyne.NewSize(640, 0))
}

// appearance says where somebody is named.
func (s *partiesScreen) appearance(a data.Appearance) string {
	words := []string{a.Party}
	if a.Email != "" {
		words = append(words, a.Email)
	}
	if a.Listed {
		words = append(words, s.T("parties.person.listed"))
	}
	if a.Drafts > 0 {
		words = append(words, s.words.N("parties.person.drafts", a.Drafts))
	}
	return strings.Join(words, "  ·  ")
}

// stays says what removing a person leaves as it is, and what to do about it.
func (s *partiesScreen) stays(t data.PersonTraces) []string {
	titles := func(named []data.Named) string {
		var out []string
		for i, n := range named {
			if i == 5 {
				out = append(out, "…")
				break
			}
			out = append(out, n.Title.In(s.form()))
		}
		return strings.Join(out, "; ")
	}
	var said []string
	if len(t.Signed) > 0 {
		said = append(said, s.words.N("parties.person.signed", len(t.Signed), "Titles", titles(t.Signed)))
	}
	if len(t.Texts) > 0 {
		said = append(said, s.words.N("parties.person.texts", len(t.Texts), "Titles", titles(t.Texts)))
	}
	if t.Responsible > 0 {
		said = append(said, s.words.N("parties.person.responsible", t.Responsible))
	}
	if t.Bank > 0 {
		said = append(said, s.words.N("parties.person.bank", t.Bank))
	}
	if t.Memory > 0 {
		said = append(said, s.words.N("parties.person.memory", t.Memory))
	}
	if t.Unreadable > 0 {
		said = append(said, s.words.N("parties.person.unreadable", t.Unreadable))
	}
	if t.Remains {
		said = append(said, s.T("parties.person.remains"))
	}
	return append(said, s.T("parties.person.outside"))
}

func (s *partiesScreen) removePerson(name, key string, chosen []data.Appearance) {
	var done data.PersonTraces
	s.patiently(s.T("parties.person.removing", "Name", name), func(ctx context.Context) (err error) {
		done, err = s.store.RemovePerson(ctx, name, chosen...)
		return err
	}, func() {
		s.tellDone(s.T("parties.person.done", "Name", name), nil)
		s.reload(key)
		lines := []string{s.T("parties.person.done_about")}
		for _, a := range done.Appearances {
			lines = append(lines, "• "+s.appearance(a))
		}
		lines = append(lines, "", s.T("parties.person.stays"))
		for _, said := range s.stays(done) {
			lines = append(lines, "• "+said)
		}
		s.tell(s.T("parties.person.done", "Name", name), strings.Join(lines, "\n"))
	})
}
