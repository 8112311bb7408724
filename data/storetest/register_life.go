package storetest

import (
	"reflect"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

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
