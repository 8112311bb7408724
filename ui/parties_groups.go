package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"avtalebok/data"
	"avtalebok/data/parties"
)

// putInGroup asks which groups a row is in.
func (s *partiesScreen) putInGroup(r partyRow) {
	in := make(map[int64]bool)
	box := container.NewVBox()
	var first fyne.Focusable
	for _, g := range s.groups {
		in[g.ID] = slices.Contains(g.Members, r.Key())
		c := newCheck(g.Name, in[g.ID], func(on bool) { in[g.ID] = on })
		box.Add(c)
		if first == nil {
			first = c
		}
	}
	name := newField(s.T("parties.group.new_name"))
	if first == nil {
		first = name
	}
	var sheet *sheet
	save := func() {
		var c, back data.PartyChange
		for _, g := range s.groups {
			if in[g.ID] == slices.Contains(g.Members, r.Key()) {
				continue
			}
			back.Groups = append(back.Groups, g)
			g.Members = slices.DeleteFunc(slices.Clone(g.Members), func(m string) bool { return m == r.Key() })
			if in[g.ID] {
				g.Members = append(g.Members, r.Key())
			}
			c.Groups = append(c.Groups, g)
		}
		sheet.Hide()
		s.keepGroups(s.T("parties.group.changed", "Name", r.Name), r.key, c, back, strings.TrimSpace(name.Text), []string{r.Key()})
	}
	name.OnSubmitted = func(string) { save() }
	content := container.NewVBox(prose(s.T("parties.group.put_about", "Name", r.Name)))
	if len(s.groups) > 0 {
		height := min(box.MinSize().Height, 260*textScale())
		content.Add(container.New(&least{height: height}, container.NewVScroll(box)))
	}
	content.Add(name)
	sheet = s.newSheet(s.T("parties.group.put_title"), content, newButton(s.T("dialog.cancel"), func() { sheet.Hide() }),
		newMainButton(s.T("parties.save"), save))
	sheet.present(first, fyne.NewSize(520, 0))
}

// keepGroups changes groups, and makes a new one where it has a name.
func (s *partiesScreen) keepGroups(said, key string, c, back data.PartyChange, fresh string, members []string) {
	if len(c.Groups) == 0 && fresh == "" {
		return
	}
	s.do(func() error {
		ctx := context.Background()
		if err := s.store.ChangeParties(ctx, c); err != nil || fresh == "" {
			return err
		}
		g, err := s.store.SavePartyGroup(ctx, parties.Group{Name: fresh, Members: members})
		back.Groups = append(back.Groups, parties.Group{ID: g.ID})
		return err
	}, func() { s.changed(said, key, back) })
}

// showGroups lists the groups, with what can be done with them, and makes one of the parties that are shown.
func (s *partiesScreen) showGroups() {
	var sheet *sheet
	box := container.NewVBox()
	if len(s.groups) == 0 {
		box.Add(note(s.T("parties.group.none")))
	}
	for _, g := range s.groups {
		name := widget.NewLabel(g.Name + "  (" + s.words.N("parties.group.count", len(g.Members)) + ")")
		name.Truncation = fyne.TextTruncateEllipsis
		show := newButton(s.T("parties.group.show"), func() {
			sheet.Hide()
			s.group, s.text = g.ID, ""
			s.search.SetText("")
			s.fillGroups()
			s.fill()
			s.window.Canvas().Focus(s.list)
		})
		rename := newButton(s.T("parties.group.rename"), func() {
			sheet.Hide()
			s.renameGroup(g)
		})
		remove := newButton(s.T("parties.group.delete"), func() {
			sheet.Hide()
			c, back := data.PartyChange{Groups: []parties.Group{{ID: g.ID}}}, data.PartyChange{Groups: []parties.Group{g}}
			s.keepGroups(s.T("parties.group.deleted", "Name", g.Name), "", c, back, "", nil)
		})
		box.Add(container.NewBorder(nil, nil, nil, container.NewHBox(show, rename, remove), name))
	}
	fresh := newField(s.T("parties.group.new_name"))
	var members []string
	for _, i := range s.found {
		if key := s.all[i].Key(); key != "" {
			members = append(members, key)
		}
	}
	create := newMainButton(s.words.N("parties.group.of_shown", len(members)), func() {
		if name := strings.TrimSpace(fresh.Text); name != "" {
			sheet.Hide()
			s.keepGroups(s.T("parties.group.made", "Name", name), "", data.PartyChange{}, data.PartyChange{}, name, members)
			return
		}
		s.window.Canvas().Focus(fresh)
	})
	fresh.OnSubmitted = func(string) { create.OnTapped() }
	if len(members) == 0 {
		create.Disable()
	}
	height := min(box.MinSize().Height, 300*textScale())
	content := container.NewVBox(container.New(&least{height: height}, container.NewVScroll(box)), widget.NewSeparator(),
		prose(s.T("parties.group.fresh_about")), container.NewBorder(nil, nil, nil, create, fresh), layout.NewSpacer())
	sheet = s.newSheet(s.T("parties.group.title"), content, newButton(s.T("dialog.close"), func() { sheet.Hide() }))
	sheet.present(fresh, fyne.NewSize(680, 0))
}

func (s *partiesScreen) renameGroup(g parties.Group) {
	var sheet *sheet
	name := newField("")
	name.SetText(g.Name)
	save := func() {
		after := g
		after.Name = name.Text
		sheet.Hide()
		s.keepGroups(s.T("parties.group.renamed"), "", data.PartyChange{Groups: []parties.Group{after}},
			data.PartyChange{Groups: []parties.Group{g}}, "", nil)
	}
	name.OnSubmitted = func(string) { save() }
	sheet = s.newSheet(s.T("parties.group.rename_title"), name, newButton(s.T("dialog.cancel"), func() { sheet.Hide() }),
		newMainButton(s.T("parties.save"), save))
	sheet.present(name, fyne.NewSize(480, 0))
}
