package transfer

import (
	"strconv"
	"strings"
	"unicode"
)

// unwrapped gives the words within a chunk as a stream; a word that is no chunk gives nothing.
func unwrapped(chunk word) string {
	if chunk.content == "" {
		return ""
	}
	return filled(&chunk)
}

// filled gives the content of a chunk with the chunk's tags in the places of <1>, <2>… and in the case of its name.
func filled(chunk *word) string {
	text := chunk.inside()
	tags := tagsOf(chunk.target)
	var b strings.Builder
	for i := 0; i < len(text); {
		switch {
		case text[i] == '\\' && i+1 < len(text):
			b.WriteString(text[i : i+2])
			i += 2
		case text[i] == '<':
			end := strings.IndexByte(text[i:], '>')
			if end < 0 {
				b.WriteString(text[i:])
				i = len(text)
				continue
			}
			name := text[i+1 : i+end]
			if n, ok := placeOf(name); !ok {
				b.WriteString(text[i : i+end+1])
			} else if n >= 1 && n <= len(tags) {
				b.WriteString(tags[n-1])
			}
			i += end + 1
		default:
			n := max(1, upTo(text[i:], `\<`))
			b.WriteString(text[i : i+n])
			i += n
		}
	}
	name := chunk.target[:cut(chunk.target, '<')]
	switch caseOf(name) {
	case "AA":
		return overLetters(b.String(), false)
	case "Aa":
		return overLetters(b.String(), true)
	}
	return b.String()
}

// placeOf reads a tag that is a number.
func placeOf(tag string) (n int, ok bool) {
	if tag == "" || tag[0] > '9' {
		return 0, false
	}
	n, err := strconv.Atoi(tag)
	return n, err == nil
}

// tagsOf gives the tags of a chunk, with their brackets.
func tagsOf(s string) []string {
	var tags []string
	for {
		i := cut(s, '<')
		if i == len(s) {
			return tags
		}
		end := strings.IndexByte(s[i:], '>')
		if end < 0 {
			return tags
		}
		tags = append(tags, s[i:i+end+1])
		s = s[i+end+1:]
	}
}

// overLetters makes capitals of the letters of the words in a stream; of the first letter or figure alone, if asked.
func overLetters(s string, firstOnly bool) string {
	runes := []rune(s)
	inWord, inTag := false, false
	for i, c := range runes {
		switch {
		case i > 0 && runes[i-1] == '\\' && (i < 2 || runes[i-2] != '\\'):
		case c == '^':
			inWord = true
		case c == '$':
			inWord = false
		case c == '<':
			inTag = true
		case c == '>':
			inTag = false
		case inWord && !inTag && (unicode.IsLetter(c) || unicode.IsDigit(c)):
			runes[i] = unicode.ToUpper(c)
			if firstOnly {
				return string(runes)
			}
		}
	}
	return string(runes)
}
