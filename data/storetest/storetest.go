// Package storetest says what a store of agreements must do, as tests that run against every implementation.
//
// It must not know how an implementation keeps things; what only one of them can get wrong is tested beside it.
package storetest

import (
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
)

// Store is what is tested.
type Store interface {
	Save(ctx context.Context, a agreement.Agreement) (agreement.Agreement, error)
	Load(ctx context.Context, id string) (agreement.Agreement, error)
	LoadRevision(ctx context.Context, id string, number int) (agreement.Agreement, error)
	Revisions(ctx context.Context, id string) ([]data.RevisionInfo, error)
	List(ctx context.Context, q data.Query) ([]data.Summary, error)
	Delete(ctx context.Context, id string) error
	Restore(ctx context.Context, id string) error
	Setting(ctx context.Context, key string) (string, error)
	SetSetting(ctx context.Context, key, value string) error
	Close() error
}

// Open opens the store that is kept at a place, a folder of the test's own; the same place gives the same store.
// The store takes the time from clock.
type Open func(t *testing.T, place string, clock func() time.Time) Store

// TestStore runs every test against the stores that open opens.
func TestStore(t *testing.T, open Open) {
	groups := []struct {
		name string
		run  func(*testing.T, Open)
	}{
		{"saving", testSaving},
		{"deleting", testDeleting},
		{"listing", testListing},
		{"searching", testSearching},
		{"revisions", testRevisions},
		{"settings", testSettings},
		{"together", testTogether},
		{"against a model", testAgainstModel},
	}
	for _, g := range groups {
		t.Run(g.name, func(t *testing.T) { g.run(t, open) })
	}
}

// start is when the tests' clock begins: a moment with a fraction of a second, in a zone that is not UTC.
var start = time.Date(2026, time.March, 29, 1, 59, 30, 999, time.FixedZone("CET", 3600))

// fixture is an open store with its clock.
type fixture struct {
	Store
	now time.Time
}

func newFixture(t *testing.T, open Open) *fixture {
	t.Helper()
	f := &fixture{now: start}
	f.Store = opener(t, open, &f.now)()
	return f
}

// opener gives what opens one place, as often as it is called, by the clock now. What was opened is closed with the test.
func opener[S io.Closer](t *testing.T, open func(*testing.T, string, func() time.Time) S, now *time.Time) func() S {
	t.Helper()
	place := t.TempDir()
	return func() S {
		s := open(t, place, func() time.Time { return *now })
		t.Cleanup(func() {
			if err := s.Close(); err != nil {
				t.Error("close:", err)
			}
		})
		return s
	}
}

func (f *fixture) pass(d time.Duration) { f.now = f.now.Add(d) }

func (f *fixture) save(t *testing.T, a agreement.Agreement) agreement.Agreement {
	t.Helper()
	saved, err := f.Save(t.Context(), a)
	if err != nil {
		t.Fatal("save:", err)
	}
	return saved
}

func (f *fixture) ids(t *testing.T, q data.Query) []string {
	t.Helper()
	summaries, err := f.List(t.Context(), q)
	if err != nil {
		t.Fatalf("list %+v: %v", q, err)
	}
	ids := []string{}
	for _, s := range summaries {
		ids = append(ids, s.ID)
	}
	return ids
}

// wantError checks an error's code and key, and that a program can read them.
func wantError(t *testing.T, err error, code agreement.Code, key string) {
	t.Helper()
	var e *agreement.Error
	if !errors.As(err, &e) || e.Code != code || e.Key != key {
		t.Errorf("error %v, want %s %s", err, code, key)
	}
}

// Draft makes a new agreement between a county and a municipality, with one passage in each form.
func Draft(id, municipality, nb, nn string) agreement.Agreement {
	return agreement.Agreement{
		ID:       id,
		Template: agreement.TemplateRef{ID: "partnership-county-municipality", Version: 3},
		Kind:     agreement.Partnership,
		Status:   agreement.Draft,
		Title:    agreement.Both("Partnerskapsavtale", "Partnarskapsavtale"),
		Roles: []agreement.Role{
			{ID: "county", Kind: agreement.CountyParty, Label: agreement.Pair{NB: "fylkeskommunen", NN: "fylkeskommunen"}},
			{ID: "municipality", Kind: agreement.MunicipalityParty, Label: agreement.Pair{NB: "kommunen", NN: "kommunen"}},
		},
		Parties: []agreement.Party{
			{
				Role: "county", Kind: agreement.CountyParty, Number: "18", Name: "Nordland fylkeskommune", Short: "Nordland",
				Signatories: []agreement.Person{{ID: "s1", Title: agreement.Both("fylkesrådsleder", "fylkesrådsleiar")}},
			},
			{
				Role: "municipality", Kind: agreement.MunicipalityParty, Name: municipality + " kommune", Short: municipality,
				Contacts: []agreement.Person{{ID: "c1", Name: "Kari Øvrevåg", Email: "kari@example.no", Title: agreement.Both("rådgiver", "rådgivar")}},
			},
		},
		Fields: []agreement.Field{{
			ID: "case_number", Type: agreement.LineField, Answer: agreement.Answer{Value: "24/1234"},
			Label: agreement.Pair{NB: "Saksnummer", NN: "Saksnummer"},
		}},
		Sections: []agreement.Section{{
			ID: "background", Kind: agreement.Prose, Heading: agreement.Both("Bakgrunn", "Bakgrunn"),
			Items: []agreement.Item{{ID: "i1", Text: agreement.Text{Pair: agreement.Pair{NB: nb, NN: nn}}}},
		}},
	}
}

// withText gives the draft with its passage in bokmål replaced.
func withText(a agreement.Agreement, nb string) agreement.Agreement {
	s := a.Sections[0]
	item := s.Items[0]
	item.Text.NB = nb
	s.Items = []agreement.Item{item}
	a.Sections = []agreement.Section{s}
	return a
}

func textOf(a agreement.Agreement) string { return a.Sections[0].Items[0].Text.NB }
