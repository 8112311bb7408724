package desk

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// selection is which items of the page are marked, to be moved, copied or removed together.
type selection struct {
	on     bool // items are being marked: the page shows check boxes, and they have the keyboard
	marked map[string]bool
	anchor string // where a stretch of marked items began
	at     string // where the keyboard is
	shift  bool   // the Shift key is held

	bar   *fyne.Container // at the foot of the page, while items are being marked
	count *widgets.Words
	acts  []*widgets.Button // what can be done with those that are marked
}

// chosen gives the marked items in the order of the page.
func (s *selection) chosen(page *sectionPage) []string {
	if !s.on {
		return nil
	}
	var out []string
	for _, id := range page.order {
		if s.marked[id] {
			out = append(out, id)
		}
	}
	return out
}

// markedItems gives the page and its marked items.
func (d *Desk) markedItems() (*sectionPage, []string) {
	page, ok := d.page.(*sectionPage)
	if !ok {
		return nil, nil
	}
	return page, d.selection.chosen(page)
}

// newSelectionBar makes the line that says how many items are marked and what can be done with them.
func (d *Desk) newSelectionBar() fyne.CanvasObject {
	s := &d.selection
	s.count = widgets.NewWords("", theme.SizeNameText, theme.ColorNameForeground).Bold()
	s.count.Wrapping = fyne.TextWrapOff
	s.acts = nil
	row := container.New(layout.NewRowWrapLayout(), s.count)
	add := func(words string, icon fyne.Resource, tapped func()) *widgets.Button {
		b := widgets.NewButton(words, icon, tapped)
		b.Importance = widget.LowImportance
		row.Add(b)
		return b
	}
	s.acts = append(s.acts,
		add(d.words.T("desk.duplicate"), theme.ContentCopyIcon(), d.DuplicateItems),
		add(d.words.T("desk.transfer"), theme.NavigateNextIcon(), d.ChooseSection),
		add(d.words.T("desk.remove"), theme.DeleteIcon(), d.RemoveItem))
	if d.options.Bank != nil {
		s.acts = append(s.acts, add(d.words.T("desk.bank_keep_short"), theme.DocumentSaveIcon(), d.KeepInBank))
	}
	add(d.words.T("desk.select_end"), theme.ConfirmIcon(), d.leaveMarking)
	s.bar = container.NewVBox(widget.NewSeparator(), row)
	if !s.on {
		s.bar.Hide()
	}
	d.showSelection()
	return s.bar
}

// MarkItem marks the item that is being edited, or takes the mark away, and begins marking if need be.
func (d *Desk) MarkItem() {
	page, ok := d.page.(*sectionPage)
	if !ok || len(page.order) == 0 {
		return
	}
	id := page.order[0]
	if s := d.current; s != nil && page.place(s.place.Item) >= 0 {
		id = s.place.Item
	}
	d.toggle(page, id)
	d.focus(page.items[id].handle)
}

// toggle marks an item or takes its mark away.
func (d *Desk) toggle(page *sectionPage, id string) {
	s := &d.selection
	if !s.on {
		s.on, s.marked, s.shift = true, map[string]bool{}, false
	}
	s.marked[id] = !s.marked[id]
	s.anchor, s.at = id, id
	d.showSelection()
}

// extend marks all items from where marking began to this one.
func (d *Desk) extend(page *sectionPage, id string) {
	s := &d.selection
	from, to := page.place(s.anchor), page.place(id)
	if !s.on || from < 0 || to < 0 {
		d.toggle(page, id)
		return
	}
	clear(s.marked)
	for i := min(from, to); i <= max(from, to); i++ {
		s.marked[page.order[i]] = true
	}
	s.at = id
	d.showSelection()
}

// markOnly marks these items and no others.
func (d *Desk) markOnly(ids ...string) {
	s := &d.selection
	page, ok := d.page.(*sectionPage)
	if !ok || !s.on || len(ids) == 0 {
		return
	}
	clear(s.marked)
	for _, id := range ids {
		s.marked[id] = true
	}
	s.anchor, s.at = ids[0], ids[0]
	d.showSelection()
	if it := page.items[ids[0]]; it != nil {
		d.focus(it.handle)
	}
}

// leaveMarking ends marking and puts the cursor into the item where the keyboard was.
func (d *Desk) leaveMarking() {
	at := d.selection.at
	form := d.form()
	d.endMarking()
	if page, ok := d.page.(*sectionPage); ok && page.place(at) >= 0 {
		d.focusPlace(agreement.Place{Section: page.section, Item: at, Part: agreement.PartText}, form)
	}
}

// endMarking takes all marks away.
func (d *Desk) endMarking() {
	if s := &d.selection; s.on {
		s.on, s.marked, s.anchor, s.at = false, nil, "", ""
		d.showSelection()
	}
}

// showSelection brings the check boxes and the line about them up to date.
func (d *Desk) showSelection() {
	s := &d.selection
	page, ok := d.page.(*sectionPage)
	if ok {
		for id, it := range page.items {
			it.handle.Present(s.on, s.marked[id])
		}
	}
	if s.bar == nil {
		return
	}
	n := 0
	if ok {
		n = len(s.chosen(page))
	}
	s.count.SetText(d.words.N("desk.marked", n))
	for _, b := range s.acts {
		if n > 0 {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	if s.bar.Visible() != s.on {
		s.bar.Hidden = !s.on
		d.content.Refresh()
	}
}

// prune forgets the marks of items that are gone.
func (d *Desk) prune(page *sectionPage) {
	s := &d.selection
	if !s.on {
		return
	}
	for id := range s.marked {
		if !slices.Contains(page.order, id) {
			delete(s.marked, id)
		}
	}
	d.showSelection()
}

// removeItems takes the marked items out of the section in one step.
func (d *Desk) removeItems(page *sectionPage, ids []string) {
	d.whenRemovable(page.section, ids, func() {
		index := page.place(ids[0])
		d.endMarking()
		d.history.seal()
		d.do(agreement.RemoveItems(page.section, ids...))
		d.focusNeighbour(page, index)
		d.status.offerUndo(d.words.N("desk.removed_many", len(ids)))
	})
}

// shiftItems moves the marked items one place up or down in one step.
func (d *Desk) shiftItems(page *sectionPage, ids []string, by int) {
	d.carry(page, shift(page.section, page.order, ids, by), ids)
}

// carry moves items by commands and keeps the first of them in sight.
func (d *Desk) carry(page *sectionPage, commands []agreement.Command, ids []string) {
	if len(commands) == 0 {
		return
	}
	d.history.seal()
	d.do(agreement.Together("move", agreement.Place{Section: page.section, Item: ids[0]}, commands...))
	if it := page.items[ids[0]]; it != nil {
		d.revealItem(it)
	}
}

// itemMenu gives the choices about an item on the menu of the secondary button.
func (d *Desk) itemMenu(s *slot) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	add := func(name string, do func()) { items = append(items, fyne.NewMenuItem(d.hint(name), do)) }
	add("move_up", d.MoveUp)
	add("move_down", d.MoveDown)
	add("duplicate", d.DuplicateItems)
	if s.place.Part == agreement.PartText {
		add("split", d.SplitItem)
	}
	add("merge", d.MergeItem)
	add("transfer", d.ChooseSection)
	add("mark_item", d.MarkItem)
	if d.options.Bank != nil {
		add("bank_keep", d.KeepInBank)
	}
	add("remove", d.RemoveItem)
	return items
}

func (d *Desk) revealItem(it *itemRows) {
	row := it.passages()[0].row
	d.sheet.Reveal(row, 0, row.Size().Height)
}
