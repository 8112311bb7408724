package data_test

import "testing"

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
