package parties

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"avtalebok/agreement"
	"avtalebok/spreadsheet"
)

// The bounds of a list. They are far above what people have and keep a file from filling memory.
const (
	MaxFile   = 8 << 20 // bytes
	MaxRows   = 20_000
	maxCell   = 1000 // bytes
	maxBroken = 200  // lines whose quotation marks don't close, after which a file is no list
)

// decode gives a file's text as UTF-8 without a byte order mark; latin says that it was in Windows' Latin alphabet.
func decode(content []byte) (text []byte, latin bool, err error) {
	switch {
	case spreadsheet.Workbook(content):
		return nil, false, agreement.NewError(agreement.Invalid, "error.parties.workbook", nil)
	case len(content) > MaxFile:
		return nil, false, agreement.NewError(agreement.Invalid, "error.parties.size", nil, "Limit", MaxFile>>20)
	}
	text, latin, err = spreadsheet.Text(content)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return nil, latin, agreement.NewError(agreement.Invalid, "error.parties.encoding", err)
	}
	// Old Macs end lines with a carriage return alone; the reader of lines knows no such ends.
	if !bytes.ContainsRune(text, '\n') {
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	return text, latin, nil
}

const separators = ";,\t"

// separator is the one of the three that the first line has most of, outside of quotation marks. A line before it such as
// "sep=;", with which spreadsheet programs say it, is taken out; line is the number of the first line that is left.
func separator(text []byte) (rest []byte, comma rune, line int) {
	line = 1
	for {
		first, after, more := bytes.Cut(text, []byte("\n"))
		said, ok := bytes.CutPrefix(bytes.ToLower(bytes.TrimRight(first, "\r ")), []byte("sep="))
		if ok && len(said) == 1 && bytes.ContainsAny(said, separators) {
			return after, rune(said[0]), line + 1
		}
		if len(bytes.Trim(first, " \r"+separators)) > 0 || !more {
			return text, mostOf(first), line
		}
		text, line = after, line+1 // a line without a word
	}
}

func mostOf(line []byte) rune {
	count := map[rune]int{}
	quoted := false
	for _, r := range string(line) {
		switch {
		case r == '"':
			quoted = !quoted
		case !quoted && strings.ContainsRune(separators, r):
			count[r]++
		}
	}
	best, most := ';', 0
	for _, r := range separators {
		if count[r] > most {
			best, most = r, count[r]
		}
	}
	return best
}

// record is a line of a list, or several where a cell has line breaks.
type record struct {
	line  int
	cells []string
	err   error
}

// records parts a text into lines and cells. A line that can't be read costs no other line. The error is that of a text
// that is no list.
func records(text []byte, comma rune, line int) ([]record, error) {
	var out []record
	for broken := 0; ; {
		r := newReader(text, comma)
		for {
			cells, err := r.Read()
			var wrong *csv.ParseError
			switch {
			case errors.Is(err, io.EOF):
				return out, nil
			case err == nil:
				at, _ := r.FieldPos(0)
				out = append(out, record{line: line + at - 1, cells: cells})
			case errors.As(err, &wrong):
				broken++
				raw := lineAt(text, wrong.StartLine)
				out = append(out, mended(raw, comma, line+wrong.StartLine-1))
				text, line = after(text, wrong.StartLine), line+wrong.StartLine
			default:
				return out, agreement.NewError(agreement.Invalid, "error.parties.encoding", err)
			}
			if len(out) > MaxRows || broken > maxBroken {
				return out, agreement.NewError(agreement.Invalid, "error.parties.rows", nil, "Limit", MaxRows)
			}
			if wrong != nil {
				break // what comes after the line that is wrong is read anew
			}
		}
	}
}

func newReader(text []byte, comma rune) *csv.Reader {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord = comma, -1
	return r
}

// mended reads a line with quotation marks in the middle of cells: Laget "Glimt". Where one is opened and never closed,
// nobody can say where the cell ends.
func mended(raw []byte, comma rune, line int) record {
	r := newReader(raw, comma)
	r.LazyQuotes = true
	cells, err := r.Read()
	if err == nil && !slices.ContainsFunc(cells, func(s string) bool { return strings.ContainsAny(s, "\n"+string(comma)) }) {
		return record{line: line, cells: cells}
	}
	return record{line: line, cells: []string{strings.TrimSpace(string(raw))}, err: agreement.NewError(agreement.Invalid, "error.parties.quote", err)}
}

// lineAt gives the n-th line of a text, from 1.
func lineAt(text []byte, n int) []byte {
	line, _, _ := bytes.Cut(after(text, n-1), []byte("\n"))
	return line
}

// after gives what comes after the n-th line.
func after(text []byte, n int) []byte {
	for range n {
		_, text, _ = bytes.Cut(text, []byte("\n"))
	}
	return text
}
