package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Radio is a choice of one out of a few, beneath each other, with words that wrap. It is one stop for Tab: the arrow
// keys choose, and Delete chooses nothing where that is allowed.
type Radio struct {
	widget.BaseWidget
	Optional  bool // nothing may be chosen
	OnChosen  func(id string)
	OnFocused func()
	OnEnter   func()
	OnKey     func(*fyne.KeyEvent) bool // before the widget's own keys; true when it is dealt with

	ids     []string
	rows    []*radioRow
	chosen  string
	focused bool
}

// NewRadio makes a choice between IDs with their words.
func NewRadio(ids, words []string) *Radio {
	r := &Radio{ids: ids}
	for i := range ids {
		r.rows = append(r.rows, newRadioRow(r, i, words[i]))
	}
	r.ExtendBaseWidget(r)
	r.paint()
	return r
}

// Chosen gives the ID of what is chosen, or "".
func (r *Radio) Chosen() string { return r.chosen }

// Present marks a choice without telling anyone.
func (r *Radio) Present(id string) {
	if r.chosen != id {
		r.chosen = id
		r.paint()
	}
}

func (r *Radio) choose(id string) {
	if r.chosen == id {
		return
	}
	r.Present(id)
	if r.OnChosen != nil {
		r.OnChosen(id)
	}
}

// FocusGained shows the focus.
func (r *Radio) FocusGained() {
	r.focused = true
	r.paint()
	if r.OnFocused != nil {
		r.OnFocused()
	}
}

// FocusLost hides the focus.
func (r *Radio) FocusLost() { r.focused = false; r.paint() }

// TypedRune does nothing.
func (r *Radio) TypedRune(rune) {}

// TypedKey chooses.
func (r *Radio) TypedKey(key *fyne.KeyEvent) {
	if r.OnKey != nil && r.OnKey(key) || PassOn(r, key) || len(r.ids) == 0 {
		return
	}
	at := slices.Index(r.ids, r.chosen)
	switch key.Name {
	case fyne.KeyUp, fyne.KeyLeft:
		r.choose(r.ids[max(at-1, 0)])
	case fyne.KeyDown, fyne.KeyRight:
		r.choose(r.ids[min(at+1, len(r.ids)-1)])
	case fyne.KeySpace:
		r.choose(r.ids[max(at, 0)])
	case fyne.KeyDelete, fyne.KeyBackspace:
		if r.Optional {
			r.choose("")
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.OnEnter != nil {
			r.OnEnter()
		}
	}
}

// TypedShortcut gives every shortcut to the window.
func (r *Radio) TypedShortcut(s fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(r).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

func (r *Radio) paint() {
	for _, row := range r.rows {
		row.paint()
	}
}

// Refresh draws it anew.
func (r *Radio) Refresh() {
	r.paint()
	r.BaseWidget.Refresh()
}

// MinSize is as high as the words at the present width.
func (r *Radio) MinSize() fyne.Size { return r.BaseWidget.MinSize() }

// CreateRenderer puts the choices beneath each other.
func (r *Radio) CreateRenderer() fyne.WidgetRenderer {
	box := container.New(&stack{})
	for _, row := range r.rows {
		box.Add(row)
	}
	return widget.NewSimpleRenderer(box)
}

// radioRow is one of the choices.
type radioRow struct {
	widget.BaseWidget
	radio *Radio
	index int
	back  *canvas.Rectangle
	icon  *canvas.Image
	words *Words
}

func newRadioRow(radio *Radio, index int, words string) *radioRow {
	r := &radioRow{
		radio: radio, index: index, back: canvas.NewRectangle(color.Transparent), icon: &canvas.Image{FillMode: canvas.ImageFillContain},
		words: NewWords(words, theme.SizeNameText, theme.ColorNameForeground),
	}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped chooses it.
func (r *radioRow) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.radio); c != nil {
		c.Focus(r.radio)
	}
	r.radio.choose(r.radio.ids[r.index])
}

func (r *radioRow) paint() {
	th, variant := r.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	chosen := r.radio.ids[r.index] == r.radio.chosen
	r.back.CornerRadius = th.Size(theme.SizeNameInputRadius)
	r.back.StrokeWidth = 0
	at := max(slices.Index(r.radio.ids, r.radio.chosen), 0)
	if r.radio.focused && r.index == at {
		r.back.StrokeWidth, r.back.StrokeColor = 2, th.Color(theme.ColorNamePrimary, variant)
	}
	r.back.Refresh()
	icon, colour := theme.RadioButtonIcon(), theme.ColorNameInputBorder
	if chosen {
		icon, colour = theme.RadioButtonCheckedIcon(), theme.ColorNamePrimary
	}
	showIcon(r.icon, icon, colour)
}

func (r *radioRow) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &radioRenderer{row: r, objects: []fyne.CanvasObject{r.back, r.icon, r.words}}
}

type radioRenderer struct {
	row     *radioRow
	objects []fyne.CanvasObject
}

func (r *radioRenderer) Destroy()                     {}
func (r *radioRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *radioRenderer) Refresh() {
	r.row.paint()
	r.row.words.Refresh()
}

func (r *radioRenderer) MinSize() fyne.Size {
	return fyne.NewSize(8*theme.TextSize(), lineHeight(r.row.words, 3*theme.Padding()))
}

func (r *radioRenderer) Layout(size fyne.Size) {
	pad, inner, icon := theme.Padding(), theme.InnerPadding(), theme.IconInlineSize()
	r.row.back.Resize(size)
	r.row.icon.Resize(fyne.NewSquareSize(icon))
	r.row.icon.Move(fyne.NewPos(pad, 1.5*pad))
	left := icon + 3*pad
	setWidth(r.row.words, size.Width-left+inner)
	r.row.words.Move(fyne.NewPos(left-inner, 1.5*pad-inner))
}
