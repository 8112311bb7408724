package data_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/parties"
)

func partyStore(t *testing.T) *data.Store {
	t.Helper()
	s := open(t, t.TempDir(), data.WithClock(func() time.Time { return time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC) }))
	t.Cleanup(func() { s.Close() })
	return s
}

func organisation(name, number string, contacts ...agreement.Person) parties.Entry {
	return parties.Entry{Party: agreement.Party{Kind: agreement.OrganisationParty, Name: name, OrgNumber: number, Contacts: contacts}}
}

func keepParty(t *testing.T, s *data.Store, e parties.Entry) parties.Entry {
	t.Helper()
	kept, err := s.SaveParty(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func partyNames(t *testing.T, s *data.Store) []string {
	t.Helper()
	all, err := s.Parties(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, e := range all {
		names = append(names, e.Name)
	}
	return names
}

func keyOf(err error) string {
	var e *agreement.Error
	if errors.As(err, &e) {
		return e.Key
	}
	return ""
}

func TestPartiesAreKeptAsTheyWereWritten(t *testing.T) {
	s := partyStore(t)
	kari := agreement.Person{Name: " Kari\tNordmann", Email: "kari@example.no", Title: agreement.Both("leder", "leiar")}
	e := keepParty(t, s, organisation("Åsen  vel", "974 760 673", kari, agreement.Person{}))
	keepParty(t, s, organisation("Bygdelaget", ""))
	if got := partyNames(t, s); !slices.Equal(got, []string{"Bygdelaget", "Åsen vel"}) {
		t.Errorf("%q", got)
	}
	all, _ := s.Parties(t.Context())
	if got := all[1]; !got.Same(e) || got.ID != e.ID || got.OrgNumber != "974760673" || got.Short != "Åsen vel" ||
		len(got.Contacts) != 1 || got.Contacts[0].Name != "Kari Nordmann" || got.Updated != e.Updated {
		t.Errorf("%+v, saved %+v", got, e)
	}
	e.Address = "Storgata 1"
	if again := keepParty(t, s, e); again.ID != e.ID || len(partyNames(t, s)) != 2 {
		t.Errorf("editing made another one: %+v", again)
	}
}

func TestAnOrganisationNumberBelongsToOneOrganisation(t *testing.T) {
	s := partyStore(t)
	first := keepParty(t, s, organisation("Bygdelaget", "974760673"))
	for key, e := range map[string]parties.Entry{
		"error.parties.taken": organisation("Koret", "974760673"), "error.parties.number_check": organisation("Koret", "974760674"),
		"error.parties.name": organisation(" ", ""),
	} {
		if _, err := s.SaveParty(t.Context(), e); keyOf(err) != key {
			t.Errorf("%v, want %s", err, key)
		}
	}
	if err := s.DeleteParty(t.Context(), first.ID); err != nil {
		t.Fatal(err)
	}
	keepParty(t, s, organisation("Koret", "974760673"))
	if err := s.RestoreParty(t.Context(), first.ID); agreement.CodeOf(err) != agreement.Conflict {
		t.Errorf("two organisations have the same number: %v", err)
	}
}

func TestWhatIsAddedAboutAMunicipalityIsKeptOnce(t *testing.T) {
	s := partyStore(t)
	b, _ := parties.BodyOf("1804")
	e := parties.Entry{Party: b.Party()}
	e.Contacts = []agreement.Person{{Name: "Kari"}}
	first := keepParty(t, s, e)
	e.Contacts, e.Name = []agreement.Person{{Name: "Per"}}, "Noko anna"
	if second := keepParty(t, s, e); second.ID != first.ID || second.Name != "Bodø kommune" || second.Contacts[0].Name != "Per" {
		t.Errorf("%+v after %+v", second, first)
	}
}

func TestADeletedPartyComesBackAsItWas(t *testing.T) {
	s := partyStore(t)
	e := keepParty(t, s, organisation("Bygdelaget", "974760673"))
	g, err := s.SavePartyGroup(t.Context(), parties.Group{Name: "Folkehelse", Members: []string{e.Key(), "1804"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.DeleteParty(t.Context(), e.ID); err != nil || len(partyNames(t, s)) != 0 {
		t.Errorf("%v, %q", err, partyNames(t, s))
	}
	if err := s.RestoreParty(t.Context(), e.ID); err != nil || len(partyNames(t, s)) != 1 {
		t.Errorf("%v, %q", err, partyNames(t, s))
	}
	if groups, _ := s.PartyGroups(t.Context()); len(groups) != 1 || !slices.Equal(groups[0].Members, g.Members) {
		t.Errorf("%+v", groups)
	}
	if err := s.DeleteParty(t.Context(), 4711); agreement.CodeOf(err) != agreement.NotFound {
		t.Errorf("%v", err)
	}
}

func TestGroupsAreNamedListsOfCounterparts(t *testing.T) {
	s := partyStore(t)
	save := func(g parties.Group) (parties.Group, error) { return s.SavePartyGroup(t.Context(), g) }
	g, err := save(parties.Group{Name: " Kyst  kommunar ", Members: []string{"1804", "1804", "1824"}})
	if err != nil || g.Name != "Kyst kommunar" || !slices.Equal(g.Members, []string{"1804", "1824"}) {
		t.Fatalf("%+v, %v", g, err)
	}
	if _, err := save(parties.Group{Name: "KYST KOMMUNAR"}); agreement.CodeOf(err) != agreement.Conflict {
		t.Errorf("two groups have one name: %v", err)
	}
	if _, err := save(parties.Group{Name: " "}); keyOf(err) != "error.parties.group_name" {
		t.Errorf("%v", err)
	}
	g.Name = "Kystkommunar"
	if again, err := save(g); err != nil || again.ID != g.ID {
		t.Errorf("%+v, %v", again, err)
	}
	if err := s.DeletePartyGroup(t.Context(), g.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := save(g); err != nil {
		t.Fatal(err)
	}
	if groups, err := s.PartyGroups(t.Context()); err != nil || len(groups) != 1 || groups[0].ID != g.ID {
		t.Errorf("saving it again does not bring it back: %+v, %v", groups, err)
	}
}

func TestMergingTwoCanBeTakenBack(t *testing.T) {
	s := partyStore(t)
	one := keepParty(t, s, organisation("Bygdelaget", "974760673", agreement.Person{Name: "Kari"}))
	two := keepParty(t, s, organisation("Bygdelaget Framtid", "", agreement.Person{Name: "Per"}))
	g, err := s.SavePartyGroup(t.Context(), parties.Group{Name: "Folkehelse", Members: []string{two.Key(), "1804"}})
	if err != nil {
		t.Fatal(err)
	}
	merged, back, err := s.MergeParties(t.Context(), one.ID, two.ID, parties.NameFact)
	if err != nil || merged.ID != one.ID || merged.Name != two.Name || len(merged.Contacts) != 2 {
		t.Fatalf("%+v, %v", merged, err)
	}
	groups, _ := s.PartyGroups(t.Context())
	if got := partyNames(t, s); len(got) != 1 || !slices.Equal(groups[0].Members, []string{one.Key(), "1804"}) {
		t.Errorf("%q, %+v", got, groups)
	}
	if err := s.ChangeParties(t.Context(), back); err != nil {
		t.Fatal(err)
	}
	all, _ := s.Parties(t.Context())
	groups, _ = s.PartyGroups(t.Context())
	if len(all) != 2 || !all[0].Same(one) || !all[1].Same(two) || !slices.Equal(groups[0].Members, g.Members) {
		t.Errorf("%+v, %+v", all, groups)
	}
	if _, _, err := s.MergeParties(t.Context(), one.ID, 4711); agreement.CodeOf(err) != agreement.NotFound {
		t.Errorf("%v", err)
	}
}

// importList takes in a list after choose has gone over what would be done.
func importList(t *testing.T, s *data.Store, content string, overwrite bool, choose func([]parties.Planned)) data.PartiesImported {
	t.Helper()
	list, err := parties.Read([]byte(content))
	if err != nil {
		t.Fatal(err)
	}
	known, err := s.Parties(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	plan := parties.Plan(list.Rows, known)
	if choose != nil {
		choose(plan)
	}
	done, err := s.ImportParties(t.Context(), plan, overwrite)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

const partyList = "Namn;Orgnr;Adresse;E-post;Gruppe\n" +
	"Bygdelaget;974760673;Nygata 2;a@b.no;Folkehelse\n" +
	"Koret;;;k@b.no;Folkehelse\n" +
	"koret;;;;\n" +
	"Bodø kommune;;;post@example.no;\n" +
	"Feil;12;;;\n"

func TestAListIsTakenInAndTakenBack(t *testing.T) {
	s := partyStore(t)
	before := organisation("Bygdelaget", "974760673")
	before.Address = "Storgata 1"
	before = keepParty(t, s, before)
	done := importList(t, s, partyList, false, nil)
	if done.Added != 2 || done.Merged != 2 || done.Skipped != 1 {
		t.Errorf("%+v", done)
	}
	all, _ := s.Parties(t.Context())
	groups, _ := s.PartyGroups(t.Context())
	if got := partyNames(t, s); !slices.Equal(got, []string{"Bodø kommune", "Bygdelaget", "Koret"}) ||
		all[1].Address != "Storgata 1" || len(all[1].Contacts) != 1 || len(groups) != 1 || len(groups[0].Members) != 2 {
		t.Errorf("%+v, %+v", all, groups)
	}
	if err := s.ChangeParties(t.Context(), done.Back); err != nil {
		t.Fatal(err)
	}
	all, _ = s.Parties(t.Context())
	groups, _ = s.PartyGroups(t.Context())
	if len(all) != 1 || !all[0].Same(before) || len(groups) != 0 {
		t.Errorf("%+v, %+v", all, groups)
	}
}

func TestAListPutsItsPartiesIntoGroupsByName(t *testing.T) {
	s := partyStore(t)
	before, err := s.SavePartyGroup(t.Context(), parties.Group{Name: "Folkehelse", Members: []string{"1804"}})
	must(t, err)
	done := importList(t, s, "Namn;Gruppe\nKoret;FOLKEHELSE, Kultur\nLaget;kultur\nkoret;Folkehelse\nBodø kommune;Folkehelse\n", false, nil)
	groups, _ := s.PartyGroups(t.Context())
	if done.Added != 3 || len(groups) != 2 || groups[0].Name != "Folkehelse" || groups[1].Name != "Kultur" ||
		len(groups[0].Members) != 2 || groups[0].Members[0] != "1804" || len(groups[1].Members) != 2 {
		t.Errorf("%+v, %+v", done, groups)
	}
	must(t, s.ChangeParties(t.Context(), done.Back))
	if groups, _ = s.PartyGroups(t.Context()); len(groups) != 1 || groups[0].ID != before.ID || !slices.Equal(groups[0].Members, before.Members) {
		t.Errorf("taken back: %+v", groups)
	}
}

func TestWhoeverImportsChoosesWhatIsDone(t *testing.T) {
	s := partyStore(t)
	keepParty(t, s, organisation("Koret", ""))
	address := organisation("Bygdelaget", "974760673")
	address.Address = "Storgata 1"
	keepParty(t, s, address)
	done := importList(t, s, partyList, true, func(plan []parties.Planned) {
		plan[1].Choice, plan[3].Choice = parties.Add, parties.Skip
	})
	all, _ := s.Parties(t.Context())
	if got := partyNames(t, s); !slices.Equal(got, []string{"Bygdelaget", "Koret", "Koret"}) || all[0].Address != "Nygata 2" || done.Skipped != 3 {
		t.Errorf("%q, %+v, %+v", got, all[0], done)
	}
}

func TestListedPartiesAreAllThatCanBeParties(t *testing.T) {
	s := partyStore(t)
	kept := keepParty(t, s, organisation("Bygdelaget", "974760673"))
	for _, a := range []agreement.Agreement{
		withOrganisation("a", "Bygdelaget", ""), withOrganisation("b", "Idrettslaget", "971032146"), withOrganisation("c", "Idrettslaget nytt", "971032146"),
	} {
		if _, err := s.Save(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	all, err := s.ListedParties(t.Context())
	if err != nil || len(all) != 15+357+2 {
		t.Fatalf("%d, %v", len(all), err)
	}
	counts := map[string]int{}
	for _, p := range all {
		if p.Agreements > 0 {
			counts[p.Name] = p.Agreements
		}
		if p.Kept != (p.ID == kept.ID) {
			t.Errorf("%s is kept: %v", p.Name, p.Kept)
		}
	}
	if len(counts) != 3 || counts["Bygdelaget"] != 1 || counts["Idrettslaget nytt"] != 2 || counts["Nordland fylkeskommune"] != 3 {
		t.Errorf("%v", counts)
	}
	with, err := s.AgreementsWith(t.Context(), kept)
	if err != nil || len(with) != 1 || with[0].ID != "a" {
		t.Errorf("%v, %v", with, err)
	}
}

func TestKnownPartiesComeWithTheirPeople(t *testing.T) {
	s := partyStore(t)
	keepParty(t, s, organisation("Bygdelaget", "", agreement.Person{Name: "Kari"}))
	keepParty(t, s, organisation("Koret", ""))
	for _, a := range []agreement.Agreement{withOrganisation("a", "bygdelaget", ""), withOrganisation("b", "Idrettslaget", "971032146")} {
		if _, err := s.Save(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	known, err := s.KnownParties(t.Context())
	var got []string
	for _, p := range known {
		got = append(got, p.Name)
	}
	if err != nil || !slices.Equal(got, []string{"Idrettslaget", "Bygdelaget", "Koret"}) || len(known[1].Contacts) != 1 {
		t.Errorf("%+v, %v", known, err)
	}
}

func TestWhatAgreementsSayOfAPartyIsLearnt(t *testing.T) {
	s := partyStore(t)
	a := withOrganisation("a", "Bygdelaget", "") // with Kari Nordmann
	save(t, s, a)
	b := withOrganisation("b", "BYGDELAGET", "974760673")
	b.Parties[len(b.Parties)-1].Contacts = []agreement.Person{{ID: "contact-1", Name: " "}, {ID: "contact-2", Name: "Per Hansen"}}
	save(t, s, b)
	got, err := s.LearnParty(t.Context(), organisation("Bygdelaget", "").Clean())
	if err != nil || got.OrgNumber != "974760673" || got.Address != "Storgata 1" || len(got.Also) != 0 || got.Name != "Bygdelaget" ||
		len(got.Contacts) != 2 || got.Contacts[0].Name != "Per Hansen" || got.Contacts[1].Name != "Kari Nordmann" {
		t.Errorf("%+v, %v", got, err)
	}
}

func save(t *testing.T, s *data.Store, a agreement.Agreement) agreement.Agreement {
	t.Helper()
	saved, err := s.Save(t.Context(), a)
	must(t, err)
	return saved
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
