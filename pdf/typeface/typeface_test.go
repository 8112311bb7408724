package typeface

import (
	"testing"

	"golang.org/x/image/font/sfnt"
)

func load2(t testing.TB) *Family {
	t.Helper()
	family, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return family
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCut(b *testing.B) {
	f := load2(b)
	for b.Loop() {
		f.Regular.cut(commonRunes())
	}
}

func TestSubset(t *testing.T) {
	f := load2(t)
	s := f.Regular.Subset(nil)
	t.Log(len(s.Runes), s.Length, len(s.Program), len(f.Regular.kerns), f.Regular.CapHeight)
	if _, err := sfnt.Parse(f.Regular.program([]uint16{0, 1, 2})); err != nil {
		t.Log(err)
	}
}
