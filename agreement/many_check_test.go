package agreement_test

import (
	"bytes"
	"strings"
	"testing"

	"avtalebok/agreement"
)

// findings gives the codes of what is missing, in order.
func findings(a agreement.Agreement, form agreement.Form) string {
	var codes []string
	for _, f := range a.Check(form) {
		codes = append(codes, string(f.Code))
	}
	return strings.Join(codes, " ")
}

func TestCheckFindsWhatManyLack(t *testing.T) {
	payment := func(id, due, amount string) agreement.Command {
		return agreement.EditPayment("grant", agreement.Payment{ID: id, Due: due, Amount: amount}, agreement.PartAmount)
	}
	tooMany := func() []agreement.Command {
		var list []agreement.Command
		for range 48 {
			list = append(list, agreement.SetParty(agreement.Party{
				Role: "members", Name: "X kommune", Signatories: []agreement.Person{{ID: "a", Title: agreement.Both("Ordfører", "Ordførar")}},
			}))
		}
		return list
	}
	for name, c := range map[string]struct {
		commands []agreement.Command
		want     string
	}{
		"nobody in a repeated role":    {[]agreement.Command{agreement.ClearParty("members")}, "party_missing"},
		"too few":                      {[]agreement.Command{agreement.RemoveParty("members-1"), agreement.RemoveParty("members-3")}, "parties_few"},
		"too many":                     {tooMany(), "parties_many"},
		"a choice that is not made":    {[]agreement.Command{agreement.SetAnswer("payment", agreement.Answer{})}, "field_missing"},
		"a choice that there is not":   {[]agreement.Command{agreement.SetAnswer("payment", agreement.Answer{Value: "never"})}, "field_invalid"},
		"a choice left to the pen":     {[]agreement.Command{agreement.SetAnswer("payment", agreement.Answer{ByHand: true})}, "field_missing"},
		"a sum that is too small":      {[]agreement.Command{payment("p1", "2027", "100 000")}, "sum_differs"},
		"a sum that is too great":      {[]agreement.Command{payment("p1", "2027", "900 000")}, "sum_differs"},
		"a payment without a date":     {[]agreement.Command{payment("p1", "i vår", "200000")}, "payment_due"},
		"a payment without an amount":  {[]agreement.Command{payment("p1", "1.3.2027", "")}, "payment_amount"},
		"a payment of nothing":         {[]agreement.Command{payment("p1", "1.3.2027", "0")}, "payment_amount"},
		"a purpose in one form":        {[]agreement.Command{agreement.SetText(agreement.Place{Section: "grant", Item: "p2", Part: agreement.PartPurpose}, agreement.Bokmal, "")}, "text_missing"},
		"no payments at all":           {[]agreement.Command{agreement.RemovePayment("grant", "p1"), agreement.RemovePayment("grant", "p2")}, ""},
		"another total, paid in three": {[]agreement.Command{agreement.SetAnswer("amount", agreement.Answer{Value: "600000"}), agreement.AddPayment("grant", 9, agreement.Payment{ID: "p3", Due: "2029", Amount: "100000"})}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			e := agreement.NewEditor(manySample())
			for _, command := range c.commands {
				do(t, e, command)
			}
			if got := findings(e.Agreement(), agreement.Bokmal); got != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
			if doc := resolve(t, e.Agreement(), agreement.Bokmal); doc.Draft != (c.want != "") {
				t.Errorf("a draft is %t", doc.Draft)
			}
		})
	}
}

func TestTheSumsDifferenceIsSaid(t *testing.T) {
	e := agreement.NewEditor(manySample())
	do(t, e, agreement.RemovePayment("grant", "p1"))
	f := e.Agreement().Check(agreement.Nynorsk)[0]
	want := map[string]string{"Field": "Tilskot", "Sum": "kr 300 000", "Total": "kr 500 000", "Difference": "kr 200 000", "More": ""}
	for name, value := range want {
		if got := strings.ReplaceAll(f.Args[name], "\u00a0", " "); got != value {
			t.Errorf("%s is %q, want %q", name, got, value)
		}
	}
}

func TestManySurviveTheFile(t *testing.T) {
	a := manySample()
	a.Amends = &agreement.AgreementRef{ID: "earlier001", Revision: 3}
	raw := encode(t, a)
	back, err := agreement.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(raw, encode(t, back)) {
		t.Error("it is another agreement after reading")
	}
}

func TestBrokenManyAreRefused(t *testing.T) {
	for name, breaks := range map[string]func(*agreement.Agreement){
		"two parties with one key":      func(a *agreement.Agreement) { a.Parties[1].ID = a.Parties[2].ID },
		"two parties in a role for one": func(a *agreement.Agreement) { a.Parties[1].Role, a.Parties[1].ID = "county", "" },
		"an ID in a role for one":       func(a *agreement.Agreement) { a.Parties[0].ID = "x" },
		"a key that is another role":    func(a *agreement.Agreement) { a.Parties = a.Parties[1:]; a.Parties[0].ID = "county" },
		"a condition on no field": func(a *agreement.Agreement) {
			a.Sections[3].ShowIf = &agreement.Condition{Field: "x", Is: []string{"y"}}
		},
		"a condition on no option": func(a *agreement.Agreement) {
			a.Sections[3].ShowIf = &agreement.Condition{Field: "payment", Is: []string{"y"}}
		},
		"a condition without answers":        func(a *agreement.Agreement) { a.Sections[3].ShowIf = &agreement.Condition{Field: "payment"} },
		"a fact that is no field":            func(a *agreement.Agreement) { a.Sections[1].Facts = []string{"x"} },
		"a total that is no amount":          func(a *agreement.Agreement) { a.Sections[1].Total = "payment" },
		"a payment with an item's ID":        func(a *agreement.Agreement) { a.Sections[1].Payments[0].ID = "always" },
		"payments in running text":           func(a *agreement.Agreement) { a.Sections[3].Payments = a.Sections[1].Payments },
		"a control character in an amount":   func(a *agreement.Agreement) { a.Sections[1].Payments[0].Amount = "1\x00" },
		"a control character in a network":   func(a *agreement.Agreement) { a.Sections[2].Items[0].Members = []string{"\x01"} },
		"two options alike":                  func(a *agreement.Agreement) { a.Fields[1].Options[0].ID = "parts" },
		"more parties at least than at most": func(a *agreement.Agreement) { a.Roles[1].Repeat = agreement.Repeat{Min: 3, Max: 2} },
	} {
		t.Run(name, func(t *testing.T) {
			a, err := agreement.Decode(bytes.NewReader(encode(t, manySample())))
			if err != nil {
				t.Fatal(err)
			}
			breaks(&a)
			if err := a.Validate(); agreement.CodeOf(err) != agreement.Invalid {
				t.Errorf("got %v", err)
			}
		})
	}
}
