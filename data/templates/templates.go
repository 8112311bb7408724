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

// shipped gives, by identifier, what reads each template that ships with the program, once and when it is first asked
// for. Each lies in a file of its identifier's name. They are a part of the program and are all read by a test, so they
// can't fail here.
var shipped = func() map[string]func() agreement.Template {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(fmt.Sprintf("templates: %v", err))
	}
	readers := make(map[string]func() agreement.Template, len(entries))
	for _, e := range entries {
		readers[strings.TrimSuffix(e.Name(), Ending)] = sync.OnceValue(func() agreement.Template { return mustRead(e.Name()) })
	}
	return readers
}()

func mustRead(name string) agreement.Template {
	src, err := files.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("templates: %v", err))
	}
	t, err := Parse(name, src)
	if err != nil {
		panic(fmt.Sprintf("templates: %v", err))
	}
	return t
}

// inOrder gives all that ship with the program.
var inOrder = sync.OnceValue(func() []agreement.Template {
	var all []agreement.Template
	for _, read := range shipped {
		all = append(all, read())
	}
	slices.SortFunc(all, func(a, b agreement.Template) int {
		return cmp.Or(
			cmp.Compare(slices.Index(kinds, string(a.Kind)), slices.Index(kinds, string(b.Kind))),
			cmp.Compare(a.ID, b.ID))
	})
	return all
})

// All gives the templates that ship with the program: partnerships first, then cooperation and grants, each kind by
// identifier. The slice is the caller's own; the templates in it are shared and not to be changed in place.
func All() []agreement.Template { return slices.Clone(inOrder()) }

// Has reports whether a template with an identifier ships with the program.
func Has(id string) bool { return shipped[id] != nil }

// Get gives the template with an identifier. Where there is none, the error is of code NotFound and suggests the one
// that was probably meant.
func Get(id string) (agreement.Template, error) {
	if Has(id) {
		return shipped[id](), nil
	}
	var ids []string
	for _, t := range inOrder() {
		ids = append(ids, t.ID)
	}
	return agreement.Template{}, agreement.NewError(agreement.NotFound, "error.template.unknown", nil,
		"ID", id, "Suggestion", nearest(id, ids), "Allowed", strings.Join(ids, ", "))
}
