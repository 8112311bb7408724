package grammar

import "strings"

// fill reads a word: its form, tags of the form, and readings. It gives what the original prints in front of the next
// blank for a word that has no readings.
func (p *parser) fill(c *cohort, word string) (extra string) {
	end := unescaped(word, "/<")
	if end == len(word) {
		c.form = p.tag(`"<` + unescape(word) + `$>"`)
		extra = c.form.text
	} else {
		c.form = p.tag(`"<` + unescape(word[:end]) + `>"`)
	}
	c.unknown = strings.HasPrefix(c.form.text, `"<@`)
	c.note(c.form)
	rest := word[end:]
	if strings.HasPrefix(rest, "<") {
		rest = p.staticTags(c, rest)
	}
	for len(rest) > 0 {
		rest = rest[1:] // the slash
		n := unescaped(rest, "/")
		p.addReading(c, rest[:n])
		rest = rest[n:]
	}
	if len(c.readings) == 0 {
		c.readings = []*reading{p.magicReading(c)}
	}
	return extra
}

// staticTags reads the tags that stand on the word itself and gives what follows them.
func (p *parser) staticTags(c *cohort, text string) string {
	n := unescaped(text, "/")
	static := &reading{cohort: c}
	static.add(c.form)
	name := ""
	for tags := text[:n]; tags != ""; {
		open := unescaped(tags, "<")
		name = tags[:open]
		tags = tags[open:]
		if tags == "" {
			break
		}
		close := unescaped(tags, ">")
		t := p.tag(name + strings.TrimPrefix(tags[:close], "<"))
		static.add(t)
		c.note(t)
		tags = strings.TrimPrefix(tags[close:], ">")
	}
	static.rehash()
	c.static = static
	return text[n:]
}

// addReading reads one analysis, part by part: the last part is the reading, and each one before hangs on the next.
func (p *parser) addReading(c *cohort, text string) {
	number := (len(c.readings) + 1) * numberStep
	var head *reading
	var mappings []*tag
	for {
		n := outsideTags(text, '+')
		part := &reading{cohort: c, number: number}
		mappings = p.fillPart(c, part, text[:n])
		part.next = head // after the tags: its hash does not know of it
		head = part
		if n == len(text) {
			break
		}
		p.splitMappings(c, head, mappings)
		text = text[n+1:]
	}
	c.readings = append(c.readings, head)
	p.splitMappings(c, head, mappings)
}

// fillPart reads lemma and tags of one part and gives its mapping tags apart.
func (p *parser) fillPart(c *cohort, part *reading, text string) (mappings []*tag) {
	var lemma strings.Builder
	var early, tags []string
	for text != "" {
		n := unescaped(text, "<")
		if words := text[:n]; words != "" {
			if lemma.Len() == 0 && len(tags) > 0 && !strings.HasPrefix(words, "#") {
				early, tags = append(early, tags...), nil
			}
			lemma.WriteString(unescape(words))
		}
		text = text[n:]
		if text == "" {
			break
		}
		n = unescaped(text, ">")
		tags = append(tags, text[1:n])
		text = strings.TrimPrefix(text[n:], ">")
	}
	part.add(c.form)
	base := p.tag(`"` + lemma.String() + `"`)
	part.add(base)
	c.note(base)
	for _, name := range append(tags, early...) {
		t := p.tag(name)
		if t.is(kindMapping) {
			mappings = append(mappings, t)
			continue
		}
		part.add(t)
		c.note(t)
	}
	part.rehash()
	return mappings
}

// unescaped gives where the first of some characters stands without a backslash before it, or the text's length.
func unescaped(s, any string) int {
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
			continue
		}
		if strings.IndexByte(any, s[i]) >= 0 {
			return i
		}
	}
	return len(s)
}

// outsideTags gives where a character stands outside tags and without a backslash, or the text's length.
func outsideTags(s string, c byte) int {
	inTag := false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == '<':
			inTag = true
		case s[i] == '>':
			inTag = false
		case s[i] == c && !inTag:
			return i
		}
	}
	return len(s)
}

func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
