package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/cli"
)

const template = "partnership-county-municipality"

// desk runs commands on a data folder of its own, with messages in English.
type desk struct {
	t    *testing.T
	data string
}

func newDesk(t *testing.T) desk {
	t.Setenv("LANG", "en_GB.UTF-8")
	for _, name := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "AVTALEBOK_DATA"} {
		t.Setenv(name, "")
	}
	return desk{t: t, data: filepath.Join(t.TempDir(), "data")}
}

type outcome struct {
	code     int
	out, err string
}

func (d desk) run(args ...string) outcome {
	d.t.Helper()
	var out, errs bytes.Buffer
	streams := cli.Streams{In: strings.NewReader(""), Out: &out, Err: &errs}
	code := cli.Run(context.Background(), append([]string{"--data", d.data}, args...), "test", streams, func(string) error {
		return errors.New("the window was opened")
	})
	return outcome{code, out.String(), errs.String()}
}

// must runs a command that has to succeed and gives what it printed, without the last line's end.
func (d desk) must(args ...string) string {
	d.t.Helper()
	o := d.run(args...)
	if o.code != 0 || o.err != "" {
		d.t.Fatalf("%v: exit %d, %s", args, o.code, o.err)
	}
	return strings.TrimSuffix(o.out, "\n")
}

func (d desk) newDraft(municipality string) string {
	d.t.Helper()
	return d.must("new", template, "--party", "county=18", "--party", "municipality="+municipality)
}

