package storetest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
)

// Memory is a store of translations as it is tested.
type Memory interface {
	RememberTranslations(ctx context.Context, pairs []agreement.Translation) ([]agreement.Translation, error)
	ImportTranslations(ctx context.Context, source string, pairs iter.Seq2[agreement.Translation, error]) (added, known int, err error)
	TranslationImports(ctx context.Context) ([]int64, error)
	TranslationsSince(ctx context.Context, number, after int64) iter.Seq2[agreement.Translation, error]
	Translations(ctx context.Context, ids []int64) ([]agreement.Translation, error)
	AllTranslations(ctx context.Context) iter.Seq2[agreement.Translation, error]
	SearchTranslations(ctx context.Context, text string, limit int) ([]agreement.Translation, error)
	DeleteTranslation(ctx context.Context, id int64) error
	DeleteTranslationImports(ctx context.Context, source string) (deleted int, err error)
	CountTranslationUse(ctx context.Context, id int64) error
	Close() error
}

// OpenMemory opens the memory that is kept at a place, as Open opens a store.
type OpenMemory func(t *testing.T, place string, clock func() time.Time) Memory

// TestMemory runs every test of a translation memory's store against those that open opens.
func TestMemory(t *testing.T, open OpenMemory) {
	groups := []struct {
		name string
		run  func(*testing.T, *memoryFixture)
	}{
		{"an accepted pair is kept once and dated by the last time", testRememberedOnce},
		{"new pairs are found behind those that were there", testNewPairs},
		{"a time to come counts as now", testFutureTimes},
		{"a search finds words in both forms, the newest first", testTranslationSearch},
		{"a deleted pair is gone and can come again", testTranslationDeleted},
		{"use is counted", testTranslationUse},
		{"an import adds what is new and leaves what is known", testImport},
		{"an import that fails leaves nothing", testFailedImport},
		{"an import that is cancelled leaves nothing", testCancelledImport},
		{"nobody sees an import before it is complete", testImportUnseen},
		{"one import goes on at a time, and drafts can be saved meanwhile", testImportAlone},
		{"an accepted pair takes the place of an imported one", testAcceptedOverImported},
		{"what came with a file can be forgotten", testDeletedImports},
		{"all pairs come ordered by their wordings", testAllTranslations},
	}
	for _, g := range groups {
		t.Run(g.name, func(t *testing.T) { g.run(t, newMemoryFixture(t, open)) })
	}
}

type memoryFixture struct {
	Memory
	open func() Memory // the same place once more
	now  time.Time
}

func newMemoryFixture(t *testing.T, open OpenMemory) *memoryFixture {
	t.Helper()
	f := &memoryFixture{now: start}
	place := t.TempDir()
	f.open = func() Memory {
		m := open(t, place, func() time.Time { return f.now })
		t.Cleanup(func() {
			if err := m.Close(); err != nil {
				t.Error("close:", err)
			}
		})
		return m
	}
	f.Memory = f.open()
	return f
}

func pair(nb, nn string) agreement.Translation {
	return agreement.Translation{Pair: agreement.Pair{NB: nb, NN: nn}, Source: "Avtale"}
}

// sequence gives pairs one after the other, and then an error if there is one.
func sequence(err error, pairs ...agreement.Translation) iter.Seq2[agreement.Translation, error] {
	return func(yield func(agreement.Translation, error) bool) {
		for _, p := range pairs {
			if !yield(p, nil) {
				return
			}
		}
		if err != nil {
			yield(agreement.Translation{}, err)
		}
	}
}

// many makes n pairs.
func many(n int) (pairs []agreement.Translation) {
	for i := range n {
		pairs = append(pairs, pair(fmt.Sprint("nummer ", i), fmt.Sprint("nummeret ", i)))
	}
	return pairs
}

func (f *memoryFixture) remember(t *testing.T, pairs ...agreement.Translation) []agreement.Translation {
	t.Helper()
	kept, err := f.RememberTranslations(t.Context(), pairs)
	if err != nil || len(kept) != len(pairs) {
		t.Fatal(kept, err)
	}
	return kept
}

func (f *memoryFixture) imported(t *testing.T, pairs ...agreement.Translation) (added, known int) {
	t.Helper()
	added, known, err := f.ImportTranslations(t.Context(), "fil.tmx", sequence(nil, pairs...))
	if err != nil {
		t.Fatal(err)
	}
	return added, known
}

