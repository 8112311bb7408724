package layout

import (
	"strings"

	"avtalebok/agreement"
)

// The columns of the contact table: whom, name, e-mail, telephone.
var contactColumns = [...]struct{ x, width float64 }{
	{0, 132}, {140, 100}, {248, 120}, {376, 71},
}

const (
	tableLeading = 13.0
	cellPadding  = 6.5
)

// cell is the lines of a table cell.
type cell []row

// contacts sets the contact persons as a table with ruled lines where something is to be filled in.
func (c *composer) contacts(sect int, t agreement.ContactTable) {
	if len(t.Rows) == 0 {
		return
	}
	table := c.element(RoleTable, sect)
	labels := c.doc.Labels
	tr := c.element(RoleRow, table)
	var cells []cell
	for i, text := range []string{"", labels.Name, labels.Email, labels.Phone} {
		role := RoleHead
		if text == "" {
			role = RoleCell
		}
		e := c.element(role, tr)
		if role == RoleHead {
			c.elements[e].Scope = ScopeColumn
		}
		cells = append(cells, c.cell(i, labelFace, e, agreement.Passage{Spans: plain(text)}))
	}
	head := heading(c.tableRow(cells, cellPadding))
	head[0].before = half
	c.add(head...)
	for _, r := range t.Rows {
		c.add(c.contact(table, r)...)
	}
}

func (c *composer) contact(table int, r agreement.ContactRow) []row {
	tr := c.element(RoleRow, table)
	head := c.element(RoleHead, tr)
	c.elements[head].Scope = ScopeRow
	whom := agreement.Passage{Place: r.Function.Place, Spans: plain(r.Party)}
	first := c.cell(0, tableHeadFace, c.element(RoleP, head), whom)
	if !r.Function.Empty() {
		first = append(first, c.cell(0, tableFace, c.element(RoleP, head), r.Function)...)
	}
	cells := []cell{first}
	padding := cellPadding
	for i, p := range []agreement.Passage{r.Name, r.Email, r.Phone} {
		e := c.element(RoleCell, tr)
		if p.Empty() || blankOnly(p) {
			cells = append(cells, c.blankCell(i+1, e, p.Place))
			padding = 2 * cellPadding // so that lines to write on stand clear of the rule
			continue
		}
		cells = append(cells, c.cell(i+1, tableFace, e, p))
	}
	return c.tableRow(cells, padding)
}

// blankOnly reports whether nothing but a line to write on is to be printed.
func blankOnly(p agreement.Passage) bool {
	for _, s := range p.Spans {
		if s.Kind != agreement.Blank && strings.TrimSpace(s.Text) != "" {
			return false
		}
	}
	return true
}

func (c *composer) cell(column int, f face, element int, p agreement.Passage) cell {
	at := contactColumns[column]
	return c.rows(block{
		face: f, leading: tableLeading, x: area.X + at.x, width: at.width, element: element, place: p.Place, spans: p.Spans,
	})
}

// blankCell is a line to write on.
func (c *composer) blankCell(column, element int, place agreement.Place) cell {
	at := contactColumns[column]
	return cell{{
		height: 2 * tableLeading,
		lines: []Line{{
			Rect: Rect{X: area.X + at.x, Width: at.width, Height: 2 * tableLeading}, Element: element, Place: place,
		}},
		shapes: []Shape{{
			Rect:   Rect{X: area.X + at.x, Y: tableLeading + baselineIn(tableLeading, smallSize) + 2, Width: at.width, Height: hairline},
			Colour: Ink,
		}},
	}}
}

// tableRow lays cells side by side over a hairline: in one strip, cell by cell, or line by line where they are tall,
// so that even a cell taller than a page can be set.
func (c *composer) tableRow(cells []cell, padding float64) []row {
	count := 1
	for _, col := range cells {
		count = max(count, len(col))
	}
	rows := []row{{text: true}}
	if count < 2*shortItem {
		for _, col := range cells {
			rows[0].stack(col)
		}
	} else {
		rows = make([]row, count)
		for i := range rows {
			rows[i] = row{height: tableLeading, text: true}
			for _, col := range cells {
				if i < len(col) {
					rows[i].stack(col[i : i+1])
				}
			}
		}
	}
	rows[0].before = cellPadding
	last := &rows[len(rows)-1]
	last.height += padding
	last.shapes = append(last.shapes, Shape{
		Rect: Rect{X: area.X, Y: last.height - hairline, Width: area.Width, Height: hairline}, Colour: Hair,
	})
	return rows
}
