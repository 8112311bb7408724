package terms_test

import (
	"errors"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"avtalebok/agreement"
	"avtalebok/translate/terms"
)

// keyOf gives the message key of an error, "" for none.
func keyOf(err error) string {
	var e *agreement.Error
	if errors.As(err, &e) {
		return e.Key
	}
	return ""
}

func TestListsOfOldSpreadsheetProgramsAreRead(t *testing.T) {
	const list = "bokmål;nynorsk\nårsmøte;årsmøte\n"
	latin, err := charmap.Windows1252.NewEncoder().String(list)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("bokmål\tnynorsk\nårsmøte\tårsmøte\n")
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"UTF-8": list, "with a mark": "\uFEFF" + list, "Windows": latin, "UTF-16": wide, "Excel's separator": "sep=;\r\n" + list,
		"commas": "bokmål,nynorsk\nårsmøte,årsmøte\n", "quoted": "\"bokmål\";\"nynorsk\"\n\"årsmøte\";\"årsmøte\"\n",
	} {
		rows, err := terms.Inspect([]byte(content))
		if err != nil || len(rows) != 1 || rows[0].Err != nil || rows[0].Term.Bokmal.Lemma != "årsmøte" {
			t.Errorf("%s: %+v, %v", name, rows, err)
		}
	}
}

func TestLinesThatHoldNoTermAreToldOfAndTheOthersRead(t *testing.T) {
	rows, err := terms.Inspect([]byte("bokmål;nynorsk;ordklasse\n" +
		"vedtak;vedtak;substantiv\nbare;;\n\nformål;føremål;ting\nsak;sak;substantiv\n\"feil\"x;y\nSAK;saka;substantiv\nsist;sist\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		line int
		key  string
	}{
		{2, ""}, {3, "error.terms.half"}, {5, "error.terms.class"}, {6, "error.terms.twice"}, {7, "error.terms.syntax"}, {8, ""}, {9, ""},
	}
	if len(rows) != len(want) {
		t.Fatalf("%d rows: %+v", len(rows), rows)
	}
	for i, w := range want {
		if rows[i].Line != w.line || keyOf(rows[i].Err) != w.key {
			t.Errorf("line %d: %v, expected line %d: %s", rows[i].Line, rows[i].Err, w.line, w.key)
		}
	}
}

func TestFilesThatAreNoListAtAllSaySo(t *testing.T) {
	for content, key := range map[string]string{
		"PK\x03\x04rest of a workbook":    "error.terms.workbook",
		"\xD0\xCF\x11\xE0\xA1\xB1\x1A":    "error.terms.workbook",
		"bokmål|nynorsk\na|b\n":           "error.terms.column",
		"":                                "error.terms.syntax",
		"bokm\x00l;nynorsk":               "error.terms.encoding",
		string(make([]byte, 5_000_000)):   "error.terms.size",
		"\xFF\xFEb\x00o\x00k\x00":         "error.terms.column",
		"bare en setning uten kolonner\n": "error.terms.column",
	} {
		if _, err := terms.Inspect([]byte(content)); keyOf(err) != key {
			t.Errorf("%.20q: %v, expected %s", content, err, key)
		}
	}
}

func FuzzInspect(f *testing.F) {
	f.Add([]byte("bokmål;nynorsk\na;b\n\"c;d\n"))
	f.Add([]byte("\xFF\xFEb\x00"))
	f.Fuzz(func(t *testing.T, content []byte) {
		rows, err := terms.Inspect(content)
		if err != nil && keyOf(err) == "" {
			t.Errorf("an error that says nothing to people: %v", err)
		}
		for _, r := range rows {
			if r.Err == nil && r.Term.Check(r.Line) != nil {
				t.Errorf("an unsound term: %+v", r)
			}
		}
	})
}
