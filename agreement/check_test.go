package agreement_test

import (
	"slices"
	"testing"

	"avtalebok/agreement"
)

func codes(found []agreement.Finding) []agreement.FindingCode {
	var out []agreement.FindingCode
	for _, f := range found {
		out = append(out, f.Code)
	}
	return out
}

func TestAFreshAgreementWithItsPartiesIsReady(t *testing.T) {
	for _, form := range agreement.Forms {
		if found := sample().Check(form); len(found) > 0 {
			t.Errorf("%s: %+v", form, found)
		}
	}
}

func TestCheckFindsWhatIsMissingAndSaysWhere(t *testing.T) {
	duty := textAt("duties", "b")
	for _, c := range []struct {
		name    string
		change  []agreement.Command
		form    agreement.Form
		want    agreement.FindingCode
		place   agreement.Place
		inOther bool // the other form has the same finding
	}{
		{
			"a role without a party",
			[]agreement.Command{agreement.ClearParty("county")},
			agreement.Bokmal,
			agreement.PartyMissing,
			agreement.Place{Party: "county"},
			true,
		},
		{
			"a party without a name",
			[]agreement.Command{agreement.EditParty(agreement.Party{Role: "county", Short: "x", Signatories: []agreement.Person{{ID: "s"}}}, "name")},
			agreement.Bokmal,
			agreement.PartyNameMissing,
			agreement.Place{Party: "county", Part: agreement.PartName},
			true,
		},
		{
			"a party without a signatory",
			[]agreement.Command{agreement.SetParty(nordland())},
			agreement.Nynorsk,
			agreement.SignatoryMissing,
			agreement.Place{Party: "county"},
			true,
		},
		{
			"a required field",
			[]agreement.Command{agreement.SetAnswer("notice", agreement.Answer{})},
			agreement.Bokmal,
			agreement.FieldMissing,
			agreement.Place{Field: "notice", Part: agreement.PartAnswer},
			true,
		},
		{
			"a required field can't be left to the pen",
			[]agreement.Command{agreement.SetAnswer("notice", agreement.Answer{ByHand: true})},
			agreement.Bokmal,
			agreement.FieldMissing,
			agreement.Place{Field: "notice", Part: agreement.PartAnswer},
			true,
		},
		{
			"an answer out of bounds",
			[]agreement.Command{agreement.SetAnswer("notice", agreement.Answer{Value: "99"})},
			agreement.Bokmal,
			agreement.FieldInvalid,
			agreement.Place{Field: "notice", Part: agreement.PartAnswer},
			true,
		},
		{
			"an answer in one form only",
			[]agreement.Command{agreement.SetAnswer("unit", agreement.Answer{Text: agreement.Text{Pair: pair("enhet", "")}})},
			agreement.Nynorsk,
			agreement.TextMissing,
			agreement.Place{Field: "unit", Part: agreement.PartAnswer},
			false,
		},
		{
			"a text in one form only",
			[]agreement.Command{agreement.SetText(duty, agreement.Nynorsk, "")},
			agreement.Nynorsk,
			agreement.TextMissing, duty, false,
		},
		{
			"a text out of step",
			[]agreement.Command{agreement.SetText(duty, agreement.Bokmal, "bidra mer")},
			agreement.Nynorsk,
			agreement.TextOutdated, duty, false,
		},
		{
			"an item without words",
			[]agreement.Command{agreement.AddItem("duties", 0, agreement.Item{ID: "new"})},
			agreement.Bokmal,
			agreement.TextEmpty, textAt("duties", "new"), true,
		},
		{
			"an unknown placeholder",
			[]agreement.Command{agreement.SetText(duty, agreement.Bokmal, "{kommuna}"), agreement.SetText(duty, agreement.Nynorsk, "x")},
			agreement.Bokmal,
			agreement.PlaceholderUnknown, duty, false,
		},
		{
			"a stray brace",
			[]agreement.Command{agreement.SetText(duty, agreement.Bokmal, "bidra }"), agreement.SetText(duty, agreement.Nynorsk, "x")},
			agreement.Bokmal,
			agreement.BraceStray, duty, false,
		},
		{
			"a placeholder for an answer not given",
			[]agreement.Command{agreement.SetText(duty, agreement.Bokmal, "{start}"), agreement.SetText(duty, agreement.Nynorsk, "x")},
			agreement.Bokmal,
			agreement.PlaceholderUnfilled,
			agreement.Place{Field: "start", Part: agreement.PartAnswer},
			false,
		},
		{
			"an empty list",
			[]agreement.Command{agreement.RemoveItem("duties", "a"), agreement.RemoveItem("duties", "b"), agreement.RemoveItem("duties", "c")},
			agreement.Bokmal,
			agreement.ListEmpty,
			agreement.Place{Section: "duties"},
			true,
		},
		{
			"no main goal",
			[]agreement.Command{
				agreement.SetText(agreement.Place{Section: "goals", Part: agreement.PartLead}, agreement.Bokmal, ""),
				agreement.SetText(agreement.Place{Section: "goals", Part: agreement.PartLead}, agreement.Nynorsk, ""),
			},
			agreement.Bokmal,
			agreement.MainGoalMissing,
			agreement.Place{Section: "goals", Part: agreement.PartLead},
			true,
		},
		{
			"no title",
			[]agreement.Command{
				agreement.SetText(agreement.Place{Part: agreement.PartTitle}, agreement.Bokmal, ""),
				agreement.SetText(agreement.Place{Part: agreement.PartTitle}, agreement.Nynorsk, ""),
			},
			agreement.Bokmal,
			agreement.TextEmpty,
			agreement.Place{Part: agreement.PartTitle},
			true,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := agreement.NewEditor(sample())
			for _, command := range c.change {
				do(t, e, command)
			}
			found := e.Agreement().Check(c.form)
			if len(found) != 1 || found[0].Code != c.want || found[0].Place != c.place {
				t.Fatalf("found %+v, want one %s at %+v", found, c.want, c.place)
			}
			if other := e.Agreement().Check(c.form.Other()); slices.Contains(codes(other), c.want) != c.inOther {
				t.Errorf("in the other form: %+v", other)
			}
			if doc := resolve(t, e.Agreement(), c.form); !doc.Draft {
				t.Error("the document is not marked as a draft")
			}
			for e.Undo() {
			}
			if found := e.Agreement().Check(c.form); len(found) > 0 {
				t.Errorf("after undo: %+v", found)
			}
		})
	}
}

