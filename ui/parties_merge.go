package ui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"avtalebok/data"
	"avtalebok/data/parties"
)

// chooseOther asks which organisation is the same as a row, those first whose names are most like it.
func (s *partiesScreen) chooseOther(r partyRow) {
	var all, found []partyRow
	for _, other := range s.all {
		if other.Kept && !other.BuiltIn() && other.ID != r.ID {
			all = append(all, other)
		}
	}
	alike := make(map[string]int, len(all))
	for _, other := range all {
		alike[other.key] = shared(other.Name, r.Name)
	}
	slices.SortStableFunc(all, func(a, b partyRow) int { return cmp.Compare(alike[b.key], alike[a.key]) })
	found = all
	var sheet *sheet
	search := newField(s.T("parties.merge.search"))
	list := newRows(func() int { return len(found) }, newListedRow, nil)
	list.UpdateItem = func(at int, o fyne.CanvasObject) {
		if at < len(found) {
			row := o.(*listedRow)
			row.mark(at == list.at)
			row.set(found[at].Name, strings.Join(s.facts(found[at]), "  ·  "), "")
		}
	}
	list.HideSeparators = true
	list.onMoved = list.Refresh
	list.onOpen = func(at int) {
		if at >= 0 && at < len(found) {
			sheet.Hide()
			s.askMerge(r, found[at])
		}
	}
	search.OnChanged = func(text string) {
		words := strings.Fields(strings.ToLower(text))
		found = slices.DeleteFunc(slices.Clone(all), func(o partyRow) bool { return !o.holds(words) })
		list.at = 0
		list.Refresh()
	}
	search.onKey = func(e *fyne.KeyEvent) bool {
		switch {
		case e.Name == fyne.KeyDown && len(found) > 0:
			s.window.Canvas().Focus(list)
		case isEnter(e) && len(found) > 0:
			list.onOpen(list.at)
		default:
			return false
		}
		return true
	}
	content := container.NewVBox(prose(s.T("parties.merge.about", "Name", r.Name)), search)
	if len(all) == 0 {
		content.Add(note(s.T("parties.merge.none")))
	} else {
		content.Add(container.New(&least{height: min(280*textScale(), s.window.Canvas().Size().Height-300)}, list))
	}
	sheet = s.newSheet(s.T("parties.merge.title"), content, newButton(s.T("dialog.cancel"), func() { sheet.Hide() }))
	sheet.present(search, fyne.NewSize(640, 0))
}

// shared counts the words that two names have in common.
func shared(a, b string) int {
	words := strings.Fields(parties.Normal(b))
	n := 0
	for _, w := range strings.Fields(parties.Normal(a)) {
		if slices.Contains(words, w) {
			n++
		}
	}
	return n
}

// askMerge shows in what two organisations differ, and puts them together as the user chooses.
func (s *partiesScreen) askMerge(one, two partyRow) {
	fromTwo := map[parties.Fact]bool{}
	box := container.NewVBox(prose(s.T("parties.merge.keeps", "Name", one.Name, "Other", two.Name)))
	var first fyne.Focusable
	for _, f := range parties.Differences(one.Entry, two.Entry) {
		mine, other := one.Fact(f), two.Fact(f)
		if f == parties.FormFact {
			mine, other = s.adopted(one.Adopted), s.adopted(two.Adopted)
		}
		choice := newSegments([]string{mine, other}, 0, func(i int) { fromTwo[f] = i == 1 })
		box.Add(caption(s.T("parties.fact." + string(f))))
		box.Add(choice.object)
		if first == nil {
			first = choice.buttons[0]
		}
	}
	var sheet *sheet
	merge := newMainButton(s.T("parties.choice.merge"), func() {
		sheet.Hide()
		var facts []parties.Fact
		for _, f := range parties.Facts {
			if fromTwo[f] {
				facts = append(facts, f)
			}
		}
		var merged parties.Entry
		var back data.PartyChange
		s.do(func() (err error) {
			merged, back, err = s.store.MergeParties(context.Background(), one.ID, two.ID, facts...)
			return err
		}, func() { s.changed(s.T("parties.merge.done", "Name", merged.Name), merged.Key(), back) })
	})
	if first == nil {
		first = merge
	}
	scroll := container.NewVScroll(box)
	sheet = s.newSheet(s.T("parties.merge.title"), container.New(&least{height: min(340*textScale(), s.window.Canvas().Size().Height-200)}, scroll),
		newButton(s.T("dialog.cancel"), func() { sheet.Hide() }), merge)
	sheet.present(first, fyne.NewSize(640, 0))
}
