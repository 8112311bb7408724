package agreement_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"avtalebok/agreement"
)

// manyTemplate has a repeated role, a choice that decides what belongs to the agreement, a grant, networks and a list of
// the parties.
func manyTemplate() agreement.Template {
	item := func(id, nb, nn string) agreement.Item {
		return agreement.Item{ID: id, Text: agreement.Both(nb, nn)}
	}
	parts := &agreement.Condition{Field: "payment", Is: []string{"parts"}}
	hidden := item("parts", "Pengene kommer i deler.", "Pengane kjem i delar.")
	hidden.ShowIf = parts
	network := item("coast", "De rydder.", "Dei ryddar.")
	network.Title, network.Lead, network.Members = agreement.Both("Ren kyst", "Rein kyst"), "county", []string{"members", "Skjergardstenesta"}
	return agreement.Template{
		ID: "many", Version: 1, Kind: agreement.Grant, Title: pair("Samarbeidsavtale", "Samarbeidsavtale"),
		Roles: []agreement.Role{
			{ID: "county", Kind: agreement.CountyParty, Label: pair("fylkeskommunen", "fylkeskommunen"), Signatories: []agreement.Pair{pair("Fylkesordfører", "Fylkesordførar")}},
			{
				ID: "members", Kind: agreement.MunicipalityParty, Label: pair("kommunen", "kommunen"), Plural: pair("kommuner", "kommunar"),
				Repeat: agreement.Repeat{Min: 2, Max: 50}, Signatories: []agreement.Pair{pair("Ordfører", "Ordførar")},
			},
		},
		Fields: []agreement.Field{
			{ID: "amount", Type: agreement.AmountField, Label: pair("Tilskudd", "Tilskot"), Required: true, Answer: agreement.Answer{Value: "500 000"}},
			{
				ID: "payment", Type: agreement.ChoiceField, Label: pair("Utbetaling", "Utbetaling"), Required: true, Answer: agreement.Answer{Value: "parts"},
				Options: []agreement.Option{{ID: "once", Label: pair("alt på én gang", "alt på éin gong")}, {ID: "parts", Label: pair("i deler", "i delar")}},
			},
			{ID: "decided", Type: agreement.LineField, Label: pair("Vedtatt av", "Vedteke av")},
		},
		Sections: []agreement.Section{
			{ID: "parties", Kind: agreement.PartyList, Heading: agreement.Both("Partene", "Partane"), Items: []agreement.Item{
				item("who", "Avtalen gjelder {members}, {members.count} kommuner. Den er {members}s.", "Avtalen gjeld {members}, {members.count} kommunar. Han er {members}s."),
			}},
			{
				ID: "grant", Kind: agreement.GrantTerms, Heading: agreement.Both("Tilskuddet", "Tilskotet"), Facts: []string{"amount", "payment", "decided"}, Total: "amount",
				Items: []agreement.Item{item("always", "Pengene går til rydding.", "Pengane går til rydding."), hidden},
				Payments: []agreement.Payment{
					{ID: "p1", Due: "2027-03-01", Amount: "200000", Purpose: agreement.Both("ved start", "ved start")},
					{ID: "p2", Due: "2028", Amount: "kr 300 000", Purpose: agreement.Both("ved slutt", "ved slutt")},
				},
			},
			{ID: "networks", Kind: agreement.Networks, Heading: agreement.Both("Nettverk", "Nettverk"), Items: []agreement.Item{network}},
			{
				ID: "late", Kind: agreement.Prose, ShowIf: &agreement.Condition{Field: "payment", Is: []string{"once"}},
				Heading: agreement.Both("Alt på én gang", "Alt på éin gong"), Items: []agreement.Item{item("all", "Alt kommer {ukjent}.", "Alt kjem {ukjent}.")},
			},
			{ID: "signatures", Kind: agreement.Signatures, Heading: agreement.Both("Underskrifter", "Underskrifter")},
		},
	}
}

