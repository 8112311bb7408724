package data_test

import (
	"maps"
	"testing"

	"avtalebok/agreement"
)

func TestLanguageEntriesAreKeptByListAndReplacedOneByOne(t *testing.T) {
	dir := t.TempDir()
	store := open(t, dir)
	ctx := t.Context()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(store.ChangeLanguageEntries(ctx, "word.nn", map[string]string{"folkehelse": "1", "frisklivssentral": "1"}))
	must(store.ChangeLanguageEntries(ctx, "word.nb", map[string]string{"folkehelse": "1"}))
	must(store.ChangeLanguageEntries(ctx, "word.nn", map[string]string{"folkehelse": "", "ærfugl": "2", "unknown": ""}))
	must(store.Close())

	store = open(t, dir)
	defer store.Close()
	for list, want := range map[string]map[string]string{
		"word.nn": {"frisklivssentral": "1", "ærfugl": "2"}, "word.nb": {"folkehelse": "1"}, "term": {},
	} {
		got, err := store.LanguageEntries(ctx, list)
		if err != nil || !maps.Equal(got, want) {
			t.Errorf("%s: %v, %v", list, got, err)
		}
	}
}

func TestADeletedPairComesBackAsItWas(t *testing.T) {
	store := open(t, t.TempDir())
	defer store.Close()
	ctx := t.Context()
	imported := agreement.Translation{Pair: agreement.Pair{NB: "Møte hvert år.", NN: "Møte kvart år."}, Origin: agreement.FromImport}
	pairs := func(yield func(agreement.Translation, error) bool) { yield(imported, nil) }
	if _, _, err := store.ImportTranslations(ctx, "minne.tmx", pairs); err != nil {
		t.Fatal(err)
	}
	_, err := store.RememberTranslations(ctx, []agreement.Translation{{Pair: agreement.Pair{NB: "Rådet", NN: "Rådet"}, Source: "Avtale"}})
	if err != nil {
		t.Fatal(err)
	}
	before, err := store.SearchTranslations(ctx, "", 10)
	if err != nil || len(before) != 2 {
		t.Fatal(before, err)
	}
	for _, pair := range before {
		if err := store.DeleteTranslation(ctx, pair.ID); err != nil {
			t.Fatal(err)
		}
		back, err := store.RestoreTranslation(ctx, pair)
		if err != nil || back.ID == pair.ID {
			t.Fatalf("%+v, %v: an ID is never used twice", back, err)
		}
		again, err := store.RestoreTranslation(ctx, pair)
		if err != nil || again.ID != back.ID {
			t.Errorf("restoring twice: %+v, %v", again, err)
		}
		found, err := store.Translations(ctx, []int64{back.ID})
		pair.ID = back.ID
		if err != nil || len(found) != 1 || found[0] != pair {
			t.Errorf("%+v, want %+v, %v", found, pair, err)
		}
	}
	if found, _ := store.SearchTranslations(ctx, "kvart", 10); len(found) != 1 || found[0].Source != "minne.tmx" {
		t.Errorf("found %+v", found)
	}
}
