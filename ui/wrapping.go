package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// wrapping sets buttons side by side at the right edge, on as many lines as the width calls for. Its least width is that
// of the widest one, so that large letters do not make the window wider than the screen.
type wrapping struct{ lines int }

// MinSize gives the height at the width of the last layout.
func (l *wrapping) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	size.Height = float32(max(l.lines, 1))*(size.Height+theme.Padding()) - theme.Padding()
	return size
}

// Layout fills lines from the top, each as full as it gets.
func (l *wrapping) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	l.lines = 0
	var y float32
	for len(objects) > 0 {
		n, width, height := fitting(objects, size.Width)
		x := max(0, size.Width-width)
		for _, o := range objects[:n] {
			m := o.MinSize()
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(m.Width, height))
			x += m.Width + theme.Padding()
		}
		objects = objects[n:]
		y += height + theme.Padding()
		l.lines++
	}
}

// fitting gives how many objects fit into a line, at least one, with their width and height.
func fitting(objects []fyne.CanvasObject, room float32) (n int, width, height float32) {
	for _, o := range objects {
		m := o.MinSize()
		if n > 0 && width+theme.Padding()+m.Width > room {
			break
		}
		if n > 0 {
			width += theme.Padding()
		}
		n, width, height = n+1, width+m.Width, max(height, m.Height)
	}
	return n, width, height
}
