package main

import (
	"bytes"
	"cmp"
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"text/template"

	"avtalebok/translate"
	"avtalebok/translate/engine"
	"avtalebok/translate/pair"
)

// dataPackage is the package of Debian and Ubuntu that the language data are taken from.
const dataPackage = "apertium-nno-nob"

// source is where the sources of the language data are.
type source struct {
	Package, Version string // of the source package
	Ubuntu           bool
}

//go:embed notice.txt
var dataNotice string

// layData lays the files that the modes in use need into a folder, as they are, with their licence, their authors and
// where their source is.
func (p *parcel) layData(folder string) error {
	var err error
	if p.Data, err = sourceOfData(); err != nil {
		return err
	}
	data, missing, err := pair.Look(p.apertium)
	if err != nil {
		return err
	}
	if len(missing) > 0 {
		return pair.Incomplete(p.apertium, missing)
	}
	for _, file := range data.Files() {
		if err := copyFile(data.Path(file), filepath.Join(folder, filepath.FromSlash(file)), 0o644); err != nil {
			return err
		}
	}
	if err := usable(filepath.Dir(folder)); err != nil {
		return fmt.Errorf("the data of %s %s are of no use to this version of the program: %w", p.Data.Package, p.Data.Version, err)
	}
	var text bytes.Buffer
	if err := template.Must(template.New("notice").Parse(dataNotice)).Execute(&text, p.Data); err != nil {
		return err
	}
	const licences = "/usr/share/common-licenses/"
	return cmp.Or(
		os.WriteFile(filepath.Join(folder, "NOTICE.txt"), text.Bytes(), 0o644),
		copyFile("/usr/share/doc/"+dataPackage+"/copyright", filepath.Join(folder, "copyright.txt"), 0o644),
		copyFile(licences+"GPL-2", filepath.Join(folder, "GPL-2.txt"), 0o644),
		copyFile(licences+"GPL-3", filepath.Join(folder, "GPL-3.txt"), 0o644),
	)
}

// usable reports why the engine can't translate with the data beneath a folder: they may be of a later version.
func usable(root string) error {
	in, err := engine.Find(root)
	if err != nil {
		return err
	}
	for _, d := range []translate.Direction{translate.ToNynorsk, translate.ToBokmal} {
		if _, _, err := in.Stages(context.Background(), d, translate.Style{}); err != nil {
			return err
		}
	}
	return nil
}

// sourceOfData says which source package the installed data were made of. Data that were changed since are refused: their
// source is not there.
func sourceOfData() (*source, error) {
	out, err := exec.Command("dpkg-query", "-W", "-f", "${source:Package} ${source:Version}", dataPackage).Output()
	if err != nil {
		return nil, fmt.Errorf("the package %s is not installed: %w", dataPackage, err)
	}
	var s source
	if _, err := fmt.Sscan(string(out), &s.Package, &s.Version); err != nil {
		return nil, err
	}
	changed, err := exec.Command("dpkg", "--verify", dataPackage).Output() // fails where a file was changed, and names it
	if strings.Contains(string(changed), "/usr/share/apertium") || (err != nil && len(changed) == 0) {
		return nil, fmt.Errorf("files of the package %s were changed: %s %w", dataPackage, changed, err)
	}
	release, err := os.ReadFile("/etc/os-release")
	if err != nil {
		return nil, err
	}
	s.Ubuntu = strings.Contains("\n"+string(release), "\nID=ubuntu\n")
	return &s, nil
}
