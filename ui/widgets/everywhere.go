package widgets

import "fyne.io/fyne/v2"

// PassOn hands the keys that mean the same everywhere, Escape and F1, to the window's own handler and reports
// whether it did. Fyne gives a key to what has the focus and to nobody else.
func PassOn(o fyne.CanvasObject, key *fyne.KeyEvent) bool {
	if key.Name != fyne.KeyEscape && key.Name != fyne.KeyF1 {
		return false
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.OnTypedKey() == nil {
		return false
	}
	c.OnTypedKey()(key)
	return true
}
