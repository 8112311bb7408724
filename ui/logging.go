package ui

import (
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
)

const (
	logName   = "avtalebok.log"
	crashName = "crash.txt"
	logLimit  = 1 << 20 // bytes; a full log becomes the old one, and the old one goes
)

// openLog makes the log in the data folder, and the file that a crash is written to. The log holds no words of any
// agreement. Without it the program works all the same.
func openLog(dir string) (*slog.Logger, io.Closer) {
	path := filepath.Join(dir, logName)
	if info, err := os.Stat(path); err == nil && info.Size() > logLimit {
		_ = os.Rename(path, path+".1")
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return slog.New(slog.DiscardHandler), io.NopCloser(nil)
	}
	catchCrashes(filepath.Join(dir, crashName))
	logger := slog.New(slog.NewTextHandler(f, nil))
	return logger, f
}

// catchCrashes makes the runtime write the last words of a crash to a file, beside what it prints. An earlier crash
// is kept until the next.
func catchCrashes(path string) {
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		_ = os.Rename(path, path+".1")
	} else if !errors.Is(err, fs.ErrNotExist) {
		_ = os.Remove(path)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	defer f.Close() // the runtime keeps a handle of its own
	_ = debug.SetCrashOutput(f, debug.CrashOptions{})
}

// fyneLog takes the lines that Fyne writes about its own trouble.
type fyneLog struct{ log *slog.Logger }

func (l fyneLog) Write(line []byte) (int, error) {
	l.log.Warn("toolkit", "line", string(line))
	return len(line), nil
}
