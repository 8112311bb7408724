package translate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence is a text as its words and what stands between them: gaps[i] before words[i], and one gap at the end.
type sentence struct {
	words []string
	gaps  []string
}

func split(text string) sentence {
	var s sentence
	start, inWord := 0, false
	for i, r := range text {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '-'
		if letter == inWord {
			continue
		}
		if inWord {
			s.words = append(s.words, text[start:i])
		} else {
			s.gaps = append(s.gaps, text[start:i])
		}
		start, inWord = i, letter
	}
	if inWord {
		s.words = append(s.words, text[start:])
		s.gaps = append(s.gaps, "")
	} else {
		s.gaps = append(s.gaps, text[start:])
	}
	return s
}

func (s sentence) String() string {
	var b strings.Builder
	for i, w := range s.words {
		b.WriteString(s.gaps[i])
		b.WriteString(w)
	}
	b.WriteString(s.gaps[len(s.gaps)-1])
	return b.String()
}

// lower gives a word in small letters, "" beyond the ends.
func (s sentence) lower(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return strings.ToLower(s.words[i])
}

// joined reports whether nothing but a blank parts word i from the next.
func (s sentence) joined(i int) bool { return i+1 < len(s.words) && s.gaps[i+1] == " " }

// at reports whether the phrase, words parted by blanks, stands at word i. A word of it that ends in * stands for all
// that begin like it.
func (s sentence) at(i int, phrase []string) bool {
	if i < 0 || i+len(phrase) > len(s.words) {
		return false
	}
	for n, want := range phrase {
		if n > 0 && s.gaps[i+n] != " " {
			return false
		}
		got := s.lower(i + n)
		if stem, open := strings.CutSuffix(want, "*"); open && strings.HasPrefix(got, stem) || got == want {
			continue
		}
		return false
	}
	return true
}

// has reports whether one of the phrases, parted by |, stands anywhere.
func (s sentence) has(phrases string) bool {
	for alternative := range strings.SplitSeq(phrases, "|") {
		phrase := strings.Fields(alternative)
		for i := range s.words {
			if s.at(i, phrase) {
				return true
			}
		}
	}
	return false
}

// put replaces n words from word i on by a phrase, which takes over a capital at the beginning.
func (s *sentence) put(i, n int, phrase string) {
	with := strings.Fields(phrase)
	if first, size := utf8.DecodeRuneInString(s.words[i]); unicode.IsUpper(first) {
		rest := s.words[i][size:]
		if rest != "" && rest == strings.ToUpper(rest) && len(s.words) > 1 {
			for k := range with {
				with[k] = strings.ToUpper(with[k])
			}
		} else {
			with[0] = capital(with[0])
		}
	}
	gaps := make([]string, len(with))
	gaps[0] = s.gaps[i]
	for k := 1; k < len(gaps); k++ {
		gaps[k] = " "
	}
	s.words = append(s.words[:i:i], append(with, s.words[i+n:]...)...)
	s.gaps = append(s.gaps[:i:i], append(gaps, s.gaps[i+n:]...)...)
}

func capital(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}

// pair is a sentence with its translation.
type pair struct {
	source, target sentence
}

// correction replaces a wrong phrase by the right one wherever the source has one of the phrases that it was made of.
type correction struct {
	source string // phrases parted by |, * ends an open word; "" is any source
	wrong  string
	right  string
}

func (p *pair) correct(corrections []correction) {
	for _, c := range corrections {
		wrong := strings.Fields(c.wrong)
		for i := 0; i < len(p.target.words); i++ {
			if p.target.at(i, wrong) && (c.source == "" || p.source.has(c.source)) {
				p.target.put(i, len(wrong), c.right)
			}
		}
	}
}

// lowerStrayCapitals takes back capitals within a sentence whose source has none: an engine that puts words in another
// order sometimes gives the first one's capital to the rest.
func (p *pair) lowerStrayCapitals() {
	if p.source.hasInnerCapital() {
		return
	}
	for i, w := range p.target.words {
		if gap := p.target.gaps[i]; i > 0 && (gap == " " || gap == ", ") {
			first, size := utf8.DecodeRuneInString(w)
			p.target.words[i] = string(unicode.ToLower(first)) + w[size:]
		}
	}
}

func (s sentence) hasInnerCapital() bool {
	for i, w := range s.words {
		if i > 0 && strings.ToLower(w) != w {
			return true
		}
	}
	return false
}

// followCapitals puts a sentence into capitals whose source has no small letters, as headings may be.
func (p *pair) followCapitals() {
	source := p.source.String()
	if len(p.source.words) == 0 || source != strings.ToUpper(source) || source == strings.ToLower(source) {
		return
	}
	for i, w := range p.target.words {
		p.target.words[i] = strings.ToUpper(w)
	}
}

// sentences parts a text behind full stops, question and exclamation marks that a blank and a capital follow, and at
// line breaks.
func sentences(text string) []string {
	var parts []string
	start := 0
	ended, gap := false, false
	for i, r := range text {
		switch {
		case r == '\n':
			parts = append(parts, text[start:i+1])
			start, ended, gap = i+1, false, false
			continue
		case r == ' ' && (ended || gap):
			gap = true
			ended = false
			continue
		case gap && (unicode.IsUpper(r) || r == '«'):
			parts = append(parts, text[start:i])
			start = i
		}
		ended = r == '.' || r == '?' || r == '!'
		gap = false
	}
	return append(parts, text[start:])
}
