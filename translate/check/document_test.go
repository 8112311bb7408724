package check_test

import (
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/check"
	"avtalebok/translate/terms"
)

// between gives what a document's passages say against each other, as "rule: found" with Other where nothing is found.
func between(passages []check.Passage, form agreement.Form) []string {
	var said []string
	for _, findings := range check.New(check.Options{}).Document(passages, form) {
		for _, f := range findings {
			what := f.Found
			if what == "" {
				what = f.Other
			}
			said = append(said, f.Rule+": "+what)
		}
	}
	return said
}

func TestWhatOneFormSaysAndTheOtherDoesNotIsFound(t *testing.T) {
	for _, c := range []struct {
		name   string
		nb, nn string
		inNB   []string
		inNN   []string
	}{
		{name: "the same", nb: "Avtalen gjelder i 3 år fra 8. februar 2027.", nn: "Avtalen gjeld i 3 år frå 8. februar 2027."},
		{name: "a number in words", nb: "Varselet er 3 måneder.", nn: "Varselet er tre månader."},
		{name: "one number in words in two ways", nb: "Det er én part og 2 avtaler.", nn: "Det er éin part og to avtalar."},
		{name: "thousands set in two ways", nb: "Beløpet er kr 500 000.", nn: "Beløpet er kr 500\u00a0000."},
		{name: "a date written in two ways", nb: "Fristen er 08.02.2027.", nn: "Fristen er 8. februar 2027."},
		{name: "digits in a placeholder", nb: "Se {part1}.", nn: "Sjå {part1}."},
		{name: "only one form is there", nb: "Beløpet er 7 kroner.", nn: ""},
		{
			name: "another number", nb: "Det er 25 avtaler.", nn: "Det er 24 avtalar.",
			inNB: []string{"figures-differ: 25"}, inNN: []string{"figures-differ: 24"},
		},
		{
			name: "another date", nb: "Fristen er 8. mars 2027.", nn: "Fristen er 8. mai 2027.",
			inNB: []string{"dates-differ: 8. mars 2027"}, inNN: []string{"dates-differ: 8. mai 2027"},
		},
		{name: "a number left out", nb: "Alle 46 er med.", nn: "Alle er med.", inNB: []string{"figures-differ: 46"}},
		{
			name: "a placeholder left out", nb: "Avtalen gjelder {county} og {municipality}s innbyggere.", nn: "Avtalen gjeld {county}.",
			inNN: []string{"placeholder-missing: {municipality}"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			passages := []check.Passage{{NB: c.nb, NN: c.nn}}
			if got := between(passages, agreement.Bokmal); !slices.Equal(got, c.inNB) {
				t.Errorf("in bokmål: %q, expected %q", got, c.inNB)
			}
			if got := between(passages, agreement.Nynorsk); !slices.Equal(got, c.inNN) {
				t.Errorf("in nynorsk: %q, expected %q", got, c.inNN)
			}
		})
	}
}

func TestATermTranslatedInTwoWaysIsFound(t *testing.T) {
	passages := []check.Passage{
		{NB: "Anbefaling om formålet.", NN: "Tilråding om føremålet."},
		{NB: "Formålet er klart.", NN: "Føremålet er klart."},
		{NB: "Om formålet med avtalen.", NN: "Om formålet med avtalen."},
	}
	if got, want := between(passages, agreement.Nynorsk), []string{"term-varies: formålet"}; !slices.Equal(got, want) {
		t.Errorf("got %q, expected %q", got, want)
	}
	passages[2].NN = "Om føremålet med avtalen."
	if got := between(passages, agreement.Nynorsk); len(got) > 0 {
		t.Errorf("false alarm: %q", got)
	}
}

func style(t *testing.T, forms ...string) *translate.Style {
	t.Helper()
	s := translate.Style{}
	for _, f := range forms {
		var err error
		if s, err = s.With(f); err != nil {
			t.Fatal(err)
		}
	}
	return &s
}

func TestTheHouseStyleIsHeld(t *testing.T) {
	for _, c := range []struct {
		forms []string
		text  string
		want  []string // "found replacement"
	}{
		{nil, "Vi vil leggje til rette for å utvikle lag.", nil},
		{nil, "Me vil legge til rette for å utvikla lag.", []string{"Me Vi", "legge leggje", "utvikla utvikle"}},
		{[]string{"me", "bygge", "a-infinitiv"}, "Me vil legga til rette for å utvikla lag.", nil},
		{[]string{"me"}, "Vi møtest. No kjem vi.", []string{"Vi Me", "vi me"}},
		{[]string{"vart", "skole"}, "Skulen blei opna.", []string{"Skulen Skolen", "blei vart"}},
		{[]string{"blant anna"}, "Det gjeld mellom anna barn.", []string{"mellom anna blant anna"}},
		{nil, "Trygge barn lærer å godta, å ivareta og å bidra. Det er viktig å la andre ta del.", nil},
		{[]string{"også", "eksempel"}, "Eit døme er òg at vi er samde.", []string{"døme eksempel", "òg også"}},
		{nil, "Eit eksempel er også at vi er einige.", nil},
		{[]string{"kløyvd infinitiv"}, "Det er godt å vera her og å kaste ball.", nil},
	} {
		checker := check.New(check.Options{Style: style(t, c.forms...)})
		var got []string
		for _, f := range checker.Text(c.text, agreement.Nynorsk) {
			if f.Rule != "house-style" {
				t.Errorf("%q: %s %q", c.text, f.Rule, f.Found)
			}
			got = append(got, f.Found+" "+strings.Join(f.Replacements, "|"))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v %q: got %q, expected %q", c.forms, c.text, got, c.want)
		}
	}
}

