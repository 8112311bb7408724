package tmx

import (
	"strings"

	"avtalebok/agreement"
)

// formOf tells which written form a language code means: "nb", "nb-NO", "nob", "no" and "nor" are bokmål, "nn",
// "nn_NO" and "nno" nynorsk. The old codes "no-bok", "no-nyn" and "no_NO_NY" are understood too.
func formOf(code string) (form agreement.Form, ok bool) {
	parts := strings.FieldsFunc(strings.ToLower(strings.TrimSpace(code)), func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) == 0 {
		return "", false
	}
	switch parts[0] {
	case "nb", "nob":
		return agreement.Bokmal, true
	case "nn", "nno":
		return agreement.Nynorsk, true
	case "no", "nor":
		for _, p := range parts[1:] {
			if p == "nyn" || p == "ny" {
				return agreement.Nynorsk, true
			}
		}
		return agreement.Bokmal, true
	}
	return "", false
}
