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

// Deviation is a passage whose agreed wording was changed.
type Deviation struct {
	Place Place
	Text  Text // as it is, with the template's wording in Agreed
}

// Deviations lists the passages that no longer say what the template means them to say, in reading order. Agreed
// items that were taken out leave nothing to point to and are not among them.
func (a Agreement) Deviations() []Deviation {
	var out []Deviation
	for p, t := range a.Passages() {
		if t.Deviates() {
			out = append(out, Deviation{p, t})
		}
	}
	return out
}

// RestoreAgreed puts the template's wording back into a passage.
func RestoreAgreed(p Place) Command {
	return Command{Name: "restore_agreed", Place: p, apply: func(a Agreement) (Agreement, error) {
		return a.withText(p, func(t Text) Text {
			if !t.Locked() {
				return t
			}
			t.Pair = t.Agreed
			return t.Approve()
		})
	}}
}
