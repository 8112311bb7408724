package cases

import (
	_ "embed"
	"fmt"
	"strings"

	"avtalebok/agreement"
	"avtalebok/data/facts"
	"avtalebok/data/templates"
)

//go:embed many.toml
var manySource []byte

// manyCases are agreements with many parties, payments and networks.
func manyCases() ([]awkwardCase, error) {
	t, err := templates.Parse("many.toml", manySource)
	if err != nil {
		return nil, err
	}
	plain, named := partySets()[0], partySets()[3]
	return []awkwardCase{
		{name: "many-least", template: t, set: plain, change: func(*desk) {}},
		{name: "many-named", template: t, set: named, change: func(*desk) {}},
		{name: "fifty-signatories", template: t, set: plain, pages: 8, change: fiftySignatories},
		{name: "parties-of-nordland", template: t, set: plain, pages: 8, change: partiesOfNordland},
		{name: "ten-years-of-payments", template: t, set: named, pages: 4, change: tenYears},
		{name: "forty-networks", template: t, set: named, pages: 5, change: fortyNetworks},
		{name: "paid-at-once", template: t, set: plain, change: paidAtOnce},
		{name: "sum-differs", template: t, set: plain, draft: true, change: func(d *desk) {
			d.do(agreement.RemovePayment("grant", "second"))
		}},
		{name: "nobody-yet", template: t, set: partySet{}, draft: true, change: nobodyYet},
	}, nil
}

func fiftySignatories(d *desk) {
	d.do(agreement.ClearParty("municipalities"))
	for _, body := range facts.Municipalities()[:49] {
		d.join(body.Party())
	}
}

// join adds a municipality with the people that its role calls for.
func (d *desk) join(p agreement.Party) {
	role, _ := d.agreement().Role("municipalities")
	p.ID, p.Role = "m"+p.Number, role.ID
	add, _ := agreement.AddParty(role.Fit(p))
	d.do(add)
}

// partiesOfNordland have numbers and addresses, short and long.
func partiesOfNordland(d *desk) {
	d.do(agreement.ClearParty("municipalities"))
	for i, body := range facts.Municipalities() {
		p := body.Party()
		if !strings.HasPrefix(p.Number, "18") {
			continue
		}
		p.OrgNumber = fmt.Sprintf("97%07d", i*7919)
		p.Address = fmt.Sprintf("Kommuneveien %d, 8%03d %s", i+1, i, p.Short)
		if i%7 == 0 {
			p.Address = "Sektor for kultur, idrett, friluftsliv og folkehelse, postboks 319 Sentrum, " + p.Address
		}
		d.join(p)
	}
}

// tenYears has four payments a year, one in each quarter.
func tenYears(d *desk) {
	for _, id := range []string{"first", "second"} {
		d.do(agreement.RemovePayment("grant", id))
	}
	for i := range 40 {
		purpose := alike(fmt.Sprintf("Del %d av %d", i%4+1, 4))
		if i%9 == 0 {
			purpose = alike(words(30))
		}
		d.do(agreement.AddPayment("grant", i, agreement.Payment{
			ID: fmt.Sprint("p", i), Due: fmt.Sprintf("%d-%02d-01", 2027+i/4, i%4*3+1), Amount: "25 000", Purpose: purpose,
		}))
	}
}

func fortyNetworks(d *desk) {
	leaders := []string{"county", "municipalities-1", "Folkehelsealliansen i nord"}
	for i := range 39 {
		d.do(agreement.AddItem("networks", i+1, agreement.Item{
			ID: fmt.Sprint("n", i), Title: alike(fmt.Sprintf("Nettverk for %s", words(2+i%6))), Text: alike(words(12+i%30) + "."),
			Lead: leaders[i%3], Members: []string{"municipalities", "Frivilligsentralen", "Høgskolen"}[:1+i%3],
		}))
	}
}

func paidAtOnce(d *desk) {
	d.do(agreement.SetAnswer("payment", agreement.Answer{Value: "once"}))
	d.do(agreement.RemovePayment("grant", "second"))
	p, _ := d.agreement().Sections[1].Payment("first")
	p.Amount = "kr 1 000 000"
	d.do(agreement.EditPayment("grant", p, agreement.PartAmount))
}

func nobodyYet(d *desk) {
	for _, r := range d.agreement().Roles {
		d.do(agreement.ClearParty(r.ID))
	}
	d.do(agreement.SetAnswer("payment", agreement.Answer{}))
	d.do(agreement.AddPayment("grant", 9, agreement.Payment{ID: "blank"}))
}
