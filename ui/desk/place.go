package desk

import (
	"fyne.io/fyne/v2"

	"avtalebok/agreement"
)

// open shows a page. Nothing happens if it is shown already.
func (d *Desk) open(id pageID) {
	id = d.existing(id)
	if d.pageID == id {
		return
	}
	if d.page != nil {
		d.offsets[d.pageID] = d.sheet.Offset()
		d.unfocus()
	}
	d.history.seal()
	d.endMarking()
	d.current = nil
	d.pageID = id
	d.page = d.newPage(id)
	d.rebuild()
	d.sheet.SetOffset(d.offsets[id])
	d.panel.outline.Select(string(id))
	d.suggester.entered()
	d.proof.ask()
}

func (d *Desk) newPage(id pageID) page {
	switch {
	case d.template() && id == frontPage:
		return newTemplateFront(d)
	case d.template() && id == fieldsPage:
		return newTemplateFields(d)
	}
	switch id {
	case frontPage:
		return newTitlePage(d)
	case fieldsPage:
		return newAnswersPage(d)
	}
	return newSectionPage(d, string(id))
}

// rebuild puts the page's rows into the sheet; those that stay keep focus and cursor.
func (d *Desk) rebuild() {
	d.quietly(func() { d.sheet.SetRows(d.page.build()) })
	if d.finder.visible {
		d.finder.mark()
	}
}

// quietly lets many rows change their heights, and moves them once.
func (d *Desk) quietly(f func()) {
	before := d.settling
	d.settling = true
	f()
	d.settling = before
	d.rowGrew()
}

// GoTo shows a place and puts the cursor there.
func (d *Desk) GoTo(p agreement.Place) { d.goTo(p, d.form()) }

func (d *Desk) goTo(p agreement.Place, form agreement.Form) {
	d.open(pageOf(p))
	d.focusPlace(p, form)
}

// focusPlace puts the cursor at a place of the page that is shown: the entry that fits it best, in a form if it has one.
func (d *Desk) focusPlace(p agreement.Place, form agreement.Form) {
	if page, ok := d.page.(*titlePage); ok {
		page.unfold(p)
	}
	best, points := (*slot)(nil), 0
	for _, s := range d.page.slots() {
		if n := fit(s, p, form); n > points {
			best, points = s, n
		}
	}
	if target := d.page.target(p); target != nil && (best == nil || best.place != p) {
		d.focus(target)
		return
	}
	if best != nil {
		d.focusSlot(best)
	}
}

// fit tells how well a slot fits a place; 0 is not at all.
func fit(s *slot, p agreement.Place, form agreement.Form) int {
	q := s.place
	if q.Section != p.Section || q.Field != p.Field || q.Party != p.Party {
		return 0
	}
	points := 1
	if q.Item == p.Item {
		points += 8
	}
	if q.Person == p.Person {
		points += 8
	}
	if q.Part == p.Part {
		points += 4
	}
	if s.form == form {
		points++
	}
	return points
}

// form is the written form that the user is working in.
func (d *Desk) form() agreement.Form {
	if d.current != nil && d.current.form != "" {
		return d.current.form
	}
	return d.speech()
}

// speech is the written form in which the template's own words are shown: that of the interface, where it is one.
func (d *Desk) speech() agreement.Form {
	if d.words.Language == string(agreement.Nynorsk) {
		return agreement.Nynorsk
	}
	return agreement.Bokmal
}

func (d *Desk) focusSlot(s *slot) {
	if s.form != "" {
		d.uncover(s.form)
	}
	if s.entry.Disabled() {
		if target := d.page.target(s.place); target != nil {
			d.focus(target)
		}
		return
	}
	d.focus(s.entry)
	d.reveal(s)
}

func (d *Desk) focusFirst() {
	if slots := d.page.slots(); len(slots) > 0 {
		d.focusSlot(slots[0])
	}
}

func (d *Desk) canvas() fyne.Canvas {
	if d.options.Window != nil {
		return d.options.Window.Canvas()
	}
	return fyne.CurrentApp().Driver().CanvasForObject(d.content)
}

func (d *Desk) focus(o fyne.Focusable) {
	if o != fyne.Focusable(d.preview.view) {
		d.uncoverText()
	}
	if c := d.canvas(); c != nil {
		c.Focus(o)
	}
}

func (d *Desk) unfocus() {
	if c := d.canvas(); c != nil && d.current != nil && c.Focused() == fyne.Focusable(d.current.entry) {
		c.Unfocus()
	}
}

// leave goes on to the same column of the passage below or above.
func (d *Desk) leave(from *slot, down bool) {
	slots := d.page.slots()
	at := -1
	for i, s := range slots {
		if s == from {
			at = i
		}
	}
	step := -1
	if down {
		step = 1
	}
	for i := at + step; at >= 0 && i >= 0 && i < len(slots); i += step {
		s := slots[i]
		if s.entry.Visible() && !s.entry.Disabled() && s.entry.Position().X == from.entry.Position().X {
			d.focusSlot(s)
			if down {
				s.entry.SetCursor(0)
			} else {
				s.entry.SetCursor(len([]rune(s.entry.Text)))
			}
			return
		}
	}
}

// reveal scrolls so that the line with the cursor can be seen.
func (d *Desk) reveal(s *slot) {
	top := s.entry.Position().Y
	height := s.entry.Size().Height
	line := s.entry.CursorPosition().Y
	if half := d.sheet.Size().Height / 2; height <= half {
		bottom := top + height
		if row := s.row.Size().Height; row-top <= half {
			bottom = max(bottom, row) // with what stands beneath it: that the other form has changed, and what to press
		}
		d.sheet.Reveal(s.row, top, bottom)
		return
	}
	d.sheet.Reveal(s.row, top+line, top+line+2*s.entry.TextSize())
}

func (d *Desk) followCursor(s *slot) {
	if s == d.current && s == d.typing {
		d.reveal(s)
	}
	if s == d.current {
		d.strip.show() // the finding nearest to the cursor stands first
	}
}

// rowGrew moves the rows beneath one that has changed its height.
func (d *Desk) rowGrew() {
	if !d.settling {
		d.settling = true // moving rows makes them tell of their heights
		d.sheet.Relayout()
		d.settling = false
	}
}

// spot is a cursor in an entry, told in a way that outlives the entry.
type spot struct {
	slot    slotID
	cursor  int
	focused bool
}

func (d *Desk) where() spot {
	if d.current == nil {
		return spot{}
	}
	c := d.canvas()
	return spot{
		slot: d.current.id(), cursor: d.current.entry.CursorTextOffset(),
		focused: c != nil && c.Focused() == fyne.Focusable(d.current.entry),
	}
}

func (d *Desk) restore(at spot) {
	for _, s := range d.page.slots() {
		if s.id() == at.slot && at.focused {
			d.focus(s.entry)
			s.entry.SetCursor(at.cursor)
		}
	}
}
