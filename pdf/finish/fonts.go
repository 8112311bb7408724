package finish

import (
	"fmt"

	"avtalebok/pdf/typeface"
)

// font writes a composite font of a subset (ISO 32000-1, 9.7) and gives its object.
func (w *writer) font(s *typeface.Subset) int {
	first := w.reserve(5)
	descendant, descriptor, program, unicode := first+1, first+2, first+3, first+4
	name := s.Tag + "+" + s.Face.Name
	w.object(first, "<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>",
		name, descendant, unicode)
	w.begin(descendant)
	fmt.Fprintf(&w.out, "<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDToGIDMap /Identity /DW 0 /FontDescriptor %d 0 R\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /W [0 [", name, descriptor)
	for _, width := range s.Widths {
		w.text(" ", number(width))
	}
	w.text("]]>>")
	w.end()
	f := s.Face
	weight := 80
	if f.Bold {
		weight = 140
	}
	const nonsymbolic = 1 << 5
	w.object(descriptor, "<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%.0f %.0f %.0f %.0f] /ItalicAngle 0 "+
		"/Ascent %.0f /Descent %.0f /CapHeight %.0f /StemV %d /FontFile2 %d 0 R>>",
		name, nonsymbolic, f.Bounds[0], f.Bounds[1], f.Bounds[2], f.Bounds[3], f.Ascent, f.Descent, f.CapHeight, weight, program)
	w.stream(program, fmt.Sprintf("/Filter /FlateDecode /Length1 %d ", s.Length), s.Program)
	w.stream(unicode, "/Filter /FlateDecode ", s.Unicode)
	return first
}
