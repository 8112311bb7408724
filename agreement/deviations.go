package agreement

import (
	"slices"
	"strings"
)

// Removed is an item with agreed wording that was taken out of its section. It is kept so that it can be listed and
// put back; it is not printed.
type Removed struct {
	After string `json:"after,omitempty"` // the ID of the item that it stood after; "" for the first
	Item  Item   `json:"item"`
}

// locked reports whether the template means an item to stand as it is.
func (it Item) locked() bool { return it.Title.Locked() || it.Text.Locked() }

// withItems gives the section with other items. If keep, those with agreed wording that are gone are remembered, unless
// their wording was joined to that of another. Those that have come back are forgotten.
func (s Section) withItems(items []Item, keep bool) Section {
	removed := slices.DeleteFunc(slices.Clone(s.Removed), func(r Removed) bool { return itemIndex(items, r.Item.ID) >= 0 })
	after := ""
	for _, it := range s.Items {
		if keep && it.locked() && itemIndex(items, it.ID) < 0 && !joined(it, items) {
			removed = append(removed, Removed{After: after, Item: it})
		}
		after = it.ID
	}
	s.Items, s.Removed = items, removed
	if len(removed) == 0 {
		s.Removed = nil
	}
	return s
}

// joined reports whether an item's agreed wordings are a part of those of another, as after merging the two.
func joined(it Item, items []Item) bool {
	return slices.ContainsFunc(items, func(other Item) bool {
		for _, t := range []Text{it.Title, it.Text} {
			for _, f := range Forms {
				if !strings.Contains(other.Text.Agreed.In(f), strings.TrimSpace(t.Agreed.In(f))) {
					return false
				}
			}
		}
		return true
	})
}

// Deviation is a passage whose agreed wording was changed, or an item with agreed wording that was taken out.
type Deviation struct {
	Place   Place
	Text    Text // as it is or was, with the template's wording in Agreed
	Removed bool // the item is not there any more; RestoreRemoved puts it back
}

// Deviations lists what no longer says what the template means it to say, in reading order; what was taken out of a
// section comes after the rest of it.
func (a Agreement) Deviations() []Deviation {
	if a.IsTemplate() {
		return nil
	}
	var out []Deviation
	section := ""
	for p, t := range a.Passages() {
		if p.Section != section {
			out = append(out, a.removedFrom(section)...)
			section = p.Section
		}
		if t.Deviates() {
			out = append(out, Deviation{Place: p, Text: t})
		}
	}
	return append(out, a.removedFrom(section)...)
}

func (a Agreement) removedFrom(section string) []Deviation {
	s, ok := a.Section(section)
	if !ok {
		return nil
	}
	var out []Deviation
	for _, r := range s.Removed {
		d := Deviation{Place: Place{Section: s.ID, Item: r.Item.ID, Part: PartText}, Text: r.Item.Text, Removed: true}
		if !r.Item.Title.Blank() {
			d.Text = joinTexts(r.Item.Title, r.Item.Text, "\n\n")
		}
		out = append(out, d)
	}
	return out
}

// RestoreAgreed puts the template's wording back into a passage.
func RestoreAgreed(p Place) Command {
	return Command{Name: "restore_agreed", Place: p, apply: func(a Agreement) (Agreement, error) {
		return a.withText(p, Text.restored)
	}}
}

// restored gives the text with its agreed wording.
func (t Text) restored() Text {
	if !t.Locked() {
		return t
	}
	t.Pair = t.Agreed
	return t.Approve()
}

// RestoreRemoved puts an item with agreed wording that was taken out back where it was, with the template's wording. If
// what stood before it is gone too, it comes after what stood before that.
func RestoreRemoved(section, item string) Command {
	p := Place{Section: section, Item: item, Part: PartText}
	return Command{Name: "restore_agreed", Place: p, structure: true, apply: func(a Agreement) (Agreement, error) {
		i := sectionIndex(a, section)
		if i < 0 {
			return a, noSuchPlace(p)
		}
		s := a.Sections[i]
		j := slices.IndexFunc(s.Removed, func(r Removed) bool { return r.Item.ID == item })
		if j < 0 {
			return a, noSuchPlace(p)
		}
		back := s.Removed[j].Item
		back.Title, back.Text = back.Title.restored(), back.Text.restored()
		items := slices.Insert(slices.Clone(s.Items), s.indexAfter(s.Removed[j].After), back)
		a.Sections = slices.Clone(a.Sections)
		a.Sections[i] = s.withItems(items, true)
		return a, nil
	}}
}

// indexAfter gives the index after an item, or after the next one before it that is still there.
func (s Section) indexAfter(id string) int {
	for range len(s.Removed) + 1 {
		if id == "" {
			return 0
		}
		if i := itemIndex(s.Items, id); i >= 0 {
			return i + 1
		}
		j := slices.IndexFunc(s.Removed, func(r Removed) bool { return r.Item.ID == id })
		if j < 0 {
			break
		}
		id = s.Removed[j].After
	}
	return len(s.Items)
}
