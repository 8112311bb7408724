package agreement

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"
)

// The .avtale file: one agreement as JSON, self-contained, with the version of its own layout.
const (
	fileFormat  = "avtalebok"
	fileVersion = 1
	// MaxFileSize bounds what Decode reads, in bytes. A long agreement takes some 200 kB.
	MaxFileSize = 20 << 20
	// maxDepth bounds the nesting of objects and lists; an agreement needs nine.
	maxDepth = 32
)

type file struct {
	Format    string    `json:"format"`
	Version   int       `json:"version"`
	Agreement Agreement `json:"agreement"`
}

// Encode writes an agreement as an .avtale file. The same agreement always gives the same bytes.
func Encode(a Agreement) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(file{Format: fileFormat, Version: fileVersion, Agreement: a}); err != nil {
		return nil, NewError(Internal, "error.internal", err)
	}
	return b.Bytes(), nil
}

// Decode reads an .avtale file and checks it whole. The error says what is wrong with the file: too large, no text,
// cut off, of another kind, of a newer version, or an agreement that does not hold together.
func Decode(r io.Reader) (Agreement, error) {
	raw, err := io.ReadAll(io.LimitReader(r, MaxFileSize+1))
	switch {
	case err != nil:
		return Agreement{}, NewError(Storage, "error.file.read", err)
	case len(raw) > MaxFileSize:
		return Agreement{}, NewError(Invalid, "error.file.size", nil, "Limit", MaxFileSize>>20)
	case !utf8.Valid(raw):
		return Agreement{}, NewError(Invalid, "error.file.encoding", nil)
	}
	if err := checkHead(raw); err != nil {
		return Agreement{}, err
	}
	var f file
	if err := strictJSON(raw, &f); err != nil {
		return Agreement{}, jsonError(raw, err)
	}
	if err := f.Agreement.Validate(); err != nil {
		return Agreement{}, err
	}
	return f.Agreement, nil
}

// checkHead reads only what every version of the file has: what it is, and which version.
func checkHead(raw []byte) error {
	if err := checkDepth(raw); err != nil {
		return err
	}
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(raw, &head); err != nil {
		return jsonError(raw, err)
	}
	switch {
	case head.Format != fileFormat:
		return NewError(Invalid, "error.file.kind", nil)
	case head.Version > fileVersion:
		return NewError(Invalid, "error.file.newer", nil, "Version", head.Version, "Known", fileVersion)
	case head.Version < 1:
		return NewError(Invalid, "error.file.version", nil, "Version", head.Version)
	}
	return nil
}

// checkDepth refuses deep nesting before anything is built from it. Braces within strings do not count.
func checkDepth(raw []byte) error {
	depth, inString, escaped := 0, false, false
	for _, c := range raw {
		switch {
		case escaped:
			escaped = false
		case inString:
			escaped = c == '\\'
			inString = c != '"'
		case c == '"':
			inString = true
		case c == '{', c == '[':
			if depth++; depth > maxDepth {
				return NewError(Invalid, "error.file.depth", nil)
			}
		case c == '}', c == ']':
			depth--
		}
	}
	return nil
}

// jsonError says where a file stops making sense, by line, and whether it was cut off.
func jsonError(raw []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return NewError(Invalid, "error.file.truncated", err)
	case errors.As(err, &syntax):
		if int(syntax.Offset) >= len(bytes.TrimRight(raw, " \r\n\t")) {
			return NewError(Invalid, "error.file.truncated", err)
		}
		return NewError(Invalid, "error.file.syntax", err, "Line", lineOf(raw, syntax.Offset))
	case errors.As(err, &kind):
		return NewError(Invalid, "error.file.type", err, "Line", lineOf(raw, kind.Offset), "Where", kind.Field)
	}
	return NewError(Invalid, "error.file.content", err, "Detail", err.Error())
}

func lineOf(raw []byte, offset int64) int {
	return 1 + bytes.Count(raw[:min(int(offset), len(raw))], []byte("\n"))
}
