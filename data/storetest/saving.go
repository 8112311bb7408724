package storetest

import (
	"reflect"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
)

func testSaving(t *testing.T, open Open) {
	t.Run("a new draft gets revision 1 and the moment in UTC, to the second", func(t *testing.T) {
		f := newFixture(t, open)
		a := Draft("a", "Bodø", "én", "ein")
		saved := f.save(t, a)
		want := a
		want.Revision, want.Updated = 1, time.Date(2026, time.March, 29, 0, 59, 30, 0, time.UTC)
		if !reflect.DeepEqual(saved, want) {
			t.Errorf("saved %+v, want %+v", saved, want)
		}
	})
	t.Run("what is loaded is what was saved, also by the next one to open the store", func(t *testing.T) {
		place := t.TempDir()
		clock := func() time.Time { return start }
		first := open(t, place, clock)
		saved, err := first.Save(t.Context(), Draft("a", "Bodø", "æøå ÆØÅ 🙂 «sitat»\n\n<b>&</b>", "đŋŧ čšž {municipality}s"))
		if err != nil {
			t.Fatal(err)
		}
		loaded, err := first.Load(t.Context(), "a")
		if err != nil || !reflect.DeepEqual(loaded, saved) {
			t.Errorf("loaded %+v, %v; want %+v", loaded, err, saved)
		}
		if err := first.Close(); err != nil {
			t.Fatal(err)
		}
		second := open(t, place, clock)
		defer second.Close()
		loaded, err = second.Load(t.Context(), "a")
		if err != nil || !reflect.DeepEqual(loaded, saved) {
			t.Errorf("loaded after reopening %+v, %v; want %+v", loaded, err, saved)
		}
	})
	t.Run("a save builds on the newest revision", func(t *testing.T) {
		f := newFixture(t, open)
		first := f.save(t, Draft("a", "Bodø", "én", "ein"))
		f.pass(time.Minute)
		second := f.save(t, withText(first, "to"))
		if second.Revision != 2 || second.Updated.Sub(first.Updated) != time.Minute {
			t.Errorf("revision %d at %s", second.Revision, second.Updated)
		}
	})
	t.Run("saving nothing new is no new revision, whatever the base", func(t *testing.T) {
		f := newFixture(t, open)
		first := f.save(t, Draft("a", "Bodø", "én", "ein"))
		second := f.save(t, withText(first, "to"))
		f.pass(time.Hour)
		for _, base := range []int{0, 1, 2} {
			again := second
			again.Revision = base
			if got := f.save(t, again); !reflect.DeepEqual(got, second) {
				t.Errorf("on base %d: revision %d at %s, want %d at %s", base, got.Revision, got.Updated, second.Revision, second.Updated)
			}
		}
		if infos, err := f.Revisions(t.Context(), "a"); err != nil || len(infos) != 2 {
			t.Errorf("revisions %v, %v; want 2", infos, err)
		}
	})
	t.Run("a wording taken back is a revision of its own", func(t *testing.T) {
		f := newFixture(t, open)
		first := f.save(t, Draft("a", "Bodø", "én", "ein"))
		second := f.save(t, withText(first, "to"))
		if third := f.save(t, withText(second, "én")); third.Revision != 3 {
			t.Errorf("revision %d, want 3", third.Revision)
		}
	})
	t.Run("a stale base is a conflict and changes nothing", func(t *testing.T) {
		f := newFixture(t, open)
		first := f.save(t, Draft("a", "Bodø", "én", "ein"))
		newest := f.save(t, withText(first, "to"))
		for _, base := range []int{0, 1, 3} {
			stale := withText(first, "tre")
			stale.Revision = base
			got, err := f.Save(t.Context(), stale)
			wantError(t, err, agreement.Conflict, "error.draft.conflict")
			if !reflect.DeepEqual(got, stale) {
				t.Errorf("on base %d: a failed save gave back %+v", base, got)
			}
		}
		if loaded, err := f.Load(t.Context(), "a"); err != nil || !reflect.DeepEqual(loaded, newest) {
			t.Errorf("loaded %+v, %v", loaded, err)
		}
		if got := f.ids(t, data.Query{Search: "tre"}); len(got) != 0 {
			t.Errorf("the refused wording is found in %v", got)
		}
	})
	t.Run("a base in a draft that is not there is an error", func(t *testing.T) {
		f := newFixture(t, open)
		a := Draft("a", "Bodø", "én", "ein")
		a.Revision = 4
		_, err := f.Save(t.Context(), a)
		wantError(t, err, agreement.NotFound, "error.draft.unknown")
		_, err = f.Load(t.Context(), "a")
		wantError(t, err, agreement.NotFound, "error.draft.unknown")
	})
	t.Run("a broken agreement is refused", func(t *testing.T) {
		f := newFixture(t, open)
		_, err := f.Save(t.Context(), agreement.Agreement{Title: agreement.Both("a", "b")})
		if agreement.CodeOf(err) != agreement.Invalid {
			t.Errorf("error %v, want an invalid agreement", err)
		}
		if got := f.ids(t, data.Query{}); len(got) != 0 {
			t.Errorf("stored %v", got)
		}
	})
}

