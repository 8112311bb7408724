package main

import (
	"os"
	"path/filepath"

	"github.com/pelletier/go-toml/v2"

	"avtalebok/agreement"
	"avtalebok/data/templates"
)

// readOwn gives the program's own texts: those of the templates, and those of the window.
func readOwn() (corpus, error) {
	lines := make(map[agreement.Form]map[string]bool)
	for _, form := range agreement.Forms {
		lines[form] = make(map[string]bool)
		content, err := os.ReadFile(filepath.Join("locales", "active."+string(form)+".toml"))
		if err != nil {
			return nil, err
		}
		var messages map[string]any
		if err := toml.Unmarshal(content, &messages); err != nil {
			return nil, err
		}
		addAll(lines[form], messages)
	}
	for _, t := range templates.All() {
		for _, text := range t.Working().Passages() {
			for _, form := range agreement.Forms {
				add(lines[form], text.In(form))
			}
		}
	}
	return sorted(lines), nil
}

// addAll adds every text in a tree of messages.
func addAll(lines map[string]bool, messages map[string]any) {
	for _, value := range messages {
		switch v := value.(type) {
		case string:
			add(lines, v)
		case map[string]any:
			addAll(lines, v)
		}
	}
}
