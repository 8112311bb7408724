package templates

import (
	"os"
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
)

func many(t testing.TB) string {
	t.Helper()
	src, err := os.ReadFile("testdata/many.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func TestParseReadsManyPartiesPaymentsAndNetworks(t *testing.T) {
	tpl := readTemplate(t, many(t))
	role := tpl.Roles[1]
	if role.Repeat != (agreement.Repeat{Min: 2, Max: 60}) || role.Plural.NN != "kommunar" || tpl.Roles[0].Repeated() {
		t.Errorf("roles: %+v", tpl.Roles)
	}
	choice := tpl.Fields[4]
	if choice.Type != agreement.ChoiceField || choice.Answer.Value != "parts" || choice.Written(agreement.Nynorsk) != "I fleire delar" {
		t.Errorf("choice: %+v", choice)
	}
	grant := tpl.Sections[1]
	if grant.Total != "amount" || !slices.Equal(grant.Facts, []string{"amount", "decided", "case_number", "purpose", "payment"}) {
		t.Errorf("grant: %+v", grant)
	}
	if c := grant.Items[0].ShowIf; c == nil || c.Field != "payment" || !slices.Equal(c.Is, []string{"parts"}) {
		t.Errorf("condition: %+v", c)
	}
	first, second := grant.Payments[0], grant.Payments[1]
	if first.Due != "2027-03-01" || first.Amount != "400000" || first.Purpose.NN != "Når avtalen er underskriven av alle" || second.Due != "2028" {
		t.Errorf("payments: %+v", grant.Payments)
	}
	if n := tpl.Sections[2].Items[0]; n.Lead != "county" || !slices.Equal(n.Members, []string{"municipalities", "Skjergardstenesta"}) {
		t.Errorf("network: %+v", n)
	}
}

func TestManyIsWrittenAsTheSame(t *testing.T) { expectRoundTrip(t, readTemplate(t, many(t))) }

// TestProblemsOfMany changes one thing in the template, and expects to be told where and what to do.
func TestProblemsOfMany(t *testing.T) {
	for _, test := range []struct {
		name     string
		old, new string
		at       string
		want     string
	}{
		{"repeat without most", "repeat = { min = 2, max = 60 }", "repeat = { min = 2 }", "repeat =", `repeat lacks "max"`},
		{"repeat that is no table", "repeat = { min = 2, max = 60 }", "repeat = 60", "repeat =", `Write it like this: repeat = { min = 2, max = 50 }`},
		{"less at most", "max = 60 }", "max = 1 }", "repeat =", `min (2) is more than max (1)`},
		{"more than can be", "max = 60 }", "max = 6000 }", "repeat =", `max = 6000`},
		{"repeat of none", "min = 2, max = 60", "min = 0, max = 0", "repeat =", `max = 0`},
		{"misspelt bound", "min = 2, max", "mn = 2, max", "repeat =", `unknown key "mn"; did you mean "min"?`},
		{"no plural", "plural.nb = \"kommuner\"\nplural.nn = \"kommunar\"\n", "", "[[roles]]\nid = \"municipalities\"", `lacks "plural"`},
		{"plural without repeat", "repeat = { min = 2, max = 60 }\n", "", "plural.nb", `lacks "repeat"`},
		{"count of a single role", "{municipalities.count} kommuner\"", "{county.count} kommuner\"", "{county.count}", `unknown placeholder {county.count}`},
		{"choice without options", "options = [\n    { id = \"once\", nb = \"Alt på én gang\", nn = \"Alt på éin gong\" },\n    { id = \"parts\", nb = \"I flere deler\", nn = \"I fleire delar\" },\n]\n", "", "[[fields]]\nid = \"payment\"", `lacks "options"`},
		{"default that is no option", `default = "parts"`, `default = "partz"`, `default = "partz"`, `did you mean "parts"?`},
		{"option in one form", `nb = "Alt på én gang", `, "", `{ id = "once", nn`, `missing in bokmål`},
		{"options of an amount", "default = 1000000", "options = []", "options = []", `"options" has no meaning`},
		{"condition on no field", `field = "payment"`, `field = "paymet"`, `field = "paymet"`, `Did you mean "payment"?`},
		{"condition on a field without options", `field = "payment"`, `field = "amount"`, `field = "amount"`, `These can: payment`},
		{"condition on no option", `is = ["parts"]`, `is = ["part"]`, `is = ["part"]`, `did you mean "parts"?`},
		{"condition without answers", `is = ["parts"]`, `is = []`, `is = []`, `Write it like this: show_if = { field = "…", is = ["…"] }`},
		{"fact that is no field", `"decided", "case`, `"decide", "case`, `"decide", "case`, `Did you mean "decided"?`},
		{"total that is no amount", `total = "amount"`, `total = "decided"`, `total = "decided"`, `These can: amount`},
		{"payment in spring", "due = 2027-03-01", `due = "i vår"`, `due = "i vår"`, `Write it like this: due = 2027-03-01`},
		{"payment of nothing", "amount = 400000", "amount = 0", "amount = 0", `amount = 0`},
		{"payment as a text", "amount = 400000", `amount = "400 000"`, `amount = "400 000"`, `Write it like this: amount = 3`},
		{"payment in one form", "nn = \"Når rapporten er godkjend\"\n", "", "[[sections.payments]]\nid = \"second\"", `missing in nynorsk`},
		{"payment with an item's id", "id = \"second\"", "id = \"once\"", "id = \"once\"\ndue", `the id "once" is already used`},
		{"payments in running text", "kind = \"grant\"", "kind = \"prose\"", "facts =", `"facts" has no meaning`},
		{"members of a paragraph", "kind = \"networks\"", "kind = \"focus\"", "members =", `"members" has no meaning`},
		{"leader that is no role", `lead = "county"`, `lead = "conty"`, `lead = "conty"`, `did you mean "county"?`},
		{"members that are no list", `members = ["municipalities", "Skjergardstenesta"]`, `members = "municipalities"`, `members =`, `Write it like this: members = ["…"]`},
	} {
		t.Run(test.name, func(t *testing.T) {
			good := many(t)
			if !strings.Contains(good, test.old) {
				t.Fatalf("the template has no %q to replace", test.old)
			}
			src := strings.Replace(good, test.old, test.new, 1)
			i := strings.Index(src, test.at)
			if i < 0 {
				t.Fatalf("the changed template has no %q", test.at)
			}
			_, err := Parse("minimal.toml", []byte(src))
			expectProblem(t, err, 1+strings.Count(src[:i], "\n"), test.want)
		})
	}
}
