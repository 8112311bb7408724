package sheet_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/export/sheet"
	"avtalebok/pdf"
)

var (
	today   = register.Date{Year: 2026, Month: time.November, Day: 23}
	options = sheet.Options{Form: agreement.Nynorsk, Day: today}
)

// sample gives n entries; those with an even number are in force.
func sample(n int) []*register.Entry {
	out := make([]*register.Entry, n)
	for i := range out {
		name := fmt.Sprintf("Æresklubben %d", i)
		e := register.Entry{
			ID: fmt.Sprintf("id%d", i), Kind: register.Kinds[i%2], Revision: 2, Updated: time.Date(2026, time.May, 1+i%28, 9, 30, 0, 0, time.UTC),
			Title: agreement.Pair{NB: "Avtale med " + name, NN: "Avtale med " + name},
			Content: register.Content{
				Forms: register.InBoth, Theme: agreement.Pair{NB: "Folkehelse", NN: "Folkehelse"},
				Terms: register.Terms{Notice: 3, CaseNumber: fmt.Sprintf("26/%05d", i), Amount: "1 500 000"},
				Parties: []register.Party{
					{Key: "county", Kind: agreement.CountyParty, Number: "39", Name: "Vestfold fylkeskommune"},
					{Key: "organisation", Kind: agreement.OrganisationParty, OrgNumber: fmt.Sprintf("9%08d", i), Name: name},
				},
			},
			Facts: register.Facts{Responsible: "Kari"},
		}
		if i%2 == 0 {
			e.Signed, e.SignedIn = register.Date{Year: 2025, Month: time.March, Day: 1 + i%28}, register.InNynorsk
		}
		out[i] = &e
	}
	return out
}

func open(t *testing.T, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func workbook(t *testing.T, entries []*register.Entry) *excelize.File {
	t.Helper()
	content, err := sheet.XLSX(entries, options)
	if err != nil {
		t.Fatal(err)
	}
	return open(t, content)
}

func value(t *testing.T, f *excelize.File, sheetName, at string, raw bool) string {
	t.Helper()
	s, err := f.GetCellValue(sheetName, at, excelize.Options{RawCellValue: raw})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// columnOf gives the letter of the column with a heading.
func columnOf(t *testing.T, f *excelize.File, heading string) string {
	t.Helper()
	rows, err := f.GetRows("Avtaleregister")
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range rows[0] {
		if h == heading {
			name, _ := excelize.ColumnNumberToName(i + 1)
			return name
		}
	}
	t.Fatalf("no column %s among %v", heading, rows[0])
	return ""
}

func TestTheWorkbookHasDatesAndNumbersThatExcelCanReckonWith(t *testing.T) {
	f := workbook(t, sample(3))
	name := "Avtaleregister"
	for heading, want := range map[string][2]string{
		"Avtale":             {"Avtale med Æresklubben 0", "Avtale med Æresklubben 0"},
		"Signert":            {"45717", "01.03.2025"}, // days since 30 December 1899
		"Oppseiing, månader": {"3", "3"},
		"Tilskot, kroner":    {"1500000", "1,500,000"},
		"Sist lagra":         {"46143.3958333333", "01.05.2026 09:30"},
		"Saksnummer":         {"26/00000", "26/00000"},
		"Status":             {"Løpande", "Løpande"},
		"Slag":               {"Partnarskapsavtale", "Partnarskapsavtale"},
		"Motpart":            {"Æresklubben 0", "Æresklubben 0"},
		"Målform":            {"nynorsk", "nynorsk"},
	} {
		at := columnOf(t, f, heading) + "2"
		if raw, shown := value(t, f, name, at, true), value(t, f, name, at, false); !strings.HasPrefix(raw, want[0]) || shown != want[1] {
			t.Errorf("%s: %q, shown as %q; want %v", heading, raw, shown, want)
		}
	}
	if got := value(t, f, name, columnOf(t, f, "Signert")+"3", true); got != "" {
		t.Errorf("a draft is signed on %q", got)
	}
	numbers := columnOf(t, f, "Organisasjonsnummer") + "2"
	if kind, _ := f.GetCellType(name, numbers); kind == excelize.CellTypeNumber || value(t, f, name, numbers, true) != "900000000" {
		t.Error("an organisation's number has become something to reckon with")
	}
}

func TestTheWorkbookIsFilteredAndItsHeadingsStand(t *testing.T) {
	f := workbook(t, sample(3))
	panes, err := f.GetPanes("Avtaleregister")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("%+v, %v", panes, err)
	}
	filtered := false
	for _, n := range f.GetDefinedName() {
		filtered = filtered || n.Name == "_xlnm._FilterDatabase" && n.Scope == "Avtaleregister" && strings.HasSuffix(n.RefersTo, "$4")
	}
	if !filtered {
		t.Errorf("no filter over all rows: %+v", f.GetDefinedName())
	}
	if width, err := f.GetColWidth("Avtaleregister", "A"); err != nil || width < 40 {
		t.Errorf("the agreements' names have a width of %v, %v", width, err)
	}
}

func TestTheWorkbookSumsUp(t *testing.T) {
	f := workbook(t, sample(5))
	if got, want := value(t, f, "Samandrag", "A1", true), "5 avtalar med 5 organisasjonar, 3 partnarskapsavtalar, 2 samarbeidsavtalar"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	rows, err := f.GetRows("Samandrag")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range rows {
		lines = append(lines, strings.Join(r, "="))
	}
	all := strings.Join(lines, "|")
	for _, want := range []string{"Etter slag|Partnarskapsavtale=3|Samarbeidsavtale=2", "ikkje signert=2|2025=3", "nynorsk=3|bokmål og nynorsk=2"} {
		if !strings.Contains(all, want) {
			t.Errorf("lacks %s in %s", want, all)
		}
	}
	due, err := f.GetRows("Oppfølging")
	if err != nil || len(due) != 4 || due[1][1] != "Årleg møte" || due[1][0] != "01.03.2027" {
		t.Errorf("%v, %v", due, err)
	}
}

func TestTheSameEntriesGiveTheSameBytes(t *testing.T) {
	entries := sample(50)
	for name, write := range map[string]func([]*register.Entry, sheet.Options) ([]byte, error){"xlsx": sheet.XLSX, "csv": sheet.CSV} {
		first, err := write(entries, options)
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			if again, err := write(entries, options); err != nil || !bytes.Equal(first, again) {
				t.Fatalf("%s: another file (%v)", name, err)
			}
		}
	}
}

