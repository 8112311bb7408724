package sequence

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/translate/engine/stream"
	"avtalebok/translate/engine/transducer"
)

// The ends of a word: plain, with a blank behind it in any case, with none.
const (
	plain = iota
	spaced
	joined
)

// Replacer replaces sequences of words by other words.
type Replacer struct {
	m                 *transducer.Machine
	ends              [3]transducer.Symbol
	anyLetter, anyTag transducer.Symbol
}

// NewReplacer makes a replacer of a compiled dictionary of sequences.
func NewReplacer(data []byte) (*Replacer, error) {
	m, err := transducer.ReadDictionary(data, false)
	if err != nil {
		return nil, err
	}
	return &Replacer{
		m:         m,
		ends:      [3]transducer.Symbol{m.Tag("$"), m.Tag("$_"), m.Tag("$-")},
		anyLetter: m.Tag("ANY_CHAR"), anyTag: m.Tag("ANY_TAG"),
	}, nil
}

// item is a word with the blank before it.
type item struct {
	blank string
	word  stream.Word
}

// Run replaces the sequences of a stream: of those that begin at a word, the longest.
func (r *Replacer) Run(ctx context.Context, text string) (string, error) {
	items := make([]item, 0, strings.Count(text, "^")+1)
	if err := stream.Each(text, func(blank string, word stream.Word) { items = append(items, item{blank, word}) }); err != nil {
		return "", err
	}
	order := slices.Sorted(slices.Values(r.ends[:]))
	x := replacement{Replacer: r, order: order, state: r.m.NewState(true), items: items}
	x.out.Grow(len(text))
	for i := 0; i < len(items); {
		if i&0xff == 0 && ctx.Err() != nil {
			return "", ctx.Err()
		}
		x.out.WriteString(items[i].blank)
		if items[i].word.None {
			break
		}
		n := x.longest(i)
		if n == 0 {
			x.out.WriteString(items[i].word.Bound + "^" + items[i].word.Text + "$")
			n = 1
		} else {
			x.write(items[i : i+n])
		}
		i += n
	}
	return x.out.String(), ctx.Err()
}

// replacement is a run over one stream.
type replacement struct {
	*Replacer
	state   *transducer.State
	items   []item
	out     strings.Builder
	extra   []string // tags that the dictionary does not have, from this symbol on down
	symbols []transducer.Symbol
	found   []transducer.Symbol
	order   []transducer.Symbol // of the ends, as they are tried
}

// longest finds the longest sequence that begins at a word and gives how many words it has.
func (x *replacement) longest(i int) int {
	if x.ends[0] == 0 || x.ends[1] == 0 || x.ends[2] == 0 {
		return 0
	}
	x.state.Start()
	length := 0
	for j := i; j < len(x.items) && !x.items[j].word.None; j++ {
		stream.Symbols(x.items[j].word.Text, x.step)
		x.state.StepSet(x.order)
		if !x.state.Alive() {
			break
		}
		if x.best() {
			length = j - i + 1
		}
	}
	return length
}

func (x *replacement) step(tag string, c rune) {
	if !x.state.Alive() {
		return
	}
	if tag == "" {
		x.state.StepLetter(transducer.Symbol(c), transducer.Symbol(unicode.ToLower(c)), x.anyLetter)
		return
	}
	x.state.StepAny(x.symbol(tag), x.anyTag)
}

// symbol gives the symbol of a tag, one of the run's own where the dictionary does not have it.
func (x *replacement) symbol(tag string) transducer.Symbol {
	if s := x.m.Tag(tag); s != 0 {
		return s
	}
	for i, name := range x.extra {
		if name == tag {
			return transducer.Symbol(-x.m.Tags() - 1 - i)
		}
	}
	x.extra = append(x.extra, tag)
	return transducer.Symbol(-x.m.Tags() - len(x.extra))
}

func (x *replacement) name(s transducer.Symbol) string {
	if i := int(-s) - x.m.Tags() - 1; i >= 0 {
		return x.extra[i]
	}
	return x.m.Name(s)
}

// best remembers the first result of the present state, if there is any.
func (x *replacement) best() bool {
	any, least := false, 0.0
	for _, e := range x.state.Entries() {
		if _, final := x.state.Final(e); !final {
			continue
		}
		var weight float64
		x.symbols, weight = x.state.Outputs(e.Path, x.symbols[:0])
		if weight += x.state.FinalWeight(e); !any || weight < least {
			any, least = true, weight
			x.found = append(x.found[:0], x.symbols...)
		}
	}
	return any
}

// write writes what was found in place of some words.
func (x *replacement) write(items []item) {
	var bounds []string
	blanks := make([]string, 0, len(items))
	for i, it := range items {
		if it.word.Bound != "" {
			bounds = append(bounds, strings.TrimSuffix(strings.TrimPrefix(it.word.Bound, "[["), "]]"))
		}
		if i > 0 {
			blanks = append(blanks, it.blank)
		}
	}
	bound := ""
	if len(bounds) > 0 {
		bound = "[[" + strings.Join(bounds, "; ") + "]]"
	}
	words := x.words()
	for i, w := range words {
		x.out.WriteString(bound + "^" + w.text + "$")
		if i == len(words)-1 || w.end == x.ends[joined] {
			continue
		}
		b := " "
		if len(blanks) > 0 {
			b, blanks = blanks[0], blanks[1:]
		}
		if b == "" && w.end == x.ends[spaced] {
			b = " "
		}
		x.out.WriteString(b)
	}
	for _, b := range blanks {
		if b != " " {
			x.out.WriteString(b)
		}
	}
}

type written struct {
	text string
	end  transducer.Symbol
}

// words parts what was found into words. Their case is the dictionary's (-w).
func (x *replacement) words() []written {
	var list []written
	var b strings.Builder
	for _, s := range x.found {
		switch {
		case s == x.ends[plain], s == x.ends[spaced], s == x.ends[joined]:
			if b.Len() > 0 {
				list = append(list, written{text: b.String(), end: s})
			}
			b.Reset()
		case s < 0:
			b.WriteString("<" + x.name(s) + ">")
		default:
			c := rune(s)
			if c < utf8.RuneSelf && strings.ContainsRune(`[]{}^$/\@<>`, c) {
				b.WriteByte('\\')
			}
			b.WriteRune(c)
		}
	}
	if b.Len() > 0 {
		list = append(list, written{text: b.String()})
	}
	return list
}
