package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Bar is one value of a chart.
type Bar struct {
	Label string
	Value int
	Words string // the value in words or figures, which stands behind the bar: "13 (52 %)"
}

// Chart shows values as bars below each other, each with its name before it and its figure behind it, so that nothing has
// to be read off the drawing or told by a colour. Names and figures are labels, which screen readers read.
type Chart struct {
	widget.BaseWidget
	bars  []Bar
	names []*widget.Label
	words []*widget.Label
	rects []*canvas.Rectangle
}

// NewChart makes a chart.
func NewChart(bars ...Bar) *Chart {
	c := &Chart{bars: bars}
	for _, b := range bars {
		name := widget.NewLabel(b.Label)
		name.Truncation = fyne.TextTruncateEllipsis
		c.names = append(c.names, name)
		c.words = append(c.words, widget.NewLabel(b.Words))
		c.rects = append(c.rects, canvas.NewRectangle(theme.Color(theme.ColorNamePrimary)))
	}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer gives the chart's drawing.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	for i := range c.bars { // in the order in which they are read
		objects = append(objects, c.names[i], c.rects[i], c.words[i])
	}
	return &chartRenderer{c, objects}
}

type chartRenderer struct {
	chart   *Chart
	objects []fyne.CanvasObject
}

func (r *chartRenderer) Destroy()                     {}
func (r *chartRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *chartRenderer) Refresh() {
	for _, rect := range r.chart.rects {
		rect.FillColor = theme.Color(theme.ColorNamePrimary)
	}
	for _, o := range r.objects {
		o.Refresh()
	}
	r.Layout(r.chart.Size())
}

// height is that of one bar with its words: a line's, with half of the air around it.
func (r *chartRenderer) height() float32 { return 2 * theme.TextSize() }

func (r *chartRenderer) MinSize() fyne.Size {
	_, words := r.widths()
	return fyne.NewSize(10*theme.TextSize()+words, float32(len(r.chart.bars))*r.height())
}

// widths gives the room that the widest name and the widest figure want.
func (r *chartRenderer) widths() (names, words float32) {
	for i, b := range r.chart.bars {
		names = max(names, fyne.MeasureText(b.Label, theme.TextSize(), fyne.TextStyle{}).Width+2*theme.InnerPadding())
		words = max(words, r.chart.words[i].MinSize().Width)
	}
	return names, words
}

func (r *chartRenderer) Layout(size fyne.Size) {
	names, words := r.widths()
	names = min(names+2, size.Width*0.5)
	room := max(0, size.Width-names-words)
	most := 0
	for _, b := range r.chart.bars {
		most = max(most, b.Value)
	}
	height, thick := r.height(), theme.TextSize()
	for i, b := range r.chart.bars {
		y := float32(i) * height
		label := r.chart.names[i].MinSize().Height
		r.chart.names[i].Move(fyne.NewPos(0, y+(height-label)/2))
		r.chart.names[i].Resize(fyne.NewSize(names, label))
		var width float32
		if most > 0 {
			width = room * float32(b.Value) / float32(most)
		}
		if b.Value > 0 {
			width = max(width, 2)
		}
		r.chart.rects[i].CornerRadius = 2
		r.chart.rects[i].Move(fyne.NewPos(names, y+(height-thick)/2))
		r.chart.rects[i].Resize(fyne.NewSize(width, thick))
		r.chart.words[i].Move(fyne.NewPos(names+width, y+(height-label)/2))
		r.chart.words[i].Resize(fyne.NewSize(words, label))
	}
}
