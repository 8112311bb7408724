package tagger_test

import (
	"context"
	"testing"

	"avtalebok/translate/engine/enginetest"
	"avtalebok/translate/engine/tagger"
)

// The kinds of words of the test's model.
const (
	end = iota
	undefined
	sentence
	noun
	verb
	determiner
)

// model knows nouns, verbs and determiners: behind a determiner a noun is likely, and behind a noun a verb.
func model() []byte {
	w := &enginetest.Writer{}
	set := func(list ...int) {
		w.Number(len(list))
		before := 0
		for _, k := range list {
			w.Number(k - before)
			before = k
		}
	}
	names := []string{"TAG_kEOF", "TAG_kUNDEF", "TAG_SENT", "NOUN", "VERB", "DET"}
	set(noun, verb)
	w.Number(0).Number(len(names))
	for _, n := range names {
		w.Text(n)
	}
	w.Number(len(names))
	for i, n := range names {
		w.Text(n).Number(i)
	}
	w.Number(0).Number(0).Number(0) // nothing is enforced or preferred, and there are no constants
	classes := [][]int{{end}, {undefined}, {sentence}, {noun}, {verb}, {determiner}, {noun, verb}}
	w.Number(len(classes))
	for _, c := range classes {
		w.Number(len(c))
		for _, k := range c {
			w.Number(k)
		}
	}
	w.Number(len(names)).Number(len(classes))
	for i := range names {
		for j := range names {
			switch {
			case i == determiner && j == noun, i == noun && j == verb:
				w.Double(0.8)
			default:
				w.Double(0.1)
			}
		}
	}
	w.Number(8)
	for kind := range names {
		w.Number(kind).Number(kind).Double(0.5)
	}
	w.Number(noun).Number(6).Double(0.5)
	w.Number(verb).Number(6).Double(0.5)
	patterns := []string{"<ANY_CHAR><sent>", "abok<n><ANY_TAG>", "bok<n><ANY_TAG>", "bok<v>", "ei<det>"}
	w.Alphabet(append(patterns, "<ANY_TAG>")...).Number(1).Text("patterns")
	w.PatternsWith(patterns, []int{sentence, noun, noun, verb, determiner})
	return w.Data
}

func TestTagging(t *testing.T) {
	m, err := tagger.Read(model())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, in, want string }{
		{"a word of one kind", "^ei/ei<det>$", "^ei<det>$"},
		{"behind a determiner a noun is likely", "^ei/ei<det>$ ^bok/bok<v>/bok<n><sg>$", "^ei<det>$ ^bok<n><sg>$"},
		{"behind a noun a verb", "^x/bok<n><sg>$ ^bok/bok<v>/bok<n><sg>$", "^bok<n><sg>$ ^bok<v>$"},
		{"of one kind the first form", "^bok/bok<n><sg>/bok<n><def>$", "^bok<n><sg>$"},
		{"a word without readings keeps its mark", "^xyz/*xyz$", "^*xyz$"},
		{"blanks stay", "[<b>]^ei/ei<det>$ ^bok/bok<n><sg>$\n", "[<b>]^ei<det>$ ^bok<n><sg>$\n"},
	} {
		got, err := m.Run(context.Background(), c.in+"\n", false)
		if err != nil || got != c.want+"\n" {
			t.Errorf("%s: %q became %q, %v instead of %q", c.name, c.in, got, err, c.want)
		}
		if out, ok := enginetest.Program(t, model(), c.in+"\n", "apertium-tagger", "-g", "FILE"); ok && out != c.want+"\n" {
			t.Errorf("%s: apertium-tagger makes of %q\n%s", c.name, c.in, out)
		}
	}
	if got, err := m.Run(context.Background(), "^Ei/ei<det>$", true); err != nil || got != "^Ei/ei<det>$" {
		t.Errorf("with the word itself it became %q, %v", got, err)
	}
}

// A kind of word that was never seen narrows what an unknown word may be, but only until the text ends.
func TestTextsDoNotDependOnEarlierTexts(t *testing.T) {
	m, err := tagger.Read(model())
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
	whole := model()
	for n := range whole {
		if _, err := tagger.Read(whole[:n]); err == nil {
			t.Errorf("cut off at byte %d of %d: it is taken", n, len(whole))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(model())
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
	m, err := tagger.Read(model())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(_ *testing.T, text string) { _, _ = m.Run(context.Background(), text, true) })
}
