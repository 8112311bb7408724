package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"avtalebok/translate/diff"
)

func TestARangeIsSelectedAndReplacedByCharacters(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry()
	w := shown(t, e, 200)
	text := "Kommunen skal følgje opp avtalen kvart år, og fylkeskommunen skal følgje opp kommunen i årlege møte."
	e.Present(text)
	w.Canvas().Focus(e)
	for _, words := range []string{"følgje", "Kommunen", "møte.", "årlege", "å", text} {
		at := len([]rune(text[:strings.LastIndex(text, words)]))
		e.SelectRange(at, at+len([]rune(words)))
		if got := e.SelectedText(); got != words {
			t.Errorf("selected %q, want %q", got, words)
		}
	}
	e.SelectRange(14, 20)
	e.ReplaceSelection("fylgje")
	if want := strings.Replace(text, "følgje", "fylgje", 1); e.Text != want {
		t.Errorf("replaced: %q, want %q", e.Text, want)
	}
}

func TestAMarkThatWrapsIsDrawnOnBothLines(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry()
	w := shown(t, e, 120)
	e.Present("Kommunen skal følgje opp avtalen kvart år")
	w.Canvas().Focus(e)
	e.SetCursor(5)
	drawn := func() int {
		n := 0
		for _, o := range test.WidgetRenderer(e).Objects() {
			if r, ok := o.(*canvas.Rectangle); ok && r.StrokeWidth == 2 && r.StrokeColor == theme.Color(theme.ColorNamePrimary) {
				n++
			}
		}
		return n
	}
	before := drawn() // the frame of the focus
	e.Mark([]Span{{Start: 0, End: 41, Current: true}})
	if got := drawn() - before; got < 2 {
		t.Errorf("%d rectangles for a text of several lines", got)
	}
	if at := e.CursorTextOffset(); at != 5 {
		t.Errorf("the cursor moved to %d", at)
	}
	e.Mark(nil)
	if got := drawn(); got != before {
		t.Errorf("%d rectangles are left", got-before)
	}
}

func TestChangesAreToldApartByMoreThanColour(t *testing.T) {
	test.NewTempApp(t)
	c := NewChanges(theme.SizeNameText)
	c.Present("Endra:", diff.Words("Avtalen varer i tre år.", "Avtalen varer i fire år."))
	if got, want := c.Text(), "Avtalen varer i [-tre-]{+fire+} år."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if !c.style(diff.Delete).TextStyle.Strikethrough || !c.style(diff.Insert).TextStyle.Underline {
		t.Error("what went is not struck through, or what came not underlined")
	}
}

func TestWhatStayedIsShortenedAroundTheChanges(t *testing.T) {
	long := strings.Repeat("ord ", 40)
	got := shortened(" "+long, true, true)
	if len(got) > 100 || !strings.Contains(got, " … ") || got[0] != ' ' || got[len(got)-1] != ' ' {
		t.Errorf("%q", got)
	}
	if got := shortened("tre korte ord", true, true); got != "tre korte ord" {
		t.Errorf("%q", got)
	}
}

func TestTheKeysOfAListGoOverItsHeadings(t *testing.T) {
	test.NewTempApp(t)
	c := NewChoices()
	var chosen []string
	c.OnActivated = func(id string) { chosen = append(chosen, id) }
	c.Set([]Choice{{Title: "Først", Heading: true}, {ID: "a"}, {Title: "Så", Heading: true}, {ID: "b"}})
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn, fyne.KeyHome, fyne.KeyReturn} {
		c.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if got := strings.Join(chosen, " "); got != "a b b a" {
		t.Errorf("activated %q, want %q", got, "a b b a")
	}
	c.rows[0].Tapped(nil)
	if len(chosen) != 4 {
		t.Error("a heading was chosen")
	}
}
