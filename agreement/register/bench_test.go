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

// BenchmarkSort10000 puts 10,000 agreements in the order of the counterparts' names.
func BenchmarkSort10000(b *testing.B) {
	var list []*register.Entry
	for i := range 10_000 {
		e := entry("x", agreement.Partnership, organisation("Æresklubben "+string(rune('A'+i%26))+string(rune('a'+i%23))))
		list = append(list, &e)
	}
	day := register.Date{Year: 2026, Month: 6, Day: 1}
	for b.Loop() {
		register.Sort(list, register.Order{Key: register.ByCounterpart}, day)
	}
}
