package ui_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/parties"
)

// openParties opens the window and goes to the parties.
func openParties(t *testing.T, prepare ...func(*data.Store)) (*user, *data.Store) {
	t.Helper()
	u, store := newUser(t, prepare...)
	u.start(store)
	u.press(control|shift, fyne.KeyK)
	u.mustSee("Partar i bruk")
	return u, store
}

// keptParty puts an organisation into the register.
func keptParty(name, number string, contacts ...agreement.Person) func(*data.Store) {
	return func(store *data.Store) {
		_, _ = store.SaveParty(context.Background(), parties.Entry{Party: agreement.Party{
			Kind: agreement.OrganisationParty, Name: name, OrgNumber: number, Contacts: contacts,
		}})
	}
}

func registered(t *testing.T, store *data.Store) []parties.Entry {
	t.Helper()
	all, err := store.Parties(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAnEmptyRegisterOfPartiesSaysWhatToDoAndFindsEveryMunicipality(t *testing.T) {
	u, _ := openParties(t)
	u.mustSee("Ingen partar er i bruk enno")
	u.write("bodø")
	u.mustSee("Bodø kommune")
	u.mustSee("1804, Nordland")
	u.key(fyne.KeyEscape)
	u.write("qqqq")
	u.mustSee("Ingen part har «qqqq»")
	u.mustSeeNoKeys()
}

func TestANewOrganisationIsKeptAndTakenBack(t *testing.T) {
	u, store := openParties(t)
	u.click("Ny organisasjon")
	u.write("Bygdelaget")
	u.tab(2)
	u.write("974760674")
	u.mustSee("Organisasjonsnummeret 974760674 stemmer ikkje")
	u.key(fyne.KeyBackspace)
	u.write("3")
	u.click("Legg til kontaktperson")
	u.write("Kari Nordmann")
	u.tab(2)
	u.write("daglig leder")
	u.click("Lagre")
	all := registered(t, store)
	if len(all) != 1 || all[0].OrgNumber != "974760673" || all[0].Contacts[0].Name != "Kari Nordmann" || all[0].Contacts[0].Title.NN != "dagleg leiar" {
		t.Fatalf("%+v", all)
	}
	u.mustSee("Kari Nordmann, dagleg leiar")
	u.mustSee("974\u00a0760\u00a0673")
	u.press(control, fyne.KeyZ)
	if all := registered(t, store); len(all) != 0 {
		t.Errorf("%+v", all)
	}
}

func TestAnOrganisationIsDeletedWithTheKeyboardAndComesBack(t *testing.T) {
	u, store := openParties(t, keptParty("Bygdelaget", "974760673"), keptParty("Koret", ""))
	u.key(fyne.KeyDown, fyne.KeyDelete)
	u.mustSee("Sletta frå registeret: Bygdelaget.")
	if all := registered(t, store); len(all) != 1 {
		t.Errorf("%+v", all)
	}
	u.press(control, fyne.KeyZ)
	if all := registered(t, store); len(all) != 2 {
		t.Errorf("%+v", all)
	}
}

func TestAListIsShownWithTheReasonsBeforeItIsTakenIn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lag.csv")
	write(t, path, "Namn;Orgnr;E-post\nSongkoret;;a@b.no\nFeil;9,12E+08;\nBygdelaget;974760673;b@b.no\n")
	u, store := openParties(t, keptParty("Bygdelaget", "974760673"))
	u.main.ReadPartyList(path)
	u.mustSee("Excel har gjort organisasjonsnummeret om til «9,12E+08»")
	u.mustSee("1 nye, 1 blir slått saman med ein som finst, 0 blir hoppa over, 1 med feil.")
	u.mustSeeNoKeys()
	if all := registered(t, store); len(all) != 1 {
		t.Errorf("taken in before anybody said so: %+v", all)
	}
	u.key(fyne.KeyDown, fyne.KeySpace) // the one that is there: leave it out
	u.mustSee("1 nye, 0 blir slått saman med ein som finst, 1 blir hoppa over, 1 med feil.")
	u.click("Hent inn")
	all := registered(t, store)
	if len(all) != 2 || all[1].Name != "Songkoret" || len(all[0].Contacts) != 0 {
		t.Errorf("%+v", all)
	}
	u.click("Angre")
	if all := registered(t, store); len(all) != 1 {
		t.Errorf("%+v", all)
	}
}

func TestTwoAreMergedAsTheUserChooses(t *testing.T) {
	u, store := openParties(t, keptParty("Bygdelaget", "974760673"), keptParty("Bygdelaget Framtid", "", agreement.Person{Name: "Kari"}))
	u.click("Slå saman …")
	u.key(fyne.KeyReturn)
	u.mustSee("Vel kva som skal gjelde")
	u.click("Bygdelaget Framtid")
	u.click("Slå saman")
	all := registered(t, store)
	if len(all) != 1 || all[0].Name != "Bygdelaget Framtid" || all[0].OrgNumber != "974760673" || len(all[0].Contacts) != 1 {
		t.Errorf("%+v", all)
	}
	u.mustSee("Heiter òg")
}

func TestAPersonIsRemovedAfterTheUserHasSeenWhereTheNameStands(t *testing.T) {
	kari := agreement.Person{ID: "contact-1", Name: "Kari Nordmann", Email: "kari@example.no"}
	draft := newDraft(t, "1804")
	draft.Parties[1].Contacts = []agreement.Person{kari}
	u, store := openParties(t, keptParty("Bygdelaget", "", kari), func(s *data.Store) { _, _ = s.Save(context.Background(), draft) })
	u.write("bygdelaget")
	u.click("Fjern ein person overalt …")
	u.mustSee("Bodø kommune  ·  kari@example.no  ·  1 utkast")
	u.mustSee("Bygdelaget  ·  kari@example.no  ·  i registeret")
	u.mustSee("PDF-ar, filer du har eksportert")
	u.click("Fjern for godt")
	u.mustSee("Kari Nordmann er fjerna.")
	u.mustSeeNoKeys()
	if all := registered(t, store); len(all[0].Contacts) != 0 {
		t.Errorf("%+v", all)
	}
	if a, err := store.Load(context.Background(), draft.ID); err != nil || a.Parties[1].Contacts[0].Name != "" {
		t.Errorf("%+v, %v", a.Parties, err)
	}
}

func TestAGroupIsMadeOfThePartiesThatAreShown(t *testing.T) {
	u, store := openParties(t)
	u.write("nordland")
	u.click("Grupper …")
	u.write("Heile Nordland")
	u.clickContaining("Lag gruppe av dei")
	groups, err := store.PartyGroups(context.Background())
	if err != nil || len(groups) != 1 || len(groups[0].Members) != 42 { // 41 municipalities and the county
		t.Errorf("%+v, %v", groups, err)
	}
	u.mustSee("Gruppa Heile Nordland er laga.")
}

func TestWhoeverTheRegisterNamesIsInANewDraft(t *testing.T) {
	b, _ := parties.BodyOf("1804")
	bodo := parties.Entry{Party: b.Party()}
	bodo.Contacts = []agreement.Person{{Name: "Kari Nordmann", Email: "kari@example.no"}}
	bodo.Signatories = []agreement.Person{{Name: "Ola Hansen", Title: agreement.Both("ordfører", "ordførar")}}
	u, store := openParties(t, func(s *data.Store) { _, _ = s.SaveParty(context.Background(), bodo) })
	u.createDraft("Bodø")
	found, err := store.List(context.Background(), data.Query{Search: "Kari Nordmann"})
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	a, err := store.Load(context.Background(), found[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, q := range append(a.Parties[1].Contacts, a.Parties[1].Signatories...) {
		said = append(said, q.Name+" "+q.Email+" "+q.Title.NN)
	}
	if got := strings.Join(said, "|"); !strings.Contains(got, "Kari Nordmann kari@example.no") || !strings.Contains(got, "Ola Hansen  ordførar") {
		t.Error(got)
	}
}
