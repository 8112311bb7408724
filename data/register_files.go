package data

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

const (
	signedFolder = ownPrefix + "-signed" // of the signed agreements, each under its SHA-256
	maxSigned    = 100 << 20             // bytes; a scan of 100 pages in colour takes some 50 MB
)

// pdfHead is what a PDF begins with; what scanners put before it is no more than a line (ISO 32000-1, annex H 3.4.1).
var pdfHead = []byte("%PDF-")

// Attach takes in a copy of the signed agreement from r and gives the entry with it. Name is what the file is called to
// people. The copy lies in the data folder, where only the user can read it, and can't be changed unnoticed: SignedFile
// checks it. An earlier copy stays, and its event names it.
func (s *Store) Attach(ctx context.Context, id, name string, r io.Reader) (register.Entry, error) {
	if _, err := s.RegisterEntry(ctx, id); err != nil {
		return register.Entry{}, err
	}
	file, err := s.takeIn(agreement.CleanLine(filepath.Base(name)), r)
	if err != nil {
		return register.Entry{}, explain(err, filepath.Join(filepath.Dir(s.path), signedFolder))
	}
	return s.RecordEvents(ctx, id, register.Event{Kind: register.WasAttached, Date: s.Today(), File: &file})
}

// takeIn writes a PDF under its hash, whole or not at all.
func (s *Store) takeIn(name string, r io.Reader) (file register.File, err error) {
	dir := filepath.Join(filepath.Dir(s.path), signedFolder)
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return file, err
	}
	if err := restrict(dir); err != nil {
		return file, err
	}
	f, err := os.CreateTemp(dir, ".new-*") // made with 0600
	if err != nil {
		return file, err
	}
	defer func() {
		f.Close()
		os.Remove(f.Name()) // fails once it has its name
	}()
	sum := sha256.New()
	size, err := io.Copy(io.MultiWriter(f, sum), io.LimitReader(r, maxSigned+1))
	switch {
	case err != nil:
		return file, err
	case size > maxSigned:
		return file, agreement.NewError(agreement.Invalid, "error.register.file_large", nil, "Name", name, "Limit", maxSigned>>20)
	}
	head := make([]byte, 1024)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return file, err
	}
	if !bytes.Contains(head[:n], pdfHead) {
		return file, agreement.NewError(agreement.Invalid, "error.register.file_kind", nil, "Name", name)
	}
	file = register.File{Name: name, SHA256: hex.EncodeToString(sum.Sum(nil)), Size: size}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return file, err
	}
	if err := os.Rename(f.Name(), s.signedPath(file.SHA256)); err != nil {
		return file, err
	}
	syncFolder(dir)
	return file, nil
}

// syncFolder makes a renaming lasting where the system can.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// signedPath gives where the copy with a hash lies.
func (s *Store) signedPath(sha256 string) string {
	return filepath.Join(filepath.Dir(s.path), signedFolder, filepath.Base(sha256)+".pdf")
}

// SignedFile gives the copy of the signed agreement after checking that it is what was taken in: one that has changed
// since or is gone is an error that says so.
func (s *Store) SignedFile(ctx context.Context, id string) ([]byte, register.File, error) {
	e, err := s.RegisterEntry(ctx, id)
	if err != nil {
		return nil, register.File{}, err
	}
	if e.File == nil {
		return nil, register.File{}, agreement.NewError(agreement.NotFound, "error.register.file_none", nil)
	}
	content, err := os.ReadFile(s.signedPath(e.File.SHA256))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, *e.File, agreement.NewError(agreement.Storage, "error.register.file_lost", err, "Name", e.File.Name)
	case err != nil:
		return nil, *e.File, explain(err, s.signedPath(e.File.SHA256))
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != e.File.SHA256 {
		return nil, *e.File, agreement.NewError(agreement.Storage, "error.register.file_damaged", nil, "Name", e.File.Name)
	}
	return content, *e.File, nil
}
