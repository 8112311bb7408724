package memory

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
)

// vocabulary is small, so that made-up sentences are near to one another, and as uneven as a language.
var vocabulary = strings.Fields(`partane partane partane skal skal skal og og og og i i i i avtalen avtalen møte møtast
	årleg fylkeskommunen kommunen tilskot rapport innan frist 1 2 30 2026 {county} {municipality} , , . . ( Partane Avtalen
	folkehelse frivillige aktivitet ungdom post@a.no 8. mai`)

func sentence(random *rand.Rand) string { return sentenceOf(random, 1+random.IntN(12)) }

func sentenceOf(random *rand.Rand, length int) string {
	words := make([]string, length)
	for i := range words {
		words[i] = vocabulary[random.IntN(len(vocabulary))]
	}
	return strings.Join(words, " ")
}

// seeds gives so many, and a third of them where time is short (script/test; .ci/run tries all).
func seeds(all uint64) uint64 {
	if testing.Short() {
		return (all + 2) / 3
	}
	return all
}

// TestTheIndexFindsWhatComparingWithEverythingFinds holds the search against the plainest one: score every entry.
func TestTheIndexFindsWhatComparingWithEverythingFinds(t *testing.T) {
	for seed := range seeds(20) {
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

// Longer wordings take up more than one block of the search's bits.
func TestNoEntryScoresMoreThanTheSearchThinksPossible(t *testing.T) {
	for seed := range seeds(3) {
		random := rand.New(rand.NewPCG(seed, 11))
		x := newIndex()
		for i := range 300 {
			x.add(agreement.Translation{ID: int64(i + 1), Pair: agreement.Pair{NB: sentenceOf(random, random.IntN(200)), NN: "x"}})
		}
		s, o := x.side(agreement.Bokmal), &order{}
		for range 40 {
			q := x.query(tokens(sentenceOf(random, random.IntN(200)) + " ukjent ukjent"))
			o.learn(q, len(x.weights))
			for entry := range int32(len(x.ids)) {
				var row []int
				total := max(q.total, int(s.total[entry]))
				got := score(distance(q.tokens, s.of(entry), x.weigh, total, &row), total)
				if could := couldScore(o, s, q, entry); could < got {
					t.Fatalf("seed %d: entry %d scores %d, thought possible were %d", seed, entry, got, could)
				}
			}
			o.forget(q)
		}
	}
}

func TestWordsInTheSameOrderAreCounted(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 12))
	x := newIndex()
	for i, w := range strings.Fields("a b c d e f g , .") {
		x.add(agreement.Translation{ID: int64(i + 1), Pair: agreement.Pair{NB: w, NN: w}})
	}
	var o order
	for range 300 {
		var texts [2]string
		for i := range texts {
			for range random.IntN(180) {
				texts[i] += strings.Fields("a b c d e f g , .")[random.IntN(9)] + " "
			}
		}
		q, other := x.query(tokens(texts[0])), x.query(tokens(texts[1]))
		o.learn(q, len(x.weights))
		got := o.common(other.tokens)
		o.forget(q)
		if want := commonSubsequence(onlyWords(texts[0]), onlyWords(texts[1])); got != want {
			t.Fatalf("%q and %q: %d, want %d", texts[0], texts[1], got, want)
		}
	}
}

func onlyWords(text string) []string {
	return strings.Fields(strings.NewReplacer(",", "", ".", "").Replace(text))
}

// commonSubsequence is the textbook's way.
func commonSubsequence(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		corner := 0
		for j, y := range b {
			above := row[j+1]
			row[j+1] = max(above, row[j])
			if x == y {
				row[j+1] = corner + 1
			}
			corner = above
		}
	}
	return row[len(b)]
}

