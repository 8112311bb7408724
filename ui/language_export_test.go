package ui

import (
	"context"
	"log/slog"

	"avtalebok/agreement"
	"avtalebok/translate/engines"
	"avtalebok/translate/hunspell"
)

// NewBareLanguage gives the language of a machine that has neither Apertium nor Hunspell, ready to be used.
func NewBareLanguage(store languageStore, templates []agreement.Template) *Language {
	l := NewLanguage(store, templates, slog.New(slog.DiscardHandler))
	l.find = func(engines.Kind, string) (engines.Found, error) {
		return engines.Found{}, agreement.NewError(agreement.Refused, "error.translate.missing", nil)
	}
	l.speller = hunspell.New("/nothing")
	l.Start(context.Background())
	return l
}

// Import takes the pairs of a TMX file in, as choosing it in the dialog does.
func (w *Window) Import(path string) { w.shown.(*languageScreen).parts[0].(*memoryPart).takeIn(path) }

// PreviewTerms shows what is in a file with terms, as choosing it in the dialog does.
func (w *Window) PreviewTerms(path string) {
	w.shown.(*languageScreen).parts[1].(*termsPart).preview(path)
}
