package storetest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
)

func testTogether(t *testing.T, open Open) {
	const writers = 8
	t.Run("of many saves on one base, one is kept and the others are told", func(t *testing.T) {
		f := newFixture(t, open)
		base := f.save(t, Draft("a", "Bodø", "base", "base"))
		results := make([]error, writers)
		inParallel(writers, func(i int) {
			_, results[i] = f.Save(t.Context(), withText(base, fmt.Sprint("writer ", i)))
		})
		var kept []int
		for i, err := range results {
			if err == nil {
				kept = append(kept, i)
				continue
			}
			wantError(t, err, agreement.Conflict, "error.draft.conflict")
		}
		loaded, err := f.Load(t.Context(), "a")
		if err != nil || len(kept) != 1 || textOf(loaded) != fmt.Sprint("writer ", kept[0]) || loaded.Revision != 2 {
			t.Errorf("kept %v, loaded %q as revision %d, %v", kept, textOf(loaded), loaded.Revision, err)
		}
	})
	t.Run("whoever loads again after a conflict gets through, and nothing is lost", func(t *testing.T) {
		place := t.TempDir()
		clock := func() time.Time { return start }
		stores := []Store{open(t, place, clock), open(t, place, clock)} // as two windows of the program
		defer stores[0].Close()
		defer stores[1].Close()
		if _, err := stores[0].Save(t.Context(), Draft("a", "Bodø", "", "nynorsk")); err != nil {
			t.Fatal(err)
		}
		const rounds = 5
		inParallel(writers, func(i int) {
			store := stores[i%len(stores)]
			for round := range rounds {
				if err := appendText(t, store, fmt.Sprintf("<%d.%d>", i, round)); err != nil {
					t.Error(err)
					return
				}
			}
		})
		loaded, err := stores[0].Load(t.Context(), "a")
		if err != nil || loaded.Revision != 1+writers*rounds || len(textOf(loaded)) != writers*rounds*len("<0.0>") {
			t.Errorf("revision %d: %q, %v", loaded.Revision, textOf(loaded), err)
		}
	})
}

func appendText(t *testing.T, store Store, word string) error {
	for {
		a, err := store.Load(t.Context(), "a")
		if err != nil {
			return err
		}
		_, err = store.Save(t.Context(), withText(a, textOf(a)+word))
		if err == nil || agreement.CodeOf(err) != agreement.Conflict {
			return err
		}
	}
}

func inParallel(n int, do func(i int)) {
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { do(i) })
	}
	all.Wait()
}

// model is what a store is thought to hold: the plainest thing that keeps the promises.
type model struct {
	drafts  map[string]agreement.Agreement
	deleted map[string]bool
	order   []string // of the last saves, newest first
}

func (m *model) saved(a agreement.Agreement) {
	m.drafts[a.ID] = a
	m.order = slices.DeleteFunc(m.order, func(id string) bool { return id == a.ID })
	m.order = slices.Insert(m.order, 0, a.ID)
}

func (m *model) list() []string {
	ids := []string{}
	for _, id := range m.order {
		if !m.deleted[id] {
			ids = append(ids, id)
		}
	}
	return ids
}

// testAgainstModel does many random things to the store and to a model of it and expects the same of both.
func testAgainstModel(t *testing.T, open Open) {
	for seed := range uint64(8) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			f := newFixture(t, open)
			m := &model{drafts: map[string]agreement.Agreement{}, deleted: map[string]bool{}}
			random := rand.New(rand.NewPCG(seed, 2026))
			for step := range 120 {
				f.pass(time.Duration(random.IntN(100)) * time.Second)
				if err := m.step(t, f, random); err != nil {
					t.Fatalf("step %d: %v", step, err)
				}
				if got := f.ids(t, data.Query{}); !slices.Equal(got, m.list()) {
					t.Fatalf("step %d: list %v, want %v", step, got, m.list())
				}
			}
			for id, want := range m.drafts {
				if m.deleted[id] {
					continue
				}
				if got, err := f.Load(t.Context(), id); err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("%s: %+v, %v; want %+v", id, got, err, want)
				}
			}
		})
	}
}

func (m *model) step(t *testing.T, f *fixture, random *rand.Rand) error {
	id := string(rune('a' + random.IntN(5)))
	known, there := m.drafts[id]
	switch random.IntN(6) {
	case 0:
		return m.expect(f.Delete(t.Context(), id), there, func() { m.deleted[id] = true })
	case 1:
		return m.expect(f.Restore(t.Context(), id), there, func() { m.deleted[id] = false })
	}
	a := Draft(id, "Bodø", "", "nynorsk")
	if there {
		a = known
	}
	a = withText(a, fmt.Sprint("word", random.IntN(4)))
	a.Revision += random.IntN(4) / 3 // now and then a base that is not the newest
	saved, err := f.Save(t.Context(), a)
	same := there && textOf(a) == textOf(known)
	fits := !m.deleted[id] && (same || a.Revision == known.Revision)
	return m.expect(err, fits, func() {
		if same != (saved.Revision == known.Revision) {
			t.Errorf("revision %d after %d, the same wording: %t", saved.Revision, known.Revision, same)
		}
		if !same {
			m.saved(saved)
		}
	})
}

// expect compares whether something went well with whether it should have, and then follows suit.
func (m *model) expect(err error, well bool, follow func()) error {
	switch {
	case err == nil && !well:
		return errors.New("went well, but should not have")
	case err != nil && well:
		return err
	case err == nil:
		follow()
	}
	return nil
}
