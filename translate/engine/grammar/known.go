package grammar

import (
	"slices"
	"strings"
)

// knowledge is what runs have found out and later ones need not find out again: nothing in it depends on the text
// around a word. One run at a time has it.
type knowledge struct {
	tags   map[string]*tag         // that only texts have
	words  map[string]*word        // as they were read
	pure   map[string]*pureResults // by the combination of the grammar's tags
	could  map[string]bits         // by the combination without lemmas and forms: the open rules that could fit
	barred map[*tag]bits           // by word form: the rules for other forms
	fitted map[expressionOnTag]groups
	made   map[string]*tag // by varstrings, with marks

	runs   int             // how many have had it
	hashes map[uint32]*tag // of the tags that take part in the present run
	order  [][]*test       // of rules whose tests were moved in it, by their numbers
	moved  []int           // the numbers of these rules
}

// The bounds of what is remembered. A word takes a few kilobytes, a tag some hundred bytes.
const (
	wordsAtMost    = 300
	tagsAtMost     = 2000
	pureAtMost     = 1500
	rememberAtMost = 5000
)

func newKnowledge(g *Grammar) *knowledge {
	return &knowledge{
		tags: make(map[string]*tag), words: make(map[string]*word), pure: make(map[string]*pureResults),
		could: make(map[string]bits), barred: make(map[*tag]bits), fitted: make(map[expressionOnTag]groups), made: make(map[string]*tag),
		hashes: make(map[uint32]*tag), order: make([][]*test, len(g.rules)),
	}
}

// begin prepares for a run.
func (k *knowledge) begin() {
	k.runs++
	clear(k.hashes)
	for _, n := range k.moved {
		k.order[n] = nil
	}
	k.moved = k.moved[:0]
}

// bound begins anew with what has become too much. All but the combinations of tags goes by the tags of texts.
func (k *knowledge) bound(g *Grammar) *knowledge {
	if len(k.pure) > pureAtMost || len(k.could) > pureAtMost {
		return newKnowledge(g) // words know of them, too
	}
	if len(k.tags) <= tagsAtMost && len(k.fitted) <= rememberAtMost && len(k.made) <= rememberAtMost {
		return k
	}
	fresh := newKnowledge(g)
	fresh.pure, fresh.could = k.pure, k.could
	return fresh
}

// facts is what is known of a reading, whatever stands beside it.
type facts struct {
	pure   *pureResults
	steady bits // which of the steady sets are known to fit or not, and then which fit
}

// pureResults remembers, for one combination of tags, which sets that depend on nothing else fit: two bits a set.
type pureResults struct {
	known, fits bits
	rules       bits // whose target depends on nothing else and fits; nil while nobody has asked
}

// word is a word as it was read, before any rule has run on it.
type word struct {
	cohort  *cohort
	extra   string // what it leaves in front of the next blank
	own     []*tag // that only the text has
	settled bits   // the candidates; nil while nobody has asked
}

// knownWord gives a word as it is read. It is nil when that depends on the run's other words.
func (p *parser) knownWord(text string) *word {
	k := p.known.words[text]
	if k == nil {
		if len(p.known.words) >= wordsAtMost {
			clear(p.known.words)
		}
		k = p.readWord(text)
		if p.own == nil { // its tags have the hashes that they always have
			p.known.words[strings.Clone(text)] = k // the text is a part of the whole stream
		}
		return k
	}
	for _, t := range k.own {
		if p.admit(t) != t {
			return nil
		}
	}
	return k
}

func (p *parser) readWord(text string) *word {
	c := &cohort{}
	c.start(p.run)
	k := &word{cohort: c, extra: p.fill(c, text)}
	k.own = own(k.own, c.form)
	if c.static != nil {
		k.own = own(k.own, c.static.tags...)
	}
	for _, r := range c.readings {
		for ; r != nil; r = r.next {
			k.own = own(k.own, r.tags...)
			p.factsOf(r)
		}
	}
	return k
}

func own(list []*tag, tags ...*tag) []*tag {
	for _, t := range tags {
		if t.number == 0 {
			list = append(list, t)
		}
	}
	return list
}

// place gives a word its place in a window.
func (u *run) place(k *word, w *window) *cohort {
	c := *k.cohort
	c.window, c.place, c.word = w, len(w.cohorts), k
	sets, rules := len(c.possible), len(c.candidate)
	room := make(bits, sets+2*rules)
	copy(room, c.possible)
	copy(room[sets:], c.candidate)
	c.possible, c.candidate, c.failed = room[:sets:sets], room[sets:sets+rules:sets+rules], room[sets+rules:]
	if c.static != nil {
		c.static = c.static.of(&c)
	}
	c.readings = make([]*reading, len(k.cohort.readings))
	for i, r := range k.cohort.readings {
		c.readings[i] = r.of(&c)
		for ; r != nil; r = r.next {
			if r.mapping != nil { // it was hashed with its parts
				u.noteHash(r)
			}
		}
	}
	w.widen(c.possible)
	w.cohorts = append(w.cohorts, &c)
	return &c
}

// of gives a reading and its parts to a cohort. Their tags are shared until one is added.
func (r *reading) of(c *cohort) *reading {
	x := *r
	x.cohort, x.tags, x.sorted = c, slices.Clip(r.tags), slices.Clip(r.sorted)
	if r.next != nil {
		x.next = r.next.of(c)
	}
	return &x
}
