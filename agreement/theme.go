package agreement

import "strings"

// FullTheme gives the theme in one form, or in the other where it has none there, with its placeholders filled:
// "Drift og utvikling av Færder Musikkråd".
func FullTheme(a Agreement, form Form) string {
	theme := a.Theme.In(form)
	if blank(theme) {
		theme = a.Theme.In(form.Other())
	}
	return strings.TrimSpace(resolver{a: a, form: form, words: wordings[form]}.fill(Place{}, theme).String())
}
