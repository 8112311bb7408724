package translate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Piece is a stretch of a text that is translated by itself, with the white space around it.
type Piece struct {
	Before string // white space
	Text   string // begins and ends with something else; "" only where a text is white space alone
	After  string // white space
}

// Pieces parts a text at its line breaks, and a line that is longer than max bytes between sentences, or between
// words where a sentence is too long itself. Joined together the pieces are the text again. A piece is longer than
// max only where the text has no white space to part it at.
func Pieces(text string, max int) []Piece {
	var pieces []Piece
	for line := range strings.Lines(text) {
		for len(line) > max {
			cut := cutBefore(line, max)
			if cut == len(line) {
				break
			}
			pieces = append(pieces, piece(line[:cut]))
			line = line[cut:]
		}
		pieces = append(pieces, piece(line))
	}
	return pieces
}

func piece(s string) Piece {
	body := strings.TrimLeftFunc(s, unicode.IsSpace)
	before := s[:len(s)-len(body)]
	trimmed := strings.TrimRightFunc(body, unicode.IsSpace)
	return Piece{Before: before, Text: trimmed, After: body[len(trimmed):]}
}

// cutBefore gives where to part a line that is longer than max: behind the last end of a sentence within max bytes,
// else behind the last white space, else behind the first white space after them, else the line's end.
func cutBefore(line string, max int) int {
	word, sentence := 0, 0
	ended := false
	for i, r := range line {
		if unicode.IsSpace(r) {
			next := i + utf8.RuneLen(r)
			if next > max && word > 0 {
				break
			}
			word = next
			if ended {
				sentence = next
			}
			if next > max {
				break
			}
			continue
		}
		if i >= max && word > 0 {
			break
		}
		ended = r == '.' || r == '!' || r == '?'
	}
	switch {
	case sentence > 0:
		return sentence
	case word > 0:
		return word
	}
	return len(line)
}
