package check_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"avtalebok/agreement"
	"avtalebok/translate/check"
)

var everything = check.New(check.Options{})

func FuzzFindingsLieWithinTheText(f *testing.F) {
	for _, seed := range []string{
		"", "ikke", "«ikke", "\"x\" - 50% {a}s {", "den nye avtale", "1. Februar\n\n2020-2024", "å\xffå å", "inviterast - - og og", "Bodø Kommune\nBodø kommune",
		"å \u00a0\u00ad\u0301e", "kr 1.000.000.000", "ÆØÅ ÆØÅ ÆØÅ", "{{.Name}} — …", "-ast -ene", "A\u0300\u0301kommune",
	} {
		f.Add(seed, "Avtalen gjelder {a} i 3 år.")
	}
	f.Fuzz(func(t *testing.T, nn, nb string) {
		passages := []check.Passage{{NB: nb, NN: nn}, {NB: nn, NN: nb}}
		for _, form := range agreement.Forms {
			for i, findings := range everything.Document(passages, form) {
				text, last := passages[i].In(form), 0
				for _, finding := range findings {
					if finding.Start < last || finding.End < finding.Start || finding.End > len(text) {
						t.Fatalf("%q: %s at %d–%d behind %d", text, finding.Rule, finding.Start, finding.End, last)
					}
					if text[finding.Start:finding.End] != finding.Found {
						t.Fatalf("%q: found %q", text, finding.Found)
					}
					if utf8.ValidString(text) && !utf8.ValidString(finding.Found) {
						t.Fatalf("%q: %s cuts a character: %q", text, finding.Rule, finding.Found)
					}
					for n := range finding.Replacements {
						if finding.Replacements[n] == finding.Found {
							t.Fatalf("%q: %s replaces %q by itself", text, finding.Rule, finding.Found)
						}
						if got := finding.Apply(text, n); utf8.ValidString(text) && !utf8.ValidString(got) {
							t.Fatalf("%q becomes %q", text, got)
						}
					}
					last = finding.End
				}
			}
		}
	})
}

// A replacement that is accepted must not be a fault of the same kind again.
func TestAcceptedReplacementsAreClean(t *testing.T) {
	for _, e := range examples(t) {
		for _, bad := range e.Bad {
			plain, _ := expected(bad)
			findings, _ := lint(everything, plain, e.Form)
			for n := len(findings) - 1; n >= 0; n-- {
				f := findings[n]
				if len(f.Replacements) == 0 || strings.Contains(plain, "\n") {
					continue
				}
				plain = f.Apply(plain, 0)
			}
			for _, f := range everything.Text(plain, e.Form) {
				if len(f.Replacements) > 0 && !strings.Contains(plain, "\n") {
					t.Errorf("%s: %q still has %s %q", e.ID, plain, f.Rule, f.Found)
				}
			}
		}
	}
}

const paragraph = "Partane skal arbeide saman om folkehelse og lokal samfunnsutvikling, slik at alle som bur i fylket kan ta del. " +
	"Kommunen har ikke svara på om tilskuddet skal utbetalast, og den nye avtale gjelder fra 8. februar 2027. "

func BenchmarkText(b *testing.B) {
	for _, size := range []struct {
		name  string
		times int
	}{{"paragraph", 1}, {"page", 15}, {"book", 1500}} {
		text := strings.Repeat(paragraph, size.times)
		b.Run(size.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				everything.Text(text, agreement.Nynorsk)
			}
		})
	}
}

func BenchmarkDocument(b *testing.B) {
	passages := make([]check.Passage, 60)
	for i := range passages {
		passages[i] = check.Passage{NB: "Partene skal samarbeide om formålet i 3 år.", NN: paragraph}
	}
	for b.Loop() {
		everything.Document(passages, agreement.Nynorsk)
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		check.New(check.Options{})
	}
}
