// Package casing spells texts in capitals or small letters by Unicode's full mappings, as ICU does in the programs that
// the engine has to equal: ß becomes SS, and a sigma at a word's end has a form of its own. Go's strings package maps
// character by character.
package casing

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// Upper makes capitals of all letters.
func Upper(s string) string {
	if plain(s) {
		return strings.ToUpper(s)
	}
	return cases.Upper(language.Und).String(s)
}

// Lower makes small letters of all letters.
func Lower(s string) string {
	if plain(s) {
		return strings.ToLower(s)
	}
	return cases.Lower(language.Und).String(s)
}

// Title gives the form of a character at the beginning of a word.
func Title(r rune) string {
	if r < 0x100 && r != 'ß' {
		return string(unicode.ToTitle(r))
	}
	return cases.Title(language.Und, cases.NoLower).String(string(r))
}

// plain reports whether each letter has one letter as its capital or small form.
func plain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 0xff || r == 'ß' })
}
