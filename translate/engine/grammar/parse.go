package grammar

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// numberStep leaves room between the numbers of readings for those that are split off.
const numberStep = 1000

// The bounds of a window, in cohorts with the one that begins it.
const (
	softLimit = 300
	hardLimit = 500
)

// windowsSeen is how many windows a test can look across on each side.
const windowsSeen = 2

// errBoundBlank is a word-bound blank that does not end where the word begins, on which the original stops.
var errBoundBlank = errors.New("a blank bound to a word does not end before the word")

// parser cuts a stream into windows, and hands each on when those that its tests can see have been read, too.
type parser struct {
	*run
	ready     func(*window)
	waiting   []*window // that have been begun and not been handed on
	before    *window   // the window begun last
	open      *window
	last      *cohort
	blank     strings.Builder
	extra     string // what a word without readings leaves in front of the next blank
	variables map[uint32]uint32
}

func (u *run) parse(stream string, ready func(*window)) error {
	p := parser{run: u, ready: ready}
	stream = strings.TrimPrefix(stream, "\ufeff")
	inBlank, inBound := false, false
	for i := 0; i < len(stream); {
		r, n := utf8.DecodeRuneInString(stream[i:])
		switch {
		case r == '\\':
			if i+n < len(stream) {
				_, m := utf8.DecodeRuneInString(stream[i+n:])
				n += m
			}
		case r == '[':
			inBound = inBlank
			inBlank = true
		case r == ']':
			if inBound {
				inBound = false
			} else {
				inBlank = false
			}
			p.blank.WriteString(stream[i : i+n])
			i += n
			p.command(p.blank.String())
			continue
		case r == '^' && !inBlank:
			end, err := p.word(stream, i+n)
			if err != nil {
				return err
			}
			i = end
			continue
		}
		p.blank.WriteString(stream[i : i+n])
		i += n
	}
	p.closeBlank("")
	p.endLast()
	p.handOn(0)
	return nil
}

// handOn hands windows on until no more than so many wait. A window then forgets those that its neighbours can't see.
func (p *parser) handOn(left int) {
	for len(p.waiting) > left {
		w := p.waiting[0]
		p.waiting = p.waiting[1:]
		p.ready(w)
		if w.previous != nil {
			w.previous.previous = nil
		}
	}
}

// word reads the word that begins at i and gives where it ends.
func (p *parser) word(stream string, i int) (int, error) {
	end := i
	for end < len(stream) && stream[end] != '$' {
		if stream[end] == '\\' {
			end++
		}
		end++
	}
	if end >= len(stream) { // the stream ends within the word: it is lost, as in the original
		return len(stream), nil
	}
	bound, err := p.boundBlank()
	if err != nil {
		return 0, err
	}
	p.addCohort(stream[i:end], bound)
	return end + 1, nil
}

// boundBlank takes the blank bound to the word from the end of the blank before it.
func (p *parser) boundBlank() (string, error) {
	blank := p.blank.String()
	i := strings.Index(blank, "[[")
	if i < 0 || !strings.Contains(blank[i:], "]]") || strings.HasPrefix(blank[i:], "[[/]]") {
		p.closeBlank("")
		return "", nil
	}
	if !strings.HasSuffix(blank, "]]") {
		return "", errBoundBlank
	}
	p.closeBlank(blank[i:])
	return blank[i:], nil
}

// closeBlank puts the blank, without what is bound to the word, behind the last cohort or before the first.
func (p *parser) closeBlank(bound string) {
	text := p.extra + strings.TrimSuffix(p.blank.String(), bound)
	p.blank.Reset()
	p.extra = ""
	switch {
	case p.last != nil:
		p.last.after += text
	case text != "" || p.open != nil:
		p.window().text += text
	}
}

// window gives the window that words go into.
func (p *parser) window() *window {
	if p.open != nil {
		return p.open
	}
	w := &window{variables: p.variables, previous: p.before, possible: newBits(len(p.g.sets)), hopeless: newBits(len(p.g.rules))}
	if p.before != nil {
		p.before.next = w
	}
	p.variables, p.before = nil, w
	begin := &cohort{window: w, form: p.tag(`"<>>>>"`)}
	begin.start(p.run)
	mark := p.tag(">>>")
	r := &reading{cohort: begin, number: numberStep}
	r.add(mark)
	r.rehash()
	begin.readings = []*reading{r}
	begin.note(mark)
	w.cohorts = []*cohort{begin}
	p.open = w
	p.waiting = append(p.waiting, w)
	return w
}

// command carries out what a blank of its own says about variables. That holds from the next window on; a single name
// between windows at once, and so also for windows that wait.
func (p *parser) command(blank string) {
	const set, remove = "[<STREAMCMD:SETVAR:", "[<STREAMCMD:REMVAR:"
	if len(blank) <= 14 || !strings.HasSuffix(blank, ">]") {
		return
	}
	list := blank[:len(blank)-2]
	var removing bool
	switch {
	case strings.HasPrefix(list, set):
		list = list[len(set):]
	case strings.HasPrefix(list, remove):
		list, removing = list[len(remove):], true
	default:
		return
	}
	if !removing && p.open == nil && !strings.ContainsAny(list, ",=") {
		p.run.variables[textHash(list)] = textHash("*")
	}
	if p.variables == nil {
		p.variables = make(map[uint32]uint32)
	}
	for _, name := range strings.Split(list, ",") {
		name, value, given := strings.Cut(name, "=")
		switch {
		case removing:
			p.variables[textHash(name)] = 0
		case given:
			p.variables[textHash(name)] = textHash(value)
		default:
			p.variables[textHash(name)] = textHash("*")
		}
	}
}

// endLast gives the last cohort its end mark, where it has none.
func (p *parser) endLast() {
	c := p.last
	if c == nil || len(c.readings) == 0 || c.readings[0].has(p.tag("<<<")) {
		return
	}
	p.markEnd(c)
}

func (p *parser) markEnd(c *cohort) {
	end := p.tag("<<<")
	c.word = nil
	for _, r := range c.readings {
		r.add(end)
		p.rehash(r)
	}
	c.note(end)
}

// addCohort adds the word and ends the window where one ends.
func (p *parser) addCohort(word, bound string) {
	w := p.window()
	k := p.knownWord(word)
	if k == nil {
		k = p.readWord(word)
	}
	c := p.place(k, w)
	c.bound, p.extra, p.last = bound, k.extra, c
	if n := len(w.cohorts); n >= softLimit && p.delimits(c, p.g.softDelimiters) || n >= hardLimit || p.delimits(c, p.g.delimiters) {
		p.markEnd(c)
		p.open = nil
		p.handOn(windowsSeen)
	}
}

func (p *parser) delimits(c *cohort, x *set) bool {
	if x == nil {
		return false
	}
	for _, r := range c.readings {
		if p.attempt(r, x) {
			return true
		}
	}
	return false
}

// start prepares what is possible in a cohort.
func (c *cohort) start(u *run) {
	sets, rules := len(u.g.anySets), len(u.g.anyRules)
	room := make(bits, sets+2*rules)
	c.possible, c.candidate, c.failed = room[:sets:sets], room[sets:sets+rules:sets+rules], room[sets+rules:]
	c.possible.join(u.g.anySets)
	c.candidate.join(u.g.anyRules)
}

// note makes possible what a tag makes possible.
func (c *cohort) note(t *tag) {
	c.possible.join(t.inSets)
	if c.window != nil {
		c.window.widen(t.inSets)
	}
	c.candidate.join(t.inRules)
	c.candidate.without(c.barred)
}
