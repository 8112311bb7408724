package translate

import (
	"slices"
	"strings"
	"testing"
)

func fixedOf(text string) []string {
	var found []string
	for _, p := range Parts(text) {
		if p.Fixed {
			found = append(found, p.Text)
		}
	}
	return found
}

func TestWhatNoEngineMayTouchIsFixed(t *testing.T) {
	for text, want := range map[string][]string{
		"Kommunen skal følgje opp planen.":              nil,
		"{municipality}s plan i {county.name}":          {"{municipality}s", "{county.name}"},
		"{municipality}samarbeid":                       {"{municipality}"},
		"sjå https://eksempel.no/søk?q=hund&side=2.":    {"https://eksempel.no/søk?q=hund&side=2"},
		"(www.bodo.kommune.no), bodo.kommune.no og KS.": {"www.bodo.kommune.no", "bodo.kommune.no"},
		"Skriv til post.mottak@bodø.kommune.no i dag":   {"post.mottak@bodø.kommune.no"},
		"b=øst": {"b=øst"},
		"sak 2026/1234, § 20-1, 08.02.2027 kl. 09.30": {"2026/1234", "20-1", "08.02.2027", "09.30"},
		"500 000 kroner, 1 250 000 kr":                {"500 000", "1 250 000 kr"},
		"500\u00a0000\u00a0kroner":                    {"500\u00a0000\u00a0"},
		"3,5 % av 12 km":                              {"3,5 %", "12 km"},
		"12. mars og 19 år, kl. 8":                    nil,
		"5 kommunar":                                  nil,
		`\ [a] ^b$ <c> @ * #`:                         {`\`, "[", "]", "^", "$", "<", ">", "@", "*", "#"},
		"smil \U0001F600\u200d, \xff og \uE000":       {"\U0001F600\u200d", "\xff", "\uE000"},
		"Kåfjord/Gáivuotna/Kaivuono – «kultur- og idrettsliv» …": {"…"},
	} {
		if got := fixedOf(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzPartsAndPiecesAreTheText(f *testing.F) {
	f.Add("{a}s x@y.no 1 000 kr\n\xff \U0001F600", 5)
	f.Add("Ein. To. Tre.", 6)
	f.Fuzz(func(t *testing.T, text string, max int) {
		var joined strings.Builder
		for i, p := range Parts(text) {
			if p.Text == "" || i > 0 && Parts(text)[i-1].Fixed == p.Fixed {
				t.Fatalf("%q: part %d is empty or like its neighbour", text, i)
			}
			joined.WriteString(p.Text)
		}
		if joined.String() != text {
			t.Fatalf("the parts of %q are %q", text, joined.String())
		}
		joined.Reset()
		max = 1 + max&0xff
		for _, p := range Pieces(text, max) {
			if strings.ContainsRune(p.Text, '\n') || p.Text != strings.TrimSpace(p.Text) {
				t.Fatalf("%q has the piece %q", text, p.Text)
			}
			if len(p.Text) > max && strings.ContainsAny(p.Text, " \t") {
				t.Fatalf("a piece of %q is %d bytes long, more than %d", text, len(p.Text), max)
			}
			joined.WriteString(p.Before + p.Text + p.After)
		}
		if joined.String() != text {
			t.Fatalf("the pieces of %q are %q", text, joined.String())
		}
	})
}

func TestLongLinesArePartedBetweenSentencesThenBetweenWords(t *testing.T) {
	for _, c := range []struct {
		text string
		max  int
		want []string
	}{
		{"Ein to. Tre fire. Fem", 100, []string{"Ein to. Tre fire. Fem"}},
		{"Ein to. Tre fire. Fem", 12, []string{"Ein to.", "Tre fire.", "Fem"}},
		{"ein to tre fire", 8, []string{"ein to", "tre fire"}},
		{"einsamanskriven og", 5, []string{"einsamanskriven", "og"}},
		{"a\n\n  b \n", 5, []string{"a", "", "b"}},
	} {
		var got []string
		for _, p := range Pieces(c.text, c.max) {
			got = append(got, p.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q at %d: %q, want %q", c.text, c.max, got, c.want)
		}
	}
}
