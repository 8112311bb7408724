package desk

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
)

// dragging is an item on its way to another place in its list.
type dragging struct {
	item  string
	to    int // the index in front of which it will be dropped
	line  *canvas.Rectangle
	layer *fyne.Container
}

// dropLayer is to be stacked over the desk: a line on it shows where what is dragged will go.
func (d *Desk) dropLayer() fyne.CanvasObject {
	g := &d.dragging
	g.line = canvas.NewRectangle(theme.Color(theme.ColorNamePrimary))
	g.line.CornerRadius = 1.5
	g.line.Hide()
	g.layer = container.NewWithoutLayout(g.line)
	return g.layer
}

// drag follows the pointer with an item.
func (d *Desk) drag(p *sectionPage, id string, at fyne.Position) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(d.sheet).Y
	bottom := top + d.sheet.Size().Height
	step := theme.TextSize()
	switch { // what is out of sight is come to by holding the item at the edge
	case at.Y < top+2*step:
		d.sheet.SetOffset(d.sheet.Offset() - step)
	case at.Y > bottom-2*step:
		d.sheet.SetOffset(d.sheet.Offset() + step)
	}
	g := &d.dragging
	g.item, g.to = id, len(p.order)
	y := float32(0)
	for i, other := range p.order {
		passages := p.items[other].passages()
		first, last := passages[0].row, passages[len(passages)-1].row
		from := driver.AbsolutePositionForObject(first).Y
		until := driver.AbsolutePositionForObject(last).Y + last.Size().Height
		if at.Y < (from+until)/2 {
			g.to, y = i, from
			break
		}
		y = until
	}
	d.showDrop(p, max(top, min(y, bottom)))
}

func (d *Desk) showDrop(p *sectionPage, y float32) {
	g := &d.dragging
	driver := fyne.CurrentApp().Driver()
	row := p.items[g.item].passages()[0].row
	origin := driver.AbsolutePositionForObject(g.layer)
	x := driver.AbsolutePositionForObject(row).X
	g.line.FillColor = theme.Color(theme.ColorNamePrimary)
	g.line.Move(fyne.NewPos(x-origin.X, y-origin.Y-2*theme.Padding()))
	g.line.Resize(fyne.NewSize(row.Size().Width, 3))
	g.line.Show()
	g.line.Refresh()
}

// drop puts the item, or all that are marked if it is one of them, where it was dragged to.
func (d *Desk) drop(p *sectionPage) {
	g := &d.dragging
	id, to := g.item, g.to
	g.item = ""
	g.line.Hide()
	g.layer.Refresh()
	if id == "" || d.page != page(p) || p.place(id) < 0 {
		return
	}
	ids := d.selection.chosen(p)
	if !slices.Contains(ids, id) {
		ids = []string{id}
	}
	d.carry(p, reorder(p.section, p.order, ids, to), ids)
	if !d.selection.on {
		d.focusPlace(agreement.Place{Section: p.section, Item: id, Part: agreement.PartText}, d.form())
	}
}
