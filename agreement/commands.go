package agreement

import (
	"reflect"
	"slices"
)

// Command is a named change to an agreement. Name is a message key under "command" in locales, for the undo menu.
type Command struct {
	Name      string
	Place     Place
	structure bool
	merge     string // commands in a row with the same non-empty merge make one step
	apply     func(Agreement) (Agreement, error)
}

// SetText sets the wording of a passage in one form. The place's Part must be set. The text is cleaned first: see Clean.
func SetText(p Place, f Form, s string) Command {
	name := "text"
	return Command{
		Name: name, Place: p, merge: mergeKey(name, p, string(f)),
		apply: func(a Agreement) (Agreement, error) {
			return a.withText(p, func(t Text) Text { return t.With(f, Clean(s)) })
		},
	}
}

// ApproveText accepts a passage's present wordings as saying the same.
func ApproveText(p Place) Command {
	return Command{Name: "approve", Place: p, apply: func(a Agreement) (Agreement, error) {
		return a.withText(p, Text.Approve)
	}}
}

// SetAnswer answers a field. Words are cleaned; what the field's type does not allow is kept as typed, and Check says so.
func SetAnswer(field string, answer Answer) Command {
	p := Place{Field: field, Part: PartAnswer}
	answer.Value = CleanLine(answer.Value)
	answer.Text = answer.Text.clean()
	return Command{
		Name: "answer", Place: p, merge: mergeKey("answer", p, ""),
		apply: func(a Agreement) (Agreement, error) {
			i := slices.IndexFunc(a.Fields, func(f Field) bool { return f.ID == field })
			if i < 0 {
				return a, noSuchPlace(p)
			}
			a.Fields = slices.Clone(a.Fields)
			a.Fields[i].Answer = answer
			return a, nil
		},
	}
}

// AddItem puts an item into a section at an index; an index beyond the end means at the end.
func AddItem(section string, at int, item Item) Command {
	p := Place{Section: section, Item: item.ID, Part: PartText}
	item.Title, item.Text = item.Title.clean(), item.Text.clean()
	return itemCommand("add", p, func(items []Item) ([]Item, bool) {
		return slices.Insert(slices.Clone(items), min(max(at, 0), len(items)), item), true
	})
}

// RemoveItem takes an item out of its section.
func RemoveItem(section, item string) Command {
	p := Place{Section: section, Item: item}
	return itemCommand("remove", p, func(items []Item) ([]Item, bool) {
		i := itemIndex(items, item)
		if i < 0 {
			return nil, false
		}
		return slices.Delete(slices.Clone(items), i, i+1), true
	})
}

// MoveItem moves an item by a number of places within its section, negative is up. It stops at the ends.
func MoveItem(section, item string, by int) Command {
	p := Place{Section: section, Item: item}
	return itemCommand("move", p, func(items []Item) ([]Item, bool) {
		from := itemIndex(items, item)
		if from < 0 {
			return nil, false
		}
		to := min(max(from+by, 0), len(items)-1)
		moved := slices.Clone(items)
		moving := moved[from]
		moved = slices.Delete(moved, from, from+1)
		return slices.Insert(moved, to, moving), true
	})
}

// SetParty puts a party into its role, in place of whoever was there.
func SetParty(party Party) Command {
	return partyCommand("party", party, "")
}

// EditParty changes facts of the party that holds the role already; typing in a row is one step.
// What tells which fact is being typed in: a field's name, or a person's ID with it.
func EditParty(party Party, what string) Command {
	return partyCommand("party_edit", party, mergeKey("party", Place{Party: party.Role}, what))
}

// ClearParty leaves a role without a party.
func ClearParty(role string) Command {
	return Command{Name: "party_clear", Place: Place{Party: role}, structure: true, apply: func(a Agreement) (Agreement, error) {
		a.Parties = slices.DeleteFunc(slices.Clone(a.Parties), func(p Party) bool { return p.Role == role })
		return a, nil
	}}
}

func partyCommand(name string, party Party, merge string) Command {
	place := Place{Party: party.Role}
	party = party.clean()
	return Command{Name: name, Place: place, structure: merge == "", merge: merge, apply: func(a Agreement) (Agreement, error) {
		if _, ok := a.Role(party.Role); !ok {
			return a, noSuchPlace(place)
		}
		a.Parties = withParty(a.Roles, a.Parties, party)
		return a, nil
	}}
}

// withParty gives the parties with one put into its role, in the order of the roles.
func withParty(roles []Role, parties []Party, party Party) []Party {
	var out []Party
	for _, r := range roles {
		if r.ID == party.Role {
			out = append(out, party)
			continue
		}
		for _, p := range parties {
			if p.Role == r.ID {
				out = append(out, p)
			}
		}
	}
	return out
}

func itemCommand(name string, p Place, change func([]Item) ([]Item, bool)) Command {
	return Command{Name: name, Place: p, structure: true, apply: func(a Agreement) (Agreement, error) {
		i := slices.IndexFunc(a.Sections, func(s Section) bool { return s.ID == p.Section })
		if i < 0 {
			return a, noSuchPlace(p)
		}
		items, ok := change(a.Sections[i].Items)
		if !ok {
			return a, noSuchPlace(p)
		}
		a.Sections = slices.Clone(a.Sections)
		a.Sections[i].Items = items
		return a, nil
	}}
}

func itemIndex(items []Item, id string) int {
	return slices.IndexFunc(items, func(it Item) bool { return it.ID == id })
}

func mergeKey(name string, p Place, more string) string {
	return name + "/" + p.Key() + "/" + more
}

func noSuchPlace(p Place) error {
	return NewError(Internal, "error.place", nil, "Place", p.Key())
}

// equal compares contents. Values that share their parts, as those before and after a command do, compare fast.
func equal(a, b Agreement) bool { return reflect.DeepEqual(a, b) }
