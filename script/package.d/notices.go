package main

import (
	"bytes"
	"debug/buildinfo"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

//go:embed pdfium.txt
var pdfium []byte

// mingw is where Debian says what the parts of the compiler for Windows that go into each program are licensed under.
const mingw = "/usr/share/doc/mingw-w64-x86-64-dev/copyright"

// licenceFile is how files with licences and notices are called.
var licenceFile = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying|notice|ofl|patents)([-._].*)?$`)

// notice is a text of a licence, with the works that have it.
type notice struct {
	works []string
	text  []byte
}

// noticesOf gives the licences of all works that a built program contains: Go, each module with fonts and C sources that
// lie in it, and what comes with the compiler. A module without a licence is an error.
func noticesOf(program, system string) ([]byte, error) {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return nil, err
	}
	var modules []string
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		modules = append(modules, m.Path+"@"+m.Version)
	}
	folders, err := foldersOf(modules)
	if err != nil {
		return nil, err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	var all []notice
	if all, err = addFile(all, "Go ("+info.GoVersion+"), its library", filepath.Join(strings.TrimSpace(string(root)), "LICENSE")); err != nil {
		return nil, err
	}
	for i, m := range modules {
		if all, err = addModule(all, strings.Replace(m, "@", " ", 1), folders[i]); err != nil {
			return nil, err
		}
	}
	if system == "windows" {
		if all, err = addFile(all, "MinGW-w64, the runtime library for Windows", mingw); err != nil {
			return nil, err
		}
	}
	return printed(all), nil
}

// foldersOf finds where the modules' sources lie.
func foldersOf(modules []string) ([]string, error) {
	paths := make([]string, len(modules))
	for i, m := range modules {
		paths[i], _, _ = strings.Cut(m, "@")
	}
	out, err := exec.Command("go", append([]string{"list", "-m", "-f", "{{.Path}}@{{.Version}}\t{{.Dir}}"}, paths...)...).Output()
	if err != nil {
		return nil, err
	}
	folders := make([]string, 0, len(modules))
	for i, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		module, folder, _ := strings.Cut(line, "\t")
		if i >= len(modules) || module != modules[i] || folder == "" {
			return nil, fmt.Errorf("the program was not built of these modules: %s", line)
		}
		folders = append(folders, folder)
	}
	return folders, nil
}

// addModule adds the licences in a module's folder, apart from those of what is no part of a program.
func addModule(all []notice, name, folder string) ([]notice, error) {
	found := false
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains([]string{"testdata", "cmd", "examples", "_examples"}, d.Name()) && path != folder:
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(path) == ".go" || !licenceFile.MatchString(d.Name()):
			return nil
		}
		work := name
		if inside, _ := filepath.Rel(folder, path); filepath.Dir(inside) != "." {
			work += ", " + filepath.ToSlash(filepath.Dir(inside))
		}
		found = true
		all, err = addFile(all, work, path)
		return err
	})
	if err == nil && !found {
		err = errors.New(name + " has no licence")
	}
	return all, err
}

// addFile adds a text, or, where it is known, the work to those that have it.
func addFile(all []notice, work, path string) ([]notice, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return all, err
	}
	text = bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))
	for i := range all {
		if bytes.Equal(all[i].text, text) {
			if !slices.Contains(all[i].works, work) {
				all[i].works = append(all[i].works, work)
			}
			return all, nil
		}
	}
	return append(all, notice{[]string{work}, text}), nil
}

func printed(all []notice) []byte {
	var out bytes.Buffer
	out.WriteString("Avtalebok itself is under the MIT License. It contains these works of others, under their own licences.\n")
	line := strings.Repeat("-", 100)
	for _, n := range all {
		fmt.Fprintf(&out, "\n%s\n%s\n%s\n\n%s\n", line, strings.Join(n.works, "\n"), line, n.text)
	}
	fmt.Fprintf(&out, "\n%s\n%s", line, pdfium)
	return out.Bytes()
}
