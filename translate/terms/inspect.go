package terms

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"avtalebok/agreement"
)

// Row is a line of a list that somebody wants to take in: a term, or why it is none.
type Row struct {
	Line int    // from 1, the line with the columns' names included
	Text string // as it stands there, for people
	Term Term
	Err  error // an agreement.Error
}

// Inspect reads a list as Read does and goes on at lines that hold no term. It also reads what older spreadsheet
// programs write: Windows' Latin alphabet and UTF-16. Of lines with the same term only the last counts; the others
// carry an error. The error that it gives itself says that the file is no list at all.
func Inspect(content []byte) ([]Row, error) {
	if len(content) > MaxFile {
		return nil, agreement.NewError(agreement.Invalid, "error.terms.size", nil, "Limit", MaxFile>>20)
	}
	text, err := decode(content)
	if err != nil {
		return nil, err
	}
	rows, err := readRows(text)
	if err != nil {
		return nil, err
	}
	last := make(map[string]int)
	for i, r := range rows {
		if r.Err != nil {
			continue
		}
		if before, twice := last[r.Term.Key()]; twice {
			rows[before].Err = agreement.NewError(agreement.Invalid, "error.terms.twice", nil, "Line", rows[before].Line, "Other", r.Line)
		}
		last[r.Term.Key()] = i
	}
	return rows, nil
}

// The first bytes of workbooks: a ZIP archive (xlsx, ods) and the container of old Office files.
var workbooks = [][]byte{[]byte("PK\x03\x04"), {0xD0, 0xCF, 0x11, 0xE0}}

// decode gives a file's text as UTF-8.
func decode(content []byte) ([]byte, error) {
	for _, sign := range workbooks {
		if bytes.HasPrefix(content, sign) {
			return nil, agreement.NewError(agreement.Invalid, "error.terms.workbook", nil)
		}
	}
	broken := func(err error) ([]byte, error) {
		return nil, agreement.NewError(agreement.Invalid, "error.terms.encoding", err)
	}
	if bytes.HasPrefix(content, []byte{0xFF, 0xFE}) || bytes.HasPrefix(content, []byte{0xFE, 0xFF}) {
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(content)
		if err != nil {
			return broken(err)
		}
		return text, nil
	}
	if bytes.IndexByte(content, 0) >= 0 {
		return broken(nil)
	}
	if utf8.Valid(content) {
		return content, nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(content)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return broken(err)
	}
	return text, nil
}
