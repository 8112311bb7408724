package typeface

import (
	"bytes"
	"fmt"
)

// toUnicode maps glyphs, numbered from 1, to their characters (ISO 32000-1, 9.10.3).
func toUnicode(runes []rune) []byte {
	const most = 100 // entries in one operator
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for from := 0; from < len(runes); from += most {
		to := min(from+most, len(runes))
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for i := from; i < to; i++ {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", i+1, runes[i])
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

// subsetTag gives the six capitals that mark a subset (ISO 32000-1, 9.6.4).
func subsetTag(program []byte) string {
	tag := []byte("AAAAAA")
	n := uint64(len(program))
	for _, b := range program {
		n = n*31 + uint64(b)
	}
	for i := range tag {
		tag[i] += byte(n % 26)
		n /= 26
	}
	return string(tag)
}
