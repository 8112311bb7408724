package layout

// leastColumns is the room that columns are begun in: enough for any item.
const leastColumns = longestInList * (leading + half)

// columns sets rows in two columns, numbered down the left and then down the right one. What a page can't hold goes
// on in two columns on the next.
func (p *paginator) columns(one piece) {
	p.y += p.above(one.row)
	rows := one.columns
	for {
		b := balance(rows)
		if b.height <= p.room()+slack {
			p.pair(rows[:b.split], rows[b.split:])
			return
		}
		left := p.filled(rows)
		if left == 0 && !p.empty {
			p.open()
			continue
		}
		left = max(left, 1) // so that a row taller than a page, which no item makes, would not be tried for ever
		right := left + p.filled(rows[left:])
		p.pair(rows[:left], rows[left:right])
		rows = rows[right:]
		if len(rows) == 0 {
			return
		}
		p.open()
	}
}

// columnsBefore sets columns that what follows belongs to. Where both don't fit on the page, the last rows of text in
// them are kept for the page of what follows.
func (p *paginator) columnsBefore(one piece, rest []piece) {
	if len(rest) == 0 || p.groupHeight(append([]piece{one}, rest...)) <= p.room()+slack {
		p.columns(one)
		return
	}
	keep := len(one.columns)
	for keep > 0 && (len(one.columns)-keep < textBefore || one.columns[keep-1].glued) {
		keep--
	}
	if keep > 0 {
		p.columns(piece{row: one.row, columns: one.columns[:keep]})
		p.open()
	}
	p.columns(piece{row: one.row, columns: one.columns[keep:]})
}

// filled gives how many rows fill a column to the foot of the page, without parting what is glued.
func (p *paginator) filled(rows []row) int {
	best, sum := 0, 0.0
	for i, r := range rows {
		if i > 0 {
			sum += r.before
		}
		sum += r.height
		if sum > p.room()+slack {
			break
		}
		if !r.glued {
			best = i + 1
		}
	}
	return best
}

// pair sets two columns side by side and moves on below the taller.
func (p *paginator) pair(left, right []row) {
	top, wasEmpty := p.y, p.empty
	lowest := top
	for i, column := range [][]row{left, right} {
		p.y = top
		for n, r := range column {
			if n == 0 {
				r.before = 0
			}
			p.set(r, float64(i)*(columnWidth+gutter))
		}
		lowest = max(lowest, p.y)
	}
	p.y, p.empty = lowest, wasEmpty && len(left)+len(right) == 0
}

// split is a way to part rows in two columns: the first split rows stand on the left.
type split struct {
	split  int
	height float64
}

// balance parts rows where the taller column is lowest, the left one not being the shorter if that can be had.
func balance(rows []row) split {
	total := height(rows)
	best := split{len(rows), total}
	left := 0.0
	for i, r := range rows {
		if i > 0 {
			left += r.before
		}
		left += r.height
		if r.glued || i == len(rows)-1 {
			continue
		}
		right := total - left - rows[i+1].before
		if h := max(left, right); h < best.height-slack || h < best.height+slack && left >= right {
			best = split{i + 1, h}
		}
	}
	return best
}
