package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// SetDetail sets what stands beneath a cell's caption, as wide as the cell; nil takes it away. A detail's MinSize is
// asked for its height when it has its width.
func (r *Row) SetDetail(side int, detail fyne.CanvasObject) {
	if c := r.cells[side]; c != nil && c.detail != detail {
		c.detail = detail
		r.gather()
	}
}

// Detail gives what stands beneath a cell's caption, or nil.
func (r *Row) Detail(side int) fyne.CanvasObject {
	if r.cells[side] == nil {
		return nil
	}
	return r.cells[side].detail
}

// SetFooter sets what stands beneath both cells; nil takes it away.
func (r *Row) SetFooter(footer fyne.CanvasObject) {
	if r.footer != footer {
		r.footer = footer
		r.gather()
	}
}

// Footer gives what stands beneath both cells, or nil.
func (r *Row) Footer() fyne.CanvasObject { return r.footer }

// SetMarks sets the small signs in the gutter, beneath the number where there is one.
func (r *Row) SetMarks(marks ...*IconButton) {
	if !slices.Equal(r.marks, marks) {
		r.marks = marks
		r.gather()
	}
}

// Marks gives the small signs in the gutter.
func (r *Row) Marks() []*IconButton { return r.marks }

// Rearrange follows a change of what stands in the row: a detail or a footer that wants another height.
func (r *Row) Rearrange() { r.arrange() }

// gather lists the parts that come and go.
func (r *Row) gather() {
	r.extras = nil
	for _, m := range r.marks {
		r.extras = append(r.extras, m)
	}
	for _, c := range r.cells {
		if c != nil && c.detail != nil {
			r.extras = append(r.extras, c.detail)
		}
	}
	if r.footer != nil {
		r.extras = append(r.extras, r.footer)
	}
	r.arrange()
	canvas.Refresh(r)
}

// detailHeight is the height of what stands beneath the caption, with room above it.
func (c *cell) detailHeight() float32 {
	if c.detail == nil {
		return 0
	}
	return c.detail.MinSize().Height + theme.Padding()
}

// footerHeight is the height of what stands beneath both cells, with room below it.
func (r *Row) footerHeight() float32 {
	if r.footer == nil {
		return 0
	}
	return r.footer.MinSize().Height + 2*theme.Padding()
}

func (c *cell) placeDetail(x, bottom float32) {
	if c.detail == nil || !c.detail.Visible() {
		return
	}
	height := c.detail.MinSize().Height
	c.detail.Resize(fyne.NewSize(c.object.Size().Width, height))
	c.detail.Move(fyne.NewPos(x, bottom-height))
}

func (r *Row) placeFooter(left, width, y float32) {
	if r.footer == nil {
		return
	}
	r.footer.Resize(fyne.NewSize(width, r.footer.MinSize().Height))
	r.footer.Move(fyne.NewPos(left, y))
}

// placeMarks puts the signs beside each other, beneath the number or handle where there is one.
func (r *Row) placeMarks(y, line float32) {
	x := r.columns.Gutter*theme.TextSize() - theme.Padding()
	if r.number.Text != "" || r.handle != nil {
		y += line - theme.Padding()
	} else {
		y += theme.Padding()
	}
	for _, m := range slices.Backward(r.marks) {
		size := m.MinSize()
		x -= size.Width
		m.Resize(size)
		m.Move(fyne.NewPos(x, y))
	}
}
