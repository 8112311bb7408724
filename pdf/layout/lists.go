package layout

import (
	"slices"
	"strconv"

	"avtalebok/agreement"
)

const (
	columnsFrom   = 6 // items; fewer read better down the page
	longestInList = 8 // lines of an item that a column still carries well
	shortItem     = 4 // lines; an item with fewer is never split
)

// manner is how the items of a list are set.
type manner struct {
	width   float64 // of number and text
	leading float64
	before  float64 // space above an item and a paragraph
}

// The manners. Short lines want less leading. Leading and space of columns together are just under one and a half
// of the type size: readers of text then take a column for one block and read it to its end before the next, even
// where they don't read tags.
var (
	fullWidth = manner{width: proseWidth, leading: leading, before: half}
	narrow    = manner{width: columnWidth, leading: 13.2, before: 2.5}
)

// list sets numbered items: focus areas under headings of their own, many short items in two columns, others down
// the page with their numbers hanging.
func (c *composer) list(sect int, l agreement.List) {
	if len(l.Items) == 0 {
		return
	}
	hang := c.hanging(l)
	if titled(l) {
		for _, item := range l.Items {
			c.focusArea(sect, item, hang)
		}
		return
	}
	list := c.element(RoleList, sect)
	mark := len(c.elements)
	if len(l.Items) >= columnsFrom {
		if rows, ok := c.columns(list, l, hang); ok {
			c.pieces = append(c.pieces, piece{row: row{before: half, text: true}, columns: rows})
			return
		}
		c.elements = c.elements[:mark] // composed anew in one column
		c.elements[list].Children = nil
	}
	for i, item := range l.Items {
		rows := c.item(list, item, fullWidth, hang)
		if i == 0 {
			rows[0].before = half
		}
		c.add(rows...)
	}
}

func titled(l agreement.List) bool {
	for _, item := range l.Items {
		if !item.Title.Empty() {
			return true
		}
	}
	return false
}

// columns sets items at column width, unless one of them is too long for that.
func (c *composer) columns(list int, l agreement.List, hang float64) ([]row, bool) {
	var rows []row
	for _, item := range l.Items {
		set := c.item(list, item, narrow, hang)
		if len(set) > longestInList {
			return nil, false
		}
		rows = append(rows, set...)
	}
	return rows, true
}

// hanging gives the indent of a list's text, in which the widest of its numbers has room.
func (c *composer) hanging(l agreement.List) float64 {
	widest := 0.0
	for _, item := range l.Items {
		widest = max(widest, c.numberWidth(item))
	}
	return max(indent, widest+numberGap)
}

func (c *composer) numberWidth(item agreement.ListItem) float64 {
	return c.metrics.Width(numberFace.style, numberFace.size, strconv.Itoa(item.Number))
}

// item sets one numbered item with its text at an indent; it has at least one row.
func (c *composer) item(list int, item agreement.ListItem, m manner, hang float64) []row {
	entry := c.element(RoleItem, list)
	label := c.element(RoleLabel, entry)
	body := c.element(RoleBody, entry)
	number := c.numberLine(item, label, m.leading, hang)
	var rows []row
	for _, p := range slices.Concat(item.Paragraphs, item.Facts) {
		if p.Empty() {
			continue
		}
		set := c.rows(block{
			face: bodyFace, leading: m.leading, x: area.X + hang, width: m.width - hang, before: m.before,
			element: c.element(RoleP, body), place: p.Place, spans: p.Spans,
		})
		rows = append(rows, set...)
	}
	if len(rows) == 0 {
		rows = []row{{before: m.before, height: m.leading, text: true}}
	}
	rows[0].lines = append([]Line{number}, rows[0].lines...)
	if len(rows) < shortItem {
		glue(rows)
	}
	return rows
}

// numberGap parts a number from its text. Under 0.7 of the type size, readers of text take both for one line, which
// keeps two columns in order even where tags are not read.
const numberGap = 7.0

// numberLine sets an item's number in the indent of its text, numbers standing under each other by their last digit.
func (c *composer) numberLine(item agreement.ListItem, label int, leading, hang float64) Line {
	text := strconv.Itoa(item.Number)
	var place agreement.Place
	if len(item.Paragraphs) > 0 {
		place = item.Paragraphs[0].Place
	}
	f := numberFace
	width := c.numberWidth(item)
	return Line{
		Rect:     Rect{X: area.X + max(0, hang-numberGap-width), Width: width, Height: leading},
		Baseline: baselineIn(leading, f.size),
		Runs:     []Run{{Text: text + " ", Style: f.style, Size: f.size, Colour: f.colour}},
		Element:  label,
		Place:    place,
	}
}

// focusArea sets an item with a title: number and title as a heading, paragraphs below it in line with the title.
func (c *composer) focusArea(parent int, item agreement.ListItem, hang float64) {
	sect := c.element(RoleSection, parent)
	h := c.element(RoleH3, sect)
	c.elements[h].Text = strconv.Itoa(item.Number) + " " + item.Title.String()
	number := c.numberLine(item, h, leading, hang)
	number.Place = item.Title.Place
	rows := heading(c.rows(block{
		face: subheadFace, leading: leading, x: area.X + hang, width: proseWidth - hang, before: c.aboveSubheading(),
		element: h, place: item.Title.Place, spans: item.Title.Spans,
	}))
	if len(rows) == 0 {
		rows = []row{{before: c.aboveSubheading(), height: leading, glued: true, heading: true}}
	}
	rows[0].lines = append([]Line{number}, rows[0].lines...)
	c.add(rows...)
	text := c.under(sect, item.Paragraphs, hang, 0, half)
	facts := c.under(sect, item.Facts, hang, half/2, 0)
	if len(facts) > 0 && len(text)+len(facts) < 2*shortItem { // a network is read in one glance
		glueToNext(glue(text))
		glue(facts)
	}
	c.add(text...)
	c.add(facts...)
}

// under sets passages below a title, with a space above the first and one above each of the others.
func (c *composer) under(sect int, passages []agreement.Passage, hang, first, other float64) []row {
	var out []row
	for i, p := range passages {
		if p.Empty() {
			continue
		}
		b := block{
			face: bodyFace, leading: leading, x: area.X + hang, width: proseWidth - hang, before: other,
			element: c.element(RoleP, sect), place: p.Place, spans: p.Spans,
		}
		if i == 0 {
			b.before = first
		}
		out = append(out, c.rows(b)...)
	}
	return out
}
