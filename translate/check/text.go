package check

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"avtalebok/agreement"
)

// word is a word of a text: letters and digits with hyphens or apostrophes between them.
type word struct {
	start, end int
	lower      string // in small letters, composed, without soft hyphens
	capital    bool   // begins with a capital letter
	first      bool   // may begin a sentence, so that a capital says nothing
	masked     bool   // within quotation marks, an address, a placeholder: not the writer's running text
	hanging    bool   // followed by a hyphen, as in "kultur- og fritid"
	sentence   int    // the number of the sentence
}

// text is what rules look at.
type text struct {
	raw   string
	form  agreement.Form
	words []word
	masks []span
}

// newText reads a text. Names are not the writer's own words and are masked.
func newText(raw string, form agreement.Form, names ...string) *text {
	t := &text{raw: raw, form: form, masks: maskedSpans(raw, names)}
	t.split()
	t.mark()
	return t
}

func (t *text) split() {
	start := -1
	for i, r := range t.raw {
		inside := isWordRune(r) || start >= 0 && isJoiner(r) && joins(t.raw[i+utf8.RuneLen(r):])
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			t.words = append(t.words, t.word(start, i))
			start = -1
		}
	}
	if start >= 0 {
		t.words = append(t.words, t.word(start, len(t.raw)))
	}
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u00ad'
}

func isJoiner(r rune) bool { return r == '-' || r == '’' || r == '\'' || r == '\u2011' }

// joins reports whether what follows a hyphen or apostrophe belongs to the same word.
func joins(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return r != utf8.RuneError && isWordRune(r)
}

func (t *text) word(start, end int) word {
	raw := t.raw[start:end]
	first, _ := utf8.DecodeRuneInString(raw)
	return word{start: start, end: end, lower: folded(raw), capital: unicode.IsUpper(first)}
}

// folded gives a word as the tables have it.
func folded(s string) string {
	s = strings.ReplaceAll(s, "\u00ad", "")
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	return strings.ToLower(s)
}

// mark finds out which words begin sentences, are masked, and belong to a line that is all in capitals.
func (t *text) mark() {
	sentence, mask := 0, 0
	line, shouting := -1, false // the end of the line that was looked at last, and whether it is all in capitals
	for i := range t.words {
		w := &t.words[i]
		gap := t.raw[:w.start]
		if i > 0 {
			gap = t.raw[t.words[i-1].end:w.start]
		}
		w.first = i == 0 || strings.ContainsAny(gap, "\n.!?:…•–") || strings.Contains(gap, " - ") || onlyNumber(t.words[i-1])
		if i > 0 && (strings.ContainsAny(gap, "\n!?") || w.capital && strings.ContainsAny(gap, ".:…")) {
			sentence++
		}
		w.sentence = sentence
		for mask < len(t.masks) && t.masks[mask].end <= w.start {
			mask++
		}
		w.masked = mask < len(t.masks) && t.masks[mask].start < w.end
		w.hanging = strings.HasPrefix(t.raw[w.end:], "-") || strings.HasPrefix(t.raw[w.end:], "\u2011")
		if w.start >= line {
			line = lineEnd(t.raw, w.start)
			shouting = inCapitals(t.raw[w.start:line])
		}
		w.first = w.first || shouting
	}
	t.maskForeign()
}

// english are words that no Norwegian text has, but in a quotation.
var english = words("the of and with this that was were you your from is are has have been which will not by")

// maskForeign masks sentences in English: two such words, and one in six.
func (t *text) maskForeign() {
	for i := 0; i < len(t.words); {
		end, hits := i, 0
		for end < len(t.words) && t.words[end].sentence == t.words[i].sentence {
			if english[t.words[end].lower] {
				hits++
			}
			end++
		}
		for j := i; j < end && hits >= 2 && 6*hits >= end-i; j++ {
			t.words[j].masked = true
		}
		i = end
	}
}

func onlyNumber(w word) bool { return strings.Trim(w.lower, "0123456789") == "" }

func lineEnd(s string, from int) int {
	if i := strings.IndexByte(s[from:], '\n'); i >= 0 {
		return from + i
	}
	return len(s)
}

// inCapitals reports whether a line is a heading in capitals: at least eight letters, none of them small.
func inCapitals(line string) bool {
	letters := 0
	for _, r := range line {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 8
}

// plain reports whether word i is running text: neither masked nor, by its capital, part of a name.
func (t *text) plain(i int) bool {
	w := t.words[i]
	return !w.masked && (!w.capital || w.first)
}

// nameAhead reports whether word i+1 has a capital that makes it a name, so that word i may be the name's beginning.
func (t *text) nameAhead(i int) bool {
	return i+1 < len(t.words) && t.words[i].capital && t.words[i+1].capital && !t.words[i+1].first && t.together(i)
}

// together reports whether nothing but blanks stands between word i and the next one.
func (t *text) together(i int) bool {
	return i >= 0 && i+1 < len(t.words) && strings.Trim(t.raw[t.words[i].end:t.words[i+1].start], " \u00a0\t") == ""
}

// lower gives word i in small letters, or "" outside the text.
func (t *text) lower(i int) string {
	if i < 0 || i >= len(t.words) {
		return ""
	}
	return t.words[i].lower
}

// opens reports whether word i is the first of its sentence.
func (t *text) opens(i int) bool { return i == 0 || t.words[i-1].sentence != t.words[i].sentence }

// masked reports whether a stretch touches text that is not the writer's own.
func (t *text) masked(start, end int) bool { return touches(t.masks, start, end) }

// touches reports whether a stretch touches one of the spans, which are in order and don't overlap.
func touches(spans []span, start, end int) bool {
	i, _ := slices.BinarySearchFunc(spans, start, func(s span, start int) int { return cmp.Compare(s.end, start+1) })
	return i < len(spans) && spans[i].start < end
}
