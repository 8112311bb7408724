package ui_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/agreement/register"
	"avtalebok/data"
	"avtalebok/demo"
	"avtalebok/locales"
)

// openRegister opens the window on the sample register and goes to the register.
func openRegister(t *testing.T) *user {
	t.Helper()
	u := openWindow(t)
	if err := demo.FillRegister(context.Background(), u.store.(*data.Store)); err != nil {
		t.Fatal(err)
	}
	u.start(u.store)
	u.press(control|shift, fyne.KeyA)
	return u
}

// entryOf finds the entry with a counterpart.
func (u *user) entryOf(counterpart string) *register.Entry {
	u.Helper()
	all, err := u.store.Register(context.Background(), register.Query{})
	if err != nil {
		u.Fatal(err)
	}
	for _, e := range all {
		if e.Counterpart(u.store.Today()) == counterpart {
			return e
		}
	}
	u.Fatalf("no agreement with %s", counterpart)
	return nil
}

func TestTheRegisterSaysHowManyAgreementsThereAre(t *testing.T) {
	u := openRegister(t)
	u.mustSee("25 avtalar med 24 organisasjonar, 13 partnarskapsavtalar, 12 samarbeidsavtalar")
	u.click("Slag …")
	u.click("Samarbeidsavtale")
	u.click("Vis desse")
	u.mustSee("12 avtalar med 12 organisasjonar, 12 samarbeidsavtalar")
	if u.sees("Hjerterom frivilligsentral") {
		t.Error("the table shows what the filter leaves out")
	}
	u.mustSee("Slag: Samarbeidsavtale")
	u.click("Nullstill")
	u.mustSee("25 avtalar med 24 organisasjonar")
	u.write("kulturbrua")
	u.mustSee("1 avtale med 1 organisasjon, 1 samarbeidsavtale")
	u.write("xyz")
	u.mustSee("Ingen treff")
	u.key(fyne.KeyEscape)
	u.mustSee("25 avtalar med 24 organisasjonar")
}

func TestTheTotalsAreSaidInTheLanguageOfTheWindow(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long; run without -short")
	}
	for language, want := range map[string]string{
		"nb": "25 avtaler med 24 organisasjoner, 13 partnerskapsavtaler, 12 samarbeidsavtaler",
		"en": "25 agreements with 24 organisations, 13 partnership agreements, 12 cooperation agreements",
	} {
		u := openRegister(t)
		if err := u.store.SetSetting(context.Background(), "window.language", language); err != nil {
			t.Fatal(err)
		}
		u.start(u.store)
		u.press(control|shift, fyne.KeyA)
		u.mustSee(want)
	}
}

func TestColumnsAreSortedByAndGroupsStandBeneathTheirNames(t *testing.T) {
	u := openRegister(t)
	at := func(name string) int {
		for i, w := range u.words() {
			if w == name {
				return i
			}
		}
		return -1
	}
	u.click("Motpart")
	if a, b := at("Barn i bevegelse"), at("Åpen dør"); a < 0 || b > 0 && b < a {
		t.Errorf("by name: %q", u.words())
	}
	first, last := at("Barn i bevegelse"), at("Ungdommens kystlag")
	u.click("Motpart")
	if first > last || at("Barn i bevegelse") < at("Ungdommens kystlag") {
		t.Errorf("the other way round: %q", u.words())
	}
	u.click("Utan grupper")
	u.click("Grupper etter status")
	u.mustSee("Utkast  ·  3 avtalar")
	u.mustSee("Hos motparten  ·  2 avtalar")
}

func TestAViewComesBack(t *testing.T) {
	u := openRegister(t)
	u.click("Status …")
	u.click("Utkast")
	u.click("Vis desse")
	u.mustSee("3 avtalar med 3 organisasjonar")
	u.click("Visingar …")
	u.mustSee("Du har ingen lagra visingar enno.")
	u.write("Utkasta mine")
	u.key(fyne.KeyReturn)
	u.mustSee("Vising: Utkasta mine …")
	u.click("Nullstill")
	u.mustSee("25 avtalar")
	u.click("Visingar …")
	u.click("Utkasta mine")
	u.mustSee("3 avtalar med 3 organisasjonar")
	u.click("Vising: Utkasta mine …")
	u.click("Slett")
	u.mustSee("Du har ingen lagra visingar enno.")
}

func TestTheFiguresStandInWordsToo(t *testing.T) {
	u := openRegister(t)
	u.click("Tal")
	u.mustSee("13  (52\u00a0%)")
	u.mustSee("12  (48\u00a0%)")
	u.mustSee("Språklova § 13")
	u.mustSee("ikkje signert")
	u.mustSeeNoKeys()
}

