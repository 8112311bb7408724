package data_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/facts"
	"avtalebok/data/templates"
)

// example makes a draft as they are in use: a shipped template with a county and a municipality, made longer with
// made-up sentences until its JSON has at least size bytes.
func example(b *testing.B, random *rand.Rand, size int) agreement.Agreement {
	b.Helper()
	template, err := templates.Get("partnership-county-municipality")
	if err != nil {
		b.Fatal(err)
	}
	municipalities := facts.Municipalities()
	municipality := municipalities[random.IntN(len(municipalities))]
	county, _ := facts.County(municipality.CountyNumber)
	parties := []agreement.Party{county.Party(), municipality.Party()}
	parties[0].Role, parties[1].Role = "county", "municipality"
	a := agreement.New(template, parties...)
	section := a.Sections[len(a.Sections)-1]
	for {
		text, err := agreement.Encode(a)
		if err != nil {
			b.Fatal(err)
		}
		if len(text) >= size {
			return a
		}
		item := agreement.NewItem()
		item.Text = agreement.Both(sentences(random), sentences(random))
		section.Items = append(section.Items, item)
		a.Sections = append(a.Sections[:len(a.Sections)-1:len(a.Sections)-1], section)
	}
}

// sentences gives some 800 bytes of made-up words, as unevenly frequent as those of a language (Zipf).
func sentences(random *rand.Rand) string {
	syllables := strings.Fields("sam ar beid kom mu ne føl ge opp tilt ak hel se år møt va skr iv lan økt")
	ranks := rand.NewZipf(random, 1.2, 3, 20_000)
	var text strings.Builder
	for text.Len() < 800 {
		for rank := ranks.Uint64() + 1; rank > 0; rank /= uint64(len(syllables)) {
			text.WriteString(syllables[rank%uint64(len(syllables))])
		}
		text.WriteByte(' ')
	}
	return text.String()
}

func BenchmarkSave(b *testing.B) {
	s := open(b, b.TempDir())
	defer s.Close()
	a := example(b, rand.New(rand.NewPCG(1, 1)), 40_000)
	text, err := agreement.Encode(a)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(len(text))/1000, "kB")
	for i := 0; b.Loop(); i++ {
		a.Theme = agreement.Both(fmt.Sprint("Tema ", i), fmt.Sprint("Tema ", i))
		if a, err = s.Save(b.Context(), a); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	s := open(b, b.TempDir())
	defer s.Close()
	a, err := s.Save(b.Context(), example(b, rand.New(rand.NewPCG(1, 1)), 40_000))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := s.Load(b.Context(), a.ID); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	open(b, dir).Close()
	for b.Loop() {
		s, err := data.Open(b.Context(), dir)
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSearch10000 searches in 10,000 drafts as a list shows it: the last saved fifty that match.
func BenchmarkSearch10000(b *testing.B) {
	s := open(b, b.TempDir())
	defer s.Close()
	random := rand.New(rand.NewPCG(1, 1))
	for range 10_000 {
		if _, err := s.Save(b.Context(), example(b, random, 0)); err != nil {
			b.Fatal(err)
		}
	}
	for _, search := range []string{"bodø", "f", "fo", "folkehelse partnerskap", "herøy folkehelse", "årsmøte finstikke", ""} {
		b.Run("search="+strings.ReplaceAll(search, " ", "+"), func(b *testing.B) {
			found := 0
			for b.Loop() {
				got, err := s.List(b.Context(), data.Query{Search: search, Limit: 50})
				if err != nil {
					b.Fatal(err)
				}
				found = len(got)
			}
			b.ReportMetric(float64(found), "found")
		})
	}
	b.Run("list=all", func(b *testing.B) {
		for b.Loop() {
			if got, err := s.List(b.Context(), data.Query{}); err != nil || len(got) != 10_000 {
				b.Fatal(len(got), err)
			}
		}
	})
}
