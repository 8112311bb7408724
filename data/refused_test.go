package data_test

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/storetest"
)

const databaseName = "avtalebok.db"

// filled gives a folder with a closed store of a few drafts.
func filled(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	s := open(t, dir)
	for i := range 5 {
		a := storetest.Draft(fmt.Sprint("draft-", i), "Bodø", strings.Repeat(fmt.Sprint("tekst ", i, " "), 500), "tekst")
		if _, err := s.Save(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

// raw opens the database past the store.
func raw(t testing.TB, dir string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", filepath.Join(dir, databaseName))
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

func execute(t testing.TB, db *sql.DB, query string, arguments ...any) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), query, arguments...); err != nil {
		t.Fatal(query, err)
	}
}

// snapshot gives what every file in a folder holds and who may read it.
func snapshot(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = fmt.Sprintf("%x %s", sha256.Sum256(content), info.Mode())
	}
	return files
}

func wantStorageError(t *testing.T, err error, key string) {
	t.Helper()
	var e *agreement.Error
	if !errors.As(err, &e) || e.Code != agreement.Storage || e.Key != "error.storage."+key {
		t.Errorf("error %v, want storage: error.storage.%s", err, key)
		return
	}
	if path, _ := e.Args["Path"].(string); !filepath.IsAbs(path) {
		t.Errorf("the error names no path: %v", err)
	}
	if strings.Contains(err.Error(), "\n") {
		t.Errorf("the error has more than one line: %q", err)
	}
}

