package batch

import (
	"path/filepath"
	"strconv"

	"avtalebok/agreement"
	"avtalebok/export"
	"avtalebok/export/sheet"
)

// Contents says how the list of a batch's files is written.
type Contents struct {
	Title agreement.Pair // of the source
	Form  agreement.Form // of headings
	// Missing says in a line what is missing in a file, or why it was not written.
	Missing func(Row, File) string
}

// The names of the lists, the same in both written forms.
const (
	contentsCSV = "oversikt.csv"
	contentsPDF = "oversikt.pdf"
)

type contentsWords struct{ title, file, party, number, form, pages, state, ready, bokmal, nynorsk, count string }

var contentsIn = map[agreement.Form]contentsWords{
	agreement.Bokmal: {
		"Innholdsliste", "Fil", "Part", "Nummer", "Målform", "Sider", "Klar eller hva som mangler", "Klar", "bokmål", "nynorsk", "Filer",
	},
	agreement.Nynorsk: {
		"Innhaldsliste", "Fil", "Part", "Nummer", "Målform", "Sider", "Klar eller kva som manglar", "Klar", "bokmål", "nynorsk", "Filer",
	},
}

// lines gives the list: file, party, number, form, pages, and what is missing.
func (c Contents) lines(rows []Row) [][]string {
	words := contentsIn[c.Form]
	var out [][]string
	for _, r := range rows {
		for _, f := range r.Files {
			party := r.Counterpart.Party
			number := party.Number
			if party.Kind == agreement.OrganisationParty {
				number = party.OrgNumber
			}
			line := []string{"", party.Name, number, words.bokmal, "", words.ready}
			if f.Form == agreement.Nynorsk {
				line[3] = words.nynorsk
			}
			if f.Path != "" {
				line[0], line[4] = filepath.Base(f.Path), strconv.Itoa(f.Pages)
			}
			if missing := c.Missing(r, f); missing != "" {
				line[5] = missing
			}
			out = append(out, line)
		}
	}
	return out
}

// WriteCSV writes the list into a folder and gives its path.
func (c Contents) WriteCSV(rows []Row, dir string) (string, error) {
	words := contentsIn[c.Form]
	heads := []string{words.file, words.party, words.number, words.form, words.pages, words.state}
	content, err := sheet.Rows(append([][]string{heads}, c.lines(rows)...))
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, contentsCSV)
	return path, export.WriteFile(path, content)
}

// WritePDF writes the list as a PDF into a folder and gives its path.
func (c Contents) WritePDF(rows []Row, dir string) (string, error) {
	content, _, err := export.Draw(c.document(rows), export.Looks{})
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, contentsPDF)
	return path, export.WriteFile(path, content)
}

// document gives the list as a document to be set. It dates itself by the draft that was saved last.
func (c Contents) document(rows []Row) agreement.Document {
	words := contentsIn[c.Form]
	doc := agreement.Document{
		Form: c.Form, ID: "contents", Title: said(words.title), Theme: said(c.Title.In(c.Form)), Labels: agreement.LabelsIn(c.Form),
	}
	for _, r := range rows {
		if r.Draft.Updated.After(doc.Updated) {
			doc.Updated = r.Draft.Updated
		}
	}
	table := agreement.Table{Columns: []agreement.Column{
		{Heading: said(words.party), RowHeader: true},
		{Heading: said(words.number)},
		{Heading: said(words.file)},
		{Heading: said(words.pages), Numeric: true},
		{Heading: said(words.state)},
	}}
	for _, l := range c.lines(rows) {
		table.Rows = append(table.Rows, []agreement.Passage{said(l[1]), said(l[2]), said(l[0]), said(l[4]), said(l[5])})
	}
	doc.Sections = []agreement.DocumentSection{{
		ID: "files", Kind: agreement.Prose, Heading: said(words.count + ": " + strconv.Itoa(len(table.Rows))), Blocks: []agreement.Block{table},
	}}
	return doc
}

func said(s string) agreement.Passage {
	if s == "" {
		return agreement.Passage{}
	}
	return agreement.Passage{Spans: []agreement.Span{{Text: s}}}
}
