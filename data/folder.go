package data

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

const (
	databaseName = "avtalebok.db"
	lockName     = "avtalebok.lock" // held while the database is being made or brought up to date

	folderMode fs.FileMode = 0o700
	fileMode   fs.FileMode = 0o600
)

// DefaultDir gives the folder for drafts by the system's convention: %AppData%\avtalebok on Windows,
// ~/Library/Application Support/avtalebok on macOS, else $XDG_DATA_HOME/avtalebok or ~/.local/share/avtalebok
// (XDG Base Directory Specification: a relative path in the variable is ignored).
func DefaultDir() (string, error) {
	const name = "avtalebok"
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		base, err := os.UserConfigDir() // which is %AppData% and ~/Library/Application Support
		if err != nil {
			return "", storageError("noHome", "", err)
		}
		return filepath.Join(base, name), nil
	}
	if base := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(base) {
		return filepath.Join(base, name), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", storageError("noHome", "", err)
	}
	return filepath.Join(home, ".local", "share", name), nil
}

// prepareFolder makes the folder where it is missing and sees that files can be written in it. Private reports
// that the folder is new or was empty: then it is the program's own, and nobody else's business. A folder that
// holds other things (--data . for instance) keeps its permissions.
func prepareFolder(dir string) (private bool, err error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return false, storageError("notFolder", dir, nil)
	}
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return false, explain(err, dir)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false, explain(err, dir)
	}
	private = len(entries) == 0
	if private {
		if err := restrict(dir, folderMode); err != nil {
			return false, explain(err, dir)
		}
	}
	return private, tryWriting(dir)
}

func tryWriting(dir string) error {
	probe, err := os.CreateTemp(dir, ".write-*")
	if err != nil {
		return explain(err, dir)
	}
	return explain(errors.Join(probe.Close(), os.Remove(probe.Name())), dir)
}

// createFile makes an empty private file unless there is one.
func createFile(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, fileMode)
	if err != nil {
		return err
	}
	return f.Close()
}

// restrict takes away what others may do with a file or folder, which must exist. Windows has no such bits: there
// the folder lies in the user's profile, which is private.
func restrict(path string, mode fs.FileMode) error {
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() == mode || runtime.GOOS == "windows" {
		return err
	}
	return os.Chmod(path, mode)
}

// restrictFiles sees that nobody else can read the drafts. SQLite gives the files that it adds later the
// permissions of the database.
func restrictFiles(dir string) error {
	for _, name := range []string{databaseName, databaseName + "-wal", databaseName + "-shm", lockName} {
		err := restrict(filepath.Join(dir, name), fileMode)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
