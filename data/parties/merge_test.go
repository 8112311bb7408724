package parties_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/data/parties"
)

func organisation(name, number string, people ...agreement.Person) parties.Entry {
	return parties.Entry{Party: agreement.Party{Kind: agreement.OrganisationParty, Name: name, OrgNumber: number, Contacts: people}}.Clean()
}

func body(t *testing.T, number string) parties.Entry {
	t.Helper()
	b, ok := parties.BodyOf(number)
	if !ok {
		t.Fatal(number)
	}
	return parties.Entry{Party: b.Party()}
}

func TestNamesAreComparedWithoutCaseAndSigns(t *testing.T) {
	for _, pair := range [][2]string{
		{"Bygdelaget, Hå", "BYGDELAGET HÅ"},
		{"IL «Glimt»", "il glimt"},
		{" Norsk  Folkehjelp - Bodø", "Norsk Folkehjelp, Bodø"},
		{"A\u030asen vel", "Åsen vel"},
	} {
		if parties.Normal(pair[0]) != parties.Normal(pair[1]) {
			t.Errorf("%q and %q differ", pair[0], pair[1])
		}
	}
	if parties.Normal("Bø vel") == parties.Normal("Bo vel") {
		t.Error("ø and o are the same letter")
	}
}

func TestPlanSaysWhatIsThereTwice(t *testing.T) {
	register := []parties.Entry{
		organisation("Bygdelaget", "974760673"), organisation("Koret", ""), organisation("Speiderne", "971032146"), body(t, "1804"),
	}
	register[2].Also = []string{"Speidarane"}
	for i := range register {
		register[i].ID = int64(i + 1)
	}
	list := read(t, "Namn;Orgnr;E-post\n"+
		"Bygdelaget med nytt namn;974760673;\n"+ // 2: by number
		"KORET;;a@b.no\n"+ // 3: by name
		"Speidarane;;a@b.no\n"+ // 4: by a name it had
		"Speiderne;974760673;\n"+ // 5: another number: the first row's
		"Bygdelaget;;\n"+ // 6: nothing new
		"Nytt lag;;\n"+ // 7
		"nytt lag.;;a@b.no\n"+ // 8: repeats 7
		"Nytt lag;914594685;\n"+ // 9: repeats 7, which has no number
		"Bodø kommune;;post@example.no\n"+ // 10
		"Rana kommune;;post@example.no\n"+ // 11
		"Feil;12;\n") // 12
	got := []string{}
	for _, p := range parties.Plan(list.Rows, register) {
		into := ""
		if p.Known != nil {
			into = p.Known.Name
		}
		got = append(got, fmt.Sprint(p.Line, p.Standing, into, p.Before, p.ByNumber, p.Choices()))
	}
	want := []string{
		"2knownBygdelaget0true[merge skip]",
		"3knownKoret0false[merge add skip]",
		"4knownSpeiderne0false[merge add skip]",
		"5knownBygdelaget0true[merge skip]",
		"6sameBygdelaget0false[skip]",
		"7new0false[add skip]",
		"8repeated7false[merge add skip]",
		"9repeated7false[merge add skip]",
		"10knownBodø kommune0true[merge skip]",
		"11new0true[add skip]",
		"12wrong0false[skip]",
	}
	for i := range want {
		if withoutBlanks(got[i]) != withoutBlanks(want[i]) {
			t.Errorf("%q, want %q", got[i], want[i])
		}
	}
}

func withoutBlanks(s string) string { return strings.ReplaceAll(s, " ", "") }

