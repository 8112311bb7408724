package desk

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
	"avtalebok/locales"
	"avtalebok/ui/widgets"
)

var markItem = &desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: fyne.KeyModifierControl}

// marked gives the numbers, from 1, of the items that are shown as marked.
func (b *bench) marked() []int {
	page := b.page.(*sectionPage)
	out := []int{}
	for i, id := range page.order {
		if page.items[id].handle.Marked() {
			out = append(out, i+1)
		}
	}
	return out
}

func (b *bench) handle(n int) *widgets.Handle {
	page := b.page.(*sectionPage)
	return page.items[page.order[n-1]].handle
}

// shiftKey holds Shift while a key is pressed.
func (b *bench) shiftKey(name fyne.KeyName) {
	b.t.Helper()
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	b.window.Canvas().Focused().(desktop.Keyable).KeyDown(shift)
	b.key(name)
	b.window.Canvas().Focused().(desktop.Keyable).KeyUp(shift)
}

// shiftTap taps a handle with Shift held.
func shiftTap(h *widgets.Handle) {
	h.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShift})
	test.Tap(h)
}

func TestSeveralItemsAreMarkedAndRemovedByKeyboardInOneStep(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(2), agreement.Nynorsk)
	before := b.duties().Items
	b.press(markItem)
	b.key(fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	if got := b.marked(); !slices.Equal(got, []int{2, 4}) {
		t.Fatalf("marked: %v", got)
	}
	if got := b.selection.count.Text(); !strings.HasPrefix(got, "2 punkt") || !b.selection.bar.Visible() {
		t.Errorf("the bar says %q", got)
	}
	b.key(fyne.KeyDelete)
	want := slices.Concat(before[:1], before[2:3], before[4:])
	if got := b.duties().Items; !slices.EqualFunc(got, want, sameItem) {
		t.Fatalf("%d duties are left", len(got))
	}
	if b.selection.bar.Visible() {
		t.Error("the bar stays")
	}
	if f := b.focused(); f == nil || f.id() != (slotID{b.duty(2), agreement.Nynorsk, ""}) {
		t.Errorf("the cursor is in %v", f)
	}
	if !strings.HasPrefix(b.status.offer.Text(), "2 punkt") {
		t.Errorf("the line says %q", b.status.offer.Text())
	}
	b.status.undo.OnTapped()
	if got := b.duties().Items; !slices.EqualFunc(got, before, sameItem) {
		t.Errorf("undone: %d duties", len(got))
	}
}

func sameItem(a, b agreement.Item) bool { return reflect.DeepEqual(a, b) }

func TestShiftMarksAStretchAndCtrlAAll(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(3), agreement.Bokmal)
	b.press(markItem)
	b.shiftKey(fyne.KeyDown)
	b.shiftKey(fyne.KeyDown)
	if got := b.marked(); !slices.Equal(got, []int{3, 4, 5}) {
		t.Errorf("Shift and Down: %v", got)
	}
	b.shiftKey(fyne.KeyUp)
	if got := b.marked(); !slices.Equal(got, []int{3, 4}) {
		t.Errorf("Shift and Up: %v", got)
	}
	b.key(fyne.KeyHome)
	b.shiftKey(fyne.KeySpace)
	if got := b.marked(); !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("Shift and Space: %v", got)
	}
	b.press(&fyne.ShortcutSelectAll{})
	if got := len(b.marked()); got != len(b.duties().Items) {
		t.Errorf("Ctrl+A marks %d", got)
	}
	b.key(fyne.KeyEscape)
	if f := b.focused(); len(b.marked()) != 0 || f == nil || f.place != b.duty(1) {
		t.Errorf("after Escape %v are marked, the cursor is in %v", b.marked(), f)
	}
	b.press(&fyne.ShortcutSelectAll{})
	if b.selection.on || b.focused().entry.SelectedText() != b.focused().entry.Text {
		t.Error("Ctrl+A in a text does not mark the text")
	}
}

