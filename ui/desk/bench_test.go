package desk

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
	"avtalebok/locales"
)

// large is a draft of 400 passages, 50 of them in the section with duties that the benchmarks edit.
func large(b *testing.B) agreement.Agreement {
	a := sample(b)
	words := agreement.Both("legge til rette for at alle kan delta i lokalsamfunnet, og følge opp dette hvert år",
		"leggje til rette for at alle kan delta i lokalsamfunnet, og følgje opp dette kvart år")
	a.Sections = nil
	for i := range 8 {
		s := agreement.Section{
			ID: fmt.Sprintf("duties-%d", i), Kind: agreement.Roles, Party: "county",
			Heading: agreement.Both("Oppgaver", "Oppgåver"),
		}
		for range 50 {
			s.Items = append(s.Items, agreement.Item{ID: agreement.NewID(), Text: words})
		}
		a.Sections = append(a.Sections, s)
	}
	return a
}

func benchDesk(b *testing.B, a agreement.Agreement) (*Desk, fyne.Window, *fakeTiming) {
	test.NewTempApp(b)
	window := test.NewTempWindow(b, nil)
	timing := &fakeTiming{}
	d := New(a, Options{Store: &fakeStore{}, Localizer: locales.New("nn"), Window: window, Timing: timing, Now: timing.Now})
	window.SetContent(d.Content())
	window.Resize(fyne.NewSize(1280, 800))
	return d, window, timing
}

// BenchmarkKey types one character into a draft of 400 passages, without what comes later in the background.
func BenchmarkKey(b *testing.B) {
	d, window, timing := benchDesk(b, large(b))
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

// BenchmarkReview works out what is missing in a draft of 400 passages.
func BenchmarkReview(b *testing.B) {
	a := large(b)
	for b.Loop() {
		reviewOf(a)
	}
}

// BenchmarkOpenSection builds and lays out the page of a section with 50 passages.
func BenchmarkOpenSection(b *testing.B) {
	d, _, _ := benchDesk(b, large(b))
	i := 0
	for b.Loop() {
		d.open(pageID(d.editor.Agreement().Sections[i%8].ID))
		i++
	}
}

// BenchmarkOpenDraft opens the desk on a draft of 400 passages.
func BenchmarkOpenDraft(b *testing.B) {
	a := large(b)
	for b.Loop() {
		d, _, _ := benchDesk(b, a)
		d.Close()
	}
}
