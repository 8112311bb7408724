package templates

import (
	"cmp"
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
		return cmp.Compare(problemLine(a), problemLine(b))
	})
	return p.list
}

func problemLine(e *agreement.Error) int {
	line, _ := e.Args["Line"].(int)
	return line
}
