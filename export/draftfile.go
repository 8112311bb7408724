package export

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"avtalebok/agreement"
)

// Agreement writes an agreement as an .avtale file, in place of a file of that name.
func Agreement(a agreement.Agreement, path string) error {
	content, err := agreement.Encode(a)
	if err != nil {
		return err
	}
	return WriteFile(path, content)
}

// ReadAgreement reads an .avtale file and checks it whole.
func ReadAgreement(path string) (agreement.Agreement, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return agreement.Agreement{}, agreement.NewError(agreement.NotFound, "error.file.missing", err, "Path", path)
	}
	if err != nil {
		return agreement.Agreement{}, agreement.NewError(agreement.Storage, "error.file.read", err, "Path", path)
	}
	defer f.Close()
	a, err := agreement.Decode(f)
	var known *agreement.Error
	if errors.As(err, &known) {
		if known.Args == nil {
			known.Args = map[string]any{}
		}
		known.Args["Path"] = path
	}
	return a, err
}

// Saver keeps agreements as drafts; data.Store is one.
type Saver interface {
	Save(ctx context.Context, a agreement.Agreement) (agreement.Agreement, error)
}

// TakeIn stores an agreement that came from elsewhere as a new draft. It keeps its ID unless a draft there has it.
func TakeIn(ctx context.Context, s Saver, a agreement.Agreement) (agreement.Agreement, error) {
	a.Revision, a.Head = 0, nil
	saved, err := s.Save(ctx, a)
	if agreement.CodeOf(err) != agreement.Conflict {
		return saved, err
	}
	return s.Save(ctx, a.Duplicate())
}
