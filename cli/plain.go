package cli

import (
	"fmt"
	"slices"
	"strings"

	"avtalebok/agreement"
)

// blankLine stands for a line to be filled in by hand.
const blankLine = "__________"

// printAgreement prints a draft in one form as plain text.
func (p *program) printAgreement(a agreement.Agreement, form agreement.Form) error {
	doc, err := a.Resolve(form)
	if err != nil {
		return err
	}
	p.printf("%s", plainText(doc))
	return nil
}

// plainText writes a document as lines of text, the way it is read aloud.
func plainText(doc agreement.Document) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("%s", plain(doc.Title))
	for _, p := range []agreement.Passage{doc.Theme, doc.Between} {
		if !p.Empty() {
			line("%s", plain(p))
		}
	}
	if doc.CaseNumber != "" {
		line("%s: %s", doc.Labels.CaseNumber, doc.CaseNumber)
	}
	for _, s := range doc.Sections {
		line("\n%s", strings.ToUpper(plain(s.Heading)))
		for _, block := range s.Blocks {
			plainBlock(line, doc.Labels, block)
		}
	}
	return b.String()
}

func plainBlock(line func(string, ...any), words agreement.Labels, block agreement.Block) {
	switch b := block.(type) {
	case agreement.Subheading:
		line("\n%s", plain(b.Passage))
	case agreement.Paragraph:
		line("\n%s", plain(b.Passage))
	case agreement.List:
		for _, it := range b.Items {
			plainItem(line, it)
		}
	case agreement.Table:
		plainTable(line, b)
	case agreement.ContactTable:
		for _, r := range b.Rows {
			line("\n%s: %s", r.Party, plain(r.Function))
			line("  %s: %s", words.Name, orLine(r.Name))
			line("  %s: %s", words.Email, orLine(r.Email))
			line("  %s: %s", words.Phone, orLine(r.Phone))
		}
	case agreement.SignatureBlock:
		for _, s := range b.Signers {
			line("\n%s", s.Party)
			line("  %s: %s", words.PlaceDate, blankLine)
			line("  %s: %s", words.Signature, blankLine)
			line("  %s", plain(s.Name))
			line("  %s", plain(s.Title))
		}
	}
}

// plainTable writes a row a line. Cells are parted by tabs, as spreadsheets take them.
func plainTable(line func(string, ...any), t agreement.Table) {
	row := func(cells []agreement.Passage) {
		texts := make([]string, len(cells))
		for i, p := range cells {
			texts[i] = plain(p)
		}
		line("%s", strings.Join(texts, "\t"))
	}
	line("")
	if t.Headed() {
		heads := make([]agreement.Passage, len(t.Columns))
		for i, c := range t.Columns {
			heads[i] = c.Heading
		}
		row(heads)
	}
	for _, cells := range t.Rows {
		row(cells)
	}
	if t.Total != nil {
		row(t.Total)
	}
}

func plainItem(line func(string, ...any), it agreement.ListItem) {
	if !it.Title.Empty() {
		line("\n%d. %s", it.Number, plain(it.Title))
		for _, q := range slices.Concat(it.Paragraphs, it.Facts) {
			line("%s", plain(q))
		}
		return
	}
	for i, q := range it.Paragraphs {
		if i == 0 {
			line("%d. %s", it.Number, plain(q))
			continue
		}
		line("   %s", plain(q))
	}
}

func plain(p agreement.Passage) string {
	var b strings.Builder
	for _, s := range p.Spans {
		if s.Kind == agreement.Blank {
			b.WriteString(blankLine)
		}
		b.WriteString(s.Text)
	}
	return b.String()
}

func orLine(p agreement.Passage) string {
	if p.Empty() {
		return blankLine
	}
	return plain(p)
}
