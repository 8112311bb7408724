package grammar

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Grammar is a compiled constraint grammar. It never changes.
type Grammar struct {
	prefix string // what mapping tags begin with
	tags   []*tag // by number
	byHash map[uint32]*tag
	byText map[string]*tag // the tags without marks: what a text of the stream stands for
	sets   []*set          // by number
	tests  map[uint32]*test
	rules  []*rule // by number

	before, after bits   // the rules of the sections with a place of their own
	sections      []bits // each with the rules of those before it

	delimiters, softDelimiters *set

	steadySets        int           // how many sets depend on all tags of a reading alone
	anySets, anyRules bits          // possible wherever there is a reading
	simple            bits          // the pure lists that ask for single tags only
	pure              bits          // the rules whose target depends on the grammar's tags in a reading alone
	open              bits          // the rules in the sections that no tag stands for, and that may be dropped before their turn comes
	chooses           bits          // the rules that take readings out
	choosesLater      bits          // and those in the sections
	renews            bits          // the rules in the sections that make readings
	renewsBefore      bits          // and those of the section before them
	forms             bits          // the rules for a word form
	formRules         map[*tag]bits // those for each
	formPatterns      []*tag        // the word forms that are expressions or of any case
	protects          bool          // some rule protects readings
	folds             bool          // some tag is asked for in any case

	known sync.Pool // of *knowledge
}

// header bits that announce something in the file.
const (
	headerPrefix      = 1 << 1
	headerTags        = 1 << 3
	headerReopen      = 1 << 4
	headerPreferred   = 1 << 5
	headerParentheses = 1 << 6
	headerAnchors     = 1 << 7
	headerSets        = 1 << 8
	headerDelimiters  = 1 << 9
	headerSoft        = 1 << 10
	headerTests       = 1 << 11
	headerRules       = 1 << 12
	headerText        = 1 << 16
	headerRefused     = 1<<0 | 1<<2 | 1<<13 | 1<<14 | 1<<15 | 1<<17
)

var headerNames = map[uint32]string{
	1 << 0: "dependencies", 1 << 2: "sub-readings from left to right", 1 << 13: "relations", 1 << 14: "bags of tags",
	1 << 15: "ordered tags", 1 << 17: "ADDCOHORT with attachment",
}

// revision is the version of the file format.
const revision = 13892

// Read reads a compiled grammar. An error is a *FileError: the data are cut off, foreign, of another version, or use
// what this package does not know.
func Read(data []byte) (*Grammar, error) {
	s := &source{data: data}
	g := &Grammar{prefix: "@"}
	g.read(s)
	if s.err == nil && s.at != len(data) {
		s.fail("%d bytes stand after the end of the grammar", len(data)-s.at)
	}
	if s.err != nil {
		return nil, s.err
	}
	return g, nil
}

func (g *Grammar) read(s *source) {
	if string(s.bytes(4)) != "CG3B" {
		s.fail("this is not a compiled constraint grammar")
		return
	}
	if v := s.u32(); v != revision {
		s.fail("the grammar is of revision %d; this version reads %d", v, revision)
		return
	}
	header := s.u32()
	for bit, name := range headerNames {
		if header&bit != 0 {
			s.fail("the grammar uses %s, which this version does not know", name)
		}
	}
	if header>>18 != 0 {
		s.fail("the grammar announces %#x, which this version does not know", header>>18<<18)
	}
	if header&headerPrefix != 0 {
		g.prefix = s.text()
		if utf8.RuneCountInString(g.prefix) != 1 {
			s.fail("the mapping prefix is not one character")
		}
	}
	g.readTags(s, header)
	g.readSets(s, header)
	if header&headerTests != 0 {
		g.readTests(s)
	}
	if header&headerRules != 0 {
		g.readRules(s)
	}
	if s.err == nil {
		g.prepare()
	}
}

