package desk

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/templates"
	"avtalebok/locales"
)

var (
	showBank   = &desktop.CustomShortcut{KeyName: fyne.KeyB, Modifier: fyne.KeyModifierControl}
	keepInBank = &desktop.CustomShortcut{KeyName: fyne.KeyB, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}
	insertMore = &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl}
)

// bankBench is a desk whose bank is a real store.
type bankBench struct {
	*bench
	store *data.Store
}

func openBankDesk(t *testing.T) *bankBench {
	t.Helper()
	store, err := data.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	b := &bankBench{store: store}
	b.bench = openDesk(t, sample(t), func(o *Options) { o.Bank, o.Templates = store, templates.All() })
	return b
}

func (b *bankBench) keep(e agreement.BankEntry) {
	b.t.Helper()
	if _, err := b.store.SaveBankEntry(b.t.Context(), e); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bankBench) kept(q agreement.BankQuery) []agreement.BankEntry {
	b.t.Helper()
	found, err := b.store.SearchBank(b.t.Context(), q)
	if err != nil {
		b.t.Fatal(err)
	}
	return found
}

// open opens the bank and waits for what it shows.
func (b *bankBench) open() {
	b.t.Helper()
	b.press(showBank)
	b.time.finish()
	if b.window.Canvas().Overlays().Top() == nil {
		b.t.Fatal("no dialog")
	}
}

func (b *bankBench) search(words string) {
	b.t.Helper()
	b.typed(words)
	b.time.finish()
}

func ownDuty(nb, nn string) agreement.BankEntry {
	return agreement.BankEntry{Kind: agreement.Roles, Text: agreement.Both(nb, nn)}
}

func TestATextOfTheBankIsFoundAndInsertedByTheKeyboard(t *testing.T) {
	b := openBankDesk(t)
	b.keep(ownDuty("stille med {municipality}s badebasseng", "stille med {municipality}s symjebasseng"))
	b.goInto(b.duty(2), agreement.Nynorsk)
	before := b.duties().Items
	b.open()
	b.search("symje")
	b.key(fyne.KeyReturn)
	items := b.duties().Items
	if len(items) != len(before)+1 {
		t.Fatalf("%d duties, want one more than %d", len(items), len(before))
	}
	got := items[2].Text
	if got.Pair != (agreement.Pair{NB: "stille med {municipality}s badebasseng", NN: "stille med {municipality}s symjebasseng"}) ||
		got.State(agreement.Nynorsk) != agreement.Approved {
		t.Errorf("inserted %+v", got)
	}
	if b.window.Canvas().Overlays().Top() != nil {
		t.Error("the bank stays open")
	}
	if f := b.focused(); f == nil || f.id() != (slotID{b.duty(3), agreement.Nynorsk, ""}) {
		t.Errorf("the cursor is in %v", f)
	}
	b.press(undo)
	if got := b.duties().Items; len(got) != len(before) {
		t.Errorf("one undo leaves %d", len(got))
	}
}

func TestSeveralTextsAreInsertedInARowAndTheEmptyItemIsFilled(t *testing.T) {
	b := openBankDesk(t)
	b.keep(ownDuty("to", "to andre"))
	b.keep(ownDuty("en", "ein første"))
	last := len(b.duties().Items)
	b.goInto(b.duty(last), agreement.Bokmal)
	b.press(addBelow)
	b.open()
	b.press(insertMore)
	b.key(fyne.KeyDown) // into the list
	b.key(fyne.KeyDown)
	b.press(insertMore)
	b.key(fyne.KeyEscape)
	if got := b.wordings(agreement.Nynorsk)[last:]; !slices.Equal(got, []string{"ein første", "to andre"}) {
		t.Errorf("inserted %q", got)
	}
}

func TestTheTextsOfTheTemplatesAreInTheBankFromTheStart(t *testing.T) {
	b := openBankDesk(t)
	b.goInto(b.duty(1), agreement.Nynorsk)
	view := NewBankView(BankOptions{Bank: b.store, Templates: templates.All(), Localizer: locales.New("nn"), Timing: b.time})
	b.time.finish()
	if len(view.found) < 10 {
		t.Fatalf("only %d texts", len(view.found))
	}
	kinds := map[agreement.SectionKind]int{}
	for _, e := range view.found {
		kinds[e.Kind]++
		if e.Own() {
			t.Errorf("%q passes for the user's own", e.Text.NN)
		}
	}
	for _, k := range agreement.BankKinds {
		if kinds[k] == 0 {
			t.Errorf("no texts of kind %s", k)
		}
	}
	if !view.tag.Disabled() || !view.remove.Disabled() {
		t.Error("a template's text can be changed")
	}
	if note := view.list.Choices()[0].Note; !strings.Contains(note, "står i malen") {
		t.Errorf("the first one does not say where it stands: %q", note)
	}
	view.delete()
	b.time.finish()
	if !strings.Contains(view.said.Text(), "mal") {
		t.Errorf("on Delete it says %q", view.said.Text())
	}
}

