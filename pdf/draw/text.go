package draw

import (
	"bytes"
	"math"
	"strconv"

	"avtalebok/pdf/layout"
)

// writer writes a page's text as content stream operators (ISO 32000-1, 9.4) with glyph numbers of our own subsets.
type writer struct {
	height   float64
	elements []layout.Element
	pens     Pens
	out      bytes.Buffer
	num      []byte
	style    layout.Style
	size     float64
	colour   layout.Colour
	set      bool // style, size and colour are those in force
}

// page writes a page's lines and gives the structure element of each marked-content identifier.
func (w *writer) page(p layout.Page) []int {
	w.out.Reset()
	w.set = false
	var marks []int
	for _, i := range p.Images {
		w.image(i, len(marks))
		marks = append(marks, i.Element)
	}
	for i := 0; i < len(p.Lines); {
		n := i + 1
		for n < len(p.Lines) && p.Lines[n].Element == p.Lines[i].Element {
			n++
		}
		if hasText(p.Lines[i:n]) {
			w.out.WriteString("/")
			w.out.WriteString(string(w.elements[p.Lines[i].Element].Role))
			w.out.WriteString(" <</MCID ")
			w.integer(len(marks))
			w.out.WriteString(">> BDC\nBT\n")
			w.lines(p.Lines[i:n])
			w.out.WriteString("ET\nEMC\n")
			marks = append(marks, p.Lines[i].Element)
		}
		i = n
	}
	for _, lines := range [][]layout.Line{p.Repeated, p.Furniture} {
		if hasText(lines) {
			w.out.WriteString("/Artifact <</Type /Pagination>> BDC\nBT\n")
			w.lines(lines)
			w.out.WriteString("ET\nEMC\n")
		}
	}
	return marks
}

// image shows the picture, scaled to its rectangle.
func (w *writer) image(i layout.Image, mark int) {
	w.out.WriteString("/Figure <</MCID ")
	w.integer(mark)
	w.out.WriteString(">> BDC\nq ")
	w.number(i.Width)
	w.out.WriteString(" 0 0 ")
	w.number(i.Height)
	w.out.WriteByte(' ')
	w.number(i.X)
	w.out.WriteByte(' ')
	w.number(w.height - i.Bottom())
	w.out.WriteString(" cm /")
	w.out.WriteString(w.pens.Picture)
	w.out.WriteString(" Do Q\nEMC\n")
}

func hasText(lines []layout.Line) bool {
	for _, l := range lines {
		if len(l.Runs) > 0 {
			return true
		}
	}
	return false
}

func (w *writer) lines(lines []layout.Line) {
	for _, l := range lines {
		for _, r := range l.Runs {
			w.state(r)
			w.out.WriteString("1 0 0 1 ")
			w.number(l.X + r.X)
			w.out.WriteByte(' ')
			w.number(w.height - l.Baseline)
			w.out.WriteString(" Tm ")
			w.glyphs(r)
		}
	}
}

// state selects font and colour where they change.
func (w *writer) state(r layout.Run) {
	if !w.set || r.Style != w.style || r.Size != w.size {
		w.out.WriteByte('/')
		w.out.WriteString(FontNames[r.Style])
		w.out.WriteByte(' ')
		w.number(r.Size)
		w.out.WriteString(" Tf\n")
	}
	if !w.set || r.Colour != w.colour {
		c := w.pens.Colour[r.Colour]
		for _, part := range [...]uint8{c.R, c.G, c.B} {
			w.num = strconv.AppendFloat(w.num[:0], float64(part)/255, 'f', 3, 64)
			w.out.Write(w.num)
			w.out.WriteByte(' ')
		}
		w.out.WriteString("rg\n")
	}
	w.style, w.size, w.colour, w.set = r.Style, r.Size, r.Colour, true
}

// glyphs shows a run, two bytes a glyph, with kerning between them.
func (w *writer) glyphs(r layout.Run) {
	font := w.pens.Fonts[r.Style]
	w.out.WriteString("[(")
	last := ' '
	for _, c := range r.Text {
		if kern := font.Face.Kern(last, c); kern != 0 {
			w.out.WriteByte(')')
			w.number(-kern)
			w.out.WriteByte('(')
		}
		n := font.Number(c)
		w.literal(byte(n >> 8))
		w.literal(byte(n))
		last = c
	}
	w.out.WriteString(")] TJ\n")
}

// literal writes a byte of a literal string (ISO 32000-1, 7.3.4.2).
func (w *writer) literal(b byte) {
	switch b {
	case '(', ')', '\\':
		w.out.WriteByte('\\')
	case '\r':
		w.out.WriteString(`\r`)
		return
	case '\n':
		w.out.WriteString(`\n`)
		return
	}
	w.out.WriteByte(b)
}

func (w *writer) integer(n int) {
	w.num = strconv.AppendInt(w.num[:0], int64(n), 10)
	w.out.Write(w.num)
}

// number writes a number with at most two decimals.
func (w *writer) number(v float64) {
	hundredths := int64(math.Round(v * 100))
	if hundredths < 0 {
		w.out.WriteByte('-')
		hundredths = -hundredths
	}
	w.num = strconv.AppendInt(w.num[:0], hundredths/100, 10)
	if rest := hundredths % 100; rest != 0 {
		w.num = append(w.num, '.', byte('0'+rest/10))
		if rest%10 != 0 {
			w.num = append(w.num, byte('0'+rest%10))
		}
	}
	w.out.Write(w.num)
}
