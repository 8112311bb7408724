package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/agreement"
)

// face is how a run of text is set.
type face struct {
	style  Style
	size   float64
	colour Colour
}

// fragment is a part of a word in one manner: plain, marked as missing, or a blank to be written on.
type fragment struct {
	text  string
	kind  agreement.SpanKind
	width float64
}

// word is what stands between two places where a line may break.
type word struct {
	fragments []fragment
	width     float64
	space     string // what parts it from the next word; empty where a line may break within a word
	gap       float64
	hyphen    float64 // width of the hyphen that shows if the line breaks after the word
	rigid     bool    // a space follows at which the line may not break
	hard      bool    // a new line must follow
}

func (w word) text() string {
	var b strings.Builder
	for _, f := range w.fragments {
		b.WriteString(f.text)
	}
	return b.String()
}

// blankWidth is the length of a line to be filled in by hand within running text: room for a name.
const blankWidth = 118

// words parts a passage into words. Spaces at which Norwegian typography does not break a line become rigid; the
// characters themselves stay as they are, so that extracted text equals the Document's.
func words(m Metrics, f face, spans []agreement.Span) []word {
	b := wordBuilder{metrics: m, face: f, space: m.Width(f.style, f.size, " ")}
	spans = merged(spans)
	const letters = 6 // in a word, with the space after it
	for _, s := range spans {
		b.words = slices.Grow(b.words, len(s.Text)/letters+1)
		if s.Kind == agreement.Blank {
			b.blank()
			continue
		}
		b.write(s.Text, s.Kind)
	}
	b.end("")
	for i := range b.words[:max(0, len(b.words)-1)] {
		if b.words[i].space != "" && tied(b.words[i].text(), b.words[i+1].text()) {
			b.words[i].rigid = true
		}
	}
	return b.words
}

// merged joins neighbouring spans of one kind, so that a word is kerned as a whole.
func merged(spans []agreement.Span) []agreement.Span {
	if len(spans) < 2 {
		return spans
	}
	var out []agreement.Span
	for _, s := range spans {
		if n := len(out); n > 0 && out[n-1].Kind == s.Kind && s.Kind != agreement.Blank {
			out[n-1].Text += s.Text
			continue
		}
		out = append(out, s)
	}
	return out
}

type wordBuilder struct {
	metrics Metrics
	face    face
	space   float64 // width
	words   []word
	current word
}

func (b *wordBuilder) blank() {
	b.add(fragment{kind: agreement.Blank, width: blankWidth})
}

func (b *wordBuilder) add(f fragment) {
	b.current.fragments = append(b.current.fragments, f)
	b.current.width += f.width
}

func (b *wordBuilder) write(text string, kind agreement.SpanKind) {
	start, address := true, false // of what stands between two spaces
	for len(text) > 0 {
		space := leadingSpace(text)
		if space > 0 {
			b.end(text[:space])
			text, start = text[space:], true
			continue
		}
		if start {
			address, start = isAddress(text), false
		}
		n := wordEnd(text, address)
		b.addText(text[:n], kind)
		text = text[n:]
		if len(text) > 0 && leadingSpace(text) == 0 {
			b.end("")
		}
	}
}

// softHyphen shows only where a line breaks after it.
const softHyphen = '\u00ad'

func (b *wordBuilder) addText(text string, kind agreement.SpanKind) {
	f := fragment{text: text, kind: kind, width: b.metrics.Width(b.face.style, b.face.size, text)}
	if strings.HasSuffix(text, string(softHyphen)) {
		f.text = strings.TrimSuffix(text, string(softHyphen))
		whole := f.width
		f.width = b.metrics.Width(b.face.style, b.face.size, f.text)
		b.current.hyphen = whole - f.width
	}
	b.add(f)
}

// end closes the current word. Spaces at the start of a paragraph are dropped.
func (b *wordBuilder) end(space string) {
	if strings.Contains(space, "\n") {
		b.current.hard = true
		space = " "
	}
	if space != "" {
		space = " "
	}
	if len(b.current.fragments) == 0 {
		if n := len(b.words); n > 0 && space != "" && b.words[n-1].space == "" {
			b.words[n-1].space, b.words[n-1].gap = space, b.space
		}
		if n := len(b.words); n > 0 {
			b.words[n-1].hard = b.words[n-1].hard || b.current.hard
		}
		b.current = word{}
		return
	}
	b.current.space = space
	if space != "" {
		b.current.gap = b.space
	}
	b.words = append(b.words, b.current)
	b.current = word{}
}

