package ui_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/export"
)

func TestADraftGoesToAFileWithWhatWasWrittenLast(t *testing.T) {
	u := openWindow(t)
	out := u.exportsTo()
	u.createDraft("bod")
	u.goInto("Levande lokalsamfunn der alle høyrer til")
	u.write(" no")
	u.choose("Eksporter utkast …")
	u.mustSee("Filnamn")
	u.key(fyne.KeyReturn)
	path := filepath.Join(out, "partnarskapsavtale-bodo-kommune.avtale")
	u.mustSee("Fila ligg her")
	a, err := export.ReadAgreement(path)
	if err != nil || a.Theme.NN != "Levande lokalsamfunn der alle høyrer til no" {
		t.Errorf("the file holds the theme %q, %v", a.Theme.NN, err)
	}
	u.click("Lukk")

	if err := os.WriteFile(path, []byte("another file"), 0o600); err != nil {
		t.Fatal(err)
	}
	u.choose("Eksporter utkast …")
	u.key(fyne.KeyReturn)
	u.mustSee("Det finst alt ei fil med dette namnet")
	if content, _ := os.ReadFile(path); string(content) != "another file" {
		t.Fatal("a file was replaced without a question")
	}
	u.click("Byt ut fila")
	if _, err := export.ReadAgreement(path); err != nil {
		t.Errorf("the file was not replaced: %v", err)
	}
}

func TestAnAgreementIsPrintedInAsManyCopiesAsThereAreParties(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("another program asks for the printer there")
	}
	u := openWindow(t)
	dir := t.TempDir()
	for name, script := range map[string]string{
		"lpstat": `case $1 in -e) echo Arkiv; echo Kontor;; -d) echo "system default destination: Kontor";; esac`,
		"lp":     `printf '%s ' "$@" >> "$0.args"; echo "request id is $6-17 (1 file(s))"`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
	u.createDraft("bod")
	u.press(control|shift, fyne.KeyP)
	u.mustSee("Kontor")
	u.click("Begge")
	u.click("Skriv ut")
	u.mustSee("Skrivaren Kontor har fått avtalen")
	raw, err := os.ReadFile(filepath.Join(dir, "lp.args"))
	args := string(raw)
	if err != nil || strings.Count(args, "-n 2 ") != 2 || strings.Count(args, "-d Kontor ") != 2 ||
		!strings.Contains(args, "-nb.pdf") || !strings.Contains(args, "-nn.pdf") {
		t.Errorf("lp was given %q, %v", args, err)
	}
	for _, word := range strings.Fields(args) {
		if filepath.IsAbs(word) {
			if _, err := os.Stat(filepath.Dir(word)); err == nil {
				t.Errorf("%s was left behind", word)
			}
		}
	}
}

// choose takes an item of the menus by its name.
func (u *user) choose(label string) {
	u.Helper()
	for _, m := range u.window.MainMenu().Items {
		for _, i := range m.Items {
			if i.Label == label && !i.Disabled {
				i.Action()
				return
			}
		}
	}
	u.Fatalf("no %q to choose in the menus", label)
}
