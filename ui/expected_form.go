package ui

import (
	"avtalebok/agreement"
	"avtalebok/data/facts"
)

// formNotes says which written form the law leads the parties to expect, and why: a county municipality that writes
// to a municipality or another county uses the form that the receiver has adopted (språklova § 15). Whether that
// covers an agreement that both sign is a matter of reading, so nothing is refused. One note a receiver.
func (t *tools) formNotes(parties []agreement.Party) []string {
	writer := -1
	for i, p := range parties {
		if p.Kind == agreement.CountyParty {
			writer = i
			break
		}
	}
	if writer < 0 {
		return nil
	}
	var notes []string
	for i, p := range parties {
		if i == writer || p.Adopted == "" {
			continue
		}
		key := "wizard.expected"
		if p.Adopted == agreement.AdoptedNeutral {
			key = "wizard.neutral"
		}
		notes = append(notes, t.T(key, "Name", p.Name, "Form", t.adopted(p.Adopted), "AsOf", t.asOf()))
	}
	return notes
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
