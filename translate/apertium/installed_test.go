package apertium

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"avtalebok/translate"
	"avtalebok/translate/engine/enginetest"
)

// real gives an engine of the installed programs, or skips the test.
func real(t testing.TB, forms ...string) *Engine {
	t.Helper()
	in, err := Find("")
	if err != nil {
		t.Skip("Apertium with nynorsk and bokmål is not installed")
	}
	var style translate.Style
	for _, form := range forms {
		if style, err = style.With(form); err != nil {
			t.Fatal(err)
		}
	}
	e := New(in, style, Limits{})
	t.Cleanup(func() { _ = e.Close() })
	return e
}

func translated(t testing.TB, e *Engine, d translate.Direction, texts ...string) []translate.Translation {
	t.Helper()
	got, err := e.Translate(context.Background(), d, segmentsOf(texts...))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestInstalledApertiumTranslatesBothWays(t *testing.T) {
	e := real(t)
	text := "Partene skal ikke betale mer enn 500 000 kroner for {municipality}s arbeid [se b=øst], hvis blafsebing ikke skjer."
	got := translated(t, e, translate.ToNynorsk, text)[0]
	for _, part := range []string{"Partane skal ikkje betale meir enn 500 000 kroner", "{municipality}s arbeid [sjå b=øst]", "viss blafsebing ikkje skjer."} {
		if !strings.Contains(got.Text, part) {
			t.Errorf("%q has no %q", got.Text, part)
		}
	}
	if len(got.Unknown) != 1 || got.Text[got.Unknown[0].Start:got.Unknown[0].End] != "blafsebing" {
		t.Errorf("unknown words: %v in %q", got.Unknown, got.Text)
	}
	if back := translated(t, e, translate.ToBokmal, "Partane skal ikkje betale meir.")[0]; back.Text != "Partene skal ikke betale mer." {
		t.Errorf("to bokmål: %q", back.Text)
	}
}

func TestInstalledApertiumFollowsTheHouseStyle(t *testing.T) {
	enginetest.NeedsRecordedData(t) // others have other preferences
	text := "Derfor ble skolen viktig, og vi skal samtidig søke."
	for forms, want := range map[string]string{
		"":               "Difor blei skulen viktig, og vi skal samstundes søkje.",
		"derfor,vart":    "Derfor vart skulen viktig, og vi skal samstundes søkje.",
		"me,skole":       "Difor blei skolen viktig, og me skal samstundes søkje.",
		"a-infinitiv":    "Difor blei skulen viktig, og vi skal samstundes søkja.",
		"a-infinitiv,me": "Difor blei skulen viktig, og me skal samstundes søkja.",
	} {
		e := real(t, strings.FieldsFunc(forms, func(r rune) bool { return r == ',' })...)
		if got := translated(t, e, translate.ToNynorsk, text)[0].Text; got != want {
			t.Errorf("%s: %q, want %q", forms, got, want)
		}
		_ = e.Close()
	}
}

func TestAnInstallationInAnyFolderTranslates(t *testing.T) {
	if !Available() {
		t.Skip("Apertium with nynorsk and bokmål is not installed")
	}
	root := filepath.Join(t.TempDir(), "Æ ø å 'x'")
	for name, target := range map[string]string{"bin": "/usr/bin", "share": "/usr/share"} {
		if err := os.MkdirAll(root, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Skip(err)
		}
	}
	in, err := Find(root)
	if err != nil {
		t.Skip(err)
	}
	e := New(in, translate.Style{}, Limits{})
	defer e.Close()
	if got := translated(t, e, translate.ToNynorsk, "Ikke noe.")[0].Text; got != "Ikkje noko." {
		t.Errorf("got %q", got)
	}
}

func numbered(n int) []string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("Punkt %d er ikkje viktig.", i)
	}
	return texts
}

func texts(translations []translate.Translation) []string {
	var out []string
	for _, t := range translations {
		out = append(out, t.Text)
	}
	return out
}

func TestInstalledApertiumTakesAnyText(t *testing.T) {
	e := real(t)
	all := append([]string{strings.Repeat("SAMARBEIDS-OG-", 300), "A-B-C-D-E-F-G", "^ord<n>$ og /", "1) a) – «»…", strings.Repeat("og ", 5000)}, difficult...)
	all = append(all, "Siste er her.")
	got := translated(t, e, translate.ToNynorsk, all...)
	for i, text := range all {
		if got[i].Err != nil {
			t.Errorf("%.40q: %v", text, got[i].Err)
		}
		for _, part := range translate.Parts(text) {
			if part.Fixed && !strings.Contains(got[i].Text, part.Text) {
				t.Errorf("%.40q lost %q: %.60q", text, part.Text, got[i].Text)
			}
		}
	}
	if last := got[len(got)-1].Text; last != "Siste er her." {
		t.Errorf("the last text became %q", last)
	}
}