// bokmal lists the wordings of a sequence.
func bokmal(t *testing.T, all iter.Seq2[agreement.Translation, error]) []string {
	t.Helper()
	found := []string{}
	for p, err := range all {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, p.NB)
	}
	return found
}

func (f *memoryFixture) search(t *testing.T, text string) []string {
	t.Helper()
	pairs, err := f.SearchTranslations(t.Context(), text, 10)
	return bokmal(t, sequence(err, pairs...))
}

func wantList(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func testRememberedOnce(t *testing.T, f *memoryFixture) {
	first := f.remember(t, pair("Mål", "Mål"), pair("Mål", "Målsetjing"))
	f.now = f.now.Add(time.Hour)
	again := pair("Mål", "Mål")
	again.Source = "Ny avtale"
	second := f.remember(t, again)
	old := again
	old.Confirmed = start.AddDate(-1, 0, 0)
	f.remember(t, old)
	got, err := f.Translations(t.Context(), []int64{first[0].ID, first[1].ID})
	if err != nil || len(got) != 2 || first[0].ID != second[0].ID {
		t.Fatal(got, err, second)
	}
	slices.SortFunc(got, func(a, b agreement.Translation) int { return int(a.ID - b.ID) })
	for i, want := range []time.Time{f.now, start} {
		if want = want.UTC().Truncate(time.Second); !got[i].Confirmed.Equal(want) || got[i].Origin != agreement.FromApproval {
			t.Errorf("%+v, want it confirmed %v", got[i], want)
		}
	}
}

func testNewPairs(t *testing.T, f *memoryFixture) {
	kept := f.remember(t, pair("a", "a"), pair("b", "b"))
	other := f.open()
	if _, err := other.RememberTranslations(t.Context(), []agreement.Translation{pair("c", "c"), pair("a", "a")}); err != nil {
		t.Fatal(err)
	}
	wantList(t, "since the start", bokmal(t, f.TranslationsSince(t.Context(), 0, 0)), "c", "b", "a")
	wantList(t, "since the second", bokmal(t, f.TranslationsSince(t.Context(), 0, kept[1].ID)), "c")
	for range f.TranslationsSince(t.Context(), 0, 0) {
		break // whoever has enough may go
	}
}

func testFutureTimes(t *testing.T, f *memoryFixture) {
	late := pair("a", "a")
	late.Confirmed = f.now.AddDate(10, 0, 0)
	if got := f.remember(t, late)[0].Confirmed; !got.Equal(f.now.UTC().Truncate(time.Second)) {
		t.Errorf("confirmed %v", got)
	}
	late.NB = "b"
	f.imported(t, late)
	got, err := f.SearchTranslations(t.Context(), "b", 1)
	if err != nil || len(got) != 1 || got[0].Confirmed.After(f.now) {
		t.Error(got, err)
	}
}

func testTranslationSearch(t *testing.T, f *memoryFixture) {
	f.remember(t, pair("Årsmøte i mai", "Årsmøtet i mai"))
	f.now = f.now.Add(time.Hour)
	f.remember(t, pair("Årsrapport", "Årsrapporten vert send"))
	wantList(t, "both", f.search(t, "ÅRS"), "Årsrapport", "Årsmøte i mai")
	wantList(t, "all", f.search(t, " "), "Årsrapport", "Årsmøte i mai")
	wantList(t, "nynorsk", f.search(t, "vert års"), "Årsrapport")
	wantList(t, "nothing", f.search(t, "års finst"))
	wantList(t, "odd signs", f.search(t, `"*) OR ( 😀`))
	got, err := f.SearchTranslations(t.Context(), "", 1)
	wantList(t, "one", bokmal(t, sequence(err, got...)), "Årsrapport")
}

func testTranslationDeleted(t *testing.T, f *memoryFixture) {
	kept := f.remember(t, pair("a b", "a"), pair("c", "c"))
	if err := f.DeleteTranslation(t.Context(), kept[0].ID); err != nil {
		t.Fatal(err)
	}
	wantError(t, f.DeleteTranslation(t.Context(), kept[0].ID), agreement.NotFound, "error.tm.unknown")
	wantList(t, "all", bokmal(t, f.AllTranslations(t.Context())), "c")
	wantList(t, "search", f.search(t, "b"))
	if got, err := f.Translations(t.Context(), []int64{kept[0].ID}); len(got) != 0 || err != nil {
		t.Error(got, err)
	}
	if again := f.remember(t, pair("a b", "a")); again[0].ID <= kept[1].ID {
		t.Errorf("the number %d has been in use", again[0].ID)
	}
	wantList(t, "search again", f.search(t, "b"), "a b")
}

func testTranslationUse(t *testing.T, f *memoryFixture) {
	id := f.remember(t, pair("a", "a"))[0].ID
	for _, id := range []int64{id, id, 4711} {
		if err := f.CountTranslationUse(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	if got := f.remember(t, pair("a", "a")); got[0].Uses != 2 {
		t.Errorf("used %d times", got[0].Uses)
	}
}

func testImport(t *testing.T, f *memoryFixture) {
	mine := f.remember(t, pair("nummer 3", "nummeret 3"))[0]
	f.now = f.now.Add(time.Hour)
	pairs := append(many(2500), many(5)...)
	if added, known := f.imported(t, pairs...); added != 2499 || known != 6 {
		t.Errorf("added %d, known %d", added, known)
	}
	if added, known := f.imported(t, pairs...); added != 0 || known != len(pairs) {
		t.Errorf("again: added %d, known %d", added, known)
	}
	numbers, err := f.TranslationImports(t.Context())
	if err != nil || len(numbers) != 1 {
		t.Fatalf("imports %v, %v: one that brings nothing is none", numbers, err)
	}
	if got := bokmal(t, f.TranslationsSince(t.Context(), numbers[0], 0)); len(got) != 2499 || got[0] != "nummer 2499" {
		t.Errorf("%d pairs, the first %q", len(got), got[:1])
	}
	got, err := f.Translations(t.Context(), []int64{mine.ID})
	if err != nil || len(got) != 1 || got[0] != mine {
		t.Errorf("the accepted pair became %+v, %v; it was %+v", got, err, mine)
	}
	found, err := f.SearchTranslations(t.Context(), "nummer 2400", 1)
	if err != nil || len(found) != 1 || found[0].Source != "fil.tmx" || found[0].Origin != agreement.FromImport {
		t.Errorf("found %+v, %v", found, err)
	}
}

// untouched checks that the memory holds the one pair that it held, and that another import goes through.
func (f *memoryFixture) untouched(t *testing.T) {
	t.Helper()
	wantList(t, "all", bokmal(t, f.AllTranslations(t.Context())), "nummer 7")
	wantList(t, "search", f.search(t, "nummer"), "nummer 7")
	if numbers, err := f.TranslationImports(t.Context()); len(numbers) != 0 || err != nil {
		t.Errorf("imports %v, %v", numbers, err)
	}
	if added, known := f.imported(t, many(20)...); added != 19 || known != 1 {
		t.Errorf("the next import added %d, and %d were known", added, known)
	}
}

func testFailedImport(t *testing.T, f *memoryFixture) {
	f.remember(t, pair("nummer 7", "nummeret 7"))
	broken := errors.New("broken")
	if _, _, err := f.ImportTranslations(t.Context(), "fil.tmx", sequence(broken, many(3000)...)); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	f.untouched(t)
}

func testCancelledImport(t *testing.T, f *memoryFixture) {
	f.remember(t, pair("nummer 7", "nummeret 7"))
	ctx, cancel := context.WithCancel(t.Context())
	pairs := func(yield func(agreement.Translation, error) bool) {
		for i, p := range many(5000) {
			if i == 3500 {
				cancel()
			}
			if !yield(p, nil) {
				return
			}
		}
	}
	if _, _, err := f.ImportTranslations(ctx, "fil.tmx", pairs); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	f.untouched(t)
}

func testImportUnseen(t *testing.T, f *memoryFixture) {
	other := f.open()
	looked := false
	pairs := func(yield func(agreement.Translation, error) bool) {
		for i, p := range many(2500) {
			if i == 2400 {
				looked = true
				wantList(t, "all", bokmal(t, other.AllTranslations(t.Context())))
				found, err := other.SearchTranslations(t.Context(), "nummer 5", 10)
				wantList(t, "search", bokmal(t, sequence(err, found...)))
				wantError(t, other.DeleteTranslation(t.Context(), 1), agreement.NotFound, "error.tm.unknown")
			}
			if !yield(p, nil) {
				return
			}
		}
	}
	if added, _, err := f.ImportTranslations(t.Context(), "fil.tmx", pairs); added != 2500 || err != nil || !looked {
		t.Errorf("added %d, %v", added, err)
	}
	wantList(t, "now", bokmal(t, sequence(nil, must(other.SearchTranslations(t.Context(), "nummer 5", 1))...)), "nummer 599")
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func testImportAlone(t *testing.T, f *memoryFixture) {
	other := f.open()
	pairs := func(yield func(agreement.Translation, error) bool) {
		for i, p := range many(1500) {
			if i == 1200 {
				_, _, err := other.ImportTranslations(t.Context(), "annen.tmx", sequence(nil, pair("x", "x")))
				wantError(t, err, agreement.Refused, "error.tm.importing")
				if _, err := other.RememberTranslations(t.Context(), []agreement.Translation{pair("nummer 1", "nummeret 1"), pair("y", "y")}); err != nil {
					t.Error(err)
				}
			}
			if !yield(p, nil) {
				return
			}
		}
	}
	if added, _, err := f.ImportTranslations(t.Context(), "fil.tmx", pairs); added != 1500 || err != nil {
		t.Errorf("added %d, %v", added, err)
	}
	wantList(t, "accepted", bokmal(t, f.TranslationsSince(t.Context(), 0, 0)), "y", "nummer 1")
	if all := bokmal(t, f.AllTranslations(t.Context())); len(all) != 1501 {
		t.Errorf("%d pairs in all", len(all))
	}
}

func testAcceptedOverImported(t *testing.T, f *memoryFixture) {
	f.imported(t, many(3)...)
	imported := must(f.SearchTranslations(t.Context(), "1", 1))[0]
	if err := f.CountTranslationUse(t.Context(), imported.ID); err != nil {
		t.Fatal(err)
	}
	accepted := f.remember(t, pair("nummer 1", "nummeret 1"))[0]
	if accepted.ID <= imported.ID || accepted.Origin != agreement.FromApproval || accepted.Uses != 1 || accepted.Source != "Avtale" {
		t.Errorf("accepted as %+v", accepted)
	}
	wantList(t, "all", bokmal(t, f.AllTranslations(t.Context())), "nummer 0", "nummer 1", "nummer 2")
	wantList(t, "search", f.search(t, "1"), "nummer 1")
}

func testDeletedImports(t *testing.T, f *memoryFixture) {
	f.imported(t, many(1200)...)
	f.remember(t, pair("nummer 1", "nummeret 1"))
	f.imported(t, pair("to", "to"))
	if _, _, err := f.ImportTranslations(t.Context(), "annen.tmx", sequence(nil, pair("tre", "tre"))); err != nil {
		t.Fatal(err)
	}
	if deleted, err := f.DeleteTranslationImports(t.Context(), "fil.tmx"); deleted != 1200 || err != nil {
		t.Errorf("deleted %d, %v", deleted, err)
	}
	wantList(t, "all", bokmal(t, f.AllTranslations(t.Context())), "nummer 1", "tre")
	wantList(t, "search", f.search(t, "nummer"), "nummer 1")
	if numbers, err := f.TranslationImports(t.Context()); err != nil || len(numbers) != 1 {
		t.Errorf("imports %v, %v", numbers, err)
	}
	_, err := f.DeleteTranslationImports(t.Context(), "fil.tmx")
	wantError(t, err, agreement.NotFound, "error.tm.unknownSource")
	if added, known := f.imported(t, many(5)...); added != 4 || known != 1 {
		t.Errorf("taken in again: %d, %d known", added, known)
	}
}

func testAllTranslations(t *testing.T, f *memoryFixture) {
	f.remember(t, pair("b", "1"), pair("a", "2"), pair("B", "4"), pair("a", "1"))
	f.imported(t, pair("å", "3"), pair("aa", "0"))
	var got []string
	for p, err := range f.AllTranslations(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, p.NB+p.NN)
	}
	if s := strings.Join(got, " "); s != "B4 a1 a2 aa0 b1 å3" {
		t.Error(s)
	}
}
