package storetest

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
)

func testListing(t *testing.T, open Open) {
	t.Run("an empty store lists nothing", func(t *testing.T) {
		f := newFixture(t, open)
		if got := f.ids(t, data.Query{}); len(got) != 0 {
			t.Errorf("list %v", got)
		}
	})
	t.Run("the last saved draft stands first, also within one second", func(t *testing.T) {
		f := newFixture(t, open)
		a := f.save(t, Draft("a", "Bodø", "én", "ein"))
		f.save(t, Draft("b", "Narvik", "én", "ein"))
		f.pass(time.Minute)
		f.save(t, Draft("c", "Rana", "én", "ein"))
		if got := f.ids(t, data.Query{}); !slices.Equal(got, []string{"c", "b", "a"}) {
			t.Errorf("list %v", got)
		}
		f.save(t, withText(a, "to"))
		if got := f.ids(t, data.Query{Limit: 2}); !slices.Equal(got, []string{"a", "c"}) {
			t.Errorf("first two %v", got)
		}
	})
	t.Run("a summary shows the newest revision", func(t *testing.T) {
		f := newFixture(t, open)
		a := f.save(t, Draft("a", "Bodø", "én", "ein"))
		a.Title = agreement.Both("Samarbeidsavtale", "Samarbeidsavtale")
		a.Template.Version = 4
		a.Kind = agreement.Cooperation
		f.pass(time.Minute)
		a = f.save(t, a)
		want := data.Summary{
			ID: "a", Template: a.Template, Kind: agreement.Cooperation, Status: agreement.Draft,
			Title: agreement.Pair{
				NB: agreement.FullTitle(a, agreement.Bokmal),
				NN: agreement.FullTitle(a, agreement.Nynorsk),
			},
			Parties: []string{"Nordland fylkeskommune", "Bodø kommune"}, Revision: 2, Updated: a.Updated,
		}
		got, err := f.List(t.Context(), data.Query{})
		if err != nil || len(got) != 1 || !reflect.DeepEqual(got[0], want) {
			t.Errorf("%+v, %v; want %+v", got, err, want)
		}
		if !strings.Contains(want.Title.NB, "Bodø kommune") {
			t.Errorf("the title %q does not name the party", want.Title.NB)
		}
	})
	t.Run("deleted drafts have a list of their own, the last deleted first", func(t *testing.T) {
		f := newFixture(t, open)
		for _, id := range []string{"a", "b", "c"} {
			f.save(t, Draft(id, "Bodø", "én", "ein"))
		}
		for _, id := range []string{"c", "a"} {
			f.pass(time.Minute)
			if err := f.Delete(t.Context(), id); err != nil {
				t.Fatal(err)
			}
		}
		if got := f.ids(t, data.Query{}); !slices.Equal(got, []string{"b"}) {
			t.Errorf("in use: %v", got)
		}
		if got := f.ids(t, data.Query{Deleted: true, Search: "bodø"}); !slices.Equal(got, []string{"a", "c"}) {
			t.Errorf("deleted: %v", got)
		}
		got, err := f.List(t.Context(), data.Query{Deleted: true, Limit: 1})
		if err != nil || len(got) != 1 || !got[0].Deleted {
			t.Errorf("%+v, %v; want one that says it is deleted", got, err)
		}
	})
}

