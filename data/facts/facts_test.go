package facts_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/data/facts"
)

func TestTableHasEveryBodyOnce(t *testing.T) {
	counties, municipalities := facts.Counties(), facts.Municipalities()
	if len(counties) != 15 || len(municipalities) != 357 {
		t.Fatalf("%d counties and %d municipalities, want 15 and 357", len(counties), len(municipalities))
	}
	adopted := map[agreement.AdoptedForm]int{}
	numbers := map[string]bool{}
	for _, m := range municipalities {
		adopted[m.Adopted]++
		if numbers[m.Number] {
			t.Errorf("number %s occurs twice", m.Number)
		}
		numbers[m.Number] = true
		if county, ok := facts.County(m.CountyNumber); !ok || county.Name != m.County {
			t.Errorf("%s lies in county %q %q, which is not in the table", m, m.CountyNumber, m.County)
		}
	}
	want := map[agreement.AdoptedForm]int{
		agreement.AdoptedBokmal: 119, agreement.AdoptedNynorsk: 88, agreement.AdoptedNeutral: 150,
	}
	for form, n := range want {
		if adopted[form] != n {
			t.Errorf("%d municipalities have adopted %s, want %d", adopted[form], form, n)
		}
	}
}

func TestOnlyHeroyAndValerShareTheirNames(t *testing.T) {
	byName := map[string][]string{}
	for _, m := range facts.Municipalities() {
		byName[m.Name] = append(byName[m.Name], m.Number)
	}
	for name, numbers := range byName {
		switch name {
		case "Herøy":
			if !slices.Equal(numbers, []string{"1515", "1818"}) {
				t.Errorf("Herøy is %v", numbers)
			}
		case "Våler":
			if !slices.Equal(numbers, []string{"3114", "3419"}) {
				t.Errorf("Våler is %v", numbers)
			}
		default:
			if len(numbers) != 1 {
				t.Errorf("%s is shared by %v", name, numbers)
			}
		}
	}
}

func TestListsAreInNorwegianAlphabeticalOrder(t *testing.T) {
	names := func(bodies []facts.Body) string {
		var s []string
		for _, b := range bodies {
			s = append(s, b.Name)
		}
		return strings.Join(s, ", ")
	}
	if got := names(facts.Counties()); !strings.HasPrefix(got, "Agder, Akershus, Buskerud") ||
		!strings.HasSuffix(got, "Vestfold, Vestland, Østfold") {
		t.Errorf("counties: %s", got)
	}
	if got := names(facts.Municipalities()); !strings.HasPrefix(got, "Alstahaug, Alta") ||
		!strings.HasSuffix(got, "Øystre Slidre, Åfjord, Ål, Ålesund, Åmli, Åmot, Årdal, Ås, Åseral, Åsnes") {
		t.Errorf("municipalities: %s", got)
	}
}

func TestListsBelongToTheCaller(t *testing.T) {
	facts.Counties()[0].Name = "changed"
	if got := facts.Counties()[0].Name; got != "Agder" {
		t.Errorf("a caller changed the table: %q", got)
	}
}

func TestPartyIsBareAndNamedInFull(t *testing.T) {
	tests := []struct {
		kind agreement.PartyKind
		text string
		want agreement.Party
	}{
		{agreement.MunicipalityParty, "1804", agreement.Party{
			Kind: "municipality", Number: "1804", Name: "Bodø kommune", Short: "Bodø", Adopted: "neutral",
		}},
		{agreement.CountyParty, "15", agreement.Party{
			Kind: "county", Number: "15", Name: "Møre og Romsdal fylkeskommune", Short: "Møre og Romsdal", Adopted: "nn",
		}},
		{agreement.CountyParty, "Oslo", agreement.Party{
			Kind: "county", Number: "03", Name: "Oslo kommune", Short: "Oslo", Adopted: "neutral",
		}},
		{agreement.MunicipalityParty, "Oslo", agreement.Party{
			Kind: "municipality", Number: "0301", Name: "Oslo kommune", Short: "Oslo", Adopted: "neutral",
		}},
	}
	for _, test := range tests {
		b, err := facts.Lookup(test.kind, test.text)
		if err != nil {
			t.Fatal(err)
		}
		got := b.Party()
		if got.Kind != test.want.Kind || got.Number != test.want.Number || got.Name != test.want.Name ||
			got.Short != test.want.Short || got.Adopted != test.want.Adopted || got.Role != "" || got.Signatories != nil {
			t.Errorf("%s %s: %+v, want %+v", test.kind, test.text, got, test.want)
		}
	}
}