func TestCSVOpensInNorwegianExcel(t *testing.T) {
	entries := sample(2)
	entries[0].Remark = "éin; to \"tre\"\nfire"
	content, err := sheet.CSV(entries, options)
	if err != nil {
		t.Fatal(err)
	}
	body, marked := bytes.CutPrefix(content, []byte{0xef, 0xbb, 0xbf})
	if !marked || bytes.Count(body, []byte("\r\n")) != 3 || bytes.Count(body, []byte("\n")) != 3 {
		t.Errorf("%q", content)
	}
	r := csv.NewReader(bytes.NewReader(body))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatal(rows, err)
	}
	at := map[string]string{}
	for i, h := range rows[0] {
		at[h] = rows[1][i]
	}
	for heading, want := range map[string]string{
		"Signert": "2025-03-01", "Merknad": `éin; to "tre" fire`, "Motpart": "Æresklubben 0", "Sist lagra": "2026-05-01 09:30",
		"Tilskot, kroner": "1500000", "Organisasjonsnummer": "900000000",
	} {
		if at[heading] != want {
			t.Errorf("%s: %q, want %q", heading, at[heading], want)
		}
	}
}

func TestCSVRunsNoFormulas(t *testing.T) {
	entries := sample(1)
	for _, bad := range []string{"=HYPERLINK(\"http://x\")", "+47 12345678", "-1", "@SUM(A1)", "\t=1", "＝1"} {
		entries[0].Responsible = bad
		content, err := sheet.CSV(entries, options)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(bytes.NewReader(content[3:]))
		r.Comma = ';'
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range rows[1] {
			if c != "" && strings.ContainsAny(c[:1], "=+-@\t\r") {
				t.Errorf("%q stands as %q", bad, c)
			}
		}
		if !strings.Contains(string(content), "'"+strings.ReplaceAll(strings.TrimSpace(bad), `"`, `""`)) {
			t.Errorf("%q is not written as text: %s", bad, content)
		}
	}
	f := workbook(t, entries)
	if formula, err := f.GetCellFormula("Avtaleregister", columnOf(t, f, "Ansvarleg")+"2"); err != nil || formula != "" {
		t.Errorf("the workbook has the formula %q, %v", formula, err)
	}
}

func TestAnEmptyRegisterIsAFileTooInBothForms(t *testing.T) {
	for _, form := range agreement.Forms {
		o := sheet.Options{Form: form, Day: today}
		if content, err := sheet.XLSX(nil, o); err != nil || open(t, content).GetSheetName(0) != "Avtaleregister" {
			t.Error(form, err)
		}
		if content, err := sheet.CSV(nil, o); err != nil || bytes.Count(content, []byte("\r\n")) != 1 {
			t.Error(form, err)
		}
		if _, err := pdf.Render(sheet.Document(nil, o), pdf.Options{}); err != nil {
			t.Error(form, err)
		}
	}
}

func TestTheRegisterIsSetAsATable(t *testing.T) {
	doc := sheet.Document(sample(60), options)
	table, ok := doc.Sections[0].Blocks[1].(agreement.Table)
	if !ok || len(table.Rows) != 60 || !table.Headed() {
		t.Fatalf("%+v", doc.Sections[0].Blocks)
	}
	for _, row := range table.Rows {
		if len(row) != len(table.Columns) {
			t.Errorf("%d cells in %d columns", len(row), len(table.Columns))
		}
	}
	if got := table.Rows[0][0].String() + "|" + table.Rows[0][3].String(); got != "Æresklubben 0: Folkehelse|01.03.2025" {
		t.Error(got)
	}
	content, err := pdf.Render(doc, pdf.Options{})
	if err != nil || !bytes.HasPrefix(content, []byte("%PDF-1.7")) {
		t.Errorf("%v", err)
	}
}

func BenchmarkXLSX10000(b *testing.B) {
	entries := sample(10_000)
	for b.Loop() {
		content, err := sheet.XLSX(entries, options)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(content))/1000, "kB")
	}
}

func BenchmarkCSV10000(b *testing.B) {
	entries := sample(10_000)
	for b.Loop() {
		if _, err := sheet.CSV(entries, options); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPDF10000(b *testing.B) {
	entries := sample(10_000)
	for b.Loop() {
		if _, err := pdf.Render(sheet.Document(entries, options), pdf.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
