package typeface

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"slices"
)

// Subset is a face cut down to some characters, ready to be embedded. Glyphs are numbered anew; every character has
// a glyph of its own even where two share a shape, so that text can be extracted exactly.
type Subset struct {
	Face    *Face
	Runes   []rune // the character of each glyph, from glyph 1 on; glyph 0 is the missing glyph
	Widths  []float64
	Program []byte // the TrueType file, compressed with zlib
	Length  int    // of the TrueType file before compression
	Unicode []byte // the CMap from glyphs to characters, compressed with zlib
	Tag     string // six capitals that tell this subset from others
	numbers map[rune]uint16
}

// Number gives a character's glyph in the subset, 0 if it has none.
func (s *Subset) Number(r rune) uint16 { return s.numbers[r] }

// commonRunes are the characters of every ordinary agreement: ASCII, Latin-1, the letters of the Sámi languages and
// of the neighbours' names, and the punctuation that Norwegian uses.
func commonRunes() []rune {
	var runes []rune
	for r := rune(0x20); r < 0x17F; r++ {
		if r < 0x7F || r >= 0xA0 {
			runes = append(runes, r)
		}
	}
	return append(runes, []rune("–—‘’‚“”„•…€−‐\u2011")...)
}

// Subset gives a subset that covers the characters. Documents that keep to common characters share one subset, made
// once; any other document gets its own, which depends on its characters alone.
func (f *Face) Subset(runes map[rune]struct{}) *Subset {
	common := f.common()
	var more []rune
	for r := range runes {
		if common.Number(r) == 0 {
			more = append(more, r)
		}
	}
	if len(more) == 0 {
		return common
	}
	return f.cut(slices.Concat(common.Runes, more))
}

// cut makes the subset of the characters that the face covers.
func (f *Face) cut(runes []rune) *Subset {
	runes = slices.Clone(runes)
	slices.Sort(runes)
	runes = slices.DeleteFunc(slices.Compact(runes), func(r rune) bool { return !f.Covers(r) })
	s := &Subset{Face: f, Runes: runes, numbers: make(map[rune]uint16, len(runes))}
	olds := []uint16{0}
	s.Widths = append(s.Widths, f.tables.advance(0)*1000/f.unitsPerEm)
	for i, r := range runes {
		s.numbers[r] = uint16(i + 1)
		g := f.glyph(r)
		olds = append(olds, g.number)
		s.Widths = append(s.Widths, g.advance)
	}
	program := f.program(olds)
	s.Length = len(program)
	s.Program = deflate(program)
	s.Unicode = deflate(toUnicode(runes))
	s.Tag = subsetTag(program)
	return s
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w, _ := zlib.NewWriterLevel(&b, zlib.BestCompression) // the level is valid
	_, _ = w.Write(data)                                  // a Buffer takes everything
	_ = w.Close()
	return b.Bytes()
}

// Flags of composite glyphs (OpenType specification, "glyf").
const (
	argsAreWords    = 0x0001
	hasScale        = 0x0008
	moreComponents  = 0x0020
	hasXYScale      = 0x0040
	hasTwoByTwo     = 0x0080
	hasInstructions = 0x0100
)

// program writes a TrueType file with the given glyphs in the given order, followed by the glyphs that composites
// among them are made of. Hinting is left out: it is half of the size and PDF viewers do without.
func (f *Face) program(olds []uint16) []byte {
	news := make(map[uint16]uint16, len(olds))
	for i, old := range olds {
		if _, ok := news[old]; !ok {
			news[old] = uint16(i)
		}
	}
	component := func(old uint16) uint16 {
		if n, ok := news[old]; ok {
			return n
		}
		n := uint16(len(olds))
		news[old] = n
		olds = append(olds, old)
		return n
	}
	var glyf, loca, hmtx []byte
	for i := 0; i < len(olds); i++ { // grows while composites are read
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, unhinted(f.tables.outline(int(olds[i])), component)...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(f.tables.advance(int(olds[i]))))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(f.tables.sideBearing(int(olds[i]))))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	count := uint16(len(olds))

	head := bytes.Clone(f.tables["head"])
	binary.BigEndian.PutUint32(head[8:], 0)  // checkSumAdjustment, which PDF readers ignore
	binary.BigEndian.PutUint16(head[50:], 1) // long offsets in loca
	hhea := bytes.Clone(f.tables["hhea"])
	binary.BigEndian.PutUint16(hhea[34:], count)
	maxp := bytes.Clone(f.tables["maxp"])
	binary.BigEndian.PutUint16(maxp[4:], count)
	for at := 14; at < 28; at += 2 { // what hinting needs: zones, storage, functions, stack, instructions
		binary.BigEndian.PutUint16(maxp[at:], 0)
	}
	binary.BigEndian.PutUint16(maxp[14:], 1)
	return assemble([]table{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}})
}

// unhinted gives an outline without its instructions, with the components of a composite renumbered.
func unhinted(outline []byte, component func(uint16) uint16) []byte {
	if len(outline) == 0 {
		return nil
	}
	out := bytes.Clone(outline)
	if contours := int16At(out, 0); contours >= 0 {
		at := 10 + 2*int(contours)
		length := int(uint16At(out, at))
		binary.BigEndian.PutUint16(out[at:], 0)
		return append(out[:at+2], out[at+2+length:]...)
	}
	for at := 10; ; {
		flags := uint16At(out, at)
		binary.BigEndian.PutUint16(out[at:], flags&^hasInstructions)
		binary.BigEndian.PutUint16(out[at+2:], component(uint16At(out, at+2)))
		at += 4 + componentLength(flags)
		if flags&moreComponents == 0 {
			return out[:at]
		}
	}
}

// componentLength gives the length of a component's arguments and transformation in bytes.
func componentLength(flags uint16) int {
	length := 2
	if flags&argsAreWords != 0 {
		length = 4
	}
	switch {
	case flags&hasScale != 0:
		length += 2
	case flags&hasXYScale != 0:
		length += 4
	case flags&hasTwoByTwo != 0:
		length += 8
	}
	return length
}

type table struct {
	tag  string
	data []byte
}

// assemble writes the table directory and the tables, which come sorted by tag.
func assemble(list []table) []byte {
	power, selector := 1, 0
	for power*2 <= len(list) {
		power, selector = power*2, selector+1
	}
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, n := range []int{len(list), power * 16, selector, (len(list) - power) * 16} {
		out = binary.BigEndian.AppendUint16(out, uint16(n))
	}
	at := 12 + 16*len(list)
	for _, t := range list {
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(t.data))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range list {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}

func checksum(data []byte) uint32 {
	var sum uint32
	for len(data) >= 4 {
		sum += uint32At(data, 0)
		data = data[4:]
	}
	if len(data) > 0 {
		var rest [4]byte
		copy(rest[:], data)
		sum += uint32At(rest[:], 0)
	}
	return sum
}
