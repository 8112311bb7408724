package desk

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
	"avtalebok/locales"
)

var (
	undo     = &fyne.ShortcutUndo{}
	redo     = &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}
	altUp    = &desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt}
	altDown  = &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}
	addBelow = &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl}
	approve  = &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierAlt}
)

func TestWhatIsTypedGoesIntoTheFormItIsTypedIn(t *testing.T) {
	b := openDesk(t, sample(t))
	place := b.duty(1)
	for _, form := range agreement.Forms {
		before := b.text(place, form)
		b.goInto(place, form)
		b.typed(" – æøåÆØÅ")
		if got, want := b.text(place, form), before+" – æøåÆØÅ"; got != want {
			t.Errorf("%s: %q, want %q", form, got, want)
		}
	}
}

func TestAPassageIsOneEntryThatGrowsWithItsText(t *testing.T) {
	b := openDesk(t, sample(t))
	s := b.goInto(b.duty(1), agreement.Bokmal)
	below := b.at(b.duty(2), agreement.Bokmal)
	height, top := s.entry.Size().Height, below.row.Position().Y
	b.typed(strings.Repeat(" enda flere ord om oppgaven", 10))
	grown := s.entry.Size().Height - height
	if grown <= 0 {
		t.Fatalf("the entry stayed %v high", height)
	}
	if moved := below.row.Position().Y - top; moved != grown {
		t.Errorf("the entry grew by %v, the row beneath moved by %v", grown, moved)
	}
	if other := b.at(b.duty(1), agreement.Nynorsk); other.entry.Size() != s.entry.Size() {
		t.Errorf("the two forms of a passage are %v and %v", s.entry.Size(), other.entry.Size())
	}
}

func TestTabGoesFromFormToFormAndOnToTheNextPassage(t *testing.T) {
	b := openDesk(t, sample(t))
	s := b.goInto(b.duty(1), agreement.Bokmal)
	if s.entry.AcceptsTab() {
		t.Fatal("the entry swallows Tab")
	}
	want := []slotID{
		{b.duty(1), agreement.Nynorsk, ""}, {b.duty(2), agreement.Bokmal, ""}, {b.duty(2), agreement.Nynorsk, ""},
	}
	for _, id := range want {
		b.window.Canvas().FocusNext()
		if f := b.focused(); f == nil || f.id() != id {
			t.Fatalf("Tab went to %v, want %v", f, id)
		}
	}
}

func TestTheLastPassageOfALongPageIsScrolledToByTabbing(t *testing.T) {
	b := openDesk(t, sample(t))
	last := b.duty(len(b.duties().Items))
	b.goInto(b.duty(1), agreement.Bokmal)
	for range 3 * len(b.duties().Items) {
		if f := b.focused(); f != nil && f.place == last {
			break
		}
		b.window.Canvas().FocusNext()
	}
	s := b.at(last, agreement.Bokmal)
	top := s.row.Position().Y + s.entry.Position().Y - b.sheet.Offset()
	if b.focused() != s || top < 0 || top+s.entry.Size().Height > b.sheet.Size().Height {
		t.Errorf("the entry with the focus is at %v of %v", top, b.sheet.Size().Height)
	}
}

func TestArrowKeysGoOnToTheSameFormOfTheNextPassage(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Nynorsk)
	b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if f := b.focused(); f == nil || f.id() != (slotID{b.duty(2), agreement.Nynorsk, ""}) {
		t.Fatalf("Down went to %v", f)
	}
	b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if f := b.focused(); f == nil || f.id() != (slotID{b.duty(1), agreement.Nynorsk, ""}) {
		t.Fatalf("Up went to %v", f)
	}
}

func TestADutyIsAddedAfterTheOneThatIsEdited(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(3), agreement.Nynorsk)
	n := len(b.duties().Items)
	b.press(addBelow)
	if got := len(b.duties().Items); got != n+1 {
		t.Fatalf("%d duties, want %d", got, n+1)
	}
	f := b.focused()
	if f == nil || f.id() != (slotID{b.duty(4), agreement.Nynorsk, ""}) {
		t.Fatalf("the cursor is in %v", f)
	}
	b.typed("halde eit årleg møte")
	if got := b.text(b.duty(4), agreement.Nynorsk); got != "halde eit årleg møte" {
		t.Errorf("typed into the new duty: %q", got)
	}
}

