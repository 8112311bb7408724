package widgets

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// zoomSteps are the sizes that one can zoom to, in per cent of the true size of the paper.
var zoomSteps = []int{30, 40, 50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300}

// unitsPerPoint turns points into Fyne's units, of which there are 96 in an inch.
const unitsPerPoint = 96.0 / 72

// Percent tells how large the pages are shown, in per cent of their true size.
func (p *Pages) Percent() int {
	return int(math.Round(float64(100 * float32(p.grid.width) / (p.width * unitsPerPoint * p.grid.scale))))
}

// FitsWidth reports whether the pages are as wide as there is room for.
func (p *Pages) FitsWidth() bool { return p.percent == 0 }

// ZoomedTo gives the size that was chosen, in per cent of the true one; 0 fits the width.
func (p *Pages) ZoomedTo() int { return p.percent }

// SetZoom shows the pages at a size in per cent of the true one; 0 fits the width.
func (p *Pages) SetZoom(percent int) {
	if percent != 0 {
		percent = max(zoomSteps[0], min(percent, zoomSteps[len(zoomSteps)-1]))
	}
	if p.percent == percent {
		return
	}
	p.percent = percent
	p.arrange()
	if p.OnZoomed != nil {
		p.OnZoomed()
	}
}

// Zoom goes a number of steps larger, or smaller where it is negative.
func (p *Pages) Zoom(steps int) {
	now := p.Percent()
	for ; steps > 0; steps-- {
		if i := slices.IndexFunc(zoomSteps, func(n int) bool { return n > now }); i >= 0 {
			now = zoomSteps[i]
		}
	}
	for ; steps < 0; steps++ {
		if i := slices.IndexFunc(zoomSteps, func(n int) bool { return n >= now }); i > 0 {
			now = zoomSteps[i-1]
		} else if i < 0 {
			now = zoomSteps[len(zoomSteps)-1]
		}
	}
	p.SetZoom(now)
}

// pageGrid says where pages stand, in whole pixels of the screen: a page that began between two of them would be
// blurred.
type pageGrid struct {
	scale              float32 // pixels of a unit
	width, height, gap int
}

func (g pageGrid) top(page int) int { return g.gap + page*(g.height+g.gap) }

// foot gives the height of so many pages.
func (g pageGrid) foot(count int) int { return g.top(count) }

// down gives a height on a page, which is given as a part of the page's.
func (g pageGrid) down(page int, part float32) int {
	return g.top(page) + int(part*float32(g.height))
}

// pageAt gives the page at a height. The gap above a page belongs to it.
func (g pageGrid) pageAt(y int) int { return max(0, y) / max(1, g.height+g.gap) }

// newGrid works out the sizes for the room that there is.
func (p *Pages) newGrid() pageGrid {
	g := pageGrid{scale: 1}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		const far = 1000
		x, _ := c.PixelCoordinateForPosition(fyne.NewPos(far, far))
		g.scale = float32(x) / far
	}
	th := p.Theme()
	g.gap = int(math.Round(float64(3 * th.Size(theme.SizeNamePadding) * g.scale)))
	if p.percent == 0 {
		room := p.Size().Width - th.Size(theme.SizeNameScrollBarSmall)
		g.width = max(1, int(room*g.scale)-2*g.gap)
	} else {
		g.width = int(math.Round(float64(p.width * unitsPerPoint * g.scale * float32(p.percent) / 100)))
	}
	g.height = int(math.Round(float64(float32(g.width) * p.height / p.width)))
	return g
}

// arrange gives the pages the sizes that go with the zoom and the room there is. What was at the top stays there.
func (p *Pages) arrange() {
	if p.cramped() {
		return
	}
	at, before := p.Offset(), p.grid
	p.grid = p.newGrid()
	p.content.Resize(p.content.MinSize().Max(p.scroll.Size()))
	p.place()
	p.scroll.Base.Refresh() // the scroller and its bars only: Scroll.Refresh would draw every page anew
	if before.height > 0 && before != p.grid {
		p.SetOffset(at)
		if before.width != p.grid.width { // the middle stays in the middle
			p.scroll.Offset.X = max(0, (p.content.Size().Width-p.scroll.Size().Width)/2)
			p.scroll.Base.Refresh()
		}
	}
	p.viewed()
}

// cramped reports that there is no room at all, as on the way into another container: what is in view is not to be
// lost then.
func (p *Pages) cramped() bool { return p.Size().Width < 1 || p.Size().Height < 1 }

// place puts the pages and the bars where they belong.
func (p *Pages) place() {
	g := p.grid
	if g.width == 0 {
		return
	}
	unit := func(pixels int) float32 { return float32(pixels) / g.scale }
	left := p.left()
	for i, s := range p.papers {
		s.put(fyne.NewPos(unit(left), unit(g.top(i))), fyne.NewSize(unit(g.width), unit(g.height)))
	}
	part := float32(g.width) / p.width // pixels of a point
	for i, m := range p.marks {
		bar := p.bars[i]
		bar.CornerRadius = 1.5
		bar.Move(fyne.NewPos(unit(left+int(m.X*part)), unit(g.top(m.Page)+int(m.Top*part))))
		bar.Resize(fyne.NewSize(3, unit(int((m.Foot-m.Top)*part))))
	}
	canvas.Refresh(p.content) // Container.Refresh would draw every page anew
}

// pagesLayout is the content of the scroller: as large as all pages, in the middle of the view where it is larger.
type pagesLayout Pages

func (l *pagesLayout) Layout([]fyne.CanvasObject, fyne.Size) { (*Pages)(l).place() }

func (l *pagesLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	g := l.grid
	if g.scale == 0 {
		return fyne.Size{}
	}
	return fyne.NewSize(float32(g.width+2*g.gap)/g.scale, float32(g.foot(len(l.papers)))/g.scale)
}
