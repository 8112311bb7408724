package layout

import (
	"cmp"
	"slices"
	"strings"

	"avtalebok/agreement"
)

const (
	cellGap      = 14.0 // between columns
	closePadding = 4.0
	manyRows     = 10
	shortTable   = 8    // rows; a table with no more is not parted
	leastColumn  = 24.0 // of a column, where there are too many for the page
	tallestHead  = areaHeight / 4
	widestFigure = 0.4 // of the table, for a column of figures
)

// span of a table's width that a column takes.
type tableColumn struct{ x, width float64 }

// table sets rows of cells under a row of headings, which is repeated on each page that the table goes on to. Columns
// are as wide as their contents ask for.
func (c *composer) table(sect int, t agreement.Table) {
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		return
	}
	s := tableSetter{composer: c, table: t, element: c.element(RoleTable, sect)}
	s.columns = s.widths()
	headed := t.Headed()
	if headed {
		c.addHead(s.head())
	}
	var rows []row
	for _, cells := range t.Rows {
		rows = append(rows, s.row(cells, false)...)
	}
	if !headed {
		rows[0].before = half
	}
	if t.Total != nil {
		rows = append(glueToNext(rows), glue(s.row(t.Total, true))...)
	}
	if len(t.Rows) <= shortTable && height(rows) < areaHeight/3 {
		glue(rows)
	}
	c.add(rows...)
	c.pieces[len(c.pieces)-1].height += half / 2 // clear of what follows
	c.repeating = nil
}

// addHead adds a table's row of headings and has the rows that follow repeat it at the top of a page.
func (c *composer) addHead(head []row) {
	head = heading(head)
	head[0].before = half
	c.add(head...)
	c.repeating = nil
	if len(head) == 1 && head[0].height <= tallestHead {
		c.repeating = &head[0]
	}
}

type tableSetter struct {
	*composer
	table   agreement.Table
	element int
	columns []tableColumn
}

func (s tableSetter) head() []row {
	tr := s.composer.element(RoleRow, s.element)
	cells := make([]cell, len(s.columns))
	for i, column := range s.table.Columns {
		role := RoleHead
		if column.Heading.Empty() {
			role = RoleCell
		}
		e := s.composer.element(role, tr)
		if role == RoleHead {
			s.elements[e].Scope = ScopeColumn
		}
		cells[i] = s.cell(i, labelFace, e, column.Heading)
	}
	return s.tableRow(cells, cellPadding)
}

// padding is the room above and below the cells; long tables are set closer.
func (s tableSetter) padding() float64 {
	if len(s.table.Rows) > manyRows {
		return closePadding
	}
	return cellPadding
}

func (s tableSetter) row(passages []agreement.Passage, total bool) []row {
	tr := s.composer.element(RoleRow, s.element)
	cells := make([]cell, len(s.columns))
	padding := s.padding()
	for i := range s.columns {
		role, f := RoleCell, s.face(i, total)
		if s.table.Columns[i].RowHeader {
			role = RoleHead
		}
		e := s.composer.element(role, tr)
		if role == RoleHead {
			s.elements[e].Scope = ScopeRow
		}
		if i >= len(passages) || passages[i].Empty() {
			continue
		}
		if blankOnly(passages[i]) {
			cells[i] = s.blankCell(s.columns[i], e, passages[i].Place)
			padding = 2 * cellPadding
			continue
		}
		cells[i] = s.cell(i, f, e, passages[i])
	}
	rows := s.tableRow(cells, padding)
	rows[0].before = s.padding()
	return rows
}

// face is bold where a cell names a fact or gives a sum.
func (s tableSetter) face(column int, total bool) face {
	if total || s.table.Columns[column].RowHeader && !s.table.Headed() {
		return tableHeadFace
	}
	return tableFace
}

// cell sets one cell; figures stand to the right.
func (s tableSetter) cell(i int, f face, element int, p agreement.Passage) cell {
	at := s.columns[i]
	rows := s.rows(block{
		face: f, leading: tableLeading, x: area.X + at.x, width: at.width, element: element, place: p.Place, spans: p.Spans,
	})
	if !s.table.Columns[i].Numeric {
		return rows
	}
	for r := range rows {
		dx := 0.0
		for l := range rows[r].lines {
			dx = max(0, at.width-rows[r].lines[l].Width)
			rows[r].lines[l].X += dx
		}
		for n := range rows[r].shapes {
			rows[r].shapes[n].X += dx
		}
	}
	return rows
}

// widths shares the table's width out. Every column gets what its longest word needs, then what its longest line
// would like; what is left goes to the columns of words.
func (s tableSetter) widths() []tableColumn {
	count := len(s.table.Columns)
	room := areaWidth - cellGap*float64(count-1)
	least, wish := make([]float64, count), make([]float64, count)
	for i, column := range s.table.Columns {
		least[i], wish[i] = s.natural(i)
		if column.Numeric {
			wish[i] = min(wish[i], widestFigure*room)
			least[i] = max(min(least[i], wish[i]), wish[i])
		}
		least[i] = min(least[i], room/2)
		wish[i] = max(wish[i], least[i])
	}
	widths := share(room, least, wish)
	rest := room
	for _, w := range widths {
		rest -= w
	}
	if rest > 0 {
		widths[s.widest(wish)] += rest
	}
	out, x := make([]tableColumn, count), 0.0
	for i, w := range widths {
		out[i] = tableColumn{x, w}
		x += w + cellGap
	}
	return out
}

// widest gives the column that takes what room is left: the widest one of words, but not the names of facts.
func (s tableSetter) widest(wish []float64) int {
	best, width := len(wish)-1, 0.0
	for i, column := range s.table.Columns {
		if !column.Numeric && (s.table.Headed() || !column.RowHeader) && wish[i] > width {
			best, width = i, wish[i]
		}
	}
	return best
}

// natural gives the widths of a column's longest word and of its longest line.
func (s tableSetter) natural(i int) (least, wish float64) {
	measure := func(f face, p agreement.Passage) {
		line := 0.0
		for _, w := range words(s.metrics, f, p.Spans) {
			least = max(least, w.width+w.hyphen)
			line += w.width
			wish = max(wish, line)
			line += w.gap
		}
	}
	measure(labelFace, s.table.Columns[i].Heading)
	for _, row := range s.table.Rows {
		if i < len(row) {
			measure(s.face(i, false), row[i])
		}
	}
	if i < len(s.table.Total) {
		measure(tableHeadFace, s.table.Total[i])
	}
	const rounding = 0.5
	return max(least+rounding, leastColumn), max(wish+rounding, leastColumn)
}

// share gives each column its wish where there is room for all. Where there is not, each gets its least, and what is
// left goes in equal parts to those that would like more, small wishes first, so that only long texts are broken. Where
// there is not even room for that, the columns are in proportion to their least.
func share(room float64, least, wish []float64) []float64 {
	out := slices.Clone(least)
	for _, w := range least {
		room -= w
	}
	if room < 0 {
		sum := 0.0
		for _, w := range least {
			sum += w
		}
		for i := range out {
			out[i] *= (sum + room) / sum
		}
		return out
	}
	order := make([]int, len(wish))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(wish[a]-least[a], wish[b]-least[b]) })
	for n, i := range order {
		more := min(wish[i]-least[i], room/float64(len(order)-n))
		out[i] += more
		room -= more
	}
	return out
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

// blankCell is a line to write on.
func (c *composer) blankCell(at tableColumn, element int, place agreement.Place) cell {
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