func TestADraftGoesFromTemplateToTwoPDFs(t *testing.T) {
	d := newDesk(t)
	id := d.newDraft("1804")
	if out := d.must("check", id); out != "" {
		t.Errorf("a fresh draft is not ready: %s", out)
	}
	dir := filepath.Join(t.TempDir(), "new", "folder")
	want := filepath.Join(dir, "partnerskapsavtale-bodo-kommune-nb.pdf") + "\n" + filepath.Join(dir, "partnarskapsavtale-bodo-kommune-nn.pdf")
	if got := d.must("pdf", id, "--out", dir); got != want {
		t.Errorf("printed %s, want %s", got, want)
	}
	for path := range strings.Lines(want) {
		content, err := os.ReadFile(strings.TrimSpace(path))
		if err != nil || !bytes.HasPrefix(content, []byte("%PDF-1.7")) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if again := d.must("pdf", id, "--out", dir); again != want {
		t.Errorf("printing again wrote %s", again)
	}
}

func TestAnotherDraftsFileIsNeverOverwritten(t *testing.T) {
	d := newDesk(t)
	first, second := d.newDraft("1804"), d.newDraft("Bodø")
	dir := t.TempDir()
	one := d.must("pdf", first, "--lang", "nb", "--out", dir)
	before, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	two := d.must("pdf", second, "--lang", "nb", "--out", dir)
	if two != filepath.Join(dir, "partnerskapsavtale-bodo-kommune-"+second+"-nb.pdf") {
		t.Errorf("the second draft went to %s", two)
	}
	after, err := os.ReadFile(one)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the first draft's file has changed (%v)", err)
	}
	strangers := filepath.Join(dir, "partnarskapsavtale-bodo-kommune-nn.pdf")
	if err := os.WriteFile(strangers, []byte("a stranger's"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.must("pdf", first, "--lang", "nn", "--out", dir)
	if content, _ := os.ReadFile(strangers); string(content) != "a stranger's" {
		t.Error("a stranger's file was overwritten")
	}
}

func TestListSearchAndTheWayBackFromDelete(t *testing.T) {
	d := newDesk(t)
	bodo, roros := d.newDraft("1804"), d.must("new", template, "--party", "county=Trøndelag", "--party", "municipality=Røros")
	list := func(args ...string) []map[string]any {
		var out []map[string]any
		if err := json.Unmarshal([]byte(d.must(append([]string{"list", "--json"}, args...)...)), &out); err != nil {
			t.Fatal(err)
		}
		return out
	}
	if got := list(); len(got) != 2 {
		t.Fatalf("listed %v", got)
	}
	found := list("--search", "RØROS")
	if len(found) != 1 || found[0]["id"] != roros || found[0]["kind"] != "partnership" || found[0]["template"] != template {
		t.Errorf("found %v", found)
	}
	title := found[0]["title"].(map[string]any)
	if title["nn"] != "Partnarskapsavtale mellom Trøndelag fylkeskommune og Røros kommune" {
		t.Errorf("title is %v", title)
	}
	d.must("delete", bodo)
	if got := list(); len(got) != 1 || got[0]["id"] != roros {
		t.Errorf("after delete: %v", got)
	}
	d.must("restore", bodo)
	if got := list("--search", "bodø"); len(got) != 1 {
		t.Errorf("after restore: %v", got)
	}
	if got := list("--search", `"*) OR ( 😀`); got == nil {
		t.Error("an odd search gives null and not an empty list")
	}
}

func TestADraftTravelsAsAFile(t *testing.T) {
	d := newDesk(t)
	id := d.newDraft("1804")
	file := filepath.Join(t.TempDir(), "bodø.avtale")
	d.must("export", id, file)
	other := newDesk(t)
	if got := other.must("import", file); got != id {
		t.Errorf("on another machine the draft is %s, not %s", got, id)
	}
	if again := d.must("import", file); again != id {
		t.Errorf("importing what is there already, unchanged, made a second draft %s", again)
	}
	changed := filepath.Join(t.TempDir(), "changed.avtale")
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(changed, bytes.ReplaceAll(content, []byte("livskvalitet"), []byte("helse")), 0o600); err != nil {
		t.Fatal(err)
	}
	if copied := d.must("import", changed); copied == id {
		t.Error("importing another version of a draft has replaced it")
	}
	if got := d.must("show", id); !strings.Contains(got, "livskvalitet") {
		t.Error("the draft here was changed by an import")
	}
	d.must("check", file)
	d.must("pdf", file, "--out", t.TempDir())
	var shown agreement.Agreement
	if err := json.Unmarshal([]byte(other.must("show", id, "--json")), &shown); err != nil || shown.ID != id {
		t.Errorf("show --json: %v, %q", err, shown.ID)
	}
	if text := other.must("show", id, "--lang", "nn"); !strings.Contains(text, "Bodø kommune") || strings.Contains(text, "{") {
		t.Errorf("shown as\n%s", text)
	}
}

func TestADraftThatIsNotReadyIsRefusedAndListedWhy(t *testing.T) {
	d := newDesk(t)
	id := d.must("new", template, "--party", "county=18")
	if o := d.run("check", id, "--lang", "nn"); o.code != 1 || !strings.Contains(o.out, "nn: kommunen: Choose the party") {
		t.Errorf("check: %+v", o)
	}
	dir := t.TempDir()
	if o := d.run("pdf", id, "--out", dir); o.code != 1 || !strings.Contains(o.err, "Choose the party") {
		t.Errorf("pdf: %+v", o)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("a refused draft left %v", left)
	}
	d.must("pdf", id, "--draft", "--out", dir)
}

func TestAnswersAreSetFromTheCommandLine(t *testing.T) {
	d := newDesk(t)
	id := d.must("new", template, "--party", "county=18", "--party", "municipality=1804",
		"--set", "notice=6", "--set", "unit.nb=seksjon for folkehelse", "--set", "unit.nn=seksjon for folkehelse", "--set", "case_number=26/01234")
	text := d.must("show", id, "--lang", "nn")
	for _, want := range []string{"seks månaders varsel", "seksjon for folkehelse", "26/01234"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q not in\n%s", want, text)
		}
	}
	d.must("check", id)
}

func TestExitCodes(t *testing.T) {
	d := newDesk(t)
	id := d.newDraft("1804")
	broken := filepath.Join(t.TempDir(), "broken.avtale")
	if err := os.WriteFile(broken, []byte(`{"format":"avtalebok","version":1`), 0o600); err != nil {
		t.Fatal(err)
	}
	noFolder := filepath.Join(broken, "data")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"nothing"}, 2, "unknown command"},
		{[]string{"new"}, 2, "accepts 1 arg"},
		{[]string{"list", "--wrong"}, 2, "unknown flag"},
		{[]string{"list", "extra"}, 2, "unknown command"},
		{[]string{"check", id, "--lang", "en"}, 2, "nb, nn or both"},
		{[]string{"new", template, "--party", "county"}, 2, "ROLE=NUMBER"},
		{[]string{"new", template, "--set", "notice"}, 2, "FIELD=VALUE"},
		{[]string{"new", template, "--party", "county=18", "--party", "county=50"}, 2, "given twice"},
		{[]string{"new", "no-such-template"}, 1, "no-such-template"},
		{[]string{"new", template, "--party", "municipality=Herøy"}, 1, "1818"},
		{[]string{"new", template, "--party", "municipality=Våler"}, 1, "3419"},
		{[]string{"new", template, "--party", "municipality=Atlantis"}, 1, "Atlantis"},
		{[]string{"new", template, "--party", "owner=18"}, 1, "county, municipality"},
		{[]string{"new", template, "--set", "size=4"}, 1, "notice"},
		{[]string{"new", template, "--set", "notice=99"}, 1, "24"},
		{[]string{"new", template, "--set", "case_number=1\x072"}, 1, "cannot be shown"},
		{[]string{"show", "nosuchdraft"}, 1, "nosuchdraft"},
		{[]string{"delete", "nosuchdraft"}, 1, "nosuchdraft"},
		{[]string{"import", broken}, 1, "cut off"},
		{[]string{"import", "no/such/file.avtale"}, 1, "no file"},
		{[]string{"pdf", id, "--out", filepath.Join(broken, "x")}, 3, "Choose another folder"},
		{[]string{"--data", noFolder, "list"}, 3, ""},
	} {
		o := d.run(c.args...)
		if o.code != c.code || !strings.Contains(o.err, c.says) {
			t.Errorf("%v: exit %d, %q; want %d, %q", c.args, o.code, o.err, c.code, c.says)
		}
		if lines := strings.Count(o.err, "\n"); lines != 1 {
			t.Errorf("%v: the error takes %d lines: %q", c.args, lines, o.err)
		}
	}
	if got := d.must("list", "--json"); strings.Count(got, `"id"`) != 1 {
		t.Errorf("a refused command has left something: %s", got)
	}
}

