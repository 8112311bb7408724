//go:build !windows

package printing_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/export/printing"
)

// system puts programs that answer like CUPS first in the path; each is a shell script.
func system(t *testing.T, programs map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, script := range programs {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
	return dir
}

func TestPrintersAreListedTheDefaultFirst(t *testing.T) {
	system(t, map[string]string{"lpstat": `case $1 in -e) echo Arkiv; echo Kontor;; -d) echo "system default destination: Kontor";; esac`})
	got, err := printing.Printers(context.Background())
	if err != nil || len(got) != 2 || got[0] != (printing.Printer{Name: "Kontor", Default: true}) || got[1].Name != "Arkiv" {
		t.Errorf("got %+v (%v)", got, err)
	}
	system(t, map[string]string{"lpstat": `echo "lpstat: No destinations added." >&2; exit 1`})
	if got, err := printing.Printers(context.Background()); err != nil || len(got) != 0 {
		t.Errorf("no printers: %+v (%v)", got, err)
	}
}

func TestAFileIsHandedOverWithPrinterAndCopies(t *testing.T) {
	dir := system(t, map[string]string{"lp": `printf '%s ' "$@" > "$0.args"; echo "request id is Kontor-17 (1 file(s))"`})
	path := filepath.Join(dir, "-avtale på nynorsk.pdf")
	job, err := printing.Print(context.Background(), path, "Kontor", 2)
	if err != nil || job != (printing.Job{Printer: "Kontor", ID: "Kontor-17"}) {
		t.Errorf("got %+v (%v)", job, err)
	}
	args, err := os.ReadFile(filepath.Join(dir, "lp.args"))
	want := "-n 2 -t -avtale på nynorsk.pdf -d Kontor -- " + path
	if err != nil || strings.TrimSpace(string(args)) != want {
		t.Errorf("lp was given %s, want %s (%v)", args, want, err)
	}
}

func TestPrintingThatFailsSaysWhy(t *testing.T) {
	for _, c := range []struct {
		name   string
		lp     map[string]string
		copies int
		key    string
		says   string
	}{
		{"no printing system", nil, 1, "error.print.system", ""},
		{"no printer", map[string]string{"lp": `echo "lp: Error - No default destination available." >&2; exit 1`}, 1, "error.print.failed", "No default destination"},
		{"no copies", map[string]string{"lp": "exit 0"}, 0, "error.print.copies", ""},
		{"too many", map[string]string{"lp": "exit 0"}, 1000, "error.print.copies", ""},
	} {
		system(t, c.lp)
		_, err := printing.Print(context.Background(), "x.pdf", "", c.copies)
		var e *agreement.Error
		if !errors.As(err, &e) || e.Key != c.key {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if said, _ := e.Args["Said"].(string); !strings.Contains(said, c.says) {
			t.Errorf("%s: said %q", c.name, said)
		}
	}
}
