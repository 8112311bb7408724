package agreement

import (
	"slices"
	"strings"
)

// Condition says when a section or an item belongs to the agreement: while the answer to a field is one of a few.
// What does not belong stays in the draft with its words, but is neither printed, numbered nor checked.
type Condition struct {
	Field string   `json:"field"`
	Is    []string `json:"is"` // answers as they are kept: of a choice field, the IDs of options
}

// holds reports whether a condition is met; none always is. A template that is being written shows everything.
func (a Agreement) holds(c *Condition) bool {
	if c == nil || a.IsTemplate() {
		return true
	}
	f, ok := a.Field(c.Field)
	return ok && !f.Answer.ByHand && slices.Contains(c.Is, strings.TrimSpace(f.Answer.Value))
}

// Hidden gives the condition that keeps a place out of the agreement, and whether there is one. An item of a section
// that is left out is left out with it.
func (a Agreement) Hidden(p Place) (Condition, bool) {
	s, ok := a.Section(p.Section)
	if !ok {
		return Condition{}, false
	}
	if !a.holds(s.ShowIf) {
		return *s.ShowIf, true
	}
	if it, ok := s.Item(p.Item); ok && !a.holds(it.ShowIf) {
		return *it.ShowIf, true
	}
	return Condition{}, false
}

// Shown gives the agreement with only those sections and items that belong to it.
func (a Agreement) Shown() Agreement {
	if !a.conditional() {
		return a
	}
	var sections []Section
	for _, s := range a.Sections {
		if !a.holds(s.ShowIf) {
			continue
		}
		s.Items = a.withoutHidden(s)
		sections = append(sections, s)
	}
	a.Sections = sections
	return a
}

// Printed gives the number under which an item is printed, from 1 on; 0 for one that is left out or not there.
func (a Agreement) Printed(s Section, item string) int {
	return itemIndex(a.withoutHidden(s), item) + 1
}

// withoutHidden gives the items of a section that belong to the agreement.
func (a Agreement) withoutHidden(s Section) []Item {
	hidden := func(it Item) bool { return !a.holds(it.ShowIf) }
	if !slices.ContainsFunc(s.Items, hidden) {
		return s.Items
	}
	return slices.DeleteFunc(slices.Clone(s.Items), hidden)
}

func (a Agreement) conditional() bool {
	return slices.ContainsFunc(a.Sections, func(s Section) bool {
		return s.ShowIf != nil || slices.ContainsFunc(s.Items, func(it Item) bool { return it.ShowIf != nil })
	})
}

// Decides reports whether a field's answer decides what belongs to the agreement.
func (a Agreement) Decides(field string) bool {
	on := func(c *Condition) bool { return c != nil && c.Field == field }
	return slices.ContainsFunc(a.Sections, func(s Section) bool {
		return on(s.ShowIf) || slices.ContainsFunc(s.Items, func(it Item) bool { return on(it.ShowIf) })
	})
}

// Reason says in one form when a condition is met: the field's label, and the labels of the answers.
func (a Agreement) Reason(c Condition, form Form) (field string, answers []string) {
	f, _ := a.Field(c.Field)
	for _, id := range c.Is {
		label := id
		if o, ok := f.Option(id); ok {
			label = o.Label.In(form)
		}
		answers = append(answers, label)
	}
	return f.Label.In(form), answers
}
