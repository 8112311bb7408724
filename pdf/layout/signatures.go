package layout

import (
	"strings"

	"avtalebok/agreement"
)

// signRoom is the room to write in above the lines of a signer, and between signers.
type signRoom struct{ sign, date, name, between float64 }

// The rooms. Where there are many signers, four instead of three stand below each other on a page.
var (
	ampleRoom  = signRoom{sign: 3 * leading, date: 2.5 * leading, name: 2 * leading, between: 2 * leading}
	closeRoom  = signRoom{sign: 2.5 * leading, date: 2 * leading, name: 1.5 * leading, between: 1.25 * leading}
	fewSigners = 6
)

const (
	signWidth   = columnWidth
	tallestSign = 20 * leading // a signer that needs more is set line by line
	textBefore  = 2            // lines of text that stand before a signature block on its page
)

// signatures sets the signers two by two. The block is kept whole, and on a page with text before it; only where it
// is taller than a page is it parted, between signers.
func (c *composer) signatures(sect int, s agreement.SignatureBlock) {
	room := ampleRoom
	if len(s.Signers) > fewSigners {
		room = closeRoom
	}
	var rows []row
	for i := 0; i < len(s.Signers); i += 2 {
		pair := s.Signers[i:min(i+2, len(s.Signers))]
		rows = append(rows, c.signers(sect, pair, room, i == 0)...)
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
func (c *composer) signers(sect int, pair []agreement.Signer, room signRoom, first bool) []row {
	var strips [][]row
	tall := false
	for i, s := range pair {
		strip := c.signer(sect, s, room, area.X+float64(i)*(signWidth+gutter))
		tall = tall || height(strip) > tallestSign
		strips = append(strips, strip)
	}
	before := room.between
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
func (c *composer) signer(sect int, s agreement.Signer, room signRoom, x float64) []row {
	b := signerBlock{composer: c, sect: sect, signer: s, room: room, x: x}
	labels := c.doc.Labels
	party := agreement.Passage{
		Place: agreement.Place{Party: s.Name.Place.Party, Part: agreement.PartName}, Spans: plain(s.Party),
	}
	rows := glueToNext(b.text(strongFace, leading, party))
	rows = append(rows, glueToNext(b.line(room.date, labels.PlaceDate))...)
	rows = append(rows, b.signature()...)
	rows = append(rows, b.name()...)
	return append(rows, b.text(tableFace, tableLeading, s.Title)...)
}

// signerBlock is what stands around one signature.
type signerBlock struct {
	*composer
	sect   int
	signer agreement.Signer
	room   signRoom
	x      float64
}

func (b signerBlock) text(f face, lead float64, p agreement.Passage) []row {
	if p.Empty() {
		return nil
	}
	return b.rows(block{
		face: f, leading: lead, x: b.x, width: signWidth, element: b.element(RoleP, b.sect),
		place: orPlace(p.Place, b.signer.Name.Place), spans: p.Spans,
	})
}

// line is a line to write on, with room above it and a label below.
func (b signerBlock) line(room float64, label string) []row {
	ruled := row{height: room, glued: true, shapes: []Shape{{
		Rect: Rect{X: b.x, Y: room - hairline, Width: signWidth, Height: hairline}, Colour: Ink,
	}}}
	return append([]row{ruled}, b.text(labelFace, leading*0.8, agreement.Passage{Spans: plain(label)})...)
}

// signature is the line to sign on. On what is no draft, a signature field covers the room above it.
func (b signerBlock) signature() []row {
	labels := b.doc.Labels
	rows := b.line(b.room.sign, labels.Signature)
	if b.doc.Draft || b.signer.Field == "" {
		return rows
	}
	const air = 4 // between the field and what stands above it
	rows[0].fields = []Field{{
		Rect: Rect{X: b.x, Y: air, Width: signWidth, Height: b.room.sign - air}, Name: b.signer.Field,
		Tooltip: strings.TrimSpace(labels.SignHere + " " + b.signer.Party), Element: b.element(RoleForm, b.sect),
	}}
	return rows
}

// name is the name in capitals, or a line to write it on.
func (b signerBlock) name() []row {
	name := b.signer.Name
	if !name.Empty() && !blankOnly(name) {
		rows := b.text(bodyFace, leading, name)
		rows[0].before = half / 2
		return rows
	}
	rows := b.line(b.room.name, b.doc.Labels.Name)
	if len(rows) > 1 {
		rows[0].lines = []Line{{
			Rect:    Rect{X: b.x, Width: signWidth, Height: b.room.name},
			Element: rows[1].lines[0].Element, Place: name.Place,
		}}
	}
	return rows
}
