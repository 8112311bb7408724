package pair

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"

	"avtalebok/agreement"
)

// Search looks for an installation: in a folder (the one that holds share, or that has it in usr), or, given "", in the
// others and then where systems install it. try looks in one place. The error is that of the folder, or says that there
// is none; a half installation says more than none.
func Search[T any](folder string, others []string, try func(root string) (T, error)) (T, error) {
	if folder != "" {
		found, err := try(folder)
		if err == nil || !isDir(filepath.Join(folder, "usr")) {
			return found, err
		}
		return try(filepath.Join(folder, "usr"))
	}
	var first error
	for _, root := range append(slices.Clone(others), usualFolders()...) {
		found, err := try(root)
		if err == nil {
			return found, nil
		}
		if first == nil && holdsData(root) {
			first = err
		}
	}
	if first == nil {
		first = agreement.NewError(agreement.Refused, "error.translate.missing", nil)
	}
	var none T
	return none, first
}

func holdsData(root string) bool {
	return isDir(filepath.Join(root, "share", "apertium")) || isDir(filepath.Join(root, "apertium", "modes"))
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
