package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Handle is the handle of a row in its gutter, beside the number: it is dragged to move the row, and tapped to mark it.
// While rows are being marked it shows a check box and takes the keyboard; otherwise Tab passes it by.
type Handle struct {
	widget.BaseWidget
	Hint  string
	Hints *Hints

	OnTapped   func(extend bool)      // extend is a tap with Shift
	OnKey      func(*fyne.KeyEvent)   //
	OnShift    func(held bool)        // the Shift key went down or up
	OnShortcut func(fyne.Shortcut)    //
	OnFocused  func(gained bool)      //
	OnDragged  func(at fyne.Position) // where the pointer is on the canvas
	OnDropped  func()                 //

	marking, marked           bool
	focused, hovered, dragged bool
	shift                     bool
}

// NewHandle makes a mark whose hint is shown in hints.
func NewHandle(hint string, hints *Hints) *Handle {
	h := &Handle{Hint: hint, Hints: hints}
	h.ExtendBaseWidget(h)
	return h
}

// Present shows whether rows are being marked, and whether this one is.
func (h *Handle) Present(marking, marked bool) {
	if h.marking != marking || h.marked != marked {
		h.marking, h.marked = marking, marked
		h.Refresh()
	}
}

// Marked reports whether the row is shown as marked.
func (h *Handle) Marked() bool { return h.marking && h.marked }

// Disabled keeps Tab from stopping at a mark while nothing is being marked.
func (h *Handle) Disabled() bool { return !h.marking }

// Enable does nothing: Present says whether the mark takes the keyboard.
func (h *Handle) Enable() {}

// Disable does nothing, like Enable.
func (h *Handle) Disable() {}

// MouseDown notes whether Shift is held.
func (h *Handle) MouseDown(e *desktop.MouseEvent) { h.shift = e.Modifier&fyne.KeyModifierShift != 0 }

// MouseUp does nothing.
func (h *Handle) MouseUp(*desktop.MouseEvent) {}

// Tapped marks the row or takes the mark away.
func (h *Handle) Tapped(*fyne.PointEvent) {
	h.Hints.Hide()
	if h.OnTapped != nil {
		h.OnTapped(h.shift)
	}
}

// Dragged tells where the row is dragged to.
func (h *Handle) Dragged(e *fyne.DragEvent) {
	h.Hints.Hide()
	h.dragged = true
	if h.OnDragged != nil {
		h.OnDragged(e.AbsolutePosition)
	}
}

// DragEnd drops the row.
func (h *Handle) DragEnd() {
	h.dragged = false
	if h.OnDropped != nil {
		h.OnDropped()
	}
	h.Refresh()
}

// Cursor is a hand.
func (h *Handle) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn shows the hint.
func (h *Handle) MouseIn(*desktop.MouseEvent) {
	h.hovered = true
	if !h.dragged {
		h.Hints.Show(h.Hint, h)
	}
	h.Refresh()
}

// MouseMoved does nothing.
func (h *Handle) MouseMoved(*desktop.MouseEvent) {}

// MouseOut hides the hint.
func (h *Handle) MouseOut() {
	h.hovered = false
	h.Hints.Hide()
	h.Refresh()
}

// FocusGained shows the focus.
func (h *Handle) FocusGained() { h.focus(true) }

// FocusLost hides the focus.
func (h *Handle) FocusLost() { h.focus(false) }

func (h *Handle) focus(gained bool) {
	h.focused = gained
	h.Refresh()
	if h.OnFocused != nil {
		h.OnFocused(gained)
	}
}

// TypedRune does nothing: the space bar comes as a key, too.
func (h *Handle) TypedRune(rune) {}

// TypedKey hands the key on.
func (h *Handle) TypedKey(key *fyne.KeyEvent) {
	if h.OnKey != nil {
		h.OnKey(key)
	}
}

// KeyDown watches for Shift.
func (h *Handle) KeyDown(key *fyne.KeyEvent) { h.watchShift(key, true) }

// KeyUp watches for Shift.
func (h *Handle) KeyUp(key *fyne.KeyEvent) { h.watchShift(key, false) }

func (h *Handle) watchShift(key *fyne.KeyEvent, held bool) {
	if h.OnShift != nil && (key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight) {
		h.OnShift(held)
	}
}

// TypedShortcut hands the shortcut on.
func (h *Handle) TypedShortcut(s fyne.Shortcut) {
	if h.OnShortcut != nil {
		h.OnShortcut(s)
	}
}

// grip is six dots, as handles to drag by have them.
var grip = fyne.NewStaticResource("grip.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`+
	`<path fill="#000000" d="M8 5h3v3H8zM13 5h3v3h-3zM8 10.5h3v3H8zM13 10.5h3v3h-3zM8 16h3v3H8zM13 16h3v3h-3z"/></svg>`))

// CreateRenderer draws the handle or the check box.
func (h *Handle) CreateRenderer() fyne.WidgetRenderer {
	r := &handleRenderer{newIconFace(), h}
	r.Refresh()
	return r
}

type handleRenderer struct {
	iconFace
	handle *Handle
}

func (r *handleRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(r.handle.Theme().Size(theme.SizeNameInlineIcon))
}

func (r *handleRenderer) Layout(size fyne.Size) {
	icon := r.handle.Theme().Size(theme.SizeNameInlineIcon)
	r.image.Resize(fyne.NewSquareSize(icon))
	r.image.Move(fyne.NewPos(2, (size.Height-icon)/2))
	r.back.Resize(fyne.NewSize(icon+4, icon+4))
	r.back.Move(fyne.NewPos(0, (size.Height-icon)/2-2))
}

func (r *handleRenderer) Refresh() {
	h := r.handle
	th, variant := h.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.back.CornerRadius = th.Size(theme.SizeNameInputRadius)
	r.back.StrokeWidth, r.back.StrokeColor = 0, color.Transparent
	if h.focused {
		r.back.StrokeWidth, r.back.StrokeColor = 2, th.Color(theme.ColorNamePrimary, variant)
	}
	r.back.Refresh()
	icon, colour := fyne.Resource(grip), theme.ColorNameDisabled
	switch {
	case h.marking && h.marked:
		icon, colour = theme.CheckButtonCheckedIcon(), theme.ColorNamePrimary
	case h.marking:
		icon, colour = theme.CheckButtonIcon(), theme.ColorNamePlaceHolder
	case h.hovered || h.dragged:
		colour = theme.ColorNameForeground
	}
	showIcon(r.image, icon, colour)
}
