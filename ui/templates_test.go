package ui_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/templates"
	"avtalebok/ui/widgets"
)

// ownTemplates gives the user's templates that are in use.
func (u *user) ownTemplates() []data.OwnTemplate {
	u.Helper()
	list, err := u.store.OwnTemplates(context.Background(), false)
	if err != nil {
		u.Fatal(err)
	}
	return list
}

// draftNaming keeps a draft with Bodø in which a passage names the municipality in so many letters, and opens it.
func (u *user) draftNaming() agreement.Agreement {
	u.Helper()
	e := agreement.NewEditor(newDraft(u.T, "1804"))
	place := agreement.Place{Section: "background", Part: agreement.PartLead}
	for _, f := range agreement.Forms {
		if err := e.Do(agreement.SetText(place, f, "Bodø kommune og Bodøs innbyggjarar.")); err != nil {
			u.Fatal(err)
		}
	}
	a, err := u.store.Save(context.Background(), e.Agreement())
	if err != nil {
		u.Fatal(err)
	}
	u.press(control, fyne.KeyN) // the list is read anew on the way back
	u.press(control, fyne.KeyW)
	u.key(fyne.KeyDown, fyne.KeyReturn)
	u.mustSee("Bodø kommune")
	return a
}

func TestADraftIsSavedAsATemplateWithPlaceholders(t *testing.T) {
	u := openWindow(t)
	u.draftNaming()
	u.press(control|shift, fyne.KeyS)
	u.mustSee("Bodø kommune → {municipality.name}")
	u.mustSee("Bodøs → {municipality}s")
	u.click("Lagre mal")
	u.mustSee("Malen er lagra")
	own := u.ownTemplates()
	if len(own) != 1 || own[0].Version != 1 || own[0].Name.NN != "Levande lokalsamfunn der alle høyrer til" {
		t.Fatalf("%+v", own)
	}
	s, _ := agreement.New(own[0].Template).Section("background")
	if want := "{municipality.name} og {municipality}s innbyggjarar."; s.Lead.NN != want {
		t.Errorf("%q, want %q", s.Lead.NN, want)
	}
	u.click("Vis malane")
	u.mustSee("Dine eigne malar")
	u.mustSee("ingen utkast")
}

func TestATemplateNeedsANameToBeSaved(t *testing.T) {
	u := openWindow(t)
	u.draftNaming()
	u.press(control|shift, fyne.KeyS)
	for range 2 {
		for range "Levande lokalsamfunn der alle høyrer til" {
			u.key(fyne.KeyDelete)
		}
		u.press(shift, fyne.KeyTab)
		u.window.Canvas().FocusPrevious()
	}
	u.click("Lagre mal")
	u.mustSee("Gi malen eit namn")
	if len(u.ownTemplates()) != 0 {
		t.Error("it was saved without a name")
	}
}

func TestATemplateIsDuplicatedDeletedAndBroughtBack(t *testing.T) {
	u := openWindow(t)
	u.click("Malar")
	u.click("Dupliser som eigen")
	own := u.ownTemplates()
	if len(own) != 1 || !strings.HasSuffix(own[0].Name.NB, "(2)") {
		t.Fatalf("%+v", own)
	}
	u.mustSee("Dine eigne malar")
	u.key(fyne.KeyDelete)
	u.mustSee("Sletta malar")
	if len(u.ownTemplates()) != 0 {
		t.Error("it is still in use")
	}
	u.click("Angre slettinga")
	if len(u.ownTemplates()) != 1 || u.sees("Sletta malar") {
		t.Error("it did not come back")
	}
}

func TestATemplateIsWrittenAsAFileThatIsRead(t *testing.T) {
	u := openWindow(t)
	out := u.exportsTo()
	u.click("Malar")
	u.click("Eksporter …")
	u.mustSee("Filnamn")
	u.key(fyne.KeyReturn)
	u.mustSee("Fila ligg her")
	files, err := os.ReadDir(out)
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
	if _, err := templates.ReadFile(filepath.Join(out, files[0].Name())); err != nil {
		t.Error(err)
	}
}

func TestATemplateIsWrittenInTheWindowAndPublished(t *testing.T) {
	u := openWindow(t)
	u.click("Malar")
	u.click("Dupliser som eigen")
	u.click("Rediger")
	name := u.ownTemplates()[0].Name
	u.goInto(name.NB)
	u.write(" ny")
	u.press(control, fyne.KeyE)
	u.mustSee("Malen er publisert")
	own := u.ownTemplates()
	if own[0].Version != 2 || own[0].Name.NB != name.NB+" ny" {
		t.Errorf("version %d, %q", own[0].Version, own[0].Name.NB)
	}
	u.click("Lukk")
	u.goInto(name.NB + " ny") // the desk goes on with what was published
	u.write("are")
	u.press(control, fyne.KeyS)
	if own := u.ownTemplates(); !own[0].Changed || own[0].Version != 2 {
		t.Errorf("what is written on: %+v", own[0].Changed)
	}
}

