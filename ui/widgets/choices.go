package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Choice is one line of Choices.
type Choice struct {
	ID     string
	Title  string
	Note   string // in small letters beneath the title
	Icon   fyne.Resource
	Accent widget.Importance // the icon's colour

	Heading bool // names the lines beneath it and can't be chosen
	Faint   bool // doesn't count at the moment
}

// Choices is a list of lines to choose from: an outline, or things to be done. Long words wrap. It is one stop for
// Tab; the arrow keys go through it.
type Choices struct {
	widget.BaseWidget
	OnChosen    func(id string)           // tapped, or arrived at by an arrow key when Follow is set
	OnActivated func(id string)           // Enter or the space bar
	OnKey       func(*fyne.KeyEvent) bool // before the list's own keys; true when it is dealt with
	OnShortcut  func(fyne.Shortcut) bool  // before the window's; true when it is dealt with
	Follow      bool                      // the arrow keys choose, and what is chosen stays marked

	sheet    *Sheet
	rows     []*choiceRow
	selected string
	at       int
	focused  bool
}

// NewChoices makes an empty list.
func NewChoices() *Choices {
	c := &Choices{sheet: NewSheet(0, 0)}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer gives the sheet of lines.
func (c *Choices) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.sheet) }

// Set shows lines. Those that are as they were are left alone.
func (c *Choices) Set(choices []Choice) {
	if len(choices) == len(c.rows) {
		moved := false
		for i, row := range c.rows {
			moved = row.set(choices[i]) || moved
		}
		if moved {
			c.sheet.Relayout()
			c.keepInView()
		}
		return
	}
	c.rows = c.rows[:0]
	objects := make([]fyne.CanvasObject, 0, len(choices))
	for i, choice := range choices {
		row := newChoiceRow(c, i, choice)
		c.rows = append(c.rows, row)
		objects = append(objects, row)
	}
	c.at = max(0, min(c.at, len(c.rows)-1))
	if len(c.rows) > 0 {
		c.at = c.past(c.at, 1)
	}
	c.sheet.SetRows(objects)
}

// keepInView shows the whole of the line that is marked, where a part of it can be seen and it has grown.
func (c *Choices) keepInView() {
	for _, row := range c.rows {
		if row.choice.ID != c.selected || c.selected == "" {
			continue
		}
		top, height := row.Position().Y-c.sheet.Offset(), row.Size().Height
		if top+height > 0 && top < c.sheet.Size().Height {
			c.sheet.Reveal(row, 0, height)
		}
	}
}

// Choices gives the lines that are shown.
func (c *Choices) Choices() []Choice {
	out := make([]Choice, len(c.rows))
	for i, row := range c.rows {
		out[i] = row.choice
	}
	return out
}

// Select marks a line without calling OnChosen.
func (c *Choices) Select(id string) {
	c.selected = id
	if i := slices.IndexFunc(c.rows, func(r *choiceRow) bool { return r.choice.ID == id }); i >= 0 {
		c.at = i
		c.reveal()
	}
	c.repaint()
}

// Mark is Select without scrolling to the line.
func (c *Choices) Mark(id string) {
	c.selected = id
	c.repaint()
}

// Choose does what a tap on a line does.
func (c *Choices) Choose(id string) {
	for i, row := range c.rows {
		if row.choice.ID == id {
			c.choose(i)
			return
		}
	}
}

func (c *Choices) choose(i int) {
	if c.rows[i].choice.Heading {
		return
	}
	c.at = i
	if c.Follow {
		c.selected = c.rows[i].choice.ID
	}
	c.repaint()
	c.reveal()
	if c.OnChosen != nil {
		c.OnChosen(c.rows[i].choice.ID)
	}
}

func (c *Choices) reveal() {
	if c.at < len(c.rows) {
		row := c.rows[c.at]
		c.sheet.Reveal(row, 0, row.Size().Height)
	}
}

func (c *Choices) repaint() {
	for _, row := range c.rows {
		row.paint()
	}
}

// FocusGained shows the focus.
func (c *Choices) FocusGained() { c.focused = true; c.repaint() }

// FocusLost hides the focus.
func (c *Choices) FocusLost() { c.focused = false; c.repaint() }

// TypedRune does nothing.
func (c *Choices) TypedRune(rune) {}

