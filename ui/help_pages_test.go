package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/docs/help"
)

func TestTheHelpIsReadAndSearchedByKeyboard(t *testing.T) {
	u := openWindow(t)
	u.press(shift, fyne.KeyF1)
	pages := help.Pages("nn")
	for _, p := range pages {
		u.mustSee(p.Title)
	}
	u.mustSee("Avtalebok lagar avtalar")
	u.key(fyne.KeyDown)
	u.mustSee("kjem den andre i utakt")
	u.write("smilefjes")
	u.mustSee("Sjå kva som manglar")
	if u.sees("Bruke tastaturet") {
		t.Error("a page without the word is listed")
	}
	u.write(" finstikkje")
	u.mustSee("Ingen av sidene")
	u.key(fyne.KeyEscape)
	if u.window.Canvas().Overlays().Top() != nil {
		t.Error("Escape did not close the help")
	}
}
