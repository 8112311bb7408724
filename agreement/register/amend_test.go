package register_test

import (
	"errors"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// contract gives an agreement with an entry for it that is signed.
func contract(t *testing.T) (agreement.Agreement, register.Entry) {
	t.Helper()
	line := func(id, value string) agreement.Field {
		return agreement.Field{
			ID: id, Type: agreement.LineField, Label: agreement.Pair{NB: id, NN: id}, Answer: agreement.Answer{Value: value},
		}
	}
	template := agreement.Template{
		ID: "t", Version: 2, Kind: agreement.Partnership, Title: agreement.Pair{NB: "Partnerskapsavtale", NN: "Partnarskapsavtale"},
		Roles: []agreement.Role{
			{ID: "county", Kind: agreement.CountyParty, Label: agreement.Pair{NB: "fylkeskommunen", NN: "fylkeskommunen"}, Signatories: []agreement.Pair{{NB: "Fylkesordfører", NN: "Fylkesordførar"}}},
			{ID: "other", Kind: agreement.MunicipalityParty, Label: agreement.Pair{NB: "kommunen", NN: "kommunen"}, Signatories: []agreement.Pair{{NB: "Ordfører", NN: "Ordførar"}}},
		},
		Fields: []agreement.Field{line("case_number", "21/99"), line("place", "Skien"), line("unused", "x")},
		Sections: []agreement.Section{
			{ID: "purpose", Kind: agreement.Prose, Heading: agreement.Both("Formål", "Føremål"), Items: []agreement.Item{{ID: "i", Text: agreement.Both("Samarbeid om {unused}.", "Samarbeid om {unused}.")}}},
			{ID: "sign", Kind: agreement.Signatures, Heading: agreement.Both("Underskrifter", "Underskrifter"), Lead: agreement.Both("Skrevet i {place}.", "Skrive i {place}.")},
		},
	}
	a := agreement.New(template,
		agreement.Party{Role: "county", Kind: agreement.CountyParty, Number: "38", Name: "Vestfold og Telemark fylkeskommune", Short: "Vestfold og Telemark", OrgNumber: "821227062"},
		agreement.Party{Role: "other", Kind: agreement.MunicipalityParty, Number: "3803", Name: "Tønsberg kommune", Short: "Tønsberg"},
	)
	a.Parties[0].Signatories[0].Name = "Kari Nordmann"
	a.Revision = 7
	e := register.Entry{ID: a.ID, Kind: a.Kind, Revision: 7, Content: register.ContentOf(a)}
	return a, inForce(t, e, "2021-05-01")
}

func TestAnAmendmentNamesWhatItChanges(t *testing.T) {
	a, e := contract(t)
	got, err := register.Amendment(a, &e, date(t, "2023-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	if err := got.Validate(); err != nil {
		t.Fatal(err)
	}
	if got.ID == a.ID || got.Revision != 0 || *got.Amends != (agreement.AgreementRef{ID: a.ID, Revision: 7}) {
		t.Errorf("%s, revision %d, amends %+v", got.ID, got.Revision, got.Amends)
	}
	for form, want := range map[agreement.Form]string{
		agreement.Bokmal:  "Denne avtalen endrer «Partnerskapsavtale mellom Vestfold og Telemark fylkeskommune og Tønsberg kommune», som ble undertegnet 1.\u00a0mai\u00a02021 (saksnummer 21/99).",
		agreement.Nynorsk: "Denne avtalen endrar «Partnarskapsavtale mellom Vestfold og Telemark fylkeskommune og Tønsberg kommune», som vart underteikna 1.\u00a0mai\u00a02021 (saksnummer 21/99).",
	} {
		if text := got.Sections[0].Items[0].Text.In(form); text != want {
			t.Errorf("%s\nwant %s", text, want)
		}
	}
	if f, ok := got.Field("case_number"); !ok || f.Answer.Value != "" {
		t.Error("the amendment is a case of its own and asks for its number")
	}
	if _, ok := got.Field("place"); !ok {
		t.Error("a field that the signatures name is gone")
	}
	if _, ok := got.Field("unused"); ok {
		t.Error("a field that nothing names came along")
	}
	if copied := got.Duplicate(); copied.Amends != nil {
		t.Error("a copy, for another party, amends the same agreement")
	}
	if last := got.Sections[len(got.Sections)-1]; last.Kind != agreement.Signatures || last.ID != "sign" {
		t.Errorf("it ends with %s", last.ID)
	}
	if got.Parties[0].Signatories[0].Name != "Kari Nordmann" {
		t.Error("the signatory is gone")
	}
	findings := got.Check(agreement.Nynorsk)
	if len(findings) != 1 || findings[0].Place.Item != "change-1" {
		t.Errorf("what is changed is to be filled in, and nothing else: %+v", findings)
	}
}

func TestWhoeverHasFollowedAPartySignsTheAmendment(t *testing.T) {
	a, e := contract(t)
	to := register.Party{Kind: agreement.CountyParty, Number: "39", Name: "Vestfold fylkeskommune", Short: "Vestfold"}
	e = after(t, e, register.Event{Kind: register.WasSucceeded, Date: date(t, "2024-01-01"), Party: "county", To: &to})
	for day, want := range map[string]string{"2023-12-31": "Vestfold og Telemark fylkeskommune", "2024-01-01": "Vestfold fylkeskommune"} {
		for _, begin := range []func(agreement.Agreement, *register.Entry, register.Date) (agreement.Agreement, error){register.Amendment, register.Revised} {
			got, err := begin(a, &e, date(t, day))
			if err != nil || got.Parties[0].Name != want || got.Parties[0].Role != "county" {
				t.Errorf("on %s: %+v, %v", day, got.Parties[0], err)
			}
			if named := got.Parties[0].Signatories[0].Name != ""; named != (day < "2024") {
				t.Errorf("on %s the county's signatory is %q", day, got.Parties[0].Signatories[0].Name)
			}
		}
	}
	if a.Parties[0].Name != "Vestfold og Telemark fylkeskommune" {
		t.Error("the signed agreement was changed")
	}
}

func TestARevisionHasAllTheTextAndReplacesTheAgreement(t *testing.T) {
	a, e := contract(t)
	got, err := register.Revised(a, &e, date(t, "2023-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	if !got.Amends.Replaces || got.Title != a.Title || len(got.Sections) != len(a.Sections) || got.Template != a.Template {
		t.Errorf("%+v", got)
	}
	if f, _ := got.Field("case_number"); f.Answer.Value != "" {
		t.Error("the new agreement is a case of its own")
	}
	if f, _ := a.Field("case_number"); f.Answer.Value != "21/99" {
		t.Error("the signed agreement lost its case number")
	}
}

func TestOnlyASignedAgreementThatHoldsIsAmended(t *testing.T) {
	a, e := contract(t)
	draft := e
	draft.Steps = register.Steps{}
	for key, old := range map[string]register.Entry{"amend_draft": draft, "over": after(t, e, ended(t, "2022-12-31"))} {
		_, err := register.Amendment(a, &old, date(t, "2023-01-01"))
		var wrong *agreement.Error
		if !errors.As(err, &wrong) || wrong.Key != "error.register."+key {
			t.Errorf("%s: %v", key, err)
		}
	}
	e.Terms.CaseNumber = "{21}/99"
	got, err := register.Amendment(a, &e, date(t, "2023-01-01"))
	if err != nil || strings.ContainsAny(got.Sections[0].Items[0].Text.NN, "{}") {
		t.Errorf("braces in a case number: %v, %v", got.Sections[0].Items[0].Text.NN, err)
	}
}
