package widgets

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// PageSpot is a stretch of a page, in points from its top left corner.
type PageSpot struct {
	Page      int // from 0 on
	X         float32
	Top, Foot float32
}

// Pages shows the pages of a document beneath each other, as paper. It draws no page itself: it says which pages are
// in view and how many pixels they have, and shows the images that it is given, pixel for pixel. A page without an
// image is blank paper of the right size. It scrolls, zooms, marks stretches of text and tells which point was tapped.
type Pages struct {
	widget.BaseWidget
	OnView   func()                           // other pages are in view or near it, or have other sizes in pixels
	OnTapped func(page int, x, y float32)     // a point on a page, in points from its top left corner
	OnZoomed func()                           // the zoom has changed
	OnKey    func(*fyne.KeyEvent) (done bool) // before the pages' own keys

	scroll        *container.Scroll
	content       *fyne.Container
	papers        []*paper
	bars          []*canvas.Rectangle
	marks         []PageSpot
	width, height float32 // of a page, in points
	percent       int     // of the true size; 0 fits the width
	grid          pageGrid
	seen          pageView
	focused       bool
}

// pageView is what OnView tells of.
type pageView struct{ first, last, above, below, width, height int }

// NewPages makes a view without pages.
func NewPages() *Pages {
	p := &Pages{width: 595, height: 842}
	p.content = container.New((*pagesLayout)(p))
	p.scroll = container.NewScroll(p.content)
	p.scroll.OnScrolled = func(fyne.Position) { p.viewed() }
	p.ExtendBaseWidget(p)
	return p
}

// Set says how many pages there are and how large each is, in points. Images of pages that stay are kept.
func (p *Pages) Set(count int, width, height float32) {
	if count == len(p.papers) && width == p.width && height == p.height {
		return
	}
	p.width, p.height = width, height
	for len(p.papers) < count {
		p.papers = append(p.papers, newPaper())
	}
	p.papers = p.papers[:count]
	p.list()
	p.arrange()
}

// Count tells how many pages there are.
func (p *Pages) Count() int { return len(p.papers) }

// ShowImage shows the image of a page; nil makes it blank.
func (p *Pages) ShowImage(page int, img image.Image) {
	if page >= 0 && page < len(p.papers) {
		p.papers[page].show(img)
	}
}

// Image gives the image of a page, or nil.
func (p *Pages) Image(page int) image.Image {
	if page < 0 || page >= len(p.papers) {
		return nil
	}
	return p.papers[page].image
}

// InView gives the first and the last page that can be seen; last is less than first where there is none.
func (p *Pages) InView() (first, last int) {
	top, foot := p.span()
	return p.grid.pageAt(top), min(p.grid.pageAt(foot), len(p.papers)-1)
}

// Near gives the first and the last page that can be seen after scrolling by the height of the view, but at most one
// more to each side than are in view. At a large zoom that is often no other page, whose image would be large, too.
func (p *Pages) Near() (first, last int) {
	top, foot := p.span()
	first, last = p.InView()
	return max(first-1, p.grid.pageAt(2*top-foot)), min(last+1, p.grid.pageAt(2*foot-top), len(p.papers)-1)
}

// Pixels gives the size that the image of a page should have.
func (p *Pages) Pixels() (width, height int) { return p.grid.width, p.grid.height }

// Mark puts bars beside stretches of text, in place of those before.
func (p *Pages) Mark(marks []PageSpot) {
	p.marks = marks
	if len(p.bars) != len(marks) {
		p.bars = p.bars[:0]
		for range marks {
			p.bars = append(p.bars, canvas.NewRectangle(markColour))
		}
		p.list()
	}
	p.place()
}

// Marks gives the stretches that are marked.
func (p *Pages) Marks() []PageSpot { return p.marks }

// list puts the papers and the bars into the content.
func (p *Pages) list() {
	objects := make([]fyne.CanvasObject, 0, 2*len(p.papers)+len(p.bars))
	for _, s := range p.papers {
		objects = append(objects, s.ground, s.raster)
	}
	for _, b := range p.bars {
		objects = append(objects, b)
	}
	p.content.Objects = objects
}

// Reveal scrolls so that a stretch can be seen: as little as possible where a part of it can be seen already, else so
// that it stands in the upper part of the view.
func (p *Pages) Reveal(s PageSpot) {
	if s.Page < 0 || s.Page >= len(p.papers) {
		return
	}
	top := p.grid.down(s.Page, s.Top/p.height)
	foot := p.grid.down(s.Page, s.Foot/p.height)
	from, to := p.span()
	room, margin := to-from, p.grid.gap*3
	switch {
	case room <= 0, top >= from && foot <= to:
	case foot <= from, top >= to, foot-top+2*margin > room:
		p.scrollTo(top - max(margin, room/4))
	case top < from:
		p.scrollTo(top - margin)
	default:
		p.scrollTo(foot + margin - room)
	}
}

// Offset tells where the view begins: the page, and how far down it, as a part of its height.
func (p *Pages) Offset() float64 {
	if p.grid.height == 0 {
		return 0
	}
	return float64(p.pixel(p.scroll.Offset.Y)) / float64(p.grid.height+p.grid.gap)
}

// SetOffset scrolls to what Offset gave.
func (p *Pages) SetOffset(at float64) {
	p.scrollTo(int(math.Round(at * float64(p.grid.height+p.grid.gap))))
}

// ScrollBy scrolls by parts of the view's height.
func (p *Pages) ScrollBy(views float32) {
	p.scrollTo(p.pixel(p.scroll.Offset.Y + views*p.scroll.Size().Height))
}

func (p *Pages) scrollTo(y int) {
	y = max(0, min(y, p.grid.foot(len(p.papers))-p.pixel(p.scroll.Size().Height)))
	p.scroll.ScrollToOffset(fyne.NewPos(p.scroll.Offset.X, float32(y)/p.grid.scale))
	p.viewed()
}

// span gives the stretch of the content that can be seen, in pixels.
func (p *Pages) span() (top, foot int) {
	top = p.pixel(p.scroll.Offset.Y)
	return top, top + p.pixel(p.scroll.Size().Height)
}

func (p *Pages) pixel(length float32) int { return int(math.Round(float64(length * p.grid.scale))) }

// viewed tells of a change of what is in view.
func (p *Pages) viewed() {
	v := pageView{width: p.grid.width, height: p.grid.height}
	v.first, v.last = p.InView()
	v.above, v.below = p.Near()
	if v != p.seen {
		p.seen = v
		if p.OnView != nil {
			p.OnView()
		}
	}
}

// tapped finds the page under a point of the view.
func (p *Pages) tapped(at fyne.Position) {
	if p.OnTapped == nil || p.grid.width == 0 {
		return
	}
	x, y := p.pixel(at.X+p.scroll.Offset.X)-p.left(), p.pixel(at.Y+p.scroll.Offset.Y)
	page := p.grid.pageAt(y)
	if page >= len(p.papers) || x < 0 || x > p.grid.width {
		return
	}
	points := p.width / float32(p.grid.width)
	p.OnTapped(page, float32(x)*points, max(0, float32(y-p.grid.top(page)))*points)
}

// left gives the left edge of the pages in the content, in pixels.
func (p *Pages) left() int {
	return max(p.grid.gap, (p.pixel(p.content.Size().Width)-p.grid.width)/2)
}

func (p *Pages) color(name fyne.ThemeColorName) color.Color {
	return p.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}
