package tagger_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"math"
	"strings"
	"testing"

	"avtalebok/translate/engine/enginetest"
	"avtalebok/translate/engine/tagger"
)

func TestTagging(t *testing.T) {
	m, err := tagger.Read(enginetest.Model())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, in, want string }{
		{"a word of one kind", "^ei/ei<det>$", "^ei<det>$"},
		{"behind a determiner a noun is likely", "^ei/ei<det>$ ^bok/bok<v>/bok<n><sg>$", "^ei<det>$ ^bok<n><sg>$"},
		{"behind a noun a verb", "^x/bok<n><sg>$ ^bok/bok<v>/bok<n><sg>$", "^bok<n><sg>$ ^bok<v>$"},
		{"of one kind the first form", "^bok/bok<n><sg>/bok<n><def>$", "^bok<n><sg>$"},
		{"a word without readings keeps its mark", "^xyz/*xyz$", "^*xyz$"},
		{"beside a guess an unknown word is no open word", "^ei/ei<det>$ ^xyz/*xyz/ei<det>$ ^bok/bok<v>/bok<n><sg>$", "^ei<det>$ ^*xyz$ ^bok<n><sg>$"},
		{"a guess of two parts", "^xyz/*xyz/ei<det>+bok<n><sg>$", "^*xyz+bok<n><sg>$"},
		{"a guess that stands first", "^xyz/bok<v>/*xyz$ ^bok/bok<v>/bok<n><sg>$", "^bok<v>$ ^bok<v>$"},
		{"no reading twice", "^ei/ei<det>$ ^xyz/*xyz/*xyz$ ^bok/bok<v>/bok<n><sg>$", "^ei<det>$ ^*xyz$ ^bok<v>$"},
		{"of parts without a kind the first form counts", "^a/ei<det>+x<q>/ei<det>+y<q>$", "^ei<det>+x<q>$"},
		{"a part without a kind goes with any form", "^a/ei<det>+x<q>/bok<v>$ ^bok/bok<v>$", "^bok<v>+x<q>$ ^bok<v>$"},
		{"blanks stay", "[<b>]^ei/ei<det>$ ^bok/bok<n><sg>$\n", "[<b>]^ei<det>$ ^bok<n><sg>$\n"},
	} {
		got, err := m.Run(context.Background(), c.in+"\n", false)
		if err != nil || got != c.want+"\n" {
			t.Errorf("%s: %q became %q, %v instead of %q", c.name, c.in, got, err, c.want)
		}
		if out, ok := enginetest.Program(t, enginetest.Model(), c.in+"\n", "apertium-tagger", "-g", "FILE"); ok && out != c.want+"\n" {
			t.Errorf("%s: apertium-tagger makes of %q\n%s", c.name, c.in, out)
		}
	}
	if got, err := m.Run(context.Background(), "^Ei/ei<det>$", true); err != nil || got != "^Ei/ei<det>$" {
		t.Errorf("with the word itself it became %q, %v", got, err)
	}
}

// A kind of word that was never seen narrows what an unknown word may be, but only until the text ends.
func TestTextsDoNotDependOnEarlierTexts(t *testing.T) {
	m, err := tagger.Read(enginetest.Model())
	if err != nil {
		t.Fatal(err)
	}
	const text = "^ei/ei<det>$ ^xyz/*xyz$ ^bok/bok<v>/bok<n><sg>$"
	before, _ := m.Run(context.Background(), text, false)
	_, _ = m.Run(context.Background(), "^x/ei<det>/bok<v>$ ^y/bok<n><sg>/odd<y>$", false)
	if after, err := m.Run(context.Background(), text, false); err != nil || after != before {
		t.Errorf("first %q, then %q, %v", before, after, err)
	}
}

func TestDamagedModelsAreRefused(t *testing.T) {
	whole := enginetest.Model()
	for n := range whole {
		if _, err := tagger.Read(whole[:n]); err == nil {
			t.Errorf("cut off at byte %d of %d: it is taken", n, len(whole))
		}
	}
}

// With such numbers no way through a text would be the likeliest.
func TestModelsWithoutProbabilitiesAreRefused(t *testing.T) {
	usual := binary.BigEndian.AppendUint64(nil, math.Float64bits(0.8))
	for _, odd := range []float64{math.NaN(), math.Inf(1), -0.5, 3} {
		data := bytes.Replace(enginetest.Model(), usual, binary.BigEndian.AppendUint64(nil, math.Float64bits(odd)), 1)
		if _, err := tagger.Read(data); err == nil || !strings.Contains(err.Error(), "no probability") {
			t.Errorf("%v: %v", odd, err)
		}
	}
}

func TestAModelThatKnowsNoKindOfUnknownWordsIsRefused(t *testing.T) {
	data := enginetest.Model()
	if n := data[0]; n != 2 {
		t.Fatalf("the model begins with %d", n)
	}
	if _, err := tagger.Read(append([]byte{0}, data[3:]...)); err == nil {
		t.Error("it is taken")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(enginetest.Model())
	f.Fuzz(func(_ *testing.T, data []byte) {
		if m, err := tagger.Read(data); err == nil {
			_, _ = m.Run(context.Background(), "^ei/ei<det>$ ^bok/bok<v>/bok<n><sg>$ ^xyz/*xyz$", false)
		}
	})
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"^ei/ei<det>+bok<v>$ ^b/c<d>/e<f>$", "^a/*a$", `^\/<`, "^/+<x>$"} {
		f.Add(s)
	}
	m, err := tagger.Read(enginetest.Model())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(_ *testing.T, text string) { _, _ = m.Run(context.Background(), text, true) })
}
