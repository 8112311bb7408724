package transfer

import (
	"regexp"
	"testing"
)

// expressions are what the compiler adds to every file, and lists of tags as it writes them.
var expressions = []string{
	`^(([^<]|"\<")+)`, `^(([^<#]|"\<"|"\#")+)`, `\#[- _][^<]+`, `((<[^>]+>)+)`, `(.+)`, `(\{.+)`, `(\{([^/]+)\/)`,
	`(<n(?:><acr|p(?:><top)?)?>)`, `(<(?:mf?|nt|un|GD|f)>)`, `(<p[123]>)`, `(<(?:i(?:nf|mp)|p(?:re[st]|p))>)`,
	`(<(?:aa|A[Aa])>)`, `(<@(?:fv|ad(?:v→?|j→)|←(?:adv|det)|sub(?:st→|j))>)`, `(<pr_(?:ved|på|f(?:ra|rå|ør))>)`,
	`(<a??b>)`, `(<k(?:s|ß)>)`, `()`, `(<)`, `(<[^a]>)`, `<x(?i:y)>`,
}

// found gives what an attribute finds, and what its expression does.
func found(t *testing.T, expression, text string) (got, want [2]int) {
	t.Helper()
	a, err := newAttribute("a", expression)
	if err != nil {
		t.Fatal(err)
	}
	got[0], got[1] = a.find(text)
	if got[0] == got[1] {
		got = [2]int{}
	}
	if at := regexp.MustCompile("(?is)" + expression).FindStringIndex(text); at != nil && at[0] < at[1] {
		want = [2]int{at[0], at[1]}
	}
	return got, want
}

func TestAttributesFindWhatTheirExpressionsDo(t *testing.T) {
	for _, text := range []string{
		"", "bok", "bok<n><m><sg>", "Ta<vblex># med", "ta#med<n>", "ta#-<n># _x<a>", "<n><acr><np><top>", "<NP><Top>", "a<>b<x><>", "<", "<a", "<<n>",
		"<@adv→><@ADV>", "<@←det>", "<pr_PÅ>", "<pr_frå>", "<\u212as>", "<kſ>", "<kẞ>", "{", "{^a<n>$}", "x{^a/b}", `"<"<n>`, "<b><ab>", "\xff<\xff>", "a\n<n>\n",
	} {
		for _, e := range expressions {
			if got, want := found(t, e, text); got != want {
				t.Errorf("%s finds %v of %q instead of %v", e, got, text, want)
			}
		}
	}
}

func TestListsOfTagsNeedNoExpression(t *testing.T) {
	if newTagList(`(<(?:mf?|nt|un|GD|f)>)`) == nil {
		t.Error("genders are not taken for a list")
	}
	for _, other := range []string{`(<a+>)`, `(a)`, `(<[^a]>)`, `(<[a-z][a-z][a-z]>)`, `(`} {
		if newTagList(other) != nil {
			t.Errorf("%s is taken for a list", other)
		}
	}
}

func FuzzAttribute(f *testing.F) {
	f.Add("ta<vblex># med<@←det>{^a$}")
	f.Fuzz(func(t *testing.T, text string) {
		for _, e := range expressions {
			if got, want := found(t, e, text); got != want {
				t.Errorf("%s finds %v of %q instead of %v", e, got, text, want)
			}
		}
	})
}
