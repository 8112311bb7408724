package register

import (
	"slices"

	"avtalebok/agreement"
)

// Filter says which entries to show. Every list that is not empty must hold the entry's value; the zero Filter takes
// all. Amendments stand with the agreement that they change and not by themselves, unless they are asked for.
type Filter struct {
	Statuses    []agreement.Status `json:"statuses,omitempty"`
	Kinds       []agreement.Kind   `json:"kinds,omitempty"`
	Years       []int              `json:"years,omitempty"` // of signing; 0 for those not signed
	Forms       []Written          `json:"forms,omitempty"`
	Counties    []string           `json:"counties,omitempty"` // two digits
	Parties     []string           `json:"parties,omitempty"`  // identities, as Group gives them
	Subjects    []string           `json:"subjects,omitempty"` // networks or themes, as Group gives them
	Responsible []string           `json:"responsible,omitempty"`
	EndsBy      Date               `json:"endsBy,omitzero"` // ends on that day or before
	Amendments  bool               `json:"amendments,omitempty"`
}

// Matches reports whether an entry is one of those that are asked for on a day.
func (f Filter) Matches(e *Entry, day Date) bool {
	last, _ := e.End()
	return (f.Amendments || e.Amends == nil || e.Amends.Replaces) &&
		within(f.Kinds, e.Kind) &&
		within(f.Forms, e.WrittenIn()) &&
		within(f.Years, e.Year()) &&
		within(f.Responsible, e.Responsible) &&
		(len(f.Statuses) == 0 || slices.Contains(f.Statuses, e.Status(day))) &&
		(len(f.Subjects) == 0 || slices.ContainsFunc(agreement.Forms[:], func(form agreement.Form) bool {
			return slices.Contains(f.Subjects, e.Subject(form))
		})) &&
		(len(f.Counties) == 0 || anyIn(f.Counties, e.Counties(day))) &&
		(len(f.Parties) == 0 || anyIn(f.Parties, e.identities(day))) &&
		(f.EndsBy.IsZero() || !last.IsZero() && !last.After(f.EndsBy))
}

// Keep gives the entries that match, in their order.
func (f Filter) Keep(entries []*Entry, day Date) []*Entry {
	var out []*Entry
	for _, e := range entries {
		if f.Matches(e, day) {
			out = append(out, e)
		}
	}
	return out
}

func within[T comparable](allowed []T, value T) bool {
	return len(allowed) == 0 || slices.Contains(allowed, value)
}

func anyIn(allowed, values []string) bool {
	return slices.ContainsFunc(values, func(v string) bool { return slices.Contains(allowed, v) })
}

// Year gives the year in which the agreement was signed; 0 before that.
func (e *Entry) Year() int { return e.Signed.Year }

// Counties gives the numbers of the counties that the parties are or lie in, those that signed and their successors,
// each once and in order.
func (e *Entry) Counties(day Date) []string {
	var out []string
	for _, p := range e.everyParty(day) {
		if c := p.County(); c != "" && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	slices.Sort(out)
	return out
}

// everyParty gives the parties as they are on a day and, after them, those that they have followed.
func (e *Entry) everyParty(day Date) []Party {
	if len(e.Succeeded) == 0 {
		return e.Parties
	}
	out := e.PartiesOn(day)
	for i, p := range e.Parties {
		if out[i].identity() != p.identity() {
			out = append(slices.Clip(out), p)
		}
	}
	return out
}

func (e *Entry) identities(day Date) []string {
	var out []string
	for _, p := range e.everyParty(day) {
		out = append(out, p.identity())
	}
	return out
}
