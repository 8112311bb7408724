package memory

import (
	"strings"

	"avtalebok/translate/diff"
)

// token is a word, mark, figure, placeholder or address of a wording. Blanks are none: they make no difference.
type token struct {
	diff.Token
	key string // what it is compared by: letters in lower case, and all figures, placeholders and addresses alike
}

// The keys of the tokens that read the same in both written forms. No word is spelled like these.
const (
	figureKey      = "\x00figure"
	placeholderKey = "\x00placeholder"
	addressKey     = "\x00address"
)

// tokens parts a wording.
func tokens(text string) []token {
	all := diff.Tokens(text)
	out := make([]token, 0, len(all))
	for _, t := range all {
		switch t.Kind {
		case diff.Space:
		case diff.Figure:
			out = append(out, token{t, figureKey})
		case diff.Placeholder:
			out = append(out, token{t, placeholderKey})
		case diff.Address:
			out = append(out, token{t, addressKey})
		default:
			out = append(out, token{t, strings.ToLower(t.Text)})
		}
	}
	return out
}

// The weights of tokens in a comparison. A comma is less than a word.
const (
	wordWeight = 4
	markWeight = 1
	caseWeight = 1 // of a word that differs only in its capitals
)

func weight(kind diff.Kind) int {
	if kind == diff.Mark {
		return markWeight
	}
	return wordWeight
}

// value is what a figure, placeholder or address says, however its blanks are written: "500 000" with a hard space
// or an ordinary one.
func (t token) value() string {
	if t.Kind != diff.Figure {
		return t.Text
	}
	return strings.Join(strings.Fields(t.Text), " ")
}

// oneLine gives a wording as it is compared for being the same: runs of blanks and line ends count as one blank.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