func TestMergingKeepsEverything(t *testing.T) {
	a := organisation("Bygdelaget", "974760673",
		agreement.Person{Name: "Kari Nordmann", Email: "kari@example.no"}, agreement.Person{Name: "Per Hansen", Email: "per@example.no"})
	b := organisation("Bygdelaget Framtid", "",
		agreement.Person{Name: "kari nordmann", Phone: "900 00 000", Title: agreement.Both("leder", "leiar")},
		agreement.Person{Name: "Per Hansen", Email: "per@another.example"}, agreement.Person{Name: "Siri Dahl"})
	a.Address, b.Address, b.Adopted = "Storgata 1", "Postboks 2", agreement.AdoptedNynorsk
	if got := parties.Differences(a, b); !slices.Equal(got, []parties.Fact{parties.NameFact, parties.AddressFact}) {
		t.Errorf("differences %v", got)
	}
	m := parties.Merge(a, b, parties.NameFact)
	if m.Name != "Bygdelaget Framtid" || m.Short != "Bygdelaget Framtid" || m.OrgNumber != "974760673" || m.Address != "Storgata 1" ||
		m.Adopted != agreement.AdoptedNynorsk || !slices.Equal(m.Also, []string{"Bygdelaget"}) {
		t.Errorf("%+v", m)
	}
	var people []string
	for _, q := range m.Contacts {
		people = append(people, fmt.Sprint(q.ID, q.Name, q.Email, q.Phone, q.Title.NN))
	}
	want := []string{
		"contact-1Kari Nordmannkari@example.no900 00 000leiar", "contact-2Per Hansenper@example.no", "contact-3Per Hansenper@another.example", "contact-4Siri Dahl",
	}
	if !slices.Equal(people, want) {
		t.Errorf("%q, want %q", people, want)
	}
	if !m.Called("bygdelaget") || !m.Is(agreement.Party{Kind: agreement.OrganisationParty, Name: "Bygdelaget"}) {
		t.Error("the merged one is not found by the name that it had")
	}
	if parties.Adds(m, b) || parties.Adds(m, a) {
		t.Error("merging once more changes it")
	}
}

func TestWhatAMunicipalityIsCannotBeMergedAway(t *testing.T) {
	a, b := body(t, "1804"), body(t, "1804")
	b.Name, b.Adopted, b.Contacts = "Bodin kommune", agreement.AdoptedNynorsk, []agreement.Person{{Name: "Kari"}}
	m := parties.Merge(a, b, parties.Facts...)
	if m.Name != "Bodø kommune" || m.Adopted != agreement.AdoptedNeutral || len(m.Contacts) != 1 || len(m.Also) != 0 {
		t.Errorf("%+v", m)
	}
	if d := parties.Differences(a, b); len(d) != 0 {
		t.Errorf("differences %v", d)
	}
}

func TestFittingGivesARoleThePartysOwnPeople(t *testing.T) {
	leader, director := agreement.Pair{NB: "ordfører", NN: "ordførar"}, agreement.Pair{NB: "kommunedirektør", NN: "kommunedirektør"}
	contact := agreement.Pair{NB: "kontaktperson", NN: "kontaktperson"}
	role := agreement.Role{ID: "r", Signatories: []agreement.Pair{leader, director}, Contacts: []agreement.Pair{contact}}
	titled := func(name string, title agreement.Pair) agreement.Person {
		return agreement.Person{Name: name, Title: agreement.Both(title.NB, title.NN)}
	}
	for _, test := range []struct {
		name                string
		signatories, people []agreement.Person
		want                string
	}{
		{"nobody is known", nil, nil, "[-ordfører -kommunedirektør] [-kontaktperson]"},
		{"titles find their places", []agreement.Person{titled("Per", director), titled("Kari", leader)}, nil, "[Kari-ordfører Per-kommunedirektør] [-kontaktperson]"},
		{"one is missing", []agreement.Person{titled("Per", director)}, nil, "[-ordfører Per-kommunedirektør] [-kontaktperson]"},
		{"no title takes the one asked for", []agreement.Person{{Name: "Kari"}}, nil, "[Kari-ordfører -kommunedirektør] [-kontaktperson]"},
		{"everybody who signs", []agreement.Person{{Name: "A"}, {Name: "B"}, titled("C", contact)}, nil, "[A-ordfører B-kommunedirektør C-kontaktperson] [-kontaktperson]"},
		{"as many contacts as asked for", nil, []agreement.Person{{Name: "A"}, {Name: "B"}}, "[-ordfører -kommunedirektør] [A-kontaktperson]"},
	} {
		p := parties.Fit(role, agreement.Party{Signatories: test.signatories, Contacts: test.people})
		said := func(people []agreement.Person) (out []string) {
			for _, q := range people {
				out = append(out, q.Name+"-"+q.Title.NB)
			}
			return out
		}
		if got := fmt.Sprint(said(p.Signatories), " ", said(p.Contacts)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}
