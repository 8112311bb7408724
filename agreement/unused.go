package agreement

import "slices"

// Unused reports whether a field's answer is of no consequence, because all that would use it is left out of the
// agreement: the last year of an agreement that runs until notice is given. A field that nothing uses anywhere, such as
// the case number, is not unused: it stands for itself.
func (a Agreement) Unused(field string) bool {
	if !a.conditional() || a.Decides(field) || uses(a.Title, field) || uses(a.Theme, field) {
		return false
	}
	use := func(s Section) bool { return s.uses(field) }
	return slices.ContainsFunc(a.Sections, use) && !slices.ContainsFunc(a.Shown().Sections, use)
}

func (s Section) uses(field string) bool {
	return slices.Contains(s.Facts, field) || s.Total == field || uses(s.Heading, field) || uses(s.Lead, field) ||
		slices.ContainsFunc(s.Items, func(it Item) bool { return uses(it.Title, field) || uses(it.Text, field) }) ||
		slices.ContainsFunc(s.Payments, func(p Payment) bool { return uses(p.Purpose, field) })
}

// uses reports whether a text mentions a field in either form.
func uses(t Text, field string) bool {
	for _, form := range Forms {
		found, _ := Placeholders(t.In(form))
		if slices.ContainsFunc(found, func(p Placeholder) bool { return p.ID == field }) {
			return true
		}
	}
	return false
}
