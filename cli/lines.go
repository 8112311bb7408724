package cli

import (
	"bufio"
	"context"
	"errors"
	"io"

	"avtalebok/agreement"
)

const (
	maxLine  = 1 << 20 // bytes in a line
	maxLines = 50      // lines handed over at once
)

// lineReader reads lines in the background, so that those who wait for them can be cancelled and get all that have
// come at once.
type lineReader struct {
	lines chan string
	err   error // set before lines is closed
}

// newLineReader reads until the end of in, or until nobody asks any more and the next lines are read.
func newLineReader(in io.Reader) *lineReader {
	r := &lineReader{lines: make(chan string, maxLines)}
	go func() {
		defer close(r.lines)
		buffered := bufio.NewReader(in)
		for {
			line, err := readLine(buffered)
			if line != "" {
				r.lines <- line
			}
			if err != nil {
				r.err = err
				return
			}
		}
	}()
	return r
}

// next waits for a line and gives it with those that have come by then, each with its line break. The error, with
// the last lines, is io.EOF at the end.
func (r *lineReader) next(ctx context.Context) ([]string, error) {
	var lines []string
	select {
	case line, more := <-r.lines:
		if !more {
			return nil, r.err
		}
		lines = append(lines, line)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	for len(lines) < maxLines {
		select {
		case line, more := <-r.lines:
			if !more {
				return lines, r.err
			}
			lines = append(lines, line)
		default:
			return lines, nil
		}
	}
	return lines, nil
}

// readLine reads a line with its line break; the last one may have none.
func readLine(in *bufio.Reader) (string, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case len(line) > maxLine:
			return "", agreement.NewError(agreement.Refused, "error.translate.line", nil, "Limit", maxLine>>20)
		case errors.Is(err, bufio.ErrBufferFull):
		case err == nil, errors.Is(err, io.EOF):
			return string(line), err
		default:
			return string(line), agreement.NewError(agreement.Storage, "error.translate.read", err)
		}
	}
}