func TestSayingThatATextIsStillRightBringsTheFormsInStep(t *testing.T) {
	e := agreement.NewEditor(sample())
	do(t, e, agreement.SetText(textAt("duties", "b"), agreement.Bokmal, "bidra mer"))
	do(t, e, agreement.ApproveText(textAt("duties", "b")))
	if found := e.Agreement().Check(agreement.Nynorsk); len(found) > 0 {
		t.Errorf("still found: %+v", found)
	}
}

func TestAnAnswerThatManyTextsMissIsSaidOnce(t *testing.T) {
	e := agreement.NewEditor(sample())
	for _, id := range []string{"a", "b", "c"} {
		do(t, e, agreement.SetText(textAt("duties", id), agreement.Bokmal, "{start}"))
		do(t, e, agreement.SetText(textAt("duties", id), agreement.Nynorsk, "{start}"))
	}
	if found := e.Agreement().Check(agreement.Bokmal); len(found) != 1 {
		t.Errorf("found %+v", found)
	}
}

func TestWhereNamesAPlaceToAReader(t *testing.T) {
	a := sample()
	for want, p := range map[string]agreement.Place{
		"Oppgåvene til kommunen 2": textAt("duties", "b"),
		"Varsel":                   {Field: "notice"},
		"Bodø kommune":             {Party: "municipality"},
		"Partnarskapsavtale":       {},
		"Mål":                      {Section: "goals", Part: agreement.PartLead},
	} {
		if got := a.Where(p, agreement.Nynorsk); got != want {
			t.Errorf("%+v is %q, want %q", p, got, want)
		}
	}
}
