package lexicon

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/translate/engine/transducer"
)

// Dictionary gives what a dictionary has for each reading of a stream: the words of the other language (lt-proc -b), or
// the forms of a word (lt-proc -g).
type Dictionary struct {
	m     *transducer.Machine
	limit int
}

// NewDictionary makes a dictionary of compiled data. limit is how many forms are given for a reading; 0 for all.
func NewDictionary(data []byte, limit int) (*Dictionary, error) {
	m, err := transducer.ReadDictionary(data, true)
	if err != nil {
		return nil, err
	}
	return &Dictionary{m: m, limit: limit}, nil
}

// Translate puts behind each word of the stream what the dictionary has for it: ^word/first/second$.
func (d *Dictionary) Translate(ctx context.Context, stream string) (string, error) {
	return d.each(ctx, stream, (*lookup).both)
}

// Generate puts the form in place of each word of the stream, and marks what it has no form for with #.
func (d *Dictionary) Generate(ctx context.Context, stream string) (string, error) {
	return d.each(ctx, stream, (*lookup).form)
}

func (d *Dictionary) each(ctx context.Context, stream string, do func(*lookup, string)) (string, error) {
	l := lookup{Dictionary: d, state: d.m.NewState(true), printer: printer{names: d.m, limit: d.limit}}
	l.out.Grow(2 * len(stream))
	n := 0
	err := Words(stream, &l.out, func(word string) {
		if n++; n&0xff == 0 && ctx.Err() != nil {
			return
		}
		do(&l, word)
	})
	if err == nil {
		err = ctx.Err()
	}
	return l.out.String(), err
}

// Words copies a stream to out and calls word for each word in it, with what stands between ^ and $. Blanks bound to a
// word that stand within it are copied at once, and spaces at its beginning are dropped.
func Words(stream string, out *strings.Builder, word func(string)) error {
	for i := 0; i < len(stream); {
		switch c := stream[i]; c {
		case '\\':
			n := min(i+2, len(stream))
			for n < len(stream) && !utf8.RuneStart(stream[n]) {
				n++
			}
			out.WriteString(stream[i:n])
			i = n
		case '[':
			n := i + endOfBlank(stream[i:])
			out.WriteString(stream[i:n])
			i = n
		case '^':
			n := wordEnd(stream, i+1)
			if n < 0 {
				return &StreamError{Character: '^', Offset: i}
			}
			word(content(stream[i+1:n], out))
			i = n + 1
		default:
			out.WriteByte(c)
			i++
		}
	}
	return nil
}

// endOfBlank gives the length of the piece of format that s begins with.
func endOfBlank(s string) int {
	double := strings.HasPrefix(s, "[[")
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == ']' && !double:
			return i + 1
		case s[i] == ']' && strings.HasPrefix(s[i:], "]]"):
			return i + 2
		}
	}
	return len(s)
}

// wordEnd gives the place of the $ that ends the word which begins at i; -1 where there is none.
func wordEnd(s string, i int) int {
	for ; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '$':
			return i
		}
	}
	return -1
}

// content gives a word without the blanks that stand in it.
func content(word string, out *strings.Builder) string {
	word = strings.TrimLeft(word, " ")
	for {
		i := strings.Index(word, "[[")
		if i < 0 || i > 0 && word[i-1] == '\\' {
			return word
		}
		n := i + endOfBlank(word[i:])
		out.WriteString(word[i:n])
		word = word[:i] + word[n:]
	}
}

// lookup is a run over one stream.
type lookup struct {
	*Dictionary
	printer
	state *transducer.State
	out   strings.Builder
}

// casingOf tells the case of a word from its first two characters.
func casingOf(word string) casing {
	first, n := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[n:])
	c := casing{first: unicode.IsUpper(first)}
	c.all = unicode.IsUpper(second)
	return c
}

// both writes a word with what the dictionary has for it.
func (l *lookup) both(word string) {
	shown := word
	if strings.HasPrefix(word, "@") { // the form is written with its escapes restored
		shown = `\` + word
	}
	l.out.WriteByte('^')
	l.out.WriteString(shown)
	switch {
	case strings.HasPrefix(word, "*"):
		l.out.WriteString("/" + word)
	default:
		found, rest := l.find(word)
		for _, r := range found {
			l.out.WriteByte('/')
			l.out.WriteString(r)
			l.out.WriteString(rest)
		}
		if len(found) == 0 {
			l.out.WriteString("/@" + shown)
		}
	}
	l.out.WriteByte('$')
}

// find looks a reading up, and gives the tags behind the part that the dictionary has.
func (l *lookup) find(word string) (found []string, rest string) {
	l.state.Start()
	tagged := false
	for i := 0; i < len(word); {
		if word[i] == '<' {
			end := strings.IndexByte(word[i:], '>')
			if end < 0 { // the tag has no end: there is none of that name
				end = len(word) - i
			}
			name := word[i+1 : i+end]
			i += end + 1
			tagged = true
			l.state.Step(l.m.Tag(name))
			if l.state.AnyFinal() {
				found, rest = l.results(l.state, casingOf(word)), ""
			} else if len(found) > 0 {
				rest += "<" + name + ">"
			}
			continue
		}
		if word[i] == '\\' && i+1 < len(word) {
			i++
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		step(l.state, r)
		if l.state.AnyFinal() {
			found, rest = l.results(l.state, casingOf(word)), ""
		} else if len(found) > 0 && !l.state.Alive() {
			found = nil
		}
	}
	if !tagged && !l.state.AnyFinal() {
		return nil, ""
	}
	return found, rest
}

// form writes the form of a reading.
func (l *lookup) form(word string) {
	switch {
	case strings.HasPrefix(word, "*"), strings.HasPrefix(word, "%"):
		l.out.WriteString(word)
	case strings.HasPrefix(word, "@"):
		l.out.WriteString(`\@` + withoutTags(word[1:]))
	default:
		if rest, ok := strings.CutPrefix(word, "="); ok {
			l.out.WriteByte('=')
			word = rest
		}
		if found := l.whole(word); len(found) > 0 {
			l.out.WriteString(strings.Join(found, "/"))
			return
		}
		l.out.WriteString("#" + withoutTags(word))
	}
}

// whole looks a reading up, every tag of which the dictionary has to have.
func (l *lookup) whole(word string) []string {
	l.state.Start()
	for i := 0; i < len(word); {
		switch {
		case word[i] == '<':
			end := strings.IndexByte(word[i:], '>')
			if end < 0 {
				return nil
			}
			l.state.Step(l.m.Tag(word[i+1 : i+end]))
			i += end + 1
			continue
		case word[i] == '\\' && i+1 < len(word):
			i++
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		step(l.state, r)
	}
	if !l.state.AnyFinal() {
		return nil
	}
	return l.results(l.state, casingOf(word))
}

// withoutTags gives a reading up to its first tag.
func withoutTags(word string) string {
	for i := 0; i < len(word); i++ {
		switch word[i] {
		case '\\':
			i++
		case '<':
			return word[:i]
		}
	}
	return word
}
