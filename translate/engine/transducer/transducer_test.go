package transducer_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"avtalebok/translate/engine/enginetest"
	"avtalebok/translate/engine/transducer"
)

func TestNumbersTakeOneToFourBytes(t *testing.T) {
	for _, n := range []int{0, 63, 64, 1<<14 - 1, 1 << 14, 1<<22 - 1, 1 << 22, 1<<30 - 1} {
		w := &enginetest.Writer{}
		s := transducer.NewSource(w.Number(n).Data)
		if got := s.Number(); got != uint32(n) || s.Left() != 0 || s.Err() != nil {
			t.Errorf("%d is read as %d, %d bytes are left, %v", n, got, s.Left(), s.Err())
		}
	}
}

func TestTextsAndDoublesAreReadAsWritten(t *testing.T) {
	w := &enginetest.Writer{}
	s := transducer.NewSource(w.Text("ærleg 𝐀").Double(-2.5).Data)
	if text, x := s.Text(), s.Double(); text != "ærleg 𝐀" || x != -2.5 || s.Err() != nil {
		t.Error(text, x, s.Err())
	}
}

// A weight is a mantissa of 30 bits behind the point and an exponent, both of 32 bits with a sign.
func TestWeights(t *testing.T) {
	half := func(w *enginetest.Writer, n uint32) {
		if n < 1<<26 {
			w.Number(int(n))
			return
		}
		w.Number(1<<26 | int(n>>26)).Number(int(n & (1<<26 - 1)))
	}
	for _, c := range []struct {
		mantissa, exponent uint32
		want               float64
	}{
		{0, 0, 0},
		{1 << 29, 1, 1},
		{1 << 29, math.MaxUint32, 0.25},
		{3 << 28, 2, 3},
		{math.MaxUint32, math.MaxUint32, math.Inf(1)},
		{math.MaxUint32, math.MaxUint32 - 1, math.Inf(-1)},
	} {
		w := &enginetest.Writer{}
		half(w, c.mantissa)
		half(w, c.exponent)
		if got := transducer.NewSource(w.Data).Weight(); got != c.want {
			t.Errorf("mantissa %#x, exponent %#x: %v instead of %v", c.mantissa, c.exponent, got, c.want)
		}
	}
}

// words gives what a machine puts out for a text, in order.
func words(t *testing.T, m *transducer.Machine, text string) []string {
	t.Helper()
	s := m.NewState(true)
	s.Start()
	for _, r := range text {
		s.Step(transducer.Symbol(r))
	}
	var found []string
	for _, e := range s.Entries() {
		if _, final := s.Final(e); !final {
			continue
		}
		word := ""
		symbols, _ := s.Outputs(e.Path, nil)
		for _, x := range symbols {
			if x < 0 {
				word += "<" + m.Name(x) + ">"
			} else {
				word += string(rune(x))
			}
		}
		found = append(found, word)
	}
	return found
}

