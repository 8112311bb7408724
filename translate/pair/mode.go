package pair

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// Stage is one program of a mode, with its arguments: switches as they stand, and data files relative to the folder that
// holds Apertium's data.
type Stage struct {
	Program string
	Args    []string
}

// String gives the call as a mode file writes it.
func (s Stage) String() string { return strings.Join(append([]string{s.Program}, s.Args...), " ") }

// Files lists the data files that the stage reads, relative to the data folder.
func (s Stage) Files() []string {
	var files []string
	for _, arg := range s.Args {
		if strings.Contains(arg, "/") {
			files = append(files, arg)
		}
	}
	return files
}

// Programs are those that a mode file may name. A mode file from a folder that the user chose can start nothing else.
var Programs = []string{
	"lt-proc", "cg-proc", "lsx-proc", "lrx-proc", "apertium-tagger", "apertium-pretransfer", "apertium-transfer",
	"apertium-interchunk", "apertium-postchunk", "lt-merge",
}

// maxModeFile bounds a mode file, in bytes; those of Norwegian have 2,500.
const maxModeFile = 64 << 10

// ParseMode reads a mode file: programs with their arguments, parted by |, arguments in single quotes or bare. The
// variable of the generating program becomes -g (unknown words are marked). Paths of data files are made relative to
// the folder that holds Apertium's data, so that blanks and letters in its own path play no role.
func ParseMode(content string) ([]Stage, error) {
	words, err := splitWords(content)
	if err != nil {
		return nil, err
	}
	var stages []Stage
	for _, command := range splitAt(words, "|") {
		if len(command) == 0 || !slices.Contains(Programs, command[0]) {
			return nil, fmt.Errorf("the mode file starts something else than Apertium: %.80q", command)
		}
		s := Stage{Program: command[0]}
		for _, arg := range command[1:] {
			switch arg {
			case "$1":
				s.Args = append(s.Args, "-g")
			case "$2":
			default:
				s.Args = append(s.Args, relative(arg))
			}
		}
		stages = append(stages, s)
	}
	return stages, nil
}

// relative gives a data file's path from the folder "apertium" on, never one that leads out of it; other arguments stay
// as they are.
func relative(arg string) string {
	slashed := strings.ReplaceAll(arg, `\`, "/")
	if !strings.Contains(slashed, "/") {
		return arg
	}
	inside := path.Join(path.Base(path.Dir(slashed)), path.Base(slashed))
	if i := strings.LastIndex(slashed, "/apertium/"); i >= 0 {
		inside = slashed[i+len("/apertium/"):]
	}
	return strings.TrimPrefix(path.Clean("/"+inside), "/")
}

// splitWords parts a line as a shell does, as far as mode files need it: blanks part, single quotes hold together.
func splitWords(s string) ([]string, error) {
	var words []string
	var word strings.Builder
	quoted, begun := false, false
	end := func() {
		if begun {
			words = append(words, word.String())
			word.Reset()
			begun = false
		}
	}
	for _, r := range s {
		switch {
		case r == '\'':
			quoted, begun = !quoted, true
		case quoted:
			word.WriteRune(r)
		case r == '|':
			end()
			words = append(words, "|")
		case r == ' ' || r == '\t' || r == '\n' || r == '\r':
			end()
		case strings.ContainsRune("\"`\\;&<>(){}*?~", r):
			return nil, fmt.Errorf("the mode file uses %q, which is not understood", r)
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if quoted {
		return nil, fmt.Errorf("the mode file ends within a quotation")
	}
	end()
	return words, nil
}

func splitAt(words []string, separator string) [][]string {
	parts := [][]string{nil}
	for _, w := range words {
		if w == separator {
			parts = append(parts, nil)
			continue
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], w)
	}
	return parts
}
