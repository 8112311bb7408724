package desk

import (
	"fmt"
	"testing"

	"avtalebok/agreement"
	"avtalebok/data/templates"
	"avtalebok/translate"
	"avtalebok/translate/apertium"
	"avtalebok/translate/engine"
	"avtalebok/translate/terms"
)

// BenchmarkTranslateSixty translates sixty paragraphs that all differ into nynorsk as the window does, with each of the
// engines that are installed: from asking for it until the wordings stand in the draft.
func BenchmarkTranslateSixty(b *testing.B) {
	b.Run("in process", func(b *testing.B) {
		in, err := engine.Find("")
		if err != nil {
			b.Skip("the language data of Apertium are not installed")
		}
		translateSixty(b, engine.New(in, translate.Style{}, engine.Limits{}, nil))
	})
	b.Run("programs", func(b *testing.B) {
		in, err := apertium.Find("")
		if err != nil {
			b.Skip("Apertium with nynorsk and bokmål is not installed")
		}
		translateSixty(b, apertium.New(in, translate.Style{}, apertium.Limits{}))
	})
}

func translateSixty(b *testing.B, bare translate.Engine) {
	repaired := translate.WithOwnTerms(translate.Repair(translate.WithTerms(bare, terms.Default()), translate.Style{}), terms.Default())
	defer repaired.Close()
	a := sixty(b)
	if _, err := repaired.Translate(b.Context(), translate.ToNynorsk, []translate.Segment{{Text: "Avtale"}}); err != nil {
		b.Fatal(err) // it is running from here on
	}
	for b.Loop() {
		b.StopTimer()
		d, _, timing := benchDesk(b, a)
		d.options.Engine = repaired
		timing.finish()
		b.StartTimer()
		d.TranslateMissing()
		timing.finish()
		b.StopTimer()
		if left, _ := d.missing(""); len(left) > 0 {
			b.Fatalf("%d are left", len(left))
		}
		d.Close()
		b.StartTimer()
	}
}

// sixty is a draft of sixty paragraphs in bokmål, from the templates.
func sixty(b *testing.B) agreement.Agreement {
	a := sample(b)
	section := agreement.Section{ID: "background", Kind: agreement.Prose, Heading: agreement.Both("Bakgrunn", "Bakgrunn")}
	seen := make(map[string]bool)
	for _, t := range templates.All() {
		for _, text := range agreement.New(t).Passages() {
			if len(text.NB) > 60 && !seen[text.NB] && len(section.Items) < 60 {
				seen[text.NB] = true
				section.Items = append(section.Items, agreement.Item{
					ID: fmt.Sprintf("p%d", len(section.Items)), Text: agreement.Text{Pair: agreement.Pair{NB: text.NB}},
				})
			}
		}
	}
	a.Sections = []agreement.Section{section}
	return a
}
