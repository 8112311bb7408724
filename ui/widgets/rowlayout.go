package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// CreateRenderer gives the row's drawing.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	out := &rowRenderer{row: r}
	out.objects = []fyne.CanvasObject{r.title, r.help, r.number}
	if r.handle != nil {
		out.objects = append(out.objects, r.handle)
	}
	for _, c := range r.cells {
		if c != nil {
			out.objects = append(out.objects, c.label)
		}
	}
	for _, c := range r.cells {
		if c != nil {
			out.objects = append(out.objects, c.object)
		}
	}
	for _, c := range r.cells {
		if c != nil {
			out.objects = append(out.objects, c.caption, c.link)
		}
	}
	for _, a := range r.actions {
		out.objects = append(out.objects, a)
	}
	out.paint()
	return out
}

type rowRenderer struct {
	row     *Row
	objects []fyne.CanvasObject
}

func (r *rowRenderer) Destroy()              {}
func (r *rowRenderer) Layout(size fyne.Size) { r.row.layout(size) }

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	if len(r.row.extras) == 0 {
		return r.objects
	}
	return slices.Concat(r.objects, r.row.extras)
}

func (r *rowRenderer) MinSize() fyne.Size {
	unit := theme.TextSize()
	const cells = 12 // units for both; it can be read, and one form at a time is better
	return fyne.NewSize((r.row.columns.Gutter+r.row.columns.Rail+cells)*unit, r.row.heights().total())
}

func (r *rowRenderer) Refresh() {
	r.paint()
	for _, o := range r.Objects() {
		o.Refresh()
	}
	r.row.arrange()
}

func (r *rowRenderer) paint() {
	th := r.row.Theme()
	r.row.number.Color = th.Color(theme.ColorNamePlaceHolder, fyne.CurrentApp().Settings().ThemeVariant())
	r.row.number.TextSize = th.Size(theme.SizeNameText)
}

// heights are those of a row's layers, from top to bottom.
type heights struct {
	title, help, labels, objects, captions, footer float32
}

func (h heights) total() float32 {
	return h.title + h.help + h.labels + h.objects + h.captions + h.footer
}

// heights measures the row at the widths that its parts have now.
func (r *Row) heights() heights {
	pad := theme.Padding()
	h := heights{title: lineHeight(r.title, pad), help: lineHeight(r.help, pad), footer: r.footerHeight()}
	for i, c := range r.cells {
		if c == nil || r.columns.Hidden[i] {
			continue
		}
		h.labels = max(h.labels, lineHeight(c.label, pad/2))
		h.objects = max(h.objects, c.object.MinSize().Height)
		h.captions = max(h.captions, c.captionHeight())
	}
	h.captions += 2 * pad
	if r.loose {
		h.captions = max(h.captions, noteHeight()+3*pad)
	}
	return h
}

func (c *cell) captionHeight() float32 {
	h := lineHeight(c.caption, theme.Padding())
	if c.link.Visible() && (!c.caption.Visible() || c.linkBelow()) {
		h += lineHeight(c.link, theme.Padding())
	}
	return h + c.detailHeight()
}

// linkBelow reports whether the link does not fit behind the caption.
func (c *cell) linkBelow() bool {
	words := fyne.MeasureText(c.caption.Text(), theme.CaptionTextSize(), fyne.TextStyle{})
	return words.Width+c.link.MinSize().Width+theme.InnerPadding() > c.object.Size().Width
}

// lineHeight is the height of a label's words without the padding that Fyne puts around them, but with some of ours.
func lineHeight(o fyne.CanvasObject, pad float32) float32 {
	if !o.Visible() {
		return 0
	}
	return o.MinSize().Height - 2*theme.InnerPadding() + pad
}

var noteHeights = map[float32]float32{} // by text size

// noteHeight is the height of one line of a note.
func noteHeight() float32 {
	size := theme.CaptionTextSize()
	if h, ok := noteHeights[size]; ok {
		return h
	}
	h := lineHeight(NewNote("x"), 0)
	noteHeights[size] = h
	return h
}

