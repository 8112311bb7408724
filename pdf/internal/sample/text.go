package sample

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"avtalebok/agreement"
)

// Squeeze takes out all white space, which is laid out anew on pages.
func Squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// ReadingText is what a reader of the Document must find in it, in order, without white space. It is written from the
// meaning of a Document, not from how the layout goes about it.
func ReadingText(doc agreement.Document) string {
	var b strings.Builder
	add := func(parts ...string) {
		for _, s := range parts {
			b.WriteString(Squeeze(s))
		}
	}
	l := doc.Labels
	if doc.CaseNumber != "" {
		add(l.CaseNumber, doc.CaseNumber)
	}
	add(doc.Title.String(), doc.Theme.String(), doc.Between.String())
	for _, s := range doc.Sections {
		if silent(s) {
			continue
		}
		add(s.Heading.String())
		for _, block := range s.Blocks {
			switch block := block.(type) {
			case agreement.Subheading:
				add(block.String())
			case agreement.Paragraph:
				add(block.String())
			case agreement.List:
				for _, item := range block.Items {
					add(strconv.Itoa(item.Number), item.Title.String())
					for _, p := range slices.Concat(item.Paragraphs, item.Facts) {
						add(p.String())
					}
				}
			case agreement.Table:
				addTable(block, add)
			case agreement.ContactTable:
				if len(block.Rows) > 0 {
					add(l.Name, l.Email, l.Phone)
				}
				for _, r := range block.Rows {
					add(r.Party, r.Function.String(), r.Name.String(), r.Email.String(), r.Phone.String())
				}
			case agreement.SignatureBlock:
				for _, s := range block.Signers {
					add(s.Party, l.PlaceDate, l.Signature)
					if name := s.Name.String(); name == "" {
						add(l.Name)
					} else {
						add(name)
					}
					add(s.Title.String())
				}
			}
		}
	}
	return b.String()
}

func addTable(t agreement.Table, add func(...string)) {
	if len(t.Rows) == 0 {
		return
	}
	for _, c := range t.Columns {
		add(c.Heading.String())
	}
	for _, row := range append(t.Rows[:len(t.Rows):len(t.Rows)], t.Total) {
		for i, p := range row {
			if i < len(t.Columns) {
				add(p.String())
			}
		}
	}
}

// silent reports whether nothing stands under a section's heading.
func silent(s agreement.DocumentSection) bool {
	for _, block := range s.Blocks {
		switch block := block.(type) {
		case agreement.Paragraph:
			if !block.Empty() {
				return false
			}
		case agreement.List:
			if len(block.Items) > 0 {
				return false
			}
		case agreement.Table:
			if len(block.Rows) > 0 && len(block.Columns) > 0 {
				return false
			}
		case agreement.ContactTable:
			if len(block.Rows) > 0 {
				return false
			}
		case agreement.SignatureBlock:
			if len(block.Signers) > 0 {
				return false
			}
		case agreement.Subheading:
			if !block.Empty() {
				return false
			}
		}
	}
	return true
}
