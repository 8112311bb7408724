package diff

import "strings"

// Operation says what became of a piece of text.
type Operation uint8

// The operations.
const (
	Equal Operation = iota
	Delete
	Insert
)

// Change is a piece of text that stayed, went or came.
type Change struct {
	Operation Operation
	Text      string
}

// Words gives what makes a new text out of an old one: the pieces in order, no two neighbours of one operation, and
// what goes before what comes. Old and New are the way back.
func Words(old, new string) []Change {
	a, b := Tokens(old), Tokens(new)
	var out builder
	atA, atB := 0, 0
	for _, run := range readable(a, b, Align(a, b)) {
		out.add(Delete, a[atA:run.A])
		out.add(Insert, b[atB:run.B])
		out.add(Equal, a[run.A:run.A+run.Length])
		atA, atB = run.A+run.Length, run.B+run.Length
	}
	out.add(Delete, a[atA:])
	out.add(Insert, b[atB:])
	return out
}

// readable leaves out blanks that stand alone between two changes: "one phrase for another" reads better than word
// for word. A line's end stays.
func readable(a, b []Token, runs []Run) []Run {
	kept := runs[:0]
	for i, run := range runs {
		before := i > 0 || run.A > 0 || run.B > 0
		after := i < len(runs)-1 || run.A+run.Length < len(a) || run.B+run.Length < len(b)
		token := a[run.A]
		if before && after && run.Length == 1 && token.Kind == Space && !strings.Contains(token.Text, "\n") {
			continue
		}
		kept = append(kept, run)
	}
	return kept
}

type builder []Change

func (c *builder) add(operation Operation, tokens []Token) {
	if len(tokens) == 0 {
		return
	}
	var text strings.Builder
	for _, t := range tokens {
		text.WriteString(t.Text)
	}
	*c = append(*c, Change{Operation: operation, Text: text.String()})
}

// Old gives the text that changes begin with.
func Old(changes []Change) string { return join(changes, Insert) }

// New gives the text that changes lead to.
func New(changes []Change) string { return join(changes, Delete) }

func join(changes []Change, without Operation) string {
	var text strings.Builder
	for _, c := range changes {
		if c.Operation != without {
			text.WriteString(c.Text)
		}
	}
	return text.String()
}
