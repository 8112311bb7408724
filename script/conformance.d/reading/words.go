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

// HasTables reports whether a Document has tables of columns far apart, which who reads a page without its tags can't
// be expected to read row by row.
func HasTables(doc agreement.Document) bool {
	return slices.ContainsFunc(doc.Sections, func(s agreement.DocumentSection) bool {
		return slices.ContainsFunc(s.Blocks, func(b agreement.Block) bool {
			_, ok := b.(agreement.Table)
			return ok
		})
	})
}

// Heads gives the row of headings of each table, which may stand again at the top of each page that it goes on to.
func Heads(doc agreement.Document) [][]string {
	var heads [][]string
	for _, s := range doc.Sections {
		for _, b := range s.Blocks {
			var head []string
			switch b := b.(type) {
			case agreement.Table:
				for _, c := range b.Columns {
					head = append(head, text(c.Heading))
				}
			case agreement.ContactTable:
				head = []string{doc.Labels.Name, doc.Labels.Email, doc.Labels.Phone}
			}
			head = slices.DeleteFunc(head, func(s string) bool { return s == "" })
			if len(head) > 0 {
				heads = append(heads, head)
			}
		}
	}
	return heads
}

// CompareWords compares the words of a Document with those that were taken from pages, in whatever order. Words of the
// tables' heads may stand up to so many times more. It gives "" if they are the same, else which are too many (+) or too
// few (-).
func CompareWords(groups []Group, extracted string, heads [][]string, times int) string {
	repeated := map[string]int{}
	for _, head := range heads {
		for _, w := range strings.FieldsFunc(strings.Join(head, " "), open) {
			repeated[w] += times
		}
	}
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
		if n < 0 || n > repeated[w] {
			wrong = append(wrong, fmt.Sprintf("%q %+d", w, n))
		}
	}
	slices.Sort(wrong)
	return strings.Join(wrong, ", ")
}

func open(r rune) bool { return unicode.IsSpace(r) || r == Blank }
