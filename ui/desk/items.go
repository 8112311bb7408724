package desk

import (
	"avtalebok/agreement"
)

// AddItem adds an item to the section that is shown: after the one that is being edited, else at the end. It puts
// the cursor there.
func (d *Desk) AddItem() {
	page, ok := d.page.(*sectionPage)
	if d.addOther() || !ok {
		return
	}
	at := len(page.order)
	if s := d.current; s != nil && s.place.Section == page.section {
		if i := page.place(s.place.Item); i >= 0 {
			at = i + 1
		}
	}
	item := agreement.NewItem()
	d.history.seal()
	d.do(agreement.AddItem(page.section, at, item))
	place := agreement.Place{Section: page.section, Item: item.ID, Part: agreement.PartText}
	if page.model().Kind.Titled() {
		place.Part = agreement.PartTitle
	}
	d.focusPlace(place, d.form())
}

// MoveUp moves the item that is being edited one place up.
func (d *Desk) MoveUp() { d.moveCurrent(-1) }

// MoveDown moves the item that is being edited one place down.
func (d *Desk) MoveDown() {
	if s := d.current; s != nil && s.entry.Opens != nil { // an answer can't be moved; the keys open its calendar
		s.entry.Opens()
		return
	}
	d.moveCurrent(1)
}

// RemoveItem takes the item that is being edited out of the section. Undo brings it back.
func (d *Desk) RemoveItem() {
	if page, ids := d.markedItems(); len(ids) > 0 {
		d.removeItems(page, ids)
		return
	}
	if d.removeOther() {
		return
	}
	if s := d.current; s != nil && s.place.Item != "" {
		d.removeItem(s.place.Section, s.place.Item)
	}
}

func (d *Desk) moveCurrent(by int) {
	if page, ids := d.markedItems(); len(ids) > 0 {
		d.shiftItems(page, ids, by)
		return
	}
	if d.moveOther(by) {
		return
	}
	if s := d.current; s != nil && s.place.Item != "" {
		d.moveItem(s.place.Section, s.place.Item, by)
	}
}

func (d *Desk) moveItem(section, item string, by int) {
	d.history.seal()
	d.do(agreement.MoveItem(section, item, by))
	if s := d.current; s != nil && s.place.Item == item {
		d.reveal(s)
	}
}

func (d *Desk) removeItem(section, item string) {
	page, ok := d.page.(*sectionPage)
	if !ok {
		return
	}
	d.whenRemovable(section, []string{item}, func() {
		i := page.place(item)
		d.history.seal()
		d.do(agreement.RemoveItem(section, item))
		d.focusNeighbour(page, i)
		d.status.offerUndo(d.words.T("desk.removed", "Number", i+1))
	})
}

// focusNeighbour puts the cursor where an item was taken out of a section.
func (d *Desk) focusNeighbour(page *sectionPage, i int) {
	if len(page.order) == 0 {
		d.focus(page.add)
		return
	}
	id := page.order[max(0, min(i, len(page.order)-1))]
	d.focusPlace(agreement.Place{Section: page.section, Item: id, Part: agreement.PartText}, d.form())
}

// ApproveText accepts the passage that is being edited as saying the same in both forms.
func (d *Desk) ApproveText() {
	if s := d.current; s != nil && s.form != "" {
		d.approve(s.place)
	}
}

func (d *Desk) approve(place agreement.Place) {
	if !d.approvable(place) {
		return
	}
	d.history.seal()
	d.do(agreement.ApproveText(place))
	d.focusPlace(place, d.form())
}
