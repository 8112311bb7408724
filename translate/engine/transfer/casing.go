package transfer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/translate/engine/casing"
)

// caseOf tells how a word is spelt, from its first and last letter: "aa", "Aa" or "AA".
func caseOf(s string) string {
	first, _ := utf8.DecodeRuneInString(s)
	last, n := utf8.DecodeLastRuneInString(s)
	switch {
	case !unicode.IsUpper(first):
		return "aa"
	case len(s) > n && unicode.IsUpper(last):
		return "AA"
	}
	return "Aa"
}

// inCase spells a word in a case, which "Aa", "AA" or any word has.
func inCase(pattern, s string) string {
	switch caseOf(pattern) {
	case "AA":
		return casing.Upper(s)
	case "Aa":
		return title(s)
	}
	return casing.Lower(s)
}

// title makes the first character of each word a capital and the others small. Words end where ICU ends them: an
// apostrophe between letters and a point between figures are within one.
func title(s string) string {
	runes := []rune(s)
	var b strings.Builder
	inWord := false
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '_':
			if inWord {
				b.WriteString(casing.Lower(string(r)))
			} else {
				b.WriteString(casing.Title(r))
			}
			inWord = true
			continue
		case i > 0 && i+1 < len(runes) && joins(runes[i-1], r, runes[i+1]):
		default:
			inWord = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// joins reports whether a mark between two characters is within a word.
func joins(before, mark, after rune) bool {
	switch mark {
	case '\'', '’', '·', '‧':
		return unicode.IsLetter(before) && unicode.IsLetter(after) || unicode.IsDigit(before) && unicode.IsDigit(after)
	case '.', ',', ';':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return false
}

// aroundTags gives the case of a word to another that has tags: only what stands before the first tag and after the
// last is spelt anew.
func aroundTags(pattern, s string) string {
	first, last := strings.IndexByte(s, '<'), strings.LastIndexByte(s, '>')
	if first < 0 || last < first {
		if pattern == "" {
			return s
		}
		return inCase(pattern, s)
	}
	after := casing.Lower(s[last+1:])
	if caseOf(pattern) == "AA" {
		after = casing.Upper(s[last+1:])
	}
	return inCase(pattern, s[:first]) + s[first:last+1] + after
}
