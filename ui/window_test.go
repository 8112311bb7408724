package ui_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/locales"
	"avtalebok/ui"
)

func TestAnEmptyListSaysWhatToDoNext(t *testing.T) {
	u := openWindow(t)
	u.mustSee("Ingen avtalar enno")
	u.click("Lag det første utkastet")
	u.mustSee("Partnarskap mellom fylkeskommune og kommune")
}

func TestAWordAnywhereInADraftFindsIt(t *testing.T) {
	u := openWindow(t)
	u.draftWith("1804")
	u.draftWith("1860")
	u.start(u.store)
	u.mustSee("Bodø kommune")
	u.mustSee("Vestvågøy kommune")

	u.write("vestvåg")
	u.mustSee("Vestvågøy kommune")
	if u.sees("Bodø kommune") {
		t.Error("the search shows what it does not match")
	}
	u.write("xyz")
	u.mustSee("Ingen treff")
	u.key(fyne.KeyEscape)
	u.mustSee("Bodø kommune")
}

func TestADeletedDraftComesBack(t *testing.T) {
	u := openWindow(t)
	u.draftWith("1804")
	u.start(u.store)

	u.key(fyne.KeyDown, fyne.KeyDelete)
	u.mustSee("Sletta: Partnarskapsavtale mellom")
	u.mustSee("Ingen avtalar enno")
	u.click("Angre slettinga")
	u.mustSee("Bodø kommune")

	u.click("Slett")
	u.press(control, fyne.KeyN) // the way back outlives what is done in between
	u.press(control, fyne.KeyW)
	u.click("Sletta utkast")
	u.mustSee("Bodø kommune")
	u.click("Hent tilbake")
	u.mustSee("Ingen sletta utkast")
	u.click("Avtalar")
	u.mustSee("Bodø kommune")
}

func TestDuplicatingADraftOpensACopyOfItsOwn(t *testing.T) {
	u := openWindow(t)
	u.draftWith("1804")
	u.start(u.store)
	u.press(control, fyne.KeyD)
	if found := u.list(); len(found) != 2 || found[0].ID == found[1].ID {
		t.Errorf("drafts: %+v, want two", found)
	}
	u.mustSee("Tittel og partar")
}

func TestTheLanguageSwitchesWhileADraftIsOpenAndIsKept(t *testing.T) {
	u := openWindow(t)
	u.createDraft("bod")
	u.press(control, fyne.KeyComma)
	u.mustSee("Språk i programmet")
	u.click("English")
	u.mustSee("Language of the program")
	u.key(fyne.KeyEscape)
	u.mustSee("All agreements")
	u.mustSee("Title and parties")

	u.start(u.store)
	u.mustSee("New draft")
}

// Every screen is there in every language: what no language has would be shown as its key.
func TestNoKeyIsShownInsteadOfWords(t *testing.T) {
	for _, language := range locales.Languages {
		u := openWindow(t)
		if err := u.store.SetSetting(context.Background(), "window.language", language); err != nil {
			t.Fatal(err)
		}
		u.draftWith("1804")
		u.start(u.store)
		u.mustSeeNoKeys()
		u.press(control, fyne.KeyN)
		u.mustSeeNoKeys()
		u.key(fyne.KeyReturn)
		u.write("herøy")
		u.mustSeeNoKeys()
		u.key(fyne.KeyReturn)
		u.mustSeeNoKeys()
		u.key(fyne.KeyReturn)
		u.mustSeeNoKeys()
		u.key(fyne.KeyReturn)
		u.mustSeeNoKeys()
		u.press(control, fyne.KeyReturn)
		u.mustSeeNoKeys()
		u.press(control, fyne.KeyE)
		u.mustSeeNoKeys()
		u.key(fyne.KeyEscape)
		u.press(control, fyne.KeyComma)
		u.mustSeeNoKeys()
		u.key(fyne.KeyF1)
		u.mustSeeNoKeys()
	}
}

