package data_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"avtalebok/data"
	"avtalebok/data/storetest"
)

func permissions(t *testing.T, path string) fs.FileMode {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().Perm()
}

func wantPrivate(t *testing.T, dir string) {
	t.Helper()
	if got := permissions(t, dir); got != 0o700 {
		t.Errorf("the folder has %o, want 700", got)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if got := permissions(t, filepath.Join(dir, e.Name())); got != 0o600 {
			t.Errorf("%s has %o, want 600", e.Name(), got)
		}
	}
}

func skipWithoutPermissions(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such permissions")
	}
}

func TestDraftsAreForTheUserAlone(t *testing.T) {
	skipWithoutPermissions(t)
	dir := filepath.Join(t.TempDir(), "new", "folder")
	s := open(t, dir)
	if _, err := s.Save(t.Context(), storetest.Draft("a", "Bodø", "én", "ein")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"avtalebok.db", "avtalebok.db-wal", "avtalebok.db-shm"} {
		permissions(t, filepath.Join(dir, name)) // they are there
	}
	wantPrivate(t, dir)
	s.Close()
	wantPrivate(t, dir)
}

func TestPermissionsAreMendedAtOpening(t *testing.T) {
	skipWithoutPermissions(t)
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	first := open(t, dir) // keeps -wal and -shm there
	defer first.Close()
	wantPrivate(t, dir)
	loosen := func() {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			if err := os.Chmod(filepath.Join(dir, e.Name()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chmod(dir, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	loosen()
	open(t, dir).Close()
	wantPrivate(t, dir)

	if err := os.WriteFile(filepath.Join(dir, "notat.txt"), nil, 0o600); err != nil { // something came later
		t.Fatal(err)
	}
	loosen()
	open(t, dir).Close()
	if got := permissions(t, dir); got != 0o700 {
		t.Errorf("the folder has %o, want 700", got)
	}
}

func TestAFolderThatHoldsOtherThingsKeepsItsPermissions(t *testing.T) {
	skipWithoutPermissions(t)
	dir := t.TempDir()
	other := filepath.Join(dir, "referat.txt")
	if err := os.WriteFile(other, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		open(t, dir).Close()
		if got := permissions(t, dir); got != 0o755 {
			t.Errorf("the folder has %o, want 755 as before", got)
		}
		if got := permissions(t, other); got != 0o644 {
			t.Errorf("the other file has %o, want 644 as before", got)
		}
		if got := permissions(t, filepath.Join(dir, "avtalebok.db")); got != 0o600 {
			t.Errorf("the database has %o, want 600", got)
		}
	}
}

func TestFoldersMayHaveAnyName(t *testing.T) {
	for _, name := range []string{"med blank", "æøå ÆØÅ", "50% av?delt#=&;", "file:", "'\"", "čáhci 🙂"} {
		dir := filepath.Join(t.TempDir(), name)
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Log("not on this system:", err)
			continue
		}
		s := open(t, dir)
		_, err := s.Save(t.Context(), storetest.Draft("a", "Bodø", "én", "ein"))
		s.Close()
		if err != nil {
			t.Errorf("%q: %v", name, err)
		}
		if _, err := os.Stat(filepath.Join(dir, "avtalebok.db")); err != nil {
			t.Errorf("%q: the database is elsewhere: %v", name, err)
		}
	}
}

func TestDefaultFolderFollowsTheSystem(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("XDG is for the others")
	}
	tests := []struct{ xdg, home, want string }{
		{"/srv/xdg", "/home/kari", "/srv/xdg/avtalebok"},
		{"", "/home/kari", "/home/kari/.local/share/avtalebok"},
		{"relative", "/home/kari", "/home/kari/.local/share/avtalebok"},
	}
	for _, test := range tests {
		t.Setenv("XDG_DATA_HOME", test.xdg)
		t.Setenv("HOME", test.home)
		if got, err := data.DefaultDir(); err != nil || got != test.want {
			t.Errorf("XDG_DATA_HOME=%s: %s, %v; want %s", test.xdg, got, err, test.want)
		}
	}
	t.Setenv("XDG_DATA_HOME", "")
	t.Setenv("HOME", "")
	if _, err := data.DefaultDir(); err == nil {
		t.Error("there is no home, but a default folder")
	}
}
