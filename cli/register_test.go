package cli_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// register is what register --json prints, as far as the tests look at it.
type register struct {
	Sentence   struct{ NB, NN string }
	Totals     struct{ Agreements, Organisations int }
	Agreements []struct {
		ID, Template, Kind, Status, Responsible, Network, Form, CaseNumber, Signed, End string
		Title                                                                           struct{ NB, NN string }
		Parties, Amendments                                                             []string
		Revision, NoticeMonths                                                          int
		File                                                                            *struct{ Name, SHA256 string }
	}
}

func (d desk) register(args ...string) register {
	d.t.Helper()
	var out register
	if err := json.Unmarshal([]byte(d.must(append([]string{"register", "--json"}, args...)...)), &out); err != nil {
		d.t.Fatal(err)
	}
	return out
}

const county = "25 avtalar med 24 organisasjonar, 13 partnarskapsavtalar, 12 samarbeidsavtalar"

func TestTheSampleRegisterSaysTheSameEverywhere(t *testing.T) {
	d := newDesk(t)
	for range 2 {
		if got := d.must("demo", "--register"); got != county {
			t.Errorf("demo: %s", got)
		}
	}
	all := d.register()
	if all.Sentence.NN != county || all.Totals.Agreements != 25 || all.Totals.Organisations != 24 || len(all.Agreements) != 25 {
		t.Errorf("JSON: %+v", all.Totals)
	}
	lines := strings.Split(d.must("register"), "\n")
	if len(lines) != 26 || lines[25] != county {
		t.Errorf("the list: %s", lines)
	}
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	d.must("register", "--csv", at("a.csv"), "--xlsx", at("a.xlsx"), "--pdf", at("a.pdf"), "--ics", at("a.ics"))
	for name, head := range map[string]string{"a.csv": "\ufeffAvtale;Slag;", "a.xlsx": "PK", "a.pdf": "%PDF-1.7", "a.ics": "BEGIN:VCALENDAR\r\n"} {
		if content, err := os.ReadFile(at(name)); err != nil || !bytes.HasPrefix(content, []byte(head)) {
			t.Errorf("%s begins with %q, %v", name, content[:min(len(content), 20)], err)
		}
	}
	content, _ := os.ReadFile(at("a.csv"))
	r := csv.NewReader(bytes.NewReader(content[3:]))
	r.Comma = ';'
	if rows, err := r.ReadAll(); err != nil || len(rows) != 26 {
		t.Errorf("%d lines of CSV, %v", len(rows), err)
	}
	if got := len(d.register("--kind", "cooperation", "--status", "running", "--status", "expired").Agreements); got == 0 || got >= 12 {
		t.Errorf("%d cooperation agreements are running or expired", got)
	}
	if got := d.register("--search", "samklang"); len(got.Agreements) != 1 || !strings.Contains(got.Agreements[0].Title.NN, "Korlaget Samklang") {
		t.Errorf("found %+v", got.Agreements)
	}
	if out := d.must("register", "due", "--days", "366"); strings.Count(out, "\n") < 15 {
		t.Errorf("due: %s", out)
	}
}

