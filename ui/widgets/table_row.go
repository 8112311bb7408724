package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableSpans shares a table's width among its columns. The head and all lines share one.
type tableSpans struct {
	columns []TableColumn
	room    float32 // for which x and width were computed
	unit    float32
	x, w    []float32 // by column; w is 0 of those that are left out
}

// of gives the left edges and widths of the columns in a table of a width.
func (s *tableSpans) of(room float32) (x, w []float32) {
	unit := theme.TextSize()
	if room == s.room && unit == s.unit {
		return s.x, s.w
	}
	s.room, s.unit = room, unit
	shown := make([]bool, len(s.columns))
	for i := range shown {
		shown[i] = true
	}
	for s.least(shown)*unit > room {
		last := -1
		for i, c := range s.columns {
			if shown[i] && c.Drop > 0 && (last < 0 || c.Drop > s.columns[last].Drop) {
				last = i
			}
		}
		if last < 0 {
			break
		}
		shown[last] = false
	}
	s.x, s.w = s.share(shown, room, unit)
	return s.x, s.w
}

func (s *tableSpans) least(shown []bool) (sum float32) {
	for i, c := range s.columns {
		if shown[i] {
			sum += c.Least
		}
	}
	return sum
}

func (s *tableSpans) share(shown []bool, room, unit float32) (x, w []float32) {
	var shares float32
	for i, c := range s.columns {
		if shown[i] {
			shares += c.Share
		}
	}
	left := max(0, room-s.least(shown)*unit)
	x, w = make([]float32, len(s.columns)), make([]float32, len(s.columns))
	var at float32
	for i, c := range s.columns {
		x[i] = at
		if !shown[i] {
			continue
		}
		w[i] = c.Least * unit
		if shares > 0 {
			w[i] += left * c.Share / shares
		}
		at += w[i]
	}
	return x, w
}

// tableRow is a line of a table.
type tableRow struct {
	widget.BaseWidget
	table   *Table
	back    *canvas.Rectangle
	heading *widget.Label
	cells   []*widget.Label
	line    TableLine
}

func newTableRow(t *Table) *tableRow {
	r := &tableRow{table: t, heading: tableLabel(), back: canvas.NewRectangle(color.Transparent)}
	r.back.CornerRadius = theme.Size(theme.SizeNameSelectionRadius)
	r.heading.TextStyle.Bold = true
	r.heading.Hide()
	for range t.columns {
		r.cells = append(r.cells, tableLabel())
	}
	r.ExtendBaseWidget(r)
	return r
}

func tableLabel() *widget.Label {
	l := widget.NewLabel("")
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// show sets the words of the line, and whether it is marked. What is as it was is left alone.
func (r *tableRow) show(line TableLine, marked bool) {
	fill := color.Color(color.Transparent)
	if marked && line.Heading == "" {
		fill = theme.Color(theme.ColorNameSelection)
	}
	if r.back.FillColor != fill {
		r.back.FillColor = fill
		r.back.Refresh()
	}
	if line.Heading == r.line.Heading && line.Strong == r.line.Strong &&
		slices.Equal(line.Cells, r.line.Cells) && slices.Equal(line.Tones, r.line.Tones) {
		return
	}
	r.line = line
	r.heading.Hidden = line.Heading == ""
	r.heading.SetText(line.Heading)
	for i, l := range r.cells {
		text, tone := "", widget.MediumImportance
		if i < len(line.Cells) {
			text = line.Cells[i]
		}
		if i < len(line.Tones) {
			tone = line.Tones[i]
		}
		strong := i == 0 && line.Strong
		if l.Text == text && l.Importance == tone && l.TextStyle.Bold == strong {
			continue
		}
		l.Text, l.Importance, l.TextStyle.Bold = text, tone, strong
		l.Refresh()
	}
	r.layout(r.Size())
}

func (r *tableRow) layout(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	x, w := r.table.spans.of(size.Width)
	r.back.Resize(size)
	r.heading.Resize(size)
	for i, l := range r.cells {
		l.Hidden = w[i] == 0 || r.line.Heading != ""
		l.Move(fyne.NewPos(x[i], 0))
		l.Resize(fyne.NewSize(w[i], size.Height))
	}
}

// CreateRenderer gives the row's drawing.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{r.back, r.heading}
	for _, l := range r.cells {
		objects = append(objects, l)
	}
	return &tableRowRenderer{r, objects}
}

type tableRowRenderer struct {
	row     *tableRow
	objects []fyne.CanvasObject
}

func (r *tableRowRenderer) Destroy()                     {}
func (r *tableRowRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *tableRowRenderer) Layout(size fyne.Size)        { r.row.layout(size) }

func (r *tableRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(8*theme.TextSize(), r.row.heading.MinSize().Height)
}

func (r *tableRowRenderer) Refresh() {
	for _, o := range r.objects {
		o.Refresh()
	}
	r.row.layout(r.row.Size())
}
