package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// listFile writes a list of parties and gives its path.
func listFile(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "lag.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const brokenList = "Navn;Org.nr;E-post\r\n" +
	"Bygdelaget p\xe5 \xc5s;974760673;a@b.no\r\n" + // Latin-1
	"Koret;9,12E+08;\r\n" +
	"Speiderne,974760673,\r\n" +
	";971032146;\r\n" +
	"Musikklaget;;\r\n"

func TestABrokenListIsShownWithTheReasonForEveryRow(t *testing.T) {
	d := newDesk(t)
	path := listFile(t, brokenList)
	got := d.run("parties", "import", path, "--dry-run")
	if got.code != 1 || got.err != "" {
		t.Errorf("%+v", got)
	}
	for _, want := range []string{
		"read as Latin-1", "   2  New            Bygdelaget på Ås", "   3  Wrong          Koret · 9,12E+08\n      Excel has turned the organisation number into “9,12E+08”",
		"   4  Wrong          Speiderne,974760673,\n      The line is separated by commas", "   5  Wrong          971032146\n      The name is missing.",
		"   6  New            Musikklaget", "2 new, 0 to be merged with one that is there, 0 skipped, 3 wrong.",
	} {
		if !strings.Contains(got.out, want) {
			t.Errorf("%q is not in\n%s", want, got.out)
		}
	}
	if out := d.must("parties"); out != "" {
		t.Errorf("a dry run took in %s", out)
	}
}

func TestNothingIsTakenInUnlessTheUserSaysSo(t *testing.T) {
	d := newDesk(t)
	path := listFile(t, brokenList)
	got := d.run("parties", "import", path)
	if got.code != 1 || !strings.Contains(got.out, "Nothing was imported.\nRun again with --yes") {
		t.Errorf("%+v", got)
	}
	if out := d.must("parties"); out != "" {
		t.Errorf("without an answer it took in %s", out)
	}
	got = d.run("parties", "import", path, "--yes")
	if got.code != 1 || !strings.HasSuffix(got.out, "Added 2, merged 0, skipped 3.\n") {
		t.Errorf("%+v", got)
	}
	if out := d.must("parties"); out != "974760673    0  Bygdelaget på Ås\n             0  Musikklaget" {
		t.Errorf("%q", out)
	}
}

func TestAListThatIsThereAlreadyIsPutTogether(t *testing.T) {
	d := newDesk(t)
	d.must("parties", "import", listFile(t, "Name,Organisation number,Address,Group\nBygdelaget,974760673,Storgata 1,Friluft\n"), "--yes")
	path := listFile(t, "Name\tOrganisation number\tAddress\tContact person\tTitle\nBygdelaget\t974 760 673\tNygata 2\tKari\tleder\n")
	if out := d.must("parties", "import", path, "--yes"); !strings.Contains(out, "Differs: Address (Nygata 2). The register counts.") ||
		!strings.Contains(out, "Added 0, merged 1") {
		t.Error(out)
	}
	read := func() map[string]any {
		var all []map[string]any
		if err := json.Unmarshal([]byte(d.must("parties", "--json")), &all); err != nil || len(all) != 1 {
			t.Fatalf("%v, %v", all, err)
		}
		return all[0]
	}
	got := read()
	contact := got["contacts"].([]any)[0].(map[string]any)
	if got["address"] != "Storgata 1" || contact["name"] != "Kari" || contact["title"].(map[string]any)["nn"] != "leiar" || got["groups"].([]any)[0] != "Friluft" {
		t.Errorf("%v", got)
	}
	d.must("parties", "import", path, "--yes", "--overwrite")
	if got := read(); got["address"] != "Nygata 2" {
		t.Errorf("%v", got)
	}
}

func TestImportTellsWhatIsWrongWithTheWholeFile(t *testing.T) {
	d := newDesk(t)
	for content, want := range map[string]string{
		"Orgnr;E-post\n974760673;a@b.no\n": "It now says: Orgnr, E-post",
		"PK\x03\x04":                       "choose CSV (UTF-8)",
	} {
		if got := d.run("parties", "import", listFile(t, content), "--yes"); got.code != 1 || !strings.Contains(got.err, want) {
			t.Errorf("%+v", got)
		}
	}
	for _, args := range [][]string{{"import"}, {"import", "x", "--yes", "--dry-run"}, {"nonsense"}, {"--nonsense"}} {
		if got := d.run(append([]string{"parties"}, args...)...); got.code != 2 {
			t.Errorf("%v: %+v", args, got)
		}
	}
	if got := d.run("parties", "import", filepath.Join(t.TempDir(), "none.csv")); got.code != 1 || !strings.Contains(got.err, "none.csv") {
		t.Errorf("%+v", got)
	}
}

func TestAllPartiesAreListedWithTheNumberOfTheirAgreements(t *testing.T) {
	d := newDesk(t)
	d.newDraft("1804")
	out := d.must("parties", "--all")
	if strings.Count(out, "\n") != 15+357-1 || !strings.Contains(out, "1804         1  Bodø kommune") {
		t.Error(out)
	}
}
