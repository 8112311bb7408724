package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// longPage puts buttons and fields onto a page that is higher than its window.
func longPage(t *testing.T) (fyne.Window, *container.Scroll, []fyne.Focusable) {
	t.Helper()
	test.NewTempApp(t)
	column := container.NewVBox()
	var stops []fyne.Focusable
	for range 10 {
		b, f, c := newButton("Knapp", func() {}), newField("Felt"), newCheck("Val", false, nil)
		column.Add(container.NewHBox(b))
		column.Add(f)
		column.Add(container.NewHBox(c))
		stops = append(stops, b, f, c)
	}
	scroll := container.NewVScroll(measure(300, column))
	w := test.NewTempWindow(t, container.NewPadded(scroll))
	w.Resize(fyne.NewSize(400, 300))
	return w, scroll, stops
}

func TestTabShowsWhatItLeadsTo(t *testing.T) {
	w, scroll, stops := longPage(t)
	check := func(i int) {
		t.Helper()
		w.Canvas().Focus(stops[i])
		o := stops[i].(fyne.CanvasObject)
		driver := fyne.CurrentApp().Driver()
		top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll).Y
		if top < 0 || top+o.Size().Height > scroll.Size().Height {
			t.Errorf("stop %d stands at %v in a page of %v", i, top, scroll.Size().Height)
		}
	}
	for i := range stops {
		check(i)
	}
	for i := range stops {
		check(len(stops) - 1 - i)
	}
}

func TestTheWheelOverAFieldScrollsThePage(t *testing.T) {
	w, scroll, _ := longPage(t)
	var under fyne.Scrollable
	var find func(fyne.CanvasObject)
	find = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *field:
			for _, part := range test.WidgetRenderer(o).Objects() { // the topmost that scrolls gets the wheel
				if s, ok := part.(fyne.Scrollable); ok {
					under = s
				}
			}
		case *container.Scroll:
			find(o.Content)
		case *fyne.Container:
			for _, child := range o.Objects {
				find(child)
			}
		}
	}
	find(w.Content())
	under.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
	if scroll.Offset.Y == 0 {
		t.Error("the page stays where it is")
	}
}
