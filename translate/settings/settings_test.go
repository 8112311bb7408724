package settings_test

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/check"
	"avtalebok/translate/settings"
	"avtalebok/translate/terms"
)

// kept is a store in memory.
type kept struct {
	values  map[string]string
	entries map[string]map[string]string
}

func newKept() *kept {
	return &kept{values: map[string]string{}, entries: map[string]map[string]string{}}
}

func (k *kept) Setting(_ context.Context, key string) (string, error) { return k.values[key], nil }

func (k *kept) SetSetting(_ context.Context, key, value string) error {
	k.values[key] = value
	return nil
}

func (k *kept) LanguageEntries(_ context.Context, list string) (map[string]string, error) {
	return maps.Clone(k.entries[list]), nil
}

func (k *kept) ChangeLanguageEntries(_ context.Context, list string, entries map[string]string) error {
	if k.entries[list] == nil {
		k.entries[list] = map[string]string{}
	}
	maps.Copy(k.entries[list], entries)
	maps.DeleteFunc(k.entries[list], func(_, value string) bool { return value == "" })
	return nil
}

func read(t *testing.T, store settings.Store) settings.Settings {
	t.Helper()
	s, err := settings.Read(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func term(nb, nn string) terms.Term {
	return terms.Term{Bokmal: terms.Word{Lemma: nb}, Nynorsk: []terms.Word{{Lemma: nn}}, Class: terms.Phrase}
}

func TestOwnTermsLieOverTheBuiltInOnes(t *testing.T) {
	store := newKept()
	if list := read(t, store).Terms(); list != terms.Default() {
		t.Error("without own terms the list is another one")
	}
	must(t, settings.KeepTerms(t.Context(), store, term("Ærfugl", "æ"), term("friskliv", "friskliv"), term("ærfugl", "ær")))
	own := read(t, store)
	if len(own.Own) != 2 || own.Own[1].Nynorsk[0].Lemma != "ær" {
		t.Errorf("kept %+v: the last of one key counts", own.Own)
	}
	if got := own.Terms().Counterpart("ærfugl", agreement.Bokmal); got != "ær" {
		t.Errorf("the counterpart is %q", got)
	}
	must(t, settings.ForgetTerms(t.Context(), store, own.Own[1].Key()))
	if left := read(t, store).Own; len(left) != 1 || left[0].Bokmal.Lemma != "friskliv" {
		t.Errorf("left %+v", left)
	}
	if err := settings.KeepTerms(t.Context(), store, term("", "halv")); err == nil {
		t.Error("half a term is kept")
	}
}

func TestTheCheckerFollowsTheDecisions(t *testing.T) {
	store := newKept()
	style, err := translate.Style{}.With("me")
	must(t, err)
	must(t, store.SetSetting(t.Context(), settings.StyleKey, string(translate.WriteStyle(style))))
	must(t, settings.KeepTerms(t.Context(), store, term("kraftlag", "kraftsamvirke")))
	must(t, settings.SetRule(t.Context(), store, "bokmal-word", false))
	found := func() []string {
		s := read(t, store)
		var rules []string
		for _, f := range check.New(s.Options(s.Terms())).Text("Då skal vi ikke betale eit kraftlag.", agreement.Nynorsk) {
			rules = append(rules, f.Rule)
		}
		return rules
	}
	if got := found(); !slices.Equal(got, []string{"house-style", "bokmal-term"}) {
		t.Errorf("found %v", got)
	}
	must(t, settings.SetRule(t.Context(), store, "bokmal-word", true))
	if got := found(); !slices.Contains(got, "bokmal-word") {
		t.Errorf("a rule that is on again finds nothing: %v", got)
	}
}

func TestOwnWordsAreKeptByForm(t *testing.T) {
	store := newKept()
	for _, w := range []string{"ærfugl", "friskliv", " friskliv "} {
		must(t, settings.AddWord(t.Context(), store, agreement.Nynorsk, w))
	}
	for _, w := range []string{"", "to ord", strings.Repeat("a", 101)} {
		if settings.AddWord(t.Context(), store, agreement.Nynorsk, w) == nil {
			t.Errorf("%q is taken for a word", w)
		}
	}
	words := read(t, store).Words
	if !slices.Equal(words[agreement.Nynorsk], []string{"friskliv", "ærfugl"}) || len(words[agreement.Bokmal]) != 0 {
		t.Errorf("kept %v", words)
	}
	must(t, settings.ForgetWord(t.Context(), store, agreement.Nynorsk, "friskliv"))
	if left := read(t, store).Words[agreement.Nynorsk]; !slices.Equal(left, []string{"ærfugl"}) {
		t.Errorf("left %v", left)
	}
}

func TestIgnoredFindingsAreKeptByDraftAndForAll(t *testing.T) {
	store := newKept()
	everywhere := []check.Ignore{{Rule: "office-phrase", Found: "i henhold til"}}
	must(t, settings.SetIgnored(t.Context(), store, "", everywhere))
	must(t, settings.SetIgnored(t.Context(), store, "42", []check.Ignore{{Rule: "dash", Found: "-", Place: agreement.Place{Section: "goals"}}}))
	if got := read(t, store).Ignored; !slices.Equal(got, everywhere) {
		t.Errorf("everywhere: %v", got)
	}
	if got, err := settings.Ignored(t.Context(), store, "42"); err != nil || len(got) != 1 || got[0].Place.Section != "goals" {
		t.Errorf("in the draft: %v, %v", got, err)
	}
	must(t, settings.SetIgnored(t.Context(), store, "", nil))
	if got := read(t, store).Ignored; len(got) != 0 {
		t.Errorf("taken back, but left: %v", got)
	}
}

func TestWhatMakesNoSenseHasItsDefaultAndTheRestIsUsed(t *testing.T) {
	store := newKept()
	must(t, settings.KeepTerms(t.Context(), store, term("a", "b")))
	store.entries["term"]["uttrykk broken"] = "{"
	store.values[settings.StyleKey] = "forms = ["
	store.values["language.ignored"] = "no list"
	s, err := settings.Read(t.Context(), store)
	if err == nil || len(s.Own) != 1 || !s.Style.Equal(translate.Style{}) || s.Ignored != nil {
		t.Errorf("%+v, %v", s, err)
	}
}
