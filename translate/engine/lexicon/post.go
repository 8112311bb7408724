package lexicon

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode"

	"avtalebok/translate/engine/transducer"
)

// PostGenerator mends the spelling of words that generation has put together, such as three consonants in a row
// (lt-proc -p). It works within words; a dictionary that joins words over blanks is refused.
type PostGenerator struct {
	m *transducer.Machine
}

var errJoinsWords = errors.New("the dictionary joins words over blanks, which this version does not know")

// NewPostGenerator makes a post-generator of a compiled dictionary.
func NewPostGenerator(data []byte) (*PostGenerator, error) {
	m, err := transducer.ReadDictionary(data, true)
	if err != nil {
		return nil, err
	}
	if m.Reads(' ') {
		return nil, errJoinsWords
	}
	return &PostGenerator{m: m}, nil
}

// Run mends the words of a text in which format stands in brackets.
func (p *PostGenerator) Run(ctx context.Context, text string) (string, error) {
	var out strings.Builder
	out.Grow(len(text))
	s := p.m.NewState(true)
	runes := []rune(text)
	for i := 0; i < len(runes); {
		if runes[i] == '[' {
			end := endOfFormat(runes, i)
			out.WriteString(string(runes[i:end]))
			i = end
			continue
		}
		if space(runes[i]) {
			out.WriteRune(runes[i])
			i++
			continue
		}
		end := i
		for end < len(runes) && runes[end] != '[' && !space(runes[end]) {
			if runes[end] == '\\' {
				end++
			}
			end++
		}
		end = min(end, len(runes))
		if err := p.word(&out, s, runes[i:end]); err != nil {
			return "", err
		}
		i = end
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
	}
	return out.String(), ctx.Err()
}

var errGrows = errors.New("the dictionary makes a word longer without end")

func (p *PostGenerator) word(out *strings.Builder, s *transducer.State, word []rune) error {
	most := len(word) + 16
	for i, replaced := 0, 0; i < len(word); {
		found, n := p.match(s, word[i:])
		if n > 0 {
			if replaced++; replaced > most {
				return errGrows
			}
			same := tail(word[i:i+n], found)
			word = slices.Concat(word[:i], found, word[i+n:])
			i += max(1, n-same)
			continue
		}
		if word[i] == '\\' {
			i++
		}
		i++
	}
	for i := 0; i < len(word); i++ {
		switch word[i] {
		case '\\':
			out.WriteRune(word[i])
			if i++; i < len(word) {
				out.WriteRune(word[i])
			}
		case '~': // a mark for the post-generator
		default:
			out.WriteRune(word[i])
		}
	}
	return nil
}

// tail gives how much of the end of two texts is the same.
func tail(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// match gives what the longest match at the beginning of a word is replaced with, and its length; 0 where there is none.
func (p *PostGenerator) match(s *transducer.State, word []rune) (found []rune, length int) {
	s.Start()
	var symbols []transducer.Symbol
	for i, c := range word {
		if c == '\\' {
			break
		}
		s.StepKeeping(transducer.Symbol(c), transducer.Symbol(unicode.ToLower(c)))
		if !s.Alive() {
			break
		}
		for _, e := range s.Entries() {
			if _, final := s.Final(e); final {
				symbols, _ = s.Outputs(e.Path, symbols[:0])
				found, length = found[:0], i+1
				for _, x := range symbols {
					found = append(found, rune(x))
				}
				break
			}
		}
	}
	if length > 1 && unicode.IsUpper(word[0]) && unicode.IsUpper(word[1]) { // what begins with two capitals is all capitals
		for i, c := range found {
			found[i] = unicode.ToUpper(c)
		}
	}
	return found, length
}
