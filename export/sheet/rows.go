package sheet

import (
	"bytes"
	"encoding/csv"
	"strings"

	"avtalebok/agreement"
)

// Rows writes a list of texts, its headings first, as CSV writes the register.
func Rows(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, text := range row {
			cells[i] = harmless(strings.Join(strings.Fields(text), " "))
		}
		if err := w.Write(cells); err != nil {
			return nil, agreement.NewError(agreement.Internal, "error.internal", err)
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return nil, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	return b.Bytes(), nil
}
