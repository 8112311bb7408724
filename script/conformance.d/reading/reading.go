// Package reading says which words a reader of a printed agreement must meet, and in which order. It derives them from
// the Document alone: it must not know how pages are set, tagged or drawn, or it could not judge that.
package reading

import (
	"slices"
	"strconv"
	"strings"

	"avtalebok/agreement"
)

// Blank stands in a passage for a line to be filled in by hand, which has no text.
const Blank = '\x00'

// Group is a stretch of text. It has one strand of passages, or one for each signer of a signature block: those stand
// side by side, and who reads the page line by line meets two signers' words by turns.
type Group [][]string

// Groups gives everything that is read, in order, one passage for each heading, paragraph, number, table cell and
// label: the front of the agreement, then its sections. Footers and the draft mark are not read. Labels of ruled
// lines are: place and date, and signature, for every signer, and name where that is left to be written.
func Groups(doc agreement.Document) []Group {
	var w writer
	if doc.CaseNumber != "" {
		w.write(doc.Labels.CaseNumber + " " + doc.CaseNumber)
	}
	w.passages(doc.Title, doc.Theme, doc.Between)
	for _, s := range doc.Sections {
		w.passages(s.Heading)
		for _, b := range s.Blocks {
			w.block(doc, b)
		}
	}
	w.end()
	return w.groups
}

// Passages lists everything that is read, in order, signer by signer.
func Passages(doc agreement.Document) []string {
	var list []string
	for _, g := range Groups(doc) {
		list = append(list, slices.Concat(g...)...)
	}
	return list
}

// Footer gives what stands at the foot of every page besides its number, in full: title and parties.
func Footer(doc agreement.Document) string {
	parts := append([]string{doc.Title.String()}, doc.Parties...)
	return strings.Join(parts, " · ")
}

// PageNumber gives the words for a page, from 1 on: "Side 1 av 4".
func PageNumber(doc agreement.Document, page, pages int) string {
	return doc.Labels.Page + " " + strconv.Itoa(page) + " " + doc.Labels.Of + " " + strconv.Itoa(pages)
}

type writer struct {
	groups []Group
	list   []string // the strand that is being written
}

// end closes a group of one strand.
func (w *writer) end() {
	if len(w.list) > 0 {
		w.groups = append(w.groups, Group{w.list})
	}
	w.list = nil
}

// write adds a passage unless there is nothing in it to read.
func (w *writer) write(text string) {
	if strings.Trim(text, " \n\x00") != "" {
		w.list = append(w.list, text)
	}
}

func (w *writer) passages(list ...agreement.Passage) {
	for _, p := range list {
		w.write(text(p))
	}
}

func text(p agreement.Passage) string {
	var b strings.Builder
	for _, s := range p.Spans {
		if s.Kind == agreement.Blank {
			b.WriteRune(Blank)
			continue
		}
		b.WriteString(s.Text)
	}
	return b.String()
}

func (w *writer) block(doc agreement.Document, b agreement.Block) {
	switch b := b.(type) {
	case agreement.Subheading:
		w.passages(b.Passage)
	case agreement.Paragraph:
		w.passages(b.Passage)
	case agreement.List:
		w.items(b)
	case agreement.Table:
		w.table(b)
	case agreement.ContactTable:
		w.contacts(doc.Labels, b)
	case agreement.SignatureBlock:
		w.end()
		var signers Group
		for _, s := range b.Signers {
			w.signer(doc.Labels, s)
			signers = append(signers, w.list)
			w.list = nil
		}
		w.groups = append(w.groups, signers)
	}
}

// items reads a list. A titled item's number and title are one heading.
func (w *writer) items(l agreement.List) {
	for _, item := range l.Items {
		number := strconv.Itoa(item.Number)
		if item.Title.Empty() {
			w.write(number)
		} else {
			w.write(number + " " + text(item.Title))
		}
		w.passages(item.Paragraphs...)
		w.passages(item.Facts...)
	}
}

// table reads a table row by row.
func (w *writer) table(t agreement.Table) {
	for _, c := range t.Columns {
		w.passages(c.Heading)
	}
	for _, row := range t.Rows {
		w.passages(row...)
	}
	w.passages(t.Total...)
}

// contacts reads a table row by row.
func (w *writer) contacts(l agreement.Labels, t agreement.ContactTable) {
	for _, head := range []string{l.Name, l.Email, l.Phone} {
		w.write(head)
	}
	for _, row := range t.Rows {
		w.write(row.Party)
		w.passages(row.Function, row.Name, row.Email, row.Phone)
	}
}

func (w *writer) signer(l agreement.Labels, s agreement.Signer) {
	w.write(s.Party)
	w.write(l.PlaceDate)
	w.write(l.Signature)
	if name := text(s.Name); strings.Trim(name, " \x00") != "" {
		w.write(name)
	} else {
		w.write(l.Name)
	}
	w.passages(s.Title)
}
