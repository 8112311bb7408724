package transfer

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"avtalebok/translate/engine/casing"
)

// node is an element of the rules, with what its attributes say already looked up.
type node struct {
	name     string
	children []*node

	first     string // the value of its first attribute, whatever that is called
	n         string // what it names
	v         string // literal text
	position  int
	side      string // sl, tl or ref; "" where it has none
	part      *attribute
	linkTo    string
	caseless  bool
	variable  int // that it names; of a chunk the one that has its name. -1 where there is none
	caseOf    int // the variable whose case a chunk's name takes; -1 where there is none
	shifting  bool
	list      map[string]bool // of in; in small letters where caseless
	namesList []string        // the same, in the file's order
}

// program is the rules and macros of a file.
type program struct {
	level  int // 1 transfer, 2 interchunk, 3 postchunk
	chunks bool
	rules  []*node // the actions, in order
	macros map[string]*node
}

// levels by the name of the outermost element.
var levels = map[string]int{"transfer": 1, "interchunk": 2, "postchunk": 3}

// known are the elements that a rule may be written with. A file with another is refused.
var known = map[string]bool{
	"clip": true, "lit": true, "lit-tag": true, "var": true, "b": true, "concat": true, "get-case-from": true,
	"case-of": true, "lu-count": true, "equal": true, "and": true, "or": true, "not": true, "in": true,
	"begins-with": true, "ends-with": true, "begins-with-list": true, "ends-with-list": true,
	"contains-substring": true, "choose": true, "when": true, "otherwise": true, "test": true, "let": true,
	"append": true, "out": true, "call-macro": true, "with-param": true, "modify-case": true, "lu": true, "mlu": true,
	"chunk": true, "tags": true, "tag": true, "reject-current-rule": true, "list": true, "action": true,
	"def-macro": true,
}

var errNoRules = errors.New("this is not a file of transfer rules")

// readProgram reads the rules as they are written.
func readProgram(source []byte, c *compiled) (*program, error) {
	d := xml.NewDecoder(bytes.NewReader(source))
	p := &program{macros: make(map[string]*node)}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "transfer", "interchunk", "postchunk":
			p.level = levels[e.Name.Local]
			p.chunks = attributeOf(e, "default") == "chunk"
		case "def-macro":
			n, err := readNode(d, e, c, 0)
			if err != nil {
				return nil, err
			}
			p.macros[n.n] = n
		case "action":
			n, err := readNode(d, e, c, 0)
			if err != nil {
				return nil, err
			}
			p.rules = append(p.rules, n)
		}
	}
	if p.level == 0 {
		return nil, errNoRules
	}
	return p, p.check(c)
}

func attributeOf(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// maxDepth bounds how deep elements may be nested.
const maxDepth = 200

var errDeep = errors.New("the rules are nested too deeply")

// readNode reads an element with all that is in it.
func readNode(d *xml.Decoder, e xml.StartElement, c *compiled, depth int) (*node, error) {
	if depth > maxDepth {
		return nil, errDeep
	}
	n, err := newNode(e, c)
	if err != nil {
		return nil, err
	}
	for {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			child, err := readNode(d, t, c, depth+1)
			if err != nil {
				return nil, err
			}
			n.children = append(n.children, child)
		case xml.EndElement:
			return n, nil
		}
	}
}

func newNode(e xml.StartElement, c *compiled) (*node, error) {
	n := &node{name: e.Name.Local, variable: -1, caseOf: -1}
	if !known[n.name] {
		return nil, fmt.Errorf("the rules use <%s>, which this version does not know", n.name)
	}
	if len(e.Attr) > 0 {
		n.first = e.Attr[0].Value
	}
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "n", "name":
			n.n = a.Value
		case "v":
			n.v = a.Value
		case "pos":
			n.position, _ = strconv.Atoi(a.Value)
		case "side":
			n.side = a.Value
		case "part":
			n.part = c.attributes[a.Value]
		case "link-to":
			n.linkTo = a.Value
		case "caseless":
			n.caseless = a.Value == "yes"
		case "namefrom":
			n.variable = c.variable(a.Value)
		case "case":
			n.caseOf = c.variable(a.Value)
		case "shifting":
			n.shifting = a.Value == "yes"
		}
	}
	switch n.name {
	case "var", "append":
		n.variable = c.variable(n.n)
	case "lit-tag":
		n.v = "<" + strings.ReplaceAll(n.v, ".", "><") + ">"
	case "call-macro", "with-param", "get-case-from":
		n.n = n.first
		n.position, _ = strconv.Atoi(n.first)
	}
	return n, nil
}

// check sees that what rules name is there, and looks lists up.
func (p *program) check(c *compiled) error {
	for _, m := range p.macros {
		if err := p.checkNode(m, c); err != nil {
			return err
		}
	}
	for _, r := range p.rules {
		if err := p.checkNode(r, c); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) checkNode(n *node, c *compiled) error {
	switch n.name {
	case "call-macro":
		if p.macros[n.n] == nil {
			return fmt.Errorf("the rules call %q, which is not there", n.n)
		}
	case "in", "begins-with-list", "ends-with-list":
		if len(n.children) != 2 {
			return fmt.Errorf("<%s> does not have two parts", n.name)
		}
		n.namesList = c.lists[n.children[1].n]
		n.list = make(map[string]bool, len(n.namesList))
		for _, s := range n.namesList {
			if n.caseless {
				s = casing.Lower(s)
			}
			n.list[s] = true
		}
	case "equal", "begins-with", "ends-with", "contains-substring", "let", "modify-case":
		if len(n.children) != 2 {
			return fmt.Errorf("<%s> does not have two parts", n.name)
		}
	case "not", "test", "case-of":
		if len(n.children) > 1 {
			return fmt.Errorf("<%s> has more than one part", n.name)
		}
	}
	for _, child := range n.children {
		if err := p.checkNode(child, c); err != nil {
			return err
		}
	}
	return nil
}