// TypedKey goes through the lines and activates them.
func (c *Choices) TypedKey(key *fyne.KeyEvent) {
	if c.OnKey != nil && c.OnKey(key) || PassOn(c, key) || len(c.rows) == 0 {
		return
	}
	switch key.Name {
	case fyne.KeyUp:
		c.goTo(c.past(c.at-1, -1))
	case fyne.KeyDown:
		c.goTo(c.past(c.at+1, 1))
	case fyne.KeyHome:
		c.goTo(c.past(0, 1))
	case fyne.KeyEnd:
		c.goTo(len(c.rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if c.OnActivated != nil && !c.rows[c.at].choice.Heading {
			c.OnActivated(c.rows[c.at].choice.ID)
		}
	}
}

// past goes over headings, in steps from a line on, and stays where there is nothing but them.
func (c *Choices) past(i, step int) int {
	for ; i >= 0 && i < len(c.rows); i += step {
		if !c.rows[i].choice.Heading {
			return i
		}
	}
	return c.at
}

func (c *Choices) goTo(i int) {
	i = max(0, min(i, len(c.rows)-1))
	if c.Follow {
		c.choose(i)
		return
	}
	c.at = i
	c.repaint()
	c.reveal()
}

// choiceRow is a line of Choices.
type choiceRow struct {
	widget.BaseWidget
	list    *Choices
	index   int
	choice  Choice
	hovered bool

	back  *canvas.Rectangle
	icon  *canvas.Image
	title *Words
	note  *Words
}

func newChoiceRow(list *Choices, index int, choice Choice) *choiceRow {
	r := &choiceRow{
		list: list, index: index, back: canvas.NewRectangle(color.Transparent), icon: canvas.NewImageFromResource(nil),
		title: NewWords("", theme.SizeNameText, theme.ColorNameForeground), note: hidden(NewNote("")),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.ExtendBaseWidget(r)
	r.set(choice)
	return r
}

// set shows a choice and reports whether the line may have changed its height.
func (r *choiceRow) set(choice Choice) bool {
	if r.choice == choice {
		return false
	}
	moved := r.choice.Title != choice.Title || r.choice.Note != choice.Note
	r.choice = choice
	r.title.segment.Style.TextStyle.Bold = choice.Heading
	r.title.segment.Style.ColorName = theme.ColorNameForeground
	if choice.Faint {
		r.title.segment.Style.ColorName = theme.ColorNamePlaceHolder
	}
	setWords(r.title, choice.Title)
	setWords(r.note, choice.Note)
	r.paint()
	return moved
}

func (r *choiceRow) Tapped(*fyne.PointEvent)        { r.list.choose(r.index) }
func (r *choiceRow) MouseIn(*desktop.MouseEvent)    { r.hovered = true; r.paint() }
func (r *choiceRow) MouseMoved(*desktop.MouseEvent) {}
func (r *choiceRow) MouseOut()                      { r.hovered = false; r.paint() }

func (r *choiceRow) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &choiceRenderer{row: r, objects: []fyne.CanvasObject{r.back, r.icon, r.title, r.note}}
}

func (r *choiceRow) paint() {
	th, variant := r.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.back.CornerRadius = th.Size(theme.SizeNameInputRadius)
	r.back.FillColor, r.back.StrokeWidth = color.Transparent, 0
	selected := r.list.Follow && r.choice.ID == r.list.selected
	switch {
	case selected:
		r.back.FillColor = th.Color(theme.ColorNameSelection, variant)
	case r.hovered && !r.choice.Heading:
		r.back.FillColor = th.Color(theme.ColorNameHover, variant)
	}
	if r.list.focused && r.index == r.list.at {
		r.back.StrokeWidth = 2
		r.back.StrokeColor = th.Color(theme.ColorNamePrimary, variant)
	}
	r.back.Refresh()
	setVisible(r.icon, r.choice.Icon != nil)
	if r.choice.Icon != nil {
		showIcon(r.icon, r.choice.Icon, accentColor(r.choice.Accent))
	}
}

func accentColor(i widget.Importance) fyne.ThemeColorName {
	switch i {
	case widget.SuccessImportance:
		return theme.ColorNameSuccess
	case widget.WarningImportance:
		return theme.ColorNameWarning
	case widget.DangerImportance:
		return theme.ColorNameError
	case widget.HighImportance:
		return theme.ColorNamePrimary
	}
	return theme.ColorNamePlaceHolder
}

type choiceRenderer struct {
	row     *choiceRow
	objects []fyne.CanvasObject
}

func (r *choiceRenderer) Destroy()                     {}
func (r *choiceRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *choiceRenderer) Refresh() {
	r.row.paint()
	r.row.title.Refresh()
	r.row.note.Refresh()
	r.Layout(r.row.Size())
}

func (r *choiceRenderer) MinSize() fyne.Size {
	pad := theme.Padding()
	return fyne.NewSize(8*theme.TextSize(),
		lineHeight(r.row.title, 0)+lineHeight(r.row.note, 0)+3*pad)
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	pad, inner, icon := theme.Padding(), theme.InnerPadding(), theme.IconInlineSize()
	r.row.back.Resize(size)
	left := 2 * pad
	if r.row.choice.Icon != nil {
		r.row.icon.Resize(fyne.NewSquareSize(icon))
		r.row.icon.Move(fyne.NewPos(left, 1.5*pad))
		left += icon + 2*pad
	}
	width := size.Width - left + inner - theme.ScrollBarSmallSize() // keeps clear of the bar
	setWidth(r.row.title, width)
	setWidth(r.row.note, width)
	r.row.title.Move(fyne.NewPos(left-inner, 1.5*pad-inner))
	r.row.note.Move(fyne.NewPos(left-inner, 1.5*pad+lineHeight(r.row.title, 0)-inner))
}
