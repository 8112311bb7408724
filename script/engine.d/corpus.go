package main

import (
	"archive/tar"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"avtalebok/agreement"
)

// corpus is lines of real text by written form, in order and each once.
type corpus map[agreement.Form][]string

// The files of packages that hold Norwegian: translations (gettext), and the lists of words of Hunspell.
var (
	translations = regexp.MustCompile(`/locale/(nb|nn|no)(?:_NO)?/LC_MESSAGES/[^/]*\.mo$`)
	wordLists    = regexp.MustCompile(`/hunspell/(nb|nn)_NO\.dic$`)
)

// oneWordIn is how many words of a list there are for each that is taken: they are many and alike.
const oneWordIn = 40

// readPackages takes the lines out of all packages in a folder.
func readPackages(dir string) (corpus, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.deb"))
	if err != nil || len(files) == 0 {
		return nil, cmpError(err, "no packages in "+dir)
	}
	lines := make(map[agreement.Form]map[string]bool)
	for _, form := range agreement.Forms {
		lines[form] = make(map[string]bool)
	}
	for _, file := range files {
		if err := readPackage(file, lines); err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Base(file), err)
		}
	}
	return sorted(lines), nil
}

// sorted puts sets of lines in order.
func sorted(lines map[agreement.Form]map[string]bool) corpus {
	c := make(corpus)
	for form, set := range lines {
		c[form] = slices.Sorted(maps.Keys(set))
	}
	return c
}

func cmpError(err error, otherwise string) error {
	if err != nil {
		return err
	}
	return errors.New(otherwise)
}

func readPackage(file string, lines map[agreement.Form]map[string]bool) error {
	content, err := exec.Command("dpkg-deb", "--fsys-tarfile", file).Output()
	if err != nil {
		return err
	}
	for archive := tar.NewReader(bytes.NewReader(content)); ; {
		entry, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if m := translations.FindStringSubmatch(entry.Name); m != nil {
			data, err := io.ReadAll(archive)
			if err != nil {
				return err
			}
			for _, text := range messages(data) {
				add(lines[formOf(m[1])], text)
			}
		}
		if m := wordLists.FindStringSubmatch(entry.Name); m != nil {
			data, err := io.ReadAll(archive)
			if err != nil {
				return err
			}
			words := strings.Split(utf(data), "\n")
			for i := 1; i < len(words); i += oneWordIn {
				word, _, _ := strings.Cut(words[i], "/")
				add(lines[formOf(m[1])], word)
			}
		}
	}
}

func formOf(language string) agreement.Form {
	if language == "nn" {
		return agreement.Nynorsk
	}
	return agreement.Bokmal
}

// utf gives a text that is UTF-8 or else ISO 8859-1 as UTF-8.
func utf(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	var out strings.Builder
	for _, b := range data {
		out.WriteRune(rune(b))
	}
	return out.String()
}

// add adds the lines of a text that hold nothing but what can be seen.
func add(lines map[string]bool, text string) {
	if !utf8.ValidString(text) || strings.Contains(text, "Content-Type:") {
		return
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.ContainsFunc(line, unicode.IsControl) {
			lines[line] = true
		}
	}
}

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

// spread takes at most n of the lines, spread evenly.
func spread(lines []string, n int) []string {
	if n <= 0 || len(lines) <= n {
		return lines
	}
	out := make([]string, n)
	for i := range out {
		out[i] = lines[i*len(lines)/n]
	}
	return out
}
