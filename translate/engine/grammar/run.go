package grammar

import "context"

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

	own     map[string]*tag // the tags that only the text has
	ownHash map[uint32]*tag

	variables map[uint32]uint32 // name to value, by the hashes of their texts
	order     [][]*test         // of rules whose tests were moved, by their numbers
	barred    map[*tag]bits     // by word form: the rules for other forms
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

	pureByTags map[string]*pureResults
	fitted     map[expressionOnTag]groups
	made       map[string]*tag
	key        []byte
	trial      trial // room that is used again and again
}

// newRun begins with nothing remembered.
func newRun(ctx context.Context, g *Grammar, o Options) *run {
	u := &run{g: g, options: o, ctx: ctx}
	u.own, u.ownHash = make(map[string]*tag), make(map[uint32]*tag)
	u.variables = make(map[uint32]uint32)
	u.order = make([][]*test, len(g.rules))
	u.barred = make(map[*tag]bits)
	if u.pureByTags, _ = g.pure.Get().(map[string]*pureResults); u.pureByTags == nil {
		u.pureByTags = make(map[string]*pureResults)
	}
	u.fitted = make(map[expressionOnTag]groups)
	u.whole = make(map[uint32]uint32)
	u.made = make(map[string]*tag)
	return u
}

// end leaves what was found out about combinations of the grammar's tags to later runs: it depends on nothing else.
func (u *run) end() { u.g.pure.Put(u.pureByTags) }

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

// tag gives the tag of a text: the grammar's where it has it, else one of the run's own.
func (u *run) tag(text string) *tag {
	if t := u.g.byText[text]; t != nil {
		return t
	}
	if t := u.own[text]; t != nil {
		return t
	}
	t := &tag{text: text, kind: kindOfText(text)}
	if hasPrefix(text, u.g.prefix) {
		t.kind |= kindMapping
	}
	t.plainHash = textHash(text)
	t.hash = t.plainHash
	for u.g.byHash[t.hash] != nil || u.ownHash[t.hash] != nil {
		t.hash++
	}
	u.own[text], u.ownHash[t.hash] = t, t
	return t
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
