package export

import (
	"errors"
	"os"
	"path/filepath"

	"avtalebok/agreement"
	"avtalebok/pdf"
)

// Names gives out file names for several documents that go into one folder. Two that would have the same name get
// names with their drafts' IDs. The names depend on the documents and their order alone.
type Names struct {
	dir   string
	taken map[string]string // file name → draft's ID
}

// NewNames gives out names in a folder, which is made where it is missing.
func NewNames(dir string) (*Names, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, explain(err, dir)
	}
	return &Names{dir: dir, taken: make(map[string]string)}, nil
}

// Give gives the path for a document's PDF. A file that is there already and is not from its draft is left alone.
func (n *Names) Give(doc agreement.Document) (string, error) {
	plain, with := names(doc)
	for _, name := range []string{plain, with} {
		if by, taken := n.taken[name]; taken && by != doc.ID {
			continue
		}
		free, err := freeFor(filepath.Join(n.dir, name), doc.ID)
		if err != nil {
			return "", explain(err, filepath.Join(n.dir, name))
		}
		if free {
			n.taken[name] = doc.ID
			return filepath.Join(n.dir, name), nil
		}
	}
	return "", agreement.NewError(agreement.Refused, "error.write.taken", nil, "Path", filepath.Join(n.dir, with))
}

// Draw gives a document as a PDF and the number of its pages.
func Draw(doc agreement.Document, looks Looks) (file []byte, pages int, err error) {
	o, err := looks.Options(doc.Form)
	if err != nil {
		return nil, 0, err
	}
	p, err := pdf.RenderPreview(doc, o)
	return p.File, p.Pages, err
}

// Unprintable reports whether the error is that of a character that can't be printed.
func Unprintable(err error) bool {
	var problem pdf.Problem
	return errors.As(err, &problem)
}
