package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewIndent puts words over the cells of the rows that share columns, beneath each other and in line with the cells.
func NewIndent(columns *Columns, parts ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&indent{columns: columns}, parts...)
}

type indent struct{ columns *Columns }

func (l *indent) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	unit, inner := theme.TextSize(), theme.InnerPadding()
	x := l.columns.Gutter*unit - inner // a label's own padding brings its words back in line
	y := float32(0)
	for _, p := range parts {
		if blank(p) {
			continue
		}
		p.Resize(fyne.NewSize(size.Width-x-l.columns.Rail*unit+inner, p.Size().Height))
		height := p.MinSize().Height
		p.Resize(fyne.NewSize(p.Size().Width, height))
		p.Move(fyne.NewPos(x, y))
		y += height - 1.5*inner
	}
}

func (l *indent) MinSize(parts []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, p := range parts {
		if blank(p) {
			continue
		}
		height += p.MinSize().Height - 1.5*theme.InnerPadding()
	}
	return fyne.NewSize(20*theme.TextSize(), height+1.5*theme.InnerPadding())
}

// blank reports whether a part is words without any, which take no room.
func blank(part fyne.CanvasObject) bool {
	w, ok := part.(*Words)
	return ok && w.Text() == ""
}

// NewButtons puts buttons beside each other, in line with the cells of the rows that share columns.
func NewButtons(columns *Columns, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&buttonLine{columns: columns}, buttons...)
}

// buttonLine breaks into as many lines as the width of the last layout calls for.
type buttonLine struct {
	columns *Columns
	width   float32
}

func (l *buttonLine) Layout(buttons []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(buttons, func(b fyne.CanvasObject, at fyne.Position) {
		b.Resize(b.MinSize())
		b.Move(at)
	})
}

// place tells where each button goes, and gives the height of all.
func (l *buttonLine) place(buttons []fyne.CanvasObject, put func(fyne.CanvasObject, fyne.Position)) float32 {
	left, gap := l.columns.Gutter*theme.TextSize(), 2*theme.Padding()
	x, y, height := left, theme.Padding(), float32(0)
	for _, b := range buttons {
		m := b.MinSize()
		if x > left && l.width > 0 && x+m.Width > l.width {
			x, y = left, y+height+gap
		}
		put(b, fyne.NewPos(x, y))
		x += m.Width + gap
		height = max(height, m.Height)
	}
	return y + height + 3*theme.Padding()
}

func (l *buttonLine) MinSize(buttons []fyne.CanvasObject) fyne.Size {
	var widest float32
	for _, b := range buttons {
		widest = max(widest, b.MinSize().Width)
	}
	return fyne.NewSize(l.columns.Gutter*theme.TextSize()+widest, l.place(buttons, func(fyne.CanvasObject, fyne.Position) {}))
}

// Heads are the names of the two columns, in line with the cells of rows that share columns. It stands above a Sheet
// of the same width and margin.
type Heads struct {
	widget.BaseWidget
	columns *Columns
	stack   *stack
	labels  [2]*widget.Label
}

// NewHeads makes the heads for the columns of a sheet.
func NewHeads(columns *Columns, sheet *Sheet) *Heads {
	h := &Heads{columns: columns, stack: sheet.stack, labels: [2]*widget.Label{widget.NewLabel(""), widget.NewLabel("")}}
	for _, l := range h.labels {
		l.TextStyle.Bold = true
		l.Importance = widget.HighImportance
		l.Truncation = fyne.TextTruncateEllipsis
	}
	h.ExtendBaseWidget(h)
	return h
}

// Set sets the names.
func (h *Heads) Set(left, right string) {
	h.labels[0].SetText(left)
	h.labels[1].SetText(right)
}

// Rearrange follows a change of the columns.
func (h *Heads) Rearrange() { h.layout(h.Size()) }

// CreateRenderer lays the names over the columns.
func (h *Heads) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New((*headLayout)(h), h.labels[0], h.labels[1]))
}

func (h *Heads) layout(size fyne.Size) {
	left, width := h.stack.span(size.Width)
	x, w := h.columns.spans(width)
	for i, l := range h.labels {
		setVisible(l, w[i] > 0)
		l.Move(fyne.NewPos(left+x[i]-theme.InnerPadding(), 0))
		l.Resize(fyne.NewSize(w[i]+theme.InnerPadding(), l.MinSize().Height))
	}
}

type headLayout Heads

func (l *headLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) { (*Heads)(l).layout(size) }

func (l *headLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(10*theme.TextSize(), l.labels[0].MinSize().Height)
}
