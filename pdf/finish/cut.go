package finish

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// errDrawing means that gofpdf's file is not as we know it: our own fault, and not to be met with valid input.
var errDrawing = errors.New("unexpected structure of the drawn file")

var (
	kidsPattern     = regexp.MustCompile(`/Kids \[([0-9R ]*)\]`)
	contentsPattern = regexp.MustCompile(`/Contents ([0-9]+) 0 R`)
	lengthPattern   = regexp.MustCompile(`/Length ([0-9]+)>>`)
	numberPattern   = regexp.MustCompile(`([0-9]+) 0 R`)
)

// contents cuts the content streams of the pages, in order, out of gofpdf's file by its own cross-reference table.
func contents(file []byte) ([][]byte, error) {
	objects, err := objectOffsets(file)
	if err != nil {
		return nil, err
	}
	at := func(number int) []byte {
		if number <= 0 || number >= len(objects) {
			return nil
		}
		return file[objects[number]:]
	}
	const root = 1 // gofpdf's object for the page tree
	kids := kidsPattern.FindSubmatch(at(root))
	if kids == nil {
		return nil, fmt.Errorf("%w: no pages", errDrawing)
	}
	var streams [][]byte
	for _, kid := range numberPattern.FindAllSubmatch(kids[1], -1) {
		page, _ := strconv.Atoi(string(kid[1]))
		reference := contentsPattern.FindSubmatch(at(page))
		if reference == nil {
			return nil, fmt.Errorf("%w: page without content", errDrawing)
		}
		number, _ := strconv.Atoi(string(reference[1]))
		stream, err := streamOf(at(number))
		if err != nil {
			return nil, err
		}
		streams = append(streams, stream)
	}
	return streams, nil
}

// objectOffsets reads the cross-reference table: the offset of each object by its number.
func objectOffsets(file []byte) ([]int, error) {
	start := bytes.LastIndex(file, []byte("startxref\n"))
	if start < 0 {
		return nil, fmt.Errorf("%w: no cross-reference table", errDrawing)
	}
	table, err := strconv.Atoi(string(bytes.TrimSpace(firstLine(file[start+len("startxref\n"):]))))
	if err != nil || table >= len(file) {
		return nil, fmt.Errorf("%w: no cross-reference table", errDrawing)
	}
	var count int
	if _, err := fmt.Sscanf(string(file[table:min(len(file), table+40)]), "xref\n0 %d\n", &count); err != nil {
		return nil, fmt.Errorf("%w: cross-reference table: %w", errDrawing, err)
	}
	const entry = 20 // bytes (ISO 32000-1, 7.5.4)
	first := table + bytes.Index(file[table:], []byte("0000000000 65535 f"))
	offsets := make([]int, count)
	for i := 1; i < count; i++ {
		at := first + i*entry
		if at+10 > len(file) {
			return nil, fmt.Errorf("%w: short cross-reference table", errDrawing)
		}
		offset, err := strconv.Atoi(string(file[at : at+10]))
		if err != nil || offset >= len(file) {
			return nil, fmt.Errorf("%w: cross-reference table: %w", errDrawing, err)
		}
		offsets[i] = offset
	}
	return offsets, nil
}

func firstLine(b []byte) []byte {
	line, _, _ := bytes.Cut(b, []byte("\n"))
	return line
}

// streamOf gives the data of the stream object that b starts with.
func streamOf(b []byte) ([]byte, error) {
	mark := []byte("\nstream\n")
	at := bytes.Index(b, mark)
	if at < 0 {
		return nil, fmt.Errorf("%w: no stream", errDrawing)
	}
	length := lengthPattern.FindSubmatch(b[:at])
	if length == nil {
		return nil, fmt.Errorf("%w: stream without length", errDrawing)
	}
	n, err := strconv.Atoi(string(length[1]))
	if at += len(mark); err != nil || at+n > len(b) {
		return nil, fmt.Errorf("%w: stream of wrong length", errDrawing)
	}
	return b[at : at+n], nil
}
