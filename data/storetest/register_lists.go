package storetest

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

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
