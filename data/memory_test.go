package data_test

import (
	"bufio"
	"context"
	"fmt"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/storetest"
)

func TestMemory(t *testing.T) {
	storetest.TestMemory(t, func(t *testing.T, place string, clock func() time.Time) storetest.Memory {
		t.Helper()
		return open(t, place, data.WithClock(clock), data.WithBusyTimeout(300*time.Millisecond))
	})
}

func init() { jobs["import"] = importForEver }

// importForEver takes in pairs without end, and says so when some batches must have been written.
func importForEver(dir, _ string) error {
	s, err := data.Open(context.Background(), dir)
	if err != nil {
		return err
	}
	_, _, err = s.ImportTranslations(context.Background(), "endelaus.tmx", func(yield func(agreement.Translation, error) bool) {
		for i := 0; ; i++ {
			if i == 5000 {
				fmt.Println("under way")
			}
			if !yield(agreement.Translation{Pair: agreement.Pair{NB: fmt.Sprint("nummer ", i), NN: "x"}}, nil) {
				return
			}
		}
	})
	return err
}

func TestAnImportWhoseProcessIsKilledLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	command := start(t, thisProgram(t), "import", dir, "")
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	if lines := bufio.NewScanner(out); !lines.Scan() || lines.Text() != "under way" {
		t.Fatal("the import has not begun")
	}
	if err := command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = command.Wait() // it was killed

	s := open(t, dir)
	defer s.Close()
	if found, err := s.SearchTranslations(t.Context(), "", 10); err != nil || len(found) != 0 {
		t.Errorf("found %v, %v", found, err)
	}
	one := func(yield func(agreement.Translation, error) bool) {
		yield(agreement.Translation{Pair: agreement.Pair{NB: "nummer 1", NN: "x"}}, nil)
	}
	if added, _, err := s.ImportTranslations(t.Context(), "neste.tmx", one); added != 1 || err != nil {
		t.Errorf("the next import added %d, %v", added, err)
	}
	if n := count(t, dir, `SELECT (SELECT count(*) FROM translation) + (SELECT count(*) FROM translation_import)
		+ (SELECT count(*) FROM translation_search WHERE translation_search MATCH 'nummer')`); n != 3 {
		t.Errorf("%d rows are left, want one of each kind", n)
	}
}

// count gives the number that a query finds.
func count(t *testing.T, dir, query string) (n int) {
	t.Helper()
	if err := raw(t, dir).QueryRowContext(t.Context(), query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAnImportThatFillsTheDiskLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	defer s.Close()
	mine := []agreement.Translation{{Pair: agreement.Pair{NB: "Mål", NN: "Mål"}}}
	if _, err := s.RememberTranslations(t.Context(), mine); err != nil {
		t.Fatal(err)
	}
	if err := s.LimitPages(t.Context(), 400); err != nil {
		t.Fatal(err)
	}
	pairs := func(yield func(agreement.Translation, error) bool) {
		for i := range 20_000 {
			if !yield(agreement.Translation{Pair: agreement.Pair{NB: fmt.Sprint("nummer ", i, " ", noise(200)), NN: "x"}}, nil) {
				return
			}
		}
	}
	_, _, err := s.ImportTranslations(t.Context(), "stor.tmx", pairs)
	wantStorageError(t, err, "full")
	found, err := s.SearchTranslations(t.Context(), "", 10)
	if err != nil || len(found) != 1 || found[0].NB != "Mål" {
		t.Errorf("found %v, %v", found, err)
	}
	if err := s.LimitPages(t.Context(), 1_000_000); err != nil { // space has been freed
		t.Fatal(err)
	}
	if added, _, err := s.ImportTranslations(t.Context(), "stor.tmx", pairs); err != nil || added != 20_000 {
		t.Errorf("importing again: %d, %v", added, err)
	}
	checkIntegrity(t, dir)
}
