package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBatchMakesDraftsAndPDFsForAWholeCounty(t *testing.T) {
	d := newDesk(t)
	out := filepath.Join(t.TempDir(), "avtaler")
	said := d.must("batch", template, "--county", "18", "--lang", "both", "--out", out)
	if !strings.Contains(said, "41 drafts: 41 new. 82 PDFs in ") {
		t.Errorf("it says %q", said[max(0, len(said)-200):])
	}
	files, err := filepath.Glob(filepath.Join(out, "*.pdf"))
	if err != nil || len(files) != 82 {
		t.Errorf("%d files (%v)", len(files), err)
	}
	list, err := os.ReadFile(filepath.Join(out, "oversikt.csv"))
	if err != nil || strings.Count(string(list), "\r\n") != 83 || !strings.Contains(string(list), "Bodø kommune;1804;bokmål;4;Klar") {
		t.Errorf("the list: %.200s (%v)", list, err)
	}
	var again struct {
		Drafts []struct {
			Outcome string
			Files   []struct{ Ready bool }
		}
	}
	if err := json.Unmarshal([]byte(d.must("batch", template, "--county", "Nordland", "--lang", "both", "--out", out, "--json")), &again); err != nil {
		t.Fatal(err)
	}
	if len(again.Drafts) != 41 || again.Drafts[0].Outcome != "unchanged" || !again.Drafts[0].Files[1].Ready {
		t.Errorf("again: %+v", again.Drafts)
	}
}

func TestBatchSaysWhatIsMissingAndMakesTheRest(t *testing.T) {
	d := newDesk(t)
	out := filepath.Join(t.TempDir(), "ut")
	o := d.run("batch", template, "--party", "Bodø", "--party", "Rana", "--lang", "nn", "--out", out)
	if o.code != 1 || !strings.Contains(o.err, "Bodø kommune, nn: ") || !strings.Contains(o.out, "0 PDFs") {
		t.Errorf("without a county: %+v", o)
	}
	o = d.run("batch", template, "--party", "county=18", "--party", "Bodø", "--lang", "nn", "--out", out)
	if o.code != 0 || !strings.Contains(o.out, "One draft: one updated. One PDF in") {
		t.Errorf("with one: %+v", o)
	}
}

func TestBatchTakesAListWithAnswersAndNoWrongRowsUnlessTold(t *testing.T) {
	d := newDesk(t)
	dir := t.TempDir()
	list := filepath.Join(dir, "lag.csv")
	content := "Namn;Organisasjonsnummer;amount\nTurlaget Ytre;974760673;50000\nFeil;123;1\n"
	if err := os.WriteFile(list, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"batch", "grant-project", "--party", "county=46", "--csv", list, "--out", filepath.Join(dir, "ut"), "--draft"}
	if o := d.run(args...); o.code != 1 || !strings.Contains(o.err, "Line 3: Feil") || d.must("list") != "No drafts. Make one with “avtalebok new” or “avtalebok demo”." {
		t.Errorf("with a wrong row: %+v", o)
	}
	if o := d.run(append(args, "--skip-wrong")...); o.code != 0 || !strings.Contains(o.out, "One draft: one new.") {
		t.Errorf("told to skip it: %+v", o)
	}
}

func TestBatchRefusesWhatMakesNoSense(t *testing.T) {
	d := newDesk(t)
	out := filepath.Join(t.TempDir(), "ut")
	for _, c := range []struct {
		code int
		args []string
	}{
		{2, []string{"batch", template, "--county", "18"}},
		{2, []string{"batch", template, "--out", out}},
		{2, []string{"batch", template, "--county", "18", "--out", out, "--lang", "en"}},
		{2, []string{"batch", template, "--county", "18", "--out", out, "--contents", "word"}},
		{2, []string{"batch", "--county", "18", "--out", out}},
		{1, []string{"batch", "no-such", "--county", "18", "--out", out}},
		{1, []string{"batch", template, "--county", "99", "--out", out}},
		{1, []string{"batch", template, "--group", "Kysten", "--out", out}},
		{1, []string{"batch", template, "--county", "18", "--role", "mayor", "--out", out}},
		{1, []string{"batch", "project-many-municipalities", "--county", "18", "--out", out}},
	} {
		if o := d.run(c.args...); o.code != c.code || o.err == "" {
			t.Errorf("%v: exit %d, %s", c.args, o.code, o.err)
		}
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a folder was made for nothing")
	}
}