func member(short string) agreement.Party {
	p := municipality(short)
	p.Role = "members"
	return p
}

func manySample(members ...string) agreement.Agreement {
	if members == nil {
		members = []string{"Bodø", "Rana", "Røros"}
	}
	parties := []agreement.Party{nordland()}
	for _, m := range members {
		parties = append(parties, member(m))
	}
	a := agreement.New(manyTemplate(), parties...)
	a.ID = "sample0002"
	return a
}

func randomManyCommand(r *rand.Rand, a agreement.Agreement, words string) agreement.Command {
	grant, _ := a.Section("grant")
	payment, party := agreement.Payment{ID: "none"}, agreement.Party{Role: "members", ID: "none"}
	if n := len(grant.Payments); n > 0 {
		payment = grant.Payments[r.IntN(n)]
	}
	if members := a.PartiesIn("members"); len(members) > 0 {
		party = members[r.IntN(len(members))]
	}
	section := []string{"grant", "networks", "gone"}[r.IntN(3)]
	switch r.IntN(14) {
	case 0:
		return agreement.AddPayment(section, r.IntN(4), agreement.Payment{ID: agreement.NewID(), Due: words, Amount: words, Purpose: agreement.Both(words, words)})
	case 1:
		payment.Amount, payment.Due = words, words
		return agreement.EditPayment("grant", payment, agreement.PartAmount)
	case 2:
		return agreement.RemovePayment("grant", payment.ID)
	case 3:
		return agreement.MovePayment("grant", payment.ID, r.IntN(5)-2)
	case 4:
		return agreement.SetText(agreement.Place{Section: "grant", Item: payment.ID, Part: agreement.PartPurpose}, agreement.Bokmal, words)
	case 5:
		add, _ := agreement.AddParty(agreement.Party{Role: "members", Name: words})
		return add
	case 6:
		return agreement.RemoveParty(party.Key())
	case 7:
		return agreement.MoveParty(party.Key(), r.IntN(5)-2)
	case 8:
		party.Name = words
		return agreement.EditParty(party, "name")
	case 9:
		return agreement.SetLeader(section, "coast", []string{words, party.Key(), "members"}[r.IntN(3)])
	case 10:
		return agreement.SetMembers(section, "coast", []string{words, party.Key(), "county", words})
	case 11:
		return agreement.SetAnswer("payment", agreement.Answer{Value: []string{"once", "parts", words}[r.IntN(3)]})
	case 12:
		return agreement.ClearParty("members")
	}
	return agreement.SetParty(agreement.Party{Role: "members", Name: words})
}

func TestManyAreReadyAndReadInOrder(t *testing.T) {
	a := manySample()
	for _, form := range agreement.Forms {
		if found := a.Check(form); len(found) > 0 {
			t.Errorf("%s: %+v", form, found)
		}
	}
	doc := resolve(t, a, agreement.Nynorsk)
	want := `# Partane
p Avtalen gjeld Bodø, Rana og Røros, tre kommunar. Han er Bodø, Rana og Røros’.
1. Nordland fylkeskommune
2. Bodø kommune
3. Rana kommune
4. Røros kommune
# Tilskotet
| Tilskot / 500 000 kroner
| Utbetaling / i delar
p Pengane går til rydding.
p Pengane kjem i delar.
| Utbetaling / Gjeld / Beløp
| 1. mars 2027 / ved start / kr 200 000
| 2028 / ved slutt / kr 300 000
| Sum /  / kr 500 000
# Nettverk
1. Rein kyst Dei ryddar. Leiing: Nordland fylkeskommune. Medlemmer: Bodø kommune, Rana kommune, Røros kommune og Skjergardstenesta
# Underskrifter
sign county-1 Nordland fylkeskommune, Fylkesordførar
sign members-1-1 Bodø kommune, Ordførar
sign members-2-1 Rana kommune, Ordførar
sign members-3-1 Røros kommune, Ordførar
`
	if got := strings.ReplaceAll(outline(doc), "\u00a0", " "); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if doc.Draft {
		t.Error("it is marked as a draft")
	}
}

