package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that says when it gets the keyboard's focus, so that its page can scroll to it. While it has no
// words, for want of room, Hints show them.
type Button struct {
	widget.Button
	OnFocused func()
	Hints     *Hints
	words     string
}

// NewButton makes a button.
func NewButton(label string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped, b.words = label, icon, tapped, label
	b.ExtendBaseWidget(b)
	return b
}

// MouseIn shows what a button without words does.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.Button.MouseIn(e)
	if b.Text == "" && b.Hints != nil {
		b.Hints.Show(b.words, b)
	}
}

// MouseOut hides the hint.
func (b *Button) MouseOut() {
	b.Button.MouseOut()
	if b.Hints != nil {
		b.Hints.Hide()
	}
}

// FocusGained shows the focus.
func (b *Button) FocusGained() {
	b.Button.FocusGained()
	if b.OnFocused != nil {
		b.OnFocused()
	}
}

// TypedKey presses the button by Enter as by the space bar, and passes on the keys that mean the same everywhere.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch {
	case PassOn(b, key):
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case key.Name == fyne.KeySpace: // it comes as a character, too
	default:
		b.Button.TypedKey(key)
	}
}

// TypedRune presses the button by the space bar. As a key it would come first, and its blank would be typed into the
// entry that gets the keyboard next.
func (b *Button) TypedRune(r rune) {
	if r == ' ' {
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
}

// Check is a check box that says when it gets the keyboard's focus.
type Check struct {
	widget.Check
	OnFocused func()
}

// NewCheck makes a check box.
func NewCheck(label string, changed func(bool)) *Check {
	c := &Check{}
	c.Text, c.OnChanged = label, changed
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained shows the focus.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	if c.OnFocused != nil {
		c.OnFocused()
	}
}

// TypedKey passes on the keys that mean the same everywhere.
func (c *Check) TypedKey(key *fyne.KeyEvent) {
	if !PassOn(c, key) {
		c.Check.TypedKey(key)
	}
}

// Present sets the check box without calling OnChanged.
func (c *Check) Present(on bool) {
	if c.Checked != on {
		c.Checked = on
		c.Refresh()
	}
}

// IconButton is a small button without words, with a hint that says what it does. It takes no keyboard focus: what it
// does must have a shortcut, so that Tab goes from text to text.
type IconButton struct {
	widget.BaseWidget
	Icon     fyne.Resource
	Hint     string
	Hints    *Hints
	OnTapped func()
	Small    bool // a mark beside a text rather than something to aim at

	disabled, hovered bool
}

// NewIconButton makes an icon button whose hint is shown in hints.
func NewIconButton(icon fyne.Resource, hint string, hints *Hints, tapped func()) *IconButton {
	b := &IconButton{Icon: icon, Hint: hint, Hints: hints, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// SetEnabled lets the button work or not.
func (b *IconButton) SetEnabled(on bool) {
	if b.disabled == on {
		b.disabled = !on
		b.Refresh()
	}
}

// Disabled reports whether the button does nothing now.
func (b *IconButton) Disabled() bool { return b.disabled }

// Tapped does what the button is for.
func (b *IconButton) Tapped(*fyne.PointEvent) {
	if b.disabled || b.OnTapped == nil {
		return
	}
	b.Hints.Hide()
	b.OnTapped()
}

// MouseIn shows the hint.
func (b *IconButton) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.Hints.Show(b.Hint, b)
	b.Refresh()
}

// MouseMoved does nothing.
func (b *IconButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut hides the hint.
func (b *IconButton) MouseOut() {
	b.hovered = false
	b.Hints.Hide()
	b.Refresh()
}

// CreateRenderer draws the icon.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	r := &iconButtonRenderer{newIconFace(), b}
	r.Refresh()
	return r
}

type iconButtonRenderer struct {
	iconFace
	button *IconButton
}

func (r *iconButtonRenderer) MinSize() fyne.Size {
	if r.button.Small {
		return fyne.NewSquareSize(r.inner())
	}
	return fyne.NewSquareSize(r.inner() + 2*r.button.Theme().Size(theme.SizeNamePadding))
}

// inner is the size of the icon itself.
func (r *iconButtonRenderer) inner() float32 {
	if r.button.Small {
		return r.button.Theme().Size(theme.SizeNameText)
	}
	return r.button.Theme().Size(theme.SizeNameInlineIcon)
}

func (r *iconButtonRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	inner := r.inner()
	r.image.Resize(fyne.NewSquareSize(inner))
	r.image.Move(fyne.NewPos((size.Width-inner)/2, (size.Height-inner)/2))
}

func (r *iconButtonRenderer) Refresh() {
	b := r.button
	th, variant := b.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.back.CornerRadius = th.Size(theme.SizeNameInputRadius)
	r.back.FillColor = color.Transparent
	name := theme.ColorNamePlaceHolder
	switch {
	case b.disabled:
		name = theme.ColorNameSeparator
	case b.hovered:
		name = theme.ColorNameForeground
		r.back.FillColor = th.Color(theme.ColorNameHover, variant)
	}
	r.back.Refresh()
	showIcon(r.image, b.Icon, name)
}
