package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"avtalebok/ui/widgets"
)

// box is a dialog over the desk. Escape closes it, and the keyboard comes back to where it was.
type box struct {
	*dialog.CustomDialog
	desk     *Desk
	size     fyne.Size // at the normal text size; 0 is what the content needs
	onEscape func()
	before   fyne.Focusable
}

// showBox shows a dialog with the focus on first. The buttons stand below the content, the main one last.
func (d *Desk) showBox(title string, content fyne.CanvasObject, size fyne.Size, first fyne.Focusable, buttons ...fyne.CanvasObject) *box {
	b := &box{desk: d, size: size}
	c := d.canvas()
	b.before = c.Focused()
	content, buttons = wrapButtons(content, buttons, c.Size().Width)
	b.CustomDialog = dialog.NewCustomWithoutButtons(title, content, d.options.Window)
	b.SetButtons(buttons)
	b.onEscape = b.Hide
	b.SetOnClosed(func() { d.forget(b) })
	d.boxes = append(d.boxes, b)
	b.fit()
	b.Show()
	b.fit()
	if first != nil {
		c.Focus(first)
	}
	return b
}

// wrapButtons puts buttons that would not have room beside each other, all equally wide as a dialog has them, beneath
// the content, on as many lines as they need.
func wrapButtons(content fyne.CanvasObject, buttons []fyne.CanvasObject, room float32) (fyne.CanvasObject, []fyne.CanvasObject) {
	widest := float32(0)
	for _, b := range buttons {
		widest = max(widest, b.MinSize().Width)
	}
	margins := 16 * theme.Padding()
	if float32(len(buttons))*(widest+theme.Padding())+margins <= room {
		return content, buttons
	}
	row := container.New(layout.NewRowWrapLayout(), buttons...)
	return container.NewBorder(nil, row, nil, nil, content), nil
}

// fit gives the dialog its size. Words that wrap know their height only when they have a width.
func (b *box) fit() {
	scale := theme.TextSize() / theme.DefaultTheme().Size(theme.SizeNameText)
	room := b.desk.canvas().Size()
	b.Resize(fyne.NewSize(min(b.size.Width*scale, room.Width-32), min(b.size.Height*scale, room.Height-32)))
}

func (d *Desk) forget(b *box) {
	for i, other := range d.boxes {
		if other == b {
			d.boxes = append(d.boxes[:i], d.boxes[i+1:]...)
		}
	}
	if b.before != nil {
		d.focus(b.before)
	}
}

// Escape closes what is in the way of the text: a dialog of the desk, or the search. It reports whether there was
// anything.
func (d *Desk) Escape() bool {
	if n := len(d.boxes); n > 0 {
		d.boxes[n-1].onEscape()
		return true
	}
	if c := d.canvas(); c != nil && c.Overlays().Top() != nil {
		return false
	}
	if d.finder.visible {
		d.finder.close()
		return true
	}
	return false
}

// ask asks a question with two answers. The careful one has the focus, and Escape means it.
func (d *Desk) ask(title, words, yes, no string, then, otherwise func()) {
	var b *box
	refuse := widgets.NewButton(no, nil, nil)
	answer := func(f func()) func() {
		return func() {
			b.Hide()
			if f != nil {
				f()
			}
		}
	}
	refuse.OnTapped = answer(otherwise)
	agree := widgets.NewButton(yes, nil, answer(then))
	b = d.showBox(title, widgets.NewWords(words, theme.SizeNameText, theme.ColorNameForeground),
		fyne.NewSize(480, 0), refuse, agree, refuse)
	b.onEscape = refuse.OnTapped
}

// fail tells of an error that the user must hear of.
func (d *Desk) fail(err error) {
	if d.options.OnError != nil {
		d.options.OnError(err)
	}
}