func TestAnAgreementIsFollowedFromDraftToItsEnd(t *testing.T) {
	u := openRegister(t)
	u.write("Hverdagsvenner")
	u.key(fyne.KeyDown, fyne.KeyReturn)
	u.mustSee("Politisk forankra i Vestfold fylkeskommune")
	u.mustSee("Ikkje signert.")
	u.click("Registrer signering")
	u.mustSee("kan teksten ikkje endrast meir")
	u.click("Registrer")
	id := u.entryOf("Hverdagsvenner").ID
	if e := u.entryOf("Hverdagsvenner"); !e.Frozen() {
		u.mustSee("Avtalen er ikkje klar") // a sample draft may lack names: the reason is said
		return
	}
	u.mustSee("Signert 23. november 2026")
	u.mustSee("Gjeld frå 23. november 2026")
	u.click("Registrer oppseiing")
	u.click("Registrer")
	if e := u.entryOf("Hverdagsvenner"); e.Given == nil {
		t.Fatal("no notice was recorded")
	}
	u.mustSee("Siste dag er 23. februar 2027")
	u.click("Ta tilbake det siste")
	u.mustSee("Vil du ta tilbake dette?")
	u.key(fyne.KeyReturn)
	if e := u.entryOf("Hverdagsvenner"); e.Given != nil || e.ID != id {
		t.Error("the notice is still there")
	}
	u.mustSee("(teken tilbake)")
}

func TestAStepThatCannotBeTakenSaysWhatComesFirst(t *testing.T) {
	u := openRegister(t)
	u.write("Seniornettet")
	u.key(fyne.KeyDown, fyne.KeyReturn)
	u.mustSee("Registrer saksnummer og dato for: Vestfold fylkeskommune")
	if u.sees("Registrer signering") {
		t.Error("signing is offered before the decision")
	}
	u.click("Registrer vedtak")
	u.write("26/812")
	u.click("Registrer")
	if got := u.entryOf("Seniornettet Solsiden").Anchored; len(got) != 1 || got[0].Case != "26/812" {
		t.Errorf("decisions %+v", got)
	}
	u.mustSee("sak 26/812")
	u.mustSee("Registrer signering")
}

func TestASignedAgreementIsReadAndNotWritten(t *testing.T) {
	u := openRegister(t)
	u.write("Hjerterom")
	u.key(fyne.KeyDown, fyne.KeyReturn)
	u.click("Les avtalen")
	u.mustSee("Avtalen er signert (Løpande) og kan berre lesast her.")
	before := u.entryOf("Hjerterom frivilligsentral").Revision
	u.clickContaining("Bakgrunn")
	for _, text := range u.entries() {
		if strings.HasPrefix(text, "God helse er ulikt") {
			u.goInto(text)
			u.write("x")
			u.entry(text) // stands as it was
			break
		}
	}
	u.mustSee("Lag ein endringsavtale eller ein ny versjon")
	u.press(control, fyne.KeyS)
	if after := u.entryOf("Hjerterom frivilligsentral").Revision; after != before {
		t.Errorf("revision %d after %d", after, before)
	}
	u.click("Lag endringsavtale")
	found := u.entryOf("Hjerterom frivilligsentral")
	if found.Amends == nil {
		all, _ := u.store.Register(context.Background(), register.Query{Filter: register.Filter{Amendments: true}})
		if len(all) != 26 {
			t.Errorf("%d agreements", len(all))
		}
	}
}

func TestTheSignedFileIsOpenedAndChecked(t *testing.T) {
	u := openRegister(t)
	u.write("Hjerterom")
	u.key(fyne.KeyDown, fyne.KeyReturn)
	u.click("Kontroller at ho er uendra")
	u.mustSee("Fila er uendra")
	u.key(fyne.KeyEscape)
	u.click("Opne")
	if len(u.opened) != 1 || !strings.HasSuffix(u.opened[0], ".pdf") {
		t.Errorf("opened %q", u.opened)
	}
}

func TestWhatIsDueIsToldAtTheStartAndMarkedAsDone(t *testing.T) {
	u := openRegister(t)
	u.press(control, fyne.KeyW)
	u.mustSee("over fristen")
	due := func() int {
		all, _ := u.store.Register(context.Background(), register.Query{})
		return len(register.Due(all, u.store.Today(), 365, 30))
	}
	before := due()
	u.click("Sjå oppfølginga")
	u.mustSee("2026")
	u.mustSee("Årleg møte")
	u.click("Merk som gjort")
	if after := due(); after != before-1 {
		t.Errorf("%d due after %d", after, before)
	}
	u.mustSee("Merkt som gjort:")
	u.click("Angre")
	if after := due(); after != before {
		t.Errorf("%d due after %d", after, before)
	}
}

func TestTheRegisterShowsNoKeys(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long; run without -short")
	}
	for _, language := range locales.Languages {
		u := openRegister(t)
		if err := u.store.SetSetting(context.Background(), "window.language", language); err != nil {
			t.Fatal(err)
		}
		u.start(u.store)
		u.mustSeeNoKeys()
		u.press(control|shift, fyne.KeyA)
		u.mustSeeNoKeys()
		words := locales.New(language)
		for _, part := range []string{"figures", "follow", "table"} {
			u.click(words.T("register.part." + part))
			u.mustSeeNoKeys()
		}
		u.click(words.T("register.out.button"))
		u.mustSeeNoKeys()
		u.key(fyne.KeyEscape)
		for _, counterpart := range []string{"Hjerterom", "Matglede", "Seniornettet", "Barn i"} {
			u.press(control, fyne.KeyF)
			for range 20 {
				u.key(fyne.KeyBackspace)
			}
			u.write(counterpart)
			u.key(fyne.KeyDown, fyne.KeyReturn)
			u.mustSeeNoKeys()
			u.key(fyne.KeyEscape)
		}
	}
}
