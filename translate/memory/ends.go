package memory

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fitEnds gives a suggestion the capital and the final mark of the wording at hand, where source and target agree in
// them: a sentence becomes a heading, a heading a list's item.
func fitEnds(suggestion, wording, source, target string) string {
	suggestion = fitCapital(suggestion, wording, source)
	was, wants := finalMark(source), finalMark(wording)
	if was == wants || finalMark(target) != was || finalMark(suggestion) != was {
		return suggestion
	}
	return strings.TrimSuffix(suggestion, was) + wants
}

// fitCapital follows the wording if it has the source's first letter in the other case.
func fitCapital(suggestion, wording, source string) string {
	now, _ := utf8.DecodeRuneInString(wording)
	then, _ := utf8.DecodeRuneInString(source)
	first, size := utf8.DecodeRuneInString(suggestion)
	if now == then || unicode.ToLower(now) != unicode.ToLower(then) || unicode.IsUpper(first) != unicode.IsUpper(then) {
		return suggestion
	}
	if unicode.IsUpper(now) {
		return string(unicode.ToUpper(first)) + suggestion[size:]
	}
	if second, _ := utf8.DecodeRuneInString(suggestion[size:]); unicode.IsUpper(second) { // an abbreviation
		return suggestion
	}
	return string(unicode.ToLower(first)) + suggestion[size:]
}

// finalMark gives the mark that closes a text, or nothing.
func finalMark(text string) string {
	if text == "" || strings.HasSuffix(text, "..") || !strings.ContainsAny(text[len(text)-1:], ".:;,!?") {
		return ""
	}
	return text[len(text)-1:]
}
