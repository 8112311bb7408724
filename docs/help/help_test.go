package help_test

import (
	"strings"
	"testing"

	"avtalebok/docs/help"
)

func TestBothLanguagesHaveTheSamePages(t *testing.T) {
	nn, nb := help.Pages("nn"), help.Pages("nb")
	if len(nn) < 8 || len(nn) != len(nb) {
		t.Fatalf("%d pages in nynorsk, %d in bokmål", len(nn), len(nb))
	}
	for i := range nn {
		if nn[i].ID != nb[i].ID || nn[i].Title == "" || len(nn[i].Body) < 100 || len(nb[i].Body) < 100 {
			t.Errorf("page %d: %+v and %+v", i, nn[i], nb[i])
		}
		if a, b := strings.Count(nn[i].Body, "\n- ")+strings.Count(nn[i].Body, ". "), strings.Count(nb[i].Body, "\n- ")+strings.Count(nb[i].Body, ". "); a != b {
			t.Errorf("%s: the two languages do not say as much: %d and %d", nn[i].ID, a, b)
		}
	}
}

func TestSearchFindsATask(t *testing.T) {
	for query, want := range map[string]string{"ANGRE": "06", "lime inn": "03", "signer penn": "05", "genitiv": "02"} {
		if got := help.Search("nn", query); len(got) == 0 || got[0].ID != want {
			t.Errorf("%q finds %+v, want page %s first", query, got, want)
		}
	}
	if got := help.Search("nn", "finst ikkje i hjelpa"); len(got) != 0 {
		t.Errorf("found %+v", got)
	}
	if got := help.Search("nb", ""); len(got) != len(help.Pages("nb")) {
		t.Error("no query does not give all pages")
	}
}