// leadingSpace gives the length of the breaking white space that text starts with. No-break spaces (U+00A0, U+202F)
// and the figure space (U+2007) belong to words.
func leadingSpace(text string) int {
	for i, r := range text {
		if !unicode.IsSpace(r) || r == '\u00a0' || r == '\u202f' || r == '\u2007' {
			return i
		}
	}
	return len(text)
}

// wordEnd gives the length of the text up to the next place where a line may break: a space, or a break within a
// compound, a range of words or a web address.
func wordEnd(text string, address bool) int {
	var before, last rune
	letters := 0 // in a row, up to the character before last
	for i, r := range text {
		if i > 0 {
			if leadingSpace(text[i:]) > 0 || breaksBetween(before, last, r, letters, text[i:], address) {
				return i
			}
		}
		if unicode.IsLetter(last) {
			letters++
		} else {
			letters = 0
		}
		before, last = last, r
	}
	return len(text)
}

// isAddress reports whether text starts with a web or e-mail address, up to its first space.
func isAddress(text string) bool {
	end := strings.IndexFunc(text, unicode.IsSpace)
	if end < 0 {
		end = len(text)
	}
	return strings.Contains(text[:end], "://") || strings.Contains(text[:end], "@") || strings.HasPrefix(text, "www.")
}

// breaksBetween reports whether a line may break between last and next, with before and so many letters in front of
// them and rest from next on. An address is not broken after a hyphen, which might be taken for one of ours.
func breaksBetween(before, last, next rune, letters int, rest string, address bool) bool {
	const least = 3 // letters of a part that may stand on a line of its own: not "e-" and "post"
	switch last {
	case '-', '\u2010':
		return last != '-' && !address && letters >= least && lettersAhead(rest) >= least
	case '–', '—':
		return !unicode.IsDigit(before) && unicode.IsLetter(next)
	case '/', '\\':
		return next != '/' && !unicode.IsDigit(next) && before != '/' && before != ':'
	case '?', '&', '=', '_', '@':
		return unicode.IsLetter(next) && unicode.IsLetter(before)
	case softHyphen, '\u200b':
		return true
	}
	return false
}

func lettersAhead(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			break
		}
		n++
	}
	return n
}

// tied reports whether two words must stand on one line: "§ 4", "2. januar 2026", "500 000 kroner", "side 1",
// "kl. 10", and a dash with the word before it.
func tied(left, right string) bool {
	if right == "–" || right == "—" || strings.HasSuffix(left, "-") {
		return true
	}
	left = strings.TrimLeft(left, "(«„“\"")
	bare := strings.TrimRight(right, ".,;:!?)»”\"")
	switch {
	case left == "" || bare == "":
		return false
	case startsWithDigit(bare):
		return beforeNumber[strings.ToLower(left)] || isGroup(bare) && endsWithDigit(left)
	case startsWithDigit(left):
		return afterNumber[strings.ToLower(bare)] || strings.HasSuffix(left, ".") && months[strings.ToLower(bare)]
	}
	return false
}

// isGroup reports whether s can be a further group of a number: "500 000", "75 65 00 00".
func isGroup(s string) bool {
	if len(s) != 2 && len(s) != 3 {
		return false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= '0' && r <= '9'
}

func endsWithDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r >= '0' && r <= '9'
}

// set makes a set of words that are read only.
func set(list ...string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, s := range list {
		m[s] = true
	}
	return m
}

var (
	months = set("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
		"november", "desember")
	beforeNumber = set("§", "§§", "kr", "kr.", "nr", "nr.", "kap.", "kapittel", "punkt", "pkt.", "ledd", "side", "s.",
		"ca.", "kl.", "tlf.", "telefon", "artikkel", "art.", "vedlegg", "delmål", "januar", "februar", "mars", "april",
		"mai", "juni", "juli", "august", "september", "oktober", "november", "desember")
	afterNumber = set("kr", "kroner", "prosent", "%", "år", "måneder", "månader", "uker", "veker", "dager", "dagar",
		"timer", "timar", "millioner", "millionar", "mill.", "km", "m", "ledd", "punktum", "deler", "delar",
		"eksemplarer", "eksemplar")
)
