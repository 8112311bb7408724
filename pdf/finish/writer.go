package finish

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"strconv"
	"sync"
	"time"
	"unicode/utf16"
)

// writer writes objects one after the other and keeps where each begins.
type writer struct {
	out     bytes.Buffer
	offsets []int // by object number; 0 is the head of the free list
	deflate bytes.Buffer
}

// header names the version, PDF 1.7, and marks the file as binary (ISO 19005-2, 6.1.2).
const header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"

func newWriter(size int) *writer {
	w := &writer{offsets: make([]int, 1, 512)}
	w.out.Grow(size)
	w.out.WriteString(header)
	return w
}

// reserve gives n consecutive object numbers, to be written later, and the first of them.
func (w *writer) reserve(n int) int {
	first := len(w.offsets)
	w.offsets = append(w.offsets, make([]int, n)...)
	return first
}

// begin starts the object with a reserved number.
func (w *writer) begin(number int) {
	w.offsets[number] = w.out.Len()
	w.integer(number)
	w.text(" 0 obj\n")
}

func (w *writer) end() { w.text("\nendobj\n") }

// object writes a whole object under a reserved number.
func (w *writer) object(number int, format string, args ...any) {
	w.begin(number)
	fmt.Fprintf(&w.out, format, args...)
	w.end()
}

func (w *writer) text(parts ...string) {
	for _, s := range parts {
		w.out.WriteString(s)
	}
}

func (w *writer) integer(n int) {
	w.out.Write(strconv.AppendInt(w.out.AvailableBuffer(), int64(n), 10))
}

// ref writes a reference to an object.
func (w *writer) ref(number int) {
	w.integer(number)
	w.text(" 0 R")
}

// stream writes a stream object; dict holds the entries besides Length.
func (w *writer) stream(number int, dict string, data []byte) {
	w.begin(number)
	w.text("<<", dict, "/Length ")
	w.integer(len(data))
	w.text(">>\nstream\n")
	w.out.Write(data)
	w.text("\nendstream")
	w.end()
}

// deflaters are compressors to be used again: making one costs more than compressing a page.
var deflaters = sync.Pool{New: func() any {
	z, _ := zlib.NewWriterLevel(nil, zlib.BestSpeed) // the level is valid
	return z
}}

// compressed writes a stream object with its data compressed.
func (w *writer) compressed(number int, dict string, data []byte) {
	z := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(z)
	w.deflate.Reset()
	z.Reset(&w.deflate)
	_, _ = z.Write(data) // a Buffer takes everything
	_ = z.Close()
	w.stream(number, dict+"/Filter /FlateDecode", w.deflate.Bytes())
}

// close writes the cross-reference table and the trailer. The file's ID is a digest of all that stands before it, so
// that it is the same for the same input.
func (w *writer) close(catalog, info int) []byte {
	digest := sha256.Sum256(w.out.Bytes())
	start := w.out.Len()
	fmt.Fprintf(&w.out, "xref\n0 %d\n0000000000 65535 f \n", len(w.offsets))
	for _, offset := range w.offsets[1:] {
		entry := []byte("0000000000 00000 n \n")
		for at := 9; offset > 0; at, offset = at-1, offset/10 {
			entry[at] = byte('0' + offset%10)
		}
		w.out.Write(entry)
	}
	fmt.Fprintf(&w.out, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%X> <%X>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(w.offsets), catalog, info, digest[:16], digest[:16], start)
	return w.out.Bytes()
}

// textString writes a text string (ISO 32000-1, 7.9.2.2): as it is if it is plain ASCII, else in UTF-16.
func textString(s string) string {
	plain := true
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7E || s[i] == '(' || s[i] == ')' || s[i] == '\\' {
			plain = false
			break
		}
	}
	if plain {
		return "(" + s + ")"
	}
	var b bytes.Buffer
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	b.WriteByte('>')
	return b.String()
}

// date writes a date in UTC (ISO 32000-1, 7.9.4).
func date(t time.Time) string {
	return "(D:" + t.UTC().Format("20060102150405") + "+00'00')"
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }
