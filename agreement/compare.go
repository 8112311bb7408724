package agreement

import "strings"

// Difference is a passage that two states of an agreement do not have in common, in one form. Before is empty for a
// passage that was added, After for one that was taken out.
type Difference struct {
	Place         Place
	Form          Form
	Before, After string
	Moved         bool // the wording is the same; the item stands elsewhere in its section
}

// Compare lists what it takes to come from one state of an agreement to another: wordings, answers, names and the
// order of items, in the reading order of the later state; what was taken out comes last.
func Compare(before, after Agreement) []Difference {
	old := before.allWordings()
	var out []Difference
	seen := make(map[wordingKey]bool, len(old.order))
	for _, w := range after.allWordings().order {
		seen[w.wordingKey] = true
		switch was := old.text[w.wordingKey]; {
		case was != w.text:
			out = append(out, Difference{Place: w.Place, Form: w.Form, Before: was, After: w.text})
		case w.text != "" && old.movedTo(w, before, after):
			out = append(out, Difference{Place: w.Place, Form: w.Form, Before: was, After: w.text, Moved: true})
		}
	}
	for _, w := range old.order {
		if !seen[w.wordingKey] && w.text != "" {
			out = append(out, Difference{Place: w.Place, Form: w.Form, Before: w.text})
		}
	}
	return out
}

type wordingKey struct {
	Place
	Form
}

type wording struct {
	wordingKey
	text string
}

type wordingList struct {
	order []wording
	text  map[wordingKey]string
}

func (w *wordingList) add(p Place, f Form, s string) {
	key := wordingKey{p, f}
	w.order = append(w.order, wording{key, s})
	w.text[key] = s
}

// allWordings lists all that a person can write in an agreement. What is the same in both forms counts as bokmål.
func (a Agreement) allWordings() wordingList {
	w := wordingList{text: make(map[wordingKey]string)}
	for _, f := range a.Fields {
		if !f.Bilingual() {
			w.add(Place{Field: f.ID, Part: PartAnswer}, Bokmal, f.Answer.Value)
		}
	}
	for _, s := range a.Sections {
		w.addFacts(a, s)
	}
	for _, p := range a.Parties {
		w.add(Place{Party: p.Key(), Part: PartName}, Bokmal, p.Name)
		for _, people := range [][]Person{p.Contacts, p.Signatories} {
			for _, q := range people {
				w.add(Place{Party: p.Key(), Person: q.ID, Part: PartName}, Bokmal, q.Name)
			}
		}
	}
	for p, t := range a.Passages() {
		for _, f := range Forms {
			w.add(p, f, t.In(f))
		}
	}
	return w
}

// addFacts lists what a section says that is the same in both forms: its payments' dates and amounts, and its networks'
// leaders and members.
func (w *wordingList) addFacts(a Agreement, s Section) {
	for _, p := range s.Payments {
		w.add(Place{Section: s.ID, Item: p.ID, Part: PartDue}, Bokmal, p.Due)
		w.add(Place{Section: s.ID, Item: p.ID, Part: PartAmount}, Bokmal, p.Amount)
	}
	if s.Kind != Networks {
		return
	}
	for _, it := range s.Items {
		w.add(Place{Section: s.ID, Item: it.ID, Part: PartLeader}, Bokmal, a.known(it.Lead))
		members := make([]string, len(it.Members))
		for i, m := range it.Members {
			members[i] = a.known(m)
		}
		w.add(Place{Section: s.ID, Item: it.ID, Part: PartMembers}, Bokmal, strings.Join(members, ", "))
	}
}

// known gives the name that a network's leader or member is known by.
func (a Agreement) known(who string) string {
	if p, ok := a.Party(who); ok && !blank(p.Name) {
		return p.Name
	}
	if r, ok := a.Role(who); ok {
		return r.Called(0, Bokmal)
	}
	return who
}

// movedTo reports whether an item's text stands after another item than before. Items between which others were put
// in or taken out have not moved.
func (w wordingList) movedTo(x wording, before, after Agreement) bool {
	if x.Item == "" || x.Part != PartText {
		return false
	}
	was, _ := before.Section(x.Section)
	is, _ := after.Section(x.Section)
	return rankAmong(was.Items, is.Items, x.Item) != rankAmong(is.Items, was.Items, x.Item)
}

// rankAmong counts the items before one, of those that the other list has too.
func rankAmong(items, other []Item, id string) int {
	rank := 0
	for _, it := range items {
		if it.ID == id {
			break
		}
		if itemIndex(other, it.ID) >= 0 {
			rank++
		}
	}
	return rank
}

// RestoreContent brings back the content of an earlier state of the same agreement as a change of its own, so that it
// is saved as a new revision and can be undone.
func RestoreContent(earlier Agreement) Command {
	return Command{Name: "restore_revision", structure: true, apply: func(a Agreement) (Agreement, error) {
		if err := earlier.Validate(); err != nil {
			return a, err
		}
		earlier.ID, earlier.Revision, earlier.Updated, earlier.Status = a.ID, a.Revision, a.Updated, a.Status
		return earlier, nil
	}}
}
