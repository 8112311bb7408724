package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"html"
	"io"
	"regexp"
	"strings"
)

// messages gives the translations in a compiled catalogue (gettext's manual, "The Format of GNU MO Files").
func messages(data []byte) []string {
	if len(data) < 28 {
		return nil
	}
	var order binary.ByteOrder = binary.LittleEndian
	if order.Uint32(data) != 0x950412de {
		order = binary.BigEndian
	}
	var texts []string
	count, table := int(order.Uint32(data[8:])), int(order.Uint32(data[16:]))
	for i := range count {
		at := table + 8*i
		if at+8 > len(data) {
			break
		}
		length, start := int(order.Uint32(data[at:])), int(order.Uint32(data[at+4:]))
		if start+length > len(data) {
			break
		}
		texts = append(texts, strings.Split(string(data[start:start+length]), "\x00")...)
	}
	return texts
}

// oneWordIn is how many words of a list there are for each that is taken: they are many and alike.
const oneWordIn = 40

// words gives words of a list of Hunspell's, without their flags.
func words(data []byte) []string {
	var list []string
	all := strings.Split(utf(data), "\n")
	for i := 1; i < len(all); i += oneWordIn {
		word, _, _ := strings.Cut(all[i], "/")
		list = append(list, word)
	}
	return list
}

var (
	notText = regexp.MustCompile(`(?s)<!--.*?-->|<(?:script|style|head|pre)\b.*?</(?:script|style|head|pre)>`)
	inline  = regexp.MustCompile(`</?(?:a|abbr|b|code|em|i|img|span|strong|tt|kbd|acronym)\b[^>]*>`)
	block   = regexp.MustCompile(`<[^>]*>`)
)

// paragraphs gives the text of a page of HTML, a line for each paragraph, heading and cell.
func paragraphs(data []byte) []string {
	page := notText.ReplaceAllString(utf(data), "")
	page = strings.Join(strings.Fields(inline.ReplaceAllString(page, "")), " ")
	var lines []string
	for text := range strings.SplitSeq(block.ReplaceAllString(page, "\n"), "\n") {
		lines = append(lines, strings.TrimSpace(html.UnescapeString(text)))
	}
	return lines
}

var font = regexp.MustCompile(`\\f[A-Z]|\\[,/]|\\&`)

// manualPage gives the text of a page of the manual, a line for each paragraph.
func manualPage(data []byte) []string {
	var lines []string
	var paragraph []string
	for line := range strings.SplitSeq(unpacked(data), "\n") {
		macro := strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'")
		if macro && len(paragraph) > 0 {
			lines = append(lines, strings.Join(paragraph, " "))
			paragraph = nil
		}
		if name, title, ok := strings.Cut(line, " "); ok && (name == ".SH" || name == ".SS") {
			lines = append(lines, strings.Trim(title, `"`))
		}
		if !macro && !strings.Contains(line, `\(`) {
			paragraph = append(paragraph, strings.NewReplacer(`\-`, "-", `\e`, `\`).Replace(font.ReplaceAllString(line, "")))
		}
	}
	return append(lines, strings.Join(paragraph, " "))
}

// oneChangeIn is how many lines of a changelog there are for each that is taken.
const oneChangeIn = 20

func changes(data []byte) []string {
	var list []string
	all := strings.Split(unpacked(data), "\n")
	for i := 0; i < len(all); i += oneChangeIn {
		list = append(list, all[i])
	}
	return list
}

// unpacked gives a text that was packed with gzip; "" where it can't be unpacked.
func unpacked(data []byte) string {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return ""
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return ""
	}
	return utf(text)
}
