package engine_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"avtalebok/translate"
	"avtalebok/translate/engine"
	"avtalebok/translate/request"
)

// paragraphs are in the form that a direction begins with, and different each time, so that nothing is gained by
// having seen them.
func paragraphs(d translate.Direction, n, from int) []string {
	text := "Avtale nummer %d gjelder fra den dagen begge parter har underskrevet. Kommunen skal hvert år melde fra om %d tiltak."
	if d == translate.ToBokmal {
		text = "Avtale nummer %d gjeld frå den dagen begge partar har skrive under. Kommunen skal kvart år melde frå om %d tiltak."
	}
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf(text, from+i, from+i+2)
	}
	return texts
}

func BenchmarkOneParagraph(b *testing.B) {
	for _, d := range directions {
		b.Run(string(d.From)+"-"+string(d.To), func(b *testing.B) {
			e := open(b, translate.Style{})
			translated(b, e, d, paragraphs(d, 1, 0))
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				translated(b, e, d, paragraphs(d, 1, i))
			}
		})
	}
}

func BenchmarkSixtyParagraphs(b *testing.B) {
	for _, d := range directions {
		b.Run(string(d.From)+"-"+string(d.To), func(b *testing.B) {
			e := open(b, translate.Style{})
			translated(b, e, d, paragraphs(d, 1, 0))
			for i := 0; b.Loop(); i++ {
				translated(b, e, d, paragraphs(d, 60, 60*i))
			}
		})
	}
}

// BenchmarkStart reads all data of a direction and translates a word.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		e := open(b, translate.Style{})
		translated(b, e, translate.ToNynorsk, []string{"Avtale."})
		_ = e.Close()
	}
}

// BenchmarkStages gives each stage what the stage before it made of ten paragraphs. The figures are for one paragraph.
func BenchmarkStages(b *testing.B) {
	const texts = 10
	in, err := engine.Find("")
	if err != nil {
		b.Skip("Apertium's data for nynorsk and bokmål are not installed")
	}
	for _, d := range directions {
		stages, setvar, err := in.Stages(context.Background(), d, translate.Style{})
		if err != nil {
			b.Fatal(err)
		}
		inputs := paragraphs(d, texts, 0)
		for i := range inputs {
			inputs[i] = request.Encode(1, request.SetVariables(setvar), inputs[i]).Text
		}
		for number, s := range stages {
			outputs := make([]string, texts)
			pass := func() {
				for i, text := range inputs {
					if outputs[i], err = s.Run(context.Background(), text); err != nil {
						b.Fatal(err)
					}
				}
			}
			program, _, _ := strings.Cut(s.Call, " ")
			b.Run(fmt.Sprintf("%s-%s/%02d-%s", d.From, d.To, number+1, program), func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; i < b.N; i += texts {
					pass()
				}
			})
			pass()
			inputs = outputs
		}
	}
}
