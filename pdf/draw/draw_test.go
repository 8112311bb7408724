package draw

import (
	"bytes"
	"strings"
	"testing"

	"avtalebok/pdf/layout"
	"avtalebok/pdf/typeface"
)

func pens(t *testing.T) Pens {
	t.Helper()
	family, err := typeface.Load()
	if err != nil {
		t.Fatal(err)
	}
	return Pens{Fonts: [2]*typeface.Subset{family.Regular.Subset(nil), family.Bold.Subset(nil)}, Picture: "Logo"}
}

func line(element int, s string) layout.Line {
	return layout.Line{Baseline: 100, Element: element, Runs: []layout.Run{{Text: s, Size: 10}}}
}

func TestNumbersHaveAtMostTwoDecimals(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 1: "1", -1: "-1", 0.5: "0.5", 10.25: "10.25", 10.254: "10.25", 10.256: "10.26", -0.05: "-0.05", 841.89: "841.89", 0.001: "0",
	} {
		w := &writer{}
		w.number(v)
		if got := w.out.String(); got != want {
			t.Errorf("%v: got %s, want %s", v, got, want)
		}
	}
}

func TestEveryByteOfAStringSurvives(t *testing.T) {
	w := &writer{}
	for _, b := range []byte("(a\\)\r\n\x00") {
		w.literal(b)
	}
	if got, want := w.out.String(), "\\(a\\\\\\)\\r\\n\x00"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTextIsMarkedWithItsElement(t *testing.T) {
	l := layout.Layout{
		Width: 200, Height: 300,
		Elements: []layout.Element{{Role: layout.RoleDocument}, {Role: layout.RoleH1}, {Role: layout.RoleP}, {Role: layout.RoleFigure}},
		Pages: []layout.Page{
			{
				Images: []layout.Image{{Element: 3}}, Lines: []layout.Line{line(1, "A"), line(2, "B"), line(2, "C")},
				Shapes: []layout.Shape{{}}, Furniture: []layout.Line{line(layout.Artifact, "D")},
			},
			{Lines: []layout.Line{line(2, "E"), {Element: 2}}},
		},
	}
	d, err := Draw(l, pens(t))
	if err != nil {
		t.Fatal(err)
	}
	want := [][]int{{3, 1, 2}, {2}}
	for i := range want {
		if len(d.Marks[i]) != len(want[i]) {
			t.Fatalf("page %d: marks %v, want %v", i+1, d.Marks[i], want[i])
		}
		for n := range want[i] {
			if d.Marks[i][n] != want[i][n] {
				t.Errorf("page %d: marks %v, want %v", i+1, d.Marks[i], want[i])
			}
		}
	}
	file := string(d.File)
	for _, s := range []string{
		"/Figure <</MCID 0>> BDC", "/H1 <</MCID 1>> BDC", "/P <</MCID 2>> BDC", "/P <</MCID 0>> BDC",
		"/Artifact <</Type /Pagination>> BDC", "/Artifact <</Type /Layout>> BDC",
	} {
		if strings.Count(file, s) != 1 {
			t.Errorf("%q stands %d times in the file", s, strings.Count(file, s))
		}
	}
	if opened, closed := strings.Count(file, " BDC"), strings.Count(file, "EMC"); opened != closed {
		t.Errorf("%d marks are opened, %d closed", opened, closed)
	}
}

func TestDrawingIsTheSameEachTime(t *testing.T) {
	l := layout.Layout{Width: 200, Height: 300, Elements: []layout.Element{{}}, Pages: []layout.Page{{Lines: []layout.Line{line(0, "AVA")}}}}
	one, _ := Draw(l, pens(t))
	two, _ := Draw(l, pens(t))
	if !bytes.Equal(one.File, two.File) || len(one.File) == 0 {
		t.Error("two drawings differ")
	}
}
