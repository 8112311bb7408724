package transfer

import (
	"slices"
	"strconv"
	"strings"

	"avtalebok/translate/engine/casing"
)

// callsAtMost bounds how deep macros may call each other.
const callsAtMost = 50

// do carries out instructions. Only a rule's own may reject it; own is false within macros.
func (r *run) do(list []*node, own bool) {
	for _, n := range list {
		if r.reject || r.stopped() {
			return
		}
		switch n.name {
		case "let":
			r.assign(n.children[0], r.value(n.children[1]))
		case "append":
			for _, c := range n.children {
				longer := r.variables[n.variable] + r.value(c)
				if r.bound(len(longer)) {
					return
				}
				r.variables[n.variable] = longer
			}
		case "out":
			r.writing = true
			for _, c := range n.children {
				r.write(c)
			}
			r.writing = false
		case "choose":
			r.choose(n, own)
		case "call-macro":
			r.call(n)
		case "modify-case":
			r.assign(n.children[0], inCase(r.value(n.children[1]), r.value(n.children[0])))
		case "reject-current-rule":
			r.reject = own && !n.shifting
		}
	}
}

func (r *run) choose(n *node, own bool) {
	for _, branch := range n.children {
		switch branch.name {
		case "when":
			if len(branch.children) == 0 || !r.holds(branch.children[0]) {
				continue
			}
			r.do(branch.children[1:], own)
			return
		case "otherwise":
			r.do(branch.children, own)
			return
		}
	}
}

// call carries out a macro, which sees its parameters and no other words.
func (r *run) call(n *node) {
	m := r.macros[n.n]
	if m == nil || r.calls >= callsAtMost {
		return
	}
	var words []*word
	for _, p := range n.children {
		w := r.word(p.position)
		if w == nil && r.level == 3 {
			return
		}
		if w == nil {
			w = &word{}
		}
		words = append(words, w)
	}
	outer := r.words
	r.words = words
	r.calls++
	r.do(m.children, false)
	r.calls--
	r.words = outer
}

// word gives the word at a place, counted from 1; in postchunk 0 is the chunk.
func (r *run) word(position int) *word {
	if position == 0 && r.level == 3 {
		return r.chunk
	}
	if position < 1 || position > len(r.words) {
		return nil
	}
	return r.words[position-1]
}

// assign sets a variable or a part of a word.
func (r *run) assign(to *node, value string) {
	switch to.name {
	case "var":
		r.variables[to.variable] = value
	case "clip":
		if w := r.word(to.position); w != nil {
			side := to.side
			if side == "" && r.level == 1 {
				side = "sl"
			}
			r.set(w, to.part, side, value)
		}
	}
}

// value gives the text that an expression stands for.
func (r *run) value(n *node) string {
	switch n.name {
	case "clip":
		return r.clip(n)
	case "lit", "lit-tag":
		return n.v
	case "var":
		return r.variables[n.variable]
	case "b":
		return r.blank()
	case "concat":
		return r.joined(n)
	case "get-case-from":
		return r.getCaseFrom(n)
	case "case-of":
		return caseOf(r.clip(n))
	case "lu-count":
		return strconv.Itoa(len(r.words))
	}
	return ""
}

func (r *run) clip(n *node) string {
	w := r.word(n.position)
	if w == nil {
		return ""
	}
	found := r.get(w, n.part, n.side)
	if n.linkTo != "" && found != "" {
		return "<" + n.linkTo + ">"
	}
	return found
}

func (r *run) blank() string {
	if !r.writing || len(r.blanks) == 0 {
		return " "
	}
	b := r.blanks[0]
	r.blanks = r.blanks[1:]
	return b
}

// getCaseFrom gives its content in the case of a word's lemma.
func (r *run) getCaseFrom(n *node) string {
	text := r.joined(n)
	w := r.word(n.position)
	if w == nil {
		return text
	}
	side := ""
	if r.level == 1 {
		side = "sl"
	}
	return aroundTags(r.get(w, r.attributes["lem"], side), text)
}

// holds reports whether a condition is met.
func (r *run) holds(n *node) bool {
	switch n.name {
	case "test", "and":
		for _, c := range n.children {
			if !r.holds(c) {
				return false
			}
		}
		return true
	case "or":
		return slices.ContainsFunc(n.children, r.holds)
	case "not":
		return len(n.children) > 0 && !r.holds(n.children[0])
	case "in":
		s := r.value(n.children[0])
		if n.caseless {
			s = casing.Lower(s)
		}
		return n.list[s]
	}
	return r.compares(n)
}

func (r *run) compares(n *node) bool {
	if len(n.children) != 2 {
		return false
	}
	a := r.value(n.children[0])
	fold := func(s string) string {
		if n.caseless {
			return casing.Lower(s)
		}
		return s
	}
	a = fold(a)
	switch n.name {
	case "begins-with-list":
		return slices.ContainsFunc(n.namesList, func(s string) bool { return strings.HasPrefix(a, fold(s)) })
	case "ends-with-list":
		return slices.ContainsFunc(n.namesList, func(s string) bool { return strings.HasSuffix(a, fold(s)) })
	}
	b := fold(r.value(n.children[1]))
	switch n.name {
	case "equal":
		return a == b
	case "begins-with":
		return strings.HasPrefix(a, b)
	case "ends-with":
		return strings.HasSuffix(a, b)
	case "contains-substring":
		return strings.Contains(a, b)
	}
	return false
}