func TestUnusableDatabasesAreRefusedAndLeftAsTheyWere(t *testing.T) {
	newer := func(t *testing.T, dir string) {
		db := raw(t, dir)
		execute(t, db, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)`)
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	write := func(content []byte) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			if err := os.WriteFile(filepath.Join(dir, databaseName), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	tests := []struct {
		name    string
		prepare func(t *testing.T, dir string)
		key     string
	}{
		{"written by a newer version", newer, "newer"},
		{"another program's", func(t *testing.T, dir string) {
			write(nil)(t, dir)
			execute(t, raw(t, dir), `CREATE TABLE recipe (name TEXT)`)
		}, "foreign"},
		{"a text", write([]byte("Kjære dagbok")), "corrupt"},
		{"a long text", write(bytes.Repeat([]byte("Kjære dagbok. "), 10_000)), "corrupt"},
		{"zeros", write(make([]byte, 8192)), "corrupt"},
		{"cut off", func(t *testing.T, dir string) {
			if err := os.Truncate(filepath.Join(dir, databaseName), 5000); err != nil {
				t.Fatal(err)
			}
		}, "corrupt"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			made := filled(t)
			test.prepare(t, made)
			dir := t.TempDir() // a copy, which nobody has open
			copyFolder(t, made, dir)
			before := snapshot(t, dir)
			s, err := data.Open(t.Context(), dir)
			if err == nil {
				s.Close()
			}
			wantStorageError(t, err, test.key)
			after := snapshot(t, dir)
			for name, content := range before {
				if after[name] != content {
					t.Errorf("%s was changed", name)
				}
			}
			if test.key == "newer" && len(after) != len(before) {
				t.Errorf("something was added to the folder: %v, before %v", after, before)
			}
		})
	}
}

func copyFolder(t *testing.T, from, to string) {
	t.Helper()
	if err := os.RemoveAll(to); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(to, 0o700); err != nil {
		t.Fatal(err)
	}
}

// The newer program may have been ended so suddenly that its last words are still in the write-ahead log.
func TestNewerDatabaseWithAHotLogIsLeftAsItWas(t *testing.T) {
	dir := filled(t)
	db := raw(t, dir)
	execute(t, db, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)`)
	crashed := t.TempDir()
	for _, name := range []string{databaseName, databaseName + "-wal"} {
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(crashed, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	before := snapshot(t, crashed)
	_, err := data.Open(t.Context(), crashed)
	wantStorageError(t, err, "newer")
	after := snapshot(t, crashed)
	for name, content := range before {
		if after[name] != content {
			t.Errorf("%s was changed", name)
		}
	}
}

func TestDamagedPagesGiveErrorsAndNoPanic(t *testing.T) {
	whole := filled(t)
	path := filepath.Join(whole, databaseName)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	damaged := 0
	for at := 0; at < len(content); at += page {
		spoilt := bytes.Clone(content)
		for i := at; i < at+page; i++ {
			spoilt[i] ^= 0xa5
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, databaseName), spoilt, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := useAll(t, dir); err != nil {
			damaged++
			if agreement.CodeOf(err) != agreement.Storage {
				t.Errorf("page at %d: %v", at, err)
			}
		}
	}
	if damaged < len(content)/page/2 {
		t.Errorf("only %d of %d damaged pages were noticed", damaged, len(content)/page)
	}
}

// useAll opens a store and does everything that a program would; it gives the first error.
func useAll(t *testing.T, dir string) error {
	s, err := data.Open(t.Context(), dir)
	if err != nil {
		return err
	}
	defer s.Close()
	if _, err := s.List(t.Context(), data.Query{Search: "tekst"}); err != nil {
		return err
	}
	if _, err := s.OwnTemplates(t.Context(), false); err != nil {
		return err
	}
	if _, err := s.NewTemplate(t.Context(), agreement.BlankTemplate()); err != nil {
		return err
	}
	if _, err := s.SearchBank(t.Context(), agreement.BankQuery{Search: "tekst"}); err != nil {
		return err
	}
	for i := range 5 {
		a, err := s.Load(t.Context(), fmt.Sprint("draft-", i))
		if err != nil {
			return err
		}
		a.Parties = nil
		if _, err := s.Save(t.Context(), a); err != nil {
			return err
		}
	}
	return nil
}

func TestARevisionThatDoesNotDecodeIsAnError(t *testing.T) {
	damage := map[string]string{
		"no gzip":       `UPDATE revision SET content = x'00'`,
		"nothing":       `UPDATE revision SET content = x''`,
		"cut off":       `UPDATE revision SET content = substr(content, 1, length(content) - 12)`,
		"another draft": `UPDATE revision SET content = (SELECT content FROM revision ORDER BY entry DESC LIMIT 1)`,
	}
	for name, query := range damage {
		t.Run(name, func(t *testing.T) {
			dir := filled(t)
			execute(t, raw(t, dir), query)
			s := open(t, dir)
			defer s.Close()
			for _, load := range []func() (agreement.Agreement, error){
				func() (agreement.Agreement, error) { return s.Load(t.Context(), "draft-0") },
				func() (agreement.Agreement, error) { return s.LoadRevision(t.Context(), "draft-0", 1) },
			} {
				_, err := load()
				var e *agreement.Error
				if !errors.As(err, &e) || e.Code != agreement.Storage || e.Key != "error.draft.unreadable" {
					t.Errorf("error %v", err)
				}
			}
			if got, err := s.List(t.Context(), data.Query{}); err != nil || len(got) != 5 {
				t.Errorf("the list fails for one draft's sake: %v, %v", got, err)
			}
		})
	}
}

func TestAFileInTheFoldersPlaceIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{path, filepath.Join(path, "below")} {
		_, err := data.Open(t.Context(), dir)
		wantStorageError(t, err, "notFolder")
	}
	if content, _ := os.ReadFile(path); string(content) != "mine" {
		t.Errorf("the file now holds %q", content)
	}
}

func TestAFullDiskLosesNothingThatWasSaved(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	defer s.Close()
	saved, err := s.Save(t.Context(), storetest.Draft("a", "Bodø", "før", "før"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.LimitPages(t.Context(), 0); err != nil { // no page more than there are now
		t.Fatal(err)
	}
	long := storetest.Draft("a", "Bodø", noise(60_000), "lang")
	long.Revision = saved.Revision
	_, err = s.Save(t.Context(), long)
	wantStorageError(t, err, "full")

	loaded, err := s.Load(t.Context(), "a")
	if err != nil || !reflect.DeepEqual(loaded, saved) {
		t.Errorf("after the failed save: %+v, %v", loaded, err)
	}
	if got, err := s.List(t.Context(), data.Query{Search: "lang"}); err != nil || len(got) != 0 {
		t.Errorf("the failed save is found: %v, %v", got, err)
	}
	if err := s.LimitPages(t.Context(), 1_000_000); err != nil { // space has been freed
		t.Fatal(err)
	}
	if again, err := s.Save(t.Context(), long); err != nil || again.Revision != 2 {
		t.Errorf("saving again: revision %d, %v", again.Revision, err)
	}
}

// noise is a text that does not pack well, of n letters.
func noise(n int) string {
	var b strings.Builder
	sum := sha256.Sum256(nil)
	for b.Len() < n {
		sum = sha256.Sum256(sum[:])
		fmt.Fprintf(&b, "%x ", sum)
	}
	return b.String()[:n]
}

func TestALockedDatabaseIsAnErrorAfterTheTimeout(t *testing.T) {
	dir := filled(t)
	s := open(t, dir, data.WithBusyTimeout(time.Millisecond))
	defer s.Close()
	other := raw(t, dir)
	execute(t, other, `BEGIN IMMEDIATE`)

	a, err := s.Load(t.Context(), "draft-0") // reading goes on
	if err != nil {
		t.Fatal(err)
	}
	a.Parties = nil
	_, err = s.Save(t.Context(), a)
	wantStorageError(t, err, "locked")
	wantStorageError(t, s.Delete(t.Context(), "draft-0"), "locked")
	_, err = data.Open(t.Context(), dir, data.WithBusyTimeout(time.Millisecond))
	wantStorageError(t, err, "locked")

	execute(t, other, `ROLLBACK`)
	if saved, err := s.Save(t.Context(), a); err != nil || saved.Revision != 2 {
		t.Errorf("after the lock is gone: revision %d, %v", saved.Revision, err)
	}
}
