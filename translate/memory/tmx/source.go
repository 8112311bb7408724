package tmx

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// errTooLong is a tag, comment or text without an end in sight. Reading on would fill the memory.
var errTooLong = errors.New("a part of the file is too long")

const (
	maxPiece     = 1 << 20 // bytes of one tag, comment or text between tags
	maxReference = 12      // bytes of a character reference such as "&#x10FFFF;"
)

// source gives an XML decoder its bytes, and gives up when it asks for too many of them at one go. Control
// characters, which XML does not allow but files from old tools hold, come out as blanks, written as themselves or
// as references.
type source struct {
	in   *bufio.Reader
	left int // bytes until it is too much
}

// newSource sees whether a file is in UTF-16, which translation tools like to write, and reads it as UTF-8.
func newSource(r io.Reader) *source {
	in := bufio.NewReaderSize(r, 64<<10)
	switch head, _ := in.Peek(3); {
	case strings.HasPrefix(string(head), "\xff\xfe"), strings.HasPrefix(string(head), "\xfe\xff"):
		in = bufio.NewReaderSize(transform.NewReader(in, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), 64<<10)
	case string(head) == "\xef\xbb\xbf":
		in.Discard(len(head))
	}
	return &source{in: in, left: maxPiece}
}

// next tells the source that the decoder has got a whole token and asks for another one.
func (s *source) next() { s.left = maxPiece }

// ReadByte is what the decoder calls, for every byte.
func (s *source) ReadByte() (byte, error) {
	if s.left--; s.left < 0 {
		return 0, errTooLong
	}
	b, err := s.in.ReadByte()
	switch {
	case err != nil:
		return 0, err
	case b < ' ' && b != '\t' && b != '\n' && b != '\r':
		return ' ', nil
	case b == '&' && s.dropReference():
		return ' ', nil
	}
	return b, nil
}

// dropReference passes over what follows an ampersand if it refers to a character that XML does not allow.
func (s *source) dropReference() bool {
	ahead, _ := s.in.Peek(maxReference)
	reference, _, closed := strings.Cut(string(ahead), ";")
	number, isNumber := strings.CutPrefix(reference, "#")
	if !closed || !isNumber {
		return false
	}
	base := 10
	if hexadecimal, ok := strings.CutPrefix(number, "x"); ok {
		number, base = hexadecimal, 16
	}
	n, err := strconv.ParseUint(number, base, 32)
	if err != nil || allowed(rune(n)) {
		return false
	}
	s.in.Discard(len(reference) + 1)
	return true
}

// allowed reports whether a character may stand in an XML document (XML 1.0, production 2).
func allowed(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= '\ud7ff' || r >= '\ue000' && r <= '\ufffd' ||
		r >= 0x10000 && r <= 0x10ffff
}

// Read makes the source a Reader, which the decoder's CharsetReader is handed.
func (s *source) Read(p []byte) (int, error) {
	for i := range p {
		b, err := s.ReadByte()
		if err != nil {
			return i, err
		}
		p[i] = b
	}
	return len(p), nil
}

// charset reads a file in the encoding that its first line names.
func charset(name string, in io.Reader) (io.Reader, error) {
	switch strings.ToLower(name) {
	case "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii": // UTF-16 is read as UTF-8 by now
		return in, nil
	case "iso-8859-1", "windows-1252", "latin1":
		return charmap.Windows1252.NewDecoder().Reader(in), nil
	case "iso-8859-15":
		return charmap.ISO8859_15.NewDecoder().Reader(in), nil
	}
	return nil, fmt.Errorf("encoding %q is not supported", name)
}
