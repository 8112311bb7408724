package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
)

// draftRow is one draft in a list: what it is, when it was saved, how far each form has come, and one thing to do.
type draftRow struct {
	widget.BaseWidget
	title, about *widget.Label
	marks        map[agreement.Form]*widget.Label
	action       *link
}

func newDraftRow() *draftRow {
	r := &draftRow{
		title:  widget.NewLabel(""),
		about:  widget.NewLabel(""),
		marks:  make(map[agreement.Form]*widget.Label),
		action: newLink(),
	}
	r.title.TextStyle.Bold = true
	r.title.Truncation = fyne.TextTruncateEllipsis
	r.about.Importance = widget.LowImportance
	r.about.Truncation = fyne.TextTruncateEllipsis
	for _, f := range agreement.Forms {
		r.marks[f] = widget.NewLabel("")
		r.marks[f].Alignment = fyne.TextAlignTrailing
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *draftRow) CreateRenderer() fyne.WidgetRenderer {
	marks := container.New(tight{}, r.marks[agreement.Bokmal], r.marks[agreement.Nynorsk])
	words := container.New(tight{}, r.title, r.about)
	clear := canvas.NewRectangle(color.Transparent) // of the bar that scrolls the list
	clear.SetMinSize(fyne.NewSize(theme.ScrollBarSize(), 1))
	right := container.NewHBox(marks, container.NewCenter(r.action), clear)
	return widget.NewSimpleRenderer(container.NewBorder(nil, nil, nil, right, words))
}

// setReadiness shows what is missing in each form; nil where that is not known or does not matter.
func (r *draftRow) setReadiness(missing map[agreement.Form]int, t *tools) {
	for form, mark := range r.marks {
		n, known := missing[form]
		mark.Importance = widget.LowImportance
		switch {
		case !known:
			mark.SetText("")
			continue
		case n == 0:
			mark.Importance = widget.SuccessImportance
		}
		mark.SetText(t.words.N("list.readiness", n, "Form", capital(t.T("app.form."+string(form))), "Ready", n == 0))
	}
}

// tight sets objects below each other without the gaps that make a row of two lines look like two rows.
type tight struct{}

func (tight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		size.Height += m.Height - theme.InnerPadding()
	}
	size.Height += theme.InnerPadding()
	return size
}

func (tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		height := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height - theme.InnerPadding()
	}
}

// column holds an object to a width at the normal text size, in the middle of what there is.
type column struct{ width float32 }

func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(min(c.width, 320), objects[0].MinSize().Height)
}

func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, c.width*textScale())
	objects[0].Move(fyne.NewPos((size.Width-width)/2, 0))
	objects[0].Resize(fyne.NewSize(width, size.Height))
}

// link is words to click on that Tab passes by: what it does can be done with a key of its own.
type link struct {
	widget.BaseWidget
	text   *canvas.Text
	tapped func()
}

func newLink() *link {
	l := &link{text: canvas.NewText("", theme.Color(theme.ColorNamePrimary))}
	l.ExtendBaseWidget(l)
	return l
}

func (l *link) set(text string, tapped func()) {
	l.text.Text, l.tapped = text, tapped
	l.Refresh()
}

func (l *link) Refresh() {
	l.text.Color, l.text.TextSize = theme.Color(theme.ColorNamePrimary), theme.TextSize()
	l.BaseWidget.Refresh()
}

func (l *link) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewPadded(l.text))
}

func (l *link) Tapped(*fyne.PointEvent) {
	if l.tapped != nil {
		l.tapped()
	}
}

func (l *link) Cursor() desktop.Cursor { return desktop.PointerCursor }
