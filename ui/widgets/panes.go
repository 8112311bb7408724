package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Pane is one side of Panes. Its widths are in units of the text size, so that it grows with the text.
type Pane struct {
	Content fyne.CanvasObject
	Width   float32 // as it was dragged to; 0 for Share of the window
	Share   float32 // of the window's width
	Least   float32
	Most    float32 // where it was not dragged; 0 for no bound
}

// Panes puts a pane on either side of a middle one, which gets the room that is left. The borders can be dragged. Where
// there is not room for the right pane and the middle one together, the right one stands alone.
type Panes struct {
	widget.BaseWidget
	Left, Right Pane
	Middle      fyne.CanvasObject
	MiddleLeast float32 // in units of the text size

	Arrange   func(width float32) (left, right bool) // says which sides are shown in a window so wide
	OnShown   func()                                 // a side was shown or hidden
	OnDragged func()                                 // a border was dragged

	borders [2]*paneBorder
}

// NewPanes makes panes that are all shown.
func NewPanes(left Pane, middle fyne.CanvasObject, right Pane) *Panes {
	p := &Panes{Left: left, Middle: middle, Right: right}
	p.borders = [2]*paneBorder{newPaneBorder(p, &p.Left, 1), newPaneBorder(p, &p.Right, -1)}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer lays out the panes.
func (p *Panes) CreateRenderer() fyne.WidgetRenderer {
	return &panesRenderer{p, []fyne.CanvasObject{
		p.Middle, p.Left.Content, p.Right.Content, p.borders[0], p.borders[1],
	}}
}

// Rearrange lays the panes out anew, after something that Arrange goes by has changed.
func (p *Panes) Rearrange() { p.arrange(p.Size()) }

// Widen makes a side that is shown wider by so many units of the text size, or narrower where it is negative, as
// dragging its border does.
func (p *Panes) Widen(side *Pane, by float32) {
	b := p.borders[0]
	if side == &p.Right {
		b = p.borders[1]
	}
	if !b.Visible() {
		return
	}
	unit := theme.TextSize()
	b.widen(side.Content.Size().Width + by*unit)
	b.DragEnd()
}

type panesRenderer struct {
	panes   *Panes
	objects []fyne.CanvasObject
}

func (r *panesRenderer) Destroy()                     {}
func (r *panesRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *panesRenderer) Layout(size fyne.Size)        { r.panes.arrange(size) }

func (r *panesRenderer) Refresh() {
	r.panes.arrange(r.panes.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

// MinSize is that of the middle: the sides give way.
func (r *panesRenderer) MinSize() fyne.Size {
	m := r.panes.Middle.MinSize()
	m.Height = max(m.Height, r.panes.Left.Content.MinSize().Height)
	return m
}

func (p *Panes) arrange(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	left, right := true, true
	if p.Arrange != nil {
		left, right = p.Arrange(size.Width)
	}
	alone := right && size.Width < p.middleLeast()+p.Right.Least*theme.TextSize()
	left = left && !alone
	changed := left != p.Left.Content.Visible() || right != p.Right.Content.Visible() || alone == p.Middle.Visible()
	setVisible(p.Middle, !alone)
	for i, on := range []bool{left, right} {
		setVisible([]fyne.CanvasObject{p.Left.Content, p.Right.Content}[i], on)
		setVisible(p.borders[i], on && !alone)
	}
	l, r := p.widths(size.Width, left, right)
	if alone {
		r = size.Width
	}
	border := borderWidth()
	if left {
		p.Left.Content.Resize(fyne.NewSize(l, size.Height))
		p.Left.Content.Move(fyne.NewPos(0, 0))
		p.borders[0].Move(fyne.NewPos(l-border/2, 0))
		p.borders[0].Resize(fyne.NewSize(border, size.Height))
	}
	if right {
		p.Right.Content.Resize(fyne.NewSize(r, size.Height))
		p.Right.Content.Move(fyne.NewPos(size.Width-r, 0))
		p.borders[1].Move(fyne.NewPos(size.Width-r-border/2, 0))
		p.borders[1].Resize(fyne.NewSize(border, size.Height))
	}
	p.Middle.Move(fyne.NewPos(l, 0))
	p.Middle.Resize(fyne.NewSize(size.Width-l-r, size.Height))
	if changed && p.OnShown != nil {
		p.OnShown()
	}
}

// widths gives the widths of both sides; a side that is not shown has none. Where the middle would get too little, the
// right side gives way first.
func (p *Panes) widths(room float32, left, right bool) (l, r float32) {
	unit := theme.TextSize()
	if left {
		l = p.Left.wish(room, unit)
	}
	if right {
		r = p.Right.wish(room, unit)
	}
	lack := p.middleLeast() - (room - l - r)
	if lack > 0 && right {
		given := min(lack, r-min(r, p.Right.Least*unit))
		r -= given
		lack -= given
	}
	if lack > 0 && left {
		l -= min(lack, l-min(l, p.Left.Least*unit))
	}
	return l, r
}

// middleLeast is what the middle needs, in Fyne's units.
func (p *Panes) middleLeast() float32 {
	return max(p.MiddleLeast*theme.TextSize(), p.Middle.MinSize().Width)
}

// Alone reports whether the right pane hides the middle one.
func (p *Panes) Alone() bool { return !p.Middle.Visible() }

// wish gives the width that a side wants.
func (s *Pane) wish(room, unit float32) float32 {
	if s.Width > 0 {
		return max(s.Width, s.Least) * unit
	}
	width := s.Share * room
	if s.Most > 0 {
		width = min(width, s.Most*unit)
	}
	return max(width, s.Least*unit)
}

func borderWidth() float32 { return 2 * theme.Padding() }

// paneBorder is the line between two panes. It can be taken hold of a little to both sides.
type paneBorder struct {
	widget.BaseWidget
	panes   *Panes
	pane    *Pane
	way     float32 // 1 where dragging to the right makes the pane wider
	line    *canvas.Rectangle
	hovered bool
	held    bool
	wanted  float32 // the width that the pointer asks for, in Fyne's units
}

func newPaneBorder(p *Panes, pane *Pane, way float32) *paneBorder {
	b := &paneBorder{panes: p, pane: pane, way: way, line: canvas.NewRectangle(nil)}
	b.ExtendBaseWidget(b)
	return b
}

// Cursor says that it can be dragged.
func (b *paneBorder) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MouseIn shows what would be dragged.
func (b *paneBorder) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved does nothing.
func (b *paneBorder) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends MouseIn.
func (b *paneBorder) MouseOut() { b.hovered = false; b.Refresh() }

// Dragged makes the pane wider or narrower.
func (b *paneBorder) Dragged(e *fyne.DragEvent) {
	if !b.held {
		b.held, b.wanted = true, b.pane.Content.Size().Width
	}
	b.wanted += b.way * e.Dragged.DX
	b.widen(b.wanted)
}

// widen gives the pane a width, in Fyne's units, as far as there is room.
func (b *paneBorder) widen(width float32) {
	b.pane.Width = max(b.pane.Least, min(width, b.most())/theme.TextSize())
	b.panes.Rearrange()
}

// most is the width at which the middle has no more to give.
func (b *paneBorder) most() float32 {
	return b.pane.Content.Size().Width + b.panes.Middle.Size().Width - b.panes.middleLeast()
}

// DragEnd tells that the border stands elsewhere now.
func (b *paneBorder) DragEnd() {
	b.held = false
	b.Refresh()
	if b.panes.OnDragged != nil {
		b.panes.OnDragged()
	}
}

// DoubleTapped gives the pane its own width back.
func (b *paneBorder) DoubleTapped(*fyne.PointEvent) {
	b.pane.Width = 0
	b.panes.Rearrange()
	if b.panes.OnDragged != nil {
		b.panes.OnDragged()
	}
}

// CreateRenderer draws the line.
func (b *paneBorder) CreateRenderer() fyne.WidgetRenderer {
	return &paneBorderRenderer{b, []fyne.CanvasObject{b.line}}
}

type paneBorderRenderer struct {
	border  *paneBorder
	objects []fyne.CanvasObject
}

func (r *paneBorderRenderer) Destroy()                     {}
func (r *paneBorderRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *paneBorderRenderer) MinSize() fyne.Size           { return fyne.NewSize(borderWidth(), 0) }

func (r *paneBorderRenderer) Layout(size fyne.Size) {
	width := float32(1)
	if r.border.hovered || r.border.held {
		width = 3
	}
	r.border.line.Move(fyne.NewPos((size.Width-width)/2, 0))
	r.border.line.Resize(fyne.NewSize(width, size.Height))
	var c color.Color = theme.Color(theme.ColorNameSeparator)
	if width > 1 {
		c = theme.Color(theme.ColorNamePrimary)
	}
	if r.border.line.FillColor != c {
		r.border.line.FillColor = c
		r.border.line.Refresh()
	}
}

func (r *paneBorderRenderer) Refresh() { r.Layout(r.border.Size()) }
