package templates

import (
	"errors"
	"slices"
	"sort"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// node is a TOML value that knows where it stands in the file. The decoder of go-toml gives values without lines, or
// lines for its own errors only; ours need a line for everything.
type node struct {
	kind   unstable.Kind // Table, Array, String, Integer, Bool, LocalDate …
	line   int           // from 1
	raw    []byte        // as written, for scalars
	text   string        // the value of a string; otherwise as written
	keys   []entry       // of a table, in the order of the file
	values []*node       // of an array
}

type entry struct {
	key   string
	line  int
	value *node
}

func (n *node) get(key string) (entry, bool) {
	i := slices.IndexFunc(n.keys, func(e entry) bool { return e.key == key })
	if i < 0 {
		return entry{}, false
	}
	return n.keys[i], true
}

// child gives the value under a key, making it first where it is not there.
func (n *node) child(key string, line int, kind unstable.Kind) *node {
	if e, ok := n.get(key); ok {
		return e.value
	}
	made := &node{kind: kind, line: line}
	n.keys = append(n.keys, entry{key: key, line: line, value: made})
	return made
}

// syntaxError is where and why a file is not TOML at all.
type syntaxError struct {
	line, column int
	message      string // go-toml's, in English
}

// notTree can't happen after a successful check; it keeps a change in go-toml from becoming a crash.
const notTree = "the file was checked and could still not be read"

// readTree reads a TOML file. go-toml first checks the whole of it, also what its parser alone does not see, such as
// keys that are given twice.
func readTree(src []byte) (*node, *syntaxError) {
	var discard map[string]any
	if err := toml.Unmarshal(src, &discard); err != nil {
		return nil, asSyntaxError(err)
	}
	t := tree{lines: lineStarts(src)}
	t.parser.Reset(src)
	root := &node{kind: unstable.Table, line: 1}
	at := root
	for t.parser.NextExpression() {
		e := t.parser.Expression()
		var ok bool
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			at, ok = t.header(root, e)
		case unstable.KeyValue:
			ok = t.assign(at, e)
		default:
			ok = true
		}
		if !ok {
			return nil, &syntaxError{line: 1, column: 1, message: notTree}
		}
	}
	if err := t.parser.Error(); err != nil {
		return nil, asSyntaxError(err)
	}
	return root, nil
}

func asSyntaxError(err error) *syntaxError {
	s := &syntaxError{line: 1, column: 1, message: strings.TrimPrefix(err.Error(), "toml: ")}
	var located *toml.DecodeError
	if errors.As(err, &located) {
		s.line, s.column = located.Position()
	}
	return s
}

type tree struct {
	parser unstable.Parser
	lines  []int
}

// header finds the table that [a.b] or [[a.b]] opens.
func (t *tree) header(root *node, e *unstable.Node) (*node, bool) {
	at := root
	keys := e.Key()
	for keys.Next() {
		k := keys.Node()
		line := t.line(k)
		if keys.IsLast() && e.Kind == unstable.ArrayTable {
			list := at.child(string(k.Data), line, unstable.Array)
			added := &node{kind: unstable.Table, line: line}
			list.values = append(list.values, added)
			return added, list.kind == unstable.Array
		}
		at = at.child(string(k.Data), line, unstable.Table)
		if at.kind == unstable.Array && len(at.values) > 0 {
			at = at.values[len(at.values)-1]
		}
		if at.kind != unstable.Table {
			return nil, false
		}
	}
	return at, true
}

// assign puts the value of a = 1 or a.b = 1 in its place.
func (t *tree) assign(at *node, e *unstable.Node) bool {
	keys := e.Key()
	for keys.Next() {
		k := keys.Node()
		if keys.IsLast() {
			at.keys = append(at.keys, entry{key: string(k.Data), line: t.line(k), value: t.value(e.Value(), t.line(k))})
			return true
		}
		at = at.child(string(k.Data), t.line(k), unstable.Table)
		if at.kind != unstable.Table {
			return false
		}
	}
	return false
}

func (t *tree) value(v *unstable.Node, line int) *node {
	n := &node{kind: v.Kind, line: line}
	switch v.Kind {
	case unstable.Array:
		for it := v.Children(); it.Next(); {
			n.values = append(n.values, t.value(it.Node(), line))
		}
	case unstable.InlineTable:
		n.kind = unstable.Table
		for it := v.Children(); it.Next(); {
			t.assign(n, it.Node())
		}
		if len(n.keys) > 0 {
			n.line = n.keys[0].line // in a list of several lines
		}
	default:
		if v.Raw.Length > 0 {
			n.line, n.raw = t.line(v), slices.Clone(t.parser.Raw(v.Raw))
		}
		n.text = string(v.Data)
	}
	return n
}

func (t *tree) line(n *unstable.Node) int {
	return sort.SearchInts(t.lines, int(n.Raw.Offset)+1)
}

// lineStarts gives the offsets at which the lines begin.
func lineStarts(src []byte) []int {
	starts := []int{0}
	for i, c := range src {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}
