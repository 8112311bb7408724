package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"avtalebok/agreement"
	"avtalebok/pdf/typeface"
)

// Problem is a character that can't be printed, and where it stands.
type Problem struct {
	Place     agreement.Place
	Section   string // heading of the section; the document's title for what stands before the sections
	Character string // as it is, or empty where nothing could be shown
	CodePoint string // "U+1F642"; "0xFF" for a byte that is no UTF-8
}

// Error gives one line for logs.
func (p Problem) Error() string { return fmt.Sprintf("can't print %s in %q", p.CodePoint, p.Section) }

func (p Problem) refusal() error {
	return agreement.NewError(agreement.Refused, "error.pdf.character", p,
		"Section", p.Section, "Character", p.Character, "CodePoint", p.CodePoint)
}

// Uncovered lists the characters of a Document that can't be printed, each once for every passage that it stands in.
// Render refuses a Document for which the list is not empty.
func Uncovered(doc agreement.Document) ([]Problem, error) {
	family, err := typeface.Load()
	if err != nil {
		return nil, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	return check(doc, family, 0), nil
}

// check finds at most so many problems; 0 for all.
func check(doc agreement.Document, family *typeface.Family, most int) []Problem {
	g := guard{family: family, most: most}
	g.section = doc.Title.String()
	for _, p := range []agreement.Passage{doc.Title, doc.Theme, doc.Between} {
		g.passage(p)
	}
	l := doc.Labels
	for _, s := range []string{
		doc.CaseNumber, l.DraftMark, l.Page, l.Of, l.CaseNumber, l.PlaceDate, l.Signature, l.Name, l.Email, l.Phone, l.SignHere,
		doc.ID, doc.Template.ID, string(doc.Form),
	} {
		g.text(agreement.Place{}, s)
	}
	for _, s := range doc.Parties {
		g.text(agreement.Place{}, s)
	}
	for _, s := range doc.Sections {
		g.section = s.Heading.String()
		g.passage(s.Heading)
		for _, b := range s.Blocks {
			g.block(b)
		}
	}
	return g.found
}

type guard struct {
	family  *typeface.Family
	section string
	most    int
	found   []Problem
}

func (g *guard) block(b agreement.Block) {
	switch b := b.(type) {
	case agreement.Subheading:
		g.passage(b.Passage)
	case agreement.Paragraph:
		g.passage(b.Passage)
	case agreement.List:
		for _, item := range b.Items {
			g.passage(item.Title)
			for _, p := range slices.Concat(item.Paragraphs, item.Facts) {
				g.passage(p)
			}
		}
	case agreement.Table:
		for _, c := range b.Columns {
			g.passage(c.Heading)
		}
		for _, row := range append(b.Rows[:len(b.Rows):len(b.Rows)], b.Total) {
			for _, p := range row {
				g.passage(p)
			}
		}
	case agreement.ContactTable:
		for _, r := range b.Rows {
			g.text(agreement.Place{Party: r.Function.Place.Party, Part: agreement.PartName}, r.Party)
			for _, p := range []agreement.Passage{r.Function, r.Name, r.Email, r.Phone} {
				g.passage(p)
			}
		}
	case agreement.SignatureBlock:
		for _, s := range b.Signers {
			g.text(agreement.Place{Party: s.Name.Place.Party, Part: agreement.PartName}, s.Party)
			g.text(s.Name.Place, s.Field)
			g.passage(s.Name)
			g.passage(s.Title)
		}
	}
}

func (g *guard) passage(p agreement.Passage) {
	for _, s := range p.Spans {
		g.text(p.Place, s.Text)
	}
}

// text checks one text: each character that fails is reported once.
func (g *guard) text(place agreement.Place, s string) {
	var seen map[string]bool
	report := func(character, codePoint string) {
		if seen[codePoint] || g.most > 0 && len(g.found) >= g.most {
			return
		}
		if seen == nil {
			seen = make(map[string]bool)
		}
		seen[codePoint] = true
		g.found = append(g.found, Problem{Place: place, Section: g.section, Character: character, CodePoint: codePoint})
	}
	for i, r := range s {
		switch {
		case r >= ' ' && r <= '~':
		case r == utf8.RuneError && !utf8.FullRuneInString(s[i:]), r == utf8.RuneError && s[i] != 0xEF:
			report("", "0x"+strconv.FormatUint(uint64(s[i]), 16))
		case !printable(r):
			report("", fmt.Sprintf("%U", r))
		case !g.family.Covers(r) && r != '\n':
			report(string(r), fmt.Sprintf("%U", r))
		}
	}
	if utf8.ValidString(s) && !norm.NFC.IsNormalString(s) {
		at := firstDecomposed(s)
		report(at, codePoints(at))
	}
}

// printable reports whether a character is one that a reader can see, or a space, a line break, a soft hyphen or a
// place where a word may break. Private characters mean nothing in an archive (ISO 19005-2, 6.2.11.7.3).
func printable(r rune) bool {
	switch r {
	case '\n', '\u00ad', '\u200b':
		return true
	case utf8.RuneError, '\ufeff', '\ufffe':
		return false
	}
	return !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs, unicode.Zl, unicode.Zp)
}

// firstDecomposed gives the first letter with its marks that is not in normal form C.
func firstDecomposed(s string) string {
	for i := 0; i < len(s); {
		n := norm.NFC.NextBoundaryInString(s[i:], true)
		if !norm.NFC.IsNormalString(s[i : i+n]) {
			return s[i : i+n]
		}
		i += n
	}
	return s
}

func codePoints(s string) string {
	out := ""
	for _, r := range s {
		out += fmt.Sprintf("%U", r)
	}
	return out
}