func testDeleting(t *testing.T, open Open) {
	t.Run("a deleted draft is out of sight until it is restored, as it was", func(t *testing.T) {
		f := newFixture(t, open)
		saved := f.save(t, Draft("a", "Bodø", "én", "ein"))
		f.pass(time.Hour)
		for range 2 { // the second time is no error
			if err := f.Delete(t.Context(), "a"); err != nil {
				t.Fatal(err)
			}
		}
		_, err := f.Load(t.Context(), "a")
		wantError(t, err, agreement.NotFound, "error.draft.deleted")
		if got := f.ids(t, data.Query{}); len(got) != 0 {
			t.Errorf("list %v", got)
		}
		if got, err := f.LoadRevision(t.Context(), "a", 1); err != nil || !reflect.DeepEqual(got, saved) {
			t.Errorf("revision of the deleted draft %+v, %v", got, err)
		}
		for range 2 {
			if err := f.Restore(t.Context(), "a"); err != nil {
				t.Fatal(err)
			}
		}
		if loaded, err := f.Load(t.Context(), "a"); err != nil || !reflect.DeepEqual(loaded, saved) {
			t.Errorf("restored %+v, %v; want %+v", loaded, err, saved)
		}
	})
	t.Run("a deleted draft takes no save", func(t *testing.T) {
		f := newFixture(t, open)
		saved := f.save(t, Draft("a", "Bodø", "én", "ein"))
		if err := f.Delete(t.Context(), "a"); err != nil {
			t.Fatal(err)
		}
		_, err := f.Save(t.Context(), withText(saved, "to"))
		wantError(t, err, agreement.Conflict, "error.draft.deleted")
		if err := f.Restore(t.Context(), "a"); err != nil {
			t.Fatal(err)
		}
		if loaded, err := f.Load(t.Context(), "a"); err != nil || textOf(loaded) != "én" {
			t.Errorf("restored %q, %v", textOf(loaded), err)
		}
	})
	t.Run("what is not there can be neither deleted nor restored", func(t *testing.T) {
		f := newFixture(t, open)
		wantError(t, f.Delete(t.Context(), "a"), agreement.NotFound, "error.draft.unknown")
		wantError(t, f.Restore(t.Context(), "a"), agreement.NotFound, "error.draft.unknown")
	})
}

func testSettings(t *testing.T, open Open) {
	f := newFixture(t, open)
	want := func(value string) {
		t.Helper()
		if got, err := f.Setting(t.Context(), "window.size"); err != nil || got != value {
			t.Errorf("setting %q, %v; want %q", got, err, value)
		}
	}
	set := func(value string) {
		t.Helper()
		if err := f.SetSetting(t.Context(), "window.size", value); err != nil {
			t.Error(err)
		}
	}
	want("")
	set("1280×800")
	want("1280×800")
	set("it's \"new\"")
	want("it's \"new\"")
	set("")
	want("")
}
