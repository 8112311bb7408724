package data

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

const (
	ownPrefix    = "avtalebok" // of every file that the program keeps in the folder
	databaseName = ownPrefix + ".db"
	lockName     = ownPrefix + ".lock" // held while the database is being made or brought up to date

	folderMode fs.FileMode = 0o700
	fileMode   fs.FileMode = 0o600
	others     fs.FileMode = 0o077 // all that the group and the rest of the world may do
)

// DefaultDir gives the folder for drafts by the system's convention: %AppData%\avtalebok on Windows,
// ~/Library/Application Support/avtalebok on macOS, else $XDG_DATA_HOME/avtalebok or ~/.local/share/avtalebok
// (XDG Base Directory Specification: a relative path in the variable is ignored).
func DefaultDir() (string, error) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		base, err := os.UserConfigDir() // which is %AppData% and ~/Library/Application Support
		if err != nil {
			return "", storageError("noHome", "", err)
		}
		return filepath.Join(base, ownPrefix), nil
	}
	if base := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(base) {
		return filepath.Join(base, ownPrefix), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", storageError("noHome", "", err)
	}
	return filepath.Join(home, ".local", "share", ownPrefix), nil
}

// prepareFolder makes the folder where it is missing. Private reports that nothing but the program's files is in
// it: then it is nobody else's business. A folder that held other things before (--data . for instance) keeps its
// permissions.
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
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ownPrefix) {
			return false, nil
		}
	}
	return true, explain(restrict(dir), dir)
}

// createFile makes an empty private file unless there is one. A file that is there is not even opened: closing it
// would let go of the locks that another Store of this process holds on it (POSIX, fcntl).
func createFile(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, fileMode)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// restrict takes away what others may do with a file or folder, where that can be done: a folder of somebody else,
// a memory stick and a network drive stay as they are. Windows has no such bits: there the folder lies in the user's
// profile, which is private.
func restrict(path string) error {
	info, err := os.Stat(path)
	if err != nil || runtime.GOOS == "windows" {
		return err
	}
	mode := info.Mode().Perm()
	if mode&others == 0 {
		return nil
	}
	err = os.Chmod(path, mode&^others)
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, errors.ErrUnsupported) {
		return nil
	}
	return err
}

// restrictFiles sees that nobody else can read the drafts. SQLite gives the files that it adds later the
// permissions of the database.
func restrictFiles(dir string) error {
	for _, name := range []string{databaseName, databaseName + "-wal", databaseName + "-shm", lockName} {
		err := restrict(filepath.Join(dir, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
