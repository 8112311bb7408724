package tagger

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"avtalebok/translate/engine/stream"
	"avtalebok/translate/engine/transducer"
)

// word is a word of the stream, or a part of one that is looked at by itself.
type word struct {
	before  string // what stands before it: the blank and the beginning of the word
	surface string
	kinds   []int // that it may be of, in rising order
	forms   map[int]string
	unknown bool
	joined  bool // the next one is a part of the same word
}

// choice is a run over one stream.
type choice struct {
	*Model
	showSurface bool
	out         strings.Builder
	match       *transducer.Match
	open        []int // the open class: what was unseen may narrow it
	pending     []*word
	joined      bool  // the word written last goes on
	kinds       []int // of the word before
	alpha       map[int]float64
	paths       map[int]*way
}

// way is the kinds of the pending words up to one: its own kind and the way that led to it. Ways share their
// beginnings, so that many pending words need little room.
type way struct {
	kind   int
	before *way
}

// Run leaves one reading of each word. With surface the word itself stays in front of it.
func (m *Model) Run(ctx context.Context, text string, surface bool) (string, error) {
	c := choice{
		Model: m, showSurface: surface, match: m.patterns.NewMatch(), open: m.openClass,
		kinds: []int{m.sentence}, alpha: map[int]float64{m.sentence: 1}, paths: map[int]*way{m.sentence: nil},
	}
	n, last := 0, ""
	err := stream.Each(text, func(blank string, w stream.Word) {
		if n++; n&0xff == 0 && ctx.Err() != nil {
			return
		}
		if w.None {
			last = blank
			return
		}
		for _, part := range c.parts(blank+w.Bound, w.Text) {
			c.take(part)
		}
	})
	if err == nil {
		err = ctx.Err()
	}
	c.take(&word{kinds: []int{m.end}, before: last})
	return c.out.String(), err
}

// parts reads a word with its readings.
func (c *choice) parts(before, text string) []*word {
	n := slash(text)
	w := &word{before: before, surface: text[:n], forms: make(map[int]string)}
	rest := text[n:]
	w.unknown = strings.HasPrefix(rest, "/*") || rest == ""
	if slash(strings.TrimPrefix(rest, "/"))+1 >= len(rest) && w.unknown {
		w.kinds = c.open
		return []*word{w}
	}
	words := []*word{w}
	for first := true; rest != ""; first = false {
		rest = rest[1:]
		n := slash(rest)
		if first || !strings.HasPrefix(rest, "*") {
			words = c.reading(words, rest[:n])
		}
		rest = rest[n:]
	}
	return words
}

func slash(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '/':
			return i
		}
	}
	return len(s)
}

// reading adds a reading to a word; where only its beginning has a kind, the rest is a word of its own.
func (c *choice) reading(words []*word, text string) []*word {
	for i := 0; ; i++ {
		kind, n := c.kindOf(text)
		if n < len(text) && !strings.Contains(text[n:], "<") {
			kind, n = c.undefined, len(text)
		}
		if n < len(text) && c.match.Alive() { // more of it might have had a kind: it is not parted, and the last such form counts
			words[i].set(kind, text)
			return words
		}
		if i == len(words) {
			words[i-1].joined = true
			words = append(words, &word{forms: make(map[int]string)})
		}
		words[i].add(kind, text[:n])
		if n == len(text) {
			return words
		}
		text = text[n+1:]
	}
}

// kindOf gives the kind of a reading, or that of the longest beginning in front of a + that has one, and its length.
func (c *choice) kindOf(text string) (kind, length int) {
	kind, length = c.undefined, len(text)
	cut, cutKind := -1, 0
	c.match.Start()
	for i := 0; i < len(text); {
		if text[i] == '<' {
			if end := strings.IndexByte(text[i:], '>'); end > 0 {
				c.match.Tag(text[i+1 : i+end])
				i += end + 1
				continue
			}
		}
		if text[i] == '+' {
			if k, ok := c.match.Number(nil); ok {
				cut, cutKind = i, k
			}
		}
		if text[i] == '\\' && i+1 < len(text) {
			i++
		}
		r := []rune(text[i:min(i+4, len(text))])[0]
		c.match.Letter(unicode.ToLower(r))
		i += stream.RuneLength(text[i:])
	}
	if k, ok := c.match.Number(nil); ok {
		return k, len(text)
	}
	if cut >= 0 {
		return cutKind, cut
	}
	return kind, length
}

// add notes that the word may be of a kind. Of several forms of one kind the first counts.
func (w *word) add(kind int, form string) {
	if _, known := w.forms[kind]; !known {
		w.set(kind, form)
	}
}

func (w *word) set(kind int, form string) {
	if i, there := slices.BinarySearch(w.kinds, kind); !there {
		w.kinds = slices.Insert(w.kinds, i, kind)
	}
	w.forms[kind] = form
}

// class gives the place of the class that a set of kinds makes. For one that was never seen it is the smallest with all
// of them that is smaller than the open class, and takes the open class's place, as in the original.
func (c *choice) class(kinds []int) int {
	if k := c.place(kinds); k >= 0 {
		return k
	}
	best := c.open
	for _, class := range c.classes {
		if len(class) < len(best) && containsAll(class, kinds) {
			best = class
		}
	}
	c.open = best
	return c.place(best)
}

func (c *choice) place(kinds []int) int {
	return slices.IndexFunc(c.classes, func(class []int) bool { return slices.Equal(class, kinds) })
}

func containsAll(class, kinds []int) bool {
	for _, k := range kinds {
		if !slices.Contains(class, k) {
			return false
		}
	}
	return true
}

// take goes on with a word. Where it can be of one kind only, all before it is decided and written.
func (c *choice) take(w *word) {
	class := c.class(w.kinds)
	alpha, paths := make(map[int]float64, len(w.kinds)), make(map[int]*way, len(w.kinds))
	for _, kind := range w.kinds {
		var from *way
		for _, before := range c.kinds {
			x := c.alpha[before] * c.follows[before][kind] * c.likely(kind, class)
			if alpha[kind] <= x {
				alpha[kind], from = x, c.paths[before]
			}
		}
		paths[kind] = &way{kind, from}
	}
	c.pending = append(c.pending, w)
	c.kinds, c.alpha, c.paths = w.kinds, alpha, paths
	if len(w.kinds) == 1 {
		c.write(paths[w.kinds[0]])
		c.alpha[w.kinds[0]] = 1
		c.paths[w.kinds[0]] = nil
	}
}

// write writes the words that are pending, with the kinds that were chosen.
func (c *choice) write(chosen *way) {
	kinds := make([]int, len(c.pending))
	for i := len(kinds) - 1; i >= 0; i-- {
		kinds[i], chosen = chosen.kind, chosen.before
	}
	for i, w := range c.pending {
		if w.forms == nil {
			c.out.WriteString(w.before)
			continue
		}
		if !c.joined {
			c.out.WriteString(w.before + "^")
			if c.showSurface {
				c.out.WriteString(w.surface + "/")
			}
		}
		if w.unknown && (len(w.forms) == 0 || w.kinds[0] == c.undefined) { // even where what a grammar has guessed was chosen
			c.out.WriteString("*" + w.surface)
		} else {
			c.out.WriteString(w.forms[kinds[i]])
		}
		if c.joined = w.joined; c.joined {
			c.out.WriteByte('+')
		} else {
			c.out.WriteByte('$')
		}
	}
	c.pending = c.pending[:0]
}
