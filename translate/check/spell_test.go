package check_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"avtalebok/agreement"
	"avtalebok/translate/check"
)

// dictionary knows no words but its own; what it suggests for the others is given.
type dictionary map[string][]string

func (d dictionary) Check(_ context.Context, _ agreement.Form, words []string) ([][]string, error) {
	answers := make([][]string, len(words))
	for i, w := range words {
		if suggestions, unknown := d[w]; unknown {
			answers[i] = suggestions
		}
	}
	return answers, nil
}

type broken struct{}

func (broken) Check(context.Context, agreement.Form, []string) ([][]string, error) {
	return nil, errors.New("gone")
}

func TestWordsOutsideTheDictionaryAreReported(t *testing.T) {
	d := dictionary{
		"Avtaelen": {"Avtalen"}, "avtaelen": {"avtalen"}, "xyzzy": {}, "Hellevang": {"Helvang"},
		"folkehelsenettverk": {"folkehelse nettverk"}, "idag": {"i dag"}, "tilskotsbrevet": {}, "sitert": {}, "NRK": {}, "Bodøgard": {},
	}
	c := check.New(check.Options{Names: []string{"Bodøgard Lag"}})
	for _, e := range []struct {
		text string
		want []string
	}{
		{"Avtaelen gjeld.", []string{"Avtaelen→Avtalen"}},
		{"Den avtaelen, og xyzzy.", []string{"avtaelen→avtalen", "xyzzy→"}},
		{"Møt Hellevang frå NRK, «sitert» og {sitert}.", nil},
		{"Eit folkehelsenettverk møtest idag.", []string{"idag→i dag"}},
		{"Ifølgje tilskotsbrevet: Bodøgard er med.", nil},
	} {
		findings, err := c.Spelling(t.Context(), e.text, agreement.Nynorsk, d)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range findings {
			replacement := ""
			if len(f.Replacements) > 0 {
				replacement = f.Replacements[0]
			}
			got = append(got, f.Found+"→"+replacement)
		}
		if !slices.Equal(got, e.want) {
			t.Errorf("%q: %q, expected %q", e.text, got, e.want)
		}
	}
	if findings, err := c.Spelling(t.Context(), "Avtaelen", agreement.Nynorsk, broken{}); err == nil || len(findings) > 0 {
		t.Errorf("a broken dictionary gives %v, %v", findings, err)
	}
}