// The newest of many that are equally near are found.
func TestOfManyEqualsTheNewestAreFound(t *testing.T) {
	x := newIndex()
	for i := range 5000 {
		at := time.Unix(int64(i*7919%5000), 0)
		text := fmt.Sprintf("avtalen med navn%d om folkehelse og idrett", i)
		x.add(agreement.Translation{ID: int64(i + 1), Pair: agreement.Pair{NB: text, NN: text}, Confirmed: at})
	}
	hits := x.nearHits(agreement.Bokmal, "avtalen med noen om folkehelse og idrett", Least)
	if len(hits) != maxHits {
		t.Fatalf("%d hits", len(hits))
	}
	for i, h := range hits {
		if h.date != int64(4999-i) {
			t.Errorf("hit %d is of moment %d", i, h.date)
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
		known := strings.ToLower(text + " " + target)
		for _, part := range tokens(c.suggestion) {
			if !strings.Contains(known, strings.ToLower(part.Text)) {
				t.Fatalf("%q, %q, %q: %q holds %q", text, source, target, c.suggestion, part.Text)
			}
		}
		if got, want := words(c.suggestion), words(target); got != want {
			t.Fatalf("the words of %q became %q", want, got)
		}
	}
}

// words gives a text without its figures, placeholders and addresses, and without its capitals and final mark, which
// follow the passage.
func words(text string) string {
	var b strings.Builder
	for _, t := range tokens(text) {
		if !t.Kind.Fixed() {
			b.WriteString(t.Text + " ")
		}
	}
	return strings.TrimRight(strings.ToLower(b.String()), " .:;,!?")
}

// TestAFullIndexKeepsTheAcceptedPairsAndTheLatestImports fills a memory whose index is small.
func TestAFullIndexKeepsTheAcceptedPairsAndTheLatestImports(t *testing.T) {
	store, err := data.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	m := open(store, nil, 50)
	defer m.Close()
	found := func(what string, number int) bool {
		t.Helper()
		matches, err := m.Lookup(t.Context(), Query{From: agreement.Bokmal, Text: fmt.Sprint("tekst ", what, number), Least: exact})
		if err != nil {
			t.Fatal(err)
		}
		return len(matches) == 1
	}
	take := func(what string, count int) {
		t.Helper()
		_, _, err := store.ImportTranslations(t.Context(), what, func(yield func(agreement.Translation, error) bool) {
			for i := range count {
				if !yield(agreement.Translation{Pair: agreement.Pair{NB: fmt.Sprint("tekst ", what, i), NN: fmt.Sprint("x ", i)}}, nil) {
					return
				}
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	accept := func(from, to int) {
		t.Helper()
		for i := from; i < to; i++ {
			p := Passage{Pair: agreement.Pair{NB: fmt.Sprint("tekst eigen", i), NN: fmt.Sprint("x ", i)}}
			if err := m.Remember(t.Context(), "Avtale", p); err != nil {
				t.Fatal(err)
			}
		}
	}
	take("gammal", 30)
	take("ny", 30)
	accept(0, 10)
	for what, want := range map[string][]bool{"eigen": {true, true}, "ny": {true, true}, "gammal": {false, true}} {
		for i, number := range []int{0, 9} {
			if what == "gammal" {
				number = []int{0, 29}[i]
			}
			if got := found(what, number); got != want[i] {
				t.Errorf("%s %d is found: %v, want %v", what, number, got, want[i])
			}
		}
	}
	accept(10, 40)
	if err := m.Refresh(t.Context()); err != nil { // outgrown, so made anew
		t.Fatal(err)
	}
	if n := m.current().living(); n != 50 {
		t.Errorf("%d entries", n)
	}
	if !found("eigen", 0) || !found("eigen", 39) || !found("ny", 29) || found("ny", 0) || found("gammal", 29) {
		t.Error("the index does not hold the accepted pairs and the last imported ones")
	}
}

func TestAnIndexOfDeletedPairsIsMadeAnew(t *testing.T) {
	x := newIndex()
	for i := range int64(3000) {
		x.add(agreement.Translation{ID: i, Pair: agreement.Pair{NB: "a", NN: "b"}})
	}
	for i := range int64(2000) {
		if x.wasteful(5000) && i < 1501 {
			t.Fatalf("wasteful with %d of 3000 deleted", i)
		}
		x.remove(i)
		x.remove(i)
	}
	if x.living() != 1000 || !x.wasteful(5000) {
		t.Errorf("%d entries live", x.living())
	}
}
