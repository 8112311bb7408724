package reading

import (
	"fmt"
	"strings"
)

// CompareTagged compares passages with the texts of a file's structure elements. Only runs of ordinary spaces are
// taken as one, and spaces at the ends dropped. It gives "" if they are the same, else where they part.
func CompareTagged(passages, elements []string) string {
	for i := range max(len(passages), len(elements)) {
		want, got := "", ""
		if i < len(passages) {
			want = spaced(strings.ReplaceAll(passages[i], string(Blank), ""))
		}
		if i < len(elements) {
			got = spaced(elements[i])
		}
		if want != got {
			return fmt.Sprintf("passage %d reads %q, want %q", i+1, excerpt(got), excerpt(want))
		}
	}
	return ""
}

// spaced makes runs of ordinary spaces and line ends one space. Hard spaces stay.
func spaced(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' }), " ")
}

func excerpt(s string) string {
	r := []rune(s)
	if len(r) > 90 {
		return string(r[:90]) + "…"
	}
	return s
}