func TestLookup(t *testing.T) {
	tests := []struct {
		kind agreement.PartyKind
		text string
		want string // number
	}{
		{agreement.MunicipalityParty, "1804", "1804"},
		{agreement.MunicipalityParty, "Bodø", "1804"},
		{agreement.MunicipalityParty, "BODØ KOMMUNE", "1804"},
		{agreement.MunicipalityParty, "  bodø   kommune ", "1804"},
		{agreement.MunicipalityParty, "Bodo", "1804"},
		{agreement.MunicipalityParty, "Bodö", "1804"},
		{agreement.MunicipalityParty, "Bodø", "1804"},
		{agreement.MunicipalityParty, "A\u030alesund", "1508"},
		{agreement.MunicipalityParty, "Aalesund kommune", "1508"},
		{agreement.MunicipalityParty, "Baerum", "3201"},
		{agreement.MunicipalityParty, "Os", "3430"},
		{agreement.MunicipalityParty, "Ås", "3218"},
		{agreement.MunicipalityParty, "1804 Bodø", "1804"},
		{agreement.MunicipalityParty, "1515 Herøy (Møre og Romsdal)", "1515"},
		{agreement.MunicipalityParty, "Herøy (Nordland)", "1818"},
		{agreement.MunicipalityParty, "våler (østfold)", "3114"},
		{agreement.CountyParty, "18", "18"},
		{agreement.CountyParty, "Nordland", "18"},
		{agreement.CountyParty, "Nordland fylkeskommune", "18"},
		{agreement.CountyParty, "Oslo kommune", "03"},
		{agreement.MunicipalityParty, "Oslo kommune", "0301"},
	}
	for _, test := range tests {
		b, err := facts.Lookup(test.kind, test.text)
		if err != nil || b.Number != test.want || b.Kind != test.kind {
			t.Errorf("Lookup(%s, %q) = %v, %v; want %s", test.kind, test.text, b, err, test.want)
		}
	}
}

func TestLookupRefuses(t *testing.T) {
	tests := []struct {
		name       string
		kind       agreement.PartyKind
		text       string
		code       agreement.Code
		key        string
		candidates []string
	}{
		{
			"a shared name", agreement.MunicipalityParty, "Herøy",
			agreement.Refused, "error.facts.ambiguous",
			[]string{"1515 Herøy (Møre og Romsdal)", "1818 Herøy (Nordland)"},
		},
		{
			"a shared name in another spelling", agreement.MunicipalityParty, "valer kommune",
			agreement.Refused, "error.facts.ambiguous",
			[]string{"3114 Våler (Østfold)", "3419 Våler (Innlandet)"},
		},
		{
			"a typing error", agreement.MunicipalityParty, "Trondhiem",
			agreement.NotFound, "error.facts.unknownMunicipality",
			[]string{"5001 Trondheim (Trøndelag)"},
		},
		{
			"a part of a name", agreement.MunicipalityParty, "Toten",
			agreement.NotFound, "error.facts.unknownMunicipality",
			[]string{"3443 Vestre Toten (Innlandet)", "3442 Østre Toten (Innlandet)"},
		},
		{
			"a county that is no more", agreement.CountyParty, "Viken",
			agreement.NotFound, "error.facts.unknownCounty", nil,
		},
		{
			"a municipality where a county is asked for", agreement.CountyParty, "1804",
			agreement.NotFound, "error.facts.unknownCounty", nil,
		},
		{
			"a number that contradicts the name", agreement.MunicipalityParty, "1804 Narvik",
			agreement.NotFound, "error.facts.unknownMunicipality", nil,
		},
		{
			"nothing", agreement.MunicipalityParty, "  ",
			agreement.NotFound, "error.facts.unknownMunicipality", nil,
		},
		{
			"a word that every full name holds", agreement.MunicipalityParty, "kommune",
			agreement.NotFound, "error.facts.unknownMunicipality", nil,
		},
		{
			"a kind that is not in the table", agreement.OrganisationParty, "Bodø",
			agreement.NotFound, "error.facts.unknownMunicipality", nil,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := facts.Lookup(test.kind, test.text)
			var e *agreement.Error
			if !errors.As(err, &e) || e.Code != test.code || e.Key != test.key {
				t.Fatalf("%v, want %s %s", err, test.code, test.key)
			}
			var got []string
			for _, b := range e.Args["Candidates"].([]facts.Body) {
				got = append(got, b.String())
			}
			if !slices.Equal(got, test.candidates) {
				t.Errorf("candidates %q, want %q", got, test.candidates)
			}
		})
	}
}

