package ui

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"fyne.io/fyne/v2/lang"

	"avtalebok/locales"
)

// fyneKeys reads the keys of Fyne's own words, beside its sources.
func fyneKeys(t *testing.T) []string {
	t.Helper()
	source, _ := runtime.FuncForPC(reflect.ValueOf(lang.Localize).Pointer()).FileLine(0)
	raw, err := os.ReadFile(filepath.Join(filepath.Dir(source), "translations", "base.en.json"))
	if err != nil {
		t.Skipf("Fyne's sources are not here: %v", err)
	}
	return keys(t, raw)
}

func keys(t *testing.T, raw []byte) []string {
	t.Helper()
	var words map[string]any
	if err := json.Unmarshal(raw, &words); err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(maps.Keys(words))
}

func TestEveryWordOfFyneIsThereInEveryLanguage(t *testing.T) {
	want := fyneKeys(t)
	for _, language := range locales.Languages {
		raw, err := fyneWords.ReadFile("words/fyne." + language + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if got := keys(t, raw); !slices.Equal(got, want) {
			t.Errorf("%s has %q, want %q", language, got, want)
		}
	}
}

func TestFyneSpeaksTheLanguageThatWasChosenLast(t *testing.T) {
	for _, step := range []struct{ language, open, monday string }{
		{"nb", "Åpne", "Man"}, {"nn", "Opne", "Mån"}, {"en", "Open", "Mon"}, {"nn", "Opne", "Mån"},
	} {
		if err := speakFyne(step.language); err != nil {
			t.Fatal(err)
		}
		if got := lang.L("Open"); got != step.open {
			t.Errorf("%s: %q, want %q", step.language, got, step.open)
		}
		if got := lang.X("monday.short", "Mon"); got != step.monday {
			t.Errorf("%s: %q, want %q", step.language, got, step.monday)
		}
	}
}
