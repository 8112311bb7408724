package widgets

import "fyne.io/fyne/v2"

// Where a blank falls on the edge of a line, Fyne 2.8.1 has no place for a cursor behind it: it puts the cursor before
// the blank or into a line that is not there, and the next letter goes somewhere else. What is typed must go where
// the cursor was, so the entry keeps count itself.

// owed says how many characters a cursor in a row and column is truly further on.
type owed struct{ row, column, characters int }

// TypedRune puts in a character where the cursor is.
func (e *Entry) TypedRune(r rune) {
	e.mendCursor()
	want := e.CursorTextOffset() + 1
	if e.SelectedText() != "" {
		want = -1
	}
	e.Entry.TypedRune(r)
	e.settleCursor(want)
}

// typedKey does what the key does to the text, with the cursor where it belongs before and after.
func (e *Entry) typedKey(key *fyne.KeyEvent) {
	e.mendCursor()
	want := -1
	if e.SelectedText() == "" {
		switch key.Name {
		case fyne.KeyBackspace:
			want = max(e.CursorTextOffset()-1, 0)
		case fyne.KeyDelete:
			want = e.CursorTextOffset()
		}
	}
	e.Entry.TypedKey(key)
	e.settleCursor(want)
}

// settleCursor puts the cursor behind a number of characters if it is not there; -1 is not known.
func (e *Entry) settleCursor(want int) {
	e.owed = owed{}
	e.mendCursor()
	if want < 0 || e.Disabled() || e.CursorTextOffset() == want {
		return
	}
	e.SetCursor(want)
	if at := e.CursorTextOffset(); at < want {
		e.owed = owed{e.CursorRow, e.CursorColumn, want - at}
	}
}

// mendCursor brings a cursor back that is in a line behind the last one, and one that is owed characters forward.
func (e *Entry) mendCursor() {
	for e.CursorRow > 0 && e.CursorTextOffset() == e.CursorColumn { // what a line that is not there gives
		e.CursorRow--
	}
	if o := e.owed; o.characters > 0 && o.row == e.CursorRow && o.column == e.CursorColumn {
		e.CursorColumn += o.characters
	}
	e.owed = owed{}
}
