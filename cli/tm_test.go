package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const tmxFile = `<?xml version="1.0"?><tmx version="1.4"><header/><body>
<tu changedate="20250102T030405Z"><tuv xml:lang="nb-NO"><seg>Årsmøtet velger styre.</seg></tuv><tuv xml:lang="nn-NO"><seg>Årsmøtet vel styre.</seg></tuv></tu>
<tu><tuv xml:lang="nb"><seg>Ordfører</seg></tuv><tuv xml:lang="nn"><seg>Ordførar</seg></tuv></tu>
<tu><tuv xml:lang="nb"><seg>Mål</seg></tuv><tuv xml:lang="en"><seg>Goal</seg></tuv></tu>
<tu><tuv xml:lang="nb"><seg>Tiltak</seg></tuv><tuv xml:lang="nn"><seg></seg></tuv></tu>
</body></tmx>`

func writeFile(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestATranslationMemoryTravelsAsTMX(t *testing.T) {
	d := newDesk(t)
	file := writeFile(t, "kollega.tmx", tmxFile)
	want := "New pairs: 1. Already there: 1.\nSkipped: 2 (not in bokmål and nynorsk: 1, without text: 1, too long: 0)."
	if got := d.must("tm", "import", file); got != want {
		t.Errorf("imported: %s", got)
	}
	want = "1  2025-01-02  imported  kollega.tmx\n    nb  Årsmøtet velger styre.\n    nn  Årsmøtet vel styre."
	if got := d.must("tm", "search", "årsm", "VEL"); got != want {
		t.Errorf("found %s", got)
	}
	if got := d.must("tm", "search", "ordfører"); !strings.HasPrefix(got, "template  ") {
		t.Errorf("found %s", got)
	}
	out := filepath.Join(t.TempDir(), "alt.tmx")
	if got := d.must("tm", "export", out); !strings.HasPrefix(got, "Pairs written to "+out+": ") {
		t.Errorf("exported: %s", got)
	}
	other := newDesk(t)
	if got := other.must("tm", "import", out); !strings.HasPrefix(got, "New pairs: 1.") || strings.Contains(got, "Skipped") {
		t.Errorf("on another machine: %s", got)
	}
	again := filepath.Join(t.TempDir(), "igjen.tmx")
	other.must("tm", "export", again)
	if read(t, out) != read(t, again) {
		t.Error("the other machine's memory is another one")
	}
	if got := other.must("tm", "delete", "--source", "alt.tmx"); got != "Pairs deleted: 1." {
		t.Errorf("deleted by source: %s", got)
	}
	d.must("tm", "delete", "1")
	if got := d.must("tm", "search", "årsmøtet"); got != "Found no pairs in the translation memory with these words." {
		t.Errorf("after deleting: %s", got)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestWhatTheTranslationMemoryRefuses(t *testing.T) {
	d := newDesk(t)
	entity := writeFile(t, "a.tmx", `<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx/>`)
	cut := writeFile(t, "b.tmx", strings.TrimSuffix(tmxFile, "</body></tmx>"))
	text := writeFile(t, "c.tmx", "Hei")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"tm"}, 2, "import, export, search or delete"},
		{[]string{"tm", "nothing"}, 2, "unknown command"},
		{[]string{"tm", "import"}, 2, "accepts 1 arg"},
		{[]string{"tm", "search"}, 2, "at least 1 arg"},
		{[]string{"tm", "search", "a", "--limit", "0"}, 2, "--limit"},
		{[]string{"tm", "delete", "two"}, 2, "number"},
		{[]string{"tm", "delete"}, 2, "--source"},
		{[]string{"tm", "delete", "2", "--source", "a.tmx"}, 2, "--source"},
		{[]string{"tm", "delete", "--source", "a.tmx"}, 1, "a.tmx"},
		{[]string{"tm", "delete", "2"}, 1, "no pair with number 2"},
		{[]string{"tm", "delete", "--", "-1"}, 1, "template"},
		{[]string{"tm", "import", "no/such.tmx"}, 1, "no file"},
		{[]string{"tm", "import", t.TempDir()}, 3, "to its end"},
		{[]string{"tm", "import", entity}, 1, "<!ENTITY"},
		{[]string{"tm", "import", cut}, 1, "cut off"},
		{[]string{"tm", "import", text}, 1, "not a TMX file"},
		{[]string{"tm", "export", filepath.Join(text, "x.tmx")}, 3, "Choose another folder"},
	} {
		o := d.run(c.args...)
		if o.code != c.code || !strings.Contains(o.err, c.says) || strings.Count(o.err, "\n") != 1 {
			t.Errorf("%v: exit %d, %q; want exit %d and %q", c.args, o.code, o.err, c.code, c.says)
		}
	}
	if got := d.must("tm", "search", "årsmøtet"); !strings.HasPrefix(got, "Found no pairs") {
		t.Errorf("a refused file left %s", got)
	}
}
