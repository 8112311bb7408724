package wer

import (
	"os"
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
)

func TestRatesCountWordsToTheNearestReference(t *testing.T) {
	for _, c := range []struct {
		got  string
		refs []string
		want Rate
	}{
		{"Partane er samde.", []string{"Partane er samde."}, Rate{0, 4}},
		{"Partane er einige.", []string{"Partane er samde.", "Partane er einige."}, Rate{0, 4}},
		{"partane er samde", []string{"Partane er samde."}, Rate{2, 4}},
		{"", []string{"Partane er"}, Rate{2, 2}},
		{"Ein to tre fire", []string{"to tre"}, Rate{2, 2}},
		{"a b c d", []string{"b c d e"}, Rate{2, 4}},
	} {
		if got := Of(c.got, c.refs); got != c.want {
			t.Errorf("%q: %v, want %v", c.got, got, c.want)
		}
	}
	if p := (Rate{1, 8}).Plus(Rate{1, 8}).Percent(); p != 12.5 {
		t.Errorf("2 of 16 is %v", p)
	}
}

func TestWordsKeepHyphensAndPartPunctuation(t *testing.T) {
	want := []string{"«", "Kultur-", "og", "idrettsliv", "»", ",", "1", "250", "000", "."}
	if got := Words("«Kultur- og idrettsliv», 1 250 000."); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// The set of sentences itself: large enough, in both halves, each pair of one kind.
func TestTheSetOfSentences(t *testing.T) {
	f, err := os.Open("../testdata/wer-nb-nn.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	pairs, err := Read(f)
	if err != nil {
		t.Fatal(err)
	}
	held := 0
	seen := make(map[string]bool)
	for _, p := range pairs {
		if p.HeldOut {
			held++
		}
		if seen[p.NB[0]] {
			t.Errorf("twice: %s", p.NB[0])
		}
		seen[p.NB[0]] = true
		for _, form := range agreement.Forms {
			for _, s := range p.In(form) {
				if s != strings.TrimSpace(s) || strings.Contains(s, "  ") || strings.HasSuffix(s, ".") != strings.HasSuffix(p.NB[0], ".") {
					t.Errorf("%q", s)
				}
			}
		}
	}
	if len(pairs) < 150 || held < 50 {
		t.Errorf("%d pairs, %d held out", len(pairs), held)
	}
}
