package cases

import (
	_ "embed"

	"avtalebok/agreement"
	"avtalebok/data/templates"
)

//go:embed everykind.toml
var everyKindSource []byte

// everyKind is a template with every kind of section and field, three roles, and several signatories in one of them.
// It is read as a built-in template is, so that what users' own templates may hold is printed too.
func everyKind() (agreement.Template, error) {
	return templates.Parse("everykind.toml", everyKindSource)
}
