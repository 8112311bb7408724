package grammar

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// What a grammar has found out about words is left to later texts. None of it may show.
func TestATextBecomesTheSameWhateverWasReadBefore(t *testing.T) {
	var texts []string
	for _, c := range behaviours {
		texts = append(texts, c.in+"\n", strings.Repeat(c.in+" ", 3)+"\n")
	}
	random := rand.New(rand.NewPCG(8, 8))
	for _, c := range behaviours {
		data, err := os.ReadFile(filepath.Join("testdata", c.name+".bin"))
		if err != nil {
			t.Fatal(err)
		}
		used := read(t, data)
		for range 3 {
			random.Shuffle(len(texts), func(i, k int) { texts[i], texts[k] = texts[k], texts[i] })
			for _, text := range texts {
				got, want := pass(t, used, c.options, text), pass(t, read(t, data), c.options, text)
				if got != want {
					t.Fatalf("%s: %s became\n%safter other texts, and by itself\n%s", c.name, text, got, want)
				}
			}
		}
	}
}

// A word takes room for a while. That many have been met makes no difference, and does not add up.
func TestManyWordsAreForgottenAgain(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "test-beside.bin"))
	if err != nil {
		t.Fatal(err)
	}
	g := read(t, data)
	u := newRun(context.Background(), g, Options{})
	for i := range 5 * tagsAtMost {
		word := strings.Repeat("å", i%97) + string(rune('a'+i%26)) + strings.Repeat("b", i/97%89)
		in := "^e/e<det>$ ^" + word + "/" + word + "<n>/" + word + "<v>$\n"
		want := "^e/e<det>$ ^" + word + "/" + word + "<n>$\n"
		if got, err := u.through(in); err != nil || got != want {
			t.Fatalf("%s became %s, %v", in, got, err)
		}
		u.known = u.known.bound(g)
		u.known.begin()
		if n := len(u.known.tags); n > tagsAtMost+10 {
			t.Fatalf("%d tags are remembered", n)
		}
		if n := len(u.known.words); n > wordsAtMost {
			t.Fatalf("%d words are remembered", n)
		}
	}
}

func read(t *testing.T, data []byte) *Grammar {
	t.Helper()
	g, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func pass(t *testing.T, g *Grammar, o Options, text string) string {
	t.Helper()
	out, err := g.Run(context.Background(), o, text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Two words of a text may have the same hash; the second then gets another. That one must not stay with the word.
func TestWordsWithTheSameHashKeepItToTheirText(t *testing.T) {
	byHash := make(map[uint32]string)
	var one, other string
	for i := 0; one == ""; i++ {
		word := strconv.Itoa(i)
		h := textHash(`"` + word + `"`)
		if known, ok := byHash[h]; ok {
			one, other = known, word
		}
		byHash[h] = word
	}
	word := func(lemma string) string { return "^a/" + lemma + "<n>/" + lemma + "<v>$ " }
	texts := []string{word(one), word(other), word(one) + word(other), word(other) + word(one), "^e/e<det>$ " + word(other)}
	data, err := os.ReadFile(filepath.Join("testdata", "test-beside.bin"))
	if err != nil {
		t.Fatal(err)
	}
	used := read(t, data)
	for range 2 {
		for _, text := range texts {
			got, want := pass(t, used, Options{}, text), pass(t, read(t, data), Options{}, text)
			if got != want {
				t.Errorf("%s became %s after other texts, and by itself %s", text, got, want)
			}
		}
	}
}
