package widgets_test

import (
	"image"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"avtalebok/ui/widgets"
)

// a4 shows so many pages of A4 in a window.
func a4(t *testing.T, count int) (*widgets.Pages, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	p := widgets.NewPages()
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(420, 600))
	p.Set(count, 595.28, 841.89)
	return p, w
}

func TestPagesFitTheWidthAndKeepTheirProportions(t *testing.T) {
	p, w := a4(t, 3)
	width, height := p.Pixels()
	if width < 380 || width > 420 {
		t.Errorf("%d pixels wide in a view of 420", width)
	}
	if got := float64(height) / float64(width); math.Abs(got-841.89/595.28) > 0.002 {
		t.Errorf("%d × %d is not A4", width, height)
	}
	w.Resize(fyne.NewSize(800, 600))
	if wider, _ := p.Pixels(); wider <= width {
		t.Error("pages do not grow with the window")
	}
}

func TestZoomingKeepsThePageInView(t *testing.T) {
	p, _ := a4(t, 9)
	p.SetOffset(4.25)
	for range 4 {
		p.Zoom(1)
	}
	if p.Percent() != 100 || p.FitsWidth() {
		t.Errorf("%d per cent", p.Percent())
	}
	if width, _ := p.Pixels(); width != 794 { // 595.28 pt in units of 1/96 inch
		t.Errorf("100 per cent is %d pixels", width)
	}
	if at := p.Offset(); math.Abs(at-4.25) > 0.01 {
		t.Errorf("the view is at %v", at)
	}
	p.Zoom(-1)
	if p.Percent() != 90 {
		t.Errorf("%d per cent after a step back", p.Percent())
	}
	p.SetZoom(0)
	if !p.FitsWidth() {
		t.Error("does not fit the width again")
	}
}

func TestPagesTellWhatIsInView(t *testing.T) {
	p, _ := a4(t, 5)
	told := 0
	p.OnView = func() { told++ }
	if first, last := p.InView(); first != 0 || last != 0 && last != 1 {
		t.Errorf("at first %d to %d", first, last)
	}
	p.SetOffset(99)
	if _, last := p.InView(); last != 4 || told != 1 {
		t.Errorf("at the end page %d is the last; told %d times", last, told)
	}
	p.SetOffset(99)
	if told != 1 {
		t.Error("told of nothing new")
	}
}

func TestPagesTellWhatIsNear(t *testing.T) {
	p, _ := a4(t, 9)
	p.SetOffset(4)
	if first, last := p.Near(); first != 3 || last != 5 && last != 6 {
		t.Errorf("pages %d to %d are near the fifth", first, last)
	}
	p.SetZoom(300)
	p.SetOffset(4.5)
	if first, last := p.Near(); first != 4 || last != 4 {
		t.Errorf("pages %d to %d are near the middle of a large one", first, last)
	}
	p.SetOffset(4.95)
	if first, last := p.Near(); first != 4 || last != 5 {
		t.Errorf("pages %d to %d are near the end of a large one", first, last)
	}
}

func TestRevealScrollsOnlyToWhatIsOutOfSight(t *testing.T) {
	p, _ := a4(t, 5)
	spot := widgets.PageSpot{Page: 2, X: 70, Top: 400, Foot: 440}
	p.Reveal(spot)
	if first, last := p.InView(); first > 2 || last < 2 {
		t.Errorf("pages %d to %d are in view", first, last)
	}
	at := p.Offset()
	p.Reveal(spot)
	if p.Offset() != at {
		t.Error("scrolled to what is in sight")
	}
	p.Reveal(widgets.PageSpot{Page: 7})
	if p.Offset() != at {
		t.Error("scrolled to a page that is not there")
	}
}

func TestATapTellsThePointOnThePage(t *testing.T) {
	p, w := a4(t, 3)
	page, x, y := -1, float32(0), float32(0)
	p.OnTapped = func(n int, px, py float32) { page, x, y = n, px, py }
	p.SetOffset(1) // the gap above the second page is at the top
	test.TapCanvas(w.Canvas(), fyne.NewPos(210, 300))
	width, _ := p.Pixels()
	if page != 1 || math.Abs(float64(x)-595.28/2) > 10 {
		t.Errorf("page %d, x %v", page, x)
	}
	if want := float32(300-12) * 595.28 / float32(width); math.Abs(float64(y-want)) > 6 {
		t.Errorf("y %v, want %v", y, want)
	}
}

func TestAnImageIsShownPixelForPixel(t *testing.T) {
	p, _ := a4(t, 1)
	width, height := p.Pixels()
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	p.ShowImage(0, img)
	var found *canvas.Raster
	for _, o := range test.LaidOutObjects(p) {
		if r, ok := o.(*canvas.Raster); ok && r.Visible() {
			found = r
		}
	}
	if found == nil || found.Size() != fyne.NewSize(float32(width), float32(height)) || found.Generator(width, height) != image.Image(img) {
		t.Fatalf("shown: %+v", found)
	}
	if at := found.Position(); at.X != float32(int(at.X)) || at.Y != float32(int(at.Y)) {
		t.Errorf("the page begins between two pixels, at %v", at)
	}
	p.ShowImage(0, nil)
	if found.Visible() || p.Image(0) != nil {
		t.Error("the image is still shown")
	}
	p.ShowImage(3, img) // not there
}

func TestAnImageThatComesLaterIsPaintedAtOnce(t *testing.T) {
	p, w := a4(t, 1)
	width, height := p.Pixels()
	img := func() image.Image { return image.NewRGBA(image.Rect(0, 0, width, height)) }
	screen := onScreen(t, w)
	p.ShowImage(0, img())
	if len(screen.refreshed) == 0 {
		t.Fatal("the window waits for something else that is to be painted")
	}
	for o := range screen.refreshed {
		if _, ok := o.(*canvas.Raster); !ok {
			t.Errorf("%T is made anew, too", o)
		}
	}
	screen.paint()
	p.ShowImage(0, nil)
	if len(screen.refreshed) == 0 {
		t.Fatal("an image that was taken away stays")
	}
	screen.paint()
	if p.ShowImage(0, img()); len(screen.refreshed) == 0 {
		t.Error("the second image waits")
	}
}
