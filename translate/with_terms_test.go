package translate

import (
	"context"
	"strings"
	"testing"

	"avtalebok/agreement"
)

// exchanged is a list of terms that replaces one word by another.
type exchanged struct{ old, new string }

func (l exchanged) Repair(_, target string, _ agreement.Form) string {
	return strings.ReplaceAll(target, l.old, l.new)
}

func TestUnknownWordsAreLookedUpInTheListOfTerms(t *testing.T) {
	e := &parrot{answers: map[string]Translation{
		"a": {Text: "mynde, mynde og blafs", Unknown: []Span{{7, 12}, {16, 21}}},
	}}
	got, err := WithTerms(e, exchanged{"mynde", "myndighet"}).Translate(context.Background(), ToBokmal, []Segment{{"a"}, {"mynde"}})
	if err != nil {
		t.Fatal(err)
	}
	if s := got[0].Unknown; got[0].Text != "mynde, myndighet og blafs" || len(s) != 1 || got[0].Text[s[0].Start:s[0].End] != "blafs" {
		t.Errorf("%q, unknown %v", got[0].Text, s)
	}
	if got[1].Text != "mynde" {
		t.Errorf("a word that the engine knew became %q", got[1].Text)
	}
}
