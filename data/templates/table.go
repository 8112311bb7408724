package templates

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"avtalebok/agreement"
)

// table reads the values of one TOML table and notes what is wrong with them. A value that is missing or wrong is
// read as the zero value, so that reading goes on and finds the next problem.
type table struct {
	*problemList
	name string // as its author writes it: "[[sections]]"
	node *node
}

// open starts on a table in which only the given keys may stand.
func (p *problemList) open(name string, n *node, allowed ...string) table {
	for _, e := range n.keys {
		if !slices.Contains(allowed, e.key) {
			p.addChoice(e.line, "unknownKey", e.key, allowed)
		}
	}
	return table{problemList: p, name: name, node: n}
}

func (t table) has(key string) bool {
	_, ok := t.node.get(key)
	return ok
}

// lineOf gives the line of a key, or of the table where the key is missing.
func (t table) lineOf(key string) int {
	if e, ok := t.node.get(key); ok {
		return e.line
	}
	return t.node.line
}

// want finds the value of a required key and notes if it is missing.
func (t table) want(key, shape string) (*node, bool) {
	e, ok := t.node.get(key)
	if !ok {
		t.add(t.node.line, "missingKey", "Table", t.name, "Key", key, "Example", shape)
	}
	return e.value, ok
}

func (t table) wrongType(n *node, key, shape string) {
	t.add(n.line, "wrongType", "Key", key, "Example", shape)
}

// line reads a required text on one line.
func (t table) line(key string) string {
	shape := example(key, `"…"`)
	n, ok := t.want(key, shape)
	if !ok {
		return ""
	}
	if n.kind != unstable.String {
		t.wrongType(n, key, shape)
		return ""
	}
	s := fold(n.text)
	if s == "" {
		t.add(n.line, "empty", "Key", key, "Example", shape)
	}
	return s
}

// choice reads a required text that must be one of a few words, and "" where it is not.
func (t table) choice(key string, allowed []string) string {
	shape := example(key, strconv.Quote(allowed[0]))
	n, ok := t.want(key, shape)
	if !ok {
		return ""
	}
	if n.kind != unstable.String {
		t.wrongType(n, key, shape)
		return ""
	}
	if !slices.Contains(allowed, n.text) {
		t.addChoice(n.line, "unknownValue", n.text, allowed, "Key", key)
		return ""
	}
	return n.text
}

// id reads a required identifier. It is empty when there is none or it can't be used.
func (t table) id() string {
	s := t.line("id")
	if s != "" && !validID(s) {
		t.add(t.lineOf("id"), "badID", "ID", s, "Example", example("id", strconv.Quote(suggestID(s))))
		return ""
	}
	return s
}

// integer reads a whole number; nil where there is none.
func (t table) integer(key string) *int64 {
	e, ok := t.node.get(key)
	if !ok {
		return nil
	}
	// TOML's integers are Go's, with 0x, 0o, 0b and digits parted by _ (base 0).
	i, err := strconv.ParseInt(e.value.text, 0, 64)
	if e.value.kind != unstable.Integer || err != nil {
		t.wrongType(e.value, key, example(key, "3"))
		return nil
	}
	return &i
}

func (t table) boolean(key string) bool {
	e, ok := t.node.get(key)
	if !ok {
		return false
	}
	if e.value.kind != unstable.Bool {
		t.wrongType(e.value, key, example(key, "true"))
		return false
	}
	return e.value.text == "true"
}

// tables reads [[key]], [[key]] …, which the author writes under the given name; none where the key is missing.
func (t table) tables(key, name string) []*node {
	e, ok := t.node.get(key)
	if !ok {
		return nil
	}
	if e.value.kind != unstable.Array {
		t.add(e.line, "wrongType", "Key", key, "Example", name)
		return nil
	}
	var list []*node
	for _, n := range e.value.values {
		if n.kind != unstable.Table {
			t.add(n.line, "wrongType", "Key", key, "Example", name)
			continue
		}
		list = append(list, n)
	}
	return list
}

// texts reads a list of texts, key = ["…", "…"]; nothing where the key is missing.
func (t table) texts(key, shape string) []*node {
	e, ok := t.node.get(key)
	if !ok {
		return nil
	}
	if e.value.kind != unstable.Array || len(e.value.values) == 0 {
		t.wrongType(e.value, key, shape)
		return nil
	}
	for _, n := range e.value.values {
		if n.kind != unstable.String || fold(n.text) == "" {
			t.wrongType(n, key, shape)
			return nil
		}
	}
	return e.value.values
}

