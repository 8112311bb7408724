package export

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"avtalebok/agreement"
)

// WriteFile writes a file whole or not at all: to a temporary file beside it, synced, then renamed into place.
// The error says what to do: folder missing, not writable, disk full.
func WriteFile(path string, content []byte) error {
	return WriteStream(path, func(file io.Writer) error {
		_, err := file.Write(content)
		return err
	})
}

// WriteStream is WriteFile for content that is not to be held in memory: write writes it. An agreement.Error that
// write gives comes back as it is.
func WriteStream(path string, write func(io.Writer) error) error {
	if err := writeFile(path, write); err != nil {
		return explain(err, path)
	}
	return nil
}

func writeFile(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".avtalebok-*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err = write(f); err != nil {
		return err
	}
	// CreateTemp gives 0600; a file made for others to read gets what the user's mask leaves of 0644.
	if err = f.Chmod(0o666 &^ umask()); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), path); err != nil {
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// syncFolder makes the renaming itself lasting where the system can; where it can't, the file is whole all the same.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}

func explain(err error, path string) error {
	var known *agreement.Error
	key := "error.write.failing"
	switch {
	case errors.As(err, &known):
		return err
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		key = "error.write.full"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		key = "error.write.readOnly"
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		key = "error.write.folder"
	}
	return agreement.NewError(agreement.Storage, key, err, "Path", path)
}
