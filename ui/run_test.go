package ui

import (
	"bytes"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/locales"
)

func TestWithoutADisplayTheErrorSaysWhatToDo(t *testing.T) {
	if !needsDisplay {
		t.Skip("this system always has a display")
	}
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	dir := filepath.Join(t.TempDir(), "data")
	err := Run(dir, "test", nil, func() fyne.App {
		t.Error("the graphics were started")
		return nil
	})
	if agreement.CodeOf(err) != agreement.Refused || !strings.Contains(locales.New("nb").Error(err), "skjerm") {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("a data folder was made for nothing")
	}
}

func TestGraphicsThatDoNotStartAreToldOfInPlainWords(t *testing.T) {
	var said bytes.Buffer
	code := 0
	var logged bytes.Buffer
	watch := &graphicsWatch{next: &logged, stderr: &said, words: locales.New("nb"), exit: func(c int) { code = c }}
	var boxed string
	watch.box = func(_, text string) { boxed = text }
	if _, err := watch.Write([]byte("Fyne error:  some small matter")); err != nil || said.Len() > 0 || code != 0 {
		t.Fatalf("a small matter ended the program: %d, %q, %v", code, said.String(), err)
	}
	if _, err := watch.Write([]byte("Fyne error:  window creation error")); err != nil {
		t.Fatal(err)
	}
	if code != 1 || !strings.Contains(said.String(), "OpenGL") || strings.Count(said.String(), "\n") != 1 || !strings.Contains(said.String(), boxed) || boxed == "" {
		t.Errorf("exit %d, said %q", code, said.String())
	}
	if !strings.Contains(logged.String(), "some small matter") {
		t.Error("Fyne's lines are not in the log")
	}
}

func TestACrashSavesAndIsAnErrorWithItsTraceInTheLog(t *testing.T) {
	var logged bytes.Buffer
	saved := false
	err := func() (err error) {
		defer recoverCrash(slog.New(slog.NewTextHandler(&logged, nil)), &err, func() {
			saved = true
			panic("once more")
		})
		panic("a mistake")
	}()
	if agreement.CodeOf(err) != agreement.Internal {
		t.Errorf("%v", err)
	}
	if !saved {
		t.Error("nothing was saved")
	}
	if said := locales.New("en").Error(err); strings.Contains(said, "goroutine") || strings.Contains(said, "a mistake") {
		t.Errorf("shown to the user: %q", said)
	}
	if !strings.Contains(logged.String(), "run_test.go") || !strings.Contains(logged.String(), "once more") {
		t.Error("the log does not say where it happened")
	}
}

func TestALogThatIsFullIsPutAside(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, logName)
	if err := os.WriteFile(path, bytes.Repeat([]byte("x"), logLimit+1), 0o600); err != nil {
		t.Fatal(err)
	}
	logger, closer := openLog(dir)
	logger.Error("new", "error", errors.New("trouble"))
	if err := closer.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path + ".1"); err != nil || info.Size() != logLimit+1 {
		t.Errorf("the old log: %v", err)
	}
	if content, err := os.ReadFile(path); err != nil || !strings.Contains(string(content), "trouble") || len(content) > 1000 {
		t.Errorf("the new log holds %d bytes, %v", len(content), err)
	}
}
