package engine_test

import (
	"fmt"
	"testing"

	"avtalebok/translate"
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
