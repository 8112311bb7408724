package sheet

import (
	"bytes"
	"encoding/csv"
	"strings"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// byteOrderMark tells Excel that the file is UTF-8 and not in the system's own code page.
const byteOrderMark = "\ufeff"

// CSV writes entries as Excel in Norway opens them with a double click: semicolons between cells, since the comma is the
// decimal sign, UTF-8 with a byte order mark, and lines ended by CRLF. Dates are 2006-01-02, which Excel reads as dates.
//
// Texts that Excel would take for formulas get an apostrophe before them (OWASP, CSV Injection): a party's name must
// not be able to run anything.
func CSV(entries []*register.Entry, o Options) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.heading(o.Form)
	}
	if err := w.Write(row); err != nil {
		return nil, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	for _, e := range entries {
		for i, c := range columns {
			row[i] = c.value(e, o).plain(c.kind)
			if c.kind == asText {
				row[i] = harmless(row[i])
			}
		}
		if err := w.Write(row); err != nil {
			return nil, agreement.NewError(agreement.Internal, "error.internal", err)
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return nil, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	return b.Bytes(), nil
}

// harmless keeps a text from being read as a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}
