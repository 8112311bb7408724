package main

import (
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
)

func TestReportsOfVeraPDF(t *testing.T) {
	found, err := parseVerdicts([]byte(`{"report": {"jobs": [
		{"itemDetails": {"name": "good.pdf"}, "validationResult": [{"jobEndStatus": "normal", "compliant": true,
			"details": {"passedRules": 153, "failedRules": 0, "passedChecks": 900, "ruleSummaries": []}}]},
		{"itemDetails": {"name": "bad.pdf"}, "validationResult": [{"jobEndStatus": "normal", "compliant": false,
			"details": {"passedRules": 152, "failedRules": 1, "passedChecks": 800,
				"ruleSummaries": [{"clause": "6.7.2", "testNumber": 1, "description": "Metadata is there"}]}}]},
		{"itemDetails": {"name": "unread.pdf"}, "taskException": {"exceptionMessage": "not a PDF"}}
	]}}`))
	if err != nil {
		t.Fatal(err)
	}
	if v := found["good.pdf"]; !v.Compliant || v.rules() != 153 || v.Checks != 900 || v.Status != "normal" {
		t.Errorf("good.pdf: %+v", v)
	}
	if v := found["bad.pdf"]; v.Compliant || v.rules() != 153 || !slices.Equal(v.Broken, []string{"6.7.2 test 1: Metadata is there"}) {
		t.Errorf("bad.pdf: %+v", v)
	}
	if v := found["unread.pdf"]; v.Compliant || v.rules() != 0 || v.Status == "normal" {
		t.Errorf("unread.pdf must not pass: %+v", v)
	}
	if _, err := parseVerdicts([]byte("no report")); err == nil {
		t.Error("what is no report is taken for one")
	}
}

func TestTextsOfAStructureTree(t *testing.T) {
	printed := `Document
  Figure (block):
     /Placement /Block
    ""
  H1 (block)
    "Avtale"
  P (block)
    "Et «sitat» og "
    "resten på neste side"
  Lbl (block)
    "1 "
  P (block)
    "sier "ja""
`
	want := []string{"Avtale", "Et «sitat» og resten på neste side", "1 ", `sier "ja"`}
	if got := elementTexts(printed); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFurnitureIsTakenOutOnceFromEveryPage(t *testing.T) {
	plain := func(s string) agreement.Passage { return agreement.Passage{Spans: []agreement.Span{{Text: s}}} }
	f := file{Pages: 2, Document: agreement.Document{
		Title: plain("Avtale"), Parties: []string{"A", "B"}, Draft: true,
		Labels: agreement.Labels{Page: "Side", Of: "av", DraftMark: "UTKAST"},
	}}
	whole := "UTKAST\n\nAvtale\ntekst\n\nAvtale · A · B\n\nSide 1 av 2\n\n\fUTKAST\n\nmer\n\nAvtale …\n\nSide 2 av 2\n\n\f"
	got, err := withoutFurniture(f, whole)
	if fields := strings.Fields(got); err != nil || !slices.Equal(fields, []string{"Avtale", "tekst", "mer"}) {
		t.Errorf("got %q, %v", fields, err)
	}
	for what, text := range map[string]string{
		"a page":          whole[:strings.Index(whole, "\f")+1],
		"a page number":   strings.Replace(whole, "Side 2 av 2", "Side 1 av 2", 1),
		"a footer":        strings.Replace(whole, "Avtale …", "Annet …", 1),
		"a draft mark":    strings.Replace(whole, "UTKAST", "", 1),
		"all but numbers": "Side 1 av 2\fSide 2 av 2\f",
	} {
		if _, err := withoutFurniture(f, text); err == nil {
			t.Errorf("nobody notices that %s is missing", what)
		}
	}
}

func TestDamageKeepsEveryByteInItsPlace(t *testing.T) {
	for _, d := range damages {
		if len(d.old) != len(d.new) && !strings.HasPrefix(d.new, d.old) {
			t.Errorf("%s moves what follows", d.name)
		}
		if len(d.fails) == 0 {
			t.Errorf("%s must fail in some flavour", d.name)
		}
		if _, err := d.apply([]byte("nothing to break")); err == nil {
			t.Errorf("%s: a file that it can't break passes for broken", d.name)
		}
	}
}

func TestEnvironmentsDiffer(t *testing.T) {
	list := environments()
	if len(list) != 20 {
		t.Errorf("%d processes, want 20", len(list))
	}
	seen := map[string]bool{}
	for _, env := range list {
		key := strings.Join(env, " ")
		if seen[key] {
			t.Errorf("%s stands twice", key)
		}
		seen[key] = true
	}
}
