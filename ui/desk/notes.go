package desk

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// noteList is the notes on one place, beneath its texts, each in an entry of its own.
type noteList struct {
	desk    *Desk
	row     *widgets.Row
	place   agreement.Place
	content *fyne.Container
	entries []*noteEntry
}

// noteEntry edits one note.
type noteEntry struct {
	note  agreement.Note
	entry *widgets.Entry
	line  fyne.CanvasObject
	last  string // the text before the present change
	begun bool   // it is about to get the cursor, and the agreement knows nothing of it yet
}

// Note puts the cursor into the note on the passage that is being edited. Where there is none, it begins one.
func (d *Desk) Note() {
	s := d.current
	if s == nil || s.form == "" && s.place.Field == "" {
		d.Say(d.words.T("desk.note_on.where"))
		return
	}
	d.noteAt(s.place)
}

func (d *Desk) noteAt(p agreement.Place) {
	b := d.besideOf(p)
	if b == nil {
		return
	}
	if b.notes == nil || len(b.notes.entries) == 0 {
		b.begin()
	}
	b.row.Rearrange()
	if e := b.notes.entries[0]; !e.focused() {
		e.entry.SetCursor(len([]rune(e.entry.Text)))
		d.focus(e.entry)
	}
}

// besideOf gives what stands beside a place on the page that is shown, or nil.
func (d *Desk) besideOf(p agreement.Place) *beside {
	holder, ok := d.page.(interface{ besides() []*beside })
	if !ok {
		return nil
	}
	for _, b := range holder.besides() {
		if b.place == p {
			return b
		}
	}
	return nil
}

func (b *beside) list() *noteList {
	if b.notes == nil {
		b.notes = &noteList{desk: b.desk, row: b.row, place: b.place, content: container.NewVBox()}
	}
	return b.notes
}

// begin adds an entry for a note that has no words yet; the agreement knows nothing of it.
func (b *beside) begin() {
	l := b.list()
	e := l.newEntry(agreement.Note{ID: agreement.NewID(), Place: b.place})
	e.begun = true
	l.set(append(l.entries, e))
}

// showNotes shows the agreement's notes. One without words stays as long as the cursor is in it.
func (b *beside) showNotes() {
	notes := b.desk.editor.Agreement().NotesAt(b.place)
	if len(notes) == 0 && b.notes == nil {
		return
	}
	l := b.list()
	entries := make([]*noteEntry, 0, len(notes))
	for _, n := range notes {
		e := l.entry(n.ID)
		if e == nil {
			e = l.newEntry(n)
		}
		if !e.focused() {
			e.entry.Present(n.Text)
			e.last = n.Text
		}
		entries = append(entries, e)
	}
	for _, e := range l.entries {
		if (e.begun || e.focused()) && !slices.Contains(entries, e) {
			if e.last != "" { // the note was taken away, by undo for example
				e.entry.Present("")
				e.last = ""
			}
			entries = append(entries, e)
		}
	}
	l.set(entries)
}

func (l *noteList) entry(id string) *noteEntry {
	for _, e := range l.entries {
		if e.note.ID == id {
			return e
		}
	}
	return nil
}

func (l *noteList) set(entries []*noteEntry) {
	if slices.Equal(l.entries, entries) {
		return
	}
	l.entries = entries
	l.content.Objects = nil
	for _, e := range entries {
		l.content.Objects = append(l.content.Objects, e.line)
	}
	l.content.Refresh()
	if len(entries) == 0 {
		l.row.SetFooter(nil)
		return
	}
	l.row.SetFooter(l.content)
	l.row.Rearrange()
}

func (l *noteList) newEntry(n agreement.Note) *noteEntry {
	d := l.desk
	e := &noteEntry{note: n, entry: widgets.NewEntry(), last: n.Text}
	e.entry.Present(n.Text)
	e.entry.SetPlaceHolder(d.words.T("desk.note_on.write"))
	e.entry.OnEdited = func(text string) { l.edited(e, text) }
	e.entry.OnFocused = func(gained bool) { l.focused(e, gained) }
	e.entry.OnShortcut = d.shortcut
	e.entry.OnKey = d.key
	e.entry.OnHeight = l.row.Rearrange
	e.entry.OnWheel = d.sheet.Wheel
	e.entry.Words = d.entryWords
	remove := widgets.NewIconButton(theme.DeleteIcon(), d.words.T("desk.note_on.remove"), d.hints, func() { l.remove(e) })
	name := container.NewVBox(widgets.NewNote(d.words.T("desk.note_on.name")))
	name.Objects[0].(*widgets.Words).Wrapping = fyne.TextWrapOff
	e.line = container.NewBorder(nil, nil, name, container.NewVBox(remove), e.entry)
	return e
}

func (e *noteEntry) focused() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(e.entry)
	return c != nil && c.Focused() == fyne.Focusable(e.entry)
}

func (l *noteList) edited(e *noteEntry, text string) {
	d, before := l.desk, e.last
	e.last = text
	e.note.Text = text
	d.history.before(before, text)
	d.do(agreement.SetNote(e.note))
	d.history.after(before, text)
}

func (l *noteList) focused(e *noteEntry, gained bool) {
	d := l.desk
	d.history.seal()
	e.begun = false
	if gained {
		top := l.content.Position().Y
		d.sheet.Reveal(l.row, top, top+l.content.Size().Height)
		return
	}
	if strings.TrimSpace(e.entry.Text) == "" {
		l.set(slices.DeleteFunc(slices.Clone(l.entries), func(other *noteEntry) bool { return other == e }))
	}
	d.page.refresh(l.place)
	d.autosave.soon()
}

// remove takes a note away.
func (l *noteList) remove(e *noteEntry) {
	d, note := l.desk, e.note
	note.Text = ""
	d.history.seal()
	if e.focused() {
		d.canvas().Unfocus()
	}
	l.set(slices.DeleteFunc(slices.Clone(l.entries), func(other *noteEntry) bool { return other == e }))
	d.do(agreement.SetNote(note))
	d.history.seal()
	d.status.offerUndo(d.words.T("desk.note_on.removed"))
}

// showNote puts the cursor where a note was changed by undo or redo.
func (d *Desk) showNote(p agreement.Place) {
	if len(d.editor.Agreement().NotesAt(p)) > 0 {
		d.noteAt(p)
		return
	}
	d.focusPlace(p, d.form())
}
