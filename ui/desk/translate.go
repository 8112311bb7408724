package desk

import (
	"context"

	"avtalebok/agreement"
	"avtalebok/translate/memory"
	"avtalebok/ui/widgets"
)

// NextOpen goes to the next passage that has no wording in one form, or whose forms nobody has accepted as saying the
// same since they were changed. After the last passage it goes on from the first.
func (d *Desk) NextOpen() {
	if place, form, ok := d.nextOpen(); ok {
		d.goTo(place, form)
		return
	}
	d.Say(d.words.T("desk.open_passage.none"))
}

func (d *Desk) nextOpen() (agreement.Place, agreement.Form, bool) {
	var first, next agreement.Place
	found, passed := false, false
	a := d.editor.Agreement()
	from, exact := d.readingPlace()
	for place, text := range a.Shown().Passages() {
		if place == from {
			passed = true
			if exact {
				continue
			}
		}
		if _, open := wantedForm(text, d.form()); !open {
			continue
		}
		if !found {
			first, found = place, true
		}
		if passed {
			next = place
			break
		}
	}
	if !found {
		return first, "", false
	}
	if next == (agreement.Place{}) {
		next = first
	}
	text, _ := a.Text(next)
	form, _ := wantedForm(text, d.form())
	return next, form, true
}

// readingPlace gives the passage that one is in, or the first one of the page; exact reports which.
func (d *Desk) readingPlace() (place agreement.Place, exact bool) {
	if s := d.current; s != nil && s.form != "" {
		return s.place, true
	}
	for _, s := range d.page.slots() {
		if s.form != "" {
			return s.place, false
		}
	}
	return agreement.Place{}, false
}

// ApproveAndNext accepts the passage that is being edited and goes to the next open one.
func (d *Desk) ApproveAndNext() {
	if s := d.current; s != nil && s.form != "" && !d.approvable(s.place) {
		return
	}
	d.ApproveText()
	d.NextOpen()
}

// approvable reports whether a passage can be accepted, and says so where it can't: a form without a wording says
// nothing that could be the same.
func (d *Desk) approvable(p agreement.Place) bool {
	text, _ := d.editor.Agreement().Text(p)
	for _, form := range agreement.Forms {
		if text.State(form) == agreement.Missing {
			d.Say(d.words.T("desk.approve_missing." + string(form)))
			return false
		}
	}
	return true
}

// learn keeps what a command has made approved in the memory.
func (d *Desk) learn(c agreement.Change, before agreement.Agreement) {
	if d.options.Memory == nil || c.Origin == agreement.Undone || c.Name != "approve" {
		return
	}
	after, form := d.editor.Agreement(), d.speech()
	var err error
	d.timing.Background(func() {
		if passages := memory.NewlyApproved(before, after); len(passages) > 0 {
			source := agreement.FullTitle(after, form)
			err = d.options.Memory.Remember(context.Background(), source, passages...)
		}
	}, func() {
		if !d.closed {
			d.sayMemory(err) // the approval itself is saved with the draft
		}
	})
}

// addUnreviewed counts the texts that nobody has accepted as saying the same in both forms.
func (r *review) addUnreviewed(a agreement.Agreement) {
	for place, text := range a.Shown().Passages() {
		if unreviewed(text) {
			m := r.marks[pageOf(place)]
			m.unreviewed++
			r.marks[pageOf(place)] = m
		}
	}
}

// offerApproval offers to accept a text whose forms both have a wording, beneath the form that is shown to the right.
func (d *Desk) offerApproval(row *widgets.Row, side int, place agreement.Place, text agreement.Text, form agreement.Form) {
	last := form == agreement.Nynorsk || d.columns.Hidden[columnOf[agreement.Nynorsk]]
	if !last || !unreviewed(text) {
		row.SetLink(side, "", nil)
		return
	}
	d.setLink(row, side, d.words.T("desk.approve_text")+" ("+d.chordNamed("approve")+")", func() { d.approve(place) })
}
