package finish

import "avtalebok/pdf/layout"

// bookmark is an entry of the outline.
type bookmark struct {
	title    string
	page     int
	top      float64 // from the foot of the page, as PDF counts
	level    int
	object   int
	parent   int // object
	previous int
	next     int
	children []int // indices
}

// outline writes the headings below the title as bookmarks (ISO 32000-1, 12.3.3) and gives the root's object, 0 if
// there are none.
func (f *file) outline() int {
	marks := f.bookmarks()
	if len(marks) == 0 {
		return 0
	}
	w := f.writer
	root := w.reserve(1 + len(marks))
	var top []int
	last := -1 // the last bookmark of the first level
	for i := range marks {
		marks[i].object, marks[i].parent = root+1+i, root
		if marks[i].level > 2 && last >= 0 {
			marks[i].parent = marks[last].object
			marks[last].children = append(marks[last].children, i)
			continue
		}
		last = i
		top = append(top, i)
	}
	w.object(root, "<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>",
		marks[top[0]].object, marks[top[len(top)-1]].object, len(marks))
	link(marks, top)
	for _, m := range marks {
		link(marks, m.children)
	}
	for _, m := range marks {
		w.begin(m.object)
		w.text("<</Title ", textString(m.title), " /Parent ")
		w.ref(m.parent)
		w.text(" /Dest [")
		w.ref(f.pages + m.page)
		w.text(" /XYZ null ", number(m.top), " null]")
		f.sibling("Prev", m.previous)
		f.sibling("Next", m.next)
		if n := len(m.children); n > 0 {
			f.sibling("First", marks[m.children[0]].object)
			f.sibling("Last", marks[m.children[n-1]].object)
			w.text(" /Count ")
			w.integer(n)
		}
		w.text(">>")
		w.end()
	}
	return root
}

func (f *file) sibling(key string, object int) {
	if object != 0 {
		f.writer.text(" /", key, " ")
		f.writer.ref(object)
	}
}

func link(marks []bookmark, siblings []int) {
	for i, at := range siblings {
		if i > 0 {
			marks[at].previous = marks[siblings[i-1]].object
		}
		if i < len(siblings)-1 {
			marks[at].next = marks[siblings[i+1]].object
		}
	}
}

// bookmarks finds where the headings stand.
func (f *file) bookmarks() []bookmark {
	levels := map[layout.Role]int{layout.RoleH2: 2, layout.RoleH3: 3}
	var marks []bookmark
	last := -1
	for page, p := range f.layout.Pages {
		for _, l := range p.Lines {
			e := f.layout.Elements[l.Element]
			if l.Element <= last || levels[e.Role] == 0 || e.Text == "" {
				continue
			}
			last = l.Element
			const air = 12 // above the heading, where a viewer jumps to
			marks = append(marks, bookmark{title: e.Text, page: page, top: f.layout.Height - l.Y + air, level: levels[e.Role]})
		}
	}
	return marks
}
