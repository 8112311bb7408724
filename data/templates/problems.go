package templates

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"avtalebok/agreement"
)

// Problems is all that is wrong with a template, in the order of the file; it is never empty when it is returned as
// an error. Each has at least the arguments File and Line (from 1), and a message of its own under error.template.
type Problems []*agreement.Error

// Error gives one problem a line, for logs. People are shown the messages that the problems' keys stand for.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, e := range p {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap lets errors.As find the first problem, and all of them.
func (p Problems) Unwrap() []error {
	list := make([]error, len(p))
	for i, e := range p {
		list[i] = e
	}
	return list
}

// problemList gathers problems while a file is read, so that its author hears of all of them at once.
type problemList struct {
	file string
	list Problems
}

// add notes a problem. Key is what follows "error.template."; args are pairs of name and value.
func (p *problemList) add(line int, key string, args ...any) {
	args = append([]any{"File", p.file, "Line", line}, args...)
	p.list = append(p.list, agreement.NewError(agreement.Invalid, "error.template."+key, nil, args...))
}

// addChoice notes a problem whose remedy is to write one of a few words.
func (p *problemList) addChoice(line int, key, written string, allowed []string, args ...any) {
	args = append(args, "Written", written, "Suggestion", nearest(written, allowed), "Allowed", strings.Join(allowed, ", "))
	p.add(line, key, args...)
}

func (p *problemList) err() error {
	if len(p.list) == 0 {
		return nil
	}
	slices.SortStableFunc(p.list, func(a, b *agreement.Error) int {
		return cmp.Compare(lineOf(a), lineOf(b))
	})
	return p.list
}

func lineOf(e *agreement.Error) int {
	line, _ := e.Args["Line"].(int)
	return line
}

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
