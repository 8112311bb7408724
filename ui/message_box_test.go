//go:build !windows

package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestTheMessageBoxIsTheFirstThatTheSystemHas(t *testing.T) {
	const text = "Fekk ikkje starta <grafikken> & meir, av ein grunn som det tek meir enn ei linje å forklare skikkeleg."
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	if boxCommand("Avtalebok", text) != nil {
		t.Error("a box without a program to show it")
	}
	for _, program := range []struct{ name, says string }{
		{"xmessage", strings.ReplaceAll(folded(text, 70), "å", "\xe5")},
		{"kdialog", text},
		{"zenity", strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;").Replace(text)},
	} {
		path := filepath.Join(dir, program.name)
		if err := os.WriteFile(path, []byte("#!/bin/sh\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		c := boxCommand("Avtalebok", text)
		if c == nil || c.Path != path || c.Args[len(c.Args)-1] != program.says || !slices.Contains(c.Args, "Avtalebok") {
			t.Errorf("%s: %v", program.name, c)
		}
	}
	for _, line := range strings.Split(folded(text, 70), "\n") {
		if n := len([]rune(line)); n == 0 || n > 70 {
			t.Errorf("a line of %d letters: %q", n, line)
		}
	}
	if folded(text, 70) == text || strings.Join(strings.Fields(folded(text, 70)), " ") != text {
		t.Error("folding changed more than the breaks")
	}
}
