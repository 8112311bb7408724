package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Sheet is a page of rows from top to bottom that scrolls. Each row gets the width of the page and is as high as its
// content at that width; when a row grows, those beneath it move and nothing else is drawn anew.
type Sheet struct {
	widget.BaseWidget
	scroll *container.Scroll
	rows   *fyne.Container
	stack  *stack
}

// NewSheet makes an empty sheet. MaxWidth, in units of the text size, keeps lines readable in a wide window; 0 is no
// bound. Margin, in units of padding, is left free on all sides.
func NewSheet(maxWidth, margin float32) *Sheet {
	s := &Sheet{stack: &stack{maxWidth: maxWidth, margin: margin}}
	s.rows = container.New(s.stack)
	s.scroll = container.NewVScroll(s.rows)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer gives the scroller.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.scroll) }

// SetRows replaces the rows. Rows that stay keep their state; the scroll offset stays as far as it can.
func (s *Sheet) SetRows(rows []fyne.CanvasObject) {
	s.rows.Objects = rows
	s.Relayout()
	canvas.Refresh(s.rows) // draws anew; Container.Refresh would refresh every row as well
}

// Rows gives the rows from top to bottom.
func (s *Sheet) Rows() []fyne.CanvasObject { return s.rows.Objects }

// Relayout moves the rows to their places, after one has changed its height.
func (s *Sheet) Relayout() {
	s.stack.Layout(s.rows.Objects, s.rows.Size())
	s.scroll.Base.Refresh() // the scroller and its bars only: Scroll.Refresh would refresh every row too
	s.SetOffset(s.Offset()) // there may be less to scroll through now
}

// Offset tells how far the sheet is scrolled down.
func (s *Sheet) Offset() float32 { return s.scroll.Offset.Y }

// SetOffset scrolls to a height.
func (s *Sheet) SetOffset(y float32) {
	s.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(y, s.rows.Size().Height-s.scroll.Size().Height))))
}

// Wheel scrolls as the wheel over the sheet does.
func (s *Sheet) Wheel(event *fyne.ScrollEvent) { s.scroll.Scrolled(event) }

// ScrollPages scrolls by a number of pages, less a line so that the eye finds its place.
func (s *Sheet) ScrollPages(n float32) {
	s.SetOffset(s.Offset() + n*(s.scroll.Size().Height-3*s.Theme().Size(theme.SizeNameText)))
}

// Reveal scrolls as little as it takes to show the stretch of a row between two heights within it.
func (s *Sheet) Reveal(row fyne.CanvasObject, top, bottom float32) {
	margin := s.Theme().Size(theme.SizeNameText)
	top += row.Position().Y - margin
	bottom += row.Position().Y + margin
	switch height := s.scroll.Size().Height; {
	case height <= 0:
	case top < s.Offset() || bottom-top > height:
		s.SetOffset(top)
	case bottom > s.Offset()+height:
		s.SetOffset(bottom - height)
	}
}

// narrow is the width, in units of the text size, below which margins shrink in favour of the text.
const narrow = 44

// narrowMargin is what margins at the sides are divided by then.
const narrowMargin = 3

// stack lays out rows from top to bottom, all of them equally wide, each as high as it wants to be at that width.
type stack struct {
	maxWidth, margin float32
}

func (l *stack) Layout(rows []fyne.CanvasObject, size fyne.Size) {
	x, width := l.span(size.Width)
	if width <= 0 {
		return
	}
	y := l.margin * theme.Padding()
	for _, row := range rows {
		if !row.Visible() {
			continue
		}
		row.Resize(fyne.NewSize(width, row.Size().Height)) // first the width, which decides the height
		height := row.MinSize().Height
		row.Resize(fyne.NewSize(width, height))
		row.Move(fyne.NewPos(x, y))
		y += height
	}
}

// span gives the left edge and the width of the rows.
func (l *stack) span(room float32) (x, width float32) {
	margin := l.margin * theme.Padding()
	if room < narrow*theme.TextSize() {
		margin /= narrowMargin
	}
	width = room - 2*margin
	if l.maxWidth > 0 {
		width = min(width, l.maxWidth*theme.TextSize())
	}
	return max((room-width)/2, margin), width
}

func (l *stack) MinSize(rows []fyne.CanvasObject) fyne.Size {
	margin := 2 * l.margin * theme.Padding()
	size := fyne.NewSize(0, 0)
	for _, row := range rows {
		if row.Visible() {
			m := row.MinSize()
			size = fyne.NewSize(max(size.Width, m.Width), size.Height+m.Height)
		}
	}
	return size.AddWidthHeight(margin/narrowMargin, margin)
}
