package desk

import (
	"slices"

	"avtalebok/agreement"
)

// replaceOne puts the other words in place of the present hit and goes on to the next one.
func (f *finder) replaceOne() {
	if f.at < 0 {
		return
	}
	d, h := f.desk, f.hits[f.at]
	t, _ := d.editor.Agreement().Text(h.Place)
	hit := t.In(h.Form)
	with := f.query.Suited(f.bar.with.Text, hit[min(h.Start, len(hit)):])
	d.whenAllowed([]agreement.Place{h.Place}, func() {
		d.history.seal()
		d.do(agreement.ReplaceHit(h, with))
		d.history.seal()
		f.from = f.start(h)
		f.from.offset += len(agreement.Clean(with))
		f.searching.stop()
		f.search()
	})
}

// replaceAll puts the other words in place of every hit, as one step. Passages with agreed wording are asked for
// first, all of them at once.
func (f *finder) replaceAll() {
	d := f.desk
	f.again()
	if len(f.hits) == 0 {
		return
	}
	var free, held []agreement.Place
	for _, h := range f.hits {
		into := &free
		if d.held(h.Place) {
			into = &held
		}
		if !slices.Contains(*into, h.Place) {
			*into = append(*into, h.Place)
		}
	}
	if len(held) == 0 {
		f.replaceIn(free)
		return
	}
	d.askAgreed(d.words.N("desk.agreed.ask_replace", len(held)), held,
		func() { f.replaceIn(append(free, held...)) },
		func() { f.replaceIn(free) })
}

// replaceIn replaces every hit in some places and says how many there were.
func (f *finder) replaceIn(places []agreement.Place) {
	if len(places) == 0 {
		return
	}
	d, count := f.desk, 0
	for _, h := range f.hits {
		if slices.Contains(places, h.Place) {
			count++
		}
	}
	d.history.seal()
	d.do(agreement.Replace(f.query, f.bar.with.Text, places...))
	d.history.seal()
	f.searching.stop()
	f.again()
	d.status.offerUndo(d.words.N("desk.search.replaced", count))
}
