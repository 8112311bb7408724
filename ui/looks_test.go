package ui_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"avtalebok/export"
)

// looks gives what the store keeps of the organisation's looks.
func (u *user) looks() export.Looks {
	u.Helper()
	l, err := export.LoadLooks(context.Background(), u.store)
	if err != nil {
		u.Fatal(err)
	}
	return l
}

// focusField puts the focus on the field that shows a text.
func (u *user) focusField(placeholder string) {
	u.Helper()
	type entry interface {
		fyne.Focusable
		fyne.CanvasObject
	}
	for _, o := range u.objects() {
		e, ok := o.(entry)
		if !ok {
			continue
		}
		for _, inside := range walk(nil, o) {
			if text, ok := inside.(*canvas.Text); ok && text.Text == placeholder {
				u.window.Canvas().Focus(e)
				return
			}
		}
	}
	u.Fatalf("no field with %q", placeholder)
}

func TestTheOrganisationsColourIsKeptOnlyWhenItCanBeRead(t *testing.T) {
	u := openWindow(t)
	u.press(control, fyne.KeyComma)
	u.focusField("#1b4b66")
	u.write("#ffee88")
	u.click("Bruk i PDF-ane")
	u.mustSee("Fargen #ffee88 er for lys")
	if got := u.looks().Accent; got != "" {
		t.Errorf("kept %q", got)
	}
	u.focusField("#ffee88")
	for range "#ffee88" {
		u.key(fyne.KeyBackspace)
	}
	u.write("#5A1E6B")
	u.click("Bruk i PDF-ane")
	u.mustSee("Alle nye PDF-ar ser slik ut")
	if got := u.looks().Accent; got != "#5a1e6b" {
		t.Errorf("kept %q", got)
	}
	u.click("English") // the form survives a switch of the language
	u.mustSee("#5a1e6b")
	u.mustSee("All new PDFs will look like this")
	u.click("Reset")
	if got := u.looks().Accent; got != "" {
		t.Errorf("after the reset %q is kept", got)
	}
}

func TestAChosenMunicipalityLeavesTheTopOfThePageInSight(t *testing.T) {
	u := openWindow(t)
	u.window.Resize(fyne.NewSize(1024, 640))
	u.press(control, fyne.KeyN)
	u.key(fyne.KeyReturn)
	u.write("bod")
	u.key(fyne.KeyReturn)
	top := u.bottomOf("2  Partar")
	if y := u.topOf("Fylkeskommunen"); y < top {
		t.Errorf("the first role begins at %.0f, above the page's top at %.0f", y, top)
	}
}

func (u *user) find(text string) fyne.CanvasObject {
	u.Helper()
	for _, o := range u.objects() {
		if t, ok := o.(*canvas.Text); ok && t.Text == text {
			return o
		}
	}
	u.Fatalf("no %q: %q", text, u.words())
	return nil
}

func (u *user) topOf(text string) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(u.find(text)).Y
}

func (u *user) bottomOf(text string) float32 {
	return u.topOf(text) + u.find(text).Size().Height
}
