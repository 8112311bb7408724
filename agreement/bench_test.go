package agreement_test

import (
	"bytes"
	"fmt"
	"testing"

	"avtalebok/agreement"
)

// large is an agreement of some 400 passages.
func large() agreement.Agreement {
	a := sample()
	e := agreement.NewEditor(a)
	for i := range 390 {
		item := agreement.Item{ID: fmt.Sprintf("x%d", i), Text: agreement.Both("lage en oversikt for {municipality}", "lage ei oversikt for {municipality}")}
		_ = e.Do(agreement.AddItem("duties", i, item))
	}
	return e.Agreement()
}

func BenchmarkTypeALetterInto400Passages(b *testing.B) {
	e := agreement.NewEditor(large())
	texts := []string{"lage en oversik", "lage en oversikt"}
	for i := 0; b.Loop(); i++ {
		_ = e.Do(agreement.SetText(textAt("duties", "x200"), agreement.Bokmal, texts[i%2]))
	}
}

func BenchmarkCheck400Passages(b *testing.B) {
	a := large()
	for b.Loop() {
		if len(a.Check(agreement.Nynorsk)) > 0 {
			b.Fatal("not ready")
		}
	}
}

func BenchmarkResolve400Passages(b *testing.B) {
	a := large()
	for b.Loop() {
		if _, err := a.Resolve(agreement.Nynorsk); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecode400Passages(b *testing.B) {
	raw, err := agreement.Encode(large())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := agreement.Decode(bytes.NewReader(raw)); err != nil {
			b.Fatal(err)
		}
	}
}
