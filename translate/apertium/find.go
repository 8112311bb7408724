package apertium

import (
	"os/exec"
	"path/filepath"

	"avtalebok/agreement"
	"avtalebok/translate/pair"
)

// Installation is a place where the programs and the Norwegian data of Apertium were found complete.
type Installation struct {
	Folder   string // what Find was given, or where it found Apertium itself
	data     *pair.Data
	programs map[string]string // paths by name
}

// Find looks for Apertium with the pair nynorsk–bokmål in a folder (the one that holds bin and share), or, given "",
// where systems install it. The error says in its arguments what is missing: Folder and Missing.
func Find(folder string) (*Installation, error) { return pair.Search(folder, nil, findIn) }

// Available reports whether Apertium is installed where systems install it.
func Available() bool {
	_, err := Find("")
	return err == nil
}

func findIn(folder string) (*Installation, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return nil, agreement.NewError(agreement.Refused, "error.translate.missing", err)
	}
	data, missing, err := pair.Look(folder)
	if err != nil {
		return nil, err
	}
	in := &Installation{Folder: folder, data: data, programs: make(map[string]string)}
	for _, name := range data.Programs() {
		if path := in.program(name); path != "" {
			in.programs[name] = path
		} else {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		return nil, pair.Incomplete(folder, missing)
	}
	return in, nil
}

// program gives the path of a program: the installation's own, else the system's; "" where there is none.
func (in *Installation) program(name string) string {
	for _, dir := range []string{filepath.Join(in.Folder, "bin"), in.Folder} {
		if path, err := exec.LookPath(filepath.Join(dir, name)); err == nil {
			return path
		}
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return ""
	}
	return path
}
