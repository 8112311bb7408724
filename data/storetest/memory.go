package storetest

import (
	"context"
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
	f.open = opener(t, open, &f.now)
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

func (f *memoryFixture) remember(t *testing.T, pairs ...agreement.Translation) []agreement.Translation {
	t.Helper()
	kept, err := f.RememberTranslations(t.Context(), pairs)
	if err != nil || len(kept) != len(pairs) {
		t.Fatal(kept, err)
	}
	return kept
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
