package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "avtalebok/"

// mayImport says which of the module's packages each part of the house may use. A part not named here is a mistake.
var mayImport = map[string][]string{
	"agreement":   {},
	"locales":     {"agreement"},
	"pdf":         {"agreement"},
	"spreadsheet": {}, // the text of lists that spreadsheet programs save
	"data":        {"agreement", "spreadsheet"},
	"translate":   {"agreement", "spreadsheet"},
	"export":      {"agreement", "pdf"},
	"raster":      {},
	"batch":       {"agreement", "data", "export"}, // one agreement to many counterparts
	"demo":        {"agreement", "data", "export"}, // the ready-made agreements
	"docs":        {},                              // the help pages
	"cli":         {"agreement", "locales", "pdf", "data", "translate", "export", "batch", "demo"},
	"ui":          {"agreement", "locales", "pdf", "data", "translate", "export", "batch", "demo", "raster", "docs"},
	"script":      {"agreement", "pdf", "data", "translate", "export"}, // what the slow checks build
	"":            {"cli", "ui", "locales"},                            // main.go
}

// only names the single part that may use a library; nothing else in the module imports it.
var only = map[string]string{
	"fyne.io/fyne/v2/app":           "main.go",
	"fyne.io/fyne/v2":               "ui",
	"github.com/jung-kurt/gofpdf":   "pdf/draw",
	"github.com/mattn/go-sqlite3":   "data/sqlite.go",
	"github.com/nicksnyder/go-i18n": "locales",
	"github.com/pressly/goose":      "data",
	"github.com/spf13/cobra":        "cli",
	"github.com/klippa-app":         "raster",
	"github.com/tetratelabs/wazero": "raster",
	"github.com/xuri/excelize":      "export/sheet",
	"github.com/arran4/golang-ical": "export/calendar",
}

// emptyWindow is the floor that script/bench measures the window against; it has to be a Fyne program.
const emptyWindow = "script/bench.d/empty/main.go"

func TestPackagesUseOnlyWhatLiesBelowThem(t *testing.T) {
	seen := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		seen++
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			checkImport(t, filepath.ToSlash(path), imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 30 {
		t.Errorf("only %d files were looked at", seen)
	}
}

func checkImport(t *testing.T, path, imported string) {
	t.Helper()
	part := ""
	if dir := filepath.ToSlash(filepath.Dir(path)); dir != "." {
		part, _, _ = strings.Cut(dir, "/")
	}
	if inside, ok := strings.CutPrefix(imported, module); ok {
		target, _, _ := strings.Cut(inside, "/")
		allowed, known := mayImport[part]
		if !known {
			t.Errorf("%s: the part %q is not in the plan of the house", path, part)
		}
		if target != part && !contains(allowed, target) {
			t.Errorf("%s must not import %s", path, imported)
		}
		return
	}
	for library, place := range only {
		if !(imported == library || strings.HasPrefix(imported, library+"/")) {
			continue
		}
		if strings.HasPrefix(library, "fyne.io/") && (path == "main.go" || path == emptyWindow) {
			continue
		}
		if path != place && !strings.HasPrefix(path, place+"/") {
			t.Errorf("%s must not import %s: only %s may", path, imported, place)
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
