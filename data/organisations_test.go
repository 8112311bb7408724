package data_test

import (
	"slices"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/storetest"
)

// withOrganisation gives a draft whose municipality's role an organisation holds.
func withOrganisation(id, name, number string) agreement.Agreement {
	a := storetest.Draft(id, "Bodø", "én", "ein")
	a.Parties = slices.Clone(a.Parties)
	p := &a.Parties[len(a.Parties)-1]
	*p = agreement.Party{
		ID: p.ID, Role: p.Role, Kind: agreement.OrganisationParty, Name: name, Short: name, OrgNumber: number, Address: "Storgata 1",
		Contacts: []agreement.Person{{ID: "contact-1", Name: "Kari Nordmann"}},
	}
	return a
}

func TestOrganisationsUsedBeforeAreGivenOnceTheLastSavedFirst(t *testing.T) {
	now := time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)
	s := open(t, t.TempDir(), data.WithClock(func() time.Time { return now }))
	defer s.Close()
	for _, a := range []agreement.Agreement{
		withOrganisation("a", "Bygdelaget", ""),
		withOrganisation("b", "Idrettslaget", "974760673"),
		withOrganisation("c", "Idrettslaget Glimt", "974760673"), // has a new name
		withOrganisation("d", "bygdelaget ", ""),
		withOrganisation("e", "Songkoret", ""),
		withOrganisation("f", "", ""),
		storetest.Draft("g", "Bodø", "én", "ein"),
	} {
		if _, err := s.Save(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Delete(t.Context(), "e"); err != nil {
		t.Fatal(err)
	}
	got, err := s.Organisations(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range got {
		names = append(names, p.Name)
		if p.Role != "" || p.ID != "" || len(p.Contacts) > 0 {
			t.Errorf("%s brings what belongs to the agreement: %+v", p.Name, p)
		}
		if p.Address != "Storgata 1" {
			t.Errorf("%s has lost its address", p.Name)
		}
	}
	if want := []string{"bygdelaget", "Idrettslaget Glimt"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

func BenchmarkOrganisations(b *testing.B) {
	s := open(b, b.TempDir())
	defer s.Close()
	for i := range 300 {
		if _, err := s.Save(b.Context(), withOrganisation(agreement.NewID(), "Lag "+string(rune('A'+i%26)), "")); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if _, err := s.Organisations(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