func testSearching(t *testing.T, open Open) {
	f := newFixture(t, open)
	f.save(t, Draft("bodo", "Bodø", "Vi møtes til ÅRSMØTE i mai.", "Me møtest til årsmøte i mai, og {municipality} vert med."))
	f.pass(time.Minute)
	f.save(t, Draft("ha", "Hå", "Ordfører O'Brien sa: \"ja\" AND NOT nei (24/9999)", "Fylkestinget vedtok det."))
	f.pass(time.Minute)
	f.save(t, Draft("roros", "Røros", "samiske ord: čáhci, đ, ŋ, ŧ", "Tilskotet er 500 000 kroner."))

	all := []string{"roros", "ha", "bodo"}
	none := []string{}
	tests := []struct {
		name, search string
		want         []string
	}{
		{"nothing finds all", "", all},
		{"blanks find all", " \t\n ", all},
		{"a word of one form", "møtes", []string{"bodo"}},
		{"a word of the other form", "tilskotet", []string{"roros"}},
		{"capitals, æøå too", "ÅRSMØTE", []string{"bodo"}},
		{"the beginning of a word", "årsm", []string{"bodo"}},
		{"a single letter", "å", []string{"bodo"}},
		{"not the end of a word", "møte", []string{"bodo"}},
		{"not the inside of a word", "smøte", none},
		{"every word must be there", "årsmøte fylkestinget", none},
		{"the words of both forms together", "møtes møtest", []string{"bodo"}},
		{"the order of words does not matter", "mai årsmøte", []string{"bodo"}},
		{"a letter with a mark is another letter", "arsmote", none},
		{"a decomposed letter is the same letter", "A\u030arsmo\u0338te", none}, // ø is not o with a stroke
		{"a decomposed å", "a\u030arsm", []string{"bodo"}},
		{"Sámi letters", "ČÁHCI", []string{"roros"}},
		{"the title in bokmål", "partnerskapsavtale", all},
		{"the title in nynorsk", "partnarskapsavtale", all},
		{"a party's full name", "Hå kommune", []string{"ha"}},
		{"a party in the genitive", "Bodøs", []string{"bodo"}},
		{"a party's genitive with an apostrophe", "Røros’", []string{"roros"}},
		{"a contact person", "øvrevåg", all},
		{"an e-mail address", "kari@example.no", all},
		{"a title in nynorsk", "fylkesrådsleiar", all},
		{"a case number", "24/1234", all},
		{"a number with another behind the slash", "24/9999", []string{"ha"}},
		{"an amount", "500 000", []string{"roros"}},
		{"a heading", "bakgrunn", all},
		{"a placeholder's name is not a word", "municipality", none},
		{"quotation marks", `"ja"`, []string{"ha"}},
		{"one quotation mark", `"ja`, []string{"ha"}},
		{"an apostrophe", "O'Brien", []string{"ha"}},
		{"operators are words", "AND NOT", []string{"ha"}},
		{"an operator that is nowhere", "ja OR mai", none},
		{"NEAR", "NEAR(ja nei)", none},
		{"a column", "words:ja", none},
		{"a star", "årsm*", []string{"bodo"}},
		{"a lone star", "*", none},
		{"brackets and signs", "(ja) +nei -ja ^ja", []string{"ha"}},
		{"an emoji", "🙂", none},
		{"an emoji besides a word", "🙂 årsmøte", []string{"bodo"}},
		{"a NUL", "årsmøte\x00", []string{"bodo"}},
		{"invalid UTF-8", "\xff årsmøte \xc3", []string{"bodo"}},
		{"SQL", `'; DROP TABLE agreement; --`, none},
		{"a very long word", strings.Repeat("å", 100_000), none},
		{"very many words", strings.Repeat("ja ", 10_000), []string{"ha"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := f.ids(t, data.Query{Search: test.search}); !slices.Equal(got, test.want) {
				t.Errorf("found %v, want %v", got, test.want)
			}
		})
	}
	t.Run("only the newest revision is searched", func(t *testing.T) {
		a, err := f.Load(t.Context(), "bodo")
		if err != nil {
			t.Fatal(err)
		}
		f.save(t, withText(a, "Vi møtes til vårfest."))
		if got := f.ids(t, data.Query{Search: "vårfest"}); !slices.Equal(got, []string{"bodo"}) {
			t.Errorf("the new word is found in %v", got)
		}
		if got := f.ids(t, data.Query{Search: "møtes mai årsmøte"}); !slices.Equal(got, []string{"bodo"}) {
			t.Errorf("the word that stayed in nynorsk is found in %v", got)
		}
		if got := f.ids(t, data.Query{Search: "til ÅRSMØTE vårfest"}); !slices.Equal(got, []string{"bodo"}) {
			t.Errorf("both are found in %v", got)
		}
	})
	t.Run("a limit is a limit", func(t *testing.T) {
		if got := f.ids(t, data.Query{Search: "nordland", Limit: 2}); len(got) != 2 {
			t.Errorf("found %v", got)
		}
	})
}
