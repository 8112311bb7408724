package apertium

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/translate"
)

// Installation is a place where the programs and the Norwegian data of Apertium were found complete.
type Installation struct {
	Folder   string            // what Find was given, or where it found Apertium itself
	data     string            // the folder of the data: FOLDER/share/apertium
	programs map[string]string // paths by name
	modes    map[string][]stage
}

// modeNames are the modes in use: nynorsk with e-infinitive and "vi", nynorsk otherwise, bokmål.
var modeNames = []string{"nob-nno_e", "nob-nno", "nno-nob"}

// Find looks for Apertium with the pair nynorsk–bokmål in a folder (the one that holds bin and share), or, given "",
// where systems install it. The error says in its arguments what is missing: Folder and Missing.
func Find(folder string) (*Installation, error) {
	if folder != "" {
		if in, err := findIn(folder); err == nil || !isDir(filepath.Join(folder, "usr")) {
			return in, err
		}
		return findIn(filepath.Join(folder, "usr"))
	}
	var first error
	for _, root := range usualFolders() {
		in, err := findIn(root)
		if err == nil {
			return in, nil
		}
		if first == nil && isDir(filepath.Join(root, "share", "apertium")) {
			first = err // a half installation says more than none
		}
	}
	if first == nil {
		first = agreement.NewError(agreement.Refused, "error.translate.missing", nil)
	}
	return nil, first
}

// Available reports whether Apertium is installed where systems install it.
func Available() bool {
	_, err := Find("")
	return err == nil
}

func usualFolders() []string {
	roots := []string{"/usr", "/usr/local", "/opt/homebrew", "/opt/local"}
	if runtime.GOOS == "windows" {
		roots = nil
		for _, name := range []string{"ProgramFiles", "LocalAppData"} {
			if dir := os.Getenv(name); dir != "" {
				roots = append(roots, filepath.Join(dir, "Apertium"))
			}
		}
	}
	if program, err := exec.LookPath("lt-proc"); err == nil {
		if root := filepath.Dir(filepath.Dir(program)); !slices.Contains(roots, root) {
			roots = append(roots, root)
		}
	}
	return roots
}

func findIn(folder string) (*Installation, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return nil, agreement.NewError(agreement.Refused, "error.translate.missing", err)
	}
	in := &Installation{
		Folder: folder, data: filepath.Join(folder, "share", "apertium"),
		programs: make(map[string]string), modes: make(map[string][]stage),
	}
	var missing []string
	for _, name := range modeNames {
		if err := in.addMode(name); err != nil {
			if !errors.Is(err, os.ErrNotExist) {
				return nil, agreement.NewError(agreement.Refused, "error.translate.mode", err, "Folder", folder, "Mode", name+".mode")
			}
			missing = append(missing, name+".mode")
		}
	}
	missing = append(missing, in.missing()...)
	if len(missing) > 0 {
		return nil, agreement.NewError(agreement.Refused, "error.translate.incomplete", nil,
			"Folder", folder, "Missing", strings.Join(shorten(missing), ", "))
	}
	return in, nil
}

func (in *Installation) addMode(name string) error {
	f, err := os.Open(filepath.Join(in.data, "modes", name+".mode"))
	if err != nil {
		return err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, maxModeFile))
	if err != nil {
		return err
	}
	stages, err := parseMode(string(content))
	if err != nil {
		return err
	}
	in.modes[name] = stages
	return nil
}

// missing looks for the programs and data files of the modes and lists those that are not there.
func (in *Installation) missing() []string {
	var missing []string
	for _, name := range modeNames {
		for _, s := range in.modes[name] {
			if _, found := in.programs[s.program]; found || slices.Contains(missing, s.program) {
				continue
			}
			if path := in.program(s.program); path != "" {
				in.programs[s.program] = path
			} else {
				missing = append(missing, s.program)
			}
		}
		for _, file := range dataFiles(in.modes[name]) {
			_, err := os.Stat(filepath.Join(in.data, filepath.FromSlash(file)))
			if err != nil && !slices.Contains(missing, file) {
				missing = append(missing, file)
			}
		}
	}
	return missing
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

// mode gives the stages for a direction in a house style, with the preferences to set for them.
func (in *Installation) mode(d translate.Direction, style translate.Style) (stages []stage, setvar string) {
	if d == translate.ToBokmal {
		return in.modes["nno-nob"], ""
	}
	return in.modes[nynorskMode(style)], setvars(style)
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// shorten keeps a message about what is missing readable.
func shorten(names []string) []string {
	const most = 5
	if len(names) <= most {
		return names
	}
	return append(names[:most:most], "…")
}
