package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/agreement"
)

// Kind says what a token is.
type Kind uint8

// The kinds of tokens.
const (
	Space       Kind = iota // a run of blanks and line ends, hard ones included
	Word                    // letters, with digits, hyphens and apostrophes inside it: "e-post", "4H" is a Figure and a Word
	Mark                    // one character that is none of the others: punctuation, a symbol, an emoji
	Figure                  // a number, amount, date or case number: "500 000", "3,5", "8. februar 2015", "26/01234"
	Placeholder             // "{municipality}"; the s of a genitive is a Word of its own
	Address                 // a web or e-mail address
)

// Fixed reports whether tokens of this kind read the same in both written forms.
func (k Kind) Fixed() bool { return k >= Figure }

// Token is a piece of a text.
type Token struct {
	Text string
	Kind Kind
}

// Tokens parts a text into tokens. Joined together they are the text again, whatever it is made of.
func Tokens(text string) []Token {
	t := tokenizer{text: text, out: make([]Token, 0, len(text)/3+1)}
	t.addresses = strings.Contains(text, "@") || strings.Contains(text, "://") || strings.Contains(text, "www.")
	t.placeholders, _ = agreement.Placeholders(text)
	for at := 0; at < len(text); {
		end, kind := t.next(at)
		t.out = append(t.out, Token{Text: text[at:end], Kind: kind})
		at = end
	}
	return t.out
}

type tokenizer struct {
	text         string
	placeholders []agreement.Placeholder // those that have not been met yet
	addresses    bool                    // whether there may be any
	examined     int                     // up to where they have been looked for
	out          []Token
}

// next gives the end and the kind of the token that begins at a place.
func (t *tokenizer) next(at int) (end int, kind Kind) {
	if len(t.placeholders) > 0 && t.placeholders[0].Start == at {
		p := t.placeholders[0]
		t.placeholders = t.placeholders[1:]
		if p.Genitive {
			p.End--
		}
		return p.End, Placeholder
	}
	r, size := utf8.DecodeRuneInString(t.text[at:])
	switch {
	case unicode.IsSpace(r):
		return runEnd(t.text, at, unicode.IsSpace), Space
	case isDigit(r):
		return figureEnd(t.text, at), Figure
	case isLetter(r):
		if t.addresses {
			if end := t.addressEnd(at); end > at {
				return end, Address
			}
		}
		return wordEnd(t.text, at), Word
	}
	return at + size, Mark
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool {
	if r <= unicode.MaxLatin1 {
		return unicode.IsLetter(r)
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.Co)
}

func runEnd(s string, at int, belongs func(rune) bool) int {
	if n := strings.IndexFunc(s[at:], func(r rune) bool { return !belongs(r) }); n >= 0 {
		return at + n
	}
	return len(s)
}

func wordEnd(s string, at int) int {
	letterOrDigit := func(r rune) bool { return isLetter(r) || unicode.IsDigit(r) }
	for {
		at = runEnd(s, at, letterOrDigit)
		joint, size := utf8.DecodeRuneInString(s[at:])
		if joint != '-' && joint != '\'' && joint != '’' {
			return at
		}
		if next, _ := utf8.DecodeRuneInString(s[at+size:]); !isLetter(next) {
			return at
		}
		at += size
	}
}

// addressEnd gives the end of a web or e-mail address that begins at a place, or the place itself where none does.
// What stands between blanks, brackets or quotation marks is looked at once, from its first word.
func (t *tokenizer) addressEnd(at int) int {
	if at < t.examined {
		return at
	}
	t.examined = runEnd(t.text, at, func(r rune) bool {
		return !unicode.IsSpace(r) && !strings.ContainsRune(`<>«»"“”{}()`, r)
	})
	chunk := strings.TrimRight(t.text[at:t.examined], ".,;:!?'’")
	if sign := strings.IndexByte(chunk, '@'); sign > 0 && strings.IndexByte(chunk[sign:], '.') > 1 {
		return at + len(chunk)
	}
	scheme := strings.Index(chunk, "://")
	if scheme > 0 && scheme+len("://") < len(chunk) || strings.HasPrefix(chunk, "www.") && len(chunk) > len("www.") {
		return at + len(chunk)
	}
	return at
}

// figureEnd gives the end of a number, amount or date.
func figureEnd(s string, at int) int {
	end := runEnd(s, at, isDigit)
	if whole := dateEnd(s, at, end); whole > end {
		return whole
	}
	if end-at <= 3 {
		end = thousandsEnd(s, end)
	}
	for end+1 < len(s) && strings.IndexByte(".,:/", s[end]) >= 0 && isDigit(rune(s[end+1])) {
		end = runEnd(s, end+1, isDigit)
	}
	return end
}

// thousandsEnd goes on over groups of three digits, each after a blank, hard or not.
func thousandsEnd(s string, end int) int {
	for {
		blank, size := utf8.DecodeRuneInString(s[end:])
		if blank != ' ' && blank != '\u00a0' && blank != '\u202f' && blank != '\u2009' {
			return end
		}
		group := runEnd(s, end+size, isDigit)
		if group-end-size != 3 {
			return end
		}
		end = group
	}
}

// The names of the months are the same in both written forms.
var months = map[string]bool{
	"januar": true, "februar": true, "mars": true, "april": true, "mai": true, "juni": true, "juli": true,
	"august": true, "september": true, "oktober": true, "november": true, "desember": true,
}

// dateEnd gives the end of "8. februar 2015" or "8. februar", whose day ends at a place; else that place.
func dateEnd(s string, at, end int) int {
	if end-at > 2 || !strings.HasPrefix(s[end:], ".") {
		return end
	}
	name := runEnd(s, end+1, unicode.IsSpace)
	after := runEnd(s, name, isLetter)
	if name == end+1 || !months[s[name:after]] {
		return end
	}
	year := runEnd(s, after, unicode.IsSpace)
	if yearEnd := runEnd(s, year, isDigit); year > after && yearEnd-year == 4 {
		return yearEnd
	}
	return after
}
