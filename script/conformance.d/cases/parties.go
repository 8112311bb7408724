package cases

import (
	"fmt"

	"avtalebok/agreement"
	"avtalebok/data/facts"
)

// partySet is one party of each kind; names tells whether people are named or lines are left for them.
type partySet struct {
	name                               string
	county, municipality, organisation agreement.Party
	named                              bool
}

func partySets() []partySet {
	return []partySet{
		{name: "bodo", county: body(facts.County("18")), municipality: body(facts.Municipality("1804")), organisation: organisation("Bodø frivilligsentral", "frivilligsentralen")},
		{name: "roros", county: body(facts.County("50")), municipality: body(facts.Municipality("5025")), organisation: organisation("Røros Museums- og Historielag SA", "historielaget"), named: true},
		{name: "evje", county: body(facts.County("42")), municipality: body(facts.Municipality("4219")), organisation: organisation("Evje & Hornnes Idrettslag", "idrettslaget")},
		{name: "more-og-romsdal", county: body(facts.County("15")), municipality: body(facts.Municipality("1515")), organisation: organisation("Møre og Romsdal «Ungt Lag» – KS", "KS"), named: true},
		{
			name:         "sami",
			county:       byHand(agreement.CountyParty, "Romssa fylkkasuohkan", "Romsa"),
			municipality: byHand(agreement.MunicipalityParty, "Guovdageainnu suohkan – Kautokeino kommune", "Guovdageaidnu"),
			organisation: organisation("Čálliid Lágádus ja Unjárgga ŋuŋŋe-, đuođđu- ja ŧuŧŧo-searvi Šáŋžá", "searvi"),
			named:        true,
		},
	}
}

// body gives a county or municipality from the table of facts.
func body(b facts.Body, found bool) agreement.Party {
	if !found {
		return agreement.Party{}
	}
	return b.Party()
}

func byHand(kind agreement.PartyKind, name, short string) agreement.Party {
	return agreement.Party{Kind: kind, Name: name, Short: short}
}

func organisation(name, short string) agreement.Party {
	p := byHand(agreement.OrganisationParty, name, short)
	p.OrgNumber = "974760673"
	return p
}

// parties gives a party for each role, and three or the least number for a repeated one. Further parties of one kind
// get a number, so that no name stands twice.
func (s partySet) parties(roles []agreement.Role) []agreement.Party {
	var out []agreement.Party
	held := map[agreement.PartyKind]int{}
	for _, r := range spread(roles) {
		p := map[agreement.PartyKind]agreement.Party{
			agreement.CountyParty: s.county, agreement.MunicipalityParty: s.municipality, agreement.OrganisationParty: s.organisation,
		}[r.Kind]
		if held[r.Kind]++; held[r.Kind] > 1 {
			p.Name = fmt.Sprintf("%s %d", p.Name, held[r.Kind])
		}
		p.Role = r.ID
		p = r.Fit(p)
		if s.named {
			named(&p)
		}
		out = append(out, p)
	}
	return out
}

// spread gives each repeated role as often as it has parties.
func spread(roles []agreement.Role) []agreement.Role {
	var out []agreement.Role
	for _, r := range roles {
		out = append(out, r)
		if least, most := r.Bounds(); r.Repeated() {
			for range min(max(least, 3), most) - 1 {
				out = append(out, r)
			}
		}
	}
	return out
}

// named gives the party's people names, and its contact persons addresses and telephone numbers.
func named(p *agreement.Party) {
	names := []string{"Kari Ødegård-Æsøy", "Ánde Čábuž Šihkkol", "Ola Nordmann", "Eđŋá Ŧávvon", "Åse D’Ambrosio"}
	for i := range p.Signatories {
		p.Signatories[i].Name = names[i%len(names)]
	}
	for i := range p.Contacts {
		c := &p.Contacts[i]
		c.Name = names[(i+2)%len(names)]
		c.Email = "post@example.no"
		c.Phone = "75 65 00 00"
	}
}