func TestEscapeGoesOneStepBack(t *testing.T) {
	u := openWindow(t)
	u.press(control, fyne.KeyN)
	u.key(fyne.KeyReturn)
	u.mustSee("Kommunen")
	u.key(fyne.KeyEscape)
	u.mustSee("ein kommune som vil samarbeide om folkehelse")
	u.key(fyne.KeyF1)
	u.mustSee("Tastatursnarvegar")
	u.key(fyne.KeyEscape)
	if u.sees("Tastatursnarvegar") {
		t.Error("Escape left the dialog up")
	}
	u.mustSee("ein kommune som vil samarbeide om folkehelse")
	u.key(fyne.KeyEscape)
	u.mustSee("Ingen avtalar enno")
}

func TestNamesakesAreToldApart(t *testing.T) {
	u := openWindow(t)
	u.press(control, fyne.KeyN)
	u.key(fyne.KeyReturn)
	u.write("herøy")
	for _, text := range []string{"1515", "Møre og Romsdal", "nynorsk", "1818", "Nordland", "bokmål"} {
		u.mustSee(text)
	}
	u.key(fyne.KeyDown, fyne.KeyReturn)
	u.mustSee("Herøy kommune har vedteke bokmål")
	u.mustSee("Nordland fylkeskommune") // proposed from the municipality
}

func TestTheCountyUsedLastIsProposedAndAMismatchIsTold(t *testing.T) {
	u := openWindow(t)
	u.createDraft("bod")
	u.press(control, fyne.KeyN)
	u.key(fyne.KeyReturn)
	u.mustSee("Nordland fylkeskommune")
	u.write("kvinesdal")
	u.key(fyne.KeyReturn)
	u.mustSee("Kvinesdal kommune ligg i Agder")
	u.click("Byt til Agder fylkeskommune")
	u.mustSee("Agder fylkeskommune")
	if u.sees("Er det rett fylkeskommune?") {
		t.Error("the question is still there when it is answered")
	}
}

// failing is a store on a disk that is full.
type failing struct {
	ui.Store
	full bool
}

var errFull = agreement.NewError(agreement.Storage, "error.storage.full", errors.New("disk full"), "Path", "/data")

func (f *failing) Save(ctx context.Context, a agreement.Agreement) (agreement.Agreement, error) {
	if f.full {
		return a, errFull
	}
	return f.Store.Save(ctx, a)
}

func TestNothingIsLeftUnsavedWithoutAQuestion(t *testing.T) {
	u := openWindow(t)
	store := &failing{Store: u.store}
	u.start(store)
	u.createDraft("bod")
	store.full = true
	u.goInto("Levande lokalsamfunn der alle høyrer til")
	u.write(" og trivst")
	u.press(control, fyne.KeyW)
	u.mustSee("Fekk ikkje lagra eller lese")
	u.click("Bli her")
	u.mustSee("Levande lokalsamfunn der alle høyrer til og trivst")

	store.full = false
	u.press(control, fyne.KeyW)
	if got := u.onlyDraft().Theme.NN; got != "Levande lokalsamfunn der alle høyrer til og trivst" {
		t.Errorf("stored theme: %q", got)
	}
}

func TestAFailureIsToldInPlainWordsWithDetailsToCopy(t *testing.T) {
	u := openWindow(t)
	store := &failing{Store: u.store, full: true}
	u.start(store)
	u.createDraft("bod")
	u.mustSee(locales.New("nn").Error(errFull)[:20])
	u.click("Kopier detaljar")
	if got := fyne.CurrentApp().Clipboard().Content(); got != errFull.Error() {
		t.Errorf("copied %q, want %q", got, errFull.Error())
	}
	u.click("Lukk")
	u.mustSee("Opplysningar") // still at the last step, nothing lost
}

