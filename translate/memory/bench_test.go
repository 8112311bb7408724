package memory_test

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data/templates"
	"avtalebok/translate/memory"
)

// generator makes pairs such as a county's memory holds: sentences of the templates, with other words, figures and
// placeholders, and new ones. Words are as unevenly frequent as those of a language (Zipf).
type generator struct {
	*rand.Rand
	sentences []agreement.Pair
	ranks     *rand.Zipf
}

func newGenerator(seed uint64) *generator {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 2026))}
	g.ranks = rand.NewZipf(g.Rand, 1.1, 4, 30_000)
	for _, t := range templates.All() {
		for _, text := range agreement.New(t).Passages() {
			nb, nn := strings.SplitAfter(text.NB, ". "), strings.SplitAfter(text.NN, ". ")
			for i := range min(len(nb), len(nn)) {
				if len(strings.Fields(nb[i])) > 3 && len(nb) == len(nn) {
					g.sentences = append(g.sentences, agreement.Pair{NB: nb[i], NN: nn[i]})
				}
			}
		}
	}
	return g
}

// word makes up a word; the more frequent, the shorter.
func (g *generator) word() string {
	syllables := strings.Fields("sam ar beid kom mu ne føl ge opp tilt ak hel se år møt va skr iv lan økt")
	var b strings.Builder
	for rank := g.ranks.Uint64() + 1; rank > 0; rank /= uint64(len(syllables)) {
		b.WriteString(syllables[rank%uint64(len(syllables))])
	}
	return b.String()
}

// clause makes up some words with a figure, a date, an amount or a placeholder among them.
func (g *generator) clause() string {
	words := make([]string, 4+g.IntN(8))
	for i := range words {
		words[i] = g.word()
		if g.IntN(3) == 0 {
			words[i] = []string{"og", "i", "til", "som", "er", "for", "på", "av"}[g.IntN(8)]
		}
	}
	words[g.IntN(len(words))] = []string{
		fmt.Sprint(1900 + g.IntN(200)), fmt.Sprintf("%d %03d", 1+g.IntN(900), g.IntN(1000)),
		fmt.Sprintf("%d. mars %d", 1+g.IntN(31), 2000+g.IntN(40)), "{county}", "{municipality.name}",
	}[g.IntN(5)]
	return strings.Join(words, " ")
}

// pair makes up a pair: a sentence of the templates with some words replaced, alike in both forms, and in two of
// three a clause behind it; or in one of four a sentence of made-up words alone.
func (g *generator) pair() agreement.Pair {
	if g.IntN(4) == 0 {
		clause := g.clause() + " " + g.clause()
		return agreement.Pair{NB: "Det skal " + clause + ".", NN: "Det skal " + clause + " no."}
	}
	p := g.sentences[g.IntN(len(g.sentences))]
	nb, nn := strings.Fields(p.NB), strings.Fields(p.NN)
	for range 1 + len(nb)/3 {
		at, word := g.IntN(min(len(nb), len(nn))), g.word()
		nb[at], nn[at] = word, word
	}
	p = agreement.Pair{NB: strings.Join(nb, " "), NN: strings.Join(nn, " ")}
	if g.IntN(3) > 0 {
		clause := g.clause()
		p.NB, p.NN = p.NB+" Dette "+clause+".", p.NN+" Dette "+clause+"."
	}
	return p
}

// passage makes a passage to be looked up of a remembered pair: the same, with other figures, or with other words.
func (g *generator) passage(p agreement.Pair, form agreement.Form) string {
	words := strings.Fields(p.In(form))
	changes := []int{0, 1, 1, 2, 3, 5}[g.IntN(6)]
	for i := range words {
		if changes > 0 && strings.Trim(words[i], "0123456789") == "" {
			words[i] = fmt.Sprint(10 + g.IntN(900))
		}
	}
	for range changes {
		words[g.IntN(len(words))] = g.word()
	}
	return strings.Join(words, " ")
}

func (g *generator) pairs(n int) (all []agreement.Pair) {
	for range n {
		all = append(all, g.pair())
	}
	return all
}

func each(pairs []agreement.Pair) iter.Seq2[agreement.Translation, error] {
	return func(yield func(agreement.Translation, error) bool) {
		for _, p := range pairs {
			if !yield(agreement.Translation{Pair: p}, nil) {
				return
			}
		}
	}
}

