package terms

import (
	"avtalebok/agreement"
	"avtalebok/spreadsheet"
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

// decode gives a file's text as UTF-8.
func decode(content []byte) ([]byte, error) {
	if spreadsheet.Workbook(content) {
		return nil, agreement.NewError(agreement.Invalid, "error.terms.workbook", nil)
	}
	text, _, err := spreadsheet.Text(content)
	if err != nil {
		return nil, agreement.NewError(agreement.Invalid, "error.terms.encoding", err)
	}
	return text, nil
}
