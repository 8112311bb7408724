package transfer

import (
	"regexp/syntax"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tagList finds the first of some tags, or of some sequences of tags, without regard to case. Where several stand in the
// same place the one that is listed first counts.
type tagList struct {
	tags   []string
	second [256]bool // the bytes that may stand behind the first <
}

// tagsAtMost bounds a list; longer ones are left to the expression.
const tagsAtMost = 500

// newTagList lists the tags that an expression matches; nil where it matches anything else.
func newTagList(expression string) *tagList {
	e, err := syntax.Parse(expression, syntax.Perl|syntax.DotNL)
	if err != nil {
		return nil
	}
	tags, ok := texts(e)
	if !ok || len(tags) == 0 {
		return nil
	}
	l := &tagList{tags: tags}
	for _, tag := range tags {
		if len(tag) < 2 || tag[0] != '<' {
			return nil
		}
		r, _ := utf8.DecodeRuneInString(tag[1:])
		l.second[byte(unicode.ToLower(r))], l.second[byte(unicode.ToUpper(r))] = true, true
	}
	for b := utf8.RuneSelf; b < len(l.second); b++ { // letters of other alphabets are looked at in full
		l.second[b] = true
	}
	return l
}

// texts gives the texts that an expression matches, those that it prefers first; ok is false where there are too many.
func texts(e *syntax.Regexp) (list []string, ok bool) {
	switch e.Op {
	case syntax.OpLiteral:
		return []string{string(e.Rune)}, true
	case syntax.OpCapture:
		return texts(e.Sub[0])
	case syntax.OpQuest:
		list, ok = texts(e.Sub[0])
		if e.Flags&syntax.NonGreedy != 0 {
			return append([]string{""}, list...), ok
		}
		return append(list, ""), ok
	case syntax.OpEmptyMatch:
		return []string{""}, true
	case syntax.OpCharClass:
		for i := 0; i < len(e.Rune); i += 2 {
			for r := e.Rune[i]; r <= e.Rune[i+1] && len(list) <= tagsAtMost; r++ {
				list = append(list, string(r))
			}
		}
		return list, len(list) <= tagsAtMost
	case syntax.OpAlternate:
		for _, sub := range e.Sub {
			more, ok := texts(sub)
			if list = append(list, more...); !ok || len(list) > tagsAtMost {
				return nil, false
			}
		}
		return list, true
	case syntax.OpConcat:
		list = []string{""}
		for _, sub := range e.Sub {
			more, ok := texts(sub)
			if list = joinedTexts(list, more); !ok || len(list) > tagsAtMost {
				return nil, false
			}
		}
		return list, true
	}
	return nil, false
}

// joinedTexts gives each text of a list with each of another behind it.
func joinedTexts(list, more []string) []string {
	var all []string
	for _, a := range list {
		for _, b := range more {
			all = append(all, a+b)
		}
	}
	return all
}

func (l *tagList) find(text string) (from, to int) {
	for {
		i := strings.IndexByte(text[from:], '<')
		if i < 0 || from+i+1 == len(text) {
			return 0, 0
		}
		from += i
		if l.second[text[from+1]] {
			for _, tag := range l.tags {
				if n := beginsWith(text[from:], tag); n > 0 {
					return from, from + n
				}
			}
		}
		from++
	}
}

// beginsWith gives the length of what a text begins with, if that is another text without regard to case; else 0.
func beginsWith(text, other string) (length int) {
	for other != "" {
		if length == len(text) {
			return 0
		}
		a, b := other[0], text[length]
		if a < utf8.RuneSelf && b < utf8.RuneSelf {
			if small := a | 0x20; a != b && (small != b|0x20 || small < 'a' || small > 'z') {
				return 0
			}
			other, length = other[1:], length+1
			continue
		}
		r, n := utf8.DecodeRuneInString(other)
		s, m := utf8.DecodeRuneInString(text[length:])
		if !sameLetter(r, s) {
			return 0
		}
		other, length = other[n:], length+m
	}
	return length
}

// sameLetter reports whether two letters differ in case alone.
func sameLetter(a, b rune) bool {
	for r := unicode.SimpleFold(a); r != a && a != b; r = unicode.SimpleFold(r) {
		if r == b {
			return true
		}
	}
	return a == b
}
