package layout

import "avtalebok/agreement"

// The columns of the contact table: whom, name, e-mail, telephone.
var contactColumns = [...]tableColumn{
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
	c.addHead(c.tableRow(cells, cellPadding))
	for _, r := range t.Rows {
		c.add(c.contact(table, r)...)
	}
	c.repeating = nil
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
			cells = append(cells, c.blankCell(contactColumns[i+1], e, p.Place))
			padding = 2 * cellPadding // so that lines to write on stand clear of the rule
			continue
		}
		cells = append(cells, c.cell(i+1, tableFace, e, p))
	}
	return c.tableRow(cells, padding)
}

func (c *composer) cell(column int, f face, element int, p agreement.Passage) cell {
	at := contactColumns[column]
	return c.rows(block{
		face: f, leading: tableLeading, x: area.X + at.x, width: at.width, element: element, place: p.Place, spans: p.Spans,
	})
}
