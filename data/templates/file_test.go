package templates

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"avtalebok/agreement"
)

func TestATemplatesFileIsRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mal.toml")
	if err := os.WriteFile(path, []byte(minimal(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	if tpl, err := ReadFile(path); err != nil || tpl.ID != "minimal" {
		t.Errorf("%q, %v", tpl.ID, err)
	}
	if err := os.WriteFile(path, []byte(minimal(t)+"\nfeil = 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var problems Problems
	if _, err := ReadFile(path); !errors.As(err, &problems) || problems[0].Args["File"] != "mal.toml" {
		t.Errorf("%v", err)
	}
	if _, err := ReadFile(filepath.Join(t.TempDir(), "x.toml")); agreement.CodeOf(err) != agreement.NotFound {
		t.Errorf("%v", err)
	}
	if _, err := ReadFile(t.TempDir()); agreement.CodeOf(err) != agreement.Storage {
		t.Errorf("%v", err)
	}
}

func TestFilesAreCalledAsTheirTemplates(t *testing.T) {
	tpl := agreement.Template{ID: "own-1", Name: agreement.Pair{NB: "Stier på Røst"}}
	if got := FileName(tpl, agreement.Bokmal); got != "stier-paa-rost.toml" {
		t.Error(got)
	}
	if got := FileName(tpl, agreement.Nynorsk); got != "own-1.toml" {
		t.Error(got)
	}
}
