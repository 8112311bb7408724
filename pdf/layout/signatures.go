package layout

import "avtalebok/agreement"

const (
	signWidth   = columnWidth
	signSpace   = 3 * leading // to write a signature in
	dateSpace   = 2.5 * leading
	nameSpace   = 2 * leading
	tallestSign = 20 * leading // a signer that needs more is set line by line
	textBefore  = 2            // lines of text that stand before a signature block on its page
)

// signatures sets the signers two by two. The block is kept whole, and on a page with text before it; only where it
// is taller than a page is it parted, between signers.
func (c *composer) signatures(sect int, s agreement.SignatureBlock) {
	var rows []row
	for i := 0; i < len(s.Signers); i += 2 {
		pair := s.Signers[i:min(i+2, len(s.Signers))]
		rows = append(rows, c.signers(sect, pair, i == 0)...)
	}
	if len(rows) == 0 {
		return
	}
	if height(rows) <= areaHeight-4*leading {
		glue(rows)
	}
	c.holdBack()
	c.add(rows...)
}

// holdBack glues the last lines of text to what follows.
func (c *composer) holdBack() {
	lines := 0
	for i := len(c.pieces) - 1; i >= 0 && lines < textBefore; i-- {
		c.pieces[i].glued = true
		if c.pieces[i].text {
			lines++
		}
	}
}

// signers sets one or two signers side by side in one row, or below each other if one is very tall.
func (c *composer) signers(sect int, pair []agreement.Signer, first bool) []row {
	var strips [][]row
	tall := false
	for i, s := range pair {
		strip := c.signer(sect, s, area.X+float64(i)*(signWidth+gutter))
		tall = tall || height(strip) > tallestSign
		strips = append(strips, strip)
	}
	before := 2 * leading
	if first {
		before = leading
	}
	if tall {
		var rows []row
		for _, strip := range strips {
			strip[0].before = before
			rows = append(rows, strip...)
		}
		return rows
	}
	joined := row{before: before}
	for _, strip := range strips {
		joined.stack(strip)
	}
	return []row{joined}
}

// signer sets the party, lines for place and date and for the signature, the name in capitals and the title.
func (c *composer) signer(sect int, s agreement.Signer, x float64) []row {
	labels := c.doc.Labels
	place := s.Name.Place
	text := func(f face, lead, before float64, p agreement.Passage) []row {
		if p.Empty() {
			return nil
		}
		return c.rows(block{
			face: f, leading: lead, x: x, width: signWidth, before: before,
			element: c.element(RoleP, sect), place: orPlace(p.Place, place), spans: p.Spans,
		})
	}
	label := func(s string) []row {
		return text(labelFace, leading*0.8, 0, agreement.Passage{Spans: plain(s)})
	}
	partyPlace := agreement.Place{Party: place.Party, Part: agreement.PartName}
	rows := text(strongFace, leading, 0, agreement.Passage{Place: partyPlace, Spans: plain(s.Party)})
	rows = append(rows, ruled(x, dateSpace))
	rows = append(rows, label(labels.PlaceDate)...)
	sign := ruled(x, signSpace)
	if !c.doc.Draft && s.Field != "" {
		sign.fields = []Field{{
			Rect: Rect{X: x, Y: 4, Width: signWidth, Height: signSpace - 4}, Name: s.Field,
			Tooltip: labels.SignHere + " " + s.Party,
		}}
	}
	signed := label(labels.Signature)
	if len(sign.fields) > 0 {
		sign.fields[0].Element = c.element(RoleForm, sect)
	}
	rows = append(append(rows, sign), signed...)
	if s.Name.Empty() || blankOnly(s.Name) {
		name, below := ruled(x, nameSpace), label(labels.Name)
		if len(below) > 0 {
			name.lines = []Line{{
				Rect: Rect{X: x, Width: signWidth, Height: nameSpace}, Element: below[0].lines[0].Element, Place: place,
			}}
		}
		rows = append(append(rows, name), below...)
	} else {
		rows = append(rows, text(bodyFace, leading, half/2, s.Name)...)
	}
	return append(rows, text(tableFace, tableLeading, 0, s.Title)...)
}

// ruled is a line to write on with room above it.
func ruled(x, room float64) row {
	return row{height: room, shapes: []Shape{{
		Rect: Rect{X: x, Y: room - hairline, Width: signWidth, Height: hairline}, Colour: Ink,
	}}}
}
