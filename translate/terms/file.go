package terms

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"avtalebok/agreement"
)

// MaxFile bounds a list of terms, in bytes.
const MaxFile = 4 << 20

// maxForm bounds a word or phrase, in bytes; longer ones are no terms.
const maxForm = 200

// header names the columns. Only the first two must be filled in; a file may have them in any order.
var header = []string{"bokmål", "nynorsk", "ordklasse", "bøying bokmål", "bøying nynorsk", "merknad"}

// Read reads a list of terms: columns parted by semicolon, comma or tab as spreadsheet programs write them, UTF-8
// with or without a byte order mark, a first line that names the columns. Several nynorsk words for one term are
// parted by " | ", and so are their inflections.
func Read(content []byte) (*List, error) {
	terms, err := ReadTerms(content)
	if err != nil {
		return nil, err
	}
	return New(terms), nil
}

// ReadTerms reads terms as Read does, for an overlay.
func ReadTerms(content []byte) ([]Term, error) {
	content = bytes.TrimPrefix(content, []byte("\uFEFF"))
	if len(content) > MaxFile {
		return nil, agreement.NewError(agreement.Invalid, "error.terms.size", nil, "Limit", MaxFile>>20)
	}
	if !utf8.Valid(content) {
		return nil, agreement.NewError(agreement.Invalid, "error.terms.encoding", nil)
	}
	reader := csv.NewReader(bytes.NewReader(content))
	reader.Comma = separator(content)
	reader.FieldsPerRecord = -1
	reader.LazyQuotes = reader.Comma == '\t'
	names, err := reader.Read()
	if err != nil {
		return nil, malformed(err, 1)
	}
	columns, err := columnsOf(names)
	if err != nil {
		return nil, err
	}
	var terms []Term
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return terms, nil
		}
		if err != nil {
			return nil, malformed(err, 0)
		}
		line, _ := reader.FieldPos(0)
		term, blank, err := termOf(record, columns, line)
		if err != nil {
			return nil, err
		}
		if !blank {
			terms = append(terms, term)
		}
	}
}

// separator is the one of the three that the first line has most of.
func separator(content []byte) rune {
	first, _, _ := bytes.Cut(content, []byte("\n"))
	best, most := ';', 0
	for _, c := range ";,\t" {
		if n := bytes.Count(first, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return best
}

func malformed(err error, line int) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		line = parse.Line
	}
	return agreement.NewError(agreement.Invalid, "error.terms.syntax", err, "Line", line)
}

// columnsOf finds where each column of header stands; -1 where it is missing.
func columnsOf(names []string) ([]int, error) {
	for i, n := range names {
		names[i] = strings.ToLower(strings.TrimSpace(n))
	}
	columns := make([]int, len(header))
	for i, h := range header {
		columns[i] = slices.Index(names, h)
		if i < 2 && columns[i] < 0 {
			return nil, agreement.NewError(agreement.Invalid, "error.terms.column", nil, "Column", h)
		}
	}
	return columns, nil
}

func termOf(record []string, columns []int, line int) (t Term, blank bool, err error) {
	field := func(i int) string {
		if columns[i] < 0 || columns[i] >= len(record) {
			return ""
		}
		return strings.Join(strings.Fields(record[columns[i]]), " ")
	}
	nb, nn := field(0), field(1)
	if nb == "" && nn == "" {
		return t, true, nil
	}
	refuse := func(key string) (Term, bool, error) {
		return t, false, agreement.NewError(agreement.Invalid, key, nil, "Line", line)
	}
	if nb == "" || nn == "" {
		return refuse("error.terms.half")
	}
	if len(nb) > maxForm || len(nn) > 4*maxForm {
		return refuse("error.terms.long")
	}
	t.Class, t.Note = Class(strings.ToLower(field(2))), field(5)
	if t.Class == "" {
		t.Class = Phrase
	}
	if !slices.Contains([]Class{Noun, Verb, Adjective, Phrase}, t.Class) {
		return refuse("error.terms.class")
	}
	t.Bokmal = Word{Lemma: nb, Inflection: field(3)}
	inflected := alternatives(field(4))
	for i, lemma := range alternatives(nn) {
		w := Word{Lemma: lemma}
		if i < len(inflected) {
			w.Inflection = inflected[i]
		}
		t.Nynorsk = append(t.Nynorsk, w)
	}
	if len(t.Nynorsk) == 0 {
		return refuse("error.terms.half")
	}
	if !known(t) {
		return refuse("error.terms.inflection")
	}
	return t, false, nil
}

func alternatives(s string) []string {
	var list []string
	for _, a := range strings.Split(s, "|") {
		if a = strings.TrimSpace(a); a != "" {
			list = append(list, a)
		}
	}
	return list
}

// known reports whether the inflections of a term are paradigms or lists of forms.
func known(t Term) bool {
	ok := func(w Word, form agreement.Form) bool {
		return w.Inflection == "" || w.Inflection == "-" || strings.Contains(w.Inflection, "/") ||
			slices.Contains(inflections[t.Class][form], w.Inflection)
	}
	for _, w := range t.Nynorsk {
		if !ok(w, agreement.Nynorsk) {
			return false
		}
	}
	return ok(t.Bokmal, agreement.Bokmal)
}

// Write gives terms as a file that Read reads and that spreadsheet programs open: semicolons, a byte order mark.
func Write(terms []Term) []byte {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.Comma = ';'
	w.UseCRLF = true
	// Writing to a buffer can't fail.
	_ = w.Write(header)
	for _, t := range terms {
		lemmas, inflected := make([]string, len(t.Nynorsk)), make([]string, len(t.Nynorsk))
		for i, n := range t.Nynorsk {
			lemmas[i], inflected[i] = n.Lemma, n.Inflection
			if inflected[i] == "" {
				inflected[i] = "-"
			}
		}
		_ = w.Write([]string{
			t.Bokmal.Lemma, strings.Join(lemmas, " | "), string(t.Class), t.Bokmal.Inflection, strings.Join(inflected, " | "), t.Note,
		})
	}
	w.Flush()
	return b.Bytes()
}
