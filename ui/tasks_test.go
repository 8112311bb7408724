package ui

import (
	"slices"
	"testing"
)

// While one search runs, only the last of those asked for meanwhile is run after it.
func TestOnlyTheLatestWorkIsDoneAfterTheWorkThatRuns(t *testing.T) {
	var waiting []func() func() // work that a goroutine would do
	var did, shown []string
	l := latest{run: func(work func() func()) { waiting = append(waiting, work) }}
	search := func(text string) {
		l.start(func() func() {
			did = append(did, text)
			return func() { shown = append(shown, text) }
		})
	}
	for _, text := range []string{"b", "bo", "bod", "bodø"} {
		search(text)
	}
	for len(waiting) > 0 {
		work := waiting[0]
		waiting = waiting[1:]
		work()()
	}
	if want := []string{"b", "bodø"}; !slices.Equal(did, want) || !slices.Equal(shown, want) {
		t.Errorf("searched for %q, showed %q, want %q", did, shown, want)
	}
	search("her")
	waiting[0]()()
	if got := shown[len(shown)-1]; got != "her" {
		t.Errorf("showed %q last, want the new search", got)
	}
}
