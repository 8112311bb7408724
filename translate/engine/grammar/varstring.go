package grammar

import (
	"regexp"
	"strings"
)

// make gives the tag that a varstring stands for with the present captures; nil where that is no tag.
func (u *run) make(t *tag) *tag {
	var b strings.Builder
	text := t.text
	for i := 0; i < len(text); i++ {
		if text[i] == '$' && i+1 < len(text) && text[i+1] >= '1' && text[i+1] <= '9' {
			i++
			if n := int(text[i] - '1'); n < len(u.captures) {
				b.WriteString(u.captures[n])
			}
			continue
		}
		b.WriteByte(text[i])
	}
	return u.read(changeCase(b.String()), t)
}

// changeCase carries out %u and %l (the next letter) and %U and %L (all that follows), the last first.
func changeCase(s string) string {
	for {
		i := strings.LastIndexByte(s, '%')
		for i >= 0 && (i+1 >= len(s) || !strings.ContainsRune("uUlL", rune(s[i+1]))) {
			i = strings.LastIndexByte(s[:i], '%')
		}
		if i < 0 {
			return s
		}
		rest := s[i+2:]
		switch s[i+1] {
		case 'U':
			rest = strings.ToUpper(rest)
		case 'L':
			rest = strings.ToLower(rest)
		case 'u':
			rest = firstLetter(rest, strings.ToUpper)
		case 'l':
			rest = firstLetter(rest, strings.ToLower)
		}
		s = s[:i] + rest
	}
}

func firstLetter(s string, change func(string) string) string {
	for i, r := range s {
		n := i + len(string(r))
		return s[:i] + change(s[i:n]) + s[n:]
	}
	return s
}

// read reads a text as the grammar's own reader would: a text in quotes may have the marks r (expression) and i (any
// case) behind it.
func (u *run) read(text string, of *tag) *tag {
	if !of.is(kindVarStringV) {
		return u.tag(text)
	}
	bare := strings.TrimRight(text, "ri")
	marks := text[len(bare):]
	if !strings.HasSuffix(bare, `"`) && !strings.HasSuffix(bare, `>`) {
		bare, marks = text, ""
	}
	if marks == "" {
		return u.tag(bare)
	}
	t := u.known.made[text]
	if t == nil {
		t = marked(bare, marks)
		u.known.made[text] = t
	}
	return t
}

func marked(bare, marks string) *tag {
	t := &tag{text: bare, kind: kindOfText(bare) | kindSpecial}
	if strings.Contains(marks, "i") {
		t.kind |= kindAnyCase
		t.folded = fold(bare)
	}
	if strings.Contains(marks, "r") {
		var err error
		t.kind |= kindExpression
		if t.expression, err = compileExpression("^"+bare+"$", t.is(kindAnyCase)); err != nil {
			t.expression = never
		}
	}
	return t
}

// never fits nothing.
var never = regexp.MustCompile(`[^\x00-\x{10FFFF}]`)