func TestRulesCanBeSwitchedOffAndFindingsIgnored(t *testing.T) {
	const text = "Vi har ikke fått svar på tilskuddet frå kommunen."
	here := agreement.Place{Section: "goals", Part: agreement.PartLead}
	there := agreement.Place{Section: "roles", Part: agreement.PartLead}
	passages := []check.Passage{{Place: here, NN: text}, {Place: there, NN: text}}
	count := func(o check.Options) (n [2]int) {
		for i, f := range check.New(o).Document(passages, agreement.Nynorsk) {
			n[i] = len(f)
		}
		return n
	}
	for _, c := range []struct {
		name    string
		options check.Options
		want    [2]int
	}{
		{"as it is", check.Options{}, [2]int{2, 2}},
		{"a rule off", check.Options{Off: []string{"bokmal-word"}}, [2]int{1, 1}},
		{"ignored here", check.Options{Ignored: []check.Ignore{{Rule: "bokmal-word", Found: "ikke", Place: here}}}, [2]int{1, 2}},
		{"ignored always", check.Options{Ignored: []check.Ignore{{Rule: "bokmal-word", Found: "Ikke"}}}, [2]int{1, 1}},
	} {
		if got := count(c.options); got != c.want {
			t.Errorf("%s: %v findings, expected %v", c.name, got, c.want)
		}
	}
}

func TestTheUsersOwnTermsCount(t *testing.T) {
	own, err := terms.ReadTerms([]byte("bokmål;nynorsk;ordklasse;bøying bokmål;bøying nynorsk\nveileder;rettleiar;substantiv;m-er;m\nfjordlag;vestlandslag;substantiv;n;n\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := check.New(check.Options{Terms: terms.Default().With(own...)})
	findings := c.Text("Fleire av fjordlagene møtest.", agreement.Nynorsk)
	if len(findings) != 1 || findings[0].Rule != "bokmal-term" || findings[0].Replacements[0] != "vestlandslaga" {
		t.Errorf("got %+v", findings)
	}
}

func TestAFindingCanBeCorrected(t *testing.T) {
	const text = "Kommunen søkjer ikke."
	f := check.New(check.Options{}).Text(text, agreement.Nynorsk)[0]
	if got := f.Apply(text, 0); got != "Kommunen søkjer ikkje." {
		t.Errorf("got %q", got)
	}
	if got := f.Apply(text, 7); got != text {
		t.Errorf("a replacement that isn't there changed the text to %q", got)
	}
	line, column := check.Position("Ærleg\ntalt: ikke", len("Ærleg\ntalt: "))
	if line != 2 || column != 7 {
		t.Errorf("line %d column %d", line, column)
	}
}

func TestWordsAreKnownHoweverTheyAreEncoded(t *testing.T) {
	for _, text := range []string{"Det er ik\u00adke klart.", "Kva sa\u030a, hun ma\u030a ga\u030a fo\u0308r?", "Vi har\u00a0ikke svart."} {
		if findings := check.New(check.Options{}).Text(text, agreement.Nynorsk); len(findings) != 1 {
			t.Errorf("%q: %+v", text, findings)
		}
	}
}

func TestTheNamesOfThePartiesAreLetAlone(t *testing.T) {
	const text = "Foreningen for barn er med. Det er Bodø kommune òg, men ikkje Bodø Kommune."
	a := agreement.Agreement{Parties: []agreement.Party{
		{Role: "a", Name: "Foreningen for barn"}, {Role: "b", Name: "Bodø kommune", Short: "Bodø"},
	}}
	said := func(names []string) (said []string) {
		c := check.New(check.Options{Names: names})
		for _, f := range c.Document([]check.Passage{{NN: text}}, agreement.Nynorsk)[0] {
			said = append(said, f.Rule+": "+f.Found)
		}
		return said
	}
	if got, want := said(check.NamesOf(a)), []string{"name-spelling: Bodø Kommune"}; !slices.Equal(got, want) {
		t.Errorf("got %q, expected %q", got, want)
	}
	if got := said(nil); len(got) != 2 {
		t.Errorf("without the names: %q", got)
	}
}
