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
	item = item.clean()
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
		return moved(items, itemIndex(items, item), by)
	})
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
		a.Sections[i] = a.Sections[i].withItems(items, a.Head == nil)
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
