package data_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/data"
	"avtalebok/data/storetest"
)

// withPeople gives a draft whose counterpart has these contact persons.
func withPeople(id string, people ...agreement.Person) agreement.Agreement {
	a := storetest.Draft(id, "Bodø", "én", "ein")
	a.Parties = slices.Clone(a.Parties)
	a.Parties[1].Contacts = people
	return a
}

func TestAPersonIsRemovedEverywhereButInWhatWasSigned(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, data.WithClock(func() time.Time { return time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC) }))
	defer s.Close()
	const name, mail = "Zebulon Trøgstadengen", "zebulon@example.no"
	who := agreement.Person{ID: "contact-1", Name: name, Email: mail, Phone: "41414141", Title: agreement.Both("rådgiver", "rådgivar")}
	keepParty(t, s, organisation("Bygdelaget", "", who, agreement.Person{Name: "Kari"}))
	gone := keepParty(t, s, organisation("Koret", "", who))
	must(t, s.DeleteParty(t.Context(), gone.ID))

	draft := save(t, s, withPeople("draft", who))
	draft.Notes = append(draft.Notes, agreement.Note{ID: "n", Text: "Ring " + name})
	save(t, s, draft)
	save(t, s, withPeople("deleted", who))
	must(t, s.Delete(t.Context(), "deleted"))
	signed := save(t, s, withPeople("signed", who))
	signed.Parties[1].Address = "Storgata 1"
	signed = save(t, s, signed)
	if _, err := s.Attach(t.Context(), "signed", "x.pdf", strings.NewReader("%PDF-1.7")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.RecordEvents(t.Context(), "signed",
		register.Event{Kind: register.WasAnchored, Date: s.Today(), Party: "county", Case: "1"},
		register.Event{Kind: register.WasAnchored, Date: s.Today(), Party: "municipality", Case: "2"},
		register.Event{Kind: register.WasSigned, Date: s.Today(), Form: register.InBoth}); err != nil {
		t.Fatal(err)
	}

	traces, err := s.PersonTraces(t.Context(), strings.ToUpper(name))
	if err != nil || len(traces.Appearances) != 3 || len(traces.Signed) != 1 || traces.Signed[0].ID != "signed" ||
		len(traces.Texts) != 1 || traces.Texts[0].ID != "draft" {
		t.Fatalf("%+v, %v", traces, err)
	}
	removed, err := s.RemovePerson(t.Context(), name, traces.Appearances...)
	if err != nil || len(removed.Appearances) != 3 || removed.Remains {
		t.Fatalf("%+v, %v", removed, err)
	}
	left, err := s.PersonTraces(t.Context(), name)
	if err != nil || len(left.Appearances) != 0 || len(left.Signed) != 1 || len(left.Texts) != 1 {
		t.Errorf("left are %+v, %v", left, err)
	}
	if got, _ := s.Load(t.Context(), "signed"); got.Parties[1].Contacts[0].Name != name || got.Revision != signed.Revision {
		t.Errorf("the signed agreement has changed: %+v", got.Parties[1].Contacts)
	}
	for id, revision := range map[string]int{"draft": 1, "deleted": 2, "signed": 1} {
		a, err := s.LoadRevision(t.Context(), id, revision)
		if err != nil || a.Parties[1].Contacts[0].Name+a.Parties[1].Contacts[0].Email+a.Parties[1].Contacts[0].Phone != "" ||
			a.Parties[1].Contacts[0].Title.NN != "rådgivar" {
			t.Errorf("%s: %+v, %v", id, a.Parties, err)
		}
	}
	if found, err := s.List(t.Context(), data.Query{Search: "zebulon"}); err != nil || len(found) != 1 || found[0].ID != "signed" {
		t.Errorf("a search for the name finds %+v, %v", found, err) // notes are not searched
	}
	if _, err := s.Save(t.Context(), draft); agreement.CodeOf(err) != agreement.Conflict {
		t.Errorf("a window that has it open brings the name back: %v", err)
	}
	if again, err := s.Load(t.Context(), "draft"); err != nil {
		t.Error(err)
	} else if saved, err := s.Save(t.Context(), again); err != nil || saved.Revision != again.Revision {
		t.Errorf("what is there can't be saved: %+v, %v", saved, err)
	}
}

