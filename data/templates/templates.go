// Package templates reads the templates that agreements are made from, and carries those that ship with the program.
// A template is a TOML file with both written forms side by side; docs/templates.md describes it. Reading is strict:
// whatever a template's author may have got wrong is an error that names the file and the line and says what to write
// instead, because nobody proofreads a template again once agreements are made from it.
//
// It must not know drafts, storage or screens.
package templates

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"avtalebok/agreement"
)

//go:embed *.toml
var files embed.FS

// embedded reads the templates that ship with the program once, when they are first asked for. They are a part of
// the program and are all read by a test, so they can't fail here.
var embedded = sync.OnceValue(func() []agreement.Template {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(fmt.Sprintf("templates: %v", err))
	}
	var all []agreement.Template
	for _, e := range entries {
		src, err := files.ReadFile(e.Name())
		if err != nil {
			panic(fmt.Sprintf("templates: %v", err))
		}
		t, err := Parse(e.Name(), src)
		if err != nil {
			panic(fmt.Sprintf("templates: %v", err))
		}
		all = append(all, t)
	}
	slices.SortStableFunc(all, func(a, b agreement.Template) int {
		return cmp.Or(
			cmp.Compare(slices.Index(kinds, string(a.Kind)), slices.Index(kinds, string(b.Kind))),
			cmp.Compare(a.ID, b.ID))
	})
	return all
})

// All gives the templates that ship with the program: partnerships first, then cooperation and grants, each kind by
// identifier. The slice is the caller's own; the templates in it are shared and not to be changed in place.
func All() []agreement.Template { return slices.Clone(embedded()) }

// Get gives the template with an identifier. Where there is none, the error is of code NotFound and suggests the one
// that was probably meant.
func Get(id string) (agreement.Template, error) {
	var ids []string
	for _, t := range embedded() {
		if t.ID == id {
			return t, nil
		}
		ids = append(ids, t.ID)
	}
	return agreement.Template{}, agreement.NewError(agreement.NotFound, "error.template.unknown", nil,
		"ID", id, "Suggestion", nearest(id, ids), "Allowed", strings.Join(ids, ", "))
}
