package widgets

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func lines(n int) []Choice {
	var out []Choice
	for i := range n {
		out = append(out, Choice{ID: fmt.Sprint(i), Title: fmt.Sprintf("Linje %d", i), Icon: theme.ConfirmIcon()})
	}
	return out
}

func press(o fyne.Focusable, names ...fyne.KeyName) {
	for _, n := range names {
		o.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestTheArrowKeysGoThroughAnOutline(t *testing.T) {
	test.NewTempApp(t)
	c := NewChoices()
	c.Follow = true
	var chosen, activated []string
	c.OnChosen = func(id string) { chosen = append(chosen, id) }
	c.OnActivated = func(id string) { activated = append(activated, id) }
	c.Set(lines(4))
	w := test.NewTempWindow(t, c)
	w.Resize(fyne.NewSize(200, 300))
	w.Canvas().Focus(c)
	press(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyDown, fyne.KeyReturn)
	if want := []string{"1", "2", "1", "3", "3"}; !slices.Equal(chosen, want) {
		t.Errorf("chosen %v, want %v", chosen, want)
	}
	if !slices.Equal(activated, []string{"3"}) {
		t.Errorf("activated %v", activated)
	}
}

func TestAListOfThingsToDoChoosesNothingByArrowKeys(t *testing.T) {
	test.NewTempApp(t)
	c := NewChoices()
	var activated []string
	c.OnChosen = func(id string) { t.Errorf("chose %s", id) }
	c.OnActivated = func(id string) { activated = append(activated, id) }
	c.Set(lines(4))
	test.NewTempWindow(t, c)
	press(c, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	if !slices.Equal(activated, []string{"2"}) {
		t.Errorf("activated %v", activated)
	}
}

func TestAListTakesFewerAndMoreLines(t *testing.T) {
	test.NewTempApp(t)
	c := NewChoices()
	test.NewTempWindow(t, c)
	for _, n := range []int{5, 2, 0, 3} {
		c.Set(lines(n))
		press(c, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyUp)
		if got := len(c.Choices()); got != n {
			t.Errorf("%d lines of %d", got, n)
		}
	}
}

func TestASheetScrollsAsLittleAsItTakes(t *testing.T) {
	test.NewTempApp(t)
	s := NewSheet(0, 0)
	var rows []fyne.CanvasObject
	for range 50 {
		r := canvas.NewRectangle(nil)
		r.SetMinSize(fyne.NewSize(10, 40))
		rows = append(rows, r)
	}
	s.SetRows(rows)
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 400))

	s.Reveal(rows[3], 0, 40)
	if s.Offset() != 0 {
		t.Errorf("scrolled to %v for a row in sight", s.Offset())
	}
	s.Reveal(rows[30], 0, 40)
	if bottom := rows[30].Position().Y + 40 - s.Offset(); bottom > 400 || bottom < 350 {
		t.Errorf("the row ends at %v of 400", bottom)
	}
	at := s.Offset()
	s.Reveal(rows[29], 0, 40)
	if s.Offset() != at {
		t.Errorf("scrolled on to %v for a row in sight", s.Offset())
	}
	s.Reveal(rows[2], 0, 40)
	if top := rows[2].Position().Y - s.Offset(); top < 0 || top > 50 {
		t.Errorf("the row begins at %v", top)
	}
	s.ScrollPages(100)
	if want := float32(50*40 - 400); s.Offset() != want {
		t.Errorf("at the end it is scrolled to %v, want %v", s.Offset(), want)
	}
	s.SetRows(rows[:12])
	if want := float32(12*40 - 400); s.Offset() != want {
		t.Errorf("with fewer rows it is scrolled to %v, want %v", s.Offset(), want)
	}
}

func TestTheColumnsShareTheWidth(t *testing.T) {
	test.NewTempApp(t)
	c := &Columns{Gutter: 2, Rail: 3}
	unit := theme.TextSize()
	x, w := c.spans(100 * unit)
	if x[0] != 2*unit || x[1]+w[1] != 97*unit || w[0] != w[1] || x[0]+w[0] >= x[1] {
		t.Errorf("at %v, %v wide", x, w)
	}
	c.Hidden[1] = true
	if x, w = c.spans(100 * unit); x[0] != 2*unit || w[0] != 95*unit || w[1] != 0 {
		t.Errorf("alone at %v, %v wide", x, w)
	}
}