// BenchmarkLookup looks passages up among 100,000 pairs and reports the time that 50, 95 and 99 of a hundred lookups
// stay under, and how many find something. The pairs are what a county's memory holds; then, the worst that there can
// be, all alike but for figures; all alike but for a name; all made of the same few words; all a hundred words long.
func BenchmarkLookup(b *testing.B) {
	g := newGenerator(1)
	alike, named := make([]agreement.Pair, 100_000), make([]agreement.Pair, 100_000)
	common, long := make([]agreement.Pair, 100_000), make([]agreement.Pair, 100_000)
	few := strings.Fields("og i å det som en på er av til at for de med har den skal ikke et om")
	for i := range alike {
		nb := fmt.Sprintf("Fylkeskommunen gir {municipality.name} %d kroner i tilskudd til folkehelse i %d.", g.IntN(1_000_000), 2000+g.IntN(50))
		alike[i] = agreement.Pair{NB: nb, NN: strings.Replace(nb, "gir", "gjev", 1)}
		nb = fmt.Sprintf("Avtalen med laget Navn%d om folkehelse og fysisk aktivitet varer så lenge begge parter vil.", i)
		named[i] = agreement.Pair{NB: nb, NN: nb + " Slik er det."}
		text := g.clause()
		for range 12 {
			text += ", " + g.clause()
		}
		long[i] = agreement.Pair{NB: text + ".", NN: text + " no."}
		words := make([]string, 10+g.IntN(15))
		for j := range words {
			words[j] = few[g.IntN(len(few))]
		}
		common[i] = agreement.Pair{NB: strings.Join(words, " "), NN: strings.Join(words, " ") + " no"}
	}
	for _, c := range []struct {
		name  string
		pairs []agreement.Pair
		forms []agreement.Form
	}{
		{"as in use", g.pairs(100_000), agreement.Forms[:]},
		{"all alike", alike, agreement.Forms[:1]},
		{"all but a name alike", named, agreement.Forms[:1]},
		{"few words", common, agreement.Forms[:1]},
		{"long", long, agreement.Forms[:1]},
	} {
		d := newDesk(b, templates.All()...)
		if _, _, err := d.store.ImportTranslations(b.Context(), "bench.tmx", each(c.pairs)); err != nil {
			b.Fatal(err)
		}
		if err := d.Refresh(b.Context()); err != nil {
			b.Fatal(err)
		}
		for _, form := range c.forms {
			b.Run(c.name+" from "+string(form), func(b *testing.B) { benchmarkLookup(b, d, g, c.pairs, form) })
		}
	}
}

func benchmarkLookup(b *testing.B, d *desk, g *generator, pairs []agreement.Pair, form agreement.Form) {
	var took []time.Duration
	found := 0
	for b.Loop() {
		text := g.passage(pairs[g.IntN(len(pairs))], form)
		start := time.Now()
		matches, err := d.Lookup(b.Context(), memory.Query{From: form, Text: text})
		took = append(took, time.Since(start))
		if err != nil {
			b.Fatal(err)
		}
		if len(matches) > 0 {
			found++
		}
	}
	slices.Sort(took)
	for _, p := range []int{50, 95, 99} {
		b.ReportMetric(float64(took[len(took)*p/100].Microseconds())/1000, fmt.Sprintf("p%d-ms", p))
	}
	b.ReportMetric(float64(found)/float64(len(took))*100, "found-%")
}

// BenchmarkLoad loads 100,000 pairs from the store and reports what the index takes.
func BenchmarkLoad(b *testing.B) {
	d := newDesk(b)
	if _, _, err := d.store.ImportTranslations(b.Context(), "bench.tmx", each(newGenerator(1).pairs(100_000))); err != nil {
		b.Fatal(err)
	}
	var kept *memory.Memory
	before := heap()
	for b.Loop() {
		m := memory.Open(d.store, nil)
		if err := m.Refresh(b.Context()); err != nil {
			b.Fatal(err)
		}
		m.Close()
		kept = m
	}
	b.ReportMetric(float64(heap()-before)/(1<<20), "MB")
	runtime.KeepAlive(kept)
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
