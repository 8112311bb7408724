package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"avtalebok/agreement"
	"avtalebok/pdf"
	"avtalebok/script/conformance.d/cases"
)

// file is a PDF that was made and what it was made from.
type file struct {
	Name     string // without folder and ending
	Path     string
	Document agreement.Document
	Content  []byte
	Pages    int
	least    int // how many pages it must at least have
}

// leastFiles is how many files the checks must cover to mean something.
const leastFiles = 40

// makeFiles prints every case in both forms into a folder.
func makeFiles(dir string) ([]file, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	all, err := cases.All()
	if err != nil {
		return nil, err
	}
	var files []file
	for _, c := range all {
		for _, form := range agreement.Forms {
			f, err := print(c, form)
			if err != nil {
				return nil, err
			}
			f.Path = filepath.Join(dir, f.Name+".pdf")
			if err := os.WriteFile(f.Path, f.Content, 0o644); err != nil {
				return nil, err
			}
			files = append(files, f)
		}
	}
	return files, nil
}

func print(c cases.Case, form agreement.Form) (file, error) {
	f := file{Name: c.Name + "-" + string(form), least: c.LeastPage}
	var err error
	if f.Document, err = c.Agreement.Resolve(form); err != nil {
		return f, fmt.Errorf("%s: %w", f.Name, err)
	}
	if f.Document.Draft != c.Draft {
		return f, fmt.Errorf("%s: that it is a draft is %v, want %v", f.Name, f.Document.Draft, c.Draft)
	}
	preview, err := pdf.RenderPreview(f.Document, c.Looks)
	if err != nil {
		return f, fmt.Errorf("%s: %w", f.Name, err)
	}
	f.Content, f.Pages = preview.File, preview.Pages
	return f, nil
}

// fields lists the names of a file's signature fields, in order. A draft has none.
func (f file) fields() []string {
	var names []string
	if f.Document.Draft {
		return nil
	}
	for _, s := range f.Document.Sections {
		for _, b := range s.Blocks {
			if block, ok := b.(agreement.SignatureBlock); ok {
				for _, signer := range block.Signers {
					names = append(names, signer.Field)
				}
			}
		}
	}
	return names
}

// describe counts what was made.
func describe(files []file) outcome {
	var o outcome
	pages, most, fields, drafts, size := 0, 0, 0, 0, 0
	for _, f := range files {
		pages += f.Pages
		most = max(most, f.Pages)
		fields += len(f.fields())
		size += len(f.Content)
		if f.Document.Draft {
			drafts++
		}
		if f.Pages < f.least {
			o.wrong("%s has %d pages, want at least %d", f.Name, f.Pages, f.least)
		}
	}
	if len(files) < leastFiles {
		o.wrong("%d files are fewer than %d", len(files), leastFiles)
	}
	o.summary = fmt.Sprintf("%d files in both forms, %d pages (at most %d), %d signature fields, %d drafts, %d kB",
		len(files), pages, most, fields, drafts, size/1000)
	return o
}

// printHashes prints the SHA-256 and the name of every file that would be made.
func printHashes() error {
	all, err := cases.All()
	if err != nil {
		return err
	}
	for _, c := range all {
		for _, form := range agreement.Forms {
			f, err := print(c, form)
			if err != nil {
				return err
			}
			fmt.Printf("%x  %s\n", sha256.Sum256(f.Content), f.Name)
		}
	}
	return nil
}