func TestWhatAChoiceLeavesOutIsNeitherPrintedNorChecked(t *testing.T) {
	e := agreement.NewEditor(manySample())
	late := agreement.Place{Section: "late", Item: "all", Part: agreement.PartText}
	if c, hidden := e.Agreement().Hidden(late); !hidden || c.Field != "payment" {
		t.Errorf("the section for another answer is hidden: %t, %+v", hidden, c)
	}
	do(t, e, agreement.SetAnswer("payment", agreement.Answer{Value: "once"}))
	a := e.Agreement()
	if _, hidden := a.Hidden(late); hidden {
		t.Error("the section is still hidden")
	}
	if _, hidden := a.Hidden(textAt("grant", "parts")); !hidden {
		t.Error("the item for the other answer is not hidden")
	}
	text := outline(resolve(t, a, agreement.Bokmal))
	if strings.Contains(text, "Pengene kommer i deler") || !strings.Contains(text, "Alt kommer [ukjent]") {
		t.Errorf("got\n%s", text)
	}
	if codes := findings(a, agreement.Bokmal); codes != "placeholder_unknown" {
		t.Errorf("found %s", codes)
	}
	field, answers := a.Reason(agreement.Condition{Field: "payment", Is: []string{"once", "parts"}}, agreement.Nynorsk)
	if field != "Utbetaling" || strings.Join(answers, "; ") != "alt på éin gong; i delar" {
		t.Errorf("the reason is %q, %q", field, answers)
	}
}

func TestPartiesOfARepeatedRoleComeGoAndMove(t *testing.T) {
	e := agreement.NewEditor(manySample())
	names := func() string {
		var list []string
		for _, p := range e.Agreement().Parties {
			list = append(list, p.Short)
		}
		return strings.Join(list, " ")
	}
	add, key := agreement.AddParty(member("Vågan"))
	for _, c := range []struct {
		command agreement.Command
		want    string
	}{
		{add, "Nordland Bodø Rana Røros Vågan"},
		{agreement.MoveParty(key, -9), "Nordland Vågan Bodø Rana Røros"},
		{agreement.MoveParty("members-1", 1), "Nordland Vågan Rana Bodø Røros"},
		{agreement.RemoveParty("members-2"), "Nordland Vågan Bodø Røros"},
		{agreement.SetParty(agreement.Party{Role: "members", ID: key, Short: "Vega", Name: "Vega kommune"}), "Nordland Vega Bodø Røros"},
		{agreement.MoveParty("county", 1), "Nordland Vega Bodø Røros"},
	} {
		do(t, e, c.command)
		if got := names(); got != c.want {
			t.Fatalf("parties are %s, want %s", got, c.want)
		}
	}
	for e.Undo() {
	}
	if got := names(); got != "Nordland Bodø Rana Røros" {
		t.Errorf("after undoing all, parties are %s", got)
	}
	for name, c := range map[string]agreement.Command{
		"gone": agreement.RemoveParty("members-9"), "not repeated": func() agreement.Command { c, _ := agreement.AddParty(nordland()); return c }(),
	} {
		if err := e.Do(c); err == nil {
			t.Errorf("%s: done", name)
		}
	}
}

func TestARoleThatIsFullRefusesMore(t *testing.T) {
	tpl := manyTemplate()
	tpl.Roles[1].Repeat.Max = 3
	e := agreement.NewEditor(agreement.New(tpl, nordland(), member("A"), member("B"), member("C")))
	add, _ := agreement.AddParty(member("D"))
	if err := e.Do(add); agreement.CodeOf(err) != agreement.Refused {
		t.Errorf("got %v", err)
	}
}

