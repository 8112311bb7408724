package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
)

// From the search field, Tab leads down into the list, where Enter opens a draft.
func TestTabLeadsFromTheSearchToTheDrafts(t *testing.T) {
	u := openWindow(t)
	u.createDraft("bod")
	heading := agreement.FullTitle(u.onlyDraft(), agreement.Nynorsk)
	u.press(control, fyne.KeyW)
	u.press(control, fyne.KeyF)
	u.window.Canvas().FocusNext()
	u.key(fyne.KeyReturn)
	u.mustSee("Tittel og partar")
	u.mustSee(heading)
}
