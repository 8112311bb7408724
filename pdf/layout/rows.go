package layout

import "avtalebok/agreement"

// row is a strip of the page that is never split: a line of text, a line of table cells, a signer. Its lines and
// shapes have their x on the page and their y from the row's top.
type row struct {
	before float64 // space above; dropped at the top of a page or column
	height float64
	lines  []Line
	shapes []Shape
	fields []Field
	images []Image
	text   bool // running text, which a signature block may follow on its page

	// glued means that no page ends after the row. Where a chain of glued rows is longer than a page, it is parted
	// after a row that is neither bound, as within a short item, nor a heading.
	glued   bool
	bound   bool
	heading bool

	// repeats is a table's row of headings, set above the row where it is the first on a page. There it is no part of the
	// text: who listens to the table hears a cell's headings from the first one.
	repeats *row
}

// piece is a row, or rows that are set in two columns.
type piece struct {
	row
	columns []row
}

// block is a paragraph about to be set.
type block struct {
	face    face
	leading float64
	x       float64
	width   float64
	before  float64
	element int
	place   agreement.Place
	spans   []agreement.Span
}

// rows sets a paragraph. Its first two and its last two lines stay together.
func (c *composer) rows(b block) []row {
	lines := breakLines(c.metrics, b.face, words(c.metrics, b.face, b.spans), b.width)
	rows := make([]row, len(lines))
	for i, l := range lines {
		rows[i] = c.lineRow(l, b)
		rows[i].text = true
		rows[i].glued = len(lines) > 1 && i < len(lines)-1 && (i == 0 || i == len(lines)-2)
		rows[i].bound = rows[i].glued
	}
	if len(rows) > 0 {
		rows[0].before = b.before
	}
	return rows
}

// lineRow makes a row of one line.
func (c *composer) lineRow(l setLine, b block) row {
	r := row{height: b.leading}
	baseline := baselineIn(b.leading, b.face.size)
	for _, m := range l.marks {
		r.shapes = append(r.shapes, Shape{Colour: Marker, Rect: Rect{
			X: b.x + m.from - 1.5, Y: baseline - b.face.size*0.82, Width: m.to - m.from + 3, Height: b.face.size * 1.12,
		}})
	}
	for _, m := range l.blanks {
		r.shapes = append(r.shapes, Shape{Colour: Ink, Rect: Rect{
			X: b.x + m.from + 1, Y: baseline + 2, Width: max(1, m.to-m.from-2), Height: hairline,
		}})
	}
	r.lines = []Line{{
		Rect:     Rect{X: b.x, Width: l.width, Height: b.leading},
		Baseline: baseline,
		Runs:     l.runs,
		Element:  b.element,
		Place:    b.place,
	}}
	return r
}

// baselineIn gives where the baseline stands in a line of this height, such that capitals stand in its middle.
func baselineIn(leading, size float64) float64 { return (leading + 0.7*size) / 2 }

// glue keeps rows on one page.
func glue(rows []row) []row {
	for i := range rows {
		rows[i].glued = i < len(rows)-1
		rows[i].bound = rows[i].glued
	}
	return rows
}

// glueToNext keeps the last of the rows with what follows.
func glueToNext(rows []row) []row {
	if len(rows) > 0 {
		rows[len(rows)-1].glued = true
	}
	return rows
}

func height(rows []row) float64 {
	sum := 0.0
	for i, r := range rows {
		if i > 0 {
			sum += r.before
		}
		sum += r.height
	}
	return sum
}

// stack puts rows below each other into this one, from its top, and makes it as tall as they need.
func (r *row) stack(rows []row) {
	var p Page
	y := 0.0
	for i, one := range rows {
		if i > 0 {
			y += one.before
		}
		p.put(one, 0, y)
		y += one.height
	}
	r.height = max(r.height, y)
	r.lines = append(r.lines, p.Lines...)
	r.shapes = append(r.shapes, p.Shapes...)
	r.fields = append(r.fields, p.Fields...)
}
