package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/docs/help"
)

// helpPages shows the help: its pages at the left, found by a word in them, and the one that is chosen. The keyboard
// never leaves the field: arrows choose a page, Page Up and Page Down scroll it.
type helpPages struct {
	*tools
	found  []help.Page
	search *field
	list   *rows
	title  *widget.Label
	text   *fyne.Container // the paragraphs and lists of the page
	scroll *container.Scroll
}

// showHelp opens the help at its first page.
func (w *Window) showHelp() {
	if w.busy() {
		return
	}
	h := &helpPages{tools: w.tools}
	content := h.content()
	var s *sheet
	closing := newMainButton(w.T("dialog.close"), func() { s.Hide() })
	s = w.newSheet(w.T("menu.help"), content, closing)
	room := w.window.Canvas().Size()
	s.present(h.search, fyne.NewSize(920, min(720*textScale(), room.Height-64)))
}

func (h *helpPages) content() fyne.CanvasObject {
	h.search = newField(h.T("menu.helpSearch"))
	h.search.Icon = theme.SearchIcon()
	h.search.OnChanged = h.find
	h.search.onKey = h.searchKey
	h.list = newRows(func() int { return len(h.found) }, newPageRow, h.fillRow)
	h.list.HideSeparators = true
	h.list.onMoved = h.turn
	h.list.onOpen = func(int) { h.turn() }
	h.title = subheading("")
	h.title.Wrapping = fyne.TextWrapWord
	h.text = container.New(tight{})
	margin := canvas.NewRectangle(color.Transparent) // clear of the scroll bar
	margin.SetMinSize(fyne.NewSize(2*theme.ScrollBarSize(), 1))
	h.scroll = container.NewVScroll(container.NewBorder(nil, nil, nil, margin, container.NewVBox(h.title, h.text)))
	h.scroll.SetMinSize(fyne.NewSize(260, 200))
	h.find("")
	split := container.NewHSplit(h.list, container.NewPadded(h.scroll))
	split.SetOffset(0.32)
	return container.NewBorder(h.search, nil, nil, nil, split)
}

// find lists the pages that have the words of a query, and shows the first.
func (h *helpPages) find(query string) {
	h.found = help.Search(h.words.Language, query)
	h.list.goTo(0)
	h.turn()
}

// turn shows the page that the keyboard is on, or says that no page has the words.
func (h *helpPages) turn() {
	title, body := "", h.T("menu.helpNothing")
	if h.list.at >= 0 && h.list.at < len(h.found) {
		title, body = h.found[h.list.at].Title, h.found[h.list.at].Body
	}
	h.title.SetText(title)
	h.text.Objects = nil
	for _, part := range strings.Split(body, "\n\n") { // Fyne sets a paragraph after a list without a gap
		text := widget.NewRichTextFromMarkdown(part)
		text.Wrapping = fyne.TextWrapWord
		h.text.Add(text)
	}
	h.scroll.ScrollToTop()
	h.scroll.Refresh()
	h.list.Refresh()
}

func (h *helpPages) searchKey(e *fyne.KeyEvent) bool {
	page := h.scroll.Size().Height - 2*theme.TextSize()
	switch {
	case e.Name == fyne.KeyDown && h.list.at+1 < len(h.found):
		h.list.goTo(h.list.at + 1)
	case e.Name == fyne.KeyUp && h.list.at > 0:
		h.list.goTo(h.list.at - 1)
	case e.Name == fyne.KeyPageDown:
		h.scrollBy(page)
	case e.Name == fyne.KeyPageUp:
		h.scrollBy(-page)
	case e.Name == fyne.KeyDown, e.Name == fyne.KeyUp, isEnter(e):
	default:
		return false
	}
	return true
}

func (h *helpPages) scrollBy(way float32) {
	most := max(0, h.scroll.Content.Size().Height-h.scroll.Size().Height)
	h.scroll.ScrollToOffset(fyne.NewPos(0, min(max(0, h.scroll.Offset.Y+way), most)))
}

// newPageRow makes a line of the list of pages, with a mark behind the one that is shown.
func newPageRow() fyne.CanvasObject {
	title := widget.NewLabel("")
	title.Truncation = fyne.TextTruncateEllipsis
	mark := canvas.NewRectangle(color.Transparent)
	mark.CornerRadius = theme.Size(theme.SizeNameSelectionRadius)
	return container.NewStack(mark, title)
}

func (h *helpPages) fillRow(at int, o fyne.CanvasObject) {
	if at >= len(h.found) {
		return
	}
	row := o.(*fyne.Container)
	mark := row.Objects[0].(*canvas.Rectangle)
	mark.FillColor = color.Transparent
	if at == h.list.at {
		mark.FillColor = theme.Color(theme.ColorNameSelection)
	}
	mark.Refresh()
	row.Objects[1].(*widget.Label).SetText(h.found[at].Title)
}

// shiftHeld reports whether Shift is down: Fyne makes no shortcut of Shift and a function key.
func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}