func TestACharacterThatCannotBePrintedIsNamed(t *testing.T) {
	d := newDesk(t)
	id := d.must("new", template, "--party", "county=18", "--party", "municipality=1804", "--set", "unit=laget vårt 😀")
	o := d.run("check", id, "--lang", "nb")
	if o.code != 1 || !strings.Contains(o.out, "U+1F600") {
		t.Errorf("check: %+v", o)
	}
	if o := d.run("pdf", id, "--draft", "--out", t.TempDir()); o.code != 1 || !strings.Contains(o.err, "U+1F600") {
		t.Errorf("pdf: %+v", o)
	}
}

func TestMessagesAreInTheUsersLanguage(t *testing.T) {
	d := newDesk(t)
	for lang, want := range map[string]string{"nn": "Fleire heiter Herøy", "nb": "Flere heter Herøy", "en": "More than one is called Herøy"} {
		if o := d.run("--language", lang, "new", template, "--party", "municipality=Herøy"); !strings.Contains(o.err, want) {
			t.Errorf("%s: %s", lang, o.err)
		}
	}
}

func TestTheDemoMakesTheSameDraftOnce(t *testing.T) {
	d := newDesk(t)
	dir := t.TempDir()
	d.must("demo", "--out", dir)
	d.must("demo", "--out", dir)
	if got := d.must("list", "--json"); strings.Count(got, `"id"`) != 1 {
		t.Errorf("two demos made: %s", got)
	}
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, e fs.DirEntry, err error) error {
		if !e.IsDir() {
			names = append(names, path)
		}
		return err
	})
	if err != nil || strings.Join(names, " ") != "partnarskapsavtale-bodo-kommune-nn.pdf partnerskapsavtale-bodo-kommune-nb.pdf" {
		t.Errorf("files are %v (%v)", names, err)
	}
}

func TestWithoutACommandTheWindowIsOpened(t *testing.T) {
	d := newDesk(t)
	if o := d.run(); o.code != 1 {
		t.Errorf("the window was not asked for: %+v", o)
	}
}

func TestAnOrganisationsLooksAreCheckedBeforeTheyAreKept(t *testing.T) {
	d := newDesk(t)
	id := d.newDraft("1804")
	print := func() []byte {
		dir := t.TempDir()
		content, err := os.ReadFile(d.must("pdf", id, "--lang", "nb", "--out", dir))
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	plain := print()
	for _, c := range [][]string{
		{"--accent", "#ffff00"}, {"--accent", "grøn"}, {"--logo", "finst-ikkje.png"},
	} {
		if o := d.run(append([]string{"looks"}, c...)...); o.code != 1 {
			t.Errorf("%v: exit %d", c, o.code)
		}
	}
	if !bytes.Equal(print(), plain) {
		t.Error("refused looks are used")
	}
	logo := filepath.Join(t.TempDir(), "logo.png")
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(logo, picture.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if o := d.run("looks", "--logo", logo); o.code != 1 {
		t.Error("a logo without a text for screen readers was taken")
	}
	d.must("looks", "--accent", "#7a1f3d", "--logo", logo, "--logo-text-nb", "Nordland", "--logo-text-nn", "Nordland")
	if bytes.Equal(print(), plain) {
		t.Error("the looks make no difference")
	}
	d.must("looks", "--reset")
	if !bytes.Equal(print(), plain) {
		t.Error("reset does not give the program's own looks back")
	}
}

func TestShowSpeaksTheLanguageThatWasAskedFor(t *testing.T) {
	d := newDesk(t)
	id := d.newDraft("1804")
	for language, form := range map[string]string{"nb": "nb", "nn": "nn", "en": "nn"} {
		if got, want := d.must("show", id, "--language", language), d.must("show", id, "--lang", form); got != want {
			t.Errorf("--language %s does not show what --lang %s does: %.80q", language, form, got)
		}
	}
}
