package request

import (
	"strings"
	"unicode"

	"avtalebok/agreement"
	"avtalebok/translate"
)

// Request is a request on its way: its segments parted into texts that are translated by themselves, the same text once.
// Put and Lose may be called from several goroutines, each for texts of its own.
type Request struct {
	Texts []string // those to be translated, in order; not to be changed

	segments []translate.Segment
	pieces   [][]piece // by segment
	answers  []Answer  // to Texts
	errs     []error   // of Texts
}

// piece is a piece of a segment with the index of its text, or -1 where there is nothing to be translated.
type piece struct {
	translate.Piece
	text int
}

// New parts segments into texts of at most limit bytes, as far as they can be parted.
func New(segments []translate.Segment, limit int) *Request {
	r := &Request{segments: segments}
	known := make(map[string]int)
	for _, s := range segments {
		var pieces []piece
		for _, p := range translate.Pieces(s.Text, limit) {
			index := -1
			if wanted(p.Text, limit) {
				var again bool
				if index, again = known[p.Text]; !again {
					index = len(r.Texts)
					known[p.Text] = index
					r.Texts = append(r.Texts, p.Text)
				}
			}
			pieces = append(pieces, piece{p, index})
		}
		r.pieces = append(r.pieces, pieces)
	}
	r.answers = make([]Answer, len(r.Texts))
	r.errs = make([]error, len(r.Texts))
	return r
}

// wanted reports whether there is language to be translated: not figures alone, and not an endless row of letters,
// which no engine can do anything with.
func wanted(text string, limit int) bool {
	if len(text) > limit {
		return false
	}
	for _, part := range translate.Parts(text) {
		if !part.Fixed && strings.ContainsFunc(part.Text, unicode.IsLetter) {
			return true
		}
	}
	return false
}

// Put notes what a text became.
func (r *Request) Put(i int, a Answer) { r.answers[i] = a }

// Lose notes that a text could not be translated.
func (r *Request) Lose(i int, err error) { r.errs[i] = err }

// Translations puts the answers together again: one for each segment, in order.
func (r *Request) Translations() []translate.Translation {
	out := make([]translate.Translation, len(r.segments))
	for i := range r.segments {
		out[i] = r.translation(i)
	}
	return out
}

func (r *Request) translation(segment int) translate.Translation {
	var text strings.Builder
	var unknown []translate.Span
	for _, p := range r.pieces[segment] {
		text.WriteString(p.Before)
		switch {
		case p.text < 0:
			text.WriteString(p.Text)
		case r.errs[p.text] != nil:
			err := agreement.NewError(agreement.Refused, "error.translate.text", r.errs[p.text])
			return translate.Translation{Text: r.segments[segment].Text, Err: err}
		default:
			for _, s := range r.answers[p.text].Unknown {
				unknown = append(unknown, translate.Span{Start: text.Len() + s.Start, End: text.Len() + s.End})
			}
			text.WriteString(r.answers[p.text].Text)
		}
		text.WriteString(p.After)
	}
	return translate.Translation{Text: text.String(), Unknown: unknown}
}

// Admit refuses what is no direction, and segments that together have more than limit bytes.
func Admit(d translate.Direction, segments []translate.Segment, limit int) error {
	if !d.Valid() {
		return agreement.NewError(agreement.Invalid, "error.form", nil, "Form", string(d.From)+"–"+string(d.To))
	}
	size := 0
	for _, s := range segments {
		size += len(s.Text)
	}
	if size > limit {
		return agreement.NewError(agreement.Refused, "error.translate.size", nil, "Limit", limit>>20)
	}
	return nil
}
