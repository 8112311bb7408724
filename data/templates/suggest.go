package templates

import (
	"fmt"
	"strings"
)

// nearest gives the candidate that a misspelt word most likely stands for: the one that the fewest slips away from
// it, or "" where none is near enough to be worth asking about.
func nearest(word string, candidates []string) string {
	best, found := max(2, len([]rune(word))/3)+1, ""
	for _, c := range candidates {
		if d := distance(strings.ToLower(word), c); d < best && d < len([]rune(c)) {
			best, found = d, c
		}
	}
	return found
}

// distance counts the slips between two words: letters left out, put in, mistaken, or swapped with a neighbour
// (optimal string alignment).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	const longest = 100 // nobody misspells more; keeps hostile input cheap
	if len(x) > longest || len(y) > longest {
		return longest
	}
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			changed := 0
			if x[i-1] != y[j-1] {
				changed = 1
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+changed)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(x)][len(y)]
}

// example shows how a key is written, whatever the language of the message around it.
func example(key, value string) string { return fmt.Sprintf("%s = %s", key, value) }
