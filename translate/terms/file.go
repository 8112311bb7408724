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

// ReadTerms reads terms as Read does, for an overlay. It gives the error of the first line that holds no term.
func ReadTerms(content []byte) ([]Term, error) {
	if len(content) > MaxFile {
		return nil, agreement.NewError(agreement.Invalid, "error.terms.size", nil, "Limit", MaxFile>>20)
	}
	if !utf8.Valid(content) {
		return nil, agreement.NewError(agreement.Invalid, "error.terms.encoding", nil)
	}
	rows, err := readRows(content)
	if err != nil {
		return nil, err
	}
	terms := make([]Term, len(rows))
	for i, r := range rows {
		if r.Err != nil {
			return nil, r.Err
		}
		terms[i] = r.Term
	}
	return terms, nil
}

// readRows reads a list that is UTF-8. The error says that it is none; what is wrong with a single line stands in its
// row. Blank lines are left out.
func readRows(content []byte) ([]Row, error) {
	content = bytes.TrimPrefix(content, []byte("\uFEFF"))
	content, comma := separator(content)
	reader := csv.NewReader(bytes.NewReader(content))
	reader.Comma = comma
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
	var rows []Row
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			rows = append(rows, Row{Line: lineOf(err), Text: strings.Join(record, " "), Err: malformed(err, 0)})
			continue
		}
		line, _ := reader.FieldPos(0)
		term, blank, err := termOf(record, columns, line)
		if !blank {
			rows = append(rows, Row{Line: line, Text: strings.Join(record, " "), Term: term, Err: err})
		}
	}
}

// separator is the one of the three that the first line has most of. A line before it such as "sep=;", with which
// spreadsheet programs say it, is taken out.
func separator(content []byte) ([]byte, rune) {
	first, rest, _ := bytes.Cut(content, []byte("\n"))
	if said, ok := bytes.CutPrefix(bytes.TrimSpace(first), []byte("sep=")); ok && len(said) == 1 && bytes.ContainsAny(said, ";,\t") {
		return rest, rune(said[0])
	}
	best, most := ';', 0
	for _, c := range ";,\t" {
		if n := bytes.Count(first, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return content, best
}

// lineOf gives the line of an error of the CSV reader.
func lineOf(err error) int {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return parse.StartLine
	}
	return 0
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
	t.Class, t.Note = Class(strings.ToLower(field(2))), field(5)
	if t.Class == "" {
		t.Class = Phrase
	}
	t.Bokmal = Word{Lemma: nb, Inflection: field(3)}
	t.Nynorsk = WordsOf(nn, field(4))
	return t, false, t.Check(line)
}

// WordsOf reads words and their inflections as they stand in a list, parted by " | ".
func WordsOf(lemmas, inflection string) []Word {
	var words []Word
	inflected := alternatives(inflection)
	for i, lemma := range alternatives(lemmas) {
		w := Word{Lemma: lemma}
		if i < len(inflected) {
			w.Inflection = inflected[i]
		}
		words = append(words, w)
	}
	return words
}

// JoinWords gives words and their inflections as they stand in a list.
func JoinWords(words []Word) (lemmas, inflection string) {
	names, inflected := make([]string, len(words)), make([]string, len(words))
	for i, w := range words {
		names[i], inflected[i] = w.Lemma, w.Inflection
		if inflected[i] == "" {
			inflected[i] = "-"
		}
	}
	return strings.Join(names, " | "), strings.Join(inflected, " | ")
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
		lemmas, inflected := JoinWords(t.Nynorsk)
		_ = w.Write([]string{t.Bokmal.Lemma, lemmas, string(t.Class), t.Bokmal.Inflection, inflected, t.Note})
	}
	w.Flush()
	return b.Bytes()
}
