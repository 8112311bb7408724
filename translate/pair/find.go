package pair

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/translate"
)

// Data is the pair's data in a folder, with the modes that are in use.
type Data struct {
	Folder string // holds modes and the folders of data

	modes map[string][]Stage
}

// modeNames are the modes in use: nynorsk with e-infinitive and "vi", nynorsk otherwise, bokmål.
var modeNames = []string{"nob-nno_e", "nob-nno", "nno-nob"}

// Look reads the modes of an installation: root is the folder that holds share/apertium (or apertium, where the data lie
// by themselves). missing names the mode files and data files that are not there. The error is that of a mode file
// that can't be used.
func Look(root string) (d *Data, missing []string, err error) {
	d = &Data{Folder: filepath.Join(root, "share", "apertium"), modes: make(map[string][]Stage)}
	if alone := filepath.Join(root, "apertium"); !isDir(d.Folder) && isDir(filepath.Join(alone, "modes")) {
		d.Folder = alone
	}
	for _, name := range modeNames {
		if err := d.addMode(name); err != nil {
			if !errors.Is(err, os.ErrNotExist) {
				return nil, nil, agreement.NewError(agreement.Refused, "error.translate.mode", err, "Folder", root, "Mode", name+".mode")
			}
			missing = append(missing, name+".mode")
		}
	}
	for _, name := range modeNames {
		for _, s := range d.modes[name] {
			for _, file := range s.Files() {
				if _, err := os.Stat(d.Path(file)); err != nil && !slices.Contains(missing, file) {
					missing = append(missing, file)
				}
			}
		}
	}
	return d, missing, nil
}

func (d *Data) addMode(name string) error {
	f, err := os.Open(filepath.Join(d.Folder, "modes", name+".mode"))
	if err != nil {
		return err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, maxModeFile))
	if err != nil {
		return err
	}
	stages, err := ParseMode(string(content))
	if err != nil {
		return err
	}
	d.modes[name] = stages
	return nil
}

// Path gives where a data file of a stage lies.
func (d *Data) Path(file string) string { return filepath.Join(d.Folder, filepath.FromSlash(file)) }

// Programs lists the programs of all modes, each once.
func (d *Data) Programs() []string {
	var programs []string
	for _, name := range modeNames {
		for _, s := range d.modes[name] {
			if !slices.Contains(programs, s.Program) {
				programs = append(programs, s.Program)
			}
		}
	}
	return programs
}

// Files lists all that the modes need, relative to Folder: the mode files themselves and the data files, each once.
func (d *Data) Files() []string {
	var files []string
	for _, name := range modeNames {
		files = append(files, "modes/"+name+".mode")
	}
	for _, name := range modeNames {
		for _, s := range d.modes[name] {
			for _, file := range s.Files() {
				if !slices.Contains(files, file) {
					files = append(files, file)
				}
			}
		}
	}
	return files
}

// Mode gives the stages for a direction in a house style, with the preferences to set for them.
func (d *Data) Mode(direction translate.Direction, style translate.Style) (stages []Stage, setvar string) {
	if direction == translate.ToBokmal {
		return d.modes["nno-nob"], ""
	}
	return d.modes[nynorskMode(style)], setvars(style)
}

// Incomplete is the error of an installation in which something is missing.
func Incomplete(root string, missing []string) error {
	return agreement.NewError(agreement.Refused, "error.translate.incomplete", nil,
		"Folder", root, "Missing", strings.Join(shorten(missing), ", "))
}

// shorten keeps a message about what is missing readable.
func shorten(names []string) []string {
	const most = 5
	if len(names) <= most {
		return names
	}
	return append(names[:most:most], "…")
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
