package layout_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"avtalebok/agreement"
	"avtalebok/pdf/internal/sample"
	"avtalebok/pdf/layout"
)

// evenly measures every character alike, so that tests don't depend on a font.
type evenly struct{}

func (evenly) Width(style layout.Style, size float64, text string) float64 {
	width := 0.5
	if style == layout.Bold {
		width = 0.55
	}
	return width * size * float64(utf8.RuneCountInString(text))
}

func compose(d agreement.Document) layout.Layout { return layout.Compose(d, evenly{}, nil) }

// checkAll holds a layout to everything that must be true of any.
func checkAll(t *testing.T, doc agreement.Document, l layout.Layout) {
	t.Helper()
	if len(l.Pages) == 0 {
		t.Fatal("no page")
	}
	checkMargins(t, l)
	checkOverlap(t, l)
	checkHeadings(t, l)
	checkShortItems(t, l)
	if got, want := readingText(l), sample.ReadingText(doc); got != want {
		t.Errorf("text in reading order:\n%s", difference(got, want))
	}
}

const tolerance = 0.01 // points

func checkMargins(t *testing.T, l layout.Layout) {
	t.Helper()
	for i, p := range l.Pages {
		for _, line := range slices.Concat(p.Lines, p.Repeated) {
			if line.X < l.Area.X-tolerance || line.Right() > l.Area.Right()+tolerance ||
				line.Y < l.Area.Y-tolerance || line.Bottom() > l.Area.Bottom()+tolerance {
				t.Errorf("page %d: %q stands outside of the margins: %+v", i+1, text(line), line.Rect)
			}
		}
		for _, f := range p.Fields {
			if f.X < l.Area.X || f.Right() > l.Area.Right()+tolerance || f.Bottom() > l.Area.Bottom()+tolerance {
				t.Errorf("page %d: field %s stands outside of the margins: %+v", i+1, f.Name, f.Rect)
			}
		}
		for _, line := range p.Furniture {
			if line.X < l.Area.X-tolerance || line.Right() > l.Area.Right()+tolerance {
				t.Errorf("page %d: %q is wider than the text", i+1, text(line))
			}
			if line.Bottom() > l.Area.Y && line.Y < l.Area.Bottom() {
				t.Errorf("page %d: %q stands among the text", i+1, text(line))
			}
		}
	}
}

func checkOverlap(t *testing.T, l layout.Layout) {
	t.Helper()
	for i, p := range l.Pages {
		lines := slices.Concat(p.Lines, p.Repeated)
		for a := range lines {
			for b := a + 1; b < len(lines); b++ {
				x, y := lines[a].Rect, lines[b].Rect
				if min(x.Right(), y.Right())-max(x.X, y.X) > tolerance && min(x.Bottom(), y.Bottom())-max(x.Y, y.Y) > tolerance {
					t.Errorf("page %d: %q and %q overlap", i+1, text(lines[a]), text(lines[b]))
				}
			}
		}
	}
}

// checkHeadings asks that no heading stands last on a page.
func checkHeadings(t *testing.T, l layout.Layout) {
	t.Helper()
	for i, p := range l.Pages[:len(l.Pages)-1] {
		if len(p.Lines) == 0 {
			within := func(s layout.Shape) bool { return s.Y > l.Area.Y && s.Bottom() <= l.Area.Bottom()+tolerance }
			if !slices.ContainsFunc(p.Shapes, within) { // rules of a table's empty rows
				t.Errorf("page %d is empty", i+1)
			}
			continue
		}
		if last := p.Lines[len(p.Lines)-1]; isHeading(l, last) && slices.ContainsFunc(p.Lines, func(line layout.Line) bool {
			return !isHeading(l, line) // headings that fill a whole page can't but end it
		}) {
			t.Errorf("page %d ends with the heading %q", i+1, text(last))
		}
	}
}

func isHeading(l layout.Layout, line layout.Line) bool {
	switch l.Elements[line.Element].Role {
	case layout.RoleH1, layout.RoleH2, layout.RoleH3:
		return true
	}
	return false
}

// checkShortItems asks that list items of fewer than four lines stand on one page, without a gap.
func checkShortItems(t *testing.T, l layout.Layout) {
	t.Helper()
	type spot struct {
		page int
		rect layout.Rect
	}
	items := make(map[int][]spot)
	for i, p := range l.Pages {
		for _, line := range p.Lines {
			for e := line.Element; e != layout.Artifact; e = l.Elements[e].Parent {
				if l.Elements[e].Role == layout.RoleItem && l.Elements[line.Element].Role != layout.RoleLabel {
					items[e] = append(items[e], spot{i, line.Rect})
				}
			}
		}
	}
	for _, spots := range items {
		if len(spots) > 3 {
			continue
		}
		for _, s := range spots[1:] {
			if s.page != spots[0].page || s.rect.Y < spots[0].rect.Y {
				t.Errorf("an item of %d lines is split: %+v", len(spots), spots)
			}
		}
	}
}

// readingText walks the structure tree as a screen reader does and collects the text, without white space.
func readingText(l layout.Layout) string {
	texts := make([]strings.Builder, len(l.Elements))
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			texts[line.Element].WriteString(text(line))
		}
	}
	var out strings.Builder
	var walk func(int)
	walk = func(e int) {
		out.WriteString(sample.Squeeze(texts[e].String()))
		for _, child := range l.Elements[e].Children {
			walk(child)
		}
	}
	walk(0)
	return out.String()
}

func text(l layout.Line) string {
	var b strings.Builder
	for _, r := range l.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// difference shows where two texts part.
func difference(got, want string) string {
	at := 0
	for at < len(got) && at < len(want) && got[at] == want[at] {
		at++
	}
	from := max(0, at-40)
	return "got  …" + got[from:min(len(got), at+60)] + "\nwant …" + want[from:min(len(want), at+60)]
}

func FuzzCompose(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{1, 1, 0, 5, 5, 9, 3, 5, 4, 2, 9, 5, 60, 2, 5, 3, 3, 3, 3, 200, 41, 7, 5, 90})
	for i := range 40 {
		var seed []byte
		for n := range 60 + 12*i {
			seed = append(seed, byte((n*n*7+n*13+i*101+n*n*n*i)>>2))
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4096 {
			t.Skip("enough is decided by fewer bytes")
		}
		doc := sample.Random(data)
		checkAll(t, doc, compose(doc))
	})
}
