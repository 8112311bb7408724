package transfer

import "strings"

// write carries out what stands in <out>.
func (r *run) write(n *node) {
	switch n.name {
	case "lu":
		r.out.WriteString(r.lu(n))
	case "mlu":
		r.out.WriteString(r.mlu(n))
	case "chunk":
		r.writeChunk(n)
	default:
		r.out.WriteString(r.value(n))
	}
}

// lu gives a word made of parts; nothing where they are empty.
func (r *run) lu(n *node) string {
	text := r.joined(n)
	if text == "" {
		return ""
	}
	return "^" + text + "$"
}

func (r *run) joined(n *node) string {
	var b strings.Builder
	for _, c := range n.children {
		b.WriteString(r.value(c))
		if r.bound(b.Len()) {
			return ""
		}
	}
	return b.String()
}

// mlu gives several words as one.
func (r *run) mlu(n *node) string {
	var b strings.Builder
	for _, c := range n.children {
		text := r.joined(c)
		if b.Len() > 0 && text != "" && !strings.HasPrefix(text, "#") {
			b.WriteByte('+')
		}
		b.WriteString(text)
		if r.bound(b.Len()) {
			return ""
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "^" + b.String() + "$"
}

// writeChunk writes a chunk: in transfer with a name, tags and words; in interchunk as its parts make it.
func (r *run) writeChunk(n *node) {
	if r.level != 1 {
		r.out.WriteString("^" + r.joined(n) + "$")
		return
	}
	name := n.n
	if n.variable >= 0 {
		name = r.variables[n.variable]
	}
	if n.caseOf >= 0 {
		if pattern := r.variables[n.caseOf]; pattern != "" {
			name = inCase(pattern, name)
		}
	}
	r.out.WriteString("^" + name)
	open := false
	for _, c := range n.children {
		if c.name == "tags" {
			for _, t := range c.children {
				r.out.WriteString(r.joined(t))
			}
			continue
		}
		if !open {
			r.out.WriteByte('{')
			open = true
		}
		r.write(c)
	}
	if !open {
		r.out.WriteByte('{')
	}
	r.out.WriteString("}$")
}
