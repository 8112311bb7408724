package ui_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"avtalebok/data/templates"
	"avtalebok/ui"
)

// begin opens the program's window as the running program does: it takes up where the last session ended. Only one
// that is given back by quit ended as it should.
func (u *user) begin() (quit func()) {
	u.Helper()
	app := test.NewTempApp(u.T)
	w, err := ui.New(app, ui.Options{
		Store: u.store, Templates: templates.All(), DataDir: "/data", Version: "test",
		Run: u.clock.run, Now: u.clock.Now, Timing: u.clock, Resume: true,
	})
	if err != nil {
		u.Fatal(err)
	}
	windows := app.Driver().AllWindows()
	u.window = windows[len(windows)-1]
	u.window.Resize(fyne.NewSize(1280, 2400))
	w.Show()
	return w.Quit
}

func TestTheVeryFirstStartShowsAnAgreementThatIsReady(t *testing.T) {
	u := openWindow(t)
	quit := u.begin()
	u.mustSee("Bodø kommune")
	u.mustSee("er eit døme, klart til å signerast")
	u.mustSee("Nynorsk: klar")
	quit()

	quit = u.begin()
	u.mustSee("Bodø kommune")
	if u.sees("er eit døme") {
		t.Error("the example is explained at the second start, too")
	}
	u.key(fyne.KeyDown, fyne.KeyDelete)
	quit()
	u.begin()
	u.mustSee("Ingen avtalar enno")
}

func TestTheOpenDraftIsOpenAtTheNextStart(t *testing.T) {
	u := openWindow(t)
	u.draftWith("1804")
	quit := u.begin()
	u.key(fyne.KeyReturn)
	u.mustSee("Tittel og partar")
	u.press(control, fyne.KeyComma)
	quit()
	quit = u.begin()
	u.mustSee("Tittel og partar")
	if u.sees("Utkastet er henta fram") {
		t.Error("a session that ended as it should is told of as a failure")
	}
	u.press(control, fyne.KeyW)
	quit()
	u.begin()
	u.mustSee("Søk")
	if u.sees("Tittel og partar") {
		t.Error("a draft that was closed is open")
	}
}

func TestADraftThatIsGoneIsNotMissedAtTheNextStart(t *testing.T) {
	u := openWindow(t)
	u.draftWith("1804")
	quit := u.begin()
	u.key(fyne.KeyReturn)
	quit()
	if err := u.store.Delete(context.Background(), u.list()[0].ID); err != nil {
		t.Fatal(err)
	}
	u.begin()
	u.mustSee("Ingen avtalar enno")
	if u.window.Canvas().Overlays().Top() != nil {
		t.Error("a message is shown")
	}
}

func TestAfterASuddenEndTheNextStartSaysWhatWasRecovered(t *testing.T) {
	u := openWindow(t)
	u.draftWith("1804")
	u.begin()
	u.key(fyne.KeyReturn)
	u.goInto("Levande lokalsamfunn der alle høyrer til")
	u.write(" her")
	u.clock.pass()
	// The process is killed here.
	u.begin()
	u.mustSee("Utkastet er henta fram")
	u.mustSee("kl. 14.02.00")
	u.click("Lukk")
	u.entry("Levande lokalsamfunn der alle høyrer til her")

	u.begin()
	quit := u.begin()
	if u.sees("Tittel og partar") {
		t.Error("a draft that may be what ends the program is opened again and again")
	}
	u.mustSee("Bodø kommune")
	quit()
}
