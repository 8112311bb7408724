package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// MinSize is as high as the text at the entry's present width. Fyne's own keeps an older answer after a resize.
func (e *Entry) MinSize() fyne.Size { return e.BaseWidget.MinSize() }

// CreateRenderer gives Fyne's rendering of an entry, made to grow with the text.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := &growingRenderer{WidgetRenderer: e.Entry.CreateRenderer(), entry: e, wheel: newWheel(e), marks: marks{entry: e}}
	for _, o := range r.WidgetRenderer.Objects() {
		if scroll, ok := o.(*container.Scroll); ok {
			r.content = scroll.Content
		}
	}
	return r
}

type growingRenderer struct {
	fyne.WidgetRenderer
	entry   *Entry
	content fyne.CanvasObject // all of the text, as wrapped
	wheel   *wheel
	marks   marks
	objects []fyne.CanvasObject
	height  float32
}

// Objects puts the wheel on top: the inner scroller would otherwise swallow the scrolling of the page.
func (r *growingRenderer) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	if action := r.entry.ActionItem; action != nil && !slices.Contains(inner, action) { // Fyne looks for it only once
		inner = append(slices.Clone(inner), action)
	}
	if len(r.objects) != len(inner)+len(r.marks.objects)+1 || len(r.marks.objects) > 0 {
		r.objects = append(append(append([]fyne.CanvasObject{}, inner...), r.marks.objects...), r.wheel)
	}
	return r.objects
}

func (r *growingRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size)
	r.marks.refresh()
}

func (r *growingRenderer) MinSize() fyne.Size {
	size := r.WidgetRenderer.MinSize()
	if r.content != nil {
		size.Height = max(size.Height, r.content.MinSize().Height+2*r.entry.Theme().Size(theme.SizeNameInputBorder))
	}
	return size
}

func (r *growingRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.marks.refresh()
	h := r.MinSize().Height
	if h == r.height {
		return
	}
	r.height = h
	if r.entry.OnHeight != nil {
		r.entry.OnHeight()
	}
}

// wheel is an invisible sheet over an entry that takes the wheel and nothing else.
type wheel struct {
	widget.BaseWidget
	entry *Entry
}

func newWheel(e *Entry) *wheel {
	w := &wheel{entry: e}
	w.ExtendBaseWidget(w)
	return w
}

func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled hands the wheel on to the page.
func (w *wheel) Scrolled(event *fyne.ScrollEvent) {
	if w.entry.OnWheel != nil {
		w.entry.OnWheel(event)
	}
}
