package ui_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
)

func (u *user) bank(q agreement.BankQuery) []agreement.BankEntry {
	u.Helper()
	found, err := u.store.SearchBank(context.Background(), q)
	if err != nil {
		u.Fatal(err)
	}
	return found
}

// A goal that was written in one draft is put into another one, by the keyboard alone.
func TestATextGoesFromOneDraftToAnotherThroughTheBank(t *testing.T) {
	u := openWindow(t)
	u.createDraft("bod")
	u.click("Oppgåvene til kommunen")
	u.goInto("lage ei oversikt over helsetilstanden i kommunen og kva som verkar inn på han")
	u.write(" kvart fjerde år")
	u.press(control|shift, fyne.KeyB)
	kept := u.bank(agreement.BankQuery{})
	if len(kept) != 1 || !strings.HasSuffix(kept[0].Text.NN, "kvart fjerde år") {
		t.Fatalf("the bank holds %+v", kept)
	}
	u.press(control, fyne.KeyW)
	u.createDraft("vestv")
	u.click("Oppgåvene til kommunen")
	u.goInto("lage ei oversikt over helsetilstanden i kommunen og kva som verkar inn på han")
	u.press(control, fyne.KeyB)
	u.mustSee("Banken: mål")
	u.mustSeeNoKeys()
	u.write("fjerde")
	u.press(control, fyne.KeyReturn) // the menu's key, too
	u.key(fyne.KeyReturn)
	n := 0
	for _, text := range u.entries() {
		if text == kept[0].Text.NN {
			n++
		}
	}
	if n != 2 {
		t.Errorf("it stands in the draft %d times, want 2: %q", n, u.entries())
	}
}

func TestTheBankIsLookedAfterOnAPageOfItsOwn(t *testing.T) {
	u := openWindow(t)
	text := agreement.BankEntry{Kind: agreement.Goals, Text: agreement.Both("alle skal bade", "alle skal bade nynorsk")}
	if _, err := u.store.SaveBankEntry(context.Background(), text); err != nil {
		t.Fatal(err)
	}
	u.click("Mål og roller")
	u.mustSee("alle skal bade nynorsk")
	u.mustSeeNoKeys()
	u.write("bade")
	u.key(fyne.KeyDown, fyne.KeyF2)
	u.write("symjing")
	u.key(fyne.KeyReturn)
	if got := u.bank(agreement.BankQuery{Search: "symj"}); len(got) != 1 {
		t.Errorf("tagged: %+v", got)
	}
	u.key(fyne.KeyDelete)
	u.mustSee("Sletta")
	if got := u.bank(agreement.BankQuery{}); len(got) != 0 {
		t.Errorf("the bank holds %+v", got)
	}
	u.press(control, fyne.KeyZ)
	if got := u.bank(agreement.BankQuery{}); len(got) != 1 {
		t.Errorf("undone, the bank holds %+v", got)
	}
	u.key(fyne.KeyEscape)
	u.mustSee("Ingen avtalar enno")
}
