package apertium

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"avtalebok/agreement"
)

// installed makes the skeleton of an installation in a folder whose name has blanks and letters beyond ASCII.
func installed(t *testing.T) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), "Æ ø å")
	share := filepath.Join(root, "share", "apertium")
	for _, mode := range []string{"nob-nno_e", "nob-nno", "nno-nob"} {
		write(t, filepath.Join(share, "modes", mode+".mode"), "lt-proc '/usr/share/apertium/apertium-nno-nob/"+mode+".bin' | cg-proc 'x/apertium-nno-nob/g.bin'")
		write(t, filepath.Join(share, "apertium-nno-nob", mode+".bin"), "x")
	}
	write(t, filepath.Join(share, "apertium-nno-nob", "g.bin"), "x")
	for _, program := range []string{"lt-proc", "cg-proc"} {
		write(t, filepath.Join(root, "bin", program), "x")
	}
	return root
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o755); err != nil {
		t.Fatal(err)
	}
}

func TestAnInstallationIsFoundInAFolder(t *testing.T) {
	t.Setenv("PATH", "")
	root := installed(t)
	for _, folder := range []string{root, filepath.Dir(root)} {
		if folder != root {
			if err := os.Rename(root, filepath.Join(folder, "usr")); err != nil {
				t.Fatal(err)
			}
		}
		in, err := Find(folder)
		if err != nil {
			t.Fatalf("%s: %v", folder, err)
		}
		if !strings.HasPrefix(in.programs["lt-proc"], folder) {
			t.Errorf("lt-proc is %s", in.programs["lt-proc"])
		}
	}
}

func TestWhatIsMissingIsNamed(t *testing.T) {
	t.Setenv("PATH", "")
	for file, named := range map[string]string{
		"share/apertium/modes/nno-nob.mode":             "nno-nob.mode",
		"share/apertium/apertium-nno-nob/nob-nno_e.bin": "apertium-nno-nob/nob-nno_e.bin",
		"bin/cg-proc": "cg-proc",
	} {
		root := installed(t)
		if err := os.Remove(filepath.Join(root, filepath.FromSlash(file))); err != nil {
			t.Fatal(err)
		}
		_, err := Find(root)
		wantKey(t, err, "error.translate.incomplete")
		var e *agreement.Error
		if errors.As(err, &e) && e.Args["Missing"] != named {
			t.Errorf("without %s, missing is %v", file, e.Args["Missing"])
		}
	}
	_, err := Find(t.TempDir())
	wantKey(t, err, "error.translate.incomplete")
}

func TestAModeFileThatStartsSomethingElseIsRefused(t *testing.T) {
	root := installed(t)
	write(t, filepath.Join(root, "share", "apertium", "modes", "nob-nno.mode"), "sh -c x")
	_, err := Find(root)
	wantKey(t, err, "error.translate.mode")
}
