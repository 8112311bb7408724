package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/data"
)

// toManyInNordland makes the drafts of a batch for all municipalities of Nordland, and stops where they are looked over.
func toManyInNordland(u *user) {
	u.Helper()
	if err := u.store.SetSetting(u.Context(), "new.county", "18"); err != nil {
		u.Fatal(err)
	}
	u.click("Malar")
	u.click("Partnarskap mellom fylkeskommune og kommune")
	u.click("Til mange …")
	u.mustSee("Kryss av alle 41")
	u.click("Kryss av alle 41")
	u.mustSee("41 valde")
	u.click("Neste")
	u.mustSee("Nordland fylkeskommune")
	u.click("Lag 41 utkast")
	u.mustSee("41 utkast: 41 nye. 41 er klare til å signerast.")
}

func TestAWholeCountyGetsDraftsAndPDFsInAFewClicks(t *testing.T) {
	u := openWindow(t)
	toManyInNordland(u)
	u.click("Lag 62 PDF-ar …")
	u.mustSee("Legg ved innhaldsliste som CSV")
	u.click("Avbryt")
	drafts, err := u.store.List(t.Context(), data.Query{})
	if err != nil || len(drafts) != 41 {
		t.Errorf("%d drafts (%v)", len(drafts), err)
	}
}

func TestTheFilesOfABatchGetAFolderOfTheirOwnAndAList(t *testing.T) {
	u := openWindow(t)
	folder := u.exportsTo()
	toManyInNordland(u)
	u.click("Bokmål")
	u.click("Lag 41 PDF-ar …")
	u.click("Lag PDF-ar")
	u.mustSee("41 av 41 PDF-ar ligg i")
	found, err := filepath.Glob(filepath.Join(folder, "*", "*-nb.pdf"))
	if err != nil || len(found) != 41 {
		t.Errorf("%d files (%v)", len(found), err)
	}
	list, err := os.ReadFile(filepath.Join(filepath.Dir(found[0]), "oversikt.csv"))
	if err != nil || strings.Count(string(list), "\n") != 42 {
		t.Errorf("the list has %d lines (%v)", strings.Count(string(list), "\n"), err)
	}
}

func TestABatchIsTakenUpAgainAndADraftIsOpenedFromIt(t *testing.T) {
	u := openWindow(t)
	toManyInNordland(u)
	u.click("Lukk")
	u.press(fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift, fyne.KeyN)
	u.mustSee("Laga før")
	u.mustSee("41 utkast")
	u.key(fyne.KeyReturn)
	u.mustSee("41 utkast: 41 uendra.")
	u.click("Bodø kommune")
	u.mustSee("Tittel og partar")
	u.press(fyne.KeyModifierShortcutDefault, fyne.KeyW)
	u.mustSee("41 utkast: 41 uendra.")
}

func TestAChangedSourceIsOfferedToTheDraftsAndCanBeTakenBack(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long; run without -short")
	}
	u := openWindow(t)
	u.createDraft("Bodø")
	u.press(fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift, fyne.KeyN)
	u.mustSee("Utkast: Partnarskapsavtale mellom")
	u.click("Kryss av alle 41")
	u.click("Neste")
	u.click("Lag 41 utkast")
	u.mustSee("41 nye")
	u.click("Lukk")

	drafts, err := u.store.List(t.Context(), data.Query{Search: "Bodø"})
	if err != nil || len(drafts) == 0 {
		t.Fatalf("%d drafts (%v)", len(drafts), err)
	}
	source, err := u.store.Load(t.Context(), drafts[len(drafts)-1].ID)
	if err != nil {
		t.Fatal(err)
	}
	source.Theme = agreement.Both("Nytt tema", "Nytt tema i nynorsk")
	if _, err := u.store.Save(t.Context(), source); err != nil {
		t.Fatal(err)
	}
	u.press(fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift, fyne.KeyN)
	u.key(fyne.KeyReturn)
	u.mustSee("Fellesteksten er endra etter at utkasta vart laga: éi endring, 41 utkast.")
	u.click("Sjå endringane …")
	u.mustSee("Går inn i 41 utkast.")
	u.click("Ta inn éi endring")
	u.mustSee("41 utkast er oppdaterte.")
	u.click("Angre")
	u.mustSee("éi endring, 41 utkast.")
}