func TestAltUpAndDownMoveADutyAndKeepTheCursorInIt(t *testing.T) {
	b := openDesk(t, sample(t))
	s := b.goInto(b.duty(3), agreement.Bokmal)
	moving := s.place.Item
	b.press(altUp)
	if got := b.duties().Items[1].ID; got != moving {
		t.Fatalf("the second duty is %s, want %s", got, moving)
	}
	if f := b.focused(); f != s {
		t.Fatalf("the cursor went to %v", f)
	}
	b.press(altDown)
	b.press(altDown)
	if got := b.duties().Items[3].ID; got != moving {
		t.Errorf("the fourth duty is %s, want %s", got, moving)
	}
	above, below := b.at(b.duty(3), agreement.Bokmal), b.at(b.duty(5), agreement.Bokmal)
	if y := s.row.Position().Y; y <= above.row.Position().Y || y >= below.row.Position().Y {
		t.Errorf("the row is at %v, its neighbours at %v and %v", y, above.row.Position().Y, below.row.Position().Y)
	}
}

func TestRemovingIsUndoneByTheLineThatOffersIt(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(2), agreement.Bokmal)
	before := b.duties()
	test.Tap(b.page.(*sectionPage).items[before.Items[1].ID].remove)
	if got := len(b.duties().Items); got != len(before.Items)-1 {
		t.Fatalf("%d duties are left of %d", got, len(before.Items))
	}
	if f := b.focused(); f == nil || f.place != b.duty(2) {
		t.Errorf("the cursor is in %v, want the duty that took the place", f)
	}
	if !b.status.undo.Visible() || !strings.Contains(b.status.offer.Text(), "2") {
		t.Fatalf("nothing is offered: %q", b.status.offer.Text())
	}
	b.status.undo.OnTapped()
	if got := b.duties().Items[1].ID; got != before.Items[1].ID {
		t.Errorf("the second duty is %s, want %s", got, before.Items[1].ID)
	}
	if b.status.undo.Visible() {
		t.Error("undoing is still offered")
	}
}

func TestTheOfferToUndoARemovalGoesAwayByItself(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(2), agreement.Bokmal)
	b.RemoveItem()
	b.time.pass(offerFor)
	if b.status.undo.Visible() {
		t.Error("it is still offered")
	}
}

func TestUndoAndRedoShowWhatChanged(t *testing.T) {
	b := openDesk(t, sample(t))
	place := b.duty(1)
	original := b.text(place, agreement.Bokmal)
	b.goInto(place, agreement.Bokmal)
	b.typed(" nå")
	b.time.pass(2 * sealPause)
	b.open(frontPage)
	b.goTo(agreement.Place{Part: agreement.PartTheme}, agreement.Nynorsk)

	b.press(undo)
	if got := b.text(place, agreement.Bokmal); got != original {
		t.Fatalf("undone to %q, want %q", got, original)
	}
	f := b.focused()
	if f == nil || f.id() != (slotID{place, agreement.Bokmal, ""}) {
		t.Fatalf("the cursor is in %v, want where it was undone", f)
	}
	if f.entry.Text != original {
		t.Errorf("the entry shows %q", f.entry.Text)
	}
	b.press(redo)
	if got := b.at(place, agreement.Bokmal).entry.Text; got != original+" nå" {
		t.Errorf("done again: %q", got)
	}
	if b.Agreement().Sections == nil || b.UndoName() == "" || b.RedoName() != "" {
		t.Errorf("undo %q, redo %q", b.UndoName(), b.RedoName())
	}
}

func TestUndoTakesBackStretchesOfWritingAndNotLetters(t *testing.T) {
	b := openDesk(t, sample(t))
	place := b.duty(1)
	original := b.text(place, agreement.Bokmal)
	b.goInto(place, agreement.Bokmal)

	t.Run("a pause ends a stretch", func(t *testing.T) {
		b.typed(" en to")
		b.time.pass(2 * sealPause)
		b.typed(" tre")
		b.press(undo)
		if got := b.text(place, agreement.Bokmal); got != original+" en to" {
			t.Errorf("one step back: %q", got)
		}
		b.press(undo)
		if got := b.text(place, agreement.Bokmal); got != original {
			t.Errorf("two steps back: %q", got)
		}
	})
	t.Run("so does the end of a word after a long stretch", func(t *testing.T) {
		long := " " + strings.Repeat("lang ", 9)
		b.typed(long + "hale")
		b.press(undo)
		got := b.text(place, agreement.Bokmal)
		if got == original || !strings.HasPrefix(original+long, got) || !strings.HasSuffix(got, " ") {
			t.Errorf("one step back: %q", got)
		}
	})
}

