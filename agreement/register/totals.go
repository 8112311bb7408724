package register

import (
	"slices"
	"strconv"
	"strings"

	"avtalebok/agreement"
)

// Count is how many agreements have a value.
type Count struct {
	Key   string `json:"key"`
	Count int    `json:"count"`
}

// Totals say how many agreements there are, with whom and of which sort.
type Totals struct {
	Agreements     int     `json:"agreements"`
	Organisations  int     `json:"organisations"`  // different ones among the parties
	Municipalities int     `json:"municipalities"` // likewise
	Counties       int     `json:"counties"`       // likewise, but for the one that most agreements are with: whoever keeps the register
	Kinds          []Count `json:"kinds"`          // keys are kinds
	Statuses       []Count `json:"statuses"`
	Years          []Count `json:"years"` // of signing, the earliest first; "0" for not signed
	Forms          []Count `json:"forms"` // written forms (språklova § 13 asks bodies of the state to alternate between them)
}

// Total counts entries as they stand on a day.
func Total(entries []*Entry, day Date) Totals {
	bodies := map[agreement.PartyKind]map[string]int{}
	kinds, statuses, years, forms := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for _, e := range entries {
		kinds[string(e.Kind)]++
		statuses[string(e.Status(day))]++
		years[strconv.Itoa(e.Year())]++
		forms[string(e.WrittenIn())]++
		for _, p := range e.PartiesOn(day) {
			if bodies[p.Kind] == nil {
				bodies[p.Kind] = map[string]int{}
			}
			if p.Name != "" {
				bodies[p.Kind][p.identity()]++
			}
		}
	}
	counties := len(bodies[agreement.CountyParty])
	return Totals{
		Agreements:     len(entries),
		Organisations:  len(bodies[agreement.OrganisationParty]),
		Municipalities: len(bodies[agreement.MunicipalityParty]),
		Counties:       max(counties-1, 0),
		Kinds: counts(kinds, func(a, b string) int {
			return kindRank(agreement.Kind(a)) - kindRank(agreement.Kind(b))
		}),
		Statuses: counts(statuses, func(a, b string) int {
			return slices.Index(Statuses[:], agreement.Status(a)) - slices.Index(Statuses[:], agreement.Status(b))
		}),
		Years: counts(years, strings.Compare),
		Forms: counts(forms, func(a, b string) int {
			order := []Written{InBokmal, InNynorsk, InBoth}
			return slices.Index(order, Written(a)) - slices.Index(order, Written(b))
		}),
	}
}

func counts(of map[string]int, compare func(a, b string) int) []Count {
	out := make([]Count, 0, len(of))
	for key, n := range of {
		out = append(out, Count{key, n})
	}
	slices.SortFunc(out, func(a, b Count) int {
		if way := compare(a.Key, b.Key); way != 0 {
			return way
		}
		return strings.Compare(a.Key, b.Key)
	})
	return out
}

// Of gives the count of a key in a list of counts.
func Of(list []Count, key string) int {
	for _, c := range list {
		if c.Key == key {
			return c.Count
		}
	}
	return 0
}
