// Package spreadsheet reads the text of lists as spreadsheet programs save them.
//
// It must not know what the lists are about.
package spreadsheet

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// The first bytes of workbooks: a ZIP archive (xlsx, ods) and the container of old Office files.
var workbooks = [][]byte{[]byte("PK\x03\x04"), {0xD0, 0xCF, 0x11, 0xE0}}

// Workbook reports whether a file is a workbook, which has no text until it is saved as one.
func Workbook(content []byte) bool {
	for _, sign := range workbooks {
		if bytes.HasPrefix(content, sign) {
			return true
		}
	}
	return false
}

var errNoText = errors.New("it is no text")

// Text gives a file's text as UTF-8 without a byte order mark. UTF-16 is known by its mark. What is not UTF-8 either is
// read as Windows' Latin alphabet, of which Latin-1 is the part that lists use; latin says that it was.
func Text(content []byte) (text []byte, latin bool, err error) {
	switch {
	case bytes.HasPrefix(content, []byte{0xFF, 0xFE}), bytes.HasPrefix(content, []byte{0xFE, 0xFF}):
		text, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(content)
		return text, false, err
	case bytes.IndexByte(content, 0) >= 0:
		return nil, false, errNoText
	case utf8.Valid(content):
		return bytes.TrimPrefix(content, []byte("\uFEFF")), false, nil
	}
	text, err = charmap.Windows1252.NewDecoder().Bytes(content)
	if err == nil && bytes.ContainsRune(text, utf8.RuneError) {
		err = errNoText
	}
	return text, true, err
}
