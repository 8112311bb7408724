package tmx

import (
	"encoding/xml"
	"strings"

	"avtalebok/agreement"
)

// segment gathers the text of a seg tag.
type segment struct {
	level   int // of tags within the seg tag that are open
	text    strings.Builder
	code    *code // the tag without text of its own that is open
	tooLong bool
}

// code is a tag that holds another program's formatting and no text: bpt, ept, it, ph or ut.
type code struct {
	level   int
	breaks  bool // stands for a line break
	content strings.Builder
}

const maxCode = 256 // bytes of a code that are looked at

func (s *segment) start(tag xml.StartElement) {
	s.level++
	if s.code != nil {
		return
	}
	switch tag.Name.Local {
	case "bpt", "ept", "it", "ph", "ut":
		s.code = &code{level: s.level}
		for _, a := range tag.Attr {
			if a.Name.Local == "type" && (a.Value == "lb" || a.Value == "pb" || a.Value == "cb") {
				s.code.breaks = true
			}
		}
	}
}

func (s *segment) add(text []byte) {
	switch {
	case s.code != nil:
		if s.code.content.Len()+len(text) <= maxCode {
			s.code.content.Write(text)
		}
	case s.text.Len()+len(text) > MaxLength:
		s.tooLong = true
	default:
		s.text.WriteString(lineEnds.Replace(string(text)))
	}
}

// A line's end within a segment is how the file is laid out; a line break is a tag.
var lineEnds = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

// end closes a tag and reports whether it was the segment's own.
func (s *segment) end() bool {
	if s.code != nil && s.code.level == s.level {
		s.text.WriteString(s.code.text())
		s.code = nil
	}
	s.level--
	return s.level < 0
}

// text gives what a code stands for: a placeholder of ours, a line break, or nothing.
func (c *code) text() string {
	content := strings.TrimSpace(c.content.String())
	if found, _ := agreement.Placeholders(content); len(found) == 1 && found[0].Start == 0 && found[0].End == len(content) {
		return content
	}
	if c.breaks || strings.HasPrefix(strings.ToLower(content), "<br") {
		return "\n"
	}
	return ""
}

// clean gives the text fit to be kept.
func (s *segment) clean() string { return Clean(s.text.String()) }

// Clean gives a wording as it is kept and exchanged: free of characters that can't be seen (agreement.Clean), with
// single blanks, none at the ends of lines, and without empty lines at its beginning and end.
func Clean(text string) string {
	var lines []string
	for line := range strings.SplitSeq(agreement.Clean(text), "\n") {
		words := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' })
		lines = append(lines, strings.Join(words, " "))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
