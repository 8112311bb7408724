package grammar

import (
	"context"
	"encoding/binary"
	"strings"
	"testing"
)

// sets writes a grammar of sets, each of the parts that are named by their numbers.
func sets(list ...[]uint32) []byte {
	b := []byte("CG3B")
	put := func(numbers ...uint32) {
		for _, n := range numbers {
			b = binary.BigEndian.AppendUint32(b, n)
		}
	}
	put(revision, headerSets, uint32(len(list)))
	for i, parts := range list {
		const number, operators, partsAt = 1 << 0, 1 << 4, 1 << 5
		put(number|operators|partsAt, uint32(i), uint32(max(0, len(parts)-1)))
		for range max(0, len(parts)-1) {
			put(uint32(operatorOr))
		}
		put(uint32(len(parts)))
		put(parts...)
	}
	return b
}

func TestSetsAreBounded(t *testing.T) {
	var deep, wide [][]uint32
	for i := range uint32(10_000) {
		deep = append(deep, []uint32{i + 1})
	}
	for i := range uint32(100) {
		wide = append(wide, []uint32{i + 1, i + 1})
	}
	for name, c := range map[string]struct {
		sets [][]uint32
		want string
	}{
		"sets within sets":         {append(deep, nil), "too deeply"},
		"sets of twice the same":   {append(wide, nil), "too many sets"},
		"a set in itself":          {[][]uint32{{1}, {0}}, "part of itself"},
		"a part that is not there": {[][]uint32{{7}}, "not there"},
		"a set of two":             {[][]uint32{{1, 2}, nil, nil}, ""},
	} {
		_, err := Read(sets(c.sets...))
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTestsAreBounded(t *testing.T) {
	last := &test{}
	for range 100 {
		last = &test{alternatives: []*test{last, last}}
	}
	s := &source{}
	checkNesting(s, last, make(map[*test]uint8), 0)
	if s.err == nil || !strings.Contains(s.err.Error(), "too many tests") {
		t.Errorf("alternatives of twice the same: %v", s.err)
	}
}

// A damaged file may mark a tag as one that is made of what was captured, and so make it of itself.
func TestATagThatMakesItselfFitsNothing(t *testing.T) {
	g, err := Read(sets())
	if err != nil {
		t.Fatal(err)
	}
	self := &tag{text: "x", kind: kindVarString}
	g.byText = map[string]*tag{"x": self}
	u := newRun(context.Background(), g, Options{})
	if u.fitsTag(&reading{}, self) {
		t.Error("it fits")
	}
}
