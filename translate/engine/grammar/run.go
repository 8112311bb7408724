package grammar

import (
	"context"
	"strings"
)

// Options are the switches of cg-proc that a call can have.
type Options struct {
	First    bool // -1: only the first reading that is left
	NoForm   bool // -n: without the word itself
	Generate bool // -g: plain text, the lemmas alone
	Case     bool // -w: give lemmas the case of the word
}

// run holds all that changes while a text goes through a grammar. It serves one text at a time.
type run struct {
	g       *Grammar
	options Options
	ctx     context.Context

	known *knowledge
	own   map[string]*tag // tags whose hash another one of this text has

	variables map[uint32]uint32 // name to value, by the hashes of their texts
	wantedBy  []*cohort         // those with candidates among the rules at hand
	changes   int               // raised by whatever may make a rule fit that did not

	captures   []string // the groups of expressions, since the target was tried
	unified    bool
	agreed     unified // what sets that unify have agreed on since then
	subject    *cohort // the cohort that the rule is tried on
	targetFits bool
	pending    []*test // linked tests that wait for a template's end
	right      int     // the rightmost place that a template with its own place has touched
	touching   bool    // it is asked for

	trace func(*rule, *cohort) // for finding one's way: called before a rule acts

	whole map[uint32]uint32     // of readings with parts whose hash says so: to the plain hash
	alike bool                  // two that differ have the same hash
	found map[uint32]*setsFound // what sets were found to be, by hash; nil where no two are alike
	close bool                  // a set is being tried that looks closer than at tags

	key   []byte // room that is used again and again
	trial trial
}

// newRun begins with what earlier runs have found out about words, and with nothing remembered of their texts.
func newRun(ctx context.Context, g *Grammar, o Options) *run {
	u := &run{g: g, options: o, ctx: ctx, variables: make(map[uint32]uint32), whole: make(map[uint32]uint32)}
	if known, _ := g.known.Get().(*knowledge); known != nil {
		u.known = known.bound(g)
	} else {
		u.known = newKnowledge(g)
	}
	u.known.begin()
	return u
}

// end leaves what was found out to later runs.
func (u *run) end() { u.g.known.Put(u.known) }

// Run takes a stream of words through the grammar and gives the stream that comes out. The error is ctx's, or says
// what in the stream can't be read.
func (g *Grammar) Run(ctx context.Context, o Options, stream string) (string, error) {
	u := newRun(ctx, g, o)
	out, err := u.through(stream)
	u.end()
	if err != nil || !u.alike {
		return out, err
	}
	u = newRun(ctx, g, o)
	defer u.end()
	u.found = make(map[uint32]*setsFound)
	return u.through(stream)
}

// through takes the stream through the grammar, as far as it needs to be known that two readings are alike.
func (u *run) through(stream string) (string, error) {
	w := writer{run: u}
	err := u.parse(stream, func(x *window) {
		if u.ctx.Err() == nil && !u.alike {
			u.runWindow(x)
			w.window(x)
		}
	})
	if err == nil {
		err = u.ctx.Err()
	}
	if err != nil {
		return "", err
	}
	return w.out.String(), nil
}

// tag gives the tag of a text: the grammar's where it has it, else one that only texts have.
func (u *run) tag(text string) *tag {
	if t := u.g.byText[text]; t != nil {
		return t
	}
	if t := u.own[text]; t != nil {
		return t
	}
	t := u.known.tags[text]
	if t == nil {
		t = u.g.newTag(strings.Clone(text)) // which is a part of the whole stream
		u.known.tags[t.text] = t
	}
	return u.admit(t)
}

// newTag makes a tag that only texts have. Its hash is raised until no tag of the grammar has it.
func (g *Grammar) newTag(text string) *tag {
	t := &tag{text: text, kind: kindOfText(text)}
	if hasPrefix(text, g.prefix) {
		t.kind |= kindMapping
	}
	t.plainHash = textHash(text)
	t.hash = t.plainHash
	for g.byHash[t.hash] != nil {
		t.hash++
	}
	return t
}

// admit lets a tag take part in this run. Where another tag of the run has its hash, one with a hash raised further
// takes its place.
func (u *run) admit(t *tag) *tag {
	if t.admitted == u.known.runs {
		return t
	}
	if u.known.hashes[t.hash] == nil {
		u.known.hashes[t.hash] = t
		t.admitted = u.known.runs
		return t
	}
	c := *t
	for u.g.byHash[c.hash] != nil || u.known.hashes[c.hash] != nil {
		c.hash++
	}
	if u.own == nil {
		u.own = make(map[string]*tag)
	}
	u.own[c.text], u.known.hashes[c.hash] = &c, &c
	return &c
}

// kindOfText tells word forms, lemmas and other texts in quotes or brackets.
func kindOfText(s string) tagKind {
	n := len(s)
	switch {
	case n < 2:
		return 0
	case s[0] == '"' && s[n-1] == '"' && n > 4 && s[1] == '<' && s[n-2] == '>':
		return kindWordForm | kindTextual
	case s[0] == '"' && s[n-1] == '"':
		return kindBaseForm | kindTextual
	case s[0] == '<' && s[n-1] == '>':
		return kindTextual
	}
	return 0
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }
