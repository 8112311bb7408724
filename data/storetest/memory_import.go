package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"avtalebok/agreement"
)

// many makes n pairs.
func many(n int) (pairs []agreement.Translation) {
	for i := range n {
		pairs = append(pairs, pair(fmt.Sprint("nummer ", i), fmt.Sprint("nummeret ", i)))
	}
	return pairs
}

func (f *memoryFixture) imported(t *testing.T, pairs ...agreement.Translation) (added, known int) {
	t.Helper()
	added, known, err := f.ImportTranslations(t.Context(), "fil.tmx", sequence(nil, pairs...))
	if err != nil {
		t.Fatal(err)
	}
	return added, known
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
