package data_test

import (
	"fmt"
	"strings"
	"testing"

	"avtalebok/data/parties"
)

func BenchmarkListedParties(b *testing.B) {
	s := registerOf(b, 10_000)
	defer s.Close()
	for b.Loop() {
		if _, err := s.ListedParties(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPersonTraces(b *testing.B) {
	s := registerOf(b, 2_000)
	defer s.Close()
	for b.Loop() {
		if _, err := s.PersonTraces(b.Context(), "Kari Øvrevåg"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkImportParties takes in a list of 2,000 organisations that all go into one group.
func BenchmarkImportParties(b *testing.B) {
	var list strings.Builder
	list.WriteString("Namn;Gruppe\n")
	for i := range 2000 {
		fmt.Fprintf(&list, "Laget %d;Folkehelse\n", i)
	}
	read, err := parties.Read([]byte(list.String()))
	if err != nil {
		b.Fatal(err)
	}
	plan := parties.Plan(read.Rows, nil)
	for b.Loop() {
		b.StopTimer()
		s := open(b, b.TempDir())
		b.StartTimer()
		if _, err := s.ImportParties(b.Context(), plan, false); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		s.Close()
		b.StartTimer()
	}
}