func TestUndoOfARemovalReachesAPageThatIsNotShown(t *testing.T) {
	b := openDesk(t, sample(t))
	gone := b.duty(2)
	b.goInto(gone, agreement.Bokmal)
	b.RemoveItem()
	b.open(fieldsPage)
	b.Undo()
	if f := b.focused(); f == nil || f.place != gone {
		t.Errorf("the cursor is in %v, want the duty that came back", f)
	}
	b.Redo()
	if f := b.focused(); f == nil || f.place != b.duty(2) {
		t.Errorf("the cursor is in %v, want the neighbour", f)
	}
}

func TestShowingATextSendsNoCommand(t *testing.T) {
	b := openDesk(t, sample(t))
	for _, id := range b.pages() {
		b.open(id)
	}
	b.SetLocalizer(locales.New("en"))
	if name := b.UndoName(); name != "" {
		t.Errorf("looking at the pages can be undone: %s", name)
	}
	if b.autosave.dirty {
		t.Error("looking at the pages has to be saved")
	}
}

func TestPastedTextIsCleaned(t *testing.T) {
	b := openDesk(t, sample(t))
	s := b.goInto(b.duty(1), agreement.Bokmal)
	fyne.CurrentApp().Clipboard().SetContent("\u200b ny\ttekst\r\n")
	b.press(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	if got := b.text(b.duty(1), agreement.Bokmal); !strings.HasSuffix(got, " ny tekst\n") {
		t.Errorf("kept %q", got)
	}
	b.window.Canvas().FocusNext()
	if s.entry.Text != b.text(b.duty(1), agreement.Bokmal) {
		t.Errorf("the entry shows %q when it is left", s.entry.Text)
	}
}

func TestChangingOneFormAsksWhetherTheOtherIsStillRight(t *testing.T) {
	b := openDesk(t, sample(t))
	place := b.duty(1)
	b.goInto(place, agreement.Bokmal)
	b.typed(" nå")
	s := b.at(place, agreement.Nynorsk)
	if got := s.row.Caption(1); got != b.words.T("desk.outdated.nn") {
		t.Fatalf("beneath the nynorsk stands %q", got)
	}
	if !s.row.Link(1).Visible() || s.row.Link(0).Visible() {
		t.Fatal("the choice is not beneath the form that it is about")
	}
	s.row.Link(1).OnTapped()
	text, _ := b.Agreement().Text(place)
	if got := text.State(agreement.Nynorsk); got != agreement.Approved {
		t.Errorf("the nynorsk is %s", got)
	}
	if s.row.Link(1).Visible() {
		t.Error("it still asks")
	}
	b.press(undo)
	if !s.row.Link(1).Visible() {
		t.Error("undone, it does not ask again")
	}
	b.goInto(place, agreement.Nynorsk)
	b.press(approve)
	if s.row.Link(1).Visible() {
		t.Error("the shortcut does not answer it")
	}
}

func TestTheLanguageChangesAndThePlaceStays(t *testing.T) {
	b := openDesk(t, sample(t))
	place := b.duty(8)
	s := b.goInto(place, agreement.Nynorsk)
	s.entry.SetCursor(5)
	offset := b.sheet.Offset()
	b.SetLocalizer(locales.New("en"))
	f := b.focused()
	if f == nil || f.id() != (slotID{place, agreement.Nynorsk, ""}) {
		t.Fatalf("the cursor is in %v", f)
	}
	if got := f.entry.CursorTextOffset(); got != 5 {
		t.Errorf("the cursor is at %d", got)
	}
	if got := b.sheet.Offset(); got != offset || offset == 0 {
		t.Errorf("scrolled to %v, was at %v", got, offset)
	}
	if got := b.panel.outline.Choices()[0].Title; got != "Title and parties" {
		t.Errorf("the outline begins with %q", got)
	}
	b.time.pass(time.Second)
	b.typed("x")
	if got := b.text(place, agreement.Nynorsk); []rune(got)[5] != 'x' {
		t.Errorf("typing goes on elsewhere: %q", got)
	}
}

func TestOneFormCanBeShownAlone(t *testing.T) {
	b := openDesk(t, sample(t))
	b.goInto(b.duty(1), agreement.Bokmal)
	b.SwitchForms()
	nb, nn := b.at(b.duty(1), agreement.Bokmal), b.at(b.duty(1), agreement.Nynorsk)
	if !nb.entry.Visible() || nn.entry.Visible() {
		t.Fatal("not bokmål alone")
	}
	wide := nb.entry.Size().Width
	b.GoTo(b.duty(2))
	b.goTo(b.duty(2), agreement.Nynorsk)
	if !nn.entry.Visible() {
		t.Error("going to a text in the hidden form does not show it")
	}
	if nb.entry.Size().Width >= wide {
		t.Error("alone, the form did not get the room of both")
	}
}
