package templates

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"avtalebok/agreement"
)

// Ending is how the names of templates' files end.
const Ending = ".toml"

// ReadFile reads a template from a file. The error is Problems where the file is no template, NotFound or Storage where
// it can't be read at all.
func ReadFile(path string) (agreement.Template, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return agreement.Template{}, agreement.NewError(agreement.NotFound, "error.file.missing", err, "Path", path)
	}
	if err != nil {
		return agreement.Template{}, agreement.NewError(agreement.Storage, "error.file.read", err, "Path", path)
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err != nil {
		return agreement.Template{}, agreement.NewError(agreement.Storage, "error.file.read", err, "Path", path)
	}
	return Parse(filepath.Base(path), src)
}

// FileName proposes a name for a template's file, of what the template is called in one form.
func FileName(t agreement.Template, form agreement.Form) string {
	name := t.Name.In(form)
	if strings.TrimSpace(name) == "" {
		name = t.ID
	}
	return suggestID(name) + Ending
}
