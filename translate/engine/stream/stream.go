// Package stream reads the text that stages of a translation pass on to each other: words between ^ and $, and blanks
// between them, in which format stands in brackets. A backslash takes the meaning from the character behind it.
//
// It knows the outer form only: what stands in a word is for the stages.
package stream

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// Word is a word of the stream.
type Word struct {
	Text  string // what stands between ^ and $
	Bound string // the blank bound to it, with its brackets; usually ""
	None  bool   // there is none: the blank before it was the last of the stream
}

// errOpen is a word that has no end.
var errOpen = errors.New("a word of the stream has no end")

// Each calls visit for each word with the blank before it, and once more for what stands behind the last word.
func Each(text string, visit func(blank string, word Word)) error {
	begin := 0
	for i := 0; i < len(text); {
		switch text[i] {
		case '\\':
			i++
			if i < len(text) {
				i += RuneLength(text[i:])
			}
		case '[':
			i += Format(text[i:])
		case '^':
			end := End(text, i+1)
			if end < 0 {
				return errOpen
			}
			blank, bound := part(text[begin:i])
			visit(blank, Word{Text: text[i+1 : end], Bound: bound})
			i = end + 1
			begin = i
		default:
			i++
		}
	}
	visit(text[begin:], Word{None: true})
	return nil
}

// part takes the blank that is bound to the word behind it off the end of a blank.
func part(blank string) (before, bound string) {
	if !strings.HasSuffix(blank, "]]") {
		return blank, ""
	}
	i := strings.LastIndex(blank, "[[")
	if i < 0 || strings.HasPrefix(blank[i:], "[[/]]") {
		return blank, ""
	}
	return blank[:i], blank[i:]
}

// End gives the place of the $ that ends the word whose content begins at i; -1 where there is none.
func End(s string, i int) int {
	for ; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '$':
			return i
		}
	}
	return -1
}

// Format gives the length of the piece of format that s begins with: […] or [[…]].
func Format(s string) int {
	double := strings.HasPrefix(s, "[[")
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == ']' && !double:
			return i + 1
		case s[i] == ']' && strings.HasPrefix(s[i:], "]]"):
			return i + 2
		}
	}
	return len(s)
}

// RuneLength gives how many bytes the first character takes.
func RuneLength(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// Symbols calls visit for each character and each tag of a word's text: a tag with its name and 0, a character with "".
// A reserved character's backslash is left out.
func Symbols(text string, visit func(tag string, character rune)) {
	for i := 0; i < len(text); {
		if text[i] == '<' {
			end := strings.IndexByte(text[i:], '>')
			if end > 0 {
				visit(text[i+1:i+end], 0)
				i += end + 1
				continue
			}
		}
		if text[i] == '\\' && i+1 < len(text) {
			i++
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		visit("", r)
		i += n
	}
}
