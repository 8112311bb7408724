package ui

import (
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/data/facts"
	"avtalebok/locales"
)

func TestTheFormToExpectIsTheReceivers(t *testing.T) {
	tools := &tools{words: locales.New("nn")}
	party := func(kind agreement.PartyKind, number string) agreement.Party {
		b, err := facts.Lookup(kind, number)
		if err != nil {
			t.Fatal(err)
		}
		return b.Party()
	}
	nordland := party(agreement.CountyParty, "18")
	organisation := agreement.Party{Kind: agreement.OrganisationParty, Name: "Bygdelaget"}
	tests := []struct {
		name    string
		parties []agreement.Party
		notes   []string // a part of each
	}{
		{"nynorsk", []agreement.Party{nordland, party(agreement.MunicipalityParty, "1515")}, []string{"Herøy kommune har vedteke nynorsk"}},
		{"bokmål", []agreement.Party{nordland, party(agreement.MunicipalityParty, "1818")}, []string{"Forventa målform er difor bokmål"}},
		{"neutral", []agreement.Party{nordland, party(agreement.MunicipalityParty, "1804")}, []string{"Bodø kommune er språknøytral"}},
		{
			"several of each",
			[]agreement.Party{nordland, party(agreement.MunicipalityParty, "1804"), party(agreement.MunicipalityParty, "1515"), party(agreement.MunicipalityParty, "1806")},
			[]string{"Bodø kommune og Narvik kommune er språknøytrale", "Herøy kommune har vedteke nynorsk"},
		},
		{"another county", []agreement.Party{nordland, party(agreement.CountyParty, "15")}, []string{"Møre og Romsdal fylkeskommune har vedteke nynorsk"}},
		{"a receiver that no law is about", []agreement.Party{nordland, organisation}, nil},
		{"no county that writes", []agreement.Party{party(agreement.MunicipalityParty, "1515"), organisation}, nil},
		{"nobody", nil, nil},
	}
	for _, test := range tests {
		notes := tools.formNotes(test.parties)
		if len(notes) != len(test.notes) {
			t.Errorf("%s: %q", test.name, notes)
			continue
		}
		for i, part := range test.notes {
			if !strings.Contains(notes[i], part) || !strings.Contains(notes[i], "språklova § 15") {
				t.Errorf("%s: %q, want %q with the rule", test.name, notes[i], part)
			}
		}
	}
}
