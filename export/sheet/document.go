package sheet

import (
	"strconv"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// Document gives the register as a document to be set: the totals in a line, the agreements in a table, and the counts
// in tables of their own.
func Document(entries []*register.Entry, o Options) agreement.Document {
	words, h := register.WordsIn(o.Form), headingsIn[o.Form]
	total := register.Total(entries, o.Day)
	doc := agreement.Document{
		Form: o.Form, ID: "register", Title: said(words.Register), Theme: said(h.asOf + " " + register.WrittenDate(o.Day)),
		Updated: o.Day.Time(), Labels: agreement.LabelsIn(o.Form),
	}
	list := agreement.Table{Columns: []agreement.Column{
		{Heading: said(h.agreement), RowHeader: true},
		{Heading: said(h.kind)},
		{Heading: said(h.status)},
		{Heading: said(h.signed), Numeric: true},
		{Heading: said(h.ends), Numeric: true},
	}}
	for _, e := range entries {
		list.Rows = append(list.Rows, []agreement.Passage{
			said(named(e, o)), said(words.Kind(e.Kind)), said(words.Statuses[e.Status(o.Day)]),
			said(short(e.Signed)), said(short(end(e))),
		})
	}
	agreements := agreement.DocumentSection{
		ID: "agreements", Kind: agreement.Prose, Heading: said(words.Several),
		Blocks: []agreement.Block{agreement.Paragraph{Passage: said(total.Sentence(o.Form) + ".")}},
	}
	if len(entries) > 0 {
		agreements.Blocks = append(agreements.Blocks, list)
	}
	doc.Sections = []agreement.DocumentSection{agreements, counted(total, words, h)}
	return doc
}

// counted gives the section with the counts.
func counted(t register.Totals, words register.Words, h headings) agreement.DocumentSection {
	s := agreement.DocumentSection{ID: "totals", Kind: agreement.Prose, Heading: said(words.Totals)}
	add := func(heading string, list []register.Count, name func(string) string) {
		table := agreement.Table{Columns: []agreement.Column{{Heading: said(heading), RowHeader: true}, {Heading: said(words.Several), Numeric: true}}}
		for _, c := range list {
			table.Rows = append(table.Rows, []agreement.Passage{said(name(c.Key)), said(strconv.Itoa(c.Count))})
		}
		if len(list) > 0 {
			s.Blocks = append(s.Blocks, table)
		}
	}
	add(h.kinds, t.Kinds, func(k string) string { return words.Kind(agreement.Kind(k)) })
	add(h.statuses, t.Statuses, func(k string) string { return words.Statuses[agreement.Status(k)] })
	add(h.years, t.Years, words.Year)
	add(h.forms, t.Forms, func(k string) string { return words.Forms[register.Written(k)] })
	return s
}

// named gives what tells an agreement from the others on a line of a table: with whom, and about what.
func named(e *register.Entry, o Options) string {
	name := e.Counterpart(o.Day)
	if name == "" {
		name = e.Title.In(o.Form)
	}
	if subject := e.Subject(o.Form); subject != "" {
		name += ": " + subject
	}
	return name
}

// short writes a date as tables have it, 08.02.2026.
func short(d register.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("02.01.2006")
}

func said(s string) agreement.Passage {
	if s == "" {
		return agreement.Passage{}
	}
	return agreement.Passage{Spans: []agreement.Span{{Text: s}}}
}
