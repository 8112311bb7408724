package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/ui/widgets"
)

// Escape takes the keyboard out of the text, and Tab may put it on a button: the desk's keys still work.
func TestTheKeysOfTheDeskWorkWhereverTheKeyboardIs(t *testing.T) {
	u, store := newUser(t)
	u.draftWith("1804")
	u.start(store)
	u.key(fyne.KeyDown, fyne.KeyReturn)
	canvas := u.window.Canvas()

	for name, place := range map[string]func(){
		"nowhere": canvas.Unfocus,
		"on a button": func() {
			for _, o := range u.objects() {
				if b, ok := o.(*widgets.Button); ok && b.Visible() && !b.Disabled() {
					canvas.Focus(b)
					return
				}
			}
			t.Fatal("the desk has no button")
		},
	} {
		t.Run(name, func(t *testing.T) {
			place()
			u.key(fyne.KeyF8)
			if texts := u.entries(); slices.Contains(texts, "Partnarskapsavtale") || !slices.Contains(texts, "Partnerskapsavtale") {
				t.Errorf("F8 does not leave bokmål alone: %q", texts)
			}
			place()
			u.key(fyne.KeyF8)
			place()
			u.key(fyne.KeyF8)
			if texts := u.entries(); !slices.Contains(texts, "Partnarskapsavtale") {
				t.Errorf("F8 does not bring both forms back: %q", texts)
			}
		})
	}
}
