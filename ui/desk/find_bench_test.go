package desk

import (
	"testing"

	"avtalebok/agreement"
)

// BenchmarkSearch looks one word up in a draft of 400 passages, shows the first hit and marks those on its page, as
// each key typed into the search does.
func BenchmarkSearch(b *testing.B) {
	for _, c := range []struct{ name, words string }{{"everywhere", "alle"}, {"nowhere", "sjøørret"}} {
		b.Run(c.name, func(b *testing.B) {
			d, _, _ := benchDesk(b, large(b))
			d.Find()
			d.finder.query.Text = c.words
			for b.Loop() {
				d.finder.search()
			}
		})
	}
}

// BenchmarkKeyWhileSearching types into a draft of 400 passages while its hits are shown.
func BenchmarkKeyWhileSearching(b *testing.B) {
	d, window, timing := benchDesk(b, large(b))
	d.Find()
	d.finder.query.Text = "alle"
	d.finder.search()
	s := d.editor.Agreement().Sections[3]
	d.GoTo(agreement.Place{Section: s.ID, Item: s.Items[20].ID, Part: agreement.PartText})
	n := 0
	for b.Loop() {
		window.Canvas().Focused().TypedRune('ø')
		if n++; n%200 == 0 { // an entry that grows for ever would measure itself only
			b.StopTimer()
			d.Undo()
			timing.timers, timing.work = nil, nil
			b.StartTimer()
		}
	}
}
