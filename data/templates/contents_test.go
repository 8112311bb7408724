package templates

import (
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
)

// answers are answers to a template's questions, in pairs of field and value.
type answers []string

// made gives an agreement made from a template, with its parties and with some questions answered.
func made(t testing.TB, id string, given answers) agreement.Agreement {
	t.Helper()
	tpl, err := Get(id)
	if err != nil {
		t.Fatal(err)
	}
	a := agreement.New(tpl, parties(tpl, 0)...)
	for i := 0; i < len(given); i += 2 {
		if _, ok := a.Field(given[i]); !ok {
			t.Fatalf("%s has no field %s", id, given[i])
		}
		for j := range a.Fields {
			if a.Fields[j].ID == given[i] {
				a.Fields[j].Answer.Value = given[i+1]
			}
		}
	}
	return a
}

// read gives an agreement in one form as its reader sees it, with hard spaces as spaces.
func read(t testing.TB, a agreement.Agreement, form agreement.Form) string {
	t.Helper()
	doc, err := a.Resolve(form)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(plain(doc), "\u00a0", " ")
}

// TestTemplatesInTheOrderOfTheList: partnerships, cooperation, grants, each kind by identifier.
func TestTemplatesInTheOrderOfTheList(t *testing.T) {
	want := []string{
		"partnership-county-municipality", "partnership-county-organisation", "partnership-networks",
		"blank-agreement", "cooperation-operation-development", "cooperation-umbrella-organisation", "project-many-municipalities",
		"grant-operation", "grant-project",
	}
	var got []string
	for _, tpl := range All() {
		got = append(got, tpl.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// TestAgreementsSayWhatIsAgreed looks for the facts of each template in the agreement as it will be printed. A text
// after "-" is one that must not be there.
func TestAgreementsSayWhatIsAgreed(t *testing.T) {
	tests := []struct {
		template string
		given    answers
		nb, nn   []string
	}{
		{
			"partnership-county-organisation", nil,
			[]string{
				"Folkehelse og livsmestring",
				"jevne ut sosiale forskjeller i helse og fremme god psykisk helse i Nordland", "politiattest",
				"sier den opp", "tre måneders varsel", "-2029",
			},
			[]string{
				"Folkehelse og livsmeistring",
				"jamne ut sosiale skilnader i helse og fremje god psykisk helse i Nordland", "politiattest",
				"seier han opp", "tre månaders varsel", "-2029",
			},
		},
		{
			"partnership-county-organisation",
			answers{"period", "fixed", "last_year", "2031", "children", "no"},
			[]string{"til og med 31. desember 2031", "-politiattest", "-fram til en av dem"},
			[]string{"til og med 31. desember 2031", "-politiattest", "-fram til ein av dei"},
		},
		{
			"cooperation-operation-development",
			answers{"area", "sport"},
			[]string{
				"Drift og utvikling av Idrettslaget Fram", "service- og kompetansesenter for medlemmene",
				"Idrett for alle", "-Friluftsliv der folk bor",
				"300 000 kroner i driftsstøtte for hvert av årene 2027–2030", "Innen 1. april 2028",
				"seks måneders varsel",
			},
			[]string{
				"Drift og utvikling av Idrettslaget Fram", "service- og kompetansesenter for medlemmene",
				"Idrett for alle", "-Friluftsliv der folk bur",
				"300 000 kroner i driftsstøtte for kvart av åra 2027–2030", "Innan 1. april 2028",
				"seks månaders varsel",
			},
		},
		{
			"cooperation-operation-development",
			answers{"area", "outdoor", "support", "no"},
			[]string{"Friluftsliv der folk bor", "-Idrett for alle", "søker om driftsstøtte for hvert år", "-300 000"},
			[]string{
				"Friluftsliv der folk bur", "-Idrett for alle", "søkjer om driftsstøtte for kvart år", "-300 000",
			},
		},
		{
			"cooperation-umbrella-organisation", nil,
			[]string{
				"kunnskap om frivillig sektor", "verktøy", "kampanjer", "kurs og konferanser", "nettverksmøter",
				"frivillighetspolitikk", "-lyse ut tilskudd",
			},
			[]string{
				"kunnskap om frivillig sektor", "verktøy", "kampanjar", "kurs og konferansar", "nettverksmøte",
				"frivilligheitspolitikk", "-lyse ut tilskot",
			},
		},
		{
			"cooperation-umbrella-organisation",
			answers{"policy_grants", "yes"},
			[]string{"lyse ut tilskudd som kommunene kan bruke"},
			[]string{"lyse ut tilskot som kommunane kan bruke"},
		},
		{
			"grant-project",
			answers{"amount", "450000", "decided_on", "2026-10-15"},
			[]string{
				"Tilskudd 450 000 kroner", "Prosjektet begynner 1. januar 2027", "Prosjektet slutter 31. desember 2027",
				"Frist for rapport og regnskap 1. mars 2028", "Vedtatt av utvalg for kultur, idrett og inkludering",
				"Vedtaksdato 15. oktober 2026", "innen 30 dager", "-Utbetalingsplan", "Styrelederen skriver under på",
				"Kontroll og innsyn", "Tilbakebetaling",
			},
			[]string{
				"Tilskot 450 000 kroner", "Prosjektet byrjar 1. januar 2027", "Prosjektet sluttar 31. desember 2027",
				"Frist for rapport og rekneskap 1. mars 2028", "Vedteke av utval for kultur, idrett og inkludering",
				"Vedtaksdato 15. oktober 2026", "innan 30 dagar", "-Utbetalingsplan", "Styreleiaren skriv under på",
				"Kontroll og innsyn", "Tilbakebetaling",
			},
		},
		{
			"grant-project",
			answers{"payment", "instalments", "audit", "auditor", "vat", "refunded", "children", "yes"},
			[]string{
				"1. februar 2027 Når avtalen er underskrevet kr 225 000", "Sum  kr 300 000", "-innen 30 dager",
				"En revisor bekrefter", "-Styrelederen", "ført uten merverdiavgift", "politiattest", "-Vedtaksdato",
			},
			[]string{
				"1. februar 2027 Når avtalen er underskriven kr 225 000", "Sum  kr 300 000", "-innan 30 dagar",
				"Ein revisor stadfestar", "-Styreleiaren", "førte utan meirverdiavgift", "politiattest", "-Vedtaksdato",
			},
		},
		{
			"grant-operation", nil,
			[]string{
				"Tilskudd i alt 900 000 kroner", "Første år 2027", "Siste år 2029", "Første rapportfrist 1. april 2028",
				"2028 Drift det andre året kr 300 000", "Sum  kr 900 000", "forbehold om at fylkestinget",
				"seks måneders varsel",
			},
			[]string{
				"Tilskot i alt 900 000 kroner", "Første år 2027", "Siste år 2029", "Første rapportfrist 1. april 2028",
				"2028 Drift det andre året kr 300 000", "Sum  kr 900 000", "atterhald om at fylkestinget",
				"seks månaders varsel",
			},
		},
		{
			"grant-operation",
			answers{"payment", "once", "amount", "200000", "first_year", "2027", "last_year", "2027"},
			[]string{"200 000 kroner i tilskudd til driften", "innen 30 dager", "-Utbetalingsplan"},
			[]string{"200 000 kroner i tilskot til drifta", "innan 30 dagar", "-Utbetalingsplan"},
		},
		{
			"partnership-networks", nil,
			[]string{
				"Bærekraftige Nordland", "fire kommuner og to organisasjoner", "Klima og miljø",
				"Samferdsel og mobilitet", "Verdiskaping og kompetanse", "Folkehelse",
				"Ledelse: Nordland fylkeskommune", "Evje og Hornnes kommune, Idrettslaget Fram og Røde Kors",
				"på sju eksemplarer",
			},
			[]string{
				"Berekraftige Nordland", "fire kommunar og to organisasjonar", "Klima og miljø",
				"Samferdsel og mobilitet", "Verdiskaping og kompetanse", "Folkehelse", "Leiing: Nordland fylkeskommune",
				"Evje og Hornnes kommune, Idrettslaget Fram og Røde Kors", "på sju eksemplar",
			},
		},
		{
			"project-many-municipalities", nil,
			[]string{
				"Kystdugnaden",
				"mellom Nordland fylkeskommune, Bodø kommune, Røros kommune, Bø kommune og Evje og Hornnes kommune",
				"ryddet for stillehavsøsters", "fra 1. mars 2027 til 31. desember 2028", "vernehansker",
				"Hver part dekker sine egne utgifter", "-50 000",
			},
			[]string{
				"Kystdugnaden",
				"mellom Nordland fylkeskommune, Bodø kommune, Røros kommune, Bø kommune og Evje og Hornnes kommune",
				"rydda for stillehavsøsters", "frå 1. mars 2027 til 31. desember 2028", "vernehanskar",
				"Kvar part dekkjer sine eigne utgifter", "-50 000",
			},
		},
		{
			"project-many-municipalities",
			answers{"support", "amount"},
			[]string{
				"Hver kommune får 50 000 kroner", "betaler kommunen tilbake", "-Hver part dekker sine egne utgifter",
			},
			[]string{
				"Kvar kommune får 50 000 kroner", "betaler kommunen tilbake", "-Kvar part dekkjer sine eigne utgifter",
			},
		},
		{
			"blank-agreement", nil,
			[]string{
				"Partene skal samarbeide om oppgaver", "tre måneders varsel", "-Bakgrunn", "-Innsatsområder",
				"-Hovedmål",
			},
			[]string{
				"Partane skal samarbeide om oppgåver", "tre månaders varsel", "-Bakgrunn", "-Innsatsområde",
				"-Hovudmål",
			},
		},
	}
	for _, test := range tests {
		a := made(t, test.template, test.given)
		for _, form := range agreement.Forms {
			text := read(t, a, form)
			for _, want := range map[agreement.Form][]string{agreement.Bokmal: test.nb, agreement.Nynorsk: test.nn}[form] {
				absent, no := strings.CutPrefix(want, "-")
				if no && strings.Contains(text, absent) {
					t.Errorf("%s with %v in %s says %q", test.template, test.given, form, absent)
				}
				if !no && !strings.Contains(text, want) {
					t.Errorf("%s with %v in %s does not say %q:\n%s", test.template, test.given, form, want, text)
				}
			}
		}
	}
}

// TestEveryAnswerLeavesAnAgreementThatIsReady chooses each option of each question in turn.
func TestEveryAnswerLeavesAnAgreementThatIsReady(t *testing.T) {
	for _, tpl := range All() {
		for _, f := range tpl.Fields {
			for _, o := range f.Options {
				a := made(t, tpl.ID, answers{f.ID, o.ID})
				for _, form := range agreement.Forms {
					for _, found := range a.Check(form) {
						t.Errorf("%s with %s=%s: %+v", tpl.ID, f.ID, o.ID, found)
					}
				}
			}
		}
	}
}

// TestEveryChoiceDecidesSomething: a question without consequences would be a question too many.
func TestEveryChoiceDecidesSomething(t *testing.T) {
	for _, tpl := range All() {
		a := agreement.New(tpl, parties(tpl, 0)...)
		for _, f := range tpl.Fields {
			if f.Type == agreement.ChoiceField && !a.Decides(f.ID) {
				t.Errorf("%s: nothing depends on %s", tpl.ID, f.ID)
			}
		}
	}
}

// TestPaymentsAddUpToTheGrant, and are no longer ready when the grant is another.
func TestPaymentsAddUpToTheGrant(t *testing.T) {
	for id, plan := range map[string]string{"grant-project": "instalments", "grant-operation": "plan"} {
		a := made(t, id, answers{"payment", plan, "amount", "123000"})
		found := a.Check(agreement.Nynorsk)
		if len(found) != 1 || found[0].Code != agreement.SumDiffers || found[0].Place.Section != "payment-plan" {
			t.Errorf("%s: %+v", id, found)
		}
		if found := made(t, id, answers{"payment", "once", "amount", "123000"}).Check(agreement.Nynorsk); len(found) > 0 {
			t.Errorf("%s, paid at once: %+v", id, found)
		}
	}
}

// TestBindingWordingIsLocked: what the parties are bound by is agreed wording wherever there is a grant, money or a term.
func TestBindingWordingIsLocked(t *testing.T) {
	for id, sections := range map[string][]string{
		"partnership-county-organisation":   {"money", "duration"},
		"cooperation-operation-development": {"support", "duration"},
		"cooperation-umbrella-organisation": {"money", "duration"},
		"grant-project":                     {"reporting", "control", "repayment", "duration"},
		"grant-operation":                   {"reporting", "control", "repayment", "duration"},
		"partnership-networks":              {"terms"},
		"project-many-municipalities":       {"conditions", "money", "duration"},
	} {
		a := made(t, id, nil)
		for _, section := range sections {
			s, ok := a.Section(section)
			if !ok || len(s.Items) == 0 {
				t.Errorf("%s has no section %s", id, section)
			}
			for _, it := range s.Items {
				if !it.Text.Locked() {
					t.Errorf("%s/%s/%s can be changed without a word", id, section, it.ID)
				}
			}
		}
	}
}
