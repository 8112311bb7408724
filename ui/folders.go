package ui

import (
	"bufio"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// documentsFolder gives the folder where the user keeps documents, or the home folder where there is none.
func documentsFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	candidates := []string{filepath.Join(home, "Documents"), filepath.Join(home, "Dokumenter"), filepath.Join(home, "Dokument")}
	if runtime.GOOS == "linux" {
		if dir := userDirectory(home, "XDG_DOCUMENTS_DIR"); dir != "" {
			candidates = append([]string{dir}, candidates...)
		}
	}
	for _, dir := range candidates {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	return home
}

// userDirectory reads a folder from user-dirs.dirs, where Linux desktops keep the names of the user's folders in
// his language (xdg-user-dirs): XDG_DOCUMENTS_DIR="$HOME/Dokumenter".
func userDirectory(home, key string) string {
	config := os.Getenv("XDG_CONFIG_HOME")
	if config == "" {
		config = filepath.Join(home, ".config")
	}
	f, err := os.Open(filepath.Join(config, "user-dirs.dirs"))
	if err != nil {
		return ""
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		name, value, ok := strings.Cut(strings.TrimSpace(lines.Text()), "=")
		if ok && name == key {
			return strings.Replace(strings.Trim(value, `"`), "$HOME", home, 1)
		}
	}
	return ""
}
