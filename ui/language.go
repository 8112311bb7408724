package ui

import (
	"embed"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

//go:embed words/fyne.*.json
var fyneWords embed.FS

// speakFyne makes Fyne's own words (file dialogs, context menus, calendars) follow the program's language. Fyne
// keeps one global set and picks it by the locale of the system, with no way to choose. So the chosen language's
// words are put in under every locale that Fyne could be running in: the system's, the two forms of Norwegian, and
// English, which it falls back to. What is on the screen already keeps its words until it is opened again.
func speakFyne(language string) error {
	words, err := fyneWords.ReadFile("words/fyne." + language + ".json")
	if err != nil {
		return err
	}
	for _, locale := range []fyne.Locale{lang.SystemLocale(), "nn", "nb", "en"} {
		if err := lang.AddTranslationsForLocale(words, locale); err != nil {
			return err
		}
	}
	return nil
}