func TestSearchPutsTheLikeliestFirst(t *testing.T) {
	tests := []struct {
		text string
		kind agreement.PartyKind
		want string // the first numbers
	}{
		{"bod", agreement.MunicipalityParty, "1804"},
		{"BO", agreement.MunicipalityParty, "1804 1145"},                // Bodø, Bokn, then Bø and Bømlo in another spelling
		{"bø", agreement.MunicipalityParty, "1867 4613"},                // Bø itself before Bømlo
		{"ås", agreement.MunicipalityParty, "3218 4224 3418"},           // Ås, Åseral, Åsnes
		{"as", agreement.MunicipalityParty, "3203 4645"},                // Asker, Askvoll; Ås comes later
		{"toten", agreement.MunicipalityParty, "3443 3442"},             // a word inside
		{"15", agreement.MunicipalityParty, "1547"},                     // Aukra: by number, alphabetically
		{"1818", agreement.MunicipalityParty, "1818"},                   // an exact number
		{"herøy", agreement.MunicipalityParty, "1515 1818"},             // both
		{"Bodø kom", agreement.MunicipalityParty, "1804"},               // the full name while it is being typed
		{"nord", agreement.CountyParty, "18"},                           // Nordland
		{"oslo", "", "03 0301"},                                         // both kinds, the county first
		{"aale", agreement.MunicipalityParty, "1508"},                   // Aalesund
		{"romsdal", agreement.CountyParty, "15"},                        // Møre og Romsdal
		{"  hol  ", agreement.MunicipalityParty, "3330 3310 3903 5026"}, // Hol, Hole, Holmestrand, Holtålen
	}
	for _, test := range tests {
		var got []string
		for _, b := range facts.Search(test.text, test.kind) {
			got = append(got, b.Number)
		}
		if want := strings.Fields(test.want); len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
			t.Errorf("Search(%q, %q) begins %v, want %v", test.text, test.kind, got[:min(5, len(got))], want)
		}
	}
}

func TestSearchForNothingGivesEverything(t *testing.T) {
	if got := len(facts.Search("", agreement.MunicipalityParty)); got != 357 {
		t.Errorf("%d municipalities, want 357", got)
	}
	if got := len(facts.Search("", "")); got != 372 {
		t.Errorf("%d bodies, want 372", got)
	}
	if got := facts.Search("qqq", ""); len(got) != 0 {
		t.Errorf("found %v for nonsense", got)
	}
}

// Whatever a body writes about itself leads back to it.
func TestEveryBodyIsFoundByWhatItWrites(t *testing.T) {
	for _, b := range slices.Concat(facts.Counties(), facts.Municipalities()) {
		for _, text := range []string{b.Number, b.String()} {
			if got, err := facts.Lookup(b.Kind, text); err != nil || got != b {
				t.Errorf("Lookup(%q) = %v, %v", text, got, err)
			}
		}
		if first := facts.Search(b.FullName(), b.Kind); len(first) == 0 || first[0].Name != b.Name {
			t.Errorf("Search(%q) begins %v", b.FullName(), first)
		}
	}
}

func FuzzLookup(f *testing.F) {
	for _, seed := range []string{"1804", "Herøy", "Herøy (", ")", "( )", "\xff", "a\u030a", "🙂"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, kind := range []agreement.PartyKind{agreement.CountyParty, agreement.MunicipalityParty} {
			b, err := facts.Lookup(kind, text)
			if err == nil && b.Number == "" {
				t.Errorf("Lookup(%q) found nothing and said nothing", text)
			}
			if err != nil && agreement.CodeOf(err) == agreement.Internal {
				t.Errorf("Lookup(%q): %v", text, err)
			}
		}
	})
}
