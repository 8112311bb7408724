package ui

import (
	"context"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/translate/settings"
)

// listed is a list with a search above it, what is chosen in it beside it, and a bar beneath that says what was done
// last, with the way back. The parts of the language screen are made of it.
type listed struct {
	*languageScreen
	part languagePart

	count  func() int
	fill   func(at int, row *listedRow)
	detail func(at int) fyne.CanvasObject // what is shown beside the list; at is -1 where nothing is chosen
	open   func(at int)                   // Enter
	remove func(at int)                   // Delete; nil where nothing can be deleted
	search func(text string)              // nil: no search
	empty  func() (title, about string)

	text   string
	field  *field
	list   *rows
	body   *fyne.Container // the list and what is beside it, or what to say instead
	split  fyne.CanvasObject
	beside *fyne.Container
	bar    *fyne.Container
	page   *fyne.Container
	done   string // what was done last; "" is nothing
	revert func() // takes it back; nil where that is not possible
}

// compose makes the content: tools stand beneath the search, and buttons beneath what is chosen.
func (l *listed) compose(placeholder string, tools ...fyne.CanvasObject) fyne.CanvasObject {
	l.field = newField(placeholder)
	l.field.Icon = theme.SearchIcon()
	l.field.SetText(l.text)
	l.field.OnChanged = func(text string) {
		l.text = text
		l.search(text)
	}
	l.field.onKey = l.fieldKey
	at := 0
	if l.list != nil {
		at = l.list.at
	}
	l.list = newRows(l.count, newListedRow, func(at int, o fyne.CanvasObject) {
		row := o.(*listedRow)
		row.mark(at == l.list.at)
		if at < l.count() {
			l.fill(at, row)
		}
	})
	l.list.at = at
	l.list.HideSeparators = true
	l.list.onMoved = l.choose
	l.list.onOpen = func(at int) {
		l.choose()
		if l.open != nil && !l.tapped() {
			l.open(at)
		}
	}
	l.list.onKey = l.listKey
	l.body, l.beside, l.bar = container.NewStack(), container.NewStack(), container.NewStack()
	top := container.NewVBox()
	if l.search != nil {
		top.Add(l.field)
	}
	for _, o := range tools {
		top.Add(o)
	}
	split := container.NewHSplit(l.list, container.NewPadded(l.beside))
	split.SetOffset(0.5)
	l.split = split
	l.page = downwards(top, l.body, l.bar)
	l.fillBar()
	l.show()
	return l.page
}

// tapped reports whether a row was clicked on, which chooses it: only Enter, with the keyboard in the list, opens it.
func (l *listed) tapped() bool { return l.window.Canvas().Focused() != fyne.Focusable(l.list) }

// choose shows beside the list what the keyboard is on.
func (l *listed) choose() {
	l.list.Refresh()
	l.showDetail()
}

func (l *listed) chosen() int {
	if l.list == nil || l.list.at >= l.count() {
		return -1
	}
	return l.list.at
}

func (l *listed) showDetail() {
	if l.beside == nil {
		return
	}
	l.beside.Objects = nil
	if at := l.chosen(); at >= 0 && l.detail != nil {
		l.beside.Objects = []fyne.CanvasObject{l.detail(at)}
	}
	l.beside.Refresh()
}

// show shows what there is in the list now, or says what to do where there is nothing.
func (l *listed) show() {
	if l.body == nil {
		return
	}
	if l.list.at >= l.count() {
		l.list.at = max(l.count()-1, 0)
	}
	show := l.split
	if l.count() == 0 {
		title, about := l.empty()
		head, text := subheading(title), note(about)
		head.Wrapping = fyne.TextWrapWord
		show = measure(520, container.NewVBox(head, text))
	}
	if len(l.body.Objects) != 1 || l.body.Objects[0] != show {
		l.body.Objects = []fyne.CanvasObject{show}
		l.body.Refresh()
	}
	l.list.Refresh()
	l.showDetail()
}

// goTo chooses a row.
func (l *listed) goTo(at int) {
	l.list.at = at
	if at >= 0 && at < l.count() {
		l.list.goTo(at)
	}
	l.choose()
}

