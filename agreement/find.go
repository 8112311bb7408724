package agreement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Query is what to look for in a draft.
type Query struct {
	Text      string
	MatchCase bool
	WholeWord bool
	Forms     []Form // none means both
}

// Hit is one place where a query was found: bytes Start to End of the passage's wording in Form.
type Hit struct {
	Place      Place
	Form       Form
	Start, End int
}

// Find gives every place in the draft's passages where the query occurs, in reading order, bokmål before nynorsk.
func (a Agreement) Find(q Query) []Hit {
	var out []Hit
	if q.Text == "" {
		return nil
	}
	for p, t := range a.Passages() {
		for _, f := range q.forms() {
			for _, span := range q.in(t.In(f)) {
				out = append(out, Hit{Place: p, Form: f, Start: span[0], End: span[1]})
			}
		}
	}
	return out
}

// Replace puts other words in place of every occurrence of the query in the given places, or in all passages where
// there are none, as one step. Both forms that change in a passage stay approved together if they were.
func Replace(q Query, with string, places ...Place) Command {
	p := Place{}
	if len(places) == 1 {
		p = places[0]
	}
	with = Clean(with)
	return Command{Name: "replace", Place: p, apply: func(a Agreement) (Agreement, error) {
		if q.Text == "" {
			return a, nil
		}
		for place, t := range a.Passages() {
			if len(places) > 0 && !slices.Contains(places, place) {
				continue
			}
			changed := q.replace(t, with)
			if changed == t {
				continue
			}
			var err error
			if a, err = a.withText(place, func(Text) Text { return changed }); err != nil {
				return a, err
			}
		}
		return a, nil
	}}
}

// ReplaceHit puts other words in place of one hit.
func ReplaceHit(h Hit, with string) Command {
	with = Clean(with)
	return Command{Name: "replace", Place: h.Place, apply: func(a Agreement) (Agreement, error) {
		return a.withText(h.Place, func(t Text) Text {
			s := t.In(h.Form)
			if h.Start < 0 || h.Start > h.End || h.End > len(s) {
				return t
			}
			return t.With(h.Form, s[:h.Start]+with+s[h.End:])
		})
	}}
}

func (q Query) forms() []Form {
	if len(q.Forms) == 0 {
		return Forms[:]
	}
	return q.Forms
}

// replace gives the text with other words in place of the query. Where both forms get them, so does the pair that was
// accepted: replacing the same in both neither makes a passage out of date nor hides that it was.
func (q Query) replace(t Text, with string) Text {
	changed, count := q.replaceIn(t.Pair, with)
	if count == len(Forms) && t.Approved != (Pair{}) {
		t.Approved, _ = q.replaceIn(t.Approved, with)
	}
	t.Pair = changed
	return t
}

// replaceIn gives a pair with other words in place of the query, and in how many forms it was found.
func (q Query) replaceIn(p Pair, with string) (Pair, int) {
	count := 0
	for _, f := range q.forms() {
		var b strings.Builder
		s, at := p.In(f), 0
		for _, span := range q.in(s) {
			b.WriteString(s[at:span[0]])
			b.WriteString(q.Suited(with, s[span[0]:span[1]]))
			at = span[1]
		}
		if at == 0 {
			continue
		}
		b.WriteString(s[at:])
		p = p.With(f, b.String())
		count++
	}
	return p, count
}

// Suited gives the words that replace a hit with a capital letter first where the hit has one, unless the query
// tells capitals from small letters.
func (q Query) Suited(with, hit string) string {
	first, _ := utf8.DecodeRuneInString(hit)
	letter, size := utf8.DecodeRuneInString(with)
	if q.MatchCase || !unicode.IsUpper(first) || size == 0 {
		return with
	}
	return string(unicode.ToUpper(letter)) + with[size:]
}

// in gives the byte ranges of the query in a wording, from left to right without overlap.
func (q Query) in(s string) [][2]int {
	var out [][2]int
	for at := 0; at < len(s); {
		n, ok := q.matchAt(s[at:])
		if ok && n > 0 && q.fits(s, at, at+n) {
			out = append(out, [2]int{at, at + n})
			at += n
			continue
		}
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return out
}

// matchAt reports whether s begins with the query, and how many bytes of s that takes.
func (q Query) matchAt(s string) (int, bool) {
	if q.MatchCase {
		return len(q.Text), strings.HasPrefix(s, q.Text)
	}
	n := 0
	for _, want := range q.Text {
		got, size := utf8.DecodeRuneInString(s[n:])
		if size == 0 || unicode.ToLower(got) != unicode.ToLower(want) {
			return 0, false
		}
		n += size
	}
	return n, true
}

// fits reports whether a match stands as a word of its own, where the query asks for that.
func (q Query) fits(s string, start, end int) bool {
	if !q.WholeWord {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return !isWordRune(before) && !isWordRune(after)
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
