package translate

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"avtalebok/agreement"
)

func draft() agreement.Agreement {
	changed := agreement.Both("Ny tekst", "Gamal tekst")
	changed.NB = "Nyere tekst"
	items := []agreement.Item{
		{ID: "both", Text: agreement.Both("Begge", "Begge")},
		{ID: "missing", Text: agreement.Text{Pair: agreement.Pair{NB: "Mangler"}}},
		{ID: "outdated", Text: changed},
		{ID: "empty"},
		{ID: "other", Text: agreement.Text{Pair: agreement.Pair{NN: "Berre nynorsk"}}},
	}
	for i := range 20 {
		items = append(items, agreement.Item{ID: fmt.Sprint("more", i), Text: agreement.Text{Pair: agreement.Pair{NB: fmt.Sprint("Tekst ", i)}}})
	}
	return agreement.Agreement{Sections: []agreement.Section{{ID: "s", Kind: agreement.Prose, Items: items}}}
}

func names(places []agreement.Place) []string {
	var ids []string
	for _, p := range places {
		ids = append(ids, p.Item)
	}
	return ids
}

func TestOpenPassagesAreTheMissingAndOnRequestTheOutdated(t *testing.T) {
	a := draft()
	if got := names(Open(a, agreement.Nynorsk, false)); len(got) != 21 || got[0] != "missing" || slices.Contains(got, "outdated") {
		t.Errorf("missing in nynorsk: %v", got)
	}
	if got := names(Open(a, agreement.Nynorsk, true)); len(got) != 22 || got[1] != "outdated" {
		t.Errorf("with outdated: %v", got)
	}
	if got := names(Open(a, agreement.Bokmal, true)); !slices.Equal(got, []string{"other"}) {
		t.Errorf("missing in bokmål: %v", got)
	}
}

func TestSuggestionsComeInOrderAndApproveNothing(t *testing.T) {
	a := draft()
	e := &parrot{answers: map[string]Translation{"Mangler": {Text: "Manglar"}}}
	places := Open(a, agreement.Nynorsk, false)
	editor := agreement.NewEditor(a)
	var seen []agreement.Place
	err := Suggest(context.Background(), e, a, agreement.Nynorsk, places, func(s Suggestion) {
		seen = append(seen, s.Place)
		if err := editor.Do(agreement.SetText(s.Place, agreement.Nynorsk, s.Text)); err != nil {
			t.Error(err)
		}
	})
	if err != nil || !slices.Equal(seen, places) {
		t.Fatalf("%v, %v", seen, err)
	}
	text, _ := editor.Agreement().Text(places[0])
	if text.NN != "Manglar" || text.State(agreement.Nynorsk) != agreement.Unreviewed {
		t.Errorf("%v is %s", text, text.State(agreement.Nynorsk))
	}
}

func TestSuggestionsEndWithTheEnginesError(t *testing.T) {
	sorry := errors.New("sorry")
	a := draft()
	calls := 0
	err := Suggest(context.Background(), &parrot{err: sorry}, a, agreement.Nynorsk, Open(a, agreement.Nynorsk, false), func(Suggestion) { calls++ })
	if !errors.Is(err, sorry) || calls != 0 {
		t.Errorf("%d suggestions, %v", calls, err)
	}
}
