package desk

import (
	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// ChooseSection asks into which other section the items are to be moved.
func (d *Desk) ChooseSection() {
	from, ids := d.targets()
	if len(ids) == 0 || d.canvas() == nil || d.covered() {
		return
	}
	var choices []widgets.Choice
	for _, s := range d.editor.Agreement().Sections {
		if s.ID != from {
			choices = append(choices, widgets.Choice{
				ID: s.ID, Title: d.sectionName(s), Note: d.words.T("section." + string(s.Kind) + ".items"),
			})
		}
	}
	if len(choices) == 0 {
		return
	}
	list := widgets.NewChoices()
	list.Set(choices)
	var b *box
	choose := func(to string) {
		b.Hide()
		d.transfer(from, to, ids)
	}
	list.OnChosen, list.OnActivated, list.OnKey = choose, choose, d.boxKey
	cancel := widgets.NewButton(d.words.T("dialog.cancel"), nil, func() { b.Hide() })
	b = d.showBox(d.words.N("desk.transfer_to", len(ids)), list, fyne.NewSize(460, float32(140+52*len(choices))), list, cancel)
}

// boxKey takes the keys that a list in a dialog does not know what to do with.
func (d *Desk) boxKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeySpace: // the blank would be typed into what has the keyboard next
		return true
	case fyne.KeyEscape:
		return d.Escape()
	}
	return false
}

// covered reports whether a dialog or a menu lies over the desk: its shortcuts wait then.
func (d *Desk) covered() bool {
	c := d.canvas()
	return c != nil && c.Overlays().Top() != nil
}

// transfer moves items to the end of another section. The desk stays where it is.
func (d *Desk) transfer(from, to string, ids []string) {
	page, ok := d.page.(*sectionPage)
	if !ok || page.section != from {
		return
	}
	index := page.place(ids[0])
	target, _ := d.editor.Agreement().Section(to)
	var commands []agreement.Command
	place := agreement.Place{Section: to, Part: agreement.PartText}
	for _, id := range ids {
		if _, taken := target.Item(id); taken { // identifiers are an item's own within its section only
			it, _ := page.model().Item(id)
			it.ID = agreement.NewID()
			commands = append(commands, agreement.AddItem(from, 0, it), agreement.RemoveItem(from, id))
			id = it.ID
		}
		if place.Item == "" {
			place.Item = id
		}
		commands = append(commands, agreement.TransferItem(from, id, to))
	}
	d.endMarking()
	d.history.seal()
	d.do(agreement.Together("transfer", place, commands...))
	d.focusNeighbour(page, index)
	d.status.offerUndo(d.words.N("desk.transferred", len(ids), "Section", d.sectionName(target)))
}
