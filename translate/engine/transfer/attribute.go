package transfer

import (
	"regexp"
	"strings"
)

// attribute finds a part of a word's text.
type attribute struct {
	name string
	find func(text string) (from, to int) // from == to where there is none
}

// text gives the part that is found.
func (a *attribute) text(text string) string {
	from, to := a.find(text)
	return text[from:to]
}

// newAttribute makes an attribute of its expression, which is matched without regard to case, a point being any
// character. Those that all pairs of languages have, and lists of tags, are found without the expression itself.
func newAttribute(name, expression string) (*attribute, error) {
	if find := usual[expression]; find != nil {
		return &attribute{name, find}, nil
	}
	if tags := newTagList(expression); tags != nil {
		return &attribute{name, tags.find}, nil
	}
	e, err := regexp.Compile("(?is)" + expression)
	if err != nil {
		return nil, err
	}
	return &attribute{name, func(text string) (from, to int) {
		if at := e.FindStringIndex(text); at != nil {
			return at[0], at[1]
		}
		return 0, 0
	}}, nil
}

// usual are the expressions that the compiler of rules adds to those of the file.
var usual = map[string]func(text string) (from, to int){
	`^(([^<]|"\<")+)`:       lemma,
	`^(([^<#]|"\<"|"\#")+)`: lemmaHead,
	`\#[- _][^<]+`:          lemmaQueue,
	`((<[^>]+>)+)`:          allTags,
	`(.+)`:                  func(text string) (from, to int) { return 0, len(text) },
	`(\{.+)`:                content,
}

// upTo gives the place of the first of some characters, or the text's length.
func upTo(text, characters string) int {
	if i := strings.IndexAny(text, characters); i >= 0 {
		return i
	}
	return len(text)
}

func lemma(text string) (from, to int) { return 0, upTo(text, "<") }

func lemmaHead(text string) (from, to int) { return 0, upTo(text, "<#") }

func lemmaQueue(text string) (from, to int) {
	for i := 0; i+2 < len(text); i++ {
		if text[i] == '#' && strings.IndexByte("- _", text[i+1]) >= 0 && text[i+2] != '<' {
			return i, i + 2 + upTo(text[i+2:], "<")
		}
	}
	return 0, 0
}

func allTags(text string) (from, to int) {
	for ; ; from++ {
		i := strings.IndexByte(text[from:], '<')
		if i < 0 {
			return 0, 0
		}
		from += i
		if n := tags(text[from:]); n > 0 {
			return from, from + n
		}
	}
}

// tags gives the length of the tags that a text begins with.
func tags(text string) (n int) {
	for n < len(text) && text[n] == '<' {
		end := strings.IndexByte(text[n:], '>')
		if end < 2 {
			break
		}
		n += end + 1
	}
	return n
}

func content(text string) (from, to int) {
	if i := strings.IndexByte(text, '{'); i >= 0 && i+1 < len(text) {
		return i, len(text)
	}
	return 0, 0
}
