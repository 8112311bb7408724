package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableHead names the columns of a table. A click on a name, or Enter, sorts by it.
type tableHead struct {
	widget.BaseWidget
	table   *Table
	names   []*widget.Label
	arrow   *widget.Icon // beside the name of the column that is sorted by
	back    *canvas.Rectangle
	mark    *canvas.Rectangle // beneath the column that the keyboard is on
	at      int
	focused bool
}

func newTableHead(t *Table) *tableHead {
	h := &tableHead{table: t, arrow: widget.NewIcon(nil), back: canvas.NewRectangle(color.Transparent), mark: canvas.NewRectangle(color.Transparent)}
	for _, c := range t.columns {
		l := tableLabel()
		l.Text, l.TextStyle.Bold = c.Title, true
		h.names = append(h.names, l)
	}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer gives the head's drawing.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{h.back}
	for _, l := range h.names {
		objects = append(objects, l)
	}
	r := &tableHeadRenderer{h, append(objects, h.arrow, h.mark)}
	r.Refresh()
	return r
}

type tableHeadRenderer struct {
	head    *tableHead
	objects []fyne.CanvasObject
}

func (r *tableHeadRenderer) Destroy()                     {}
func (r *tableHeadRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *tableHeadRenderer) MinSize() fyne.Size {
	return fyne.NewSize(8*theme.TextSize(), r.head.names[0].MinSize().Height)
}

func (r *tableHeadRenderer) Layout(size fyne.Size) {
	h := r.head
	h.back.Resize(size)
	h.arrow.Hide()
	icon := theme.TextSize()
	x, w := h.table.spans.of(size.Width)
	for i, l := range h.names {
		l.Hidden = w[i] == 0
		width := w[i]
		if c := h.table.columns[i]; c.ID == h.table.sorted && w[i] > 0 {
			h.arrow.Show()
			h.arrow.Resize(fyne.NewSquareSize(icon))
			end := fyne.MeasureText(l.Text, theme.TextSize(), l.TextStyle).Width + 2*theme.InnerPadding()
			h.arrow.Move(fyne.NewPos(x[i]+min(end-theme.InnerPadding()/2, w[i]-icon), (size.Height-icon)/2))
			width = min(w[i]-icon/2, end+theme.InnerPadding())
		}
		l.Move(fyne.NewPos(x[i], 0))
		l.Resize(fyne.NewSize(width, size.Height))
	}
	inner := theme.InnerPadding()
	h.mark.Move(fyne.NewPos(x[h.at]+inner, size.Height-3))
	h.mark.Resize(fyne.NewSize(max(0, w[h.at]-2*inner), 2))
}

func (r *tableHeadRenderer) Refresh() {
	h := r.head
	h.back.FillColor = theme.Color(theme.ColorNameHeaderBackground)
	h.mark.FillColor = color.Transparent
	if h.focused {
		h.mark.FillColor = theme.Color(theme.ColorNamePrimary)
	}
	h.arrow.SetResource(theme.MoveDownIcon())
	if h.table.reversed {
		h.arrow.SetResource(theme.MoveUpIcon())
	}
	r.Layout(h.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

// Tapped sorts by the column that was clicked on.
func (h *tableHead) Tapped(e *fyne.PointEvent) {
	x, w := h.table.spans.of(h.Size().Width)
	for i := range x {
		if e.Position.X >= x[i] && e.Position.X < x[i]+w[i] {
			h.at = i
			h.sort()
		}
	}
}

func (h *tableHead) sort() {
	if c := h.table.columns[h.at]; !c.Fixed && h.table.OnSort != nil {
		h.table.OnSort(c.ID)
	}
	h.Refresh()
}

// FocusGained shows the column that the keyboard is on.
func (h *tableHead) FocusGained() {
	h.focused = true
	h.step(0)
}

// FocusLost takes the mark away.
func (h *tableHead) FocusLost() {
	h.focused = false
	h.Refresh()
}

// TypedRune does nothing.
func (h *tableHead) TypedRune(rune) {}

// TypedKey goes from column to column, and sorts by Enter or the space bar.
func (h *tableHead) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		h.step(-1)
	case fyne.KeyRight:
		h.step(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		h.sort()
	case fyne.KeyDown:
		if c := fyne.CurrentApp().Driver().CanvasForObject(h); c != nil {
			c.Focus(h.table.list)
		}
	default:
		PassOn(h, e)
	}
}

// step goes to the next column in sight.
func (h *tableHead) step(by int) {
	_, w := h.table.spans.of(h.Size().Width)
	for at := h.at + by; at >= 0 && at < len(w); at += by {
		if w[at] > 0 {
			h.at = at
			break
		}
		if by == 0 {
			break
		}
	}
	h.Refresh()
}

// Cursor says that the head can be clicked on.
func (h *tableHead) Cursor() desktop.Cursor { return desktop.PointerCursor }
