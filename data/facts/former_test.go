package facts_test

import (
	"slices"
	"strings"
	"testing"

	"avtalebok/data/facts"
)

func TestFormerCountiesLeadToCountiesOfToday(t *testing.T) {
	heirs := func(numberOrName string) string {
		f, ok := facts.FormerCounty(numberOrName)
		if !ok {
			return "none such"
		}
		var out []string
		for _, b := range f.Heirs() {
			out = append(out, b.Name)
		}
		return strings.Join(out, ", ")
	}
	for name, want := range map[string]string{
		"38":                                 "Vestfold, Telemark",
		"Vestfold og Telemark fylkeskommune": "Vestfold, Telemark",
		"viken":                              "Østfold, Akershus, Buskerud",
		"54":                                 "Troms, Finnmark",
		"Troms og  Finnmark":                 "Troms, Finnmark",
		"07":                                 "Vestfold, Telemark", // through Vestfold og Telemark, its own name first
		"08":                                 "Telemark, Vestfold",
		"02":                                 "Akershus, Østfold, Buskerud",
		"20":                                 "Finnmark, Troms",
		"Hordaland":                          "Vestland",
		"14":                                 "Vestland",
		"Hedmark":                            "Innlandet",
		"16":                                 "Trøndelag",
		"Aust-Agder":                         "Agder",
		"46":                                 "none such",
		"Vestland":                           "none such",
		"":                                   "none such",
	} {
		if got := heirs(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestTheTableOfFormerCountiesHoldsTogether(t *testing.T) {
	all := facts.FormerCounties()
	if len(all) != 18 {
		t.Errorf("%d former counties", len(all))
	}
	reforms := map[string]int{}
	for i, f := range all {
		if i > 0 && f.Number <= all[i-1].Number {
			t.Errorf("%s is out of order", f.Number)
		}
		if _, today := facts.County(f.Number); today {
			t.Errorf("%s %s is a county of today", f.Number, f.Name)
		}
		if len(f.Heirs()) == 0 {
			t.Errorf("nobody follows %s", f.Name)
		}
		if !strings.HasSuffix(f.Until, "-12-31") {
			t.Errorf("%s ended on %s", f.Name, f.Until)
		}
		reforms[f.FollowedOn()]++
		if facts.CountyName(f.Number) != f.Name || f.Party().Name != f.Name+" fylkeskommune" {
			t.Errorf("%s is called %s", f.Number, facts.CountyName(f.Number))
		}
		for _, n := range f.Successors {
			next, former := facts.FormerCounty(n)
			if former && next.Until <= f.Until {
				t.Errorf("%s was followed by %s, which had ended", f.Name, next.Name)
			}
			if facts.CountyName(n) == "" {
				t.Errorf("%s was followed by %s, which never was", f.Name, n)
			}
		}
	}
	if reforms["2018-01-01"] != 2 || reforms["2020-01-01"] != 13 || reforms["2024-01-01"] != 3 {
		t.Errorf("reforms: %v", reforms)
	}
	if facts.CountyName("18") != "Nordland" || facts.CountyName("99") != "" {
		t.Error("the counties of today have lost their names")
	}
	changed := facts.FormerCounties()
	changed[0].Name = "x"
	if slices.Equal([]string{changed[0].Name}, []string{facts.FormerCounties()[0].Name}) {
		t.Error("the table can be changed from outside")
	}
}