// change changes what is decided about the language away from the UI thread, shows the list anew, and then calls done.
func (l *listed) change(work func(context.Context, settings.Store) error, done func()) {
	l.do(func() error { return l.options.Language.decide(context.Background(), work) }, func() {
		l.search(l.text)
		done()
	})
}

// tell says beneath the list what was done, with a way back where there is one.
func (l *listed) tell(done string, revert func()) {
	l.done, l.revert = done, revert
	l.fillBar()
}

func (l *listed) fillBar() {
	if l.bar == nil {
		return
	}
	l.bar.Objects = nil
	if l.done != "" {
		var undo fyne.CanvasObject
		if l.revert != nil {
			undo = newButton(l.T("list.undo"), l.undo)
		}
		l.bar.Objects = []fyne.CanvasObject{doneLine(l.done, undo)}
	}
	l.page.Refresh()
}

func (l *listed) undo() {
	if revert := l.revert; revert != nil {
		l.tell("", nil)
		revert()
	}
}

func (l *listed) find() {
	if l.search != nil {
		l.focus(l.part, l.field)
		return
	}
	l.focus(l.part, l.list)
}

// back empties the search.
func (l *listed) back() bool {
	if l.text == "" || l.search == nil {
		return false
	}
	l.field.SetText("")
	l.focus(l.part, l.field)
	return true
}

// fieldKey goes from the search into the list.
func (l *listed) fieldKey(e *fyne.KeyEvent) bool {
	if (e.Name == fyne.KeyDown || isEnter(e)) && l.count() > 0 {
		l.goTo(min(l.list.at, l.count()-1))
		l.focus(l.part, l.list)
		return true
	}
	return isEnter(e)
}

func (l *listed) listKey(e *fyne.KeyEvent, at int) bool {
	switch {
	case e.Name == fyne.KeyUp && at == 0 && l.search != nil:
		l.focus(l.part, l.field)
	case e.Name == fyne.KeyDelete && l.remove != nil && at < l.count():
		l.remove(at)
	default:
		return false
	}
	return true
}

// listedRow is a line of a list: two texts below each other, and a word at the right. The chosen one is marked.
type listedRow struct {
	widget.BaseWidget
	title, about, tag *widget.Label
	back              *canvas.Rectangle
}

func newListedRow() fyne.CanvasObject {
	r := &listedRow{title: widget.NewLabel(""), about: widget.NewLabel(""), tag: widget.NewLabel("")}
	r.title.Truncation, r.about.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	r.about.Importance, r.tag.Importance = widget.LowImportance, widget.LowImportance
	r.tag.Alignment = fyne.TextAlignTrailing
	r.back = canvas.NewRectangle(color.Transparent)
	r.back.CornerRadius = theme.Size(theme.SizeNameSelectionRadius)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer gives the row.
func (r *listedRow) CreateRenderer() fyne.WidgetRenderer {
	words := container.New(tight{}, r.title, r.about)
	return widget.NewSimpleRenderer(container.NewStack(r.back, container.NewBorder(nil, nil, nil, r.tag, words)))
}

func (r *listedRow) set(title, about, tag string) {
	r.title.SetText(title)
	r.about.SetText(about)
	r.tag.SetText(tag)
}

// mark shows whether the row is the chosen one.
func (r *listedRow) mark(chosen bool) {
	fill := color.Color(color.Transparent)
	if chosen {
		fill = theme.Color(theme.ColorNameSelection)
	}
	if r.back.FillColor != fill {
		r.back.FillColor = fill
		r.back.Refresh()
	}
}

// details sets what there is to know about the chosen entry below each other, with buttons beneath.
func details(buttons []fyne.CanvasObject, parts ...fyne.CanvasObject) fyne.CanvasObject {
	if len(buttons) > 0 {
		parts = append(parts, container.New(layout.NewRowWrapLayout(), buttons...))
	}
	return container.NewVScroll(container.NewVBox(parts...))
}

// caption is a small heading above a text.
func caption(text string) *widget.Label {
	l := note(text)
	l.SizeName = theme.SizeNameCaptionText
	return l
}
