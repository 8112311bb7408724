package layout

import (
	"math"

	"avtalebok/agreement"
)

// composer turns a Document into pieces from top to bottom, and builds the structure tree along the way.
type composer struct {
	metrics  Metrics
	doc      agreement.Document
	elements []Element
	pieces   []piece

	// repeating is the row of headings of the table that is being set.
	repeating *row
}

// Compose sets a Document on pages, with a logo at the top if there is one. It takes any Document whose characters
// Metrics can measure.
func Compose(doc agreement.Document, m Metrics, logo *Picture) Layout {
	c := &composer{metrics: m, doc: doc}
	root := c.element(RoleDocument, Artifact)
	if logo != nil {
		c.logo(root, *logo)
	}
	c.front(root)
	for i, s := range doc.Sections {
		if silent(s) {
			continue
		}
		c.section(root, i)
	}
	pages := paginate(c.pieces)
	c.furnish(pages)
	return Layout{Width: pageWidth, Height: pageHeight, Area: area, Pages: pages, Elements: c.elements}
}

// element adds an element under a parent and gives its index.
func (c *composer) element(role Role, parent int) int {
	index := len(c.elements)
	c.elements = append(c.elements, Element{Role: role, Parent: parent})
	if parent != Artifact {
		c.elements[parent].Children = append(c.elements[parent].Children, index)
	}
	return index
}

func (c *composer) add(rows ...row) {
	for _, r := range rows {
		if !r.heading {
			r.repeats = c.repeating
		}
		c.pieces = append(c.pieces, piece{row: r})
	}
}

// plain makes spans of words that the layout itself adds.
func plain(text string) []agreement.Span {
	if text == "" {
		return nil
	}
	return []agreement.Span{{Text: text}}
}

// logo sets the logo in its own proportions, as large as its room allows.
func (c *composer) logo(root int, p Picture) {
	const width, height = 170.0, 3 * leading
	scale := min(width/p.Width, height/p.Height)
	figure := c.element(RoleFigure, root)
	c.elements[figure].Text = p.Alternative
	c.add(row{height: height + leading, glued: true, images: []Image{{
		Rect: Rect{X: area.X, Width: p.Width * scale, Height: p.Height * scale}, Element: figure,
	}}})
}

// front sets the case number, the title, the theme and the parties over a rule.
func (c *composer) front(root int) {
	titlePlace := agreement.Place{Part: agreement.PartTitle}
	if c.doc.CaseNumber != "" {
		c.add(glueToNext(c.rows(block{
			face: labelFace, leading: leading, x: area.X, width: area.Width,
			element: c.element(RoleP, root), spans: plain(c.doc.Labels.CaseNumber + " " + c.doc.CaseNumber),
		}))...)
	}
	if !c.doc.Title.Empty() {
		h1 := c.element(RoleH1, root)
		c.elements[h1].Text = c.doc.Title.String()
		f := c.fitted(titleFace, c.doc.Title, area.Width)
		c.add(heading(c.rows(block{
			face: f, leading: math.Ceil(1.1*f.size/half) * half, x: area.X, width: area.Width, before: half,
			element: h1, place: orPlace(c.doc.Title.Place, titlePlace), spans: c.doc.Title.Spans,
		}))...)
	}
	if !c.doc.Theme.Empty() {
		c.add(heading(c.rows(block{
			face: themeFace, leading: leading * 4 / 3, x: area.X, width: area.Width, before: half / 2,
			element: c.element(RoleP, root), place: c.doc.Theme.Place, spans: c.doc.Theme.Spans,
		}))...)
	}
	if !c.doc.Between.Empty() {
		c.add(heading(c.rows(block{
			face: bodyFace, leading: leading, x: area.X, width: area.Width, before: half,
			element: c.element(RoleP, root), place: c.doc.Between.Place, spans: c.doc.Between.Spans,
		}))...)
	}
	c.add(row{before: half, height: leading, glued: true, shapes: []Shape{{
		Rect: Rect{X: area.X, Y: half, Width: area.Width, Height: 1.5}, Colour: Accent,
	}}})
}

// fitted gives a face small enough for the longest word to stand on a line of its own, but never smaller than a
// section's heading.
func (c *composer) fitted(f face, p agreement.Passage, width float64) face {
	longest := 0.0
	for _, w := range words(c.metrics, f, p.Spans) {
		longest = max(longest, w.width)
	}
	if longest > width {
		f.size = max(headingSize, math.Floor(f.size*width/longest))
	}
	return f
}

