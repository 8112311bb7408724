package reading

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"avtalebok/agreement"
)

// HasBlanks reports whether lines to write on stand within a Document's sentences.
func HasBlanks(doc agreement.Document) bool {
	return slices.ContainsFunc(Passages(doc), func(s string) bool { return strings.ContainsRune(s, Blank) })
}

// CompareWords compares the words of a Document with those that were taken from pages, in whatever order, white space
// and line ends left out. It gives "" if they are the same, else which characters are too many or too few.
func CompareWords(groups []Group, extracted string) string {
	count := map[rune]int{}
	for _, r := range extracted {
		count[r]++
	}
	for _, g := range groups {
		for _, strand := range g {
			for _, r := range strings.Join(strand, "") {
				count[r]--
			}
		}
	}
	var wrong []string
	for r, n := range count {
		if n != 0 && !unicode.IsSpace(r) && r != Blank {
			wrong = append(wrong, fmt.Sprintf("%q %+d", r, n))
		}
	}
	slices.Sort(wrong)
	return strings.Join(wrong, ", ")
}