func TestAPartyThatLeavesLeavesItsNetworks(t *testing.T) {
	e := agreement.NewEditor(manySample())
	do(t, e, agreement.SetLeader("networks", "coast", "members-2"))
	do(t, e, agreement.SetMembers("networks", "coast", []string{"members-2", " ", "Vega", "members-3", "Vega"}))
	do(t, e, agreement.RemoveParty("members-2"))
	s, _ := e.Agreement().Section("networks")
	if it := s.Items[0]; it.Lead != "" || strings.Join(it.Members, "|") != "Vega|members-3" {
		t.Errorf("lead %q, members %q", it.Lead, it.Members)
	}
	e.Undo()
	s, _ = e.Agreement().Section("networks")
	if it := s.Items[0]; it.Lead != "members-2" || len(it.Members) != 3 {
		t.Errorf("after undo: lead %q, members %q", it.Lead, it.Members)
	}
}

func TestTitlesCountManyParties(t *testing.T) {
	var names []string
	for i := range 23 {
		names = append(names, fmt.Sprintf("K%d", i))
	}
	for n, want := range map[int]string{
		2:  "Samarbeidsavtale mellom Nordland fylkeskommune, K0 kommune og K1 kommune",
		5:  "Samarbeidsavtale mellom Nordland fylkeskommune, K0 kommune, K1 kommune, K2 kommune, K3 kommune og K4 kommune",
		6:  "Samarbeidsavtale mellom Nordland fylkeskommune og seks kommunar",
		23: "Samarbeidsavtale mellom Nordland fylkeskommune og 23 kommunar",
	} {
		if got := strings.ReplaceAll(agreement.FullTitle(manySample(names[:n]...), agreement.Nynorsk), "\u00a0", " "); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	nobody := agreement.New(manyTemplate())
	if got := agreement.FullTitle(nobody, agreement.Bokmal); got != "Samarbeidsavtale mellom [fylkeskommunen] og [kommuner]" {
		t.Errorf("%q", got)
	}
	if got := manySample(names...).Value("copies", agreement.Bokmal); got != "24" {
		t.Errorf("%q copies", got)
	}
}

func TestPaymentsAreFoundComparedAndRestored(t *testing.T) {
	e := agreement.NewEditor(manySample())
	before := e.Agreement()
	hits := before.Find(agreement.Query{Text: "ved slutt", Forms: []agreement.Form{agreement.Nynorsk}})
	if len(hits) != 1 || hits[0].Place != (agreement.Place{Section: "grant", Item: "p2", Part: agreement.PartPurpose}) {
		t.Fatalf("found %+v", hits)
	}
	do(t, e, agreement.ReplaceHit(hits[0], "til slutt"))
	do(t, e, agreement.EditPayment("grant", agreement.Payment{ID: "p1", Due: "2027-04-01", Amount: "200000", Purpose: agreement.Both("ved start", "ved start")}, agreement.PartDue))
	do(t, e, agreement.SetLeader("networks", "coast", "Vega"))
	var got []string
	for _, d := range agreement.Compare(before, e.Agreement()) {
		got = append(got, fmt.Sprintf("%s: %s > %s", d.Place.Part, d.Before, d.After))
	}
	if want := "due: 2027-03-01 > 2027-04-01; leader: Nordland fylkeskommune > Vega; purpose: ved slutt > til slutt"; strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
	do(t, e, agreement.RestoreContent(before))
	if !reflect.DeepEqual(before, e.Agreement()) {
		t.Error("the earlier content is not back")
	}
}

func TestTheTableOfPartiesHasWhatIsKnown(t *testing.T) {
	a := manySample()
	a.Parties[1].OrgNumber, a.Parties[2].Address = "974760673", "Storgata 1"
	got := strings.ReplaceAll(outline(resolve(t, a, agreement.Nynorsk)), "\u00a0", " ")
	want := `| Part / Organisasjonsnummer / Adresse
| Nordland fylkeskommune /  / ` + `
| Bodø kommune / 974 760 673 / ` + `
| Rana kommune /  / Storgata 1
| Røros kommune /  / ` + `
`
	if !strings.Contains(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
