package export

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"avtalebok/agreement"
	"avtalebok/pdf"
)

// Written is a file that was made.
type Written struct {
	Form agreement.Form
	Path string
}

// NotReady is the error for an agreement that can't be signed yet; it lists why.
type NotReady struct {
	Agreement agreement.Agreement
	Findings  []agreement.Finding
}

// Error gives one line for logs.
func (e *NotReady) Error() string {
	return "agreement " + e.Agreement.ID + " is not ready to be signed"
}

// Unwrap gives the code and the message for people.
func (e *NotReady) Unwrap() error {
	return agreement.NewError(agreement.Refused, "error.not_ready", nil, "Count", len(e.Findings))
}

// Findings lists what keeps an agreement from being signed in the forms: what is missing in it, and what can't be
// printed.
func Findings(a agreement.Agreement, forms ...agreement.Form) ([]agreement.Finding, error) {
	var all []agreement.Finding
	for _, form := range forms {
		doc, err := a.Resolve(form)
		if err != nil {
			return nil, err
		}
		problems, err := pdf.Uncovered(doc)
		if err != nil {
			return nil, err
		}
		all = append(all, a.Check(form)...)
		for _, p := range problems {
			all = append(all, agreement.Finding{
				Code: agreement.CharacterUncovered, Form: form, Place: p.Place,
				Args: map[string]string{"Character": p.Character, "CodePoint": p.CodePoint},
			})
		}
	}
	return all, nil
}

// Options say how PDFs are made.
type Options struct {
	Draft bool // take an agreement that is not ready, too, and mark it as a draft
	Looks Looks
}

// PDFs makes an agreement's PDFs in the forms and writes them into a folder, which is made where it is missing. All
// are made before any is written. An agreement that is not ready is refused with NotReady, unless the options say
// otherwise. Characters that can't be printed are refused even so.
func PDFs(ctx context.Context, a agreement.Agreement, dir string, o Options, forms ...agreement.Form) ([]Written, error) {
	if !o.Draft {
		findings, err := Findings(a, forms...)
		if err != nil {
			return nil, err
		}
		if len(findings) > 0 {
			return nil, &NotReady{Agreement: a, Findings: findings}
		}
	}
	type made struct {
		doc     agreement.Document
		content []byte
	}
	var all []made
	for _, form := range forms {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		doc, err := a.Resolve(form)
		if err != nil {
			return nil, err
		}
		content, _, err := Draw(doc, o.Looks)
		if err != nil {
			return nil, err
		}
		all = append(all, made{doc, content})
	}
	names, err := NewNames(dir)
	if err != nil {
		return nil, err
	}
	var out []Written
	for _, m := range all {
		path, err := names.Give(m.doc)
		if err != nil {
			return out, err
		}
		if err := WriteFile(path, m.content); err != nil {
			return out, err
		}
		out = append(out, Written{Form: m.doc.Form, Path: path})
	}
	return out, nil
}

// names gives the two file names that a document's PDF may have.
func names(doc agreement.Document) (plain, with string) {
	return PDFName(doc), baseName(doc) + "-" + doc.ID + "-" + string(doc.Form) + ".pdf"
}

// freeFor reports whether a draft's PDF may be written to path: nothing is there, or an earlier PDF of that draft.
func freeFor(path, draft string) (bool, error) {
	content, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	return pdf.MadeFrom(content, draft), nil
}
