package reading

import (
	"fmt"
	"strings"
	"unicode"
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

// CompareFlow compares passages with text that was taken from pages, where lines end. White space of any kind and
// length is the same as any other; a line may end anywhere within a passage, also within a word; a line to write on
// may leave white space or none. Nothing else may differ. It gives "" if they are the same, else where they part.
func CompareFlow(passages []string, extracted string) string {
	want := []rune(strings.TrimSpace(strings.Join(passages, "\n")))
	got := []rune(strings.TrimSpace(extracted))
	i, j := 0, 0
	for i < len(want) || j < len(got) {
		wanted, found := gapAt(want, i), gapAt(got, j)
		if !found.fits(wanted) {
			break
		}
		i, j = i+wanted.length, j+found.length
		if i == len(want) && j == len(got) {
			return ""
		}
		if i == len(want) || j == len(got) || want[i] != got[j] {
			break
		}
		i, j = i+1, j+1
	}
	if i == len(want) && j == len(got) {
		return ""
	}
	return fmt.Sprintf("reads %q, want %q", around(got, j), around(want, i))
}

// gap is what stands between two characters that are seen.
type gap struct {
	length                int
	space, lineEnd, blank bool
}

func gapAt(s []rune, at int) gap {
	var g gap
	for _, r := range s[at:] {
		switch {
		case r == Blank:
			g.blank = true
		case r == '\n' || r == '\f':
			g.space, g.lineEnd = true, true
		case unicode.IsSpace(r):
			g.space = true
		default:
			return g
		}
		g.length++
	}
	return g
}

// fits reports whether a gap that was found on a page may stand for a gap in a passage.
func (g gap) fits(wanted gap) bool {
	switch {
	case wanted.space:
		return g.space
	case wanted.blank:
		return true
	}
	return !g.space || g.lineEnd
}

// around gives the text at an index with some of what stands before it.
func around(s []rune, at int) string {
	return string(s[max(0, at-30):at]) + "▸" + string(s[at:min(len(s), at+40)])
}

func excerpt(s string) string {
	r := []rune(s)
	if len(r) > 90 {
		return string(r[:90]) + "…"
	}
	return s
}
