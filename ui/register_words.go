package ui

import (
	"cmp"
	"strconv"
	"strings"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

func (t *tools) monthName(month int) string { return t.T("app.month." + strconv.Itoa(month)) }

// kindName names a kind of agreement.
func (t *tools) kindName(k agreement.Kind) string {
	if key := "app.kind." + string(k); k != "" && t.words.Has(key) {
		return t.T(key)
	}
	return t.T("register.otherKind")
}

// groupName names what the agreements of a group have in common.
func (t *tools) groupName(by register.Grouping, g register.Group) string {
	return t.valueName(by, g.Key, g.Name)
}

// valueName names a value as register.GroupBy and the totals give it.
func (t *tools) valueName(by register.Grouping, key, name string) string {
	switch by {
	case register.GroupKind:
		return t.kindName(agreement.Kind(key))
	case register.GroupStatus:
		return t.T("register.status." + key)
	case register.GroupYear:
		if key == "0" {
			return t.T("register.unsigned")
		}
		return key
	case register.GroupForm:
		if key == "" {
			return t.T("register.none")
		}
		return t.T("register.form." + key)
	}
	return cmp.Or(name, key, t.T("register.none"))
}

// partyNames joins the names of parties.
func partyNames(parties []register.Party) string {
	var names []string
	for _, p := range parties {
		if p.Name != "" {
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, ", ")
}

// englishSentence says the totals in English; the domain has them in the two written forms of Norwegian.
func (t *tools) englishSentence(total register.Totals) string {
	s := t.words.N("register.total.agreements", total.Agreements)
	var with []string
	for _, c := range []struct {
		key   string
		count int
	}{
		{"organisations", total.Organisations}, {"municipalities", total.Municipalities}, {"counties", total.Counties},
	} {
		if c.count > 0 {
			with = append(with, t.words.N("register.total."+c.key, c.count))
		}
	}
	if len(with) > 0 {
		s += " " + t.T("register.total.with") + " " + strings.Join(with, ", ")
	}
	for _, c := range total.Kinds {
		if key := "register.total." + c.Key; t.words.Has(key) {
			s += ", " + t.words.N(key, c.Count)
		}
	}
	return s
}
