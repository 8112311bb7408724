package finish

import "avtalebok/pdf/layout"

// structure writes the structure tree: an object for each element, the tree's root and the parent tree, which leads
// from marked content and signature fields back to their elements (ISO 32000-1, 14.7).
func (f *file) structure() {
	w := f.writer
	content := f.content()
	for i, e := range f.layout.Elements {
		w.begin(f.elements + i)
		w.text("<</S /", string(e.Role), " /P ")
		if e.Parent == layout.Artifact {
			w.ref(f.tree)
		} else {
			w.ref(f.elements + e.Parent)
		}
		f.attributes(e)
		f.kids(e, content[i], f.fieldOf(i))
		w.text(">>")
		w.end()
	}
	w.object(f.tree, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		f.elements, f.parents, len(f.layout.Pages)+len(f.fields))
	f.parentTree()
}

// mark is a piece of marked content: a page, from 0 on, and an identifier on it.
type mark struct{ page, id int }

// content lists each element's marked content.
func (f *file) content() [][]mark {
	list := make([][]mark, len(f.layout.Elements))
	for page, elements := range f.marks {
		for id, e := range elements {
			list[e] = append(list[e], mark{page, id})
		}
	}
	return list
}

func (f *file) attributes(e layout.Element) {
	switch {
	case e.Role == layout.RoleList:
		f.writer.text(" /A <</O /List /ListNumbering /Decimal>>")
	case e.Role == layout.RoleFigure:
		f.writer.text(" /Alt ", textString(e.Text), " /A <</O /Layout /Placement /Block>>")
	case e.Scope != "":
		f.writer.text(" /A <</O /Table /Scope /", string(e.Scope), ">>")
	}
}

// kids writes what an element holds. A Form's annotation stands there without an array around it: with one, a strict
// comparison of a signed file with its next revision finds the structure changed.
func (f *file) kids(e layout.Element, content []mark, field int) {
	w := f.writer
	switch {
	case field >= 0:
		w.text(" /K <</Type /OBJR /Obj ")
		w.ref(f.annotations + field)
		w.text(" /Pg ")
		w.ref(f.pages + f.fields[field].page)
		w.text(">>")
	case len(content) > 0:
		w.text(" /Pg ")
		w.ref(f.pages + content[0].page)
		w.text(" /K [")
		for i, m := range content {
			if i > 0 {
				w.text(" ")
			}
			if m.page == content[0].page {
				w.integer(m.id)
				continue
			}
			w.text("<</Type /MCR /Pg ")
			w.ref(f.pages + m.page)
			w.text(" /MCID ")
			w.integer(m.id)
			w.text(">>")
		}
		w.text("]")
	case len(e.Children) > 0:
		w.text(" /K [")
		for i, child := range e.Children {
			if i > 0 {
				w.text(" ")
			}
			w.ref(f.elements + child)
		}
		w.text("]")
	}
}

// fieldOf gives the signature field of a Form element, -1 for others.
func (f *file) fieldOf(element int) int {
	for i, field := range f.fields {
		if field.Element == element {
			return i
		}
	}
	return -1
}

// parentTree has an entry for each page, then one for each field.
func (f *file) parentTree() {
	w := f.writer
	w.begin(f.parents)
	w.text("<</Nums [")
	for page, elements := range f.marks {
		w.text("\n")
		w.integer(page)
		w.text(" [")
		for _, e := range elements {
			w.ref(f.elements + e)
			w.text(" ")
		}
		w.text("]")
	}
	for i, field := range f.fields {
		w.text("\n")
		w.integer(len(f.marks) + i)
		w.text(" ")
		w.ref(f.elements + field.Element)
	}
	w.text("]>>")
	w.end()
}
