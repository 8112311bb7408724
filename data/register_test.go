package data_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/data"
	"avtalebok/data/storetest"
)

func TestRegister(t *testing.T) {
	storetest.TestRegister(t, func(t *testing.T, place string, clock func() time.Time) storetest.Register {
		t.Helper()
		return open(t, place, data.WithClock(clock))
	})
}

func TestDraftsFromBeforeTheRegisterAreInIt(t *testing.T) {
	dir := filled(t)
	db := raw(t, dir)
	execute(t, db, `DELETE FROM register`)
	execute(t, db, `UPDATE revision SET content = x'00' WHERE agreement = (SELECT number FROM agreement WHERE id = 'draft-3')`)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	defer s.Close()
	all, err := s.Register(t.Context(), register.Query{})
	if err != nil || len(all) != 5 {
		t.Fatalf("%d entries, %v", len(all), err)
	}
	for _, e := range all {
		if damaged := e.ID == "draft-3"; damaged != (len(e.Parties) == 0) || e.Title.NN == "" {
			t.Errorf("%s: %+v", e.ID, e)
		}
	}
}

func TestASignedCopyThatWasTamperedWithIsNotShown(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	defer s.Close()
	if _, err := s.Save(t.Context(), storetest.Draft("a", "Bodø", "én", "ein")); err != nil {
		t.Fatal(err)
	}
	e, err := s.Attach(t.Context(), "a", "signert.pdf", strings.NewReader("%PDF-1.7 signed"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "avtalebok-signed", e.File.SHA256+".pdf")
	for name, want := range map[string]os.FileMode{filepath.Dir(path): 0o700, path: 0o600} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	for key, spoil := range map[string]func() error{
		"file_damaged": func() error { return os.WriteFile(path, []byte("%PDF-1.7 forged"), 0o600) },
		"file_lost":    func() error { return os.Remove(path) },
	} {
		if _, err := s.Attach(t.Context(), "a", "signert.pdf", strings.NewReader("%PDF-1.7 signed")); err != nil {
			t.Fatal(err)
		}
		if err := spoil(); err != nil {
			t.Fatal(err)
		}
		_, _, err := s.SignedFile(t.Context(), "a")
		var wrong *agreement.Error
		if !errors.As(err, &wrong) || wrong.Key != "error.register."+key || wrong.Code != agreement.Storage {
			t.Errorf("%s: %v", key, err)
		}
	}
}

func TestADamagedRegisterIsAnErrorAndNoPanic(t *testing.T) {
	for _, column := range []string{"content", "facts", "steps"} {
		dir := filled(t)
		db := raw(t, dir)
		execute(t, db, `UPDATE register SET `+column+` = '{"broken'`)
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		s := open(t, dir)
		if _, err := s.Register(t.Context(), register.Query{}); agreement.CodeOf(err) != agreement.Storage {
			t.Errorf("%s: %v", column, err)
		}
		if _, err := s.List(t.Context(), data.Query{}); err != nil {
			t.Errorf("the drafts can't be listed for the register's sake: %v", err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// registerOf makes a store with n agreements of all kinds in all states.
func registerOf(b *testing.B, n int) *data.Store {
	b.Helper()
	s := open(b, b.TempDir(), data.WithClock(func() time.Time { return time.Date(2026, time.June, 1, 12, 0, 0, 0, time.UTC) }))
	for i := range n {
		a := storetest.Draft(fmt.Sprint("draft-", i), fmt.Sprint("Bygd ", i%357), "Vi møtes.", "Vi møtest.")
		a.Kind = register.Kinds[i%3]
		a.Theme = agreement.Both(fmt.Sprint("Nettverk ", i%40), fmt.Sprint("Nettverk ", i%40))
		a.Parties[1].Number = fmt.Sprint(1800 + i%357)
		a.Fields = append(a.Fields, agreement.Field{ID: "notice", Type: agreement.MonthsField, Answer: agreement.Answer{Value: "3"}})
		a.Parties[1].Signatories = a.Parties[0].Signatories
		if _, err := s.Save(b.Context(), a); err != nil {
			b.Fatal(err)
		}
		var events []register.Event
		day := register.Date{Year: 2016 + i%10, Month: time.Month(1 + i%12), Day: 1 + i%28}
		if i%4 > 1 {
			for j, p := range a.Parties {
				events = append(events, register.Event{Kind: register.WasAnchored, Date: day, Party: p.Role, Case: fmt.Sprintf("%d/%d", i, j)})
			}
			events = append(events, register.Event{Kind: register.WasSigned, Date: day})
		}
		if i%4 == 0 {
			continue
		}
		if _, err := s.RecordEvents(b.Context(), a.ID, append([]register.Event{{Kind: register.WasSent, Date: day}}, events...)...); err != nil {
			b.Fatal(err)
		}
	}
	return s
}

// BenchmarkRegister10000 does to 10,000 agreements what the screen does between a key or a click and what is shown.
func BenchmarkRegister10000(b *testing.B) {
	s := registerOf(b, 10_000)
	defer s.Close()
	ask := func(name string, q register.Query) {
		b.Run(name, func(b *testing.B) {
			found := 0
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				entries, err := s.Register(b.Context(), q)
				if err != nil {
					b.Fatal(err)
				}
				found, took = len(entries), append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(found), "found")
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
	byName := register.Order{Key: register.ByCounterpart, Form: agreement.Nynorsk}
	ask("list", register.Query{})
	ask("list+sort", register.Query{Order: byName})
	ask("filter", register.Query{Filter: register.Filter{Statuses: []agreement.Status{agreement.Running}, Kinds: []agreement.Kind{agreement.Grant}, Counties: []string{"18"}}})
	ask("search=all", register.Query{Search: "b"})
	ask("search=one", register.Query{Search: "bygd 217 nettverk"})
	ask("search+sort", register.Query{Search: "bygd", Order: byName})
	all, err := s.Register(b.Context(), register.Query{})
	if err != nil {
		b.Fatal(err)
	}
	for _, by := range []register.Grouping{register.GroupParty, register.GroupStatus, register.GroupCounty, register.GroupSubject} {
		b.Run("group="+string(by), func(b *testing.B) {
			for b.Loop() {
				register.GroupBy(all, by, agreement.Nynorsk, s.Today())
			}
		})
	}
	b.Run("totals", func(b *testing.B) {
		for b.Loop() {
			register.Total(all, s.Today())
		}
	})
	b.Run("follow-up of a year", func(b *testing.B) {
		for b.Loop() {
			register.FollowUp(all, register.Date{Year: 2026, Month: 1, Day: 1}, register.Date{Year: 2026, Month: 12, Day: 31})
		}
	})
	b.Run("after a change", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, err := s.SetFacts(b.Context(), "draft-7", register.Facts{Responsible: fmt.Sprint(i)}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("first time", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			fresh, err := data.Open(b.Context(), s.Dir())
			if err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			if _, err := fresh.Register(b.Context(), register.Query{}); err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			fresh.Close()
			b.StartTimer()
		}
	})
}
