package apertium

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/translate"
)

// A block is what one request for one stretch of text looks like on its way through the chain (Apertium's stream
// format): the preferences as a command to the grammars, the language as it is, every fixed part as [number.index],
// which the programs copy, and at the end [number] with a line break and NUL. The number is never used twice in a
// chain's life, so an answer can only be taken for the answer to its own request.

// preferenceCommand sets variables of the grammars for the block that it begins; "" sets none.
func preferenceCommand(setvar string) string {
	if setvar == "" {
		return ""
	}
	return "[<STREAMCMD:SETVAR:" + setvar + ">]"
}

// errForeign is an answer that does not belong to the request.
var errForeign = errors.New("the answer does not belong to the request")

// encode makes a block of a text, begun by a command.
func encode(number int, begin, text string) (block []byte, fixed []string) {
	block = make([]byte, 0, len(begin)+len(text)+32)
	block = append(block, begin...)
	for _, part := range translate.Parts(text) {
		if part.Fixed {
			block = append(block, blank(number, len(fixed))...)
			fixed = append(fixed, part.Text)
			continue
		}
		for i := range len(part.Text) {
			if part.Text[i] == '/' {
				block = append(block, '\\')
			}
			block = append(block, part.Text[i])
		}
	}
	block = fmt.Appendf(block, "[%d]\n\x00", number)
	return block, fixed
}

func blank(number, index int) string {
	return "[" + strconv.Itoa(number) + "." + strconv.Itoa(index) + "]"
}

// decode reads the answer to a block, without its NUL. Each fixed part must be there once, and beginning and end must
// be the block's own.
func decode(answer []byte, number int, begin string, fixed []string) (string, []translate.Span, error) {
	body, begun := strings.CutPrefix(string(answer), begin)
	body, ok := strings.CutSuffix(strings.TrimRight(body, " \n"), "["+strconv.Itoa(number)+"]")
	if !begun || !ok || !utf8.ValidString(body) {
		return "", nil, errForeign
	}
	d := decoder{number: number, fixed: fixed, seen: make([]bool, len(fixed))}
	if err := d.read(body); err != nil {
		return "", nil, err
	}
	for _, seen := range d.seen {
		if !seen {
			return "", nil, errForeign
		}
	}
	return d.out.String(), d.unknown, nil
}

type decoder struct {
	number  int
	fixed   []string
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
				return errForeign
			}
			if err := d.putBack(body[1:end]); err != nil {
				return err
			}
			body = body[end+1:]
		case '\\':
			if len(body) == 1 {
				return errForeign
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
		return errForeign
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
