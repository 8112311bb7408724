package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Entry is a text entry that is as high as its text, for one passage. It differs from Fyne's in what a page of many
// entries needs: Tab goes to the next one, the wheel scrolls the page and not the entry, and undo is left to the owner.
type Entry struct {
	widget.Entry

	OneLine bool // Enter goes on to the next entry; long text still wraps

	OnEdited   func(text string)             // the user changed the text; Present does not call it
	OnFocused  func(gained bool)             //
	OnShortcut func(s fyne.Shortcut) bool    // before the entry's own shortcuts; true when it is dealt with
	OnKey      func(key *fyne.KeyEvent) bool // before the entry's own keys; true when it is dealt with
	OnLeave    func(down bool)               // an arrow key wants out of the first or last line
	OnHeight   func()                        // the text takes another number of lines
	OnCursor   func()                        // the cursor has moved, or the text around it
	OnWheel    func(*fyne.ScrollEvent)       //
	Menu       func() []*fyne.MenuItem       // further choices of the menu on the secondary button
	Words      func() EntryWords             // the words of that menu
	Opens      func()                        // Alt+Down: shows what can be chosen instead of typed; nil for nothing

	quiet bool
	spans []Span
	owed  owed
}

// EntryWords are the words of an entry's own menu.
type EntryWords struct{ Cut, Copy, Paste, SelectAll string }

// NewEntry makes an empty entry for running text.
func NewEntry() *Entry {
	e := &Entry{}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(1)
	e.OnChanged = func(s string) {
		if !e.quiet && e.OnEdited != nil {
			e.OnEdited(s)
		}
	}
	e.OnCursorChanged = func() {
		if e.OnCursor != nil {
			e.OnCursor()
		}
	}
	return e
}

// NewLineEntry makes an empty entry for one line of text.
func NewLineEntry() *Entry {
	e := NewEntry()
	e.OneLine = true
	return e
}

// AcceptsTab lets Tab go on to the next entry; Fyne's own would put a tab character into the text.
func (e *Entry) AcceptsTab() bool { return false }

// Present puts a text into the entry without telling OnEdited. The cursor stays where it was as far as it can.
func (e *Entry) Present(s string) {
	if e.Text == s {
		return
	}
	e.quiet = true
	e.SetText(s)
	e.quiet = false
}

// PresentChange is Present with the cursor put behind what has changed. It reports whether anything has.
func (e *Entry) PresentChange(s string) bool {
	if e.Text == s {
		return false
	}
	at := changeEnd([]rune(e.Text), []rune(s))
	e.Present(s)
	e.SetCursor(at)
	return true
}

// SetCursor puts the cursor behind a number of characters.
func (e *Entry) SetCursor(at int) {
	start := 0
	e.CursorRow, e.CursorColumn = 0, 0
	for row := 1; ; row++ {
		e.CursorRow = row
		next := e.CursorTextOffset()
		if next <= start || next > at { // behind the last row the offset falls back to the column
			e.CursorRow = row - 1
			break
		}
		start = next
	}
	e.CursorColumn = max(at-start, 0)
	e.Refresh()
}

// TextSize is the size of the entry's letters.
func (e *Entry) TextSize() float32 { return e.Theme().Size(theme.SizeNameText) }

// changeEnd gives the end, in the new text, of the stretch in which two texts differ.
func changeEnd(before, after []rune) int {
	tail := 0
	for tail < min(len(before), len(after)) && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	head := 0
	for head < min(len(before), len(after))-tail && before[head] == after[head] {
		head++
	}
	return max(len(after)-tail, head)
}

// FocusGained shows the cursor.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	if e.OnFocused != nil {
		e.OnFocused(true)
	}
}

// FocusLost hides the cursor.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnFocused != nil {
		e.OnFocused(false)
	}
}

// TypedKey takes a key that is not a character.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(key) || PassOn(e, key) {
		return
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.OneLine {
			if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
				c.FocusNext()
			}
			return
		}
	case fyne.KeyUp, fyne.KeyDown:
		row := e.CursorRow
		e.typedKey(key)
		if e.CursorRow == row && e.SelectedText() == "" && e.OnLeave != nil {
			e.OnLeave(key.Name == fyne.KeyDown)
		}
		return
	}
	e.typedKey(key)
}

// TypedShortcut takes a shortcut. Undo and redo never reach Fyne's own history, which knows this one entry only;
// shortcuts that the entry has no use for go to the window.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	e.mendCursor()
	if e.Opens != nil && isAltDown(s) {
		e.Opens()
		return
	}
	if e.OnShortcut != nil && e.OnShortcut(s) {
		return
	}
	switch s := s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		e.passOn(s)
	case *desktop.CustomShortcut:
		switch {
		case movesByWord(s):
			e.Entry.TypedShortcut(s)
		case s.KeyName == fyne.KeyHome: // Fyne goes to the beginning and the end of a text by other keys
			e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
		case s.KeyName == fyne.KeyEnd:
			e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		default:
			e.passOn(s)
		}
	default:
		e.Entry.TypedShortcut(s)
	}
}

func isAltDown(s fyne.Shortcut) bool {
	custom, ok := s.(*desktop.CustomShortcut)
	return ok && custom.KeyName == fyne.KeyDown && custom.Modifier == fyne.KeyModifierAlt
}

func movesByWord(s *desktop.CustomShortcut) bool {
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

func (e *Entry) passOn(s fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// TappedSecondary opens a menu like Fyne's own, with the owner's choices in place of Fyne's undo and redo.
func (e *Entry) TappedSecondary(at *fyne.PointEvent) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(e)
	if c == nil || e.Words == nil {
		return
	}
	c.Focus(e)
	clipboard := fyne.CurrentApp().Clipboard()
	words := e.Words()
	item := func(label string, s fyne.Shortcut) *fyne.MenuItem {
		return fyne.NewMenuItem(label, func() { e.TypedShortcut(s) })
	}
	copyItem := item(words.Copy, &fyne.ShortcutCopy{Clipboard: clipboard})
	selectAll := item(words.SelectAll, &fyne.ShortcutSelectAll{})
	items := []*fyne.MenuItem{copyItem, selectAll}
	if !e.Disabled() {
		items = []*fyne.MenuItem{
			item(words.Cut, &fyne.ShortcutCut{Clipboard: clipboard}), copyItem,
			item(words.Paste, &fyne.ShortcutPaste{Clipboard: clipboard}), selectAll,
		}
		if e.Menu != nil {
			items = append(append(items, fyne.NewMenuItemSeparator()), e.Menu()...)
		}
	}
	widget.NewPopUpMenu(fyne.NewMenu("", items...), c).ShowAtPosition(
		driver.AbsolutePositionForObject(e).Add(at.Position))
}
