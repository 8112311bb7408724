package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/ui/widgets"
)

// Fyne gives a key to what has the focus and to nobody else. The controls in this file are Fyne's own, except that
// they hand on the keys that mean the same everywhere, and that Enter presses a button.

func isEnter(e *fyne.KeyEvent) bool { return e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter }

type button struct{ widget.Button }

func newButton(text string, tapped func()) *button {
	b := &button{}
	b.Text, b.OnTapped = text, tapped
	b.ExtendBaseWidget(b)
	return b
}

// newMainButton makes the button for what the user most probably wants next.
func newMainButton(text string, tapped func()) *button {
	b := newButton(text, tapped)
	b.Importance = widget.HighImportance
	return b
}

func newQuietButton(text string, icon fyne.Resource, tapped func()) *button {
	b := newButton(text, tapped)
	b.Icon, b.Importance, b.Alignment = icon, widget.LowImportance, widget.ButtonAlignLeading
	return b
}

// FocusGained shows the focus, and the button.
func (b *button) FocusGained() {
	b.Button.FocusGained()
	reveal(b)
}

func (b *button) TypedKey(e *fyne.KeyEvent) {
	switch {
	case widgets.PassOn(b, e):
	case isEnter(e):
		b.Tapped(&fyne.PointEvent{})
	case turnPage(b, e):
	case e.Name == fyne.KeySpace: // it comes as a character, too
	default:
		b.Button.TypedKey(e)
	}
}

// TypedRune presses the button by the space bar. As a key it would come first, and its blank would be typed into the
// field that gets the keyboard next.
func (b *button) TypedRune(r rune) {
	if r == ' ' {
		b.Tapped(&fyne.PointEvent{})
	}
}

// field is an entry of one line. onKey, where set, sees the other keys first and says whether it took them.
type field struct {
	widget.Entry
	onKey   func(*fyne.KeyEvent) bool
	onFocus func()
}

func newField(placeholder string) *field {
	f := &field{}
	f.PlaceHolder = placeholder
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer gives Fyne's rendering of an entry, with the wheel left to the page.
func (f *field) CreateRenderer() fyne.WidgetRenderer {
	return &wheelThrough{f.Entry.CreateRenderer(), newPassWheel(f)}
}

func (f *field) FocusGained() {
	f.Entry.FocusGained()
	reveal(f)
	if f.onFocus != nil {
		f.onFocus()
	}
}

func (f *field) TypedKey(e *fyne.KeyEvent) {
	if f.onKey != nil && f.onKey(e) || widgets.PassOn(f, e) {
		return
	}
	f.Entry.TypedKey(e)
}

// TypedShortcut gives the shortcuts that a field has no use for to the window.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	window, listens := fyne.CurrentApp().Driver().CanvasForObject(f).(fyne.Shortcutable)
	if !ok || !listens || movesByWord(custom) {
		f.Entry.TypedShortcut(s)
		return
	}
	window.TypedShortcut(s)
}

func movesByWord(s *desktop.CustomShortcut) bool {
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

type check struct{ widget.Check }

func newCheck(text string, checked bool, changed func(bool)) *check {
	c := &check{}
	c.Text, c.Checked, c.OnChanged = text, checked, changed
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained shows the focus, and the check box.
func (c *check) FocusGained() {
	c.Check.FocusGained()
	reveal(c)
}

func (c *check) TypedKey(e *fyne.KeyEvent) {
	if !widgets.PassOn(c, e) {
		c.Check.TypedKey(e)
	}
}

// FocusGained shows the focus, and the choice.
func (s *selection) FocusGained() {
	s.Select.FocusGained()
	reveal(s)
}

// segments is a selection of one out of a few, side by side, the selected one in the accent colour.
type segments struct {
	object   *fyne.Container
	buttons  []*button
	selected int
}

func newSegments(options []string, selected int, changed func(int)) *segments {
	s := &segments{object: container.New(layout.NewRowWrapLayout())}
	for i, option := range options {
		b := newButton(option, func() {
			if s.selected != i {
				s.mark(i)
				changed(i)
			}
		})
		s.buttons = append(s.buttons, b)
		s.object.Add(container.New(roomForMark{}, b))
	}
	s.mark(selected)
	return s
}

func (s *segments) mark(selected int) {
	s.selected = selected
	for i, b := range s.buttons {
		b.Importance, b.Icon = widget.MediumImportance, nil
		if i == selected {
			// Colour alone would not tell everybody.
			b.Importance, b.Icon = widget.HighImportance, theme.ConfirmIcon()
		}
		b.Refresh()
	}
}

// roomForMark gives a button the room that it takes with an icon, so that nothing moves when it gets or loses one.
type roomForMark struct{}

func (roomForMark) MinSize(buttons []fyne.CanvasObject) fyne.Size {
	size := buttons[0].MinSize()
	words := fyne.MeasureText(buttons[0].(*button).Text, theme.TextSize(), fyne.TextStyle{Bold: true}).Width
	size.Width = max(size.Width, words+theme.IconInlineSize()+theme.Padding()+2*theme.InnerPadding())
	return size
}

func (roomForMark) Layout(buttons []fyne.CanvasObject, size fyne.Size) { buttons[0].Resize(size) }

// rows is a list that is used with the keys: arrows move, Enter opens, onKey sees every other key.
type rows struct {
	widget.List
	at      int // the row that the keyboard is on
	onMoved func()
	onOpen  func(int)
	onKey   func(e *fyne.KeyEvent, at int) bool
	moving  bool
}

func newRows(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject)) *rows {
	r := &rows{}
	r.Length, r.CreateItem, r.UpdateItem = length, create, update
	r.OnHighlighted = func(at int) {
		if !r.moving { // the pointer passes over a row
			return
		}
		r.at = at
		if r.onMoved != nil {
			r.onMoved()
		}
	}
	r.OnSelected = func(at int) {
		r.Unselect(at)
		r.at = at
		if r.onOpen != nil {
			r.onOpen(at)
		}
	}
	r.ExtendBaseWidget(r)
	return r
}

// move does something that moves the keyboard's row.
func (r *rows) move(by func()) {
	r.moving = true
	by()
	r.moving = false
}

// goTo puts the keyboard on a row.
func (r *rows) goTo(at int) { r.move(func() { r.Highlight(at) }) }

func (r *rows) FocusGained() { r.move(r.List.FocusGained) }

func (r *rows) TypedKey(e *fyne.KeyEvent) {
	inside := r.at >= 0 && r.at < r.Length()
	switch {
	case isEnter(e):
		if inside && r.onOpen != nil {
			r.onOpen(r.at)
		}
	case r.onKey != nil && r.onKey(e, r.at), widgets.PassOn(r, e):
	default:
		r.move(func() { r.List.TypedKey(e) })
	}
}

// downwards puts a top and a bottom around what fills the room between them. Tab goes from top to bottom; in Fyne's own
// border container it would go to the middle first.
func downwards(top, middle, bottom fyne.CanvasObject) *fyne.Container {
	return container.New(&downward{layout.NewBorderLayout(top, bottom, nil, nil), []fyne.CanvasObject{top, bottom}}, top, middle, bottom)
}

// downward is a border layout for edges with text that wraps: how high they are depends on how wide they are.
type downward struct {
	border fyne.Layout
	edges  []fyne.CanvasObject
}

func (d *downward) MinSize(objects []fyne.CanvasObject) fyne.Size { return d.border.MinSize(objects) }

func (d *downward) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range d.edges {
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
	}
	d.border.Layout(objects, size)
}
