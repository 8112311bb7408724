package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A blank may fall on the edge of the line at any width; what is typed and deleted must not depend on it.
func TestWhatIsTypedStandsAsTypedAtEveryWidth(t *testing.T) {
	test.NewTempApp(t)
	for _, text := range []string{
		"sørgje for at folkehelsearbeidet er godt forankra i planane til kommunen",
		"to  blanke  mellom  kvart  ord  så  langt  linja  rekk",
	} {
		runes := []rune(text)
		for width := float32(100); width < 420; width += 5 {
			e := NewEntry()
			w := shown(t, e, width)
			w.Canvas().Focus(e)
			test.Type(e, text)
			if e.Text != text {
				t.Errorf("%v wide: %q", width, e.Text)
				continue
			}
			for n := len(runes) - 1; n >= 0; n-- {
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
				if e.Text != string(runes[:n]) {
					t.Errorf("%v wide, deleted to %d characters: %q", width, n, e.Text)
					break
				}
			}
		}
	}
}
