package agreement

import "slices"

// Note is a remark on a place, for those who work on the draft. It is never printed.
type Note struct {
	ID    string `json:"id"`
	Place Place  `json:"place"`
	Text  string `json:"text"`
}

// NotesAt gives the notes on a place, in the order in which they were written.
func (a Agreement) NotesAt(p Place) []Note {
	var out []Note
	for _, n := range a.Notes {
		if n.Place == p {
			out = append(out, n)
		}
	}
	return out
}

// SetNote writes a note: a new one, or the one with its ID anew. A note without words is taken away.
func SetNote(n Note) Command {
	n.Text = Clean(n.Text)
	return Command{Name: "note", Place: n.Place, merge: mergeKey("note", n.Place, n.ID), apply: func(a Agreement) (Agreement, error) {
		i := slices.IndexFunc(a.Notes, func(old Note) bool { return old.ID == n.ID })
		notes := slices.Clone(a.Notes)
		switch {
		case blank(n.Text) && i >= 0:
			notes = slices.Delete(notes, i, i+1)
		case blank(n.Text):
		case i >= 0:
			notes[i] = n
		default:
			notes = append(notes, n)
		}
		a.Notes = notes
		return a, nil
	}}
}
