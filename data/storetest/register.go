package storetest

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/data"
)

// Register is a store of drafts with a register, as it is tested.
type Register interface {
	Store
	Register(ctx context.Context, q register.Query) ([]*register.Entry, error)
	RegisterEntry(ctx context.Context, id string) (register.Entry, error)
	RecordEvents(ctx context.Context, id string, events ...register.Event) (register.Entry, error)
	UndoEvent(ctx context.Context, id string) (register.Entry, error)
	Events(ctx context.Context, id string) ([]register.Event, error)
	SetFacts(ctx context.Context, id string, facts register.Facts) (register.Entry, error)
	Attach(ctx context.Context, id, name string, r io.Reader) (register.Entry, error)
	SignedFile(ctx context.Context, id string) ([]byte, register.File, error)
	Amend(ctx context.Context, id string, whole bool) (agreement.Agreement, error)
	Views(ctx context.Context) ([]register.View, error)
	SaveView(ctx context.Context, v register.View) error
	DeleteView(ctx context.Context, name string) error
}

// OpenRegister opens the register that is kept at a place, as Open opens a store.
type OpenRegister func(t *testing.T, place string, clock func() time.Time) Register

// TestRegister runs every test of a register against those that open opens.
func TestRegister(t *testing.T, open OpenRegister) {
	groups := []struct {
		name string
		run  func(*testing.T, *registerFixture)
	}{
		{"an agreement lives from draft to its end", testLife},
		{"an agreement is replaced by a new revision of it", testReplaced},
		{"what is recorded is recorded whole or not at all", testRecordedWhole},
		{"the last event can be taken back", testTakenBack},
		{"an agreement that is not ready is not signed", testReady},
		{"the entry follows the draft", testFollows},
		{"a signed agreement is kept", testKept},
		{"the search finds the register's own words", testRegisterSearch},
		{"two windows see the same register", testTwoWindows},
		{"the copy of the signed agreement is what was taken in", testSignedFile},
		{"views are kept by name", testViews},
	}
	for _, g := range groups {
		t.Run(g.name, func(t *testing.T) {
			f := &registerFixture{now: start}
			f.open = opener(t, open, &f.now)
			f.Register = f.open()
			g.run(t, f)
		})
	}
}

type registerFixture struct {
	Register
	open func() Register // the same place once more
	now  time.Time
}

// on moves the clock to noon of a day.
func (f *registerFixture) on(day string) {
	f.now, _ = time.ParseInLocation("2006-01-02 15", day+" 12", time.FixedZone("CET", 3600))
}

// ready saves a draft that can be signed in both forms.
func (f *registerFixture) ready(t *testing.T, id string) agreement.Agreement {
	t.Helper()
	a := Draft(id, "Bodø", "Vi møtes.", "Vi møtest.")
	a.Fields = append(a.Fields, agreement.Field{
		ID: "notice", Type: agreement.MonthsField, Answer: agreement.Answer{Value: "3"},
		Label: agreement.Pair{NB: "Varsel", NN: "Varsel"},
	})
	a.Parties[1].Number = "1804"
	a.Parties[1].Signatories = []agreement.Person{{ID: "s2", Title: agreement.Both("ordfører", "ordførar")}}
	saved, err := f.Save(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func (f *registerFixture) record(t *testing.T, id string, events ...register.Event) register.Entry {
	t.Helper()
	e, err := f.RecordEvents(t.Context(), id, events...)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// sign records all that leads to an agreement's being signed today.
func (f *registerFixture) sign(t *testing.T, id string) register.Entry {
	t.Helper()
	today := register.DateOf(f.now)
	return f.record(t, id,
		register.Event{Kind: register.WasAnchored, Party: "county", Case: "26/1", Date: today},
		register.Event{Kind: register.WasAnchored, Party: "municipality", Case: "26/2", Date: today},
		register.Event{Kind: register.WasSigned, Date: today})
}

// wantStatus checks what the register, the list and the agreement itself say on a day.
func (f *registerFixture) wantStatus(t *testing.T, id, day string, want agreement.Status) {
	t.Helper()
	f.on(day)
	e, err := f.RegisterEntry(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if got := e.Status(register.DateOf(f.now)); got != want {
		t.Errorf("on %s the register says %s, want %s", day, got, want)
	}
	if a, err := f.Load(t.Context(), id); err != nil || a.Status != want {
		t.Errorf("on %s the agreement says %s, %v; want %s", day, a.Status, err, want)
	}
	summaries, err := f.List(t.Context(), data.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range summaries {
		if s.ID == id && s.Status != want {
			t.Errorf("on %s the list says %s, want %s", day, s.Status, want)
		}
	}
	found, err := f.Register.Register(t.Context(), register.Query{Filter: register.Filter{Statuses: []agreement.Status{want}, Amendments: true}})
	if err != nil || !strings.Contains(entryIDs(found), id) {
		t.Errorf("on %s it is not among those that are %s (%v)", day, want, err)
	}
}

func entryIDs(entries []*register.Entry) string {
	var ids []string
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	return strings.Join(ids, " ")
}

func onDay(s string) register.Date {
	d, err := register.ParseDate(s)
	if err != nil {
		panic(err) // a slip in the test
	}
	return d
}