// heading keeps all lines of a heading together and with what follows.
func heading(rows []row) []row {
	for i := range rows {
		rows[i].glued, rows[i].heading, rows[i].text = true, true, false
	}
	return rows
}

func orPlace(p, otherwise agreement.Place) agreement.Place {
	if p == (agreement.Place{}) {
		return otherwise
	}
	return p
}

// silent reports whether a section has nothing to print under its heading.
func silent(s agreement.DocumentSection) bool {
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case agreement.Subheading:
			if !b.Empty() {
				return false
			}
		case agreement.Paragraph:
			if !b.Empty() {
				return false
			}
		case agreement.List:
			if len(b.Items) > 0 {
				return false
			}
		case agreement.Table:
			if len(b.Rows) > 0 && len(b.Columns) > 0 {
				return false
			}
		case agreement.ContactTable:
			if len(b.Rows) > 0 {
				return false
			}
		case agreement.SignatureBlock:
			if len(b.Signers) > 0 {
				return false
			}
		}
	}
	return true
}

// section sets one section under its heading.
func (c *composer) section(root, index int) {
	s := c.doc.Sections[index]
	sect := c.element(RoleSection, root)
	if !s.Heading.Empty() {
		h := c.element(RoleH2, sect)
		c.elements[h].Text = s.Heading.String()
		rows := heading(c.rows(block{
			face: headingFace, leading: leading * 4 / 3, x: area.X, width: area.Width, before: leading * 5 / 3,
			element: h, place: s.Heading.Place, spans: s.Heading.Spans,
		}))
		c.add(rows...)
	}
	for i, b := range s.Blocks {
		switch b := b.(type) {
		case agreement.Subheading:
			c.subheading(sect, b)
		case agreement.Paragraph:
			c.paragraph(sect, b, i+1 < len(s.Blocks) && introduced(s.Blocks[i+1]))
		case agreement.List:
			c.list(sect, b)
		case agreement.Table:
			c.table(sect, b)
		case agreement.ContactTable:
			c.contacts(sect, b)
		case agreement.SignatureBlock:
			c.signatures(sect, b)
		}
	}
}

// subheading sets a heading within a section; it stays with what follows.
func (c *composer) subheading(sect int, s agreement.Subheading) {
	if s.Empty() {
		return
	}
	h := c.element(RoleH3, sect)
	c.elements[h].Text = s.String()
	c.add(heading(c.rows(block{
		face: subheadFace, leading: leading, x: area.X, width: proseWidth, before: c.aboveSubheading(),
		element: h, place: s.Place, spans: s.Spans,
	}))...)
}

// aboveSubheading is the space above a heading within a section, less where it stands right under another heading.
func (c *composer) aboveSubheading() float64 {
	if n := len(c.pieces); n > 0 && c.pieces[n-1].heading {
		return half / 2
	}
	return leading
}

// introduced reports whether a short paragraph before a block belongs to it: "Kommunen skal", "Partane er".
func introduced(b agreement.Block) bool {
	switch b.(type) {
	case agreement.List, agreement.Table, agreement.ContactTable:
		return true
	}
	return false
}

// paragraph sets running text; the main goal is larger, between the margin's rule and the text.
func (c *composer) paragraph(sect int, p agreement.Paragraph, introduces bool) {
	if p.Empty() {
		return
	}
	b := block{
		face: bodyFace, leading: leading, x: area.X, width: proseWidth, before: half,
		element: c.element(RoleP, sect), place: p.Place, spans: p.Spans,
	}
	if !p.Strong {
		rows := c.rows(b)
		if introduces && len(rows) <= 2 {
			glueToNext(rows)
		}
		c.add(rows...)
		return
	}
	b.face, b.leading, b.x, b.width = goalFace, leading*1.25, area.X+indent, proseWidth-indent
	rows := c.rows(b)
	for i := range rows {
		rows[i].shapes = append(rows[i].shapes, Shape{
			Rect: Rect{X: area.X, Width: 2.5, Height: rows[i].height}, Colour: Accent,
		})
	}
	if len(rows) < 6 {
		glue(rows)
	}
	c.add(rows...)
	if len(rows) > 0 {
		c.add(row{height: half})
	}
}
