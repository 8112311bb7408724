package desk

import (
	"fmt"
	"testing"

	"avtalebok/agreement"
	"avtalebok/data/templates"
	"avtalebok/translate"
	"avtalebok/translate/apertium"
	"avtalebok/translate/terms"
)

// BenchmarkTranslateSixty translates sixty paragraphs that all differ into nynorsk as the window does, with the engine
// that is installed: from asking for it until the wordings stand in the draft.
func BenchmarkTranslateSixty(b *testing.B) {
	installation, err := apertium.Find("")
	if err != nil {
		b.Skip("Apertium with nynorsk and bokmål is not installed")
	}
	engine := translate.WithTerms(apertium.New(installation, translate.Style{}, apertium.Limits{}), terms.Default())
	repaired := translate.WithOwnTerms(translate.Repair(engine, translate.Style{}), terms.Default())
	defer repaired.Close()
	a := sixty(b)
	if _, err := repaired.Translate(b.Context(), translate.ToNynorsk, []translate.Segment{{Text: "Avtale"}}); err != nil {
		b.Fatal(err) // the programs are running from here on
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
