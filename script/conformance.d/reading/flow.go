package reading

import (
	"fmt"
	"unicode"
)

// CompareFlow compares a Document's text with text that was taken from pages, where lines end. White space of any
// kind and length is the same as any other; a line may end anywhere within a passage, also within a word; a line to
// write on may leave white space or none; the passages of a signer and of the next one may come by turns. Nothing
// else may differ. It gives "" if they are the same, else where they part.
func CompareFlow(groups []Group, extracted string) string {
	m := matcher{got: []rune(extracted)}
	at := []int{0}
	for _, g := range groups {
		if at = m.group(g, at); len(at) == 0 {
			return m.difference()
		}
	}
	for _, j := range at {
		if j+gapAt(m.got, j).length == len(m.got) {
			return ""
		}
	}
	if at[0] >= m.furthest {
		m.furthest, m.wanted = at[0], "the end"
	}
	return m.difference()
}

// matcher goes through text that was found, and remembers how far anything that was wanted could be found.
type matcher struct {
	got      []rune
	furthest int
	wanted   string
}

func (m *matcher) difference() string {
	return fmt.Sprintf("reads %q▸%q, want %q",
		string(m.got[max(0, m.furthest-30):m.furthest]), string(m.got[m.furthest:min(len(m.got), m.furthest+40)]), excerpt(m.wanted))
}

// turn is how far two neighbouring strands have been read: i passages of the strand, k of the next one, j characters.
type turn struct{ strand, i, k, j int }

// group finds where a group's text may end when it starts at one of several places.
func (m *matcher) group(g Group, starts []int) []int {
	seen := map[turn]bool{}
	var ends []int
	var visit func(t turn)
	visit = func(t turn) {
		if seen[t] {
			return
		}
		seen[t] = true
		if t.i == len(g[t.strand]) {
			if t.strand+1 == len(g) {
				ends = append(ends, t.j)
				return
			}
			visit(turn{strand: t.strand + 1, i: t.k, j: t.j})
			return
		}
		if end, ok := m.passage(g[t.strand][t.i], t.j); ok {
			visit(turn{t.strand, t.i + 1, t.k, end})
		}
		// The next strand has not begun before this one.
		if t.strand+1 < len(g) && t.i > 0 && t.k < len(g[t.strand+1]) {
			if end, ok := m.passage(g[t.strand+1][t.k], t.j); ok {
				visit(turn{t.strand, t.i, t.k + 1, end})
			}
		}
	}
	for _, j := range starts {
		visit(turn{j: j})
	}
	return ends
}

// passage finds where a passage that starts at j ends. White space must part it from what stands before.
func (m *matcher) passage(passage string, j int) (end int, ok bool) {
	want := []rune(passage)
	before := gapAt(m.got, j)
	if j > 0 && !before.space {
		m.reached(j, passage)
		return 0, false
	}
	j += before.length
	i := gapAt(want, 0).length
	for i < len(want) {
		if j == len(m.got) || want[i] != m.got[j] {
			m.reached(j, string(want[i:]))
			return 0, false
		}
		i, j = i+1, j+1
		wanted := gapAt(want, i)
		if i += wanted.length; i == len(want) {
			break
		}
		found := gapAt(m.got, j)
		if !found.fits(wanted) {
			m.reached(j, string(want[i-wanted.length:]))
			return 0, false
		}
		j += found.length
	}
	return j, true
}

func (m *matcher) reached(j int, wanted string) {
	if m.wanted == "" || j > m.furthest {
		m.furthest, m.wanted = j, wanted
	}
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
