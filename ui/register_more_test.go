package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestASignedFileIsTakenInOnlyWhereItIsAPDF(t *testing.T) {
	u := openRegister(t)
	u.write("Kulturbrua")
	u.key(fyne.KeyDown, fyne.KeyReturn)
	dir := t.TempDir()
	wrong, right := filepath.Join(dir, "brev.pdf"), filepath.Join(dir, "signert.pdf")
	write(t, wrong, "Kjære alle")
	write(t, right, "%PDF-1.7\n%%EOF\n")
	u.main.Attach(wrong)
	u.mustSee("«brev.pdf» er ikkje ein PDF")
	u.key(fyne.KeyEscape)
	u.main.Attach(right)
	u.mustSee("signert.pdf")
	if f := u.entryOf("Kulturbrua").File; f == nil || f.Name != "signert.pdf" {
		t.Errorf("kept %+v", f)
	}
}

func TestFactsAreChangedAndWrongOnesRefused(t *testing.T) {
	u := openRegister(t)
	u.write("Kulturbrua")
	u.key(fyne.KeyDown, fyne.KeyReturn)
	u.click("Endre opplysningar …")
	u.write("Ny ")
	u.click("Lagre")
	u.mustSee("Ansvarleg: Ny Silje Haug")
	u.click("Endre opplysningar …")
	u.tab(2)
	u.write("31.12.2020x")
	u.click("Lagre")
	u.mustSee("er ingen dato")
	if got := u.entryOf("Kulturbrua").Responsible; got != "Ny Silje Haug" {
		t.Errorf("responsible %q", got)
	}
}

func TestTheRegisterIsWrittenAsItIsShown(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long; run without -short")
	}
	for ending, label := range map[string]string{
		".xlsx": "Excel-arbeidsbok", ".csv": "CSV (.csv)", ".pdf": "PDF (.pdf)", ".ics": "Kalender (.ics)",
	} {
		u := openRegister(t)
		dir := u.exportsTo()
		u.write("Kulturbrua")
		u.click("Lagre som fil …")
		u.clickContaining(label)
		u.click("Eksporter")
		u.mustSee("Fila er lagra")
		files, err := filepath.Glob(filepath.Join(dir, "*"+ending))
		if err != nil || len(files) != 1 {
			t.Fatalf("%s: wrote %v, %v", ending, files, err)
		}
		content, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		if ending == ".csv" && (!strings.Contains(string(content), "Kulturbrua") || strings.Contains(string(content), "Hjerterom")) {
			t.Errorf("the file does not follow the filter: %s", content)
		}
	}
}

func TestTheCalendarOfAYearIsWritten(t *testing.T) {
	u := openRegister(t)
	dir := u.exportsTo()
	u.click("Oppfølging")
	u.click("Året etter")
	u.click("Alt i 2027 i kalender (.ics) …")
	u.click("Eksporter")
	content, err := os.ReadFile(filepath.Join(dir, "oppfolging-2027.ics"))
	if err != nil || strings.Count(string(content), "BEGIN:VEVENT") < 10 || strings.Contains(string(content), "DTSTART;VALUE=DATE:2026") {
		t.Errorf("%v, %.200s", err, content)
	}
}

// The menu bar takes the keys before what has the focus does, so that of two items only the first would be reached.
func TestNoTwoMenuItemsHaveTheSameKeys(t *testing.T) {
	u := openRegister(t)
	check := func(where string) {
		seen := map[string]string{}
		for _, menu := range u.window.MainMenu().Items {
			for _, i := range menu.Items {
				if i.Shortcut == nil {
					continue
				}
				if other := seen[i.Shortcut.ShortcutName()]; other != "" {
					t.Errorf("%s: %q and %q have the same keys", where, other, i.Label)
				}
				seen[i.Shortcut.ShortcutName()] = i.Label
			}
		}
	}
	check("register")
	u.press(control, fyne.KeyW)
	check("list")
	u.key(fyne.KeyDown, fyne.KeyReturn)
	u.mustSee("Tittel og partar")
	check("desk")
}
