package memory

import (
	"strings"

	"avtalebok/translate/diff"
)

// comparison says how a remembered pair suits a wording.
type comparison struct {
	score      int
	suggestion string // the other form's wording, with the figures, placeholders and addresses of the wording at hand
}

// compare holds a wording against a remembered source. What both say alike but for figures, placeholders and
// addresses costs nothing, if those of the wording can be carried over into the target for sure; otherwise each one
// that can't costs as much as a word.
func compare(wording, source, target string) comparison {
	if oneLine(wording) == oneLine(source) {
		return comparison{score: exact, suggestion: target}
	}
	a, b := tokens(wording), tokens(source)
	runs := diff.Align(keys(a), keys(b))
	suggestion, left := carry(a, b, runs, target)
	cost := left * wordWeight
	for _, run := range runs {
		for i := range run.Length {
			if x, y := a[run.A+i], b[run.B+i]; !x.Kind.Fixed() && x.Text != y.Text {
				cost += caseWeight
			}
		}
	}
	total := max(totalWeight(a), totalWeight(b))
	var row []int
	cost += distance(weighed(a), weighed(b), func(t weighedKey) int { return t.weight }, total, &row)
	return comparison{score: min(score(cost, total), exact-1), suggestion: fitEnds(suggestion, wording, source, target)}
}

func keys(all []token) []string {
	out := make([]string, len(all))
	for i, t := range all {
		out[i] = t.key
	}
	return out
}

type weighedKey struct {
	key    string
	weight int
}

func weighed(all []token) []weighedKey {
	out := make([]weighedKey, len(all))
	for i, t := range all {
		out[i] = weighedKey{t.key, weight(t.Kind)}
	}
	return out
}

func totalWeight(all []token) int {
	total := 0
	for _, t := range all {
		total += weight(t.Kind)
	}
	return total
}

// fixed is a figure, placeholder or address by what it says.
type fixed struct {
	kind  diff.Kind
	value string
}

// carry puts the figures, placeholders and addresses of a wording in the place of those that the source has where the
// two are aligned, and counts the ones that it could not: those that the target does not have, or has another number
// of times, so that it would be a guess which one is meant.
func carry(wording, source []token, runs []diff.Run, target string) (suggestion string, left int) {
	meant := meanings(wording, source, runs)
	occurs := map[fixed]int{}
	parts := diff.Tokens(target)
	of := func(t diff.Token) fixed { return fixed{t.Kind, token{Token: t}.value()} }
	for _, t := range parts {
		occurs[of(t)]++
	}
	for what, m := range meant {
		if !m.carriedOver(occurs[what]) {
			left += m.changed
			delete(meant, what)
		}
	}
	var b strings.Builder
	seen := map[fixed]int{}
	for _, t := range parts {
		what := of(t)
		if m, ok := meant[what]; ok {
			t.Text = m.by[min(seen[what], len(m.by)-1)]
			seen[what]++
		}
		b.WriteString(t.Text)
	}
	return b.String(), left
}

// meaning is what stands in a wording for one figure, placeholder or address of the source, each time it occurs.
type meaning struct {
	by      []string
	occurs  int  // in the source
	changed int  // times that another one takes its place
	uniform bool // by the same one always
}

// carriedOver reports whether it is sure what stands for it in a target that has it so many times.
func (m *meaning) carriedOver(times int) bool {
	whole := len(m.by) == m.occurs
	return times > 0 && whole && (m.uniform || times == m.occurs)
}

// meanings finds out what stands for each of the source's figures, placeholders and addresses; those that stay as
// they are are left out.
func meanings(wording, source []token, runs []diff.Run) map[fixed]*meaning {
	all := map[fixed]*meaning{}
	for _, t := range source {
		if t.Kind.Fixed() {
			what := fixed{t.Kind, t.value()}
			if all[what] == nil {
				all[what] = &meaning{uniform: true}
			}
			all[what].occurs++
		}
	}
	for _, run := range runs {
		for i := range run.Length {
			now, then := wording[run.A+i], source[run.B+i]
			if !then.Kind.Fixed() {
				continue
			}
			m := all[fixed{then.Kind, then.value()}]
			if now.value() != then.value() {
				m.changed++
			}
			m.uniform = m.uniform && (len(m.by) == 0 || m.by[0] == now.Text)
			m.by = append(m.by, now.Text)
		}
	}
	for what, m := range all {
		if m.changed == 0 {
			delete(all, what)
		}
	}
	return all
}
