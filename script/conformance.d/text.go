package main

import (
	"fmt"
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

// elementTexts takes the texts out of what pdfinfo prints of a structure tree: lines in quotation marks.
func elementTexts(printed string) []string {
	var list []string
	for line := range strings.Lines(printed) {
		line = strings.TrimSpace(line)
		if text, ok := strings.CutPrefix(line, `"`); ok {
			list = append(list, strings.TrimSuffix(text, `"`))
		}
	}
	return list
}

// plainText wants the text that pdftotext takes from the pages, in its own idea of reading order, to be the Document's.
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
		if p := reading.CompareFlow(reading.Passages(f.Document), text); p != "" {
			return []string{p}
		}
		return nil
	})
	o.summary = fmt.Sprintf("pdftotext equals the Document: %d files, %d differ", len(files), len(o.problems))
	return o
}

// withoutFurniture takes the footer and the draft mark out of every page's text. Each must be there once.
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
		furniture := map[string]func(string) bool{
			"page number": func(s string) bool { return s == number },
			"footer":      func(s string) bool { return isFooter(s, reading.Footer(f.Document)) },
		}
		if f.Document.Draft {
			furniture["draft mark"] = func(s string) bool { return s == f.Document.Labels.DraftMark }
		}
		for what, is := range furniture {
			if n := takeOut(lines, is); n != 1 {
				return "", fmt.Errorf("page %d has %d times its %s", i+1, n, what)
			}
		}
		pages[i] = strings.Join(lines, "")
	}
	return strings.Join(pages, "\f"), nil
}

// takeOut empties the lines that are so, and gives their number.
func takeOut(lines []string, is func(string) bool) int {
	n := 0
	for i, line := range lines {
		if is(strings.TrimSpace(strings.ReplaceAll(line, "\u00a0", " "))) {
			lines[i] = "\n"
			n++
		}
	}
	return n
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
