package engine

import (
	"os"
	"path/filepath"

	"avtalebok/agreement"
	"avtalebok/translate/pair"
)

// Installation is a place where the data of the pair nynorsk–bokmål were found complete.
type Installation struct {
	Folder string // what Find was given, or where it found the data itself
	data   *pair.Data
}

// Find looks for the data in a folder (the one that holds share/apertium, or apertium where the data lie by themselves),
// or, given "", beside the program and where systems install Apertium. The error says in its arguments what is missing:
// Folder and Missing. No data are read before they are needed.
func Find(folder string) (*Installation, error) {
	return pair.Search(folder, besideProgram(), func(root string) (*Installation, error) {
		root, err := filepath.Abs(root)
		if err != nil {
			return nil, agreement.NewError(agreement.Refused, "error.translate.missing", err)
		}
		data, missing, err := pair.Look(root)
		if err != nil {
			return nil, err
		}
		if len(missing) > 0 {
			return nil, pair.Incomplete(root, missing)
		}
		return &Installation{Folder: root, data: data}, nil
	})
}

// Available reports whether the data lie beside the program or where systems install them.
func Available() bool {
	_, err := Find("")
	return err == nil
}

// besideProgram gives the folder in which the program itself lies.
func besideProgram() []string {
	program, err := os.Executable()
	if err != nil {
		return nil
	}
	if target, err := filepath.EvalSymlinks(program); err == nil {
		program = target
	}
	return []string{filepath.Dir(program)}
}
