package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement/register"
	"avtalebok/ui/widgets"
)

// registerFigures shows how many agreements there are of which sort.
type registerFigures struct {
	*registerScreen
	body *fyne.Container
	page *container.Scroll
}

func (p *registerFigures) name() string { return "figures" }

func (p *registerFigures) content() fyne.CanvasObject {
	p.body = container.New(&besideOrBelow{})
	p.page = container.NewVScroll(p.body)
	return p.page
}

func (p *registerFigures) focus() { p.window.Canvas().Focus(p.search) }

func (p *registerFigures) fill() {
	if p.body == nil {
		return
	}
	if len(p.shown.entries) == 0 {
		p.body.Objects = []fyne.CanvasObject{p.empty()}
		p.body.Refresh()
		return
	}
	t := p.shown.total
	p.body.Objects = []fyne.CanvasObject{
		p.chart(register.GroupKind, "kinds", t.Kinds, ""),
		p.chart(register.GroupForm, "forms", t.Forms, p.T("register.figures.law")),
		p.chart(register.GroupYear, "years", lastYears(t.Years), ""),
		p.chart(register.GroupStatus, "statuses", t.Statuses, ""),
	}
	p.body.Refresh()
}

// chart shows the counts of one sort, with a title and, where there is one, a note.
func (p *registerFigures) chart(by register.Grouping, key string, counts []register.Count, about string) fyne.CanvasObject {
	var bars []widgets.Bar
	for _, c := range counts {
		name := p.valueName(by, c.Key, "")
		if c.Key == earlier {
			name = p.T("register.figures.earlier")
		}
		share := strconv.Itoa((c.Count*200+p.shown.total.Agreements)/(2*p.shown.total.Agreements)) + "\u00a0%"
		bars = append(bars, widgets.Bar{Label: name, Value: c.Count, Words: strconv.Itoa(c.Count) + "  (" + share + ")"})
	}
	box := container.NewVBox(subheading(p.T("register.figures."+key)), widgets.NewChart(bars...))
	if about != "" {
		box.Add(note(about))
	}
	return container.NewPadded(box)
}

// The chart by year shows the last years one by one; those before are counted together under this key.
const (
	shownYears = 10
	earlier    = "earlier"
)

// lastYears counts together the years before the last ones, and puts agreements that are not signed last.
func lastYears(years []register.Count) []register.Count {
	var unsigned []register.Count
	if len(years) > 0 && years[0].Key == "0" {
		unsigned, years = years[:1], years[1:]
	}
	out := []register.Count{}
	if n := len(years) - shownYears; n > 0 {
		sum := 0
		for _, c := range years[:n] {
			sum += c.Count
		}
		out, years = append(out, register.Count{Key: earlier, Count: sum}), years[n:]
	}
	return append(append(out, years...), unsigned...)
}

// besideOrBelow sets objects in two columns where there is room, else below each other.
type besideOrBelow struct{ width float32 }

// besideFrom is the width from which on there are two columns, in units of the text size.
const besideFrom = 56

func (l *besideOrBelow) columns() int {
	if l.width >= besideFrom*theme.TextSize() {
		return 2
	}
	return 1
}

func (l *besideOrBelow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height [2]float32
	var width float32
	n := l.columns()
	for i, o := range objects {
		m := o.MinSize()
		height[i%n] += m.Height
		width = max(width, m.Width)
	}
	return fyne.NewSize(width, max(height[0], height[1]))
}

func (l *besideOrBelow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	n := l.columns()
	if len(objects) == 1 {
		n = 1
	}
	each := (size.Width - theme.Size(theme.SizeNameScrollBar)) / float32(n) // the bar lies over what scrolls
	var y [2]float32
	for i, o := range objects {
		o.Resize(fyne.NewSize(each, o.MinSize().Height)) // words that wrap know their height when they have a width
		height := o.MinSize().Height
		o.Move(fyne.NewPos(float32(i%n)*each, y[i%n]))
		o.Resize(fyne.NewSize(each, height))
		y[i%n] += height
	}
}

var _ fyne.Layout = (*besideOrBelow)(nil)
