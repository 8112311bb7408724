package desk

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
)

func TestAHandleIsDraggedToAnotherPlace(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	page := b.page.(*sectionPage)
	ids := slices.Clone(page.order)
	dragTo := func(id, over string, below bool) {
		t.Helper()
		driver := fyne.CurrentApp().Driver()
		row := page.items[over].text.row
		at := driver.AbsolutePositionForObject(row).AddXY(4, 2)
		if below {
			at.Y += row.Size().Height - 4
		}
		h := page.items[id].handle
		h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}})
		if !b.dragging.line.Visible() {
			t.Error("nothing shows where it will go")
		}
		h.DragEnd()
		if b.dragging.line.Visible() {
			t.Error("the line stays")
		}
	}
	dragTo(ids[0], ids[2], true)
	if want := slices.Concat([]string{ids[1], ids[2], ids[0]}, ids[3:]); !slices.Equal(page.order, want) {
		t.Fatalf("dragged down: %v, want %v", page.order, want)
	}
	if f := b.focused(); f == nil || f.place.Item != ids[0] {
		t.Errorf("the cursor is in %v", f)
	}
	dragTo(ids[0], ids[1], false)
	if !slices.Equal(page.order, ids) {
		t.Errorf("dragged back up: %v, want %v", page.order, ids)
	}
	steps := b.UndoName()
	dragTo(ids[1], ids[1], false)
	if !slices.Equal(page.order, ids) || b.UndoName() != steps {
		t.Errorf("dropped where it was: %v", page.order)
	}
}

func TestReorderingKeepsTheOrderOfWhatIsMoved(t *testing.T) {
	order := strings.Split("abcdef", "")
	for _, c := range []struct {
		ids  string
		at   int
		want string
	}{
		{"a", 6, "bcdefa"},
		{"f", 0, "fabcde"},
		{"ace", 0, "acebdf"},
		{"ace", 6, "bdface"},
		{"bd", 2, "abdcef"},
		{"be", 3, "acbedf"},
		{"b", 1, "abcdef"},
		{"b", 2, "abcdef"},
		{"abcdef", 3, "abcdef"},
	} {
		e := agreement.NewEditor(agreement.Agreement{Sections: []agreement.Section{{ID: "s", Items: itemsNamed(order)}}})
		ids := strings.Split(c.ids, "")
		if err := e.Do(agreement.Together("move", agreement.Place{}, reorder("s", order, ids, c.at)...)); err != nil {
			t.Fatal(err)
		}
		if got := namesOf(e.Agreement()); got != c.want {
			t.Errorf("%s to %d: %s, want %s", c.ids, c.at, got, c.want)
		}
	}
	for _, c := range []struct {
		ids  string
		by   int
		want string
	}{
		{"c", -1, "acbdef"}, {"a", -1, "abcdef"}, {"ac", -1, "acbdef"}, {"ab", -1, "abcdef"}, {"ef", 1, "abcdef"}, {"bd", 1, "acbedf"}, {"df", 1, "abcedf"},
	} {
		e := agreement.NewEditor(agreement.Agreement{Sections: []agreement.Section{{ID: "s", Items: itemsNamed(order)}}})
		if err := e.Do(agreement.Together("move", agreement.Place{}, shift("s", order, strings.Split(c.ids, ""), c.by)...)); err != nil {
			t.Fatal(err)
		}
		if got := namesOf(e.Agreement()); got != c.want {
			t.Errorf("%s by %d: %s, want %s", c.ids, c.by, got, c.want)
		}
	}
}

func itemsNamed(ids []string) []agreement.Item {
	var out []agreement.Item
	for _, id := range ids {
		out = append(out, agreement.Item{ID: id})
	}
	return out
}

func namesOf(a agreement.Agreement) string {
	var out string
	for _, it := range a.Sections[0].Items {
		out += it.ID
	}
	return out
}
