//go:build unix

package data_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// nobody is a user without rights; the superuser writes where nobody may, so the tests are run as somebody else.
const nobody = 65534

func TestAReadOnlyFolderIsRefused(t *testing.T) {
	root, err := os.MkdirTemp("", "avtalebok") // t.TempDir is closed to other users
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(root) })
	program := filepath.Join(root, "program")
	copyProgram(t, program)
	empty, used := filepath.Join(root, "empty"), filepath.Join(root, "used")
	if err := os.Mkdir(empty, 0o700); err != nil {
		t.Fatal(err)
	}
	open(t, used).Close()
	for _, path := range []string{root, empty, used, filepath.Join(used, databaseName)} {
		if os.Getuid() == 0 {
			if err := os.Chown(path, nobody, nobody); err != nil {
				t.Fatal(err)
			}
		}
	}
	modes := []struct {
		name, path, dir string
		mode            os.FileMode
	}{
		{"an empty folder", empty, empty, 0o500},
		{"a folder with drafts", used, used, 0o500},
		{"a folder to be made", root, filepath.Join(root, "missing"), 0o500},
		{"a folder that may not be entered", used, used, 0},
		{"a database that is read-only", filepath.Join(used, databaseName), used, 0o400},
	}
	for _, m := range modes {
		t.Run(m.name, func(t *testing.T) {
			before, err := os.Stat(m.path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(m.path, m.mode); err != nil {
				t.Fatal(err)
			}
			defer os.Chmod(m.path, before.Mode())
			command := start(t, program, "open", m.dir, "")
			if os.Getuid() == 0 {
				command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
			}
			output, err := command.CombinedOutput()
			if err == nil || !strings.HasPrefix(string(output), "storage: error.storage.readOnly") {
				t.Errorf("%v: %s", err, output)
			}
		})
	}
}

func copyProgram(t *testing.T, to string) {
	t.Helper()
	from, err := os.Open(thisProgram(t))
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	f, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(f, from); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