func TestAnAgreementIsFollowedFromTheCommandLine(t *testing.T) {
	d := newDesk(t)
	id := d.newDraft("1804")
	today := time.Now().Format(time.DateOnly)
	if got := d.must("register", "set", id, "--status", "sent", "--responsible", "Kari", "--network", "Folkehelse"); got != id+"  With the counterpart" {
		t.Errorf("sent: %s", got)
	}
	o := d.run("register", "set", id, "--status", "signed")
	if o.code != 1 || !strings.Contains(o.err, "Nordland fylkeskommune, Bodø kommune") {
		t.Errorf("signed without a decision: exit %d, %s", o.code, o.err)
	}
	if o = d.run("register", "set", id, "--status", "anchored", "--case", "26/1"); o.code != 2 || !strings.Contains(o.err, "county, municipality") {
		t.Errorf("whose decision? exit %d, %s", o.code, o.err)
	}
	d.must("register", "set", id, "--status", "anchored", "--party", "municipality", "--case", "26/812")
	signed := filepath.Join(t.TempDir(), "signert.pdf")
	if err := os.WriteFile(signed, []byte("%PDF-1.7 signed"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := d.must("register", "set", id, "--status", "signed", "--case", "26/00123", "--form", "nn", "--file", signed); got != id+"  Running" {
		t.Errorf("signed: %s", got)
	}
	all := d.register()
	a := all.Agreements[0]
	if a.Status != "running" || a.Responsible != "Kari" || a.Network != "Folkehelse" || a.Form != "nn" || a.CaseNumber != "26/812" ||
		a.Signed != today || a.NoticeMonths != 3 || a.File == nil || a.File.Name != "signert.pdf" || a.Kind != "partnership" || a.Template != template {
		t.Errorf("%+v", a)
	}
	copied := filepath.Join(t.TempDir(), "kopi.pdf")
	if out := d.must("register", "file", id, copied); !strings.Contains(out, a.File.SHA256) {
		t.Error(out)
	}
	if content, err := os.ReadFile(copied); err != nil || string(content) != "%PDF-1.7 signed" {
		t.Errorf("%q, %v", content, err)
	}
	if o = d.run("delete", id); o.code != 1 || !strings.Contains(o.err, "can't be deleted") {
		t.Errorf("deleted: exit %d, %s", o.code, o.err)
	}
	change := d.must("register", "amend", id)
	if got := d.register().Agreements; len(got) != 1 || len(got[0].Amendments) != 1 || got[0].Amendments[0] != change {
		t.Errorf("with an amendment: %+v", got)
	}
	if got := d.register("--amendments").Agreements; len(got) != 2 {
		t.Errorf("amendments too: %+v", got)
	}
	if got := d.must("register", "set", id, "--status", "terminated", "--party", "county"); got != id+"  Running" {
		t.Errorf("notice: %s", got)
	}
	if end := d.register().Agreements[0].End; end <= today {
		t.Errorf("ends %s", end)
	}
	d.must("register", "set", id, "--undo")
	d.must("register", "set", id, "--successor", "39", "--party", "county", "--date", today)
	if got := d.register().Agreements[0].Parties; got[0] != "Vestfold fylkeskommune" {
		t.Errorf("parties %v", got)
	}
	shown := d.must("register", "show", id)
	for _, want := range []string{"Sent to the counterpart", "Anchored  municipality  26/812", "Signed PDF added  signert.pdf", "(taken back)", "Succeeded by  county  Vestfold"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%s is not in\n%s", want, shown)
		}
	}
}

func TestRegisterRefusesWhatItDoesNotKnow(t *testing.T) {
	d := newDesk(t)
	id := d.newDraft("1804")
	for _, args := range [][]string{
		{"register", "--status", "lost"},
		{"register", "--sort", "size"},
		{"register", "--form", "da"},
		{"register", "--lang", "en"},
		{"register", "x"},
		{"register", "set", id},
		{"register", "set", id, "--status", "expired"},
		{"register", "set", id, "--status", "sent", "--date", "32.1.2026"},
		{"register", "set", id, "--status", "anchored"},
		{"register", "set", id, "--successor", "39"},
		{"register", "set", id, "--until", "soon"},
	} {
		if o := d.run(args...); o.code != 2 || strings.Count(o.err, "\n") != 1 {
			t.Errorf("%v: exit %d, %s", args, o.code, o.err)
		}
	}
	for _, args := range [][]string{
		{"register", "set", "nothing", "--status", "sent"},
		{"register", "set", id, "--status", "sent", "--date", "2999-01-01"},
		{"register", "set", id, "--file", "nothing.pdf"},
		{"register", "set", id, "--undo"},
		{"register", "amend", id},
		{"register", "file", id, "x.pdf"},
		{"register", "show", "nothing"},
		{"register", "set", id, "--notice", "1000"},
	} {
		if o := d.run(args...); o.code != 1 || strings.Count(o.err, "\n") != 1 {
			t.Errorf("%v: exit %d, %s", args, o.code, o.err)
		}
	}
}
