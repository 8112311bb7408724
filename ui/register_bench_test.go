package ui

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/data"
	"avtalebok/data/templates"
	"avtalebok/ui/desk"
)

// manyAgreements is what a register must be able to hold and still answer at once.
const manyAgreements = 10_000

// bigRegister is a store of which the register has so many entries; the store's own part is measured in data.
type bigRegister struct {
	*data.Store
	entries []*register.Entry
}

func (s *bigRegister) Register(_ context.Context, q register.Query) ([]*register.Entry, error) {
	return register.Sort(q.Filter.Keep(s.entries, s.Today()), q.Order, s.Today()), nil
}

func newBigRegister(b *testing.B) *bigRegister {
	b.Helper()
	store, err := data.Open(context.Background(), b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = store.Close() })
	s := &bigRegister{Store: store}
	for i := range manyAgreements {
		day := register.Date{Year: 2015 + i%12, Month: 1, Day: 1}.AddDays(i % 365)
		e := &register.Entry{
			ID: fmt.Sprintf("a-%05d", i), Row: int64(i), Kind: register.Kinds[i%3],
			Title: agreement.Pair{NB: fmt.Sprintf("Avtale %d", i), NN: fmt.Sprintf("Avtale %d", i)},
		}
		e.Parties = []register.Party{
			{Key: "county", Kind: agreement.CountyParty, Number: "39", Name: "Vestfold fylkeskommune"},
			{Key: "other", Kind: agreement.OrganisationParty, Name: fmt.Sprintf("Laget %d", i%4000)},
		}
		e.Network, e.Responsible = fmt.Sprintf("Nettverk %d", i%7), fmt.Sprintf("Rådgjevar %d", i%40)
		e.Signed, e.SignedIn, e.Terms.Notice = day, register.InNynorsk, 3
		s.entries = append(s.entries, e)
	}
	return s
}

func onTheSpot(work func() func()) {
	if done := work(); done != nil {
		done()
	}
}

// benchRegister opens the register and measures what one change of it costs, from the change to the filled window. Work
// away from the UI thread is done on the spot, so that it counts, too.
func benchRegister(b *testing.B, part int, change func(s *registerScreen, i int)) {
	store := newBigRegister(b)
	w, err := New(test.NewApp(), Options{Store: store, Templates: templates.All(), Run: onTheSpot, Timing: desk.LiveTiming{}})
	if err != nil {
		b.Fatal(err)
	}
	w.window.Resize(fyne.NewSize(1280, 800))
	w.Show()
	w.showRegister()
	w.register.turn(part)
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		change(w.register, i)
	}
}

func BenchmarkRegisterList(b *testing.B) {
	benchRegister(b, 0, func(s *registerScreen, _ int) { s.reload() })
}

func BenchmarkRegisterFilter(b *testing.B) {
	benchRegister(b, 0, func(s *registerScreen, i int) {
		s.view.Filter.Kinds = []agreement.Kind{register.Kinds[i%3]}
		s.changed()
	})
}

func BenchmarkRegisterSort(b *testing.B) {
	keys := []register.SortKey{register.ByCounterpart, register.BySigned, register.ByStatus}
	benchRegister(b, 0, func(s *registerScreen, i int) {
		s.view.Order = register.Order{Key: keys[i%len(keys)]}
		s.changed()
	})
}

func BenchmarkRegisterGroup(b *testing.B) {
	benchRegister(b, 0, func(s *registerScreen, i int) {
		s.view.Group = groupings[1+i%(len(groupings)-1)]
		s.changed()
	})
}

// BenchmarkRegisterScroll measures the part of it that the UI thread has: showing other lines.
func BenchmarkRegisterScroll(b *testing.B) {
	benchRegister(b, 0, func(s *registerScreen, i int) {
		s.parts[0].(*registerTable).table.GoTo(i * 37 % manyAgreements)
	})
}

func BenchmarkFollowUpYear(b *testing.B) {
	benchRegister(b, 2, func(s *registerScreen, _ int) { s.parts[2].(*followUp).follow() })
}
