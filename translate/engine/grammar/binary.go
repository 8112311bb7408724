package grammar

import (
	"encoding/binary"
	"fmt"
	"unicode/utf8"
)

// FileError says where a grammar file is not what it should be.
type FileError struct {
	Offset int
	Reason string
}

func (e *FileError) Error() string { return fmt.Sprintf("at byte %d: %s", e.Offset, e.Reason) }

// source reads a grammar file. After the first error it gives zeros, so that reading can go on to a place where the
// error is looked at; every count is checked against what is left, which bounds memory by the file's size.
type source struct {
	data []byte
	at   int
	err  error
}

func (s *source) fail(format string, args ...any) {
	if s.err == nil {
		s.err = &FileError{Offset: s.at, Reason: fmt.Sprintf(format, args...)}
	}
}

func (s *source) bytes(n int) []byte {
	if s.err != nil {
		return nil
	}
	if n < 0 || n > len(s.data)-s.at {
		s.fail("the file ends in the middle: %d bytes more were expected", n)
		return nil
	}
	b := s.data[s.at : s.at+n]
	s.at += n
	return b
}

func (s *source) u8() uint8 {
	if b := s.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

func (s *source) u32() uint32 {
	if b := s.bytes(4); b != nil {
		return binary.BigEndian.Uint32(b)
	}
	return 0
}

// count reads how many parts follow that take at least size bytes each.
func (s *source) count(size int) int {
	n := s.u32()
	if s.err == nil && uint64(n)*uint64(size) > uint64(len(s.data)-s.at) {
		s.fail("%d parts were announced, more than the file has room for", n)
		return 0
	}
	return int(n)
}

func (s *source) text() string {
	b := s.bytes(s.count(1))
	if !utf8.Valid(b) {
		s.fail("a text is not UTF-8")
		return ""
	}
	return string(b)
}

func (s *source) numbers() []uint32 {
	n := s.count(4)
	if n == 0 {
		return nil
	}
	list := make([]uint32, n)
	for i := range list {
		list[i] = s.u32()
	}
	return list
}
