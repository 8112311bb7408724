package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"avtalebok/ui/widgets"
)

func threePanes(t *testing.T, width float32) (*widgets.Panes, [3]fyne.CanvasObject) {
	t.Helper()
	test.NewTempApp(t)
	o := [3]fyne.CanvasObject{canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
	p := widgets.NewPanes(
		widgets.Pane{Content: o[0], Share: 0.2, Least: 10, Most: 20}, o[1],
		widgets.Pane{Content: o[2], Share: 0.3, Least: 20})
	p.MiddleLeast = 30
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 500))
	return p, o
}

func TestPanesShareTheWidth(t *testing.T) {
	for _, c := range []struct{ width, left, right float32 }{ // the text size is 14
		{2000, 280, 600}, // the outline has its most
		{1000, 200, 300},
		{900, 180, 280}, // the right one has its least
		{840, 140, 280}, // so have all
	} {
		_, o := threePanes(t, c.width)
		if l, r := o[0].Size().Width, o[2].Size().Width; l != c.left || r != c.right {
			t.Errorf("in %v: %v and %v, want %v and %v", c.width, l, r, c.left, c.right)
		}
		if o[1].Position().X != c.left || o[1].Size().Width != c.width-c.left-c.right {
			t.Errorf("in %v the middle is at %v, %v wide", c.width, o[1].Position().X, o[1].Size().Width)
		}
	}
}

func TestTheRightPaneStandsAloneWhereThereIsNoRoomForTwo(t *testing.T) {
	p, o := threePanes(t, 600)
	if !p.Alone() || o[0].Visible() || o[2].Size().Width != 600 {
		t.Error("it does not")
	}
}

func TestABorderIsDraggedAsFarAsTheMiddleAllows(t *testing.T) {
	p, o := threePanes(t, 1000)
	dragged := 0
	p.OnDragged = func() { dragged++ }
	var border fyne.Draggable
	for _, c := range test.LaidOutObjects(p) {
		if d, ok := c.(fyne.Draggable); ok && c.Position().X > 500 {
			border = d
		}
	}
	if border == nil {
		t.Fatal("no border at the right")
	}
	border.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-50, 0)})
	if got := o[2].Size().Width; got != 350 {
		t.Errorf("%v wide after 50 to the left", got)
	}
	border.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-900, 0)})
	if got := o[1].Size().Width; got != 420 {
		t.Errorf("the middle is %v wide, want its least", got)
	}
	border.DragEnd()
	if dragged != 1 {
		t.Error("nobody was told")
	}
	border.(fyne.DoubleTappable).DoubleTapped(nil)
	if got := o[2].Size().Width; got != 300 {
		t.Errorf("%v wide after a double tap, want its own width", got)
	}
}
