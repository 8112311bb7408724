package engine_test

import (
	"context"
	"log/slog"
	"slices"
	"testing"

	"avtalebok/data/templates"
	"avtalebok/translate"
	"avtalebok/translate/apertium"
	"avtalebok/translate/engine"
)

var directions = []translate.Direction{translate.ToNynorsk, translate.ToBokmal}

// styleOf gives a house style with some forms.
func styleOf(t testing.TB, forms ...string) translate.Style {
	t.Helper()
	var style translate.Style
	for _, form := range forms {
		var err error
		if style, err = style.With(form); err != nil {
			t.Fatal(err)
		}
	}
	return style
}

// open gives the engine, or skips the test where its data are not installed.
func open(t testing.TB, style translate.Style) *engine.Engine {
	t.Helper()
	in, err := engine.Find("")
	if err != nil {
		t.Skip("Apertium's data for nynorsk and bokmål are not installed")
	}
	if err := engine.Usable(); err != nil {
		t.Skipf("the installed data are of another version: %v", err)
	}
	e := engine.New(in, style, engine.Limits{}, slog.New(slog.DiscardHandler))
	t.Cleanup(func() { _ = e.Close() })
	return e
}

// oracle gives Apertium's own programs, or skips the test where they are not installed.
func oracle(t testing.TB, style translate.Style) *apertium.Engine {
	t.Helper()
	in, err := apertium.Find("")
	if err != nil {
		t.Skip("Apertium with nynorsk and bokmål is not installed")
	}
	e := apertium.New(in, style, apertium.Limits{})
	t.Cleanup(func() { _ = e.Close() })
	return e
}

func translated(t testing.TB, e translate.Engine, d translate.Direction, texts []string) []translate.Translation {
	t.Helper()
	segments := make([]translate.Segment, len(texts))
	for i, text := range texts {
		segments[i].Text = text
	}
	got, err := e.Translate(context.Background(), d, segments)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// wantEqual wants the same of both engines for each text.
func wantEqual(t *testing.T, style translate.Style, d translate.Direction, texts []string) {
	t.Helper()
	own, chain := open(t, style), oracle(t, style)
	want := translated(t, chain, d, texts)
	different := 0
	for i, got := range translated(t, own, d, texts) {
		if got.Text == want[i].Text && slices.Equal(got.Unknown, want[i].Unknown) && (got.Err == nil) == (want[i].Err == nil) {
			continue
		}
		if different++; different <= 5 {
			t.Errorf("%s\n%q\n became %q, unknown %v (%v)\n instead %q, unknown %v (%v)",
				d.To, texts[i], got.Text, got.Unknown, got.Err, want[i].Text, want[i].Unknown, want[i].Err)
		}
	}
	if different > 5 {
		t.Errorf("%s: %d of %d texts differ", d.To, different, len(texts))
	}
}

// long leaves a test out where time is short: script/test. .ci/run runs all of them, without the race detector.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("it takes long with the race detector")
	}
}

func TestTheTestSetIsTranslatedAsByApertium(t *testing.T) {
	long(t)
	pairs := readPairs(t)
	for _, d := range directions {
		var texts []string
		for _, p := range pairs {
			texts = append(texts, p.In(d.From)...)
		}
		wantEqual(t, translate.Style{}, d, texts)
	}
}

// script/engine compares all of them.
func TestTextsOfTemplatesAreTranslatedAsByApertium(t *testing.T) {
	long(t)
	const oneIn = 8
	for _, d := range directions {
		var texts []string
		n := 0
		for _, template := range templates.All() {
			for _, text := range template.Working().Passages() {
				if n++; n%oneIn == 0 {
					texts = append(texts, text.In(d.From))
				}
			}
		}
		wantEqual(t, translate.Style{}, d, texts)
	}
}

// awkward are texts with what means something to the stages, and with what they have been seen to stumble over.
var awkward = []string{
	"og", "a/b", `\ [ ] { } ^ $ / < > @ * # + ~`, "[7]", "[7.0]", "[[t:b:x]]ord[[/]]", "{municipality}s rolle {county.name}",
	"\U0001F469\u200D\U0001F469\u200D\U0001F466 familie", "\xff\xfe ord", "a\x00b", "\u2028 linje", "b=øst", "tal\u00a0500\u00a0000 kroner",
	"[<STREAMCMD:FLUSH>]", "^ord/ord<n>$", "Čáhppe ŋ š ŧ ž", "ein\rto", "1) a) – «»…", "A-B-C-D-E-F-G", "RETRY-CONNREFUSED er en feil",
	"x²", "NASJONALE OG REGIONALE AVTALER", "e-POST", "it's", "ß ﬁ", "Dette er sam\u00adarbeid", "ﬀ", "Å\u030a", "n/a og/eller",
	"Kommunen – og fylkeskommunen – skal (jf. § 3) betale 3,5 % av 500 000 kroner innen 31.12.2027.", "...", "?!", "- - -",
	"Sak 2023/1234: se https://example.no/a?b=c, eller post@example.no.", "𝐀 er en bokstav", "ord\tord", "Hva?Hvem!Hvor.",
	"a\u0301 e\u0301n", "ǅ ǆ Ǆ", "İstanbul ıI", "١٢٣ tall", "½ dag", "snø-, is- og vannforhold", "NAV-kontoret", "Helse Vest RHF", "'hva'", "''",
}

func TestAwkwardTextsAreTranslatedAsByApertium(t *testing.T) {
	for _, d := range directions {
		wantEqual(t, translate.Style{}, d, awkward)
	}
}

// styles are house styles, styledTexts what they differ in.
var (
	styles      = []string{"derfor,vart", "me,skole", "a-infinitiv", "a-infinitiv,me", "kløyvd infinitiv,bygge,søke", "loven,bana,nå,dokker,tar"}
	styledTexts = []string{
		"Derfor ble skolen viktig, og vi skal samtidig søke.", "Nå kan dere bygge, mens de tar det med ro.",
		"Loven og banen: hver omtale er en motsetning i virkeligheten.",
	}
)

func TestHouseStylesAreWrittenAsByApertium(t *testing.T) {
	long(t)
	for _, forms := range append([]string{""}, styles...) {
		wantEqual(t, styleOf(t, split(forms)...), translate.ToNynorsk, styledTexts)
	}
}

// Where Apertium spoils a text, being different is right.
func TestWhereApertiumFailsTheEngineDoesBetter(t *testing.T) {
	for _, c := range []struct {
		to         translate.Direction
		text       string
		own, chain string
	}{
		{translate.ToBokmal, "Han skriv ẞ no.", "Han skriver ß nå.", "Han skriver S nå."}, // a letter is cut in two
	} {
		if got := translated(t, open(t, translate.Style{}), c.to, []string{c.text})[0].Text; got != c.own {
			t.Errorf("%q became %q, not %q", c.text, got, c.own)
		}
		if got := translated(t, oracle(t, translate.Style{}), c.to, []string{c.text})[0].Text; got != c.chain {
			t.Errorf("Apertium makes %q of %q, not %q any more", got, c.text, c.chain)
		}
	}
}
