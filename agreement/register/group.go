package register

import (
	"slices"
	"strconv"
	"strings"

	"avtalebok/agreement"
)

// Grouping is what entries are put together by.
type Grouping string

// The groupings.
const (
	Ungrouped    Grouping = ""
	GroupKind    Grouping = "kind"
	GroupParty   Grouping = "party"   // an agreement stands with each of its parties
	GroupSubject Grouping = "subject" // network or theme
	GroupStatus  Grouping = "status"
	GroupYear    Grouping = "year"   // of signing
	GroupCounty  Grouping = "county" // an agreement stands in each of its counties
	GroupForm    Grouping = "form"   // written form
)

// Group is the entries that have something in common.
type Group struct {
	// Key is the value in common, as Filter takes it: a kind, a status, a year ("0" for not signed), a county's number, a
	// party's identity, a network or theme, a written form; "" where there is none.
	Key     string
	Name    string // of a party or subject; else the key
	Entries []*Entry
}

// GroupBy puts entries together. Within a group they keep their order. Kinds and statuses come in the order of their
// lists, years with the latest first, names from A to Å; what has none comes last.
func GroupBy(entries []*Entry, by Grouping, form agreement.Form, day Date) []Group {
	if by == Ungrouped {
		return []Group{{Entries: entries}}
	}
	at := map[string]int{}
	var out []Group
	for _, e := range entries {
		members(e, by, form, day, func(key, name string) {
			n, ok := at[key]
			if !ok {
				n = len(out)
				at[key] = n
				out = append(out, Group{Key: key, Name: name})
			}
			if g := &out[n]; len(g.Entries) == 0 || g.Entries[len(g.Entries)-1] != e {
				g.Entries = append(g.Entries, e)
			}
		})
	}
	slices.SortStableFunc(out, func(a, b Group) int { return compareGroups(a, b, by) })
	return out
}

// members calls add for each group that an entry belongs to; twice for the same one is once.
func members(e *Entry, by Grouping, form agreement.Form, day Date, add func(key, name string)) {
	one := func(key string) { add(key, key) }
	switch by {
	case GroupKind:
		one(string(e.Kind))
	case GroupStatus:
		one(string(e.Status(day)))
	case GroupYear:
		one(strconv.Itoa(e.Year()))
	case GroupForm:
		one(string(e.WrittenIn()))
	case GroupSubject:
		one(e.Subject(form))
	case GroupCounty:
		counties := e.Counties(day)
		for _, c := range counties {
			one(c)
		}
		if len(counties) == 0 {
			one("")
		}
	case GroupParty:
		parties := e.PartiesOn(day)
		for _, p := range parties {
			add(p.identity(), p.Name)
		}
		if len(parties) == 0 {
			one("")
		}
	}
}

func compareGroups(a, b Group, by Grouping) int {
	if (a.Key == "") != (b.Key == "") {
		return strings.Compare(b.Key, a.Key)
	}
	switch by {
	case GroupYear:
		return strings.Compare(b.Key, a.Key)
	case GroupStatus:
		rank := func(g Group) int { return slices.Index(Statuses[:], agreement.Status(g.Key)) }
		return rank(a) - rank(b)
	case GroupKind:
		return kindRank(agreement.Kind(a.Key)) - kindRank(agreement.Kind(b.Key))
	}
	left, _ := collated(a.Name)
	right, _ := collated(b.Name)
	return strings.Compare(left, right)
}

// Kinds lists the kinds in the order in which they are counted.
var Kinds = [...]agreement.Kind{agreement.Partnership, agreement.Cooperation, agreement.Grant}

// kindRank puts kinds that are not known after those that are.
func kindRank(k agreement.Kind) int {
	if i := slices.Index(Kinds[:], k); i >= 0 {
		return i
	}
	return len(Kinds)
}

// Query is what is asked of the register. The zero Query gives all entries, the last saved first.
type Query struct {
	Search string // words that the agreements or their entries must hold, each at least as the beginning of a word
	Filter Filter
	Order  Order
}

// View is a way of looking at the register that the user has given a name.
type View struct {
	Name   string   `json:"name"`
	Search string   `json:"search,omitempty"`
	Filter Filter   `json:"filter"`
	Order  Order    `json:"order"`
	Group  Grouping `json:"group,omitempty"`
}

// Clean gives the view with a name that is fit to be kept, or an error where there is none.
func (v View) Clean() (View, error) {
	v.Name = strings.TrimSpace(agreement.CleanLine(v.Name))
	if v.Name == "" || len(v.Name) > maxLine {
		return v, agreement.NewError(agreement.Invalid, "error.register.view_name", nil)
	}
	return v, nil
}
