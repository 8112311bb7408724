package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// The keys stand above each other, whatever is before them, and still do what they did.
func TestMenusShowTheirKeysInAColumn(t *testing.T) {
	test.NewTempApp(t)
	shortcut := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}
	split, undo, plain := fyne.NewMenuItem("Del punktet", nil), fyne.NewMenuItem("Angre: flytt fleire punkt", nil), fyne.NewMenuItem("Malar", nil)
	split.Shortcut, undo.Shortcut = shortcut, &fyne.ShortcutUndo{}
	menu := fyne.NewMenu("Rediger", split, undo, plain)
	keys := newMenuKeys(menu)
	inColumn := func() {
		t.Helper()
		one, ok := strings.CutSuffix(split.Label, "Ctrl+Shift+Enter")
		other, too := strings.CutSuffix(undo.Label, "Ctrl+Z")
		if !ok || !too || plain.Label != "Malar" {
			t.Fatalf("labels %q, %q, %q", split.Label, undo.Label, plain.Label)
		}
		if by := menuWidth(one+".") - menuWidth(other+"."); by < -2 || by > 2 {
			t.Errorf("the keys are %.1f beside each other", by)
		}
	}
	inColumn()
	if split.Shortcut.ShortcutName() != shortcut.ShortcutName() {
		t.Error("the shortcut is another one")
	}
	if !keys.rename(menu, undo, "Angre: slett") || keys.rename(menu, undo, "Angre: slett") {
		t.Error("a new name must be told of, once")
	}
	inColumn()
}
