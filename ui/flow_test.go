package ui_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/ui/widgets"
)

// The main job, from nothing to two PDFs, by typing and tapping: a draft from the template, both forms edited, a duty
// added, moved and removed, undone, the draft closed and opened again with the same content, and printed.
func TestFromTemplateToSignatureReadyPDFs(t *testing.T) {
	u := openWindow(t)
	out := u.exportsTo()

	u.createDraft("bod")
	fresh := u.onlyDraft()
	duties := u.duties(fresh)

	// Both forms of the first duty.
	u.click(fresh.Sections[section(fresh, "municipality")].Heading.NN)
	u.goInto(duties[0].NB)
	u.write(" Slik blir det på Værøy.")
	u.goInto(duties[0].NN)
	u.write(" Slik blir det på Værøy, òg for ÆØÅ.")

	// A new duty after the first, in both forms, then moved to the top.
	u.goInto(duties[0].NB + " Slik blir det på Værøy.")
	u.press(control, fyne.KeyReturn)
	u.write("Kommunen låner ut båten.")
	u.toNextEntry()
	u.write("Kommunen låner ut båten sin.")
	u.press(alt, fyne.KeyUp)

	// The last duty is removed, which is undone.
	last := duties[len(duties)-1]
	u.goInto(last.NN)
	u.press(control|shift, fyne.KeyDelete)
	if slices.Contains(u.entries(), last.NN) {
		t.Error("the removed duty is still on the window")
	}
	u.press(control, fyne.KeyZ)
	if !slices.Contains(u.entries(), last.NN) {
		t.Error("undo did not bring the removed duty back")
	}
	shown := u.entries()

	// Closing saves; the content is the same when the draft is opened again, in a new run of the program.
	u.press(control, fyne.KeyW)
	want := slices.Clone(duties)
	want[0] = agreement.Pair{
		NB: duties[0].NB + " Slik blir det på Værøy.",
		NN: duties[0].NN + " Slik blir det på Værøy, òg for ÆØÅ.",
	}
	want = slices.Insert(want, 0, agreement.Pair{NB: "Kommunen låner ut båten.", NN: "Kommunen låner ut båten sin."})
	if got := u.duties(u.onlyDraft()); !slices.Equal(got, want) {
		t.Fatalf("stored duties:\n%q\nwant:\n%q", got, want)
	}
	u.start(u.store)
	u.mustSee("Bodø kommune")
	u.key(fyne.KeyReturn)
	u.click(fresh.Sections[section(fresh, "municipality")].Heading.NN)
	if got := u.entries(); !slices.Equal(got, shown) {
		t.Errorf("the draft opened again shows\n%q\nwant\n%q", got, shown)
	}

	// Two PDFs, then the way to them.
	u.press(control, fyne.KeyE)
	u.mustSee("klar til å signerast")
	u.key(fyne.KeyReturn)
	u.mustSee("PDF er laga")
	for _, name := range []string{"partnerskapsavtale-bodo-kommune-nb.pdf", "partnarskapsavtale-bodo-kommune-nn.pdf"} {
		path := filepath.Join(out, name)
		content, err := os.ReadFile(path)
		if err != nil || !bytes.HasPrefix(content, []byte("%PDF-")) {
			t.Errorf("%s: %v, begins %q", name, err, content[:min(8, len(content))])
		}
		u.mustSee(name)
	}
	u.click("Opne")
	u.click("Vis i mappe")
	if len(u.opened) != 2 {
		t.Errorf("opened %q, want a file and its folder", u.opened)
	}
}

// An agreement that is not ready says why, leads there, and is printed only with a mark.
func TestAnUnreadyAgreementIsNotPrintedAsReady(t *testing.T) {
	u := openWindow(t)
	out := u.exportsTo()
	u.createDraft("bod")
	fresh := u.onlyDraft()
	heading := fresh.Sections[section(fresh, "municipality")].Heading.NN
	duty := u.duties(fresh)[2]
	u.click(heading)
	u.goInto(duty.NN)
	for range []rune(duty.NN) {
		u.key(fyne.KeyBackspace)
	}
	u.click("Tittel og partar")
	u.press(control, fyne.KeyE)
	u.mustSee("éin mangel")
	u.mustSee("Lag PDF-ar merkte UTKAST")

	u.clickContaining(heading + " 3 (nynorsk)")
	if u.window.Canvas().Overlays().Top() != nil {
		t.Fatal("the dialog is still there")
	}
	if e, ok := u.window.Canvas().Focused().(*widgets.Entry); !ok || e.Text != "" {
		t.Error("the cursor is not in the empty passage")
	}

	u.press(control, fyne.KeyE)
	u.key(fyne.KeyReturn)
	u.mustSee("PDF er laga")
	if files, err := os.ReadDir(out); err != nil || len(files) != 2 {
		t.Errorf("%d files, %v; want 2", len(files), err)
	}
}

func TestTheFolderIsChosenInADialogThatEscapeCloses(t *testing.T) {
	u := openWindow(t)
	u.exportsTo()
	u.createDraft("bod")
	u.press(control, fyne.KeyE)
	u.click("Vel mappe …")
	u.mustSee("Mappe")
	u.mustSee("Heimemappa") // Fyne's own name for it is English
	if n := len(u.window.Canvas().Overlays().List()); n != 2 {
		t.Fatalf("%d dialogs, want 2", n)
	}
	u.window.Canvas().Unfocus()
	u.key(fyne.KeyEscape)
	u.mustSee("Lag PDF-ar")
	if n := len(u.window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d dialogs, want 1", n)
	}
}

// createDraft goes through the steps with the keyboard alone, and leaves the questions as the template answers them.
func (u *user) createDraft(municipality string) {
	u.Helper()
	u.press(control, fyne.KeyN)
	u.mustSee("Nytt utkast")
	u.key(fyne.KeyReturn)
	u.write(municipality)
	u.key(fyne.KeyReturn)
	u.mustSee("språklova § 15")
	u.key(fyne.KeyReturn)
	u.mustSee("Utkastet får alle tekstane")
	u.key(fyne.KeyReturn)
	u.mustSee("Lag utkast")
	u.press(control, fyne.KeyReturn)
}

// onlyDraft gives the one draft that is in the store.
func (u *user) onlyDraft() agreement.Agreement {
	u.Helper()
	found, err := u.store.List(context.Background(), data.Query{})
	if err != nil || len(found) != 1 {
		u.Fatalf("%d drafts, %v; want 1", len(found), err)
	}
	a, err := u.store.Load(context.Background(), found[0].ID)
	if err != nil {
		u.Fatal(err)
	}
	return a
}

// duties gives the municipality's duties.
func (u *user) duties(a agreement.Agreement) []agreement.Pair {
	u.Helper()
	var duties []agreement.Pair
	for _, item := range a.Sections[section(a, "municipality")].Items {
		duties = append(duties, item.Text.Pair)
	}
	return duties
}

// section finds the section with a role's duties.
func section(a agreement.Agreement, role string) int {
	return slices.IndexFunc(a.Sections, func(s agreement.Section) bool { return s.Party == role })
}

// toNextEntry presses Tab until the cursor is in another passage.
func (u *user) toNextEntry() {
	u.Helper()
	from := u.window.Canvas().Focused()
	for range 8 {
		u.window.Canvas().FocusNext()
		if e, ok := u.window.Canvas().Focused().(*widgets.Entry); ok && fyne.Focusable(e) != from {
			return
		}
	}
	u.Fatal("Tab leads to no other passage")
}
