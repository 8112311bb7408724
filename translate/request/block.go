package request

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/translate"
)

// Block is a text on its way through the stages (Apertium's stream format): the preferences as a command to the grammars,
// the language as it is, every fixed part as [number.index], which the stages copy, and at the end [number] with a line
// break. Where the same stages answer one block after the other, a number that is never used twice tells whose answer
// came.
type Block struct {
	Text string // holds no NUL

	number int
	begin  string
	fixed  []string
}

// SetVariables gives the command that sets variables of the grammars for the block that it begins; "" sets none.
func SetVariables(setvar string) string {
	if setvar == "" {
		return ""
	}
	return "[<STREAMCMD:SETVAR:" + setvar + ">]"
}

// ErrForeign is an answer that does not belong to the block.
var ErrForeign = errors.New("the answer does not belong to the request")

// Encode makes a block of a text, begun by a command that SetVariables has given.
func Encode(number int, begin, text string) Block {
	b := Block{number: number, begin: begin}
	var out strings.Builder
	out.Grow(len(begin) + len(text) + 32)
	out.WriteString(begin)
	for _, part := range translate.Parts(text) {
		if part.Fixed {
			out.WriteString(blank(number, len(b.fixed)))
			b.fixed = append(b.fixed, part.Text)
			continue
		}
		out.WriteString(strings.ReplaceAll(part.Text, "/", `\/`))
	}
	out.WriteString("[" + strconv.Itoa(number) + "]\n")
	b.Text = out.String()
	return b
}

// Limit bounds what can be an answer to the block, in bytes.
func (b Block) Limit() int { return 4096 + 8*len(b.Text) }

func blank(number, index int) string {
	return "[" + strconv.Itoa(number) + "." + strconv.Itoa(index) + "]"
}

// Answer is what a block became.
type Answer struct {
	Text    string
	Unknown []translate.Span
}

// Decode reads the answer to a block. Each fixed part must be there once, and beginning and end must be the block's own.
func (b Block) Decode(answer string) (Answer, error) {
	body, begun := strings.CutPrefix(answer, b.begin)
	body, ok := strings.CutSuffix(strings.TrimRight(body, " \n"), "["+strconv.Itoa(b.number)+"]")
	if !begun || !ok || !utf8.ValidString(body) {
		return Answer{}, ErrForeign
	}
	d := decoder{Block: b, seen: make([]bool, len(b.fixed))}
	if err := d.read(body); err != nil {
		return Answer{}, err
	}
	for _, seen := range d.seen {
		if !seen {
			return Answer{}, ErrForeign
		}
	}
	return Answer{Text: d.out.String(), Unknown: d.unknown}, nil
}

type decoder struct {
	Block
	seen    []bool
	out     strings.Builder
	unknown []translate.Span
}

func (d *decoder) read(body string) error {
	for len(body) > 0 {
		switch c := body[0]; c {
		case '[':
			end := strings.IndexByte(body, ']')
			if end < 0 {
				return ErrForeign
			}
			if err := d.putBack(body[1:end]); err != nil {
				return err
			}
			body = body[end+1:]
		case '\\':
			if len(body) == 1 {
				return ErrForeign
			}
			d.out.WriteByte(body[1])
			body = body[2:]
		case '*', '@', '#':
			// A word that the dictionaries do not know, or that could not be inflected. These characters have no
			// other source: encode keeps those of the text out of the stream.
			word := wordAt(body[1:])
			if word != "" {
				d.unknown = append(d.unknown, translate.Span{Start: d.out.Len(), End: d.out.Len() + len(word)})
			}
			d.out.WriteString(word)
			body = body[1+len(word):]
		default:
			d.out.WriteByte(c)
			body = body[1:]
		}
	}
	return nil
}

// putBack writes the fixed part that a blank stands for.
func (d *decoder) putBack(name string) error {
	_, index, _ := strings.Cut(name, ".")
	i, err := strconv.Atoi(index)
	if err != nil || i < 0 || i >= len(d.fixed) || d.seen[i] || "["+name+"]" != blank(d.number, i) {
		return ErrForeign
	}
	d.seen[i] = true
	d.out.WriteString(d.fixed[i])
	return nil
}

func wordAt(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '-' {
			return s[:i]
		}
	}
	return s
}
