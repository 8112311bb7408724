package main

import (
	"fmt"
	"slices"
	"strings"

	"avtalebok/script/conformance.d/reading"
)

// taggedText wants the texts of the structure tree to be the Document's, element by element.
func taggedText(files []file) outcome {
	o := each(files, func(f file) []string {
		out, err := command("pdfinfo", "-struct-text", f.Path)
		if err != nil {
			return []string{err.Error()}
		}
		if p := reading.CompareTagged(reading.Passages(f.Document), elementTexts(out)); p != "" {
			return []string{p}
		}
		return nil
	})
	o.summary = fmt.Sprintf("pdfinfo -struct-text equals the Document: %d passages in %d files, %d differ", passages(files), len(files), len(o.problems))
	return o
}

func passages(files []file) int {
	n := 0
	for _, f := range files {
		n += len(reading.Passages(f.Document))
	}
	return n
}

// elementTexts takes the texts out of what pdfinfo prints of a structure tree: lines in quotation marks under the name
// of their element. An element whose lines stand in several places, such as on two pages, has several; a logo has one
// without a text.
func elementTexts(printed string) []string {
	var list []string
	goesOn := false
	for line := range strings.Lines(printed) {
		text, ok := strings.CutPrefix(strings.TrimSpace(line), `"`)
		if text = strings.TrimSuffix(text, `"`); ok && goesOn {
			list[len(list)-1] += text
		} else if ok {
			list = append(list, text)
		}
		goesOn = ok
	}
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

// plainText wants the text that pdftotext takes from the pages, in its own idea of reading order, to be the Document's.
// Where lines to write on stand within sentences, pdftotext takes them for gaps between columns, and it reads tables of
// columns that stand far apart by columns; there only its words count.
func plainText(files []file) outcome {
	o := each(files, func(f file) []string {
		out, err := command("pdftotext", "-enc", "UTF-8", f.Path, "-")
		if err != nil {
			return []string{err.Error()}
		}
		text, err := withoutFurniture(f, out)
		if err != nil {
			return []string{err.Error()}
		}
		text = withoutRepeatedHeads(text, reading.Heads(f.Document))
		if byWords(f) {
			if p := reading.CompareWords(reading.Groups(f.Document), text, reading.Heads(f.Document), f.Pages-1); p != "" {
				return []string{"by words: " + p}
			}
			return nil
		}
		if p := reading.CompareFlow(reading.Groups(f.Document), text); p != "" {
			return []string{p}
		}
		return nil
	})
	blanks := 0
	for _, f := range files {
		if byWords(f) {
			blanks++
		}
	}
	o.summary = fmt.Sprintf("pdftotext equals the Document: %d files in order, %d with blanks or tables by words, %d differ",
		len(files)-blanks, blanks, len(o.problems))
	return o
}

func byWords(f file) bool { return reading.HasBlanks(f.Document) || reading.HasTables(f.Document) }

// withoutRepeatedHeads takes out the headings that a table repeats at the top of a page: those that are the first words
// on a page after one that has them.
func withoutRepeatedHeads(text string, heads [][]string) string {
	pages := strings.Split(text, "\f")
	for i := 1; i < len(pages); i++ {
		for _, head := range heads {
			before := strings.Fields(strings.Join(pages[:i], "\n"))
			rest, ok := cutWords(pages[i], strings.Join(head, " "))
			if ok && strings.Contains(strings.Join(before, " "), strings.Join(strings.Fields(strings.Join(head, " ")), " ")) {
				pages[i] = rest
				break
			}
		}
	}
	return strings.Join(pages, "\f")
}

// cutWords takes words from the beginning of a text, whatever white space stands between them, and reports whether it
// begins with them.
func cutWords(text, words string) (rest string, ok bool) {
	rest = text
	for _, w := range strings.Fields(words) {
		if rest, ok = strings.CutPrefix(strings.TrimLeft(rest, " \n"), w); !ok {
			return text, false
		}
	}
	return rest, true
}

// withoutFurniture takes the footer and the draft mark out of every page's text. Each must be there: the draft mark
// first of its like on the page, the footer and the page number last.
func withoutFurniture(f file, text string) (string, error) {
	pages := strings.SplitAfter(text, "\f")
	if last := len(pages) - 1; strings.TrimSpace(pages[last]) == "" {
		pages = pages[:last]
	}
	if len(pages) != f.Pages {
		return "", fmt.Errorf("text of %d pages, want %d", len(pages), f.Pages)
	}
	for i := range pages {
		lines := strings.SplitAfter(pages[i], "\n")
		number := reading.PageNumber(f.Document, i+1, len(pages))
		if !takeOut(lines, true, func(s string) bool { return s == number }) {
			return "", fmt.Errorf("page %d lacks its number", i+1)
		}
		if !takeOut(lines, true, func(s string) bool { return isFooter(s, reading.Footer(f.Document)) }) {
			return "", fmt.Errorf("page %d lacks its footer", i+1)
		}
		if f.Document.Draft && !takeOut(lines, false, func(s string) bool { return s == f.Document.Labels.DraftMark }) {
			return "", fmt.Errorf("page %d lacks its draft mark", i+1)
		}
		pages[i] = strings.Join(lines, "")
	}
	return strings.Join(pages, "\f"), nil
}

// takeOut empties the first or the last line that is so, and reports whether there was one.
func takeOut(lines []string, last bool, is func(string) bool) bool {
	found := -1
	for i, line := range lines {
		if is(strings.TrimSpace(strings.ReplaceAll(line, "\u00a0", " "))) && (found < 0 || last) {
			found = i
		}
	}
	if found >= 0 {
		lines[found] = "\n"
	}
	return found >= 0
}

// isFooter reports whether a line is the footer, or as much of it as there was room for, with an ellipsis.
func isFooter(line, full string) bool {
	full = strings.ReplaceAll(full, "\u00a0", " ")
	if line == full {
		return true
	}
	head, cut := strings.CutSuffix(line, " …")
	return cut && head != "" && strings.HasPrefix(full, head)
}
