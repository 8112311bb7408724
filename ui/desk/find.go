package desk

import (
	"cmp"
	"slices"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// findDelay is how long after a change of the draft the hits are looked up anew.
const findDelay = 150 * time.Millisecond

// finder finds and replaces words over the whole draft, in both forms.
type finder struct {
	desk      *Desk
	bar       *findBar
	visible   bool
	replacing bool
	query     agreement.Query
	hits      []agreement.Hit
	at        int // the hit that is shown; -1 before the first one is
	order     map[agreement.Place]int
	from      caret // where the search begins
	home      home
	searching *coalescer
}

// caret is a place in the reading order of the draft's passages.
type caret struct {
	place, form, offset int
}

func (c caret) compare(other caret) int {
	return cmp.Or(cmp.Compare(c.place, other.place), cmp.Compare(c.form, other.form), cmp.Compare(c.offset, other.offset))
}

// home is where one was before the search.
type home struct {
	page   pageID
	offset float32
	spot   spot
}

func newFinder(d *Desk) *finder {
	f := &finder{desk: d, at: -1}
	f.searching = &coalescer{timing: d.timing, delay: findDelay, run: f.again}
	return f
}

// Find opens the search over the draft, or goes back into it. Words that are selected are searched for.
func (d *Desk) Find() { d.finder.open(false) }

// FindAndReplace is Find with an entry for other words.
func (d *Desk) FindAndReplace() { d.finder.open(true) }

// NextHit goes to the next place where the words stand.
func (d *Desk) NextHit() { d.finder.step(1) }

// PreviousHit goes to the place before.
func (d *Desk) PreviousHit() { d.finder.step(-1) }

func (f *finder) open(replacing bool) {
	d := f.desk
	selected := ""
	if s := d.focusedSlot(); s != nil {
		selected = s.entry.SelectedText()
	}
	if !f.visible {
		f.home = home{page: d.pageID, offset: d.sheet.Offset(), spot: d.where()}
	}
	f.visible = true
	f.replacing = replacing || f.replacing && f.bar.content.Visible()
	f.order = d.readingOrder()
	f.from = f.caret()
	f.bar.show()
	if selected != "" && agreement.CleanLine(selected) == selected {
		f.query.Text = selected
		f.bar.words.SetText(selected)
	}
	f.search()
	field := f.bar.words
	if replacing && f.query.Text != "" {
		field = f.bar.with
	}
	d.focus(field)
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// close takes the bar away. Whoever is in the text stays there, others come back to where they were.
func (f *finder) close() {
	d := f.desk
	f.visible = false
	f.searching.stop()
	f.hits, f.at = nil, -1
	f.bar.hide()
	f.mark()
	if d.focusedSlot() != nil {
		return
	}
	if c := d.canvas(); c != nil {
		c.Unfocus()
	}
	d.open(f.home.page)
	d.sheet.SetOffset(f.home.offset)
	if !f.home.spot.focused {
		d.Focus()
		return
	}
	d.restore(f.home.spot)
}

// readingOrder numbers the passages as a reader meets them.
func (d *Desk) readingOrder() map[agreement.Place]int {
	order := make(map[agreement.Place]int)
	for p := range d.editor.Agreement().Passages() {
		order[p] = len(order)
	}
	return order
}

// caret gives where the cursor is, or where the page begins.
func (f *finder) caret() caret {
	d := f.desk
	if s := d.current; s != nil {
		if at, ok := f.order[s.place]; ok {
			return caret{at, columnOf[s.form], byteOffset(s.entry.Text, s.entry.CursorTextOffset())}
		}
	}
	for _, s := range d.page.slots() {
		if at, ok := f.order[s.place]; ok {
			return caret{place: at}
		}
	}
	return caret{}
}

func (f *finder) start(h agreement.Hit) caret {
	return caret{f.order[h.Place], columnOf[h.Form], h.Start}
}

// search looks the words up and shows the first hit from where one was on.
func (f *finder) search() {
	f.lookUp()
	f.at = -1
	if len(f.hits) > 0 {
		f.at = f.next(f.from)
	}
	f.show()
}

// again looks the words up after the draft was changed. What is shown stays.
func (f *finder) again() {
	if !f.visible {
		return
	}
	var was caret
	if f.at >= 0 && f.at < len(f.hits) {
		was = f.start(f.hits[f.at])
	}
	f.lookUp()
	f.at = -1
	if len(f.hits) > 0 {
		f.at = f.next(was)
	}
	f.bar.refresh()
	f.mark()
}

func (f *finder) lookUp() {
	f.order = f.desk.readingOrder()
	f.hits = f.desk.editor.Agreement().Find(f.query)
	slices.SortStableFunc(f.hits, func(a, b agreement.Hit) int { return f.start(a).compare(f.start(b)) })
}

// next gives the first hit that begins at a caret or after it, else the very first.
func (f *finder) next(from caret) int {
	for i, h := range f.hits {
		if f.start(h).compare(from) >= 0 {
			return i
		}
	}
	return 0
}

// previous gives the last hit that begins before a caret, else the very last.
func (f *finder) previous(from caret) int {
	for i, h := range slices.Backward(f.hits) {
		if f.start(h).compare(from) < 0 {
			return i
		}
	}
	return len(f.hits) - 1
}

// step goes on by one hit: from the cursor for those who are in the text, else from the hit that is shown.
func (f *finder) step(by int) {
	d := f.desk
	if !f.visible {
		f.open(false)
		return
	}
	if f.searching.cancel != nil {
		f.searching.stop()
		f.again()
	}
	if len(f.hits) == 0 {
		return
	}
	s := d.focusedSlot()
	switch {
	case s == nil:
		f.at = (f.at + by + len(f.hits)) % len(f.hits)
	case by > 0:
		f.at = f.next(f.caret())
	default:
		from := f.caret()
		from.offset -= len(s.entry.SelectedText())
		f.at = f.previous(from)
	}
	f.show()
	if s != nil {
		f.enter()
	}
}

// show brings the present hit into sight.
func (f *finder) show() {
	f.bar.refresh()
	if f.at < 0 {
		f.mark()
		return
	}
	d, h := f.desk, f.hits[f.at]
	d.open(pageOf(h.Place))
	d.uncover(h.Form)
	f.mark()
	if s := d.slotAt(h.Place, h.Form); s != nil {
		s.entry.SetCursor(runeOffset(s.entry.Text, h.End))
		d.reveal(s)
	}
}

// enter puts the cursor into the text, with the present hit selected.
func (f *finder) enter() {
	if f.at < 0 {
		return
	}
	d, h := f.desk, f.hits[f.at]
	d.open(pageOf(h.Place))
	if s := d.slotAt(h.Place, h.Form); s != nil {
		d.focusSlot(s)
		if d.focusedSlot() == s {
			s.entry.SelectRange(runeOffset(s.entry.Text, h.Start), runeOffset(s.entry.Text, h.End))
		}
	}
}

// mark marks the hits on the page that is shown.
func (f *finder) mark() {
	spans := make(map[slotID][]widgets.Span)
	for i, h := range f.hits {
		if pageOf(h.Place) != f.desk.pageID {
			continue
		}
		t, _ := f.desk.editor.Agreement().Text(h.Place)
		s := t.In(h.Form)
		id := slotID{place: h.Place, form: h.Form}
		spans[id] = append(spans[id], widgets.Span{
			Start: runeOffset(s, h.Start), End: runeOffset(s, h.End), Current: i == f.at,
		})
	}
	for _, s := range f.desk.page.slots() {
		s.entry.Mark(spans[s.id()])
	}
}

// changed follows a change of the draft.
func (f *finder) changed() {
	if !f.visible {
		return
	}
	if s := f.desk.typing; s != nil {
		s.entry.Mark(nil) // they have moved; they come back when the words are looked up anew
	}
	f.searching.ask()
}

// focusedSlot gives the entry of the page that has the keyboard, or nil.
func (d *Desk) focusedSlot() *slot {
	c := d.canvas()
	if s := d.current; s != nil && c != nil && c.Focused() == fyne.Focusable(s.entry) {
		return s
	}
	return nil
}

// slotAt gives the entry on this page for the wording of a place in a form, or nil.
func (d *Desk) slotAt(p agreement.Place, form agreement.Form) *slot {
	for _, s := range d.page.slots() {
		if s.place == p && s.form == form {
			return s
		}
	}
	return nil
}

// runeOffset turns bytes into characters.
func runeOffset(s string, at int) int { return utf8.RuneCountInString(s[:max(0, min(at, len(s)))]) }

// byteOffset turns characters into bytes.
func byteOffset(s string, at int) int {
	for i := range s {
		if at == 0 {
			return i
		}
		at--
	}
	return len(s)
}