func TestNothingOfARemovedPersonIsLeftInTheFiles(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	who := agreement.Person{ID: "contact-1", Name: "Zebulon Trøgstadengen", Email: "zebulon@example.no"}
	keepParty(t, s, organisation("Bygdelaget", "", who))
	save(t, s, withPeople("draft", who))
	traces, err := s.PersonTraces(t.Context(), who.Name)
	must(t, err)
	if !inFiles(t, dir, "zebulon") {
		t.Fatal("the name was not in the files in the first place")
	}
	_, err = s.RemovePerson(t.Context(), who.Name, traces.Appearances...)
	must(t, err)
	must(t, s.Close())
	if inFiles(t, dir, "zebulon") {
		t.Error("the name is still in a file")
	}
}

func TestABatchForgetsAPersonAndKnowsItsDraftsAllTheSame(t *testing.T) {
	s := partyStore(t)
	who := agreement.Person{ID: "contact-1", Name: "Zebulon Trøgstadengen"}
	draft := withPeople("draft", who)
	plan := []byte(`{"count":12345678901234567890,"counterparts":[{"party":{"kind":"municipality","number":"1804","name":"Bodø kommune",` +
		`"contacts":[{"id":"contact-1","name":"Zebulon Trøgstadengen","email":"","title":{"nb":"","nn":""}}],"signatories":null}}]}`)
	_, err := s.SaveBatch(t.Context(), data.BatchSave{
		ID: "b", Plan: plan, Commons: []agreement.Agreement{draft}, Drafts: []data.BatchSaveDraft{{Agreement: draft}},
	})
	must(t, err)
	traces, err := s.PersonTraces(t.Context(), who.Name)
	must(t, err)
	_, err = s.RemovePerson(t.Context(), who.Name, traces.Appearances...)
	must(t, err)
	if left, err := s.PersonTraces(t.Context(), who.Name); err != nil || len(left.Appearances) != 0 {
		t.Errorf("%+v, %v", left, err)
	}
	batches, err := s.Batches(t.Context())
	if err != nil || len(batches) != 1 || strings.Contains(string(batches[0].Plan), "Zebulon") ||
		!strings.Contains(string(batches[0].Plan), `"count":12345678901234567890`) {
		t.Errorf("%s, %v", batches[0].Plan, err)
	}
	drafts, err := s.BatchDrafts(t.Context(), "b")
	if err != nil || len(drafts) != 1 || drafts[0].ByHand() {
		t.Errorf("the draft counts as changed by hand: %+v, %v", drafts, err)
	}
	if common, err := s.BatchCommon(t.Context(), drafts[0].Common); err != nil || common.Parties[1].Contacts[0].Name != "" {
		t.Errorf("%+v, %v", common.Parties, err)
	}
}

func inFiles(t *testing.T, dir, word string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	must(t, err)
	for _, f := range files {
		content, err := os.ReadFile(f)
		if err == nil && bytes.Contains(bytes.ToLower(content), []byte(word)) {
			return true
		}
	}
	return false
}

func TestSomebodyElseWithTheSameNameStays(t *testing.T) {
	s := partyStore(t)
	keepParty(t, s, organisation("Bygdelaget", "", agreement.Person{Name: "Kari Hansen", Email: "kari@bygdelaget.example"}))
	keepParty(t, s, organisation("Koret", "", agreement.Person{Name: "Kari Hansen", Email: "kari@koret.example"}))
	traces, err := s.PersonTraces(t.Context(), "Kari Hansen")
	if err != nil || len(traces.Appearances) != 2 || traces.Appearances[0].Party != "Bygdelaget" {
		t.Fatalf("%+v, %v", traces, err)
	}
	_, err = s.RemovePerson(t.Context(), "Kari Hansen", traces.Appearances[0])
	must(t, err)
	all, _ := s.Parties(t.Context())
	if len(all[0].Contacts) != 0 || len(all[1].Contacts) != 1 {
		t.Errorf("%+v", all)
	}
	if _, err := s.PersonTraces(t.Context(), " . "); keyOf(err) != "error.parties.person_name" {
		t.Errorf("%v", err)
	}
}
