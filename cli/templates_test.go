package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ownTemplate writes a template of the user's own as a file: one of the program's under another name.
func ownTemplate(t *testing.T, d desk) string {
	t.Helper()
	src := d.must("templates", "export", template)
	src = strings.Replace(src, `id = "`+template+`"`, `id = "mine"`, 1)
	path := filepath.Join(t.TempDir(), "mine.toml")
	if err := os.WriteFile(path, []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAnOwnTemplateIsImportedListedUsedAndExported(t *testing.T) {
	d := newDesk(t)
	path := ownTemplate(t, d)
	if id := d.must("templates", "import", path); id != "mine" {
		t.Errorf("imported as %q", id)
	}
	var listed []struct {
		ID      string `json:"id"`
		Version int    `json:"version"`
		Own     bool   `json:"own"`
	}
	if err := json.Unmarshal([]byte(d.must("templates", "--json")), &listed); err != nil {
		t.Fatal(err)
	}
	last := listed[len(listed)-1]
	if last.ID != "mine" || !last.Own || last.Version != 1 || listed[0].Own {
		t.Errorf("%+v", listed)
	}
	id := d.must("new", "mine", "--party", "county=18", "--party", "municipality=1804")
	if shown := d.must("list", "--json"); !strings.Contains(shown, `"template": "mine"`) || !strings.Contains(shown, id) {
		t.Errorf("%s", shown)
	}
	out := filepath.Join(t.TempDir(), "out.toml")
	d.must("templates", "export", "mine", "--out", out)
	one, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	two, err := os.ReadFile(out)
	if err != nil || strings.TrimSpace(string(one)) != strings.TrimSpace(string(two)) {
		t.Errorf("the exported file is another one (%v)", err)
	}
}

func TestATemplatesFileWithErrorsIsRefusedWithEachLine(t *testing.T) {
	d := newDesk(t)
	path := ownTemplate(t, d)
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	broken := strings.Replace(string(src), `kind = "partnership"`, `kind = "parnership"`, 1) + "\nhedding = 1\n"
	if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	o := d.run("templates", "import", path)
	if o.code != 1 || !strings.Contains(o.err, "mine.toml:3:") || strings.Count(o.err, "mine.toml:") != 2 {
		t.Errorf("exit %d:\n%s", o.code, o.err)
	}
	if strings.Contains(d.must("templates"), "mine") {
		t.Error("it was taken in all the same")
	}
}

func TestUnknownTemplatesAreNotExported(t *testing.T) {
	d := newDesk(t)
	if o := d.run("templates", "export", "nowhere"); o.code != 1 || !strings.Contains(o.err, "nowhere") {
		t.Errorf("%+v", o)
	}
	if o := d.run("templates", "import"); o.code != 2 {
		t.Errorf("no file: exit %d", o.code)
	}
}
