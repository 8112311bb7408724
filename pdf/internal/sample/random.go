package sample

import (
	"fmt"
	"strings"

	"avtalebok/agreement"
)

// dice gives decisions from bytes, the same for the same bytes; zeros when they run out.
type dice struct{ bytes []byte }

func (d *dice) roll(sides int) int {
	if len(d.bytes) == 0 {
		return 0
	}
	b := d.bytes[0]
	d.bytes = d.bytes[1:]
	return int(b) % sides
}

// Random gives a Document of any make-up, decided by the bytes.
func Random(bytes []byte) agreement.Document {
	d := &dice{bytes}
	doc := Empty(agreement.Forms[d.roll(2)])
	doc.Draft = d.roll(2) == 1
	if d.roll(4) == 1 {
		doc.CaseNumber = ""
	}
	doc.Title = d.passage(1)
	doc.Theme = d.passage(1)
	doc.Parties = nil
	for range d.roll(5) {
		doc.Parties = append(doc.Parties, "Kommunen "+Words(1+d.roll(6)))
	}
	for i := range d.roll(12) {
		id := fmt.Sprint("s", i)
		s := agreement.DocumentSection{ID: id, Heading: d.passage(1)}
		for range d.roll(6) {
			s.Blocks = append(s.Blocks, d.block())
		}
		doc.Sections = append(doc.Sections, s)
	}
	return doc
}

func (d *dice) block() agreement.Block {
	switch d.roll(7) {
	case 6:
		return d.facts()
	case 0:
		return d.list(false)
	case 1:
		return d.list(d.roll(2) == 1)
	case 2:
		return d.table()
	case 3:
		return d.signatures()
	case 4:
		return agreement.Subheading{Passage: d.passage(0)}
	}
	return agreement.Paragraph{Passage: d.passage(3), Strong: d.roll(5) == 1}
}

func (d *dice) list(titled bool) agreement.List {
	var l agreement.List
	size := d.roll(4)
	for i := range d.roll(70) {
		item := agreement.ListItem{Number: i + 1, Paragraphs: []agreement.Passage{d.passage(size)}}
		if titled {
			item.Title = d.passage(0)
		}
		for range d.roll(12) / 10 {
			item.Paragraphs = append(item.Paragraphs, d.passage(size))
		}
		for range d.roll(14) / 10 {
			item.Facts = append(item.Facts, d.passage(size))
		}
		l.Items = append(l.Items, item)
	}
	return l
}

func (d *dice) table() agreement.ContactTable {
	var t agreement.ContactTable
	for range d.roll(5) {
		t.Rows = append(t.Rows, agreement.ContactRow{
			Party: Words(d.roll(8)), Function: d.passage(0), Name: d.passage(0), Email: d.passage(d.roll(3)), Phone: d.passage(0),
		})
	}
	return t
}

// facts gives a table of up to eight columns of words and figures, with or without headings and a total.
func (d *dice) facts() agreement.Table {
	var t agreement.Table
	headed := d.roll(3) > 0
	for range 1 + d.roll(8) {
		c := agreement.Column{Numeric: d.roll(3) == 1, RowHeader: d.roll(3) == 1}
		if headed {
			c.Heading = d.passage(0)
		}
		t.Columns = append(t.Columns, c)
	}
	row := func(size int) []agreement.Passage {
		cells := make([]agreement.Passage, len(t.Columns))
		for i := range cells {
			cells[i] = d.passage(size)
		}
		return cells
	}
	for range d.roll(90) {
		t.Rows = append(t.Rows, row(d.roll(8)/4))
	}
	if d.roll(2) == 1 {
		t.Total = row(0)
	}
	return t
}

func (d *dice) signatures() agreement.SignatureBlock {
	var b agreement.SignatureBlock
	for i := range d.roll(12) {
		b.Signers = append(b.Signers, agreement.Signer{
			Field: fmt.Sprintf("f%d-%d", len(d.bytes), i), Party: Words(1 + d.roll(9)), Name: d.passage(0), Title: d.passage(d.roll(2)),
		})
	}
	return b
}

// passage gives up to a line (size 0), some lines (1), a paragraph (2) or up to pages (3) of text.
func (d *dice) passage(size int) agreement.Passage {
	var p agreement.Passage
	most := []int{5, 20, 90, 700}[size]
	for range 1 + d.roll(3) {
		switch d.roll(7) {
		case 0:
			p.Spans = append(p.Spans, agreement.Span{Kind: agreement.Blank})
		case 1:
			p.Spans = append(p.Spans, agreement.Span{Kind: agreement.Unfilled, Text: "[" + Words(1+d.roll(4)) + "]"})
		case 2:
			p.Spans = append(p.Spans, agreement.Span{Text: strings.Repeat("ord-og/lengre", d.roll(20))})
		case 3:
			return agreement.Passage{}
		case 4:
			p.Spans = append(p.Spans, agreement.Span{Text: " 8. februar 2025, § 4 \n 500 000 kroner – og\u00a0mer ‑ "})
		default:
			p.Spans = append(p.Spans, agreement.Span{Text: Words(d.roll(most*3)/3 + d.roll(2)*most/2)})
		}
	}
	return p
}
