package batch

import (
	"strings"

	"avtalebok/agreement"
)

// Words look up messages in the user's language.
type Words interface {
	T(key string, args ...any) string
	Error(err error) string
	Finding(f agreement.Finding) string
}

// Missing says in a line what is missing in the row's draft, in the written forms of its files; "" where nothing is. Form
// is that of the places' names.
func (r Row) Missing(w Words, form agreement.Form) string { return r.missingIn(w, form, r.Files) }

// WhyNot says in a line why one of the row's files is not ready, or was not made; "" where it is.
func (r Row) WhyNot(w Words, form agreement.Form, f File) string {
	switch {
	case r.Outcome == "":
		return w.T("batch.not_reached")
	case r.Outcome == Deleted:
		return w.T("batch.outcome.deleted")
	case f.Err != nil:
		return w.Error(f.Err)
	case f.Path == "" && f.Ready():
		return w.T("batch.not_reached")
	}
	return r.missingIn(w, form, []File{f})
}

func (r Row) missingIn(w Words, form agreement.Form, files []File) string {
	var all []string
	seen := make(map[string]bool)
	for _, f := range files {
		for _, x := range f.Findings {
			line := r.Draft.Where(x.Place, form) + ": " + w.Finding(x)
			if !seen[line] {
				seen[line] = true
				all = append(all, line)
			}
		}
	}
	return strings.Join(all, " ")
}
