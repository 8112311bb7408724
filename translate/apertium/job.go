package apertium

import (
	"strings"
	"unicode"

	"avtalebok/agreement"
	"avtalebok/translate"
)

// job is a request on its way: its segments parted into texts that are translated by themselves, the same text once.
type job struct {
	segments []translate.Segment
	pieces   [][]piece // by segment
	texts    []string  // those to be translated, in order
	answers  []answer  // to texts
	errs     []error   // of texts
}

// piece is a piece of a segment with the index of its text, or -1 where there is nothing to be translated.
type piece struct {
	translate.Piece
	text int
}

func newJob(segments []translate.Segment, limit int) *job {
	j := &job{segments: segments}
	known := make(map[string]int)
	for _, s := range segments {
		var pieces []piece
		for _, p := range translate.Pieces(s.Text, limit) {
			index := -1
			if wanted(p.Text, limit) {
				var again bool
				if index, again = known[p.Text]; !again {
					index = len(j.texts)
					known[p.Text] = index
					j.texts = append(j.texts, p.Text)
				}
			}
			pieces = append(pieces, piece{p, index})
		}
		j.pieces = append(j.pieces, pieces)
	}
	j.answers = make([]answer, len(j.texts))
	j.errs = make([]error, len(j.texts))
	return j
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

func (j *job) put(i int, a answer) { j.answers[i] = a }

// lose notes that a text could not be translated.
func (j *job) lose(i int, err error) { j.errs[i] = err }

// translations puts the answers together again.
func (j *job) translations() []translate.Translation {
	out := make([]translate.Translation, len(j.segments))
	for i := range j.segments {
		out[i] = j.translation(i)
	}
	return out
}

func (j *job) translation(segment int) translate.Translation {
	var text strings.Builder
	var unknown []translate.Span
	for _, p := range j.pieces[segment] {
		text.WriteString(p.Before)
		switch {
		case p.text < 0:
			text.WriteString(p.Text)
		case j.errs[p.text] != nil:
			err := agreement.NewError(agreement.Refused, "error.translate.text", j.errs[p.text])
			return translate.Translation{Text: j.segments[segment].Text, Err: err}
		default:
			for _, s := range j.answers[p.text].unknown {
				unknown = append(unknown, translate.Span{Start: text.Len() + s.Start, End: text.Len() + s.End})
			}
			text.WriteString(j.answers[p.text].text)
		}
		text.WriteString(p.After)
	}
	return translate.Translation{Text: text.String(), Unknown: unknown}
}
