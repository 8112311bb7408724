package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestChangeEndIsBehindWhatDiffers(t *testing.T) {
	for _, c := range []struct {
		before, after string
		want          int
	}{
		{"", "", 0},
		{"", "ny", 2},
		{"gammal", "", 0},
		{"ei bygd", "ei stor bygd", 7},
		{"ei stor bygd", "ei bygd", 2},
		{"aaa", "aaaa", 1},
		{"på vegen", "i vegen", 1},
		{"lik", "lik", 3},
	} {
		got := changeEnd([]rune(c.before), []rune(c.after))
		if n := len([]rune(c.after)); got < 0 || got > n {
			t.Errorf("%q → %q: %d is outside the text", c.before, c.after, got)
		}
		if c.before != c.after && got != c.want {
			t.Errorf("%q → %q: %d, want %d", c.before, c.after, got, c.want)
		}
	}
}

// shown puts an entry into a window of some width.
func shown(t *testing.T, e *Entry, width float32) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, container.NewWithoutLayout(e))
	w.Resize(fyne.NewSize(width+20, 400))
	e.Resize(fyne.NewSize(width, e.MinSize().Height))
	return w
}

func TestPresentTellsNobody(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry()
	heard := ""
	e.OnEdited = func(s string) { heard += s + "|" }
	e.Present("vist")
	test.Type(e, "x")
	if heard != "xvist|" {
		t.Errorf("heard %q", heard)
	}
}

func TestAnEntryIsAsHighAsItsTextAtItsWidth(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry()
	shown(t, e, 300)
	one := e.MinSize().Height
	told := 0
	e.OnHeight = func() { told++ }
	e.Present(strings.Repeat("mange ord ", 30))
	high := e.MinSize().Height
	if high < 3*one {
		t.Errorf("thirty pairs of words are %v high, one line is %v", high, one)
	}
	if told == 0 {
		t.Error("nobody was told")
	}
	e.Resize(fyne.NewSize(600, high))
	if wide := e.MinSize().Height; wide >= high {
		t.Errorf("twice as wide, it is still %v high", wide)
	}
}

func TestALongNorwegianWordIsNotCut(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry()
	shown(t, e, 120)
	one := e.MinSize().Height
	e.Present("fylkeskommunalsamhandlingskompetanseutviklingsprogram")
	if e.MinSize().Height <= one {
		t.Error("it does not go on to the next line")
	}
}

func TestTheCursorIsPutBehindACharacter(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry()
	shown(t, e, 150)
	text := "éi linje som er lengre enn boksen, og ei til\nog ei ny linje"
	e.Present(text)
	for at := range len([]rune(text)) + 1 {
		e.SetCursor(at)
		if got := e.CursorTextOffset(); got != at {
			t.Errorf("put behind %d, it is behind %d", at, got)
		}
	}
}

func TestEnterEndsALineOnlyInRunningText(t *testing.T) {
	test.NewTempApp(t)
	text, line := NewEntry(), NewLineEntry()
	w := test.NewTempWindow(t, container.NewVBox(line, text))
	w.Canvas().Focus(line)
	line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if line.Text != "" || w.Canvas().Focused() != fyne.Focusable(text) {
		t.Errorf("the line holds %q, the focus is on %v", line.Text, w.Canvas().Focused())
	}
	text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if text.Text != "\n" {
		t.Errorf("the text holds %q", text.Text)
	}
}

func TestUndoIsTheOwners(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry()
	test.Type(e, "abc")
	asked := 0
	e.OnShortcut = func(s fyne.Shortcut) bool {
		_, ok := s.(*fyne.ShortcutUndo)
		asked++
		return ok
	}
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if asked != 1 || e.Text != "abc" {
		t.Errorf("asked %d times, the entry shows %q", asked, e.Text)
	}
	e.OnShortcut = nil
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if e.Text != "abc" {
		t.Errorf("the entry undid by itself: %q", e.Text)
	}
}

func TestWordsAreDeletedByTheEntryItself(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry()
	shown(t, e, 200)
	e.Present("to ord")
	e.SetCursor(6)
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyBackspace, Modifier: fyne.KeyModifierShortcutDefault})
	if e.Text != "to " {
		t.Errorf("left: %q", e.Text)
	}
}

func TestTheWheelScrollsThePageAndNotTheEntry(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry()
	w := shown(t, e, 200)
	turned := float32(0)
	e.OnWheel = func(s *fyne.ScrollEvent) { turned += s.Scrolled.DY }
	test.Scroll(w.Canvas(), e.Position().AddXY(20, 10), 0, -30)
	if turned != -30 {
		t.Errorf("the page heard %v", turned)
	}
}

func TestControlHomeAndEndGoToTheEndsOfTheText(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry()
	e.Present("første linje\nandre linje")
	w := shown(t, e, 300)
	w.Canvas().Focus(e)
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierControl})
	test.Type(e, "!")
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierControl})
	test.Type(e, "?")
	if want := "?første linje\nandre linje!"; e.Text != want {
		t.Errorf("the text is %q, want %q", e.Text, want)
	}
}
