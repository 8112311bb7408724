package ui

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestTheDocumentsFolderIsTheOneThatTheDesktopNames(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux desktops name the folder in a file")
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", "")
	if got := documentsFolder(); got != home {
		t.Errorf("no folder for documents: %q, want the home folder", got)
	}
	makeFolder(t, filepath.Join(home, "Documents"))
	if got, want := documentsFolder(), filepath.Join(home, "Documents"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	makeFolder(t, filepath.Join(home, ".config"))
	makeFolder(t, filepath.Join(home, "Mine dokument"))
	names := "# comment\nXDG_DESKTOP_DIR=\"$HOME/Skrivebord\"\nXDG_DOCUMENTS_DIR=\"$HOME/Mine dokument\"\n"
	if err := os.WriteFile(filepath.Join(home, ".config", "user-dirs.dirs"), []byte(names), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, want := documentsFolder(), filepath.Join(home, "Mine dokument"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func makeFolder(t *testing.T, path string) {
	t.Helper()
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
}

func TestOpeningWithoutAProgramForItSaysWhatToDo(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("elsewhere the system itself opens files")
	}
	t.Setenv("PATH", "")
	for _, open := range []func(string) error{openFile, revealFile} {
		if err := open("/tmp/file.pdf"); err == nil || err.Error() == "" {
			t.Error("no error though there is no program to open files with")
		}
	}
}