// difficult are texts with what means something to the programs.
var difficult = []string{
	"", "og", "a/b", `\ [ ] { } ^ $ / < > @ * # + ~`, "[7]", "[7.0]", "[[t:b:x]]ord[[/]]", "{municipality}s rolle {county.name}",
	"\U0001F469\u200D\U0001F469\u200D\U0001F466 familie", "\xff\xfe", "a\x00b", "\u2028", "b=øst", "\tinnrykk", "tal\u00a0500\u00a0000 kroner",
	"[<STREAMCMD:FLUSH>]", "^ord/ord<n>$", "Čáhppe ŋ š ŧ ž", "ein\rto",
}

// paragraphs are in the form that a direction begins with, and different each time, so that nothing is gained by
// having seen them.
func paragraphs(d translate.Direction, n int) []string {
	text := "Avtale nummer %d gjelder fra den dagen begge parter har underskrevet. Kommunen skal hvert år melde fra om %d tiltak."
	if d == translate.ToBokmal {
		text = "Avtale nummer %d gjeld frå den dagen begge partar har skrive under. Kommunen skal kvart år melde frå om %d tiltak."
	}
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf(text, i, i+2)
	}
	return texts
}

var directions = []translate.Direction{translate.ToNynorsk, translate.ToBokmal}

// BenchmarkSixtyParagraphs translates 60 paragraphs in one request. What they take of the processor's time is Apertium's
// own: on two cores the programs keep both busy, on more the slowest of them sets the pace.
func BenchmarkSixtyParagraphs(b *testing.B) {
	for _, d := range directions {
		b.Run(string(d.From)+"-"+string(d.To), func(b *testing.B) {
			e := real(b)
			texts := paragraphs(d, 60)
			translated(b, e, d, texts...)
			for b.Loop() {
				translated(b, e, d, texts...)
			}
		})
	}
}

// BenchmarkOneSentence sends one sentence at a time through the engine and, in turn with it, through the shell's
// pipeline of the same programs, kept alive and read to its NUL. It reports what half of each took at most, and the
// engine's share of the other: both have the same machine at the same time, so that the ratio holds on a busy one, too.
func BenchmarkOneSentence(b *testing.B) {
	for _, d := range directions {
		b.Run(string(d.From)+"-"+string(d.To), func(b *testing.B) {
			e := real(b)
			bare := barePipeline(b, d)
			texts := paragraphs(d, 50)
			ways := []func(string){
				func(text string) { translated(b, e, d, text) },
				func(text string) {
					if _, err := bare.in.WriteString(text + "\n\x00"); err != nil {
						b.Fatal(err)
					}
					if _, err := bare.read(1 << 20); err != nil {
						b.Fatal(err)
					}
				},
			}
			took := make([][]time.Duration, len(ways))
			for _, through := range ways {
				through(texts[0])
			}
			for i := 0; b.Loop(); i++ {
				for w, through := range ways {
					start := time.Now()
					through(texts[i%len(texts)])
					took[w] = append(took[w], time.Since(start))
				}
			}
			engine, pipeline := median(took[0]), median(took[1])
			b.ReportMetric(engine.Seconds()*1000, "engine-ms")
			b.ReportMetric(pipeline.Seconds()*1000, "bare-ms")
			b.ReportMetric(engine.Seconds()/pipeline.Seconds(), "engine/bare")
		})
	}
}

func barePipeline(b *testing.B, d translate.Direction) *chain {
	mode := map[translate.Direction]string{translate.ToNynorsk: "nob-nno_e", translate.ToBokmal: "nno-nob"}[d]
	script := "eval \"$(apertium-wblank-mode -z modes/" + mode + ".mode)\""
	c, err := startChain([]command{{"/bin/bash", []string{"-c", script, "x", "-n"}}}, "/usr/share/apertium", environment(), "")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(c.close)
	return c
}

func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		e := real(b)
		translated(b, e, translate.ToNynorsk, "Avtale.")
		_ = e.Close()
	}
}
