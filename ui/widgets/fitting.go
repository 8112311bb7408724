package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// NewFitting puts a part at the left, one at the right, and one in the middle that gets the room between them. Where
// there is too little room, the buttons lose their words, the first one first, and keep their icons.
func NewFitting(left, middle, right fyne.CanvasObject, buttons ...*Button) fyne.CanvasObject {
	return container.New(&fitting{buttons}, left, middle, right)
}

type fitting struct{ buttons []*Button }

func (l *fitting) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	l.shorten(parts, size.Width)
	gap := theme.Padding()
	left, middle, right := parts[0], parts[1], parts[2]
	l0, r0 := left.MinSize().Width, right.MinSize().Width
	left.Resize(fyne.NewSize(l0, size.Height))
	left.Move(fyne.NewPos(0, 0))
	right.Resize(fyne.NewSize(r0, size.Height))
	right.Move(fyne.NewPos(size.Width-r0, 0))
	middle.Resize(fyne.NewSize(max(0, size.Width-l0-r0-2*gap), size.Height))
	middle.Move(fyne.NewPos(l0+gap, 0))
}

// shorten takes as many buttons' words away as the width calls for.
func (l *fitting) shorten(parts []fyne.CanvasObject, width float32) {
	for short := 0; short <= len(l.buttons); short++ {
		for i, b := range l.buttons {
			words := b.words
			if i < short {
				words = ""
			}
			if b.Text != words {
				b.SetText(words)
			}
		}
		if l.width(parts) <= width {
			return
		}
	}
}

func (l *fitting) width(parts []fyne.CanvasObject) float32 {
	sum := 2 * theme.Padding()
	for _, p := range parts {
		sum += p.MinSize().Width
	}
	return sum
}

// MinSize is that without the words.
func (l *fitting) MinSize(parts []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(l.width(parts), 0)
	for _, p := range parts {
		size.Height = max(size.Height, p.MinSize().Height)
	}
	for _, b := range l.buttons {
		if b.Text != "" && b.Visible() {
			words := fyne.MeasureText(b.Text, theme.TextSize(), fyne.TextStyle{Bold: true}).Width
			size.Width -= words + theme.Padding()
		}
	}
	return size
}

// NewYielding puts parts on a line: one at the left, one in the middle, and two at the right. Where there is not room for
// all, the third gives way first, then the one in the middle, then that at the left.
func NewYielding(left, middle, beforeLast, last fyne.CanvasObject) *fyne.Container {
	var parts []fyne.CanvasObject
	for _, part := range []fyne.CanvasObject{left, middle, beforeLast, last} {
		parts = append(parts, container.NewStack(part)) // hidden in its place: the part may be hidden for other reasons
	}
	return container.New(yielding{}, parts...)
}

type yielding struct{}

func (yielding) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	gap := 2 * theme.Padding()
	var widths [4]float32
	sum := float32(0)
	for i, p := range parts {
		if w := p.MinSize().Width; w > 0 {
			widths[i] = w + gap
			sum += widths[i]
		}
	}
	for _, i := range []int{2, 1, 0} {
		if sum > size.Width {
			sum -= widths[i]
			widths[i] = 0
		}
	}
	right := size.Width - widths[3]
	middle := max(widths[0], min((size.Width-widths[1])/2, right-widths[2]-widths[1]))
	for i, x := range []float32{0, middle, right - widths[2], right} {
		setVisible(parts[i], widths[i] > 0)
		parts[i].Resize(fyne.NewSize(max(0, widths[i]-gap), size.Height))
		parts[i].Move(fyne.NewPos(x, 0))
	}
}

func (yielding) MinSize(parts []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, p := range parts {
		size.Height = max(size.Height, p.MinSize().Height)
	}
	return size
}
