package storetest

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
)

// Past this age, only one revision is kept in every slot.
const (
	hour = time.Hour
	day  = 24 * time.Hour
	year = 365 * day
)

func testRevisions(t *testing.T, open Open) {
	t.Run("every save of the last hour can be gone back to", func(t *testing.T) {
		f := newFixture(t, open)
		a := Draft("a", "Bodø", "0", "0")
		for i := 1; i <= 100; i++ {
			a = f.save(t, withText(a, fmt.Sprint(i)))
			f.pass(30 * time.Second)
		}
		infos := f.revisions(t)
		if len(infos) != 100 || infos[0].Number != 100 || infos[99].Number != 1 {
			t.Fatalf("%d revisions", len(infos))
		}
		for _, info := range infos {
			got, err := f.LoadRevision(t.Context(), "a", info.Number)
			if err != nil || textOf(got) != fmt.Sprint(info.Number) || got.Revision != info.Number || !got.Updated.Equal(info.Saved) {
				t.Errorf("revision %d: %q, number %d at %s, %v", info.Number, textOf(got), got.Revision, got.Updated, err)
			}
		}
	})
	t.Run("going back is saving an old revision as the newest", func(t *testing.T) {
		f := newFixture(t, open)
		first := f.save(t, Draft("a", "Bodø", "én", "ein"))
		second := f.save(t, withText(first, "to"))
		old, err := f.LoadRevision(t.Context(), "a", 1)
		if err != nil {
			t.Fatal(err)
		}
		old.Revision = second.Revision
		if third := f.save(t, old); third.Revision != 3 || textOf(third) != "én" {
			t.Errorf("revision %d %q", third.Revision, textOf(third))
		}
	})
	t.Run("what is not there is an error", func(t *testing.T) {
		f := newFixture(t, open)
		f.save(t, Draft("a", "Bodø", "én", "ein"))
		_, err := f.LoadRevision(t.Context(), "a", 2)
		wantError(t, err, agreement.NotFound, "error.draft.unknownRevision")
		_, err = f.LoadRevision(t.Context(), "b", 1)
		wantError(t, err, agreement.NotFound, "error.draft.unknownRevision")
		_, err = f.Revisions(t.Context(), "b")
		wantError(t, err, agreement.NotFound, "error.draft.unknown")
	})
	t.Run("old revisions grow sparser; the first and the newest stay", func(t *testing.T) {
		f := newFixture(t, open)
		a := f.save(t, Draft("a", "Bodø", "0", "0"))
		for i := range 90 { // three hours' work
			f.pass(2 * time.Minute)
			a = f.save(t, withText(a, fmt.Sprint("work ", i)))
		}
		f.wantSparse(t)
		for i := range 120 { // a change every other hour, for ten days
			f.pass(2 * hour)
			a = f.save(t, withText(a, fmt.Sprint("later ", i)))
		}
		f.wantSparse(t)
		for i := range 60 { // one every ten days, for more than a year
			f.pass(10 * day)
			a = f.save(t, withText(a, fmt.Sprint("much later ", i)))
		}
		f.wantSparse(t)
		newest, err := f.Load(t.Context(), "a")
		if err != nil || textOf(newest) != "much later 59" {
			t.Errorf("newest %q, %v", textOf(newest), err)
		}
		first, err := f.LoadRevision(t.Context(), "a", 1)
		if err != nil || textOf(first) != "0" {
			t.Errorf("first %q, %v", textOf(first), err)
		}
	})
	t.Run("thinning one draft leaves the others alone", func(t *testing.T) {
		f := newFixture(t, open)
		other := f.save(t, Draft("other", "Hå", "0", "0"))
		for i := range 5 {
			other = f.save(t, withText(other, fmt.Sprint("other ", i)))
		}
		a := f.save(t, Draft("a", "Bodø", "0", "0"))
		a = f.save(t, withText(a, "1"))
		a = f.save(t, withText(a, "2"))
		f.pass(2 * hour)
		f.save(t, withText(a, "3"))
		if infos := f.revisions(t); len(infos) != 3 { // the first, the last of its ten minutes, the newest
			t.Errorf("%d revisions of the thinned one: %v", len(infos), infos)
		}
		if infos, err := f.Revisions(t.Context(), "other"); err != nil || len(infos) != 6 {
			t.Errorf("%d revisions of the other one, %v", len(infos), err)
		}
	})
}

func (f *fixture) revisions(t *testing.T) []data.RevisionInfo {
	t.Helper()
	infos, err := f.Revisions(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	return infos
}

// wantSparse checks what is promised of old revisions: enough are kept, and not too many. Thinning may lag behind
// by a quarter of an hour.
func (f *fixture) wantSparse(t *testing.T) {
	t.Helper()
	infos := f.revisions(t)
	if infos[len(infos)-1].Number != 1 {
		t.Error("the first revision is gone")
	}
	bands := []struct {
		from, to, slot time.Duration
	}{
		{hour, day, 10 * time.Minute},
		{day, year, day},
		{year, 10 * year, 30 * day},
	}
	for _, band := range bands {
		slots := map[int64]int{}
		for _, info := range infos[1 : len(infos)-1] {
			if age := f.now.Sub(info.Saved); age > band.from+15*time.Minute && age <= band.to {
				slots[info.Saved.Unix()/int64(band.slot/time.Second)]++
			}
		}
		for slot, n := range slots {
			if n > 1 {
				t.Errorf("%d revisions are kept in slot %d of %s", n, slot, band.slot)
			}
		}
	}
	if !slices.IsSortedFunc(infos, func(a, b data.RevisionInfo) int { return b.Number - a.Number }) {
		t.Error("the revisions are not listed newest first")
	}
}
