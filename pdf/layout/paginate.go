package layout

// paginate puts pieces on pages. Rows that are glued together move to the next page together; only a chain of them
// that no page can hold is parted.
func paginate(pieces []piece) []Page {
	p := &paginator{}
	p.open()
	for i := 0; i < len(pieces); {
		n := i + 1
		for n < len(pieces) && pieces[n-1].glued {
			n++
		}
		p.group(pieces[i:n])
		i = n
	}
	return p.pages
}

type paginator struct {
	pages []Page
	y     float64 // from the top of the area
	empty bool    // nothing is on the page yet
}

func (p *paginator) open() {
	p.pages = append(p.pages, Page{})
	p.y, p.empty = 0, true
}

func (p *paginator) room() float64 { return areaHeight - p.y }

// above is what stands above a row here: its space, or at the top of a page the headings that it repeats.
func (p *paginator) above(r row) float64 {
	if !p.empty {
		return r.before
	}
	return r.repeated()
}

// repeated is the height of the headings that are repeated above the row at the top of a page.
func (r row) repeated() float64 {
	if r.repeats == nil {
		return 0
	}
	return r.repeats.height + r.before
}

// group sets pieces that belong together.
func (p *paginator) group(group []piece) {
	if !p.empty && !p.fits(group) && p.worthBreaking(group) {
		p.open()
	}
	for i := 0; i < len(group); {
		if group[i].columns != nil {
			p.columnsBefore(group[i], group[i+1:])
			i++
			continue
		}
		n := p.fitting(group[i:])
		if n == 0 {
			p.open()
			continue
		}
		for _, one := range group[i : i+n] {
			p.set(one.row, 0)
		}
		i += n
	}
}

// fitting gives how many rows to set before the page has to be turned. A page ends with a heading only where nothing
// but headings would fill it.
func (p *paginator) fitting(rest []piece) int {
	n, y, empty := 0, p.y, p.empty
	for n < len(rest) && rest[n].columns == nil {
		before := rest[n].before
		if empty {
			before = rest[n].repeated()
		}
		if y+before+rest[n].height > areaHeight+slack {
			break
		}
		y, empty = y+before+rest[n].height, false
		n++
	}
	if n == len(rest) || rest[n].columns != nil && areaHeight-y >= rest[n].before+leastColumns {
		return n
	}
	unbound := n
	for unbound > 0 && (rest[unbound-1].heading || rest[unbound-1].bound) {
		unbound--
	}
	if unbound > 0 || !p.empty {
		return unbound
	}
	headings := n // nothing but headings, and the start of what is bound
	for headings > 0 && rest[headings-1].bound && !rest[headings-1].heading {
		headings--
	}
	if headings > 0 {
		return headings
	}
	return max(n, 1)
}

// slack forgives what floating point numbers lose.
const slack = 0.001

func (p *paginator) fits(group []piece) bool {
	return p.groupHeight(group) <= p.room()+slack
}

// groupHeight is what the group takes up here, with columns balanced.
func (p *paginator) groupHeight(group []piece) float64 {
	sum := 0.0
	for i, one := range group {
		before := one.before
		if i == 0 {
			before = p.above(one.row)
		}
		sum += before
		if one.columns != nil {
			sum += balance(one.columns).height
			continue
		}
		sum += one.height
	}
	return sum
}

// worthBreaking reports whether a group that does not fit here should start on a new page. Columns that would leave
// more than a third of the page empty are begun here and carried on overleaf instead.
func (p *paginator) worthBreaking(group []piece) bool {
	lead := 0.0
	for i, one := range group {
		if one.columns == nil {
			if i == 0 {
				lead += p.above(one.row)
			} else {
				lead += one.before
			}
			lead += one.height
			continue
		}
		room := p.room() - lead - one.before
		if i < len(group)-1 && p.groupHeight(group) <= areaHeight {
			return true
		}
		whole := balance(one.columns).height
		if whole > areaHeight-lead {
			return room < leastColumns
		}
		return p.room() < areaHeight/3 || room < leastColumns
	}
	return true
}

// set puts a row on the page, moved sideways by dx.
func (p *paginator) set(r row, dx float64) {
	if p.empty && r.repeats != nil {
		p.repeat(*r.repeats, dx)
		p.y += r.before
	} else {
		p.y += p.above(r)
	}
	p.page().put(r, dx, area.Y+p.y)
	p.y += r.height
	p.empty = false
}

// repeat sets a table's headings again at the top of a page.
func (p *paginator) repeat(head row, dx float64) {
	page := p.page()
	n := len(page.Lines)
	page.put(head, dx, area.Y+p.y)
	for _, l := range page.Lines[n:] {
		l.Element = Artifact
		page.Repeated = append(page.Repeated, l)
	}
	page.Lines = page.Lines[:n]
	p.y += head.height
}

func (p *paginator) page() *Page { return &p.pages[len(p.pages)-1] }

// put places a row's contents on the page.
func (p *Page) put(r row, dx, y float64) {
	for _, l := range r.lines {
		l.X += dx
		l.Y += y
		l.Baseline += y
		p.Lines = append(p.Lines, l)
	}
	for _, s := range r.shapes {
		s.X += dx
		s.Y += y
		p.Shapes = append(p.Shapes, s)
	}
	for _, i := range r.images {
		i.X += dx
		i.Y += y
		p.Images = append(p.Images, i)
	}
	for _, f := range r.fields {
		f.X += dx
		f.Y += y
		p.Fields = append(p.Fields, f)
	}
}
