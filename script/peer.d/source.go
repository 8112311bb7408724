package main

import (
	"fmt"
	"slices"
	"strings"

	"avtalebok/agreement"
)

// preamble is the page, the type and the looks that our own layout has, as near as Typst's means come to them.
const preamble = `#set document(title: %s, author: (%s), date: datetime(year: 2026, month: 2, day: 8))
#set page(paper: "a4", margin: (left: 74pt, right: 74pt, top: 72pt, bottom: 80pt), footer: context text(size: 8pt, fill: luma(90))[
  #%s #h(1fr) %s #counter(page).display() %s #counter(page).final().first()])
#set text(font: "Liberation Sans", size: 10.5pt, lang: %s, region: "NO")
#set par(leading: 7.5pt, spacing: 15pt)
#set enum(numbering: n => text(weight: "bold", fill: rgb("#1b4b66"), str(n)), spacing: 15pt)
#show heading: set block(above: 25pt, below: 14pt)
#show heading: set text(fill: rgb("#1b4b66"))
#show heading.where(level: 1): set text(size: 25pt, fill: luma(26))
#let rule = line(length: 100%%, stroke: 0.5pt)
`

// source writes a Document in Typst's language. All words stand in strings, so that nothing in them is markup.
func source(doc agreement.Document) string {
	var w strings.Builder
	var authors []string
	for _, p := range doc.Parties {
		authors = append(authors, quoted(p)+",")
	}
	footer := doc.Title.String() + " · " + strings.Join(doc.Parties, " · ")
	fmt.Fprintf(&w, preamble, quoted(doc.Title.String()), strings.Join(authors, " "), quoted(footer),
		doc.Labels.Page, doc.Labels.Of, quoted(string(doc.Form)))
	fmt.Fprintf(&w, "= #%s\n#text(size: 14pt, %s)\n\n#%s\n\n#rule\n", quoted(doc.Title.String()), quoted(doc.Theme.String()),
		quoted(doc.Between.String()))
	for _, s := range doc.Sections {
		fmt.Fprintf(&w, "\n== #%s\n", quoted(s.Heading.String()))
		for _, b := range s.Blocks {
			writeBlock(&w, doc.Labels, b)
		}
	}
	return w.String()
}

func writeBlock(w *strings.Builder, l agreement.Labels, b agreement.Block) {
	switch b := b.(type) {
	case agreement.Subheading:
		fmt.Fprintf(w, "=== #%s\n", quoted(b.String()))
	case agreement.Paragraph:
		size := "10.5pt"
		if b.Strong {
			size = "13pt"
		}
		fmt.Fprintf(w, "#text(size: %s, %s)\n\n", size, quoted(b.String()))
	case agreement.List:
		writeList(w, b)
	case agreement.Table:
		writeTable(w, b)
	case agreement.ContactTable:
		fmt.Fprintf(w, "#table(columns: (3fr, 2fr, 3fr, 2fr), stroke: none, table.header([], [%s], [%s], [%s]), table.hline(),\n", l.Name, l.Email, l.Phone)
		for _, r := range b.Rows {
			fmt.Fprintf(w, "  [*#%s* \\ #%s], [#%s], [#%s], [#%s], table.hline(),\n", quoted(r.Party),
				quoted(r.Function.String()), quoted(r.Name.String()), quoted(r.Email.String()), quoted(r.Phone.String()))
		}
		w.WriteString(")\n")
	case agreement.SignatureBlock:
		w.WriteString("#grid(columns: (1fr, 1fr), column-gutter: 27pt, row-gutter: 30pt,\n")
		for _, s := range b.Signers {
			fmt.Fprintf(w, "  [*#%s* #v(30pt) #rule %s #v(30pt) #rule %s #v(20pt) #rule #%s \\ #%s],\n", quoted(s.Party),
				l.PlaceDate, l.Signature, quoted(s.Name.String()), quoted(s.Title.String()))
		}
		w.WriteString(")\n")
	}
}

func writeTable(w *strings.Builder, t agreement.Table) {
	fmt.Fprintf(w, "#table(columns: %d, stroke: none,\n", len(t.Columns))
	heads := make([]agreement.Passage, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Heading
	}
	rows := append([][]agreement.Passage{heads}, t.Rows...)
	for i, row := range append(rows, t.Total) {
		for _, p := range row {
			fmt.Fprintf(w, "  [#%s],", quoted(p.String()))
		}
		if i == 0 || len(row) > 0 {
			w.WriteString(" table.hline(),\n")
		}
	}
	w.WriteString(")\n")
}

func writeList(w *strings.Builder, list agreement.List) {
	if n := len(list.Items); n >= 6 {
		half := (n + 1) / 2
		w.WriteString("#grid(columns: (1fr, 1fr), column-gutter: 27pt, [\n")
		writeItems(w, list.Items[:half])
		w.WriteString("], [\n")
		writeItems(w, list.Items[half:])
		w.WriteString("])\n")
		return
	}
	writeItems(w, list.Items)
}

func writeItems(w *strings.Builder, items []agreement.ListItem) {
	for _, item := range items {
		if !item.Title.Empty() {
			fmt.Fprintf(w, "=== %d #%s\n", item.Number, quoted(item.Title.String()))
		}
		for i, p := range slices.Concat(item.Paragraphs, item.Facts) {
			switch {
			case !item.Title.Empty():
				fmt.Fprintf(w, "#%s\n\n", quoted(p.String()))
			case i == 0:
				fmt.Fprintf(w, "%d. #%s\n", item.Number, quoted(p.String()))
			default:
				fmt.Fprintf(w, "\n  #%s\n", quoted(p.String()))
			}
		}
	}
}

// quoted writes a string literal.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
