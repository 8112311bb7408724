package transfer

import (
	"strings"

	"avtalebok/translate/engine/stream"
)

// word is what a rule works on: a word with its source, target and reference, or a chunk with its content.
type word struct {
	source, target, reference string // of a chunk: target is its name and tags
	content                   string // of a chunk, with its braces
	chunk                     bool
}

// side gives the text that a clip speaks of: the target's, unless it says otherwise.
func (w *word) side(side string) *string {
	switch {
	case w.chunk:
	case side == "sl":
		return &w.source
	case side == "ref":
		return &w.reference
	}
	return &w.target
}

// token is a word of the stream with the blank before it.
type token struct {
	blank string
	text  string // between ^ and $
	last  bool   // there is no word: the blank ends the stream
}

// tokens parts a stream. In chunks stands a stream of its own between braces.
func tokens(text string, chunks bool) []token {
	list := make([]token, 0, strings.Count(text, "^")+1)
	begin := 0
	for i := 0; i < len(text); {
		switch text[i] {
		case '\\':
			i++
			if i < len(text) {
				i += stream.RuneLength(text[i:])
			}
		case '[':
			i += stream.Format(text[i:])
		case '^':
			end := wordEnd(text, i+1, chunks)
			list = append(list, token{blank: text[begin:i], text: text[i+1 : end]})
			i = min(end+1, len(text))
			begin = i
		default:
			i++
		}
	}
	return append(list, token{blank: text[begin:], last: true})
}

// wordEnd gives the place of the $ that ends the word whose text begins at i. A word cut off ends with the text.
func wordEnd(s string, i int, chunks bool) int {
	braces := false
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case c == '{' && chunks:
			braces = true
		case c == '}' && braces:
			braces = false
		case c == '$' && !braces:
			return i
		}
	}
	return len(s)
}

// newWord reads a word of words.
func newWord(text string) word {
	n := cut(text, '/')
	w := word{source: text[:n]}
	if n == len(text) {
		return w
	}
	rest := text[n+1:]
	n = cut(rest, '/')
	w.target = rest[:n]
	for n < len(rest) {
		rest = rest[n+1:]
		n = cut(rest, '/')
		w.reference = rest[:n]
	}
	return w
}

// newChunk reads a chunk.
func newChunk(text string) word {
	n := cut(text, '{')
	return word{target: text[:n], content: text[n:], chunk: true}
}

// cut gives the place of a character that has no backslash, or the text's length.
func cut(s string, c byte) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case c:
			return i
		}
	}
	return len(s)
}

// inside gives what stands between the braces of a chunk's content.
func (w *word) inside() string {
	return strings.TrimSuffix(strings.TrimPrefix(w.content, "{"), "}")
}

// get gives an attribute of a word.
func (r *run) get(w *word, a *attribute, side string) string {
	if a == nil {
		return ""
	}
	if !w.chunk {
		return a.text(*w.side(side))
	}
	if a.name == "content" || a.name == "chcontent" {
		found := a.text(w.content)
		if r.level == 2 && a.name == "content" {
			found = strings.TrimSuffix(strings.TrimPrefix(found, "{"), "}")
		}
		return found
	}
	found := a.text(w.target)
	switch {
	case found == "":
		if whole := a.text(w.content); whole == w.content {
			return whole
		}
	case found == w.target:
		return a.text(w.target + w.content)
	}
	return found
}

// set puts a value in an attribute's place. A word without that attribute stays as it is.
func (r *run) set(w *word, a *attribute, side, value string) {
	if a == nil {
		return
	}
	text := w.side(side)
	from, to := a.find(*text)
	if from < to && !r.bound(len(*text)+len(value)) {
		*text = (*text)[:from] + value + (*text)[to:]
	}
}
