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

// CompareWords compares the words of a Document with those that were taken from pages, in whatever order. It gives ""
// if they are the same, else which are too many (+) or too few (-).
func CompareWords(groups []Group, extracted string) string {
	count := map[string]int{}
	for _, w := range strings.FieldsFunc(extracted, open) {
		count[w]++
	}
	for _, g := range groups {
		for _, strand := range g {
			for _, w := range strings.FieldsFunc(strings.Join(strand, " "), open) {
				count[w]--
			}
		}
	}
	var wrong []string
	for w, n := range count {
		if n != 0 {
			wrong = append(wrong, fmt.Sprintf("%q %+d", w, n))
		}
	}
	slices.Sort(wrong)
	return strings.Join(wrong, ", ")
}

func open(r rune) bool { return unicode.IsSpace(r) || r == Blank }
