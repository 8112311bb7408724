package typeface

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// tables are a font's tables by their four-letter tags.
type tables map[string][]byte

var errFont = errors.New("not a TrueType font with outlines")

func uint16At(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func int16At(b []byte, at int) int16   { return int16(binary.BigEndian.Uint16(b[at:])) }
func uint32At(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }

// readTables reads the table directory of a TrueType file and checks that what a subset needs is there.
func readTables(data []byte) (tables, error) {
	if len(data) < 12 || uint32At(data, 0) != 0x00010000 {
		return nil, errFont
	}
	found := make(tables)
	for i := range int(uint16At(data, 4)) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil, errFont
		}
		start, length := int(uint32At(data, at+8)), int(uint32At(data, at+12))
		if start > len(data) || length > len(data)-start {
			return nil, errFont
		}
		found[string(data[at:at+4])] = data[start : start+length]
	}
	for tag, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 32, "hmtx": 4, "loca": 4, "glyf": 12, "OS/2": 90} {
		if len(found[tag]) < least {
			return nil, fmt.Errorf("%w: table %s", errFont, tag)
		}
	}
	return found, nil
}

// advance gives a glyph's width in font units. Glyphs past the last metric share it (OpenType, "hmtx").
func (t tables) advance(number int) float64 {
	last := int(uint16At(t["hhea"], 34)) - 1
	return float64(uint16At(t["hmtx"], 4*min(number, last)))
}

// sideBearing gives a glyph's left side bearing in font units.
func (t tables) sideBearing(number int) int16 {
	metrics := int(uint16At(t["hhea"], 34))
	if number < metrics {
		return int16At(t["hmtx"], 4*number+2)
	}
	return int16At(t["hmtx"], 4*metrics+2*(number-metrics))
}

// outline gives a glyph's entry in glyf; a space has none.
func (t tables) outline(number int) []byte {
	loca := t["loca"]
	var from, to uint32
	if int16At(t["head"], 50) == 0 {
		from, to = 2*uint32(uint16At(loca, 2*number)), 2*uint32(uint16At(loca, 2*number+2))
	} else {
		from, to = uint32At(loca, 4*number), uint32At(loca, 4*number+4)
	}
	return t["glyf"][from:to]
}
