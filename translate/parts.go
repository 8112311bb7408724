package translate

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/agreement"
)

// Part is a stretch of a text that is either language or fixed: copied as it stands, whatever an engine would make
// of it.
type Part struct {
	Text  string
	Fixed bool
}

// fixed finds what reads the same in both written forms and what an engine would spoil. In order: addresses of web
// pages and mail, names of things in programs (b=øst), case and section numbers (2023/1234, 08.02.2027, 20-1),
// figures in groups (500 000), figures with a unit that is a sign (3,5 %, 12 km).
var fixed = regexp.MustCompile(strings.Join([]string{
	`(?:https?://|www\.)[^\s<>«»"]*[^\s<>«»".,;:!?)\]]`,
	`[\pL\pN._%+-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)+`,
	`[\pL\pN-]+(?:\.[\pL\pN-]+)*\.(?:no|com|org|net|eu)(?:/[^\s<>«»"]*[^\s<>«»".,;:!?)\]])?`,
	`[\pL\pN_-]+=[\pL\pN_-]+`,
	`\pN+(?:[/.:-]\pN+)+`,
	`\pN{1,3}(?:[ \x{a0}\x{202f}]\pN{3})+(?:,\pN+)?(?:[ \x{a0}\x{202f}]?(?:` + units + `))?`,
	`\pN+(?:,\pN+)?[ \x{a0}\x{202f}]?(?:` + units + `)`,
}, "|"))

// The longest of two that begin alike stands first.
const units = `%|‰|°C|km²|m²|m³|kr|kWh|kW|km|kg|cm|mm|m|g|MWh|GWh|MW|daa`

// Parts parts a text into language and fixed stretches. Fixed are placeholders with their genitive s, what the
// pattern above finds, and every character that is neither a letter, a figure, a blank nor punctuation in prose.
// Joined together the parts are the text again; no part is empty and no two neighbours are of one kind.
func Parts(text string) []Part {
	var parts []Part
	at := 0
	for _, s := range fixedSpans(text) {
		parts = appendLanguage(parts, text[at:s.Start])
		parts = appendPart(parts, text[s.Start:s.End], true)
		at = s.End
	}
	return appendLanguage(parts, text[at:])
}

// fixedSpans gives placeholders and matches of the pattern, in order and apart from each other.
func fixedSpans(text string) []Span {
	var spans []Span
	placeholders, _ := agreement.Placeholders(text)
	at := 0
	for _, p := range placeholders {
		spans = append(spans, matches(text, at, p.Start)...)
		spans = append(spans, Span{p.Start, p.End})
		at = p.End
	}
	return append(spans, matches(text, at, len(text))...)
}

func matches(text string, from, to int) []Span {
	var spans []Span
	for at := from; at < to; {
		m := fixed.FindStringIndex(text[at:to])
		if m == nil {
			break
		}
		start, end := at+m[0], at+m[1]
		at = end
		if next, _ := utf8.DecodeRuneInString(text[end:]); unicode.IsLetter(next) {
			// What looked like a unit or a country is the beginning of a word: 24 måneder.
			figure := strings.TrimRight(strings.TrimRightFunc(text[start:end], unicode.IsLetter), " \u00a0\u202f")
			if !grouped.MatchString(figure) {
				continue
			}
			end = start + len(figure)
		}
		spans = append(spans, Span{start, end})
	}
	return spans
}

// grouped is a figure in groups of three.
var grouped = regexp.MustCompile(`^\pN{1,3}(?:[ \x{a0}\x{202f}]\pN{3})+(?:,\pN+)?$`)

// appendLanguage appends a stretch of language, with the characters in it that no engine should see as fixed parts.
func appendLanguage(parts []Part, s string) []Part {
	at := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:]) // one byte where it is no UTF-8
		if !prose(r) {
			parts = appendPart(parts, s[at:i], false)
			parts = appendPart(parts, s[i:i+size], true)
			at = i + size
		}
		i += size
	}
	return appendPart(parts, s[at:], false)
}

func appendPart(parts []Part, s string, isFixed bool) []Part {
	if s == "" {
		return parts
	}
	if n := len(parts); n > 0 && parts[n-1].Fixed == isFixed {
		parts[n-1].Text += s
		return parts
	}
	return append(parts, Part{Text: s, Fixed: isFixed})
}

// prose reports whether a character belongs to running text. Letters beyond U+FFFF do not: engines were seen to
// crash on them.
func prose(r rune) bool {
	switch {
	case r > 0xFFFF || r == unicode.ReplacementChar:
		return false
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mn, r):
		return true
	}
	return strings.ContainsRune(" .,;:!?-–—«»\"'’()/%§&", r)
}
