package translate

import (
	"context"

	"avtalebok/agreement"
)

// Direction says from which written form to which.
type Direction struct {
	From, To agreement.Form
}

// The directions.
var (
	ToNynorsk = Direction{From: agreement.Bokmal, To: agreement.Nynorsk}
	ToBokmal  = Direction{From: agreement.Nynorsk, To: agreement.Bokmal}
)

// To gives the direction that ends in a form.
func To(form agreement.Form) Direction { return Direction{From: form.Other(), To: form} }

// Valid reports whether d goes from one written form to the other.
func (d Direction) Valid() bool { return d.From.Valid() && d.To == d.From.Other() }

// Segment is a text to be translated by itself: a passage, a heading, a line. Line breaks in it are kept, and what
// stands between two of them is translated without regard to the rest.
type Segment struct {
	Text string
}

// Span is a stretch of a text, in bytes from its start.
type Span struct {
	Start, End int
}

// Translation is what became of one Segment.
type Translation struct {
	Text    string
	Unknown []Span // words in Text that the engine did not know and left as they were, in order
	Err     error  // why this segment could not be translated; Text is then the segment's own
}

// Engine translates between the written forms. It may be used from several goroutines.
type Engine interface {
	// Translate gives one Translation for each Segment, in the same order. An error means that nothing came of the
	// whole: ctx was cancelled, or the engine can't work. A single segment that fails carries its own error.
	Translate(ctx context.Context, d Direction, segments []Segment) ([]Translation, error)
	// Close ends whatever the engine keeps running. Translate fails from then on.
	Close() error
}
