package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/agreement"
)

// Hit is a term found in a text.
type Hit struct {
	Start, End int // bytes
	Entries    []Entry
}

// Find gives the terms of a text in reading order. Of terms that overlap, the longest counts.
func (l *List) Find(text string, form agreement.Form) []Hit {
	x := l.index[form]
	words := wordsOf(text)
	var hits []Hit
	for i := 0; i < len(words); i++ {
		n, entries := x.longestAt(text, words[i:])
		if n == 0 {
			continue
		}
		hits = append(hits, Hit{Start: words[i].start, End: words[i+n-1].end, Entries: entries})
		i += n - 1
	}
	return hits
}

// longestAt gives the number of words of the longest term that a row of words begins with.
func (x *index) longestAt(text string, words []span) (int, []Entry) {
	n := min(x.longest[strings.ToLower(text[words[0].start:words[0].end])], len(words))
	for ; n > 0; n-- {
		if phrase, ok := joined(text, words[:n]); ok {
			if entries := x.forms[phrase]; entries != nil {
				return n, entries
			}
		}
	}
	return 0, nil
}

// span is a word's place in bytes.
type span struct{ start, end int }

// wordsOf parts a text into words: letters, digits and hyphens between them. What stands in braces is a placeholder
// and no word.
func wordsOf(text string) []span {
	var words []span
	start := -1      // where the word began
	placeholder := 0 // where the placeholder ends
	closing := -1    // the next brace that closes or end of a line, looked for once
	for i, r := range text {
		if r == '{' && i >= placeholder {
			if closing <= i {
				closing = nextClosing(text, i)
			}
			if closing < len(text) && text[closing] == '}' {
				placeholder = closing
			}
		}
		inside := i >= placeholder && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
		if r == '-' && start >= 0 {
			next, _ := utf8.DecodeRuneInString(text[i+1:])
			inside = unicode.IsLetter(next)
		}
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			words = append(words, span{start, i})
			start = -1
		}
	}
	if start >= 0 {
		words = append(words, span{start, len(text)})
	}
	return words
}

// nextClosing gives where the next closing brace or end of a line stands, or the text's length.
func nextClosing(text string, from int) int {
	if i := strings.IndexAny(text[from:], "}\n"); i >= 0 {
		return from + i
	}
	return len(text)
}

// joined gives words as a phrase in small letters, if nothing but blanks stands between them.
func joined(text string, words []span) (string, bool) {
	if len(words) == 1 {
		return strings.ToLower(text[words[0].start:words[0].end]), true
	}
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			if strings.TrimSpace(text[words[i-1].end:w.start]) != "" {
				return "", false
			}
			b.WriteByte(' ')
		}
		b.WriteString(strings.ToLower(text[w.start:w.end]))
	}
	return b.String(), true
}
