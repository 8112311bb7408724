package agreement

import (
	"strings"
	"time"
)

// Document is an agreement in one written form: placeholders filled, items numbered, every word that will be
// printed, and no knowledge of pages. Writers (PDF, and later Word and plain text) read nothing else.
type Document struct {
	Form       Form
	ID         string // the draft's
	Template   TemplateRef
	Kind       Kind
	Revision   int
	Updated    time.Time // UTC; the moment that the document dates itself by
	CaseNumber string
	Title      Passage  // "Partnerskapsavtale"
	Theme      Passage  // may be empty
	Between    Passage  // "mellom A og B"; empty while no party is chosen
	Parties    []string // full names, in order
	Draft      bool     // something is missing: to be marked as a draft on every page
	Labels     Labels
	Sections   []DocumentSection
}

// Labels are the words that a writer adds to the text, in the document's form.
type Labels struct {
	DraftMark  string // "UTKAST"
	Page       string // "Side"
	Of         string // "av"
	CaseNumber string // "Saksnummer"
	PlaceDate  string // "Sted og dato"
	Signature  string // "Underskrift"
	Name       string // "Navn"
	Email      string // "E-post"
	Phone      string // "Telefon"
	SignHere   string // tooltip of a signature field, followed by the party's name
}

// DocumentSection is a section ready to be set. A section with no blocks is left out by Resolve.
type DocumentSection struct {
	ID      string
	Kind    SectionKind
	Heading Passage
	Blocks  []Block
}

// Block is one of Subheading, Paragraph, List, Table, ContactTable and SignatureBlock.
type Block interface{ block() }

// Subheading is a heading within a section, above what follows it: "Delmål".
type Subheading struct {
	Passage
}

// Paragraph is running text. Strong marks the main goal.
type Paragraph struct {
	Passage
	Strong bool
}

// List is a list numbered from 1. Items with titles (focus areas) are set at full width under headings of their
// own; others may be set in two columns, numbered down each column.
type List struct {
	Items []ListItem
}

// ListItem is one numbered item with at least one paragraph.
type ListItem struct {
	Number     int
	Title      Passage // empty unless the list is one of focus areas
	Paragraphs []Passage
	Facts      []Passage // lines below the paragraphs: who leads a network, and who takes part
}

// Table is a table of short texts: facts, payments, parties, or the agreements of a register. Every row, and Total where
// there is one, has as many cells as there are columns.
type Table struct {
	Columns []Column
	Rows    [][]Passage
	Total   []Passage // the sums, below all other rows; nil for none
}

// Column is what the cells of a column have in common. A table in which no column has a heading is set without a row of
// headings.
type Column struct {
	Heading   Passage
	Numeric   bool // set to the right, never broken
	RowHeader bool // names what its row is about
}

// Headed reports whether any column has a heading.
func (t Table) Headed() bool {
	for _, c := range t.Columns {
		if !c.Heading.Empty() {
			return true
		}
	}
	return false
}

// ContactTable lists the parties' contact persons.
type ContactTable struct {
	Rows []ContactRow
}

// ContactRow is one contact person. Empty passages of Name, Email and Phone are printed as lines to be filled in.
type ContactRow struct {
	Party    string // full name
	Function Passage
	Name     Passage
	Email    Passage
	Phone    Passage
}

// SignatureBlock is what the parties sign. A signer is never split over pages; the block never stands alone on one, and
// only one that is longer than a page goes on to the next.
type SignatureBlock struct {
	Signers []Signer
}

// Signer is one signature line with what stands around it.
type Signer struct {
	Field string // unique name of the signature field, ASCII: "municipality-1"
	Party string // full name
	Title Passage
	Name  Passage // in capitals; a Blank span when it is to be filled in by hand
}

func (Subheading) block()     {}
func (Paragraph) block()      {}
func (List) block()           {}
func (Table) block()          {}
func (ContactTable) block()   {}
func (SignatureBlock) block() {}

// SpanKind says how a span is to be set.
type SpanKind uint8

// The kinds of spans.
const (
	Plain SpanKind = iota
	Unfilled
	Blank
)

// Span is a run of text. An Unfilled span stands where something is missing and names it, in brackets; it only
// occurs in drafts. A Blank span has no text: it is a ruled line to be filled in by hand.
type Span struct {
	Text string
	Kind SpanKind
}

// Passage is a run of spans with the place in the agreement that it came from.
type Passage struct {
	Place Place
	Spans []Span
}

// Empty reports whether the passage prints nothing.
func (p Passage) Empty() bool { return len(p.Spans) == 0 }

// String gives the passage's text; blanks give nothing.
func (p Passage) String() string {
	var b strings.Builder
	for _, s := range p.Spans {
		b.WriteString(s.Text)
	}
	return b.String()
}