func read(t *testing.T, data []byte) *transducer.Machine {
	t.Helper()
	m, err := transducer.ReadDictionary(data, true)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestResultsComeInTheOrderOfTheFile(t *testing.T) {
	m := read(t, enginetest.Main("abc", "bok:bok<n>", "bok:boka<vblex>", "boka:bok<n><def>"))
	if got, want := words(t, m, "bok"), []string{"bok<n>", "boka<vblex>"}; !slices.Equal(got, want) {
		t.Errorf("%q instead of %q", got, want)
	}
	if got := words(t, m, "båt"); got != nil {
		t.Errorf("an unknown word gives %q", got)
	}
}

func TestSectionsAreEnteredInTheOrderOfTheirNames(t *testing.T) {
	m := read(t, enginetest.Dictionary("ab",
		enginetest.Section{Name: "main@standard", Entries: []string{"a:to"}},
		enginetest.Section{Name: "final@inconditional", Entries: []string{"a:en"}}))
	if got, want := words(t, m, "a"), []string{"en", "to"}; !slices.Equal(got, want) {
		t.Errorf("%q instead of %q", got, want)
	}
}

func TestDamagedDictionariesAreRefused(t *testing.T) {
	whole := enginetest.Main("bok", "bok:bok<n>")
	for n := range len(whole) {
		_, err := transducer.ReadDictionary(whole[:n], true)
		place := (*transducer.FileError)(nil)
		if n > 0 && !errors.As(err, &place) {
			t.Errorf("cut off at byte %d of %d: %v", n, len(whole), err)
		}
	}
	if _, err := transducer.ReadDictionary(append(whole, 0), true); err == nil {
		t.Error("bytes behind the end are taken")
	}
	if _, err := transducer.ReadDictionary([]byte("LTTB\x00\x00\x00\x00\x00\x00\x00\x01"), true); err == nil {
		t.Error("an unknown feature is taken")
	}
	if _, err := transducer.ReadDictionary(enginetest.Dictionary("a", enginetest.Section{Name: "main@odd", Entries: []string{"a"}}), true); err == nil {
		t.Error("a section of an unknown kind is taken")
	}
}

// Patterns match letters in their small form, any letter, tags and any tag; of several the lowest number counts.
func TestPatterns(t *testing.T) {
	w := &enginetest.Writer{}
	w.Alphabet("<n>", "<sg>", "<ANY_TAG>", "<ANY_CHAR>")
	patterns := []string{"bok<n>", "<ANY_CHAR><n>", "bok<ANY_TAG>"}
	w.Patterns(patterns...)
	s := transducer.NewSource(w.Data)
	p := transducer.ReadPatterns(s, transducer.ReadAlphabet(s))
	p.ReadNumbers(s)
	if s.Err() != nil {
		t.Fatal(s.Err())
	}
	for _, c := range []struct {
		word, tag string
		banned    map[int]bool
		want      int
	}{
		{"bok", "n", nil, 1},
		{"bok", "n", map[int]bool{1: true}, 3},
		{"bok", "sg", nil, 3},
		{"bok", "ukjend", nil, 3},
		{"x", "n", nil, 2},
		{"x", "sg", nil, 0},
		{"xx", "n", nil, 0},
	} {
		m := p.NewMatch()
		m.Start()
		for _, r := range c.word {
			m.Letter(r)
		}
		m.Tag(c.tag)
		if got, _ := m.Number(c.banned); got != c.want {
			t.Errorf("%s<%s>: pattern %d instead of %d", c.word, c.tag, got, c.want)
		}
	}
}

// Up to sixteen elements the sort keeps the order of equals; more are parted around a median, which does not.
func TestSortSortsAndKeepsShortListsInOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	type element struct{ key, place int }
	for n := range 200 {
		list := make([]element, n)
		for i := range list {
			list[i] = element{r.IntN(4), i}
		}
		before := slices.Clone(list)
		transducer.Sort(list, func(a, b element) bool { return a.key < b.key })
		if !slices.IsSortedFunc(list, func(a, b element) int { return a.key - b.key }) {
			t.Fatalf("%d elements are not sorted", n)
		}
		stable := slices.Clone(before)
		slices.SortStableFunc(stable, func(a, b element) int { return a.key - b.key })
		if n <= 16 && !slices.Equal(list, stable) {
			t.Errorf("%d elements do not keep the order of equals", n)
		}
		slices.SortFunc(list, func(a, b element) int { return a.place - b.place })
		if !slices.Equal(list, before) {
			t.Fatalf("%d elements are not those that went in", n)
		}
	}
}

// What the C++ library makes of seventeen equal elements, read off Apertium's analyses: the order is part of the result.
func TestSortOrdersSeventeenEqualsAsTheLibraryDoes(t *testing.T) {
	list := make([]int, 17)
	for i := range list {
		list[i] = i
	}
	transducer.Sort(list, func(a, b int) bool { return false })
	if want := []int{8, 16, 15, 14, 13, 12, 11, 10, 9, 0, 7, 6, 5, 4, 3, 2, 1}; !slices.Equal(list, want) {
		t.Errorf("%v instead of %v", list, want)
	}
}

// The same of forty elements with three keys.
func TestSortOrdersKeysAsTheLibraryDoes(t *testing.T) {
	var list [][2]int
	for i, seed := 0, uint32(1); i < 40; i++ {
		seed = seed*1103515245 + 12345
		list = append(list, [2]int{int((seed >> 16) % 3), i})
	}
	transducer.Sort(list, func(a, b [2]int) bool { return a[0] < b[0] })
	var got []int
	for _, e := range list {
		got = append(got, e[1])
	}
	want := []int{
		1, 39, 37, 26, 25, 24, 23, 21, 12, 9, 2, 3, 4, 10, 36, 35, 34, 33, 32, 31,
		30, 29, 28, 27, 5, 20, 15, 6, 22, 7, 19, 18, 17, 16, 14, 13, 8, 11, 38, 0,
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v instead of %v", got, want)
	}
}

func FuzzReadDictionary(f *testing.F) {
	f.Add(enginetest.Main("bok", "bok:bok<n>", "ja:nei<n><sg>"))
	f.Add(enginetest.Dictionary("a", enginetest.Section{Name: "main@standard"}, enginetest.Section{Name: "x@postblank", Entries: []string{"a:b"}}))
	f.Add([]byte("LTTB\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		m, err := transducer.ReadDictionary(data, false)
		if err != nil {
			return
		}
		s := m.NewState(true)
		s.Start()
		for _, r := range "Bokja" {
			s.StepEither(transducer.Symbol(r), transducer.Symbol(r|0x20))
			s.StepAny(-1, -2)
		}
	})
}
