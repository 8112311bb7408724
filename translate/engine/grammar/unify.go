package grammar

import "slices"

// unified is what the sets of an attempt have agreed on. There are few at a time, and they are copied often.
type unified struct {
	entries []agreedEntry // $$: the entry that a list must fit by
	parts   []agreedParts // &&: the parts one of which must fit
}

type agreedEntry struct {
	list  *set
	entry *entry
}

type agreedParts struct {
	set   *set
	parts []*set
}

// copied gives what was agreed on so far, for going back to.
func (n *unified) copied() unified {
	return unified{slices.Clone(n.entries), slices.Clone(n.parts)}
}

func (n *unified) forget() { n.entries, n.parts = n.entries[:0], n.parts[:0] }

// entry gives the entry that a list must fit by, or nil.
func (n *unified) entry(list *set) *entry {
	for _, e := range n.entries {
		if e.list == list {
			return e.entry
		}
	}
	return nil
}

func (n *unified) agree(list *set, by *entry) {
	for i, e := range n.entries {
		if e.list == list {
			n.entries[i].entry = by
			return
		}
	}
	n.entries = append(n.entries, agreedEntry{list, by})
}

// partsOf gives the parts of a set one of which must fit, and whether that has been asked before.
func (n *unified) partsOf(x *set) (parts []*set, asked bool) {
	for _, p := range n.parts {
		if p.set == x {
			return p.parts, true
		}
	}
	return nil, false
}

// shareEntry gives the entry that one part of a $$ set fitted by to its other parts.
func (n *unified) shareEntry(x *set) {
	parts := x.parts
	if len(parts) == 1 && len(parts[0].parts) > 0 {
		parts = parts[0].parts
	}
	var found *entry
	for _, part := range parts {
		if e := n.entry(part); e != nil {
			found = e
		}
	}
	if found == nil {
		return
	}
	for _, part := range parts {
		n.agree(part, found)
	}
}
