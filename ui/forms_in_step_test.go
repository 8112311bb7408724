package ui_test

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
)

// A change of one form puts the other out of step at once: it is shown with what has changed, and neither the list of
// what is missing nor the PDF pretends otherwise, until somebody says that the other form is still right.
func TestAChangeOfTheBokmalHoldsTheNynorskBackUntilItIsSeenTo(t *testing.T) {
	u := openWindow(t)
	out := u.exportsTo()
	u.createDraft("bod")
	fresh := u.onlyDraft()
	heading := fresh.Sections[section(fresh, "municipality")].Heading.NN
	duty := u.duties(fresh)[2]
	u.click(heading)
	u.goInto(duty.NB)
	u.write(" hvert kvartal")

	u.mustSee("Bokmålet er endra")
	u.mustSee("Stemmer framleis")
	u.goInto(u.duties(fresh)[0].NB) // out of the text, so that the difference can be shown
	u.clock.pass()
	u.mustSee("kvartal")
	u.press(control, fyne.KeyE)
	u.mustSee("éin mangel")
	u.mustSee("UTKAST")
	u.key(fyne.KeyEscape)

	u.clickContaining("Stemmer framleis")
	u.clock.pass()
	u.press(control, fyne.KeyE)
	u.mustSee("klar til å signerast")
	if u.sees("UTKAST") {
		t.Errorf("it is still held back: %q", u.words())
	}
	u.key(fyne.KeyReturn)
	u.mustSee("PDF er laga")
	if files, err := os.ReadDir(out); err != nil || len(files) != 2 {
		t.Errorf("%d files, %v; want 2", len(files), err)
	}
}
