package tmx

import (
	"bufio"
	"encoding/xml"
	"io"
	"iter"
	"strconv"
	"strings"

	"avtalebok/agreement"
)

// Write writes pairs as a TMX 1.4 file, in the order in which they come; the same pairs give the same bytes. Version
// is the program's. Placeholders and line breaks become ph tags, which other tools keep untouched. An error is what
// the writer or the sequence gave.
func Write(out io.Writer, version string, pairs iter.Seq2[agreement.Translation, error]) error {
	w := writer{out: bufio.NewWriterSize(out, 64<<10)}
	w.print(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<tmx version="1.4">` + "\n")
	w.print(`<header creationtool="Avtalebok" creationtoolversion="`)
	w.escape(version)
	w.print(`" segtype="paragraph" o-tmf="Avtalebok" adminlang="en" srclang="nb" datatype="plaintext"/>` + "\n<body>\n")
	for t, err := range pairs {
		if err != nil {
			return err
		}
		if w.unit(t); w.err != nil {
			return w.err
		}
	}
	w.print("</body>\n</tmx>\n")
	if w.err != nil {
		return w.err
	}
	return w.out.Flush()
}

// writer remembers the first error, so that it need not be asked for at every word.
type writer struct {
	out *bufio.Writer
	err error
}

func (w *writer) print(s string) {
	if w.err == nil {
		_, w.err = w.out.WriteString(s)
	}
}

func (w *writer) escape(s string) {
	if w.err == nil {
		w.err = xml.EscapeText(w.out, []byte(s))
	}
}

func (w *writer) unit(t agreement.Translation) {
	w.print("<tu")
	if !t.Confirmed.IsZero() {
		w.print(` changedate="` + t.Confirmed.UTC().Format(timeFormat) + `"`)
	}
	if t.Uses > 0 {
		w.print(` usagecount="` + strconv.Itoa(t.Uses) + `"`)
	}
	w.print(">\n")
	// The source stays here: it may name an agreement that is nobody else's business.
	w.print(`<prop type="x-provenance">` + string(t.Origin) + "</prop>\n")
	numbers := map[string]int{}
	for _, form := range agreement.Forms {
		w.print(`<tuv xml:lang="` + string(form) + `"><seg>`)
		w.segment(t.In(form), numbers)
		w.print("</seg></tuv>\n")
	}
	w.print("</tu>\n")
}

// segment writes a wording. Numbers gives each code of the unit its number, the same in both forms, by which other
// tools see that they belong together.
func (w *writer) segment(text string, numbers map[string]int) {
	for line := range strings.Lines(text) {
		line, broken := strings.CutSuffix(line, "\n")
		at := 0
		placeholders, _ := agreement.Placeholders(line)
		for _, p := range placeholders {
			end := p.Start + len("{}") + len(p.ID) // the s of a genitive is text
			w.escape(line[at:p.Start])
			w.print(`<ph x="` + number(numbers, line[p.Start:end]) + `">`)
			w.escape(line[p.Start:end])
			w.print("</ph>")
			at = end
		}
		w.escape(line[at:])
		if broken {
			w.print(`<ph x="` + number(numbers, "\n") + `" type="lb"/>`)
		}
	}
}

func number(numbers map[string]int, code string) string {
	if numbers[code] == 0 {
		numbers[code] = len(numbers) + 1
	}
	return strconv.Itoa(numbers[code])
}
