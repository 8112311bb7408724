package main

import (
	"archive/tar"
	"bytes"
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

// kind is what a line was written for.
type kind string

// kinds are the files of packages that hold lines, in the order in which they are taken. Changelogs are English even in
// packages made by Norwegians; they show what becomes of a foreign language, and stand in for both forms.
var kinds = []struct {
	kind
	files *regexp.Regexp // the group is the language
	read  func([]byte) []string
	share int // of a hundred lines; the others fill up what one does not have
}{
	{"translations", regexp.MustCompile(`/locale/(nb|nn|no)(?:_NO)?/LC_MESSAGES/[^/]*\.mo$`), messages, 65},
	{"manuals", regexp.MustCompile(`-(nb)-no/debian-edu-.*-manual\.html$|/help/(nn)/.*\.html$`), paragraphs, 15},
	{"manual pages", regexp.MustCompile(`/man/(nb|nn|no)/man\d/.*\.gz$`), manualPage, 5},
	{"word lists", regexp.MustCompile(`/hunspell/(nb|nn)_NO\.dic$`), words, 10},
	{"changelogs", regexp.MustCompile(`/doc/[^/]*/changelog()[^/]*\.gz$`), changes, 5},
}

// library is lines of real text by written form and kind.
type library map[agreement.Form]map[kind][]string

// readPackages takes the lines out of all packages in a folder.
func readPackages(dir string) (library, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.deb"))
	if err != nil || len(files) == 0 {
		return nil, cmpError(err, "no packages in "+dir)
	}
	found := make(map[kind]map[agreement.Form]map[string]bool)
	for _, k := range kinds {
		found[k.kind] = emptyLines()
	}
	for _, file := range files {
		if err := readPackage(file, found); err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Base(file), err)
		}
	}
	texts := make(library)
	for _, form := range agreement.Forms {
		texts[form] = make(map[kind][]string)
		for _, k := range kinds {
			texts[form][k.kind] = sorted(found[k.kind])[form]
		}
	}
	return texts, nil
}

func emptyLines() map[agreement.Form]map[string]bool {
	lines := make(map[agreement.Form]map[string]bool)
	for _, form := range agreement.Forms {
		lines[form] = make(map[string]bool)
	}
	return lines
}

// pick takes n lines of a form, of each kind its share and spread evenly, and says how many of each these are; n = 0
// takes all.
func (l library) pick(form agreement.Form, n int) (lines []string, what string) {
	missing := 0
	for i, k := range slices.Backward(kinds) { // the translations, of which there are most, come last and fill up
		share := n*k.share/100 + missing
		if i > 0 {
			share -= missing
		}
		taken := spread(l[form][k.kind], share)
		if n > 0 {
			taken = taken[:min(len(taken), share)]
			missing += max(0, n*k.share/100-len(taken))
		}
		lines = append(lines, taken...)
		what = fmt.Sprintf("%d %s, ", len(taken), k.kind) + what
	}
	return lines, strings.TrimSuffix(what, ", ")
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

func readPackage(file string, found map[kind]map[agreement.Form]map[string]bool) error {
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
		for _, k := range kinds {
			m := k.files.FindStringSubmatch(entry.Name)
			if m == nil || entry.Typeflag != tar.TypeReg {
				continue
			}
			data, err := io.ReadAll(archive)
			if err != nil {
				return err
			}
			for _, text := range k.read(data) {
				for _, form := range formsOf(strings.Join(m[1:], "")) {
					add(found[k.kind][form], text)
				}
			}
		}
	}
}

// formsOf gives the forms that a language's lines are taken for. Those of no language are taken for both.
func formsOf(language string) []agreement.Form {
	switch language {
	case "":
		return agreement.Forms[:]
	case "nn":
		return []agreement.Form{agreement.Nynorsk}
	}
	return []agreement.Form{agreement.Bokmal}
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
