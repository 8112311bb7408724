package memory_test

import (
	"testing"

	"avtalebok/agreement"
	"avtalebok/translate/memory"
)

func TestWhatCountsAsTheSame(t *testing.T) {
	for _, c := range []struct {
		name, stored, text string
		score              int
	}{
		{"the same", "Partene møtes årlig.", "Partene møtes årlig.", 100},
		{"other blanks", "Partene møtes årlig.", " Partene\u00a0møtes  årlig.\n", 100},
		{"a capital", "Partene møtes årlig her.", "partene møtes årlig her.", 94},
		{"no full stop", "Partene møtes årlig her i byen", "Partene møtes årlig her i byen.", 96},
		{"one word of five", "Partene møtes årlig i Bodø", "Partene møtes årlig i Narvik", 80},
		{"one word more", "Partene møtes årlig i Bodø", "Partene møtes årlig i Bodø sentrum", 83},
		{"another order", "en to tre fire fem", "to tre fire fem en", 60},
		{"too little", "Partene møtes årlig i Bodø", "Partene skriver rapport i juni", 0},
		{"an emoji", "Takk 👩‍👧 for alt godt", "Takk 👩‍👧 for alt godt", 100},
		{"signs that mean something elsewhere", `^$[]{}\ <a> & "b"`, `^$[]{}\ <a> & "b"`, 100},
	} {
		d := newDesk(t)
		d.approve(c.stored, "NYNORSK")
		score := 0
		if found := d.matches(memory.Query{From: agreement.Bokmal, Text: c.text, Least: 50}); len(found) > 0 {
			score = found[0].Score
		}
		if score != c.score {
			t.Errorf("%s: score %d, want %d", c.name, score, c.score)
		}
	}
}

func TestASuggestionGetsTheFiguresOfThePassageAtHand(t *testing.T) {
	for _, c := range []struct{ name, nb, nn, text, want string }{
		{"an amount", "Fylket gir 500 000 kroner.", "Fylket gir 500 000 kroner.", "Fylket gir 1 250 000 kroner.", "99 Fylket gir 1 250 000 kroner."},
		{"a hard blank", "Fylket gir 500\u00a0000 kroner.", "Fylket gir 500 000 kroner.", "Fylket gir 10 000 kroner.", "99 Fylket gir 10 000 kroner."},
		{"a date", "Fristen er 8. februar 2025.", "Fristen er 8. februar 2025.", "Fristen er 1. oktober 2026.", "99 Fristen er 1. oktober 2026."},
		{"a placeholder", "Rollen til {county}", "Rolla til {county}", "Rollen til {municipality.name}", "99 Rolla til {municipality.name}"},
		{"a genitive", "{county}s rolle er klar", "Rolla til {county} er klar", "{municipality}s rolle er klar", "99 Rolla til {municipality} er klar"},
		{"two that change places", "Fra 2024 til 2026 i alt", "Frå 2024 til 2026 i alt", "Fra 2026 til 2024 i alt", "99 Frå 2026 til 2024 i alt"},
		{"two in another order", "Av 400 søker 30 plass nå", "No søkjer 30 av 400 plass", "Av 500 søker 60 plass nå", "99 No søkjer 60 av 500 plass"},
		{"one of two alike", "Først 3, så 3 til", "Først 3, så 3 til", "Først 3, så 5 til", "99 Først 3, så 5 til"},
		{"an address", "Send det til post@nfk.no nå", "Send det til post@nfk.no no", "Send det til post@tfk.no nå", "99 Send det til post@tfk.no no"},
		{"a web page", "Se https://nfk.no/a for mer", "Sjå https://nfk.no/a for meir", "Se https://tfk.no/b?c=d for mer", "99 Sjå https://tfk.no/b?c=d for meir"},
		{
			"one that stands in words in the other form", "Varselet er på 3 måneder etter dette", "Varselet er på tre månader etter dette",
			"Varselet er på 6 måneder etter dette", "85 Varselet er på tre månader etter dette",
		},
		{
			"two alike that are one in the other form", "Først 3 og så 3 til slutt her", "Både først og sist 3 her",
			"Først 3 og så 5 til slutt her", "87 Både først og sist 3 her",
		},
	} {
		d := newDesk(t)
		d.approve(c.nb, c.nn)
		got := d.fromBokmal(c.text)
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestASuggestionFollowsThePassageInCapitalAndFinalMark(t *testing.T) {
	for _, c := range []struct{ nb, nn, text, want string }{
		{"Partene møtes jevnlig her.", "Partane møtest jamleg her.", "partene møtes jevnlig her", "partane møtest jamleg her"},
		{"partene møtes jevnlig her", "partane møtest jamleg her", "Partene møtes jevnlig her:", "Partane møtest jamleg her:"},
		{"Partene møtes jevnlig her.", "Her møtest partane jamleg!", "Partene møtes jevnlig her", "Her møtest partane jamleg!"},
		{"Partene møtes og drøfter mye.", "KS møtest og drøftar mykje.", "partene møtes og drøfter mye.", "KS møtest og drøftar mykje."},
		{"Samarbeid med flere …", "Samarbeid med fleire …", "samarbeid med flere …", "samarbeid med fleire …"},
		{"Med flere og andre...", "Med fleire og andre...", "Med flere og andre", "Med fleire og andre..."},
	} {
		d := newDesk(t)
		d.approve(c.nb, c.nn)
		found := d.matches(memory.Query{From: agreement.Bokmal, Text: c.text})
		if len(found) != 1 || found[0].Suggestion != c.want || found[0].Score == 100 {
			t.Errorf("%q: %q, want %q", c.text, scored(found), c.want)
		}
	}
}