// inline reads a table of a few keys, key = { … }; nil where the key is missing.
func (t table) inline(key, shape string, allowed ...string) *table {
	e, ok := t.node.get(key)
	if !ok {
		return nil
	}
	if e.value.kind != unstable.Table {
		t.wrongType(e.value, key, shape)
		return nil
	}
	inner := t.open(key, e.value, allowed...)
	inner.name = key
	return &inner
}

// pair reads a wording in both forms, key.nb and key.nn, which may mention the given names in placeholders. It is
// blank where the key is missing.
func (t table) pair(key string, mentions *names) agreement.Pair {
	e, ok := t.node.get(key)
	if !ok {
		return agreement.Pair{}
	}
	if e.value.kind != unstable.Table {
		t.wrongType(e.value, key, pairExample(key))
		return agreement.Pair{}
	}
	t.open(key, e.value, string(agreement.Bokmal), string(agreement.Nynorsk))
	return t.forms(e.value, e.line, key+".", mentions)
}

// wantPair reads a wording that must be there.
func (t table) wantPair(key string, mentions *names) agreement.Pair {
	if _, ok := t.want(key, pairExample(key)); !ok {
		return agreement.Pair{}
	}
	return t.pair(key, mentions)
}

func pairExample(key string) string {
	return example(key+".nb", `"…"`) + ", " + example(key+".nn", `"…"`)
}

// forms reads nb and nn from a table; both must be there.
func (t table) forms(n *node, line int, prefix string, mentions *names) agreement.Pair {
	var p agreement.Pair
	for _, form := range agreement.Forms {
		key := string(form)
		shape := example(prefix+key, `"…"`)
		e, ok := n.get(key)
		switch {
		case !ok:
			t.add(line, "missingForm", "Form", key, "Example", shape)
		case e.value.kind != unstable.String:
			t.wrongType(e.value, prefix+key, shape)
		case fold(e.value.text) == "":
			t.add(e.value.line, "missingForm", "Form", key, "Example", shape)
		default:
			p = p.With(form, fold(e.value.text))
			t.checkPlaceholders(e.value, mentions)
		}
	}
	return p
}

// names are what texts may mention in placeholders; none at all where the pointer is nil.
type names struct {
	ids     []string
	partial bool // a role or field has no usable identifier, so that nothing can be called unknown
}

// checkPlaceholders notes braces that mean nothing and placeholders that there is no value for.
func (t table) checkPlaceholders(n *node, mentions *names) {
	found, stray := agreement.Placeholders(n.text)
	if mentions == nil {
		if len(found) > 0 || stray >= 0 {
			t.add(n.lineIn("{"), "noPlaceholders")
		}
		return
	}
	if stray >= 0 {
		t.add(n.lineIn(n.text[stray:stray+1]), "strayBrace", "Allowed", braced(mentions.ids...))
	}
	for _, p := range found {
		if mentions.partial || slices.Contains(mentions.ids, p.ID) {
			continue
		}
		suggestion := nearest(p.ID, mentions.ids)
		if suggestion != "" {
			suggestion = braced(suggestion)
		}
		t.add(n.lineIn(braced(p.ID)), "unknownPlaceholder",
			"Written", braced(p.ID), "Suggestion", suggestion, "Allowed", braced(mentions.ids...))
	}
}

func braced(ids ...string) string { return "{" + strings.Join(ids, "}, {") + "}" }

// lineIn gives the line on which some words of a text stand, which may have several lines.
func (n *node) lineIn(words string) int {
	if i := bytes.Index(n.raw, []byte(words)); i > 0 {
		return n.line + bytes.Count(n.raw[:i], []byte("\n"))
	}
	return n.line
}

// fold joins the lines of a text as its author broke them to fit the file: a blank line parts paragraphs, a single
// line break is a space. Hard spaces stay.
func fold(s string) string {
	var paragraphs []string
	var words []string
	flush := func() {
		if len(words) > 0 {
			paragraphs = append(paragraphs, strings.Join(words, " "))
		}
		words = nil
	}
	for line := range strings.SplitSeq(agreement.Clean(s), "\n") {
		found := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' })
		if len(found) == 0 {
			flush()
		}
		words = append(words, found...)
	}
	flush()
	return strings.Join(paragraphs, "\n\n")
}
