package storetest

import (
	"context"
	"errors"
	"io"
	"reflect"
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
			place := t.TempDir()
			f.open = func() Register {
				r := open(t, place, func() time.Time { return f.now })
				t.Cleanup(func() {
					if err := r.Close(); err != nil {
						t.Error("close:", err)
					}
				})
				return r
			}
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

// testLife walks one agreement through all that can happen to it.
func testLife(t *testing.T, f *registerFixture) {
	f.on("2026-08-03")
	saved := f.ready(t, "life")
	f.wantStatus(t, "life", "2026-08-03", agreement.Draft)

	f.record(t, "life", register.Event{Kind: register.WasSent, Date: onDay("2026-08-03")})
	f.wantStatus(t, "life", "2026-08-20", agreement.Sent)
	saved, err := f.Save(t.Context(), withText(saved, "Vi møtes hvert år.")) // what they wished to have changed
	if err != nil {
		t.Fatal(err)
	}
	if saved.Status != agreement.Sent {
		t.Errorf("the saved agreement is %s", saved.Status)
	}
	f.on("2026-09-20")
	f.record(t, "life", register.Event{Kind: register.WasAnchored, Party: "municipality", Case: "26/812", Date: onDay("2026-09-10")})
	_, err = f.RecordEvents(t.Context(), "life", register.Event{Kind: register.WasSigned, Date: onDay("2026-09-20")})
	wantError(t, err, agreement.Refused, "error.register.unanchored")
	f.record(t, "life", register.Event{Kind: register.WasAnchored, Party: "county", Case: "26/00345", Date: onDay("2026-09-15")})
	f.wantStatus(t, "life", "2026-09-20", agreement.Anchored)

	f.on("2026-10-01")
	f.record(t, "life", register.Event{Kind: register.WasSigned, Date: onDay("2026-10-01"), Form: register.InBoth})
	f.wantStatus(t, "life", "2026-10-01", agreement.Running)

	_, err = f.Save(t.Context(), withText(saved, "Noe annet.")) // frozen
	wantError(t, err, agreement.Refused, "error.draft.frozen")
	stranger := withText(saved, "Noe annet.")
	stranger.Revision = 0 // one that comes from a file
	_, err = f.Save(t.Context(), stranger)
	wantError(t, err, agreement.Conflict, "error.draft.conflict")
	if a, err := f.Load(t.Context(), "life"); err != nil || textOf(a) != "Vi møtes hvert år." {
		t.Errorf("after the refused save: %q, %v", textOf(a), err)
	}
	if again, err := f.Save(t.Context(), saved); err != nil || again.Revision != saved.Revision || again.Status != agreement.Running {
		t.Errorf("saving what is there already: revision %d, %s, %v", again.Revision, again.Status, err)
	}

	f.on("2027-06-01")
	change, err := f.Amend(t.Context(), "life", false)
	if err != nil || change.Amends.ID != "life" || change.Amends.Revision != saved.Revision {
		t.Fatalf("amendment %+v, %v", change.Amends, err)
	}
	change.Sections[0].Items[1].Text = agreement.Both("Møtet er i mai.", "Møtet er i mai.")
	if change, err = f.Save(t.Context(), change); err != nil {
		t.Fatal(err)
	}
	f.on("2027-06-15")
	f.sign(t, change.ID)
	e, err := f.RegisterEntry(t.Context(), "life")
	if err != nil || len(e.Amendments) != 1 || e.Amendments[0].ID != change.ID || e.Amendments[0].Signed != onDay("2027-06-15") {
		t.Errorf("with its amendment: %+v, %v", e.Amendments, err)
	}
	if all, err := f.Register.Register(t.Context(), register.Query{}); err != nil || entryIDs(all) != "life" {
		t.Errorf("the amendment stands by itself: %s, %v", entryIDs(all), err)
	}
	f.wantStatus(t, "life", "2027-06-16", agreement.Running)

	f.on("2027-11-01") // another body takes the county's place from the new year
	f.record(t, "life", register.Event{
		Kind: register.WasSucceeded, Party: "county", Date: onDay("2028-01-01"),
		To: &register.Party{Kind: agreement.CountyParty, Number: "99", Name: "Hålogaland fylkeskommune", Short: "Hålogaland"},
	})
	f.on("2027-11-30")
	e = f.record(t, "life", register.Event{Kind: register.NoticeGiven, Party: "municipality", Date: onDay("2027-11-30")})
	if last, outcome := e.End(); last != onDay("2028-02-29") || outcome != agreement.Terminated {
		t.Errorf("three months from 30 November 2027: %s on %s", outcome, last)
	}
	if now := e.PartiesOn(onDay("2028-01-01")); now[0].Name != "Hålogaland fylkeskommune" || e.Parties[0].Name != "Nordland fylkeskommune" {
		t.Errorf("parties %+v, in the agreement %+v", now, e.Parties)
	}
	f.wantStatus(t, "life", "2028-02-29", agreement.Running)
	f.wantStatus(t, "life", "2028-03-01", agreement.Terminated)
	_, err = f.Amend(t.Context(), "life", false)
	wantError(t, err, agreement.Refused, "error.register.over")
	events, err := f.Events(t.Context(), "life")
	if err != nil || len(events) != 6 || events[0].Kind != register.WasSent || events[5].Kind != register.NoticeGiven {
		t.Errorf("events %+v, %v", events, err)
	}
}

func testReplaced(t *testing.T, f *registerFixture) {
	f.on("2026-10-01")
	f.ready(t, "old")
	f.sign(t, "old")
	f.on("2027-03-01")
	revised, err := f.Amend(t.Context(), "old", true)
	if err != nil || !revised.Amends.Replaces || textOf(revised) != "Vi møtes." {
		t.Fatalf("revised %+v, %v", revised.Amends, err)
	}
	f.wantStatus(t, "old", "2027-03-01", agreement.Running)
	f.sign(t, revised.ID)
	f.wantStatus(t, "old", "2027-03-01", agreement.Terminated)
	f.wantStatus(t, revised.ID, "2027-03-01", agreement.Running)
	e, err := f.RegisterEntry(t.Context(), "old")
	if err != nil || e.ReplacedBy != revised.ID || e.Ended != onDay("2027-02-28") {
		t.Errorf("replaced by %s on %s, %v", e.ReplacedBy, e.Ended, err)
	}
	if _, err := f.UndoEvent(t.Context(), revised.ID); err != nil {
		t.Fatal(err)
	}
	f.wantStatus(t, "old", "2027-03-01", agreement.Running)
}

func testRecordedWhole(t *testing.T, f *registerFixture) {
	f.on("2026-10-01")
	f.ready(t, "a")
	before, err := f.RegisterEntry(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.RecordEvents(t.Context(), "a",
		register.Event{Kind: register.WasSent, Date: onDay("2026-09-01")},
		register.Event{Kind: register.WasSigned, Date: onDay("2026-10-02")})
	wantError(t, err, agreement.Invalid, "error.register.date_future")
	if e, err := f.RegisterEntry(t.Context(), "a"); err != nil || !reflect.DeepEqual(e, before) {
		t.Errorf("half of it was recorded: %+v, %v", e.Steps, err)
	}
	if events, err := f.Events(t.Context(), "a"); err != nil || len(events) != 0 {
		t.Errorf("events %v, %v", events, err)
	}
	for _, id := range []string{"nothing", ""} {
		_, err = f.RecordEvents(t.Context(), id, register.Event{Kind: register.WasSent, Date: onDay("2026-09-01")})
		wantError(t, err, agreement.NotFound, "error.draft.unknown")
		_, err = f.SetFacts(t.Context(), id, register.Facts{})
		wantError(t, err, agreement.NotFound, "error.draft.unknown")
		_, err = f.UndoEvent(t.Context(), id)
		wantError(t, err, agreement.NotFound, "error.draft.unknown")
	}
}

func testTakenBack(t *testing.T, f *registerFixture) {
	f.on("2026-10-01")
	saved := f.ready(t, "a")
	_, err := f.UndoEvent(t.Context(), "a")
	wantError(t, err, agreement.Refused, "error.register.nothing_to_undo")
	f.sign(t, "a")
	e, err := f.UndoEvent(t.Context(), "a")
	if err != nil || e.Frozen() || e.Stage() != agreement.Anchored {
		t.Fatalf("the signing taken back: %+v, %v", e.Steps, err)
	}
	if _, err := f.Save(t.Context(), withText(saved, "Vi møtes i mai.")); err != nil {
		t.Errorf("still frozen: %v", err)
	}
	f.wantStatus(t, "a", "2026-10-02", agreement.Anchored)
	events, err := f.Events(t.Context(), "a")
	if err != nil || len(events) != 3 || !events[2].Undone || events[1].Undone {
		t.Errorf("the record: %+v, %v", events, err)
	}
	for range 2 {
		if e, err = f.UndoEvent(t.Context(), "a"); err != nil {
			t.Fatal(err)
		}
	}
	if e.Stage() != agreement.Draft {
		t.Errorf("all taken back: %+v", e.Steps)
	}
}

func testReady(t *testing.T, f *registerFixture) {
	f.on("2026-10-01")
	a := f.ready(t, "a")
	a.Sections[0].Items[0].Text = agreement.Text{Pair: agreement.Pair{NN: "Berre her."}}
	if _, err := f.Save(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	today := register.DateOf(f.now)
	decided := []register.Event{
		{Kind: register.WasAnchored, Party: "county", Case: "26/1", Date: today},
		{Kind: register.WasAnchored, Party: "municipality", Case: "26/2", Date: today},
	}
	f.record(t, "a", decided...)
	_, err := f.RecordEvents(t.Context(), "a", register.Event{Kind: register.WasSigned, Date: today, Form: register.InBoth})
	wantError(t, err, agreement.Refused, "error.register.not_ready")
	if e := f.record(t, "a", register.Event{Kind: register.WasSigned, Date: today}); e.SignedIn != register.InNynorsk {
		t.Errorf("signed in %s, though it is written in nynorsk alone", e.SignedIn)
	}
	b := f.ready(t, "b") // signed on paper, and never finished here
	b.Sections[0].Items[0].Text = agreement.Text{}
	if _, err := f.Save(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Attach(t.Context(), "b", "b.pdf", strings.NewReader("%PDF-1.7 b")); err != nil {
		t.Fatal(err)
	}
	f.sign(t, "b")
}

func testFollows(t *testing.T, f *registerFixture) {
	f.on("2026-10-01")
	a := f.ready(t, "a")
	e, err := f.SetFacts(t.Context(), "a", register.Facts{Responsible: "Kari", Network: "Folkehelse", MeetingMonth: time.May})
	if err != nil || e.Terms.Notice != 3 || e.Terms.CaseNumber != "24/1234" || e.Kind != agreement.Partnership || e.Forms != register.InBoth {
		t.Errorf("%+v, %v", e, err)
	}
	a.Theme = agreement.Both("Gode liv", "Gode liv")
	a.Parties[1].Name, a.Kind = "Narvik kommune", agreement.Cooperation
	if a, err = f.Save(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	e, err = f.RegisterEntry(t.Context(), "a")
	switch {
	case err != nil:
		t.Fatal(err)
	case e.Theme.NN != "Gode liv", e.Parties[1].Name != "Narvik kommune", e.Kind != agreement.Cooperation, e.Revision != a.Revision,
		!strings.Contains(e.Title.NN, "Narvik"), !e.Updated.Equal(a.Updated):
		t.Errorf("the entry lags behind: %+v", e)
	case e.Responsible != "Kari", e.Network != "Folkehelse", e.MeetingMonth != time.May:
		t.Errorf("the save took the facts away: %+v", e.Facts)
	}
	_, err = f.SetFacts(t.Context(), "a", register.Facts{Notice: -1})
	wantError(t, err, agreement.Invalid, "error.register.notice_range")
	if err := f.Delete(t.Context(), "a"); err != nil {
		t.Fatal(err)
	}
	if all, err := f.Register.Register(t.Context(), register.Query{}); err != nil || len(all) != 0 {
		t.Errorf("a deleted draft is in the register: %v, %v", all, err)
	}
	if _, err = f.RegisterEntry(t.Context(), "a"); agreement.CodeOf(err) != agreement.NotFound {
		t.Errorf("entry of a deleted draft: %v", err)
	}
	if err := f.Restore(t.Context(), "a"); err != nil {
		t.Fatal(err)
	}
	if e, err = f.RegisterEntry(t.Context(), "a"); err != nil || e.Responsible != "Kari" {
		t.Errorf("restored: %+v, %v", e, err)
	}
}

func testKept(t *testing.T, f *registerFixture) {
	f.on("2026-10-01")
	f.ready(t, "a")
	f.sign(t, "a")
	wantError(t, f.Delete(t.Context(), "a"), agreement.Refused, "error.draft.keep")
	if _, err := f.Load(t.Context(), "a"); err != nil {
		t.Error(err)
	}
}

func testRegisterSearch(t *testing.T, f *registerFixture) {
	f.on("2026-10-01")
	a := f.ready(t, "a")
	f.ready(t, "b")
	if _, err := f.SetFacts(t.Context(), "a", register.Facts{Responsible: "Åse Øverland", Network: "Klima og miljø"}); err != nil {
		t.Fatal(err)
	}
	f.record(t, "a", register.Event{Kind: register.WasAnchored, Party: "county", Case: "26/00345", Date: onDay("2026-10-01")})
	found := func(search string) string {
		t.Helper()
		entries, err := f.Register.Register(t.Context(), register.Query{Search: search})
		if err != nil {
			t.Fatal(err)
		}
		return entryIDs(entries)
	}
	for search, want := range map[string]string{
		"øverland": "a", "26/00345": "a", "bodø klima": "a", "møtes": "b a", "narvik": "", "🙂": "", `"*) NEAR (`: "", "": "b a",
	} {
		if got := found(search); got != want {
			t.Errorf("%q finds %q, want %q", search, got, want)
		}
	}
	f.on("2026-10-02")
	if _, err := f.Save(t.Context(), withText(a, "Vi treffes.")); err != nil {
		t.Fatal(err)
	}
	if got := found("øverland treffes"); got != "a" {
		t.Errorf("after a save: %q", got)
	}
	if _, err := f.SetFacts(t.Context(), "a", register.Facts{}); err != nil {
		t.Fatal(err)
	}
	if got := found("øverland"); got != "" {
		t.Errorf("a word that is gone finds %q", got)
	}
}

func testTwoWindows(t *testing.T, f *registerFixture) {
	f.on("2026-10-01")
	f.ready(t, "a")
	other := f.open()
	if e, err := other.RegisterEntry(t.Context(), "a"); err != nil || e.Stage() != agreement.Draft {
		t.Fatalf("%+v, %v", e.Steps, err)
	}
	f.sign(t, "a")
	f.ready(t, "b")
	if e, err := other.RegisterEntry(t.Context(), "a"); err != nil || !e.Frozen() {
		t.Errorf("the other window does not know of the signing: %+v, %v", e.Steps, err)
	}
	if all, err := other.Register(t.Context(), register.Query{Order: register.Order{Key: register.ByTitle}}); err != nil || len(all) != 2 {
		t.Errorf("the other window sees %s, %v", entryIDs(all), err)
	}
}

func testSignedFile(t *testing.T, f *registerFixture) {
	f.on("2026-10-01")
	f.ready(t, "a")
	_, _, err := f.SignedFile(t.Context(), "a")
	wantError(t, err, agreement.NotFound, "error.register.file_none")
	for name, content := range map[string]string{"notat.docx": "PK\x03\x04", "tom.pdf": "", "seint.pdf": strings.Repeat(" ", 2000) + "%PDF-"} {
		_, err := f.Attach(t.Context(), "a", name, strings.NewReader(content))
		wantError(t, err, agreement.Invalid, "error.register.file_kind")
	}
	_, err = f.Attach(t.Context(), "a", "a.pdf", io.MultiReader(strings.NewReader("%PDF-1.7"), failingReader{}))
	if err == nil {
		t.Error("a file that could not be read was taken in")
	}
	_, err = f.Attach(t.Context(), "nothing", "a.pdf", strings.NewReader("%PDF-1.7"))
	wantError(t, err, agreement.NotFound, "error.draft.unknown")
	e, err := f.Attach(t.Context(), "a", "/tmp/Signert avtale.pdf", strings.NewReader("%PDF-1.7 signed"))
	if err != nil || e.File == nil || e.File.Name != "Signert avtale.pdf" || e.File.Size != 15 {
		t.Fatalf("%+v, %v", e.File, err)
	}
	content, file, err := f.SignedFile(t.Context(), "a")
	if err != nil || string(content) != "%PDF-1.7 signed" || file != *e.File {
		t.Errorf("%q, %+v, %v", content, file, err)
	}
	e, err = f.Attach(t.Context(), "a", "ny.pdf", strings.NewReader("%PDF-1.7 better scan"))
	if err != nil || e.File.Name != "ny.pdf" {
		t.Errorf("a better copy: %+v, %v", e.File, err)
	}
	if e, err = f.UndoEvent(t.Context(), "a"); err != nil || e.File.Name != "Signert avtale.pdf" {
		t.Errorf("the earlier copy again: %+v, %v", e.File, err)
	}
	stranger := &register.File{Name: "x", SHA256: "../../avtalebok"}
	_, err = f.RecordEvents(t.Context(), "a", register.Event{Kind: register.WasAttached, Date: onDay("2026-10-01"), File: stranger})
	wantError(t, err, agreement.NotFound, "error.register.file_lost")
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errors.New("the network drive is gone") }

func testViews(t *testing.T, f *registerFixture) {
	want := func(names ...string) {
		t.Helper()
		views, err := f.Views(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, v := range views {
			got = append(got, v.Name)
		}
		if strings.Join(got, ",") != strings.Join(names, ",") {
			t.Errorf("views %v, want %v", got, names)
		}
	}
	want()
	running := register.View{
		Name: "Løpande", Search: "bodø", Group: register.GroupCounty, Order: register.Order{Key: register.BySigned, Form: agreement.Nynorsk},
		Filter: register.Filter{Statuses: []agreement.Status{agreement.Running}, Years: []int{2026}, EndsBy: onDay("2028-12-31")},
	}
	for _, v := range []register.View{running, {Name: "Alle"}, {Name: "Løpande"}, running} {
		if err := f.SaveView(t.Context(), v); err != nil {
			t.Fatal(err)
		}
	}
	want("Løpande", "Alle")
	views, err := f.Views(t.Context())
	if err != nil || !reflect.DeepEqual(views[0], running) {
		t.Errorf("%+v, %v; want %+v", views[0], err, running)
	}
	wantError(t, f.SaveView(t.Context(), register.View{Name: " "}), agreement.Invalid, "error.register.view_name")
	for range 2 {
		if err := f.DeleteView(t.Context(), "Løpande"); err != nil {
			t.Fatal(err)
		}
	}
	want("Alle")
}
