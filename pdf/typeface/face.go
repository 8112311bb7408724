// Package typeface reads the typefaces that agreements are set in, measures text with them, and cuts them down to
// what a PDF has to carry.
//
// It knows TrueType (tables, glyphs, kerning) and nothing about agreements, pages or PDF objects. A Face never
// changes after Load, so one Family serves every goroutine.
package typeface

import (
	"fmt"
	"sync"

	"golang.org/x/image/font/sfnt"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
)

// Family is the one type family of an agreement in its two weights.
type Family struct {
	Regular *Face
	Bold    *Face
}

// Load gives the family, parsed once per process. An error means that the built-in fonts are damaged.
var Load = sync.OnceValues(load)

func load() (*Family, error) {
	regular, err := parse("LiberationSans", liberationsansregular.TTF)
	if err != nil {
		return nil, err
	}
	bold, err := parse("LiberationSans-Bold", liberationsansbold.TTF)
	if err != nil {
		return nil, err
	}
	return &Family{Regular: regular, Bold: bold}, nil
}

// Covers reports whether both weights have a glyph for the character.
func (f *Family) Covers(r rune) bool { return f.Regular.Covers(r) && f.Bold.Covers(r) }

// denseLimit bounds the characters that are looked up in a table instead of a map: Latin with all the letters of
// Norwegian and the Sámi languages.
const denseLimit = 0x250

// Face is one weight of a typeface. Lengths are in thousandths of the type size, as PDF counts them.
type Face struct {
	Name       string // PostScript name
	Ascent     float64
	Descent    float64 // negative
	CapHeight  float64
	Bounds     [4]float64
	Bold       bool
	tables     tables
	unitsPerEm float64
	dense      [denseLimit]glyph
	sparse     map[rune]glyph
	kerns      map[uint32]float64
	kernsLeft  [denseLimit]bool // the character starts some pair
	common     func() *Subset
}

// glyph is a glyph's number in the font and its advance; number 0 is the missing glyph.
type glyph struct {
	number  uint16
	advance float64
}

// standIns are characters that the typeface lacks but has the very shape of.
var standIns = [...]struct{ missing, shape rune }{
	{'\u2011', '\u2010'}, // non-breaking hyphen
}

func parse(name string, data []byte) (*Face, error) {
	raw, err := readTables(data)
	if err != nil {
		return nil, fmt.Errorf("typeface %s: %w", name, err)
	}
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("typeface %s: %w", name, err)
	}
	f := &Face{Name: name, tables: raw, unitsPerEm: float64(parsed.UnitsPerEm())}
	f.readHeader()
	if err := f.readGlyphs(parsed); err != nil {
		return nil, fmt.Errorf("typeface %s: %w", name, err)
	}
	f.readKerning()
	f.common = sync.OnceValue(func() *Subset { return f.cut(commonRunes()) })
	return f, nil
}

// readHeader takes the measures from the tables head, hhea and OS/2.
func (f *Face) readHeader() {
	head, hhea, os2 := f.tables["head"], f.tables["hhea"], f.tables["OS/2"]
	for i := range f.Bounds {
		f.Bounds[i] = f.scale(int16At(head, 36+2*i))
	}
	f.Ascent = f.scale(int16At(hhea, 4))
	f.Descent = f.scale(int16At(hhea, 6))
	f.Bold = uint16At(head, 44)&1 != 0
	f.CapHeight = f.scale(int16At(os2, 88)) // from version 2 of the table on
}

func (f *Face) scale(units int16) float64 { return float64(units) * 1000 / f.unitsPerEm }

// readGlyphs looks up every character of the Basic Multilingual Plane once.
func (f *Face) readGlyphs(parsed *sfnt.Font) error {
	f.sparse = make(map[rune]glyph, parsed.NumGlyphs())
	var buffer sfnt.Buffer
	for r := rune(0x20); r < 0x10000; r++ {
		if r == 0xD800 {
			r = 0xE000 // surrogates are no characters
		}
		number, err := parsed.GlyphIndex(&buffer, r)
		if err != nil {
			return err
		}
		if number == 0 {
			continue
		}
		f.set(r, glyph{number: uint16(number), advance: f.tables.advance(int(number)) * 1000 / f.unitsPerEm})
	}
	for _, s := range standIns {
		if g := f.glyph(s.missing); g.number == 0 {
			f.set(s.missing, f.glyph(s.shape))
		}
	}
	return nil
}

func (f *Face) set(r rune, g glyph) {
	if r < denseLimit {
		f.dense[r] = g
		return
	}
	f.sparse[r] = g
}

func (f *Face) glyph(r rune) glyph {
	if r >= 0 && r < denseLimit {
		return f.dense[r]
	}
	return f.sparse[r]
}

// Covers reports whether the face has a glyph for the character.
func (f *Face) Covers(r rune) bool { return f.glyph(r).number != 0 }

// Kern gives what the pair of characters is moved together (negative) or apart. Spaces are never kerned: the width
// of a line is then the sum of its words and spaces.
func (f *Face) Kern(left, right rune) float64 {
	if left == ' ' || right == ' ' || left >= 0 && left < denseLimit && !f.kernsLeft[left] {
		return 0
	}
	return f.kerns[uint32(f.glyph(left).number)<<16|uint32(f.glyph(right).number)]
}

// Advance gives the width of one character.
func (f *Face) Advance(r rune) float64 { return f.glyph(r).advance }

// Width measures a text with kerning.
func (f *Face) Width(text string) float64 {
	width, last := 0.0, rune(' ')
	for _, r := range text {
		width += f.Kern(last, r) + f.Advance(r)
		last = r
	}
	return width
}

// readKerning reads the pairs of a version 0 kern table, format 0 (OpenType specification, "kern").
func (f *Face) readKerning() {
	f.kerns = make(map[uint32]float64)
	table := f.tables["kern"]
	if len(table) < 18 || uint16At(table, 0) != 0 || table[8] != 0 {
		return
	}
	pairs := int(uint16At(table, 10))
	starts := make(map[uint16]bool)
	for i := range pairs {
		at := 18 + 6*i
		if at+6 > len(table) {
			break
		}
		key := uint32(uint16At(table, at))<<16 | uint32(uint16At(table, at+2))
		f.kerns[key] = f.scale(int16At(table, at+4))
		starts[uint16At(table, at)] = true
	}
	for r := range f.dense {
		f.kernsLeft[r] = starts[f.dense[r].number]
	}
}