// layout puts everything in its place: first the widths, then the heights that follow from them.
func (r *Row) layout(size fyne.Size) {
	x, w := r.columns.spans(size.Width)
	left := x[0]
	if r.columns.Hidden[0] {
		left = x[1]
	}
	setWidth(r.title, size.Width-left)
	setWidth(r.help, size.Width-left)
	right := x[1] + w[1]
	if r.columns.Hidden[1] {
		right = x[0] + w[0]
	}
	if r.footer != nil {
		setWidth(r.footer, right-left)
	}
	for i, c := range r.cells {
		if c != nil {
			c.setWidth(w[i])
		}
	}
	h := r.heights()
	inner := theme.InnerPadding()
	r.title.Move(fyne.NewPos(left-inner, -inner))
	r.help.Move(fyne.NewPos(left-inner, h.title-inner))
	y := h.title + h.help
	for i, c := range r.cells {
		if c == nil {
			continue
		}
		c.label.Move(fyne.NewPos(x[i]-inner, y-inner))
		c.object.Move(fyne.NewPos(x[i], y+h.labels))
		c.object.Resize(fyne.NewSize(w[i], h.objects))
		c.placeCaption(x[i], y+h.labels+h.objects)
		c.placeDetail(x[i], y+h.labels+h.objects+c.captionHeight())
	}
	r.placeFooter(left, right-left, y+h.labels+h.objects+h.captions)
	r.layoutSides(size, x, y+h.labels)
}

func (c *cell) setWidth(width float32) {
	visible := width > 0
	setVisible(c.object, visible)
	setVisible(c.label, visible && c.label.Text() != "")
	setVisible(c.caption, visible && c.caption.Text() != "")
	setVisible(c.link, visible && c.link.Text != "")
	if c.detail != nil {
		setVisible(c.detail, visible)
	}
	if !visible {
		return
	}
	if c.detail != nil {
		setWidth(c.detail, width)
	}
	setWidth(c.object, width)
	setWidth(c.label, width+theme.InnerPadding())
	setWidth(c.caption, width)
}

func (c *cell) placeCaption(x, y float32) {
	inner := theme.InnerPadding()
	gap := theme.Padding() / 2
	c.caption.Move(fyne.NewPos(x, y-inner+gap))
	c.link.Resize(c.link.MinSize())
	if !c.caption.Visible() {
		c.link.Move(fyne.NewPos(x, y-inner+gap))
		return
	}
	if c.linkBelow() {
		c.link.Move(fyne.NewPos(x, y-inner+gap+lineHeight(c.caption, theme.Padding())))
		return
	}
	words := fyne.MeasureText(c.caption.Text(), theme.CaptionTextSize(), fyne.TextStyle{}).Width
	c.link.Move(fyne.NewPos(x+words+theme.Padding(), y-inner+gap))
}

// layoutSides puts the number and the buttons beside the first line of the cells.
func (r *Row) layoutSides(size fyne.Size, x [2]float32, y float32) {
	unit, pad := theme.TextSize(), theme.Padding()
	line := r.number.MinSize().Height + 2*theme.InnerPadding()
	r.number.Move(fyne.NewPos(0, y))
	r.number.Resize(fyne.NewSize(r.columns.Gutter*unit-2*pad, line))
	if r.handle != nil {
		r.handle.Move(fyne.NewPos(0, y))
		r.handle.Resize(r.number.Size())
	}
	r.placeMarks(y, line)
	at := size.Width
	for i := len(r.actions) - 1; i >= 0; i-- {
		a := r.actions[i]
		m := a.MinSize()
		at -= m.Width
		a.Resize(m)
		a.Move(fyne.NewPos(at, y+(line-m.Height)/2))
	}
}

func setWidth(o fyne.CanvasObject, width float32) {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, o.Size().Height))
	}
	if _, isLabel := o.(*Words); isLabel {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
}
