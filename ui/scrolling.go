package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// around finds the page that scrolls with an object in it, or nil. Objects do not know what they stand in, so it is looked
// for from the window down, through containers alone: on a page of ours that is a short way.
func around(o fyne.CanvasObject) *container.Scroll {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.Overlays().Top() != nil {
		return nil
	}
	scroll, _ := search(c.Content(), o, nil)
	return scroll
}

func search(in, o fyne.CanvasObject, scroll *container.Scroll) (found *container.Scroll, ok bool) {
	if in == o {
		return scroll, true
	}
	switch in := in.(type) {
	case *container.Scroll:
		return search(in.Content, o, in)
	case *fyne.Container:
		for _, child := range in.Objects {
			if found, ok := search(child, o, scroll); ok {
				return found, true
			}
		}
	}
	return nil, false
}

// reveal scrolls its page as little as it takes to show an object: Tab may lead to one that is out of sight.
func reveal(o fyne.CanvasObject) {
	scroll := around(o)
	if scroll == nil {
		return
	}
	driver, margin := fyne.CurrentApp().Driver(), theme.TextSize()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll.Content).Y - margin
	bottom := top + o.Size().Height + 2*margin
	y, height := scroll.Offset.Y, scroll.Size().Height
	switch {
	case height <= 0:
		return
	case top < y:
		y = top
	case bottom > y+height:
		y = bottom - height
	}
	y = max(0, min(y, scroll.Content.MinSize().Height-height))
	if y != scroll.Offset.Y {
		scroll.ScrollToOffset(fyne.NewPos(scroll.Offset.X, y))
	}
}

// turnPage scrolls an object's page by Page Up and Page Down, so that words with nothing to tab to can be read, and
// reports whether it did.
func turnPage(o fyne.CanvasObject, e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyPageUp && e.Name != fyne.KeyPageDown {
		return false
	}
	scroll := around(o)
	if scroll == nil {
		scroll = beside(o)
	}
	if scroll == nil {
		return false
	}
	by := scroll.Size().Height - 3*theme.TextSize()
	if e.Name == fyne.KeyPageUp {
		by = -by
	}
	most := max(0, scroll.Content.MinSize().Height-scroll.Size().Height)
	scroll.ScrollToOffset(fyne.NewPos(scroll.Offset.X, max(0, min(scroll.Offset.Y+by, most))))
	return true
}

// beside finds the page that scrolls on the screen of an object that stands outside of it, or nil.
func beside(o fyne.CanvasObject) *container.Scroll {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.Overlays().Top() != nil {
		return nil
	}
	return firstScroll(c.Content())
}

func firstScroll(o fyne.CanvasObject) *container.Scroll {
	switch o := o.(type) {
	case *container.Scroll:
		return o
	case *fyne.Container:
		for _, child := range o.Objects {
			if scroll := firstScroll(child); scroll != nil {
				return scroll
			}
		}
	}
	return nil
}

// passWheel is an invisible sheet over an entry of one line, whose own scroller would swallow the wheel; it scrolls the page.
type passWheel struct {
	widget.BaseWidget
	over fyne.CanvasObject
}

func newPassWheel(over fyne.CanvasObject) *passWheel {
	p := &passWheel{over: over}
	p.ExtendBaseWidget(p)
	return p
}

func (p *passWheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled hands the wheel on to the page.
func (p *passWheel) Scrolled(e *fyne.ScrollEvent) {
	if scroll := around(p.over); scroll != nil {
		scroll.Scrolled(e)
	}
}

// wheelThrough is an entry's rendering with such a sheet on top.
type wheelThrough struct {
	fyne.WidgetRenderer
	sheet *passWheel
}

func (r *wheelThrough) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, r.WidgetRenderer.Objects()...), r.sheet)
}

func (r *wheelThrough) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.sheet.Resize(size)
}