// draftWith stores a draft of the first template with a municipality in Nordland.
func (u *user) draftWith(municipality string) {
	u.Helper()
	if _, err := u.store.Save(context.Background(), newDraft(u.T, municipality)); err != nil {
		u.Fatal(err)
	}
}

func (u *user) list() []data.Summary {
	u.Helper()
	found, err := u.store.List(context.Background(), data.Query{})
	if err != nil {
		u.Fatal(err)
	}
	return found
}

func (u *user) mustSeeNoKeys() {
	u.Helper()
	tables := []string{"app.", "list.", "wizard.", "settings.", "export.", "dialog.", "menu.", "error.", "desk.", "finding."}
	for _, word := range u.words() {
		if slices.ContainsFunc(tables, func(table string) bool { return len(word) > len(table) && word[:len(table)] == table }) {
			u.Errorf("a key is shown: %q", word)
		}
	}
}

// The pointer on its way over the list must not change what Enter and Delete act on.
func TestTheKeyboardActsOnItsOwnRowWhereverThePointerIs(t *testing.T) {
	u := openWindow(t)
	u.draftWith("1804")
	u.draftWith("1860")
	u.start(u.store)
	first := u.list()[0]
	u.key(fyne.KeyDown) // into the list, on its first row
	for _, o := range u.objects() {
		if text, ok := o.(*canvas.Text); ok && strings.Contains(text.Text, "kommune") {
			test.MoveMouse(u.window.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(3, 3))
		}
	}
	u.key(fyne.KeyDelete)
	for _, d := range u.list() {
		if d.ID == first.ID {
			t.Error("another draft than the first was deleted")
		}
	}
}

func TestKeysThatMeanTheSameEverywhereWorkWhileWriting(t *testing.T) {
	u := openWindow(t)
	u.createDraft("bod")
	u.goInto("Levande lokalsamfunn der alle høyrer til")
	u.key(fyne.KeyF1)
	u.mustSee("Tastatursnarvegar")
	u.key(fyne.KeyEscape)
	u.key(fyne.KeyEscape)
	u.mustSee("Tittel og partar") // the first Escape leaves the passage, not the draft
	u.key(fyne.KeyEscape)
	u.mustSee("Nytt utkast")
}

func TestCtrlSSavesAtOnceAndSaysThatItHappensByItself(t *testing.T) {
	u := openWindow(t)
	u.createDraft("bod")
	u.goInto("Levande lokalsamfunn der alle høyrer til")
	u.write(" no")
	u.press(control, fyne.KeyS)
	u.mustSee("Det skjer av seg sjølv")
	if got := u.onlyDraft().Theme.NN; got != "Levande lokalsamfunn der alle høyrer til no" {
		t.Errorf("stored theme: %q", got)
	}
}

// Somebody else has saved the draft in between: nothing of theirs is overwritten, and nothing of mine is lost.
func TestAConflictEndsInACopyOfMyText(t *testing.T) {
	u := openWindow(t)
	u.createDraft("bod")
	theirs := u.onlyDraft()
	theirs.Theme.NB = "Deres tema"
	if _, err := u.store.Save(context.Background(), theirs); err != nil {
		t.Fatal(err)
	}
	u.goInto("Levande lokalsamfunn der alle høyrer til")
	u.write(" hos oss")
	u.clock.pass()
	u.click("Lagre teksten min som eit nytt utkast")
	found := u.list()
	if len(found) != 2 {
		t.Fatalf("%d drafts, want 2", len(found))
	}
	themes := map[string]bool{}
	for _, d := range found {
		a, err := u.store.Load(context.Background(), d.ID)
		if err != nil {
			t.Fatal(err)
		}
		themes[a.Theme.NB+" / "+a.Theme.NN] = true
	}
	if !themes["Deres tema / Levande lokalsamfunn der alle høyrer til"] ||
		!themes["Levende lokalsamfunn der alle hører til / Levande lokalsamfunn der alle høyrer til hos oss"] {
		t.Errorf("stored: %v", themes)
	}
}
