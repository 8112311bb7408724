package enginetest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Program gives what one of Apertium's own programs makes of a text with a compiled file, so that a test can see
// whether what it expects is true. The file stands in the arguments as FILE. ok is false where it is not installed.
func Program(t testing.TB, data []byte, text, name string, arguments ...string) (out string, ok bool) {
	t.Helper()
	if !HasProgram(name) {
		return "", false
	}
	file := filepath.Join(t.TempDir(), "compiled.bin")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range arguments {
		if a == "FILE" {
			arguments[i] = file
		}
	}
	command := exec.Command(name, arguments...)
	command.Stdin = strings.NewReader(text)
	var stdout bytes.Buffer
	command.Stdout = &stdout
	if err := command.Run(); err != nil {
		t.Fatalf("%s %v: %v", name, arguments, err)
	}
	return stdout.String(), true
}
