package check

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// span is a stretch of a text in bytes.
type span struct{ start, end int }

// notLanguage finds what stands in a text without being language: placeholders with their genitive s, addresses of
// the net and of e-mail, names of files, rows of underscores to be filled in with a pen, and the titles of laws, which
// stand in the form that they were given in.
var notLanguage = regexp.MustCompile(`\{\{[^{}]*\}\}|\{[^{}\n]*\}s?` +
	`|(?i:https?://|www\.)[^\s<>«»]+` +
	`|[\pL\pN._+-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)+` +
	`|(?i:[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*\.(?:no|com|org|net|eu|pdf|docx?|xlsx?|avtale|toml|csv|tmx))\b` +
	`|_{2,}` +
	`|(?:[Ll]ov|[Ff]orskrift)(?: av)? \d{1,2}\. \pL+ \d{4} nr\. ?\d+ om [^.,;:()\n]*`)

// technicalSpans finds what notLanguage describes. It goes by lines, as most of them have nothing of the kind.
func technicalSpans(s string) []span {
	var spans []span
	for start := 0; start < len(s); {
		end := lineEnd(s, start)
		if line := s[start:end]; mayBeTechnical(line) {
			for _, m := range notLanguage.FindAllStringIndex(line, -1) {
				spans = append(spans, span{start + m[0], start + m[1]})
			}
		}
		start = end + 1
	}
	return spans
}

// mayBeTechnical reports whether a line has a brace, an at sign, underscores, or a full stop or colon inside a word.
func mayBeTechnical(line string) bool {
	if strings.ContainsAny(line, "{@") || strings.Contains(line, "__") || strings.Contains(line, "://") || strings.Contains(line, " nr.") {
		return true
	}
	for i := strings.IndexByte(line, '.'); i >= 0 && i+1 < len(line); {
		if next := line[i+1]; next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' {
			return true
		}
		rest := strings.IndexByte(line[i+1:], '.')
		if rest < 0 {
			return false
		}
		i += 1 + rest
	}
	return false
}

// quotations pairs the marks that open and close a quotation.
var quotations = map[rune]rune{'«': '»', '“': '”', '„': '“', '‘': '’', '"': '"'}

// maskedSpans lists, in order and without overlaps, what rules must not look into.
func maskedSpans(s string, names []string) []span {
	spans := quotedSpans(s)
	for _, name := range names {
		spans = append(spans, occurrences(s, name)...)
	}
	spans = append(spans, technicalSpans(s)...)
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	var merged []span
	for _, m := range spans {
		if n := len(merged); n > 0 && m.start <= merged[n-1].end {
			merged[n-1].end = max(merged[n-1].end, m.end)
			continue
		}
		merged = append(merged, m)
	}
	return merged
}

// occurrences finds a name wherever it stands by itself.
func occurrences(s, name string) []span {
	var spans []span
	for from := 0; len(name) > 1; {
		i := strings.Index(s[from:], name)
		if i < 0 {
			break
		}
		start, end := from+i, from+i+len(name)
		before, _ := utf8.DecodeLastRuneInString(s[:start])
		after, _ := utf8.DecodeRuneInString(s[end:])
		if (start == 0 || !isWordRune(before)) && (end == len(s) || !isWordRune(after)) {
			spans = append(spans, span{start, end})
		}
		from = end
	}
	return spans
}

// quotedSpans finds quotations. One that isn't closed before the line ends is none.
func quotedSpans(s string) []span {
	var spans []span
	var closing rune
	start := -1
	for i, r := range s {
		switch {
		case r == '\n':
			start = -1
		case start >= 0 && r == closing:
			spans = append(spans, span{start, i + utf8.RuneLen(r)})
			start = -1
		case start < 0 && quotations[r] != 0 && (r != '‘' || !strings.HasPrefix(s[i+len("‘"):], " ")):
			start, closing = i, quotations[r]
		}
	}
	return spans
}
