package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
)

// everywhere are the keys that mean the same wherever the focus is. Nothing that can have it needs them for itself.
var everywhere = []fyne.KeyName{
	fyne.KeyEscape, fyne.KeyF1, fyne.KeyF3, fyne.KeyF4, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9,
}

// PassOn hands the keys that mean the same everywhere to the window's own handler and reports whether it did. Fyne
// gives a key to what has the focus and to nobody else.
func PassOn(o fyne.CanvasObject, key *fyne.KeyEvent) bool {
	if !slices.Contains(everywhere, key.Name) {
		return false
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.OnTypedKey() == nil {
		return false
	}
	c.OnTypedKey()(key)
	return true
}
