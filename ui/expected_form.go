package ui

import (
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/data/facts"
)

// formNotes says which written form the law leads the parties to expect, and why: a county municipality that writes
// to a municipality or another county uses the form that the receiver has adopted (språklova § 15). Whether that
// covers an agreement that both sign is a matter of reading, so nothing is refused. One note for all receivers that have
// adopted the same, in the order of the first of them.
func (t *tools) formNotes(parties []agreement.Party) []string {
	writer := slices.IndexFunc(parties, func(p agreement.Party) bool { return p.Kind == agreement.CountyParty })
	if writer < 0 {
		return nil
	}
	var order []agreement.AdoptedForm
	receivers := make(map[agreement.AdoptedForm][]string)
	for i, p := range parties {
		if i == writer || p.Adopted == "" {
			continue
		}
		if receivers[p.Adopted] == nil {
			order = append(order, p.Adopted)
		}
		receivers[p.Adopted] = append(receivers[p.Adopted], p.Name)
	}
	var notes []string
	for _, form := range order {
		notes = append(notes, t.formNote(form, receivers[form]))
	}
	return notes
}

// formNote says it of the receivers that have adopted one form.
func (t *tools) formNote(form agreement.AdoptedForm, names []string) string {
	last := len(names) - 1
	if last == 0 {
		key := "wizard.expected"
		if form == agreement.AdoptedNeutral {
			key = "wizard.neutral"
		}
		return t.T(key, "Name", names[0], "Form", t.adopted(form), "AsOf", t.asOf())
	}
	key := "wizard.expectedMany"
	if form == agreement.AdoptedNeutral {
		key = "wizard.neutralMany"
	}
	all := t.T("wizard.and", "First", strings.Join(names[:last], ", "), "Last", names[last])
	return t.T(key, "Names", all, "Form", t.adopted(form), "AsOf", t.asOf())
}

// asOf writes the month of the table of adopted forms: "januar 2026".
func (t *tools) asOf() string {
	year, month := facts.AsOf[:4], facts.AsOf[5:]
	return t.T("app.month."+trimZero(month)) + " " + year
}

func trimZero(s string) string {
	if len(s) > 1 && s[0] == '0' {
		return s[1:]
	}
	return s
}
