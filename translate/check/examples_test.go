package check_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"avtalebok/agreement"
	"avtalebok/translate/check"
)

type example struct {
	ID   string
	Form agreement.Form
	Bad  []string
	Good []string
}

func examples(t testing.TB) []example {
	t.Helper()
	raw, err := os.ReadFile("words/examples.toml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Rule []example }
	if err := toml.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	return file.Rule
}

var marked = regexp.MustCompile(`\[([^\]→]+)(?:→([^\]]*))?\]`)

// found is what a bad example says and what the checker says of it, comparable.
type found struct {
	line          int
	text, replace string
}

// expected takes the marks out of a bad example.
func expected(bad string) (plain string, faults []found) {
	for _, m := range marked.FindAllStringSubmatchIndex(bad, -1) {
		f := found{line: strings.Count(bad[:m[0]], "\n"), text: bad[m[2]:m[3]]}
		if m[4] >= 0 {
			f.replace = bad[m[4]:m[5]]
		}
		faults = append(faults, f)
	}
	return marked.ReplaceAllString(bad, "$1"), faults
}

func lint(c *check.Checker, text string, form agreement.Form) (findings []check.Finding, said []found) {
	for i, line := range c.Document(check.Lines(text, form), form) {
		for _, f := range line {
			s := found{line: i, text: f.Found}
			if len(f.Replacements) > 0 {
				s.replace = f.Replacements[0]
			}
			findings, said = append(findings, f), append(said, s)
		}
	}
	return findings, said
}

func TestEveryRuleFindsItsFaultsAndLeavesTheRestAlone(t *testing.T) {
	c := check.New(check.Options{})
	for _, e := range examples(t) {
		t.Run(e.ID, func(t *testing.T) {
			rule, ok := check.RuleOf(e.ID)
			if !ok || !slices.Contains(rule.Forms, e.Form) {
				t.Fatalf("no rule %s for %s", e.ID, e.Form)
			}
			for _, bad := range e.Bad {
				plain, want := expected(bad)
				findings, got := lint(c, plain, e.Form)
				if !slices.Equal(want, got) {
					t.Errorf("%q:\n\tfound    %+v\n\texpected %+v", plain, got, want)
				}
				for _, f := range findings {
					if !family[e.ID][f.Rule] && f.Rule != e.ID {
						t.Errorf("%q: found by %s", plain, f.Rule)
					}
				}
			}
			for _, good := range e.Good {
				if findings, _ := lint(c, good, e.Form); len(findings) > 0 {
					t.Errorf("%q: false alarm %+v", good, findings)
				}
			}
		})
	}
}

// family are rules of which one may find what another is there for too, as the tables overlap.
var family = map[string]map[string]bool{
	"misspelling": {"bokmal-word": true},
	"lig-ending":  {"bokmal-word": true, "bokmal-term": true},
	"else-ending": {"bokmal-term": true},
}

func TestEveryRuleHasExamples(t *testing.T) {
	elsewhere := []string{"spelling", "house-style", "placeholder-missing", "figures-differ", "dates-differ", "term-varies"}
	count := map[string]int{}
	for _, e := range examples(t) {
		if len(e.Bad) > 0 && len(e.Good) > 0 {
			count[e.ID]++
		}
	}
	for _, r := range check.Rules() {
		if count[r.ID] == 0 && !slices.Contains(elsewhere, r.ID) {
			t.Errorf("%s has no examples", r.ID)
		}
	}
}

func TestExamplesAreThereToBeShown(t *testing.T) {
	shown := check.Examples("bokmal-word")
	if len(shown) < 4 || shown[0] != (check.Example{
		Form: agreement.Nynorsk, Text: "Vi har ikke fått svar frå kommunen.", Found: "ikke", Replacement: "ikkje",
	}) || !shown[len(shown)-1].Good {
		t.Errorf("%+v", shown)
	}
	if check.Examples("no rule") != nil {
		t.Error("there are examples of a rule that is none")
	}
}
