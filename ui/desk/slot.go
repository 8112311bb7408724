package desk

import (
	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// slot is one entry on a page, bound to one wording or fact of the agreement.
type slot struct {
	desk  *Desk
	place agreement.Place
	form  agreement.Form // "" where the fact is the same in both forms
	what  string         // tells the facts of one place apart
	entry *widgets.Entry
	row   *widgets.Row
	last  string // the text before the present change

	read  func(agreement.Agreement) string
	write func(text string) agreement.Command
	// blurred may tidy up what was typed; nil shows the agreement's text.
	blurred func()
}

// slotID tells a slot from all others of an agreement; it outlives the slot's widgets.
type slotID struct {
	place agreement.Place
	form  agreement.Form
	what  string
}

func (s *slot) id() slotID { return slotID{s.place, s.form, s.what} }

// newSlot makes a slot. Read and write must be set before it is shown; bind does the rest.
func newSlot(d *Desk, place agreement.Place, form agreement.Form, what string, oneLine bool) *slot {
	s := &slot{desk: d, place: place, form: form, what: what, entry: widgets.NewEntry()}
	s.entry.OneLine = oneLine
	return s
}

// bind connects the slot's entry with the desk and shows the agreement's text.
func (s *slot) bind(row *widgets.Row) {
	s.row = row
	row.OnHeight = s.desk.rowGrew
	e := s.entry
	e.OnEdited = s.edited
	e.OnFocused = s.focused
	e.OnShortcut = func(sc fyne.Shortcut) bool {
		if paste, ok := sc.(*fyne.ShortcutPaste); ok {
			return s.desk.pasteList(s, paste.Clipboard.Content())
		}
		return s.desk.shortcut(sc)
	}
	e.OnKey = s.desk.key
	e.OnLeave = func(down bool) { s.desk.leave(s, down) }
	e.OnHeight = s.desk.rowGrew
	e.OnCursor = func() { s.desk.followCursor(s) }
	e.OnWheel = s.desk.sheet.Wheel
	e.Words = s.desk.entryWords
	e.Menu = s.desk.entryMenu
	s.last = s.read(s.desk.editor.Agreement())
	e.Present(s.last) // the cursor stays before the text: where the lines wrap is not known yet
}

// present shows the agreement's text and reports whether it was another one.
func (s *slot) present() bool {
	text := s.read(s.desk.editor.Agreement())
	s.last = text
	return s.entry.PresentChange(text)
}

func (s *slot) edited(text string) {
	if s.desk.refuse() {
		s.entry.PresentChange(s.last)
		return
	}
	if s.withhold(text) {
		return
	}
	d, before := s.desk, s.last
	s.last = text
	d.history.before(before, text)
	d.typing = s
	d.do(s.write(text))
	d.typing = nil
	d.history.after(before, text)
}

func (s *slot) focused(gained bool) {
	d := s.desk
	if gained {
		d.endMarking() // commands are about what has the cursor now
		d.history.seal()
		d.current = s
		d.working = s.place
		d.reveal(s)
		d.preview.entered(s.place)
		d.suggester.entered()
		return
	}
	d.history.seal()
	d.working = agreement.Place{}
	s.present() // what the agreement made of it: without control characters, for example
	if s.blurred != nil {
		s.blurred()
	}
	if d.page != nil { // else the desk is being put together anew
		d.page.refresh(s.place)
	}
	d.autosave.soon()
}

// passage is a row with a text in both forms.
type passage struct {
	desk  *Desk
	place agreement.Place
	row   *widgets.Row
	slots [2]*slot

	beside *beside
}

// newPassage makes the row for the text at a place.
func newPassage(d *Desk, place agreement.Place, oneLine bool) *passage {
	p := &passage{desk: d, place: place}
	for i, form := range agreement.Forms {
		s := newSlot(d, place, form, "", oneLine)
		s.read = func(a agreement.Agreement) string {
			t, _ := a.Text(place)
			return t.In(form)
		}
		s.write = func(text string) agreement.Command {
			if oneLine {
				text = agreement.CleanLine(text)
			}
			return agreement.SetText(place, form, text)
		}
		p.slots[i] = s
	}
	p.row = widgets.NewRow(d.columns, p.slots[0].entry, p.slots[1].entry)
	p.beside = newBeside(d, p.row, place)
	for _, s := range p.slots {
		s.bind(p.row)
		s.entry.SetPlaceHolder(d.words.T("desk.missing." + string(s.form)))
	}
	p.note()
	return p
}

// strong sets the text in bold, as it will be printed.
func (p *passage) strong() *passage {
	for _, s := range p.slots {
		s.entry.TextStyle.Bold = true
		s.entry.Refresh()
	}
	return p
}

// optional says that the text may be empty.
func (p *passage) optional() *passage {
	for _, s := range p.slots {
		s.entry.SetPlaceHolder(p.desk.words.T("desk.empty"))
	}
	return p
}

// note shows beneath each form how it stands to the other, or else how its placeholders will be printed.
func (p *passage) note() {
	text, _ := p.desk.editor.Agreement().Text(p.place)
	for i, s := range p.slots {
		p.desk.noteForm(p.row, i, p.place, text, s.form)
	}
	p.beside.show(text)
}
