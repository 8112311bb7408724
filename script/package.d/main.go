// The program package.d lays out what is handed to a user: the program with its licences and, where that is wanted, Apertium's
// language data beside it. It packs the folder as the system has it. script/package builds the program and tries what came.
package main

import (
	"bytes"
	"cmp"
	_ "embed"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"text/template"
	"time"
)

// parcel is what is handed out.
type parcel struct {
	System   string // linux or windows
	Version  string
	Data     *source // of the language data beside the program; nil where they are left out
	program  string  // the built file
	apertium string  // folder that holds share/apertium
	time     time.Time
}

//go:embed readme.txt
var readme string

//go:embed avtalebok.desktop
var desktop []byte

//go:embed legg-i-menyen
var addToMenu []byte

func main() {
	var p parcel
	var out string
	var seconds int64
	var withData bool
	flag.StringVar(&p.System, "system", "linux", "linux or windows")
	flag.StringVar(&p.Version, "version", "", "the program's version")
	flag.StringVar(&p.program, "program", "", "the built program")
	flag.StringVar(&p.apertium, "apertium", "/usr", "folder that holds share/apertium")
	flag.BoolVar(&withData, "with-translation-data", false, "lay the language data beside the program")
	flag.Int64Var(&seconds, "time", 0, "time that all files get, in seconds since 1970")
	flag.StringVar(&out, "out", "dist", "folder in which the folder and the archive are made")
	icon := flag.String("icon", "", "only write the icon for Windows from icon.svg to this file")
	flag.Parse()
	p.time = time.Unix(seconds, 0).UTC()
	err := func() error {
		if *icon != "" {
			return writeIcon("icon.svg", *icon)
		}
		return p.make(out, withData)
	}()
	if err != nil {
		fmt.Fprintln(os.Stderr, "package:", err)
		os.Exit(1)
	}
}

// name is what the folder is called, and the archive with its ending.
func (p *parcel) name() string { return fmt.Sprintf("avtalebok-%s-%s-amd64", p.Version, p.System) }

// make makes the folder and the archive; what was there under these names goes.
func (p *parcel) make(out string, withData bool) error {
	folder := filepath.Join(out, p.name())
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if withData {
		if err := p.layData(filepath.Join(folder, "apertium")); err != nil {
			return fmt.Errorf("language data: %w", err)
		}
	}
	if err := p.layProgram(folder); err != nil {
		return err
	}
	pack := packTar
	if p.System == "windows" {
		pack = packZip
	}
	archive, err := pack(out, p.name(), p.time)
	if err == nil {
		fmt.Println(archive)
	}
	return err
}

// layProgram copies the program and what goes with it, apart from the language data.
func (p *parcel) layProgram(folder string) error {
	notices, err := noticesOf(p.program, p.System)
	if err != nil {
		return fmt.Errorf("notices: %w", err)
	}
	var text bytes.Buffer
	if err := template.Must(template.New("readme").Parse(readme)).Execute(&text, p); err != nil {
		return err
	}
	program, licence := "avtalebok", "LICENSE"
	if p.System == "windows" {
		program, licence = "avtalebok.exe", "LICENSE.txt" // so that a click opens it
	}
	err = cmp.Or(
		copyFile(p.program, filepath.Join(folder, program), 0o755),
		copyFile("LICENSE", filepath.Join(folder, licence), 0o644),
		copyFile("CHANGELOG.md", filepath.Join(folder, "CHANGELOG.md"), 0o644),
		os.WriteFile(filepath.Join(folder, "NOTICES.txt"), notices, 0o644),
		os.WriteFile(filepath.Join(folder, "LESMEG.txt"), text.Bytes(), 0o644),
	)
	if err != nil || p.System != "linux" {
		return err
	}
	return cmp.Or(
		copyFile("icon.svg", filepath.Join(folder, "avtalebok.svg"), 0o644),
		os.WriteFile(filepath.Join(folder, "avtalebok.desktop"), desktop, 0o644),
		os.WriteFile(filepath.Join(folder, "legg-i-menyen"), addToMenu, 0o755),
	)
}

// copyFile copies a file, making its folder.
func copyFile(from, to string, mode os.FileMode) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, content, mode)
}
