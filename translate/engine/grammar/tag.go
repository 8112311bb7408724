package grammar

import "regexp"

// tagKind tells what a tag is and how it fits.
type tagKind uint32

// The kinds of tags; several may hold at once. Those that are not named here do not occur in the supported grammars.
const (
	kindAny           tagKind = 1 << 0
	kindNumeric       tagKind = 1 << 1
	kindMapping       tagKind = 1 << 2
	kindVariable      tagKind = 1 << 3
	kindMeta          tagKind = 1 << 4
	kindWordForm      tagKind = 1 << 5
	kindBaseForm      tagKind = 1 << 6
	kindTextual       tagKind = 1 << 7
	kindSameBasic     tagKind = 1 << 9
	kindFailFast      tagKind = 1 << 10
	kindAnyCase       tagKind = 1 << 11
	kindExpression    tagKind = 1 << 12
	kindParenLeft     tagKind = 1 << 13
	kindParenRight    tagKind = 1 << 14
	kindExpressionAny tagKind = 1 << 15
	kindVarString     tagKind = 1 << 16
	kindTarget        tagKind = 1 << 17
	kindMark          tagKind = 1 << 18
	kindAttachTo      tagKind = 1 << 19
	kindSpecial       tagKind = 1 << 20
	kindSetName       tagKind = 1 << 23
	kindVarStringV    tagKind = 1 << 24
	kindEnclosed      tagKind = 1 << 25
	kindRelation      tagKind = 1 << 26
	kindLine          tagKind = 1 << 31
)

// tag is a word form, a lemma, a tag of the analysis, or something that a grammar asks of them. Two tags are the same
// when they are the same pointer.
type tag struct {
	number     int // in the file, from 1; 0 for a tag that only the text has
	hash       uint32
	plainHash  uint32
	seed       uint32
	kind       tagKind
	text       string
	folded     string // for kindAnyCase
	expression *regexp.Regexp
	source     string // the expression as the file has it
	sets       []uint32
	setNames   []string
	valueHash  uint32 // of a variable's value that is asked for
	admitted   int    // the run in which a tag that only texts have took part last

	inSets  bits // what becomes possible when a reading has the tag
	inRules bits // the rules whose target becomes possible
	lists   bits // the pure lists that it is enough for
}

func (t *tag) is(k tagKind) bool { return t.kind&k != 0 }

// refused names the kinds of tags that this package does not know. Every file holds some of them, so it is their use
// in a rule or test that is refused.
var refused = []struct {
	kind tagKind
	name string
}{
	{kindNumeric, "numeric tags"},
	{kindMeta, "META tags"},
	{kindSameBasic, "SAME_BASIC"},
	{kindFailFast, "fail-fast tags"},
	{kindParenLeft, "_LEFT_ (enclosures)"},
	{kindParenRight, "_RIGHT_ (enclosures)"},
	{kindSetName, "SET: tags"},
	{kindEnclosed, "_ENCL_ (enclosures)"},
	{kindRelation, "relations"},
	{kindLine, "line expressions"},
}

// readTag reads one tag of the file.
func readTag(s *source) *tag {
	fields := s.u32()
	if fields>>14 != 0 {
		s.fail("a tag has fields (%#x) that this version does not know", fields)
		return nil
	}
	t := &tag{}
	for i, into := range []*uint32{nil, &t.hash, &t.plainHash, &t.seed} {
		if fields&(1<<i) == 0 {
			continue
		}
		if n := s.u32(); into != nil {
			*into = n
		} else {
			t.number = int(n)
		}
	}
	if fields&(1<<4) != 0 {
		t.kind = tagKind(s.u32())
	}
	if fields&(1<<5|1<<6|1<<7|1<<12) != 0 { // what a numeric tag compares with; the kind tells whether it is one
		s.bytes(4 * (int(fields>>5&1) + int(fields>>6&1) + int(fields>>7&1) + 3*int(fields>>12&1)))
	}
	if fields&(1<<8) != 0 {
		t.text = s.text()
	}
	if fields&(1<<9) != 0 {
		t.source = s.text()
	}
	if fields&(1<<10) != 0 {
		t.sets = s.numbers()
	}
	if fields&(1<<11) != 0 {
		for range s.count(4) {
			t.setNames = append(t.setNames, s.text())
		}
	}
	if fields&(1<<13) != 0 {
		t.valueHash = s.u32()
	}
	return t
}

// refusal names what this package does not know about the tag, or gives "".
func (t *tag) refusal() string {
	for _, r := range refused {
		if t.is(r.kind) {
			return r.name
		}
	}
	return ""
}
