package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/translate/diff"
	"avtalebok/ui/widgets"
)

// beside is what stands beside and beneath a passage, apart from its caption: the marks of agreed wording and of
// notes, what has changed in the other form or against the template, and the notes themselves.
type beside struct {
	desk    *Desk
	row     *widgets.Row
	place   agreement.Place
	lock    *widgets.IconButton
	noted   *widgets.IconButton
	found   *widgets.IconButton
	changes [2]*widgets.Changes
	notes   *noteList
}

// newBeside makes what stands beside the row of a place; it costs nothing until there is something to show.
func newBeside(d *Desk, row *widgets.Row, place agreement.Place) *beside {
	return &beside{desk: d, row: row, place: place}
}

// show brings it up to date.
func (b *beside) show(text agreement.Text) {
	b.showNotes()
	b.showMarks(text)
	if text.Pair == text.Approved && !text.Deviates() {
		b.showChanges(0, "", nil)
		b.showChanges(1, "", nil)
		return
	}
	if b.desk.worksOn(b.place) { // nothing may jump about while one types
		return
	}
	link := -1
	for i, form := range agreement.Forms {
		b.compare(i, form, text)
		if text.Deviates() && b.row.Detail(i) != nil && (link < 0 || text.State(form) != agreement.Outdated) {
			link = i // beside what differs from the template, if that is shown
		}
	}
	for i, c := range b.changes {
		if c != nil {
			b.link(c, i == link)
		}
	}
	b.row.Rearrange()
}

// compare shows beneath one form what the user must know to set it right: what became of the other form since both
// were accepted, else how it differs from the template.
func (b *beside) compare(side int, form agreement.Form, text agreement.Text) {
	w, other := b.desk.words, form.Other()
	switch {
	case text.State(form) == agreement.Outdated:
		b.showChanges(side, w.T("desk.changed."+string(other)), diff.Words(text.Approved.In(other), text.In(other)))
	case text.Deviates() && text.In(form) != text.Agreed.In(form):
		b.showChanges(side, w.T("desk.agreed.changed"), diff.Words(text.Agreed.In(form), text.In(form)))
	default:
		b.showChanges(side, "", nil)
	}
}

func (b *beside) showChanges(side int, title string, changes []diff.Change) {
	if len(changes) == 0 {
		if b.changes[side] != nil {
			b.row.SetDetail(side, nil)
		}
		return
	}
	if b.changes[side] == nil {
		b.changes[side] = widgets.NewChanges(theme.SizeNameCaptionText)
	}
	b.changes[side].Present(title, changes)
	b.row.SetDetail(side, b.changes[side])
}

// link offers to go back to the template's wording.
func (b *beside) link(c *widgets.Changes, on bool) {
	d := b.desk
	if !on {
		c.SetLink("", nil)
		return
	}
	c.SetLink(d.words.T("desk.agreed.restore"), func() { d.restoreAgreed(b.place) })
	c.Link().OnFocused = d.revealing(b.row)
}

// showMarks shows a lock where wording is agreed, and a note where there are notes.
func (b *beside) showMarks(text agreement.Text) {
	d := b.desk
	var marks []*widgets.IconButton
	if text.Locked() {
		if b.lock == nil {
			b.lock = b.mark(nil)
		}
		icon, hint := lockIcon, "desk.agreed.mark"
		if text.Deviates() {
			icon, hint = openLockIcon, "desk.agreed.deviates"
		}
		if b.lock.Icon != fyne.Resource(icon) {
			b.lock.Icon, b.lock.Hint = icon, d.words.T(hint)
			b.lock.Refresh()
		}
		marks = append(marks, b.lock)
	}
	if len(d.editor.Agreement().NotesAt(b.place)) > 0 {
		if b.noted == nil {
			b.noted = b.mark(func() { d.noteAt(b.place) })
			b.noted.Icon, b.noted.Hint = noteIcon, d.hint("note")
		}
		marks = append(marks, b.noted)
	}
	if mark := b.findingMark(); mark != nil {
		marks = append(marks, mark)
	}
	b.row.SetMarks(marks...)
}

func (b *beside) mark(tapped func()) *widgets.IconButton {
	m := widgets.NewIconButton(lockIcon, "", b.desk.hints, tapped)
	m.Small = true
	m.Icon = nil
	return m
}

// worksOn reports whether the cursor is in a text of a place.
func (d *Desk) worksOn(p agreement.Place) bool { return d.working == p && p != agreement.Place{} }
