package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// newTestTable makes a table with a heading above its second and third line, in a window of a width in units of text.
func newTestTable(t *testing.T, width float32) (*Table, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	table := NewTable(
		TableColumn{ID: "name", Title: "Namn", Least: 10, Share: 1}, TableColumn{ID: "kind", Title: "Slag", Least: 10, Drop: 2},
		TableColumn{ID: "date", Title: "Dato", Least: 10, Drop: 1},
	)
	lines := []TableLine{{Cells: []string{"a", "b", "c"}}, {Heading: "Gruppe"}, {Cells: []string{"d", "e", "f"}}}
	table.Length = func() int { return len(lines) }
	table.Line = func(at int) TableLine { return lines[at] }
	w := test.NewTempWindow(t, table)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width*theme.TextSize(), 400))
	return table, w
}

func TestATableLeavesOutColumnsThatHaveNoRoom(t *testing.T) {
	for width, want := range map[float32][]bool{40: {true, true, true}, 25: {true, false, true}, 12: {true, false, false}} {
		table, _ := newTestTable(t, width)
		x, w := table.spans.of(width * theme.TextSize())
		var sum float32
		for i := range want {
			if shown := w[i] > 0; shown != want[i] {
				t.Errorf("%v wide: column %d shown: %v", width, i, shown)
			}
			if w[i] > 0 && x[i] != sum {
				t.Errorf("%v wide: column %d begins at %v, want %v", width, i, x[i], sum)
			}
			sum += w[i]
		}
		if sum > width*theme.TextSize()+0.01 {
			t.Errorf("the columns are %v wide in a table of %v", sum, width*theme.TextSize())
		}
	}
}

func TestATablesHeadSortsByTheKeyboardAndByAClick(t *testing.T) {
	table, w := newTestTable(t, 40)
	var sorted []string
	table.OnSort = func(column string) { sorted = append(sorted, column) }
	w.Canvas().Focus(table.head)
	table.head.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	table.head.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	x, _ := table.spans.of(table.head.Size().Width)
	table.head.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x[2]+1, 5)})
	table.head.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if len(sorted) != 2 || sorted[0] != "kind" || sorted[1] != "date" {
		t.Errorf("sorted by %q", sorted)
	}
	if w.Canvas().Focused() != table.Lines() {
		t.Error("the arrow down does not go into the lines")
	}
}

func TestATableOpensLinesAndNoHeadings(t *testing.T) {
	table, w := newTestTable(t, 40)
	var opened []int
	table.OnEnter = func(at int) { opened = append(opened, at) }
	w.Canvas().Focus(table.Lines())
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn} {
		table.list.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if len(opened) != 2 || opened[0] != 0 || opened[1] != 2 {
		t.Errorf("opened %v", opened)
	}
	if table.GoTo(1); table.At() != 2 {
		t.Errorf("after going to a heading the keyboard is on %d", table.At())
	}
}

func TestAChartSaysItsFiguresAndDrawsThemToScale(t *testing.T) {
	test.NewTempApp(t)
	chart := NewChart(Bar{"Partnarskapsavtale", 13, "13 (52 %)"}, Bar{"Samarbeidsavtale", 12, "12 (48 %)"}, Bar{"Tilskotsavtale", 0, "0"})
	w := test.NewTempWindow(t, chart)
	w.Resize(fyne.NewSize(600, 300))
	for i, want := range []string{"13 (52 %)", "12 (48 %)", "0"} {
		if got := chart.words[i].Text; got != want {
			t.Errorf("bar %d says %q, want %q", i, got, want)
		}
	}
	long, short := chart.rects[0].Size().Width, chart.rects[1].Size().Width
	if ratio := short / long; ratio < 0.92 || ratio > 0.93 {
		t.Errorf("12 of 13 is drawn as %v", ratio)
	}
	if none := chart.rects[2].Size().Width; none != 0 {
		t.Errorf("nothing is drawn %v wide", none)
	}
}