func TestADraftIsOfferedTheNewerVersionOfItsTemplate(t *testing.T) {
	u := openWindow(t)
	ctx := context.Background()
	first, err := u.store.AddTemplate(ctx, withoutID(templates.All()[0]))
	if err != nil {
		t.Fatal(err)
	}
	a := newDraft(t, "1804")
	a.Template.ID = first.ID
	e := agreement.NewEditor(a)
	mine := agreement.Place{Section: "background", Part: agreement.PartHeading}
	if err := e.Do(agreement.SetText(mine, agreement.Nynorsk, "Min bakgrunn")); err != nil {
		t.Fatal(err)
	}
	if a, err = u.store.Save(ctx, e.Agreement()); err != nil {
		t.Fatal(err)
	}
	working, err := u.store.OpenTemplate(ctx, first.ID)
	if err != nil {
		t.Fatal(err)
	}
	w := agreement.NewEditor(working)
	for _, f := range agreement.Forms {
		if err := w.Do(agreement.SetText(mine, f, "Ny bakgrunn")); err != nil {
			t.Fatal(err)
		}
		if err := w.Do(agreement.SetText(agreement.Place{Part: agreement.PartTheme}, f, "Nytt tema")); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := u.store.SaveTemplate(ctx, w.Agreement()); err != nil {
		t.Fatal(err)
	}
	if _, err := u.store.PublishTemplate(ctx, first.ID); err != nil {
		t.Fatal(err)
	}

	u.press(control, fyne.KeyN)
	u.press(control, fyne.KeyW)
	u.key(fyne.KeyDown, fyne.KeyReturn)
	u.mustSee("no finst versjon 2")
	u.click("Sjå endringane …")
	u.mustSee("Du har endra dette sjølv")
	u.click("Ta inn éi endring")
	u.press(control, fyne.KeyS)
	got, err := u.store.Load(ctx, a.ID)
	if err != nil {
		t.Fatal(err)
	}
	s, _ := got.Section("background")
	if got.Theme.NN != "Nytt tema" || s.Heading.NN != "Min bakgrunn" || got.Template.Version != 2 {
		t.Errorf("theme %q, heading %q, version %d", got.Theme.NN, s.Heading.NN, got.Template.Version)
	}
	if u.sees("no finst versjon 2") {
		t.Error("it is still offered")
	}
	u.press(control, fyne.KeyZ)
	u.mustSee("no finst versjon 2")
	u.click("Ikkje no")
	if u.sees("no finst versjon 2") {
		t.Error("it is offered though the user said not now")
	}
}

func withoutID(t agreement.Template) agreement.Template {
	t.ID, t.Version = "", 0
	return t
}

// editTemplate makes a template of the user's own and opens it on the desk.
func (u *user) editTemplate() agreement.Agreement {
	u.Helper()
	u.click("Malar")
	u.click("Dupliser som eigen")
	u.click("Rediger")
	u.mustSee("Malen og partane")
	return u.working()
}

// working gives the working copy of the user's only template.
func (u *user) working() agreement.Agreement {
	u.Helper()
	u.clock.pass()
	a, err := u.store.OpenTemplate(context.Background(), u.ownTemplates()[0].ID)
	if err != nil {
		u.Fatal(err)
	}
	return a
}

func TestAQuestionIsAddedToATemplateAndMentioned(t *testing.T) {
	u := openWindow(t)
	a := u.editTemplate()
	u.click("Opplysningar")
	u.click("Nytt spørsmål")
	u.write("Møtestad")
	u.key(fyne.KeyReturn)
	u.mustSee("{motestad}")
	s, _ := a.Section("background")
	u.click(s.Heading.NN)
	u.goInto(s.Heading.NN)
	u.press(control, fyne.KeyI)
	u.mustSee("kortnamnet")
	for range agreement.PlaceholderIDs(a.Roles, a.Fields)[:len(a.Roles)*2+len(a.Fields)] {
		u.key(fyne.KeyDown)
	}
	u.key(fyne.KeyReturn)
	got := u.working()
	f, ok := got.Field("motestad")
	if !ok || f.Label.NN != "Møtestad" {
		t.Errorf("%+v", got.Fields)
	}
	if now, _ := got.Section("background"); now.Heading.NB != s.Heading.NB+"{motestad}" {
		t.Errorf("heading %q", now.Heading.NB)
	}
}

func TestWhatATemplateNeedsIsNotTakenOut(t *testing.T) {
	u := openWindow(t)
	u.editTemplate()
	if !u.removeFirst() {
		t.Fatal("no button to remove a role")
	}
	u.mustSee("Rolla kan ikkje takast ut")
	u.key(fyne.KeyEscape)
	if len(u.working().Roles) != 2 {
		t.Error("it was taken out")
	}
}

// removeFirst presses the first button that takes something out and reports whether there was one.
func (u *user) removeFirst() bool {
	for _, o := range u.objects() {
		if b, ok := o.(*widgets.IconButton); ok && strings.HasPrefix(b.Hint, "Fjern") && !b.Disabled() {
			b.Tapped(&fyne.PointEvent{})
			return true
		}
	}
	return false
}

func TestATextOfATemplateIsLockedAndASectionAdded(t *testing.T) {
	u := openWindow(t)
	a := u.editTemplate()
	i := section(a, "municipality")
	u.click(a.Sections[i].Heading.NN)
	first := a.Sections[i].Items[0].Text
	u.goInto(first.NN)
	u.press(control, fyne.KeyL)
	u.mustSee("Teksten er låst")
	u.write(" òg")
	u.click("Ny del etter denne")
	u.write("Økonomi")
	u.key(fyne.KeyReturn)
	got := u.working()
	if text := got.Sections[i].Items[0].Text; !text.Locked() || text.Deviates() || text.NN != first.NN+" òg" {
		t.Errorf("%+v", text)
	}
	if s := got.Sections[i+1]; s.Heading.NN != "Økonomi" || s.Kind != agreement.Prose {
		t.Errorf("%+v", s)
	}
	u.click("Ta ut delen")
	u.mustSee("Tok ut: Økonomi")
	u.press(control, fyne.KeyZ)
	if got := u.working(); len(got.Sections) != len(a.Sections)+1 {
		t.Error("undoing does not bring the section back")
	}
}
