package facts

import (
	"slices"
	"strconv"
	"strings"

	"avtalebok/agreement"
)

// Former is a county that is no more: merged into others or parted again in the reforms of 2018, 2020 and 2024.
// Agreements that it signed are still in force, with whoever has followed it.
type Former struct {
	Number     string
	Name       string
	Until      string   // its last day, 2006-01-02
	Successors []string // numbers of the counties that followed it, themselves possibly former
}

// The numbers are those of SSB's classification 104 (counties). Trøndelag came into being on 1 January 2018, the merged
// counties of the regional reform on 1 January 2020, and Viken, Vestfold og Telemark and Troms og Finnmark were parted
// again on 1 January 2024. Small shifts of municipalities between counties in the same years are not in it: only the
// municipality concerned knows about those.
var formerCounties = []Former{
	{"01", "Østfold", "2019-12-31", []string{"30"}},
	{"02", "Akershus", "2019-12-31", []string{"30"}},
	{"04", "Hedmark", "2019-12-31", []string{"34"}},
	{"05", "Oppland", "2019-12-31", []string{"34"}},
	{"06", "Buskerud", "2019-12-31", []string{"30"}},
	{"07", "Vestfold", "2019-12-31", []string{"38"}},
	{"08", "Telemark", "2019-12-31", []string{"38"}},
	{"09", "Aust-Agder", "2019-12-31", []string{"42"}},
	{"10", "Vest-Agder", "2019-12-31", []string{"42"}},
	{"12", "Hordaland", "2019-12-31", []string{"46"}},
	{"14", "Sogn og Fjordane", "2019-12-31", []string{"46"}},
	{"16", "Sør-Trøndelag", "2017-12-31", []string{"50"}},
	{"17", "Nord-Trøndelag", "2017-12-31", []string{"50"}},
	{"19", "Troms", "2019-12-31", []string{"54"}},
	{"20", "Finnmark", "2019-12-31", []string{"54"}},
	{"30", "Viken", "2023-12-31", []string{"31", "32", "33"}},
	{"38", "Vestfold og Telemark", "2023-12-31", []string{"39", "40"}},
	{"54", "Troms og Finnmark", "2023-12-31", []string{"55", "56"}},
}

// FormerCounties gives the counties that are no more, by number.
func FormerCounties() []Former { return slices.Clone(formerCounties) }

// FormerCounty finds a county that is no more by its number or its name, with or without "fylkeskommune". A name that
// several have had (Vestfold was merged and came back) is the latest of them.
func FormerCounty(numberOrName string) (Former, bool) {
	name := strings.TrimSuffix(lower(strings.Join(strings.Fields(numberOrName), " ")), " fylkeskommune")
	for _, f := range slices.Backward(formerCounties) {
		if f.Number == name || lower(f.Name) == name {
			return f, true
		}
	}
	return Former{}, false
}

// FullName gives the name as it stands in an agreement.
func (f Former) FullName() string { return f.Name + " fylkeskommune" }

// Party gives the county as a party without role, signatories and contact persons.
func (f Former) Party() agreement.Party {
	return agreement.Party{Kind: agreement.CountyParty, Number: f.Number, Name: f.FullName(), Short: f.Name}
}

// Heirs gives the counties of today that have followed a former one, through all reforms. One with the same name stands
// first: agreements of the old Vestfold concern Vestfold and not Telemark. It is empty for a county that still exists.
func (f Former) Heirs() []Body {
	var out []Body
	seen := map[string]bool{}
	var follow func(numbers []string)
	follow = func(numbers []string) {
		for _, n := range numbers {
			if next, ok := FormerCounty(n); ok {
				follow(next.Successors)
			} else if b, ok := County(n); ok && !seen[n] {
				seen[n] = true
				out = append(out, b)
			}
		}
	}
	follow(f.Successors)
	slices.SortStableFunc(out, func(a, b Body) int {
		switch {
		case a.Name == f.Name && b.Name != f.Name:
			return -1
		case b.Name == f.Name && a.Name != f.Name:
			return 1
		}
		return 0
	})
	return out
}

// FollowedOn gives the first day of those that followed the county: 2006-01-02.
func (f Former) FollowedOn() string {
	year, _ := strconv.Atoi(f.Until[:4]) // the table's last days are all 31 December; a test reads it
	return strconv.Itoa(year+1) + "-01-01"
}

// CountyName gives the name of a county, former ones included, by its number; "" for a number that none has had.
func CountyName(number string) string {
	if b, ok := County(number); ok {
		return b.Name
	}
	for _, f := range formerCounties {
		if f.Number == number {
			return f.Name
		}
	}
	return ""
}