func TestTheBankShowsWhatFitsTheSectionFirst(t *testing.T) {
	b := openBankDesk(t)
	b.keep(ownDuty("en oppgave", "ei oppgåve"))
	b.keep(agreement.BankEntry{Kind: agreement.Goals, Text: agreement.Both("et mål", "eit mål")})
	goals := b.section(agreement.Goals)
	b.goInto(agreement.Place{Section: goals.ID, Item: goals.Items[0].ID, Part: agreement.PartText}, agreement.Bokmal)
	b.open()
	b.key(fyne.KeyReturn)
	if got := b.section(agreement.Goals).Items[1].Text.NN; got != "eit mål" {
		t.Errorf("the first one was %q", got)
	}
}

func TestItemsAreKeptInTheBankWithBothFormsAndFoundAgain(t *testing.T) {
	b := openBankDesk(t)
	b.goInto(b.duty(1), agreement.Bokmal)
	b.press(markItem)
	b.shiftKey(fyne.KeyDown)
	b.press(keepInBank)
	b.time.finish()
	got := b.kept(agreement.BankQuery{})
	if len(got) != 2 || !slices.ContainsFunc(got, func(e agreement.BankEntry) bool {
		return e.Kind == agreement.Roles && e.Text.Pair == b.duties().Items[0].Text.Pair && strings.Contains(e.Source.NN, "Bodø")
	}) {
		t.Fatalf("kept %+v", got)
	}
	if !strings.HasPrefix(b.status.offer.Text(), "2 tekstar") {
		t.Errorf("the line says %q", b.status.offer.Text())
	}
	goals := b.section(agreement.Goals)
	b.goInto(agreement.Place{Section: goals.ID, Part: agreement.PartLead}, agreement.Bokmal)
	b.press(keepInBank)
	b.time.finish()
	if got := b.kept(agreement.BankQuery{Kind: agreement.Goals}); len(got) != 1 || got[0].Text.Pair != goals.Lead.Pair {
		t.Errorf("the main goal is kept as %+v", got)
	}
}

func TestAnItemWithoutWordsIsNotKept(t *testing.T) {
	b := openBankDesk(t)
	b.goInto(b.duty(1), agreement.Bokmal)
	b.press(addBelow)
	b.press(keepInBank)
	b.time.finish()
	if len(b.errors) != 1 || agreement.CodeOf(b.errors[0]) != agreement.Invalid || len(b.kept(agreement.BankQuery{})) != 0 {
		t.Errorf("errors %v, kept %v", b.errors, b.kept(agreement.BankQuery{}))
	}
}

func TestTagsAreEditedByTheKeyboard(t *testing.T) {
	b := openBankDesk(t)
	b.keep(ownDuty("en", "ein"))
	b.goInto(b.duty(1), agreement.Bokmal)
	b.open()
	b.key(fyne.KeyF2)
	b.typed("folkehelse, unge")
	b.key(fyne.KeyReturn)
	b.time.finish()
	if got := b.kept(agreement.BankQuery{Search: "unge"}); len(got) != 1 || !slices.Equal(got[0].Tags, []string{"folkehelse", "unge"}) {
		t.Fatalf("kept %+v", got)
	}
	b.key(fyne.KeyF2)
	b.typed(" og noe som ikke skal bli med")
	b.key(fyne.KeyEscape)
	if b.window.Canvas().Overlays().Top() == nil {
		t.Fatal("Escape in the tags closes the bank")
	}
	b.key(fyne.KeyEscape)
	b.time.finish()
	if got := b.kept(agreement.BankQuery{}); len(got[0].Tags) != 2 || b.window.Canvas().Overlays().Top() != nil {
		t.Errorf("kept %q", got[0].Tags)
	}
}

func TestADeletedTextComesBackByUndo(t *testing.T) {
	b := openBankDesk(t)
	b.keep(ownDuty("en", "ein"))
	b.goInto(b.duty(1), agreement.Bokmal)
	steps := b.UndoName()
	b.open()
	b.key(fyne.KeyDown, fyne.KeyDelete)
	b.time.finish()
	if got := b.kept(agreement.BankQuery{}); len(got) != 0 {
		t.Fatalf("the bank still has %+v", got)
	}
	b.key(fyne.KeyUp) // back to the search
	b.press(undo)
	b.time.finish()
	if got := b.kept(agreement.BankQuery{}); len(got) != 1 || b.UndoName() != steps {
		t.Errorf("brought back: %+v", got)
	}
}

