package transducer

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// FileError says where a file is not what it should be.
type FileError struct {
	Offset int
	Reason string
}

func (e *FileError) Error() string { return fmt.Sprintf("at byte %d: %s", e.Offset, e.Reason) }

// Source reads the numbers and strings of a compiled file. After the first error it gives zeros, so that the error can
// be looked at where it suits; counts are checked against what is left, which bounds memory by the file's size.
type Source struct {
	data []byte
	at   int
	err  error
}

// NewSource begins at the start of data.
func NewSource(data []byte) *Source { return &Source{data: data} }

// Err gives the first error, a *FileError, or nil.
func (s *Source) Err() error { return s.err }

// Left gives how many bytes have not been read.
func (s *Source) Left() int { return len(s.data) - s.at }

// Fail records an error at the present place, unless there is one already.
func (s *Source) Fail(format string, args ...any) {
	if s.err == nil {
		s.err = &FileError{Offset: s.at, Reason: fmt.Sprintf(format, args...)}
	}
}

// Bytes reads n bytes; nil after an error.
func (s *Source) Bytes(n int) []byte {
	if s.err != nil {
		return nil
	}
	if n < 0 || n > s.Left() {
		s.Fail("the file ends in the middle: %d bytes more were expected", n)
		return nil
	}
	b := s.data[s.at : s.at+n]
	s.at += n
	return b
}

// Number reads a number: the top two bits of its first byte say how many bytes follow.
func (s *Source) Number() uint32 {
	if s.err != nil || s.at == len(s.data) {
		s.Bytes(1)
		return 0
	}
	first := s.data[s.at]
	s.at++
	n, more := uint32(first&0x3f), int(first>>6)
	if more == 0 {
		return n
	}
	for _, b := range s.Bytes(more) {
		n = n<<8 | uint32(b)
	}
	return n
}

// Count reads how many parts follow, each of at least one byte.
func (s *Source) Count() int {
	n := int(s.Number())
	if s.err == nil && n > s.Left() {
		s.Fail("%d parts were announced, more than the file has room for", n)
		return 0
	}
	return n
}

// Text reads a string: a count of characters, then each as a number.
func (s *Source) Text() string {
	var b strings.Builder
	for range s.Count() {
		r := rune(s.Number())
		if !utf8.ValidRune(r) {
			s.Fail("a text holds %#x, which is no character", uint32(r))
			return ""
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Weight reads a weight: mantissa and exponent, each in two parts where it is large.
func (s *Source) Weight() float64 {
	mantissa, exponent := s.half(), s.half()
	if mantissa == math.MaxUint32 {
		switch exponent {
		case math.MaxUint32:
			return math.Inf(1)
		case math.MaxUint32 - 1:
			return math.Inf(-1)
		}
	}
	return math.Ldexp(float64(int32(mantissa))/(1<<30), int(int32(exponent)))
}

func (s *Source) half() uint32 {
	const upper = 1 << 26
	n := s.Number()
	if n < upper {
		return n
	}
	return n&(upper-1)<<26 | s.Number()
}

// Double reads a double, most significant byte first.
func (s *Source) Double() float64 {
	b := s.Bytes(8)
	if b == nil {
		return 0
	}
	return math.Float64frombits(binary.BigEndian.Uint64(b))
}

// header reads the magic bytes of a kind of data and the features that come with them, where they are there: without
// them the bytes are data.
func (s *Source) header(magic string) (features uint64) {
	if s.err != nil || !strings.HasPrefix(string(s.data[s.at:min(s.at+4, len(s.data))]), magic) {
		return 0
	}
	s.at += 4
	if b := s.Bytes(8); b != nil {
		features = binary.BigEndian.Uint64(b)
	}
	return features
}