func TestItemsAreMarkedWithThePointer(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	test.Tap(b.handle(2))
	shiftTap(b.handle(4))
	if got := b.marked(); !slices.Equal(got, []int{2, 3, 4}) {
		t.Errorf("Shift and click: %v", got)
	}
	test.Tap(b.handle(3))
	if got := b.marked(); !slices.Equal(got, []int{2, 4}) {
		t.Errorf("a click takes the mark away: %v", got)
	}
	for _, button := range b.selection.acts {
		if button.Disabled() {
			t.Errorf("%s can't be done", button.Text)
		}
	}
}

func TestMarkedItemsMoveTogetherAndStayMarked(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(2), agreement.Bokmal)
	ids := slices.Clone(b.page.(*sectionPage).order)
	b.press(markItem)
	b.shiftKey(fyne.KeyDown)
	b.press(altDown)
	want := slices.Concat(ids[:1], ids[3:4], ids[1:3], ids[4:])
	if got := b.page.(*sectionPage).order; !slices.Equal(got, want) {
		t.Fatalf("order %v, want %v", got, want)
	}
	if got := b.marked(); !slices.Equal(got, []int{3, 4}) {
		t.Errorf("marked: %v", got)
	}
	b.press(undo)
	if got := b.page.(*sectionPage).order; !slices.Equal(got, ids) {
		t.Errorf("one undo gives %v", got)
	}
}

func TestMarkedItemsAreCopiedAsABlockAndTheCopiesAreMarked(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	before := b.wordings(agreement.Bokmal)
	b.press(markItem)
	b.shiftKey(fyne.KeyDown)
	b.press(duplicate)
	want := slices.Concat(before[:2], before[:2], before[2:])
	if got := b.wordings(agreement.Bokmal); !slices.Equal(got, want) {
		t.Fatalf("duties:\n%s", strings.Join(got, "\n"))
	}
	if got := b.marked(); !slices.Equal(got, []int{3, 4}) {
		t.Errorf("marked: %v", got)
	}
	b.press(undo)
	if got := b.wordings(agreement.Bokmal); !slices.Equal(got, before) {
		t.Errorf("one undo leaves %d", len(got))
	}
}

func TestAMarkedItemThatIsDraggedTakesTheOthersAlong(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	page := b.page.(*sectionPage)
	ids := slices.Clone(page.order)
	test.Tap(b.handle(1))
	test.Tap(b.handle(3))
	last := page.items[ids[len(ids)-1]].text.row
	below := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).AddXY(0, last.Size().Height+5)
	b.handle(3).Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: below}})
	b.handle(3).DragEnd()
	want := slices.Concat(ids[1:2], ids[3:], []string{ids[0], ids[2]})
	if !slices.Equal(page.order, want) {
		t.Errorf("order %v, want %v", page.order, want)
	}
}

func TestMarkingEndsWhenAnotherPageIsShown(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	b.press(markItem)
	b.NextSection()
	if b.selection.on || b.selection.bar.Visible() {
		t.Error("items of a page that is gone are still being marked")
	}
}

func TestWhoeverGoesIntoATextHasLeftMarking(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	n := len(b.duties().Items)
	test.Tap(b.handle(1))
	test.Tap(b.handle(2))
	b.goInto(b.duty(5), agreement.Bokmal)
	b.RemoveItem()
	if got := len(b.duties().Items); b.selection.on || got != n-1 {
		t.Errorf("%d of %d duties are left", got, n)
	}
}

func TestTabPassesTheHandlesByUnlessItemsAreBeingMarked(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Nynorsk)
	b.window.Canvas().FocusNext()
	if f := b.focused(); f == nil || f.place != b.duty(2) {
		t.Errorf("Tab went to %v", f)
	}
}

func TestTheBarOverMarkedItemsSpeaksTheNewLanguage(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	b.press(markItem)
	b.SetLocalizer(locales.New("en"))
	if b.selection.on && !strings.Contains(b.selection.count.Text(), "marked") {
		t.Errorf("the bar says %q", b.selection.count.Text())
	}
	if b.selection.on != b.selection.bar.Visible() {
		t.Error("the bar does not say that items are being marked")
	}
}
