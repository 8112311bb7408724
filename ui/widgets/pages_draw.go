package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// markColour is that of the bars in both themes, since paper is always white.
var markColour = color.NRGBA{R: 0x1E, G: 0x7A, B: 0x9A, A: 0xFF}

// paper is one page: white ground with an edge, and the image once there is one.
type paper struct {
	ground *canvas.Rectangle
	raster *canvas.Raster
	image  image.Image
}

var blank1 = image.NewUniform(color.White)

func newPaper() *paper {
	s := &paper{ground: canvas.NewRectangle(color.White)}
	s.ground.StrokeWidth = 1
	s.raster = canvas.NewRaster(func(int, int) image.Image {
		if s.image == nil {
			return blank1
		}
		return s.image // of the very size, except while the pages are being made larger or smaller
	})
	s.raster.Hide()
	return s
}

func (s *paper) show(img image.Image) {
	if img == s.image {
		return
	}
	s.image = img
	if img == nil {
		s.raster.Hide()
	} else {
		s.raster.Show()
	}
	s.refresh()
}

// refresh has the raster painted anew, and lets go of what the screen holds of it. Fyne knows the canvas only of what
// could be seen when it painted last, and canvas.Refresh of a raster that was hidden then does nothing: the page would
// stay white until something else is painted. The ground can be seen from the first.
func (s *paper) refresh() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.ground); c != nil {
		c.Refresh(s.raster)
	}
}

func (s *paper) put(at fyne.Position, size fyne.Size) {
	s.ground.StrokeColor = theme.Color(theme.ColorNameSeparator)
	s.ground.Move(at.SubtractXY(1, 1))
	s.ground.Resize(size.AddWidthHeight(2, 2))
	s.raster.Move(at)
	s.raster.Resize(size)
}

// glass lies over the pages and takes the pointer.
type glass struct {
	widget.BaseWidget
	pages *Pages
}

func newGlass(p *Pages) *glass {
	g := &glass{pages: p}
	g.ExtendBaseWidget(g)
	return g
}

func (g *glass) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// Tapped tells which point of which page it was.
func (g *glass) Tapped(e *fyne.PointEvent) { g.pages.tapped(e.Position) }

// Cursor shows that a tap does something.
func (g *glass) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Scrolled scrolls, and zooms while Ctrl is held.
func (g *glass) Scrolled(e *fyne.ScrollEvent) {
	if keys, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok &&
		keys.CurrentKeyModifiers()&fyne.KeyModifierControl != 0 {
		switch {
		case e.Scrolled.DY > 0:
			g.pages.Zoom(1)
		case e.Scrolled.DY < 0:
			g.pages.Zoom(-1)
		}
		return
	}
	g.pages.scroll.Scrolled(e)
}

// Dragged moves the pages with the pointer.
func (g *glass) Dragged(e *fyne.DragEvent) {
	g.pages.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: e.Dragged})
}

// DragEnd does nothing.
func (g *glass) DragEnd() {}

// FocusGained shows the focus.
func (p *Pages) FocusGained() { p.focused = true; p.Refresh() }

// FocusLost hides the focus.
func (p *Pages) FocusLost() { p.focused = false; p.Refresh() }

// Focused reports whether the pages have the keyboard.
func (p *Pages) Focused() bool { return p.focused }

// TypedRune zooms.
func (p *Pages) TypedRune(r rune) {
	switch r {
	case '+':
		p.Zoom(1)
	case '-':
		p.Zoom(-1)
	case '0':
		p.SetZoom(0)
	}
}

// TypedKey scrolls.
func (p *Pages) TypedKey(key *fyne.KeyEvent) {
	if p.OnKey != nil && p.OnKey(key) {
		return
	}
	switch key.Name {
	case fyne.KeyDown:
		p.ScrollBy(0.1)
	case fyne.KeyUp:
		p.ScrollBy(-0.1)
	case fyne.KeyPageDown, fyne.KeySpace:
		p.ScrollBy(0.9)
	case fyne.KeyPageUp:
		p.ScrollBy(-0.9)
	case fyne.KeyHome:
		p.SetOffset(0)
	case fyne.KeyEnd:
		p.SetOffset(float64(len(p.papers)))
	default:
		PassOn(p, key)
	}
}

// CreateRenderer draws the table that the pages lie on, the pages, and the focus.
func (p *Pages) CreateRenderer() fyne.WidgetRenderer {
	r := &pagesRenderer{pages: p, table: canvas.NewRectangle(nil), glass: newGlass(p), ring: canvas.NewRectangle(color.Transparent)}
	r.objects = []fyne.CanvasObject{r.table, p.scroll, r.glass, r.ring}
	r.paint()
	return r
}

type pagesRenderer struct {
	pages       *Pages
	table, ring *canvas.Rectangle
	glass       *glass
	objects     []fyne.CanvasObject
}

func (r *pagesRenderer) Destroy()                     {}
func (r *pagesRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *pagesRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(8 * theme.TextSize()) }

func (r *pagesRenderer) Layout(size fyne.Size) {
	if r.pages.cramped() {
		return
	}
	bar := theme.ScrollBarSize()
	r.table.Resize(size)
	r.ring.Resize(size)
	r.pages.scroll.Resize(size)
	r.glass.Resize(fyne.NewSize(size.Width-bar, size.Height-bar)) // leaves the scroll bars to the pointer
	r.pages.arrange()
}

func (r *pagesRenderer) Refresh() {
	r.paint()
	r.pages.arrange() // the screen may have another scale, the theme other margins
}

func (r *pagesRenderer) paint() {
	r.table.FillColor = r.pages.color(theme.ColorNameHeaderBackground)
	r.table.Refresh()
	r.ring.StrokeWidth = 0
	if r.pages.focused {
		r.ring.StrokeWidth = 2
		r.ring.StrokeColor = r.pages.color(theme.ColorNamePrimary)
	}
	r.ring.Refresh()
}
