package memory

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
)

// vocabulary is small, so that made-up sentences are near to one another, and as uneven as a language.
var vocabulary = strings.Fields(`partane partane partane skal skal skal og og og og i i i i avtalen avtalen møte møtast
	årleg fylkeskommunen kommunen tilskot rapport innan frist 1 2 30 2026 {county} {municipality} , , . . ( Partane Avtalen
	folkehelse frivillige aktivitet ungdom post@a.no 8. mai`)

func sentence(random *rand.Rand) string {
	words := make([]string, 1+random.IntN(12))
	for i := range words {
		words[i] = vocabulary[random.IntN(len(vocabulary))]
	}
	return strings.Join(words, " ")
}

// TestTheIndexFindsWhatComparingWithEverythingFinds holds the search against the plainest one: score every entry.
func TestTheIndexFindsWhatComparingWithEverythingFinds(t *testing.T) {
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 6))
		x := newIndex()
		var stored []string
		for i := range 300 {
			stored = append(stored, sentence(random))
			x.add(agreement.Translation{ID: int64(i + 1), Pair: agreement.Pair{NB: stored[i], NN: "x"}})
		}
		for range 100 {
			text, least := sentence(random), 50+random.IntN(50)
			var want []string
			for i, s := range stored {
				a, b := tokens(text), tokens(s)
				var row []int
				total := max(totalWeight(a), totalWeight(b))
				got := score(distance(weighed(a), weighed(b), func(k weighedKey) int { return k.weight }, total, &row), total)
				if got >= least && mostlyWords(a, least) {
					want = append(want, fmt.Sprint(got, " ", i+1))
				}
			}
			var got []string
			for _, h := range x.nearHits(agreement.Bokmal, text, least) {
				got = append(got, fmt.Sprint(h.score, " ", h.id))
			}
			if len(want) > maxHits {
				continue // which of many equals are taken depends on dates
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Fatalf("seed %d: %q from %d: %v\nwant %v", seed, text, least, got, want)
			}
		}
	}
}

// mostlyWords reports whether a text has words to be found by; what is punctuation for the most part is only found
// when it is the same.
func mostlyWords(all []token, least int) bool {
	words := 0
	for _, t := range all {
		if weight(t.Kind) == wordWeight {
			words += wordWeight
		}
	}
	return (totalWeight(all)-words)*exact < least*totalWeight(all)
}

func TestDistanceIsADistance(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	between := func(a, b string) int {
		var row []int
		return distance(weighed(tokens(a)), weighed(tokens(b)), func(k weighedKey) int { return k.weight }, 1<<20, &row)
	}
	for range 3000 {
		a, b, c := sentence(random), sentence(random), sentence(random)
		if between(a, a) != 0 || between(a, b) != between(b, a) || between(a, c) > between(a, b)+between(b, c) {
			t.Fatalf("%q, %q, %q: %d, %d, %d", a, b, c, between(a, b), between(b, c), between(a, c))
		}
		var row []int
		limit := random.IntN(40)
		limited := distance(weighed(tokens(a)), weighed(tokens(b)), func(k weighedKey) int { return k.weight }, limit, &row)
		if limited != min(between(a, b), limit+1) {
			t.Fatalf("%q, %q: %d within %d, %d without limit", a, b, limited, limit, between(a, b))
		}
	}
}

func TestCarryingOverNeverInventsAFigure(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range 3000 {
		text, source, target := sentence(random), sentence(random), sentence(random)
		c := compare(text, source, target)
		if c.score < 0 || c.score > exact || (c.score == exact) != (oneLine(text) == oneLine(source)) {
			t.Fatalf("%q, %q: score %d", text, source, c.score)
		}
		known := text + " " + target
		for _, part := range tokens(c.suggestion) {
			if !strings.Contains(known, part.Text) {
				t.Fatalf("%q, %q, %q: %q holds %q", text, source, target, c.suggestion, part.Text)
			}
		}
		if got, want := words(c.suggestion), words(target); got != want {
			t.Fatalf("the words of %q became %q", want, got)
		}
	}
}

// words gives a text without its figures, placeholders and addresses.
func words(text string) string {
	var b strings.Builder
	for _, t := range tokens(text) {
		if !t.Kind.Fixed() {
			b.WriteString(t.Text + " ")
		}
	}
	return b.String()
}

func TestAnIndexThatIsFullKeepsTheAcceptedAndTheNewest(t *testing.T) {
	x := newIndex()
	for i := range 50 {
		x.add(agreement.Translation{ID: int64(i + 1), Pair: agreement.Pair{NB: fmt.Sprint("tekst ", i), NN: "x"}})
	}
	if x.wasteful(50) || !x.wasteful(40) {
		t.Error("an index is wasteful when it has outgrown its limit, and not before")
	}
	for id := range int64(20) {
		x.remove(id + 1)
		x.remove(id + 1)
	}
	if x.living() != 30 {
		t.Errorf("%d entries live", x.living())
	}
}
