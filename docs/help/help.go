// Package help holds the in-app help: short pages by task, in nynorsk and bokmål. The same files are the user's guide
// in docs/. It must not know how they are shown.
package help

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed nn/*.md nb/*.md
var files embed.FS

// Page is one page of help.
type Page struct {
	ID    string // the same for both languages: "05"
	Title string
	Body  string // Markdown, without the title
}

// Pages gives the pages in a language, in order. English readers get bokmål.
func Pages(language string) []Page {
	if language != "nn" {
		language = "nb"
	}
	names, err := fs.Glob(files, language+"/*.md")
	if err != nil {
		panic(fmt.Sprintf("help: %v", err)) // the pattern is constant
	}
	pages := make([]Page, 0, len(names))
	for _, name := range names {
		content, err := files.ReadFile(name)
		if err != nil {
			panic(fmt.Sprintf("help: %v", err)) // the files are part of the program
		}
		title, body, _ := strings.Cut(strings.TrimPrefix(string(content), "# "), "\n")
		id, _, _ := strings.Cut(strings.TrimPrefix(name, language+"/"), "-")
		pages = append(pages, Page{ID: id, Title: title, Body: strings.TrimSpace(body)})
	}
	return pages
}

// Search gives the pages that have all the words of a query, those with a word in the title first.
func Search(language, query string) []Page {
	words := strings.Fields(strings.ToLower(query))
	var titled, others []Page
	for _, p := range Pages(language) {
		title, text := strings.ToLower(p.Title), strings.ToLower(p.Title+"\n"+p.Body)
		inTitle, all := len(words) == 0, true
		for _, w := range words {
			all = all && strings.Contains(text, w)
			inTitle = inTitle || strings.Contains(title, w)
		}
		switch {
		case all && inTitle:
			titled = append(titled, p)
		case all:
			others = append(others, p)
		}
	}
	return append(titled, others...)
}