func (g *Grammar) readTags(s *source, header uint32) {
	g.tags = make([]*tag, 1, 1024)
	g.byHash = make(map[uint32]*tag)
	if header&headerTags != 0 {
		for range s.count(4) {
			t := readTag(s)
			if s.err != nil {
				return
			}
			if t.number != len(g.tags) && !(t.number == 0 && len(g.tags) == 1) {
				s.fail("tag %d stands in the place of tag %d", t.number, len(g.tags))
				return
			}
			if t.number == 0 {
				g.tags[0] = t
			} else {
				g.tags = append(g.tags, t)
			}
			g.byHash[t.hash] = t
		}
	}
	if header&headerReopen != 0 {
		s.numbers()
	}
	if header&headerPreferred != 0 {
		s.numbers()
	}
	if header&headerParentheses != 0 && s.count(8) > 0 {
		s.fail("the grammar uses enclosures, which this version does not know")
	}
	if header&headerAnchors != 0 {
		s.bytes(8 * s.count(8))
	}
	for _, t := range g.tags {
		if t != nil && s.err == nil {
			g.settleTag(s, t)
		}
	}
}

// settleTag marks what begins with the mapping prefix and prepares expressions.
func (g *Grammar) settleTag(s *source, t *tag) {
	t.kind &^= kindMapping
	if strings.HasPrefix(t.text, g.prefix) {
		t.kind |= kindMapping
	}
	if t.is(kindExpression) {
		var err error
		if t.expression, err = compileExpression(t.source, t.is(kindAnyCase)); err != nil {
			s.fail("the expression of tag %q can't be used: %v", t.text, err)
		}
	}
	if t.is(kindAnyCase) {
		t.folded = fold(t.text)
		g.folds = true
	}
}

func (g *Grammar) readSets(s *source, header uint32) {
	if header&headerSets != 0 {
		for range s.count(4) {
			x := g.readSet(s)
			if s.err != nil {
				return
			}
			if x.number != len(g.sets) {
				s.fail("set %d stands in the place of set %d", x.number, len(g.sets))
				return
			}
			g.sets = append(g.sets, x)
		}
		g.bindSets(s)
	}
	if header&headerDelimiters != 0 {
		g.delimiters = g.set(s, s.u32())
	}
	if header&headerSoft != 0 {
		g.softDelimiters = g.set(s, s.u32())
	}
	if header&headerText != 0 {
		s.u32() // delimiters of plain text, which a stream of words does not have
	}
}

func (g *Grammar) readTests(s *source) {
	n := s.count(4)
	g.tests = make(map[uint32]*test, n)
	for range n {
		t := g.readTest(s)
		if s.err != nil {
			return
		}
		g.tests[t.hash] = t
	}
	g.bindTests(s)
}

func (g *Grammar) readRules(s *source) {
	for range s.count(4) {
		r := g.readRule(s)
		if s.err != nil {
			return
		}
		if r.number != len(g.rules) {
			s.fail("rule %d stands in the place of rule %d", r.number, len(g.rules))
			return
		}
		r.settleOrder()
		g.rules = append(g.rules, r)
	}
	g.protects = slices.ContainsFunc(g.rules, func(r *rule) bool { return r.kind == ruleProtect })
	others := func(r *rule) bool { return r.kind != ruleProtect && r.kind != ruleMap }
	if g.protects && slices.ContainsFunc(g.rules, others) {
		s.fail("the grammar protects readings from rules that take readings out, which this version does not know")
	}
}

// tag finds the tag of a number in the file.
func (g *Grammar) tag(s *source, number uint32) *tag {
	if s.err == nil && (number >= uint32(len(g.tags)) || g.tags[number] == nil) {
		s.fail("tag %d is not there", number)
	}
	if s.err != nil {
		return nil
	}
	return g.tags[number]
}

func (g *Grammar) set(s *source, number uint32) *set {
	if s.err == nil && number >= uint32(len(g.sets)) {
		s.fail("set %d is not there", number)
	}
	if s.err == nil && g.sets[number].refusal != "" {
		s.fail("the grammar uses %s, which this version does not know", g.sets[number].refusal)
	}
	if s.err != nil {
		return nil
	}
	return g.sets[number]
}

func (g *Grammar) test(s *source, hash uint32) *test {
	t := g.tests[hash]
	if t == nil {
		s.fail("a test is not there")
	}
	return t
}
