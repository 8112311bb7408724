package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Columns is how the rows of a sheet share its width: a gutter for numbers, two cells, and a rail for buttons. Rows
// that share one Columns stand in line with each other.
type Columns struct {
	Gutter, Rail float32 // in units of the text size
	Hidden       [2]bool // cells that are not shown; the other one takes the room
}

// spans gives the left edges and widths of the two cells; a hidden one is 0 wide.
func (c *Columns) spans(width float32) (x, w [2]float32) {
	unit := theme.TextSize()
	left, right := c.Gutter*unit, width-c.Rail*unit
	switch {
	case c.Hidden[0]:
		x[1], w[1] = left, right-left
	case c.Hidden[1]:
		x[0], w[0] = left, right-left
	default:
		gap := unit
		each := (right - left - gap) / 2
		x, w = [2]float32{left, left + each + gap}, [2]float32{each, each}
	}
	return x, w
}

// Row is one line of a sheet: optionally a title and help over the whole width, then two cells side by side with a
// label above and a caption below each, a number to the left and small buttons to the right.
type Row struct {
	widget.BaseWidget
	columns     *Columns
	number      *canvas.Text
	handle      *Handle // beside the number; nil in rows that stay where they are
	title, help *Words
	cells       [2]*cell
	actions     []*IconButton
	marks       []*IconButton
	footer      fyne.CanvasObject
	extras      []fyne.CanvasObject // marks, details and the footer, which come and go
	OnHeight    func()              // the row wants another height than it has
	loose       bool                // keep room for a caption, so that one that comes does not push the rows beneath
}

type cell struct {
	label   *Words
	object  fyne.CanvasObject
	caption *Words
	link    *Link
	detail  fyne.CanvasObject
}

// NewRow makes a row with one or two cells; right may be nil.
func NewRow(columns *Columns, left, right fyne.CanvasObject) *Row {
	r := &Row{columns: columns, number: canvas.NewText("", nil), loose: true}
	r.title = hidden(NewWords("", theme.SizeNameText, theme.ColorNameForeground).Bold())
	r.help = hidden(NewNote(""))
	r.number.Alignment = fyne.TextAlignTrailing
	for i, object := range []fyne.CanvasObject{left, right} {
		if object == nil {
			continue
		}
		r.cells[i] = &cell{label: hidden(NewNote("")), object: object, caption: hidden(NewNote("")), link: newLink()}
	}
	r.ExtendBaseWidget(r)
	return r
}

func hidden(w *Words) *Words {
	w.Hide()
	return w
}

// Tight lets the row go without room for captions.
func (r *Row) Tight() *Row {
	r.loose = false
	return r
}

// SetNumber sets the number in the gutter.
func (r *Row) SetNumber(n string) {
	if r.number.Text != n {
		r.number.Text = n
		r.number.Refresh()
	}
}

// SetTitle sets the words over the whole row, and help in smaller letters beneath them.
func (r *Row) SetTitle(title, help string) {
	setWords(r.title, title)
	setWords(r.help, help)
}

// SetLabel sets the words above a cell.
func (r *Row) SetLabel(side int, words string) { setWords(r.cells[side].label, words) }

// SetHandle sets the handle beside the number.
func (r *Row) SetHandle(h *Handle) { r.handle = h }

// SetActions sets the buttons in the rail.
func (r *Row) SetActions(actions ...*IconButton) { r.actions = actions }

// SetCaption sets the words below a cell. Notes in passing take one line; others wrap, for they must be read.
func (r *Row) SetCaption(side int, words string, tone Tone) {
	c := r.cells[side].caption
	if c.Text() == words && c.segment.Style.ColorName == tone.colour() {
		return
	}
	c.SetColour(tone.colour())
	setWords(c, words)
	r.arrange()
}

// Tone says how a caption is meant.
type Tone int

// The tones.
const (
	Quiet   Tone = iota // by the way
	Warning             // to be looked at
	Wrong               // to be mended
)

func (t Tone) colour() fyne.ThemeColorName {
	switch t {
	case Warning:
		return theme.ColorNameWarning
	case Wrong:
		return theme.ColorNameError
	}
	return theme.ColorNamePlaceHolder
}

// Caption gives the words below a cell.
func (r *Row) Caption(side int) string { return r.cells[side].caption.Text() }

// SetLink sets a choice behind the caption of a cell; empty words take it away.
func (r *Row) SetLink(side int, words string, tapped func()) {
	link := r.cells[side].link
	link.OnTapped = tapped
	if link.Text == words && link.Visible() == (words != "") {
		return
	}
	link.SetText(words)
	setVisible(link, words != "")
	r.arrange()
}

// Link gives the choice behind the caption of a cell.
func (r *Row) Link(side int) *Link { return r.cells[side].link }

// Cell gives what stands in a cell, or nil.
func (r *Row) Cell(side int) fyne.CanvasObject {
	if r.cells[side] == nil {
		return nil
	}
	return r.cells[side].object
}

// Actions gives the buttons in the rail.
func (r *Row) Actions() []*IconButton { return r.actions }

func (r *Row) arrange() {
	size := r.Size()
	if size.Width <= 0 {
		return
	}
	r.layout(size)
	if r.OnHeight != nil && r.heights().total() != size.Height {
		r.OnHeight()
	}
}

func setWords(l *Words, words string) {
	l.SetText(words)
	setVisible(l, words != "")
}

func setVisible(o fyne.CanvasObject, visible bool) {
	switch {
	case o.Visible() == visible:
	case visible:
		o.Show()
	default:
		o.Hide()
	}
}

// Link is a choice in small letters that says when it gets the keyboard's focus.
type Link struct {
	widget.Hyperlink
	OnFocused func()
}

func newLink() *Link {
	l := &Link{}
	l.SizeName = theme.SizeNameCaptionText
	l.ExtendBaseWidget(l)
	l.Hide()
	return l
}

// NewLink makes a choice in small letters.
func NewLink(words string, tapped func()) *Link {
	l := newLink()
	l.Text, l.OnTapped = words, tapped
	l.Show()
	return l
}

// FocusGained shows the focus.
func (l *Link) FocusGained() {
	l.Hyperlink.FocusGained()
	if l.OnFocused != nil {
		l.OnFocused()
	}
}
