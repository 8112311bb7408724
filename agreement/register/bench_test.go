package register_test

import (
	"testing"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/data/templates"
)

// BenchmarkContentOf measures what every save does for the register, with the template that has the most conditions.
func BenchmarkContentOf(b *testing.B) {
	t, err := templates.Get("cooperation-operation-development")
	if err != nil {
		b.Fatal(err)
	}
	a := agreement.New(t)
	for b.Loop() {
		register.ContentOf(a)
	}
}
