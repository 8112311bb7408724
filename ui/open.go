package ui

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"avtalebok/agreement"
)

// openFile opens a file in the program that the system has for it. Nothing is sent anywhere.
func openFile(path string) error {
	switch runtime.GOOS {
	case "windows":
		return start(path, "rundll32", "url.dll,FileProtocolHandler", path)
	case "darwin":
		return start(path, "open", path)
	}
	return start(path, "xdg-open", path)
}

// revealFile shows a file, marked where the system can do that, or a folder in the system's file manager.
func revealFile(path string) error {
	switch runtime.GOOS {
	case "windows":
		return start(path, "explorer", "/select,"+path)
	case "darwin":
		return start(path, "open", "-R", path)
	}
	return start(path, "xdg-open", folderOf(path))
}

func start(path, program string, args ...string) error {
	command := exec.Command(program, args...)
	if err := command.Start(); err != nil {
		return agreement.NewError(agreement.Refused, "error.opening", err, "Path", path)
	}
	go func() { _ = command.Wait() }() // how a file manager ends is not our business
	return nil
}

func folderOf(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return path
	}
	return filepath.Dir(path)
}