func TestUndoComesAfterADeletionThatIsStillUnderWay(t *testing.T) {
	b := openBankDesk(t)
	b.keep(ownDuty("en", "ein"))
	b.goInto(b.duty(1), agreement.Bokmal)
	b.open()
	b.key(fyne.KeyDown, fyne.KeyDelete)
	b.press(undo)
	b.time.finish()
	if got := b.kept(agreement.BankQuery{}); len(got) != 1 {
		t.Error("the text stays deleted")
	}
}

// slowBank answers in the order in which it is told to.
type slowBank struct{ Bank }

func (slowBank) SearchBank(_ context.Context, q agreement.BankQuery) ([]agreement.BankEntry, error) {
	if q.Search == "wrong" {
		return nil, errors.New("the disk is gone")
	}
	return []agreement.BankEntry{{ID: 1, Kind: agreement.Roles, Text: agreement.Both(q.Search, q.Search)}}, nil
}

func TestOnlyTheLastSearchIsShown(t *testing.T) {
	b := openDesk(t, sample(t))
	var failed error
	view := NewBankView(BankOptions{
		Bank: slowBank{}, Localizer: locales.New("nn"), Timing: b.time, OnError: func(err error) { failed = err },
	})
	view.search.SetText("a")
	view.search.SetText("ab")
	work := b.time.work
	b.time.work = nil
	for _, w := range []int{2, 1, 0} { // the answers come in the wrong order
		work[w]()
	}
	if got := view.list.Choices()[0].Title; got != "ab" {
		t.Errorf("shown: %q", got)
	}
	view.search.SetText("wrong")
	b.time.finish()
	if failed == nil {
		t.Error("a search that failed is not told of")
	}
}

func TestASlowSearchSaysThatItIsGoingOn(t *testing.T) {
	b := openDesk(t, sample(t))
	b.time.finish()
	view := NewBankView(BankOptions{Bank: slowBank{}, Localizer: locales.New("nn"), Timing: b.time})
	b.time.finish()
	view.search.SetText("a")
	work := b.time.work
	b.time.work = nil
	b.time.pass(slowSearch)
	if got := view.said.Text(); got != "Søkjer …" {
		t.Errorf("after half a second: %q", got)
	}
	for _, w := range work {
		w()
	}
	if got := view.said.Text(); got == "Søkjer …" {
		t.Error("it still says so when the answer is there")
	}
}

func TestEnterWaitsForTheAnswerToWhatWasTyped(t *testing.T) {
	b := openBankDesk(t)
	b.keep(ownDuty("dugnad", "dugnad"))
	b.keep(ownDuty("badebasseng", "symjebasseng"))
	b.goInto(b.duty(1), agreement.Bokmal)
	b.open()
	b.typed("dugnad")
	b.key(fyne.KeyReturn)
	b.time.finish()
	if got := b.text(b.duty(2), agreement.Bokmal); got != "dugnad" {
		t.Errorf("inserted %q", got)
	}
}

func TestEscapeTakesBackAnEnterThatIsStillWaiting(t *testing.T) {
	b := openBankDesk(t)
	b.keep(ownDuty("dugnad", "dugnad"))
	b.goInto(b.duty(1), agreement.Bokmal)
	b.open()
	b.typed("dug")
	b.key(fyne.KeyReturn, fyne.KeyEscape)
	b.time.finish()
	if b.window.Canvas().Overlays().Top() != nil || b.UndoName() != "" {
		t.Errorf("to undo: %s", b.UndoName())
	}
}

func TestTheBankIsEmptyOfWordsThatDoNotExist(t *testing.T) {
	b := openBankDesk(t)
	b.goInto(b.duty(1), agreement.Bokmal)
	n := len(b.duties().Items)
	b.open()
	b.search("xyzzy")
	b.key(fyne.KeyReturn)
	if len(b.duties().Items) != n || len(b.errors) > 0 {
		t.Error("something was inserted")
	}
}

func TestOutsideOfASectionTheBankInsertsNothing(t *testing.T) {
	b := openBankDesk(t)
	b.focusFirst()
	b.open()
	b.key(fyne.KeyReturn)
	if b.UndoName() != "" {
		t.Errorf("to undo: %s", b.UndoName())
	}
}
