package engine

import (
	"slices"
	"strings"
	"testing"
)

func TestTextsArePartedIntoBatchesForAllProcessors(t *testing.T) {
	short, long := "og", strings.Repeat("a", bytesAtOnce/2+1)
	for _, c := range []struct {
		name       string
		texts      []string
		processors int
		want       []int // how many texts each batch has
	}{
		{"none", nil, 2, nil},
		{"fewer texts than processors", []string{short, short}, 4, []int{1, 1}},
		{"two batches for each processor", slices.Repeat([]string{short}, 12), 2, []int{3, 3, 3, 3}},
		{"never more than so many", slices.Repeat([]string{short}, 100), 2, []int{16, 16, 16, 16, 16, 16, 4}},
		{"long texts by themselves", slices.Repeat([]string{long}, 8), 1, []int{1, 1, 1, 1, 1, 1, 1, 1}},
		{"what a long text leaves room for", slices.Repeat([]string{long, short}, 4), 1, []int{2, 2, 2, 2}},
	} {
		var got []int
		next := 0
		for _, b := range batches(c.texts, c.processors) {
			if b[0] != next {
				t.Errorf("%s: a batch begins at %d, not at %d", c.name, b[0], next)
			}
			next = b[1]
			got = append(got, b[1]-b[0])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, not %v", c.name, got, c.want)
		}
	}
}
