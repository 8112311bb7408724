package data_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/templates"
)

// bank is an open store with a clock.
type bank struct {
	*data.Store
	t   *testing.T
	now time.Time
}

func openBank(t *testing.T) *bank {
	t.Helper()
	b := &bank{t: t, now: time.Date(2026, time.March, 29, 1, 59, 30, 999, time.FixedZone("CET", 3600))}
	b.Store = open(t, t.TempDir(), data.WithClock(func() time.Time { return b.now }))
	t.Cleanup(func() { b.Close() })
	return b
}

func (b *bank) keep(e agreement.BankEntry) agreement.BankEntry {
	b.t.Helper()
	saved, err := b.SaveBankEntry(b.t.Context(), e)
	if err != nil {
		b.t.Fatal("save:", err)
	}
	return saved
}

// found gives the bokmål texts that a query finds.
func (b *bank) found(q agreement.BankQuery) []string {
	b.t.Helper()
	entries, err := b.SearchBank(b.t.Context(), q)
	if err != nil {
		b.t.Fatalf("search %+v: %v", q, err)
	}
	texts := []string{}
	for _, e := range entries {
		texts = append(texts, e.Text.NB)
	}
	return texts
}

func goal(nb, nn string, tags ...string) agreement.BankEntry {
	return agreement.BankEntry{Kind: agreement.Goals, Text: agreement.Both(nb, nn), Tags: tags}
}

func TestTheBankGivesBackWhatItWasGiven(t *testing.T) {
	b := openBank(t)
	e := agreement.BankEntry{
		Kind:  agreement.Focus,
		Title: agreement.Both("Møteplasser", "Møteplassar"),
		Text: agreement.Text{
			Pair:     agreement.Pair{NB: "{municipality}s steder, nå flere", NN: "{municipality}s stader"},
			Approved: agreement.Pair{NB: "{municipality}s steder", NN: "{municipality}s stader"},
		},
		Tags:   []string{"folkehelse", "by og land"},
		Source: agreement.Pair{NB: "Partnerskapsavtale", NN: "Partnarskapsavtale"},
	}
	saved := b.keep(e)
	if saved.ID == 0 || !saved.Updated.Equal(time.Date(2026, time.March, 29, 0, 59, 30, 0, time.UTC)) {
		t.Errorf("saved as %d at %v", saved.ID, saved.Updated)
	}
	entries, err := b.SearchBank(t.Context(), agreement.BankQuery{})
	if err != nil || len(entries) != 1 {
		t.Fatalf("%+v, %v", entries, err)
	}
	got := entries[0]
	if !got.Same(e) || got.Text != e.Text || got.Title != e.Title || !slices.Equal(got.Tags, e.Tags) || got.Source != e.Source ||
		got.ID != saved.ID || !got.Updated.Equal(saved.Updated) {
		t.Errorf("%+v, want %+v", got, e)
	}
	if got.Text.State(agreement.Nynorsk) != agreement.Outdated || !got.Own() {
		t.Errorf("the nynorsk is %s", got.Text.State(agreement.Nynorsk))
	}
}

func TestTheSameWordingsAreKeptOnce(t *testing.T) {
	b := openBank(t)
	first := b.keep(goal("Flere møtes", "Fleire møtest", "trivsel"))
	b.now = b.now.Add(time.Minute)
	b.keep(goal("Noe annet", "Noko anna"))
	b.now = b.now.Add(time.Minute)
	again := b.keep(goal("Flere møtes", "Fleire møtest", "Trivsel", "unge"))
	if again.ID != first.ID || !slices.Equal(again.Tags, []string{"trivsel", "unge"}) {
		t.Errorf("kept as %+v, want the first one with the tags of both", again)
	}
	if got := b.found(agreement.BankQuery{}); !slices.Equal(got, []string{"Flere møtes", "Noe annet"}) {
		t.Errorf("the last saved stands first: %q", got)
	}
	duty := goal("Flere møtes", "Fleire møtest")
	duty.Kind = agreement.Roles
	if got := b.keep(duty); got.ID == first.ID {
		t.Error("a duty took the place of a goal")
	}
}

func TestAChangedEntryIsFoundByItsNewWordsOnly(t *testing.T) {
	b := openBank(t)
	e := b.keep(goal("Flere møtes", "Fleire møtest", "trivsel"))
	e.Text, e.Tags = agreement.Both("Alle bidrar", "Alle bidreg"), []string{"dugnad"}
	b.keep(e)
	for search, want := range map[string]int{"møtes": 0, "trivsel": 0, "bidreg": 1, "dugnad": 1} {
		if got := b.found(agreement.BankQuery{Search: search}); len(got) != want {
			t.Errorf("%s finds %q", search, got)
		}
	}
	other := b.keep(goal("Flere møtes", "Fleire møtest"))
	other.Text = e.Text
	if b.keep(other); len(b.found(agreement.BankQuery{})) != 1 {
		t.Error("an entry that has become like another one does not replace it")
	}
	gone := e
	gone.Text = agreement.Both("noe tredje", "noko tredje")
	if _, err := b.SaveBankEntry(t.Context(), gone); agreement.CodeOf(err) != agreement.NotFound {
		t.Errorf("saving an entry that is gone: %v", err)
	}
}

func TestTheBankIsSearchedAsTheDraftsAre(t *testing.T) {
	b := openBank(t)
	b.keep(goal("Vi møtes til ÅRSMØTE i mai", "Me møtest til årsmøte i mai, {notice}", "Frivillighet"))
	b.now = b.now.Add(time.Minute)
	duty := goal("Kommunen stiller med 500 000 kroner", "Kommunen stiller med 500 000 kroner")
	duty.Kind, duty.Source = agreement.Roles, agreement.Pair{NB: "Avtale med Røros", NN: "Avtale med Røros"}
	b.keep(duty)
	b.now = b.now.Add(time.Minute)
	focus := goal("for alle", "for alle")
	focus.Kind, focus.Title = agreement.Focus, agreement.Both("Trygge skoleveier", "Trygge skulevegar")
	b.keep(focus)

	all := []string{"for alle", "Kommunen stiller med 500 000 kroner", "Vi møtes til ÅRSMØTE i mai"}
	for _, test := range []struct {
		name  string
		query agreement.BankQuery
		want  []string
	}{
		{"everything", agreement.BankQuery{}, all},
		{"blanks", agreement.BankQuery{Search: " \t"}, all},
		{"a limit", agreement.BankQuery{Limit: 2}, all[:2]},
		{"a kind", agreement.BankQuery{Kind: agreement.Roles}, all[1:2]},
		{"a kind and a word that it has not", agreement.BankQuery{Kind: agreement.Roles, Search: "årsmøte"}, []string{}},
		{"bokmål", agreement.BankQuery{Search: "møtes"}, all[2:]},
		{"nynorsk", agreement.BankQuery{Search: "møtest"}, all[2:]},
		{"the beginning of a word", agreement.BankQuery{Search: "årsm"}, all[2:]},
		{"one letter", agreement.BankQuery{Search: "å"}, all[2:]},
		{"a title", agreement.BankQuery{Search: "skuleveg"}, all[:1]},
		{"a tag", agreement.BankQuery{Search: "frivil"}, all[2:]},
		{"what it comes from", agreement.BankQuery{Search: "røros"}, all[1:2]},
		{"a number", agreement.BankQuery{Search: "500 000"}, all[1:2]},
		{"not a placeholder's name", agreement.BankQuery{Search: "notice"}, []string{}},
		{"operators are words", agreement.BankQuery{Search: "mai OR alle"}, []string{}},
		{"signs", agreement.BankQuery{Search: `"mai" (årsmøte)*`}, all[2:]},
		{"nothing that could be found", agreement.BankQuery{Search: "!?"}, []string{}},
	} {
		if got := b.found(test.query); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestADeletedEntryComesBackAsItWas(t *testing.T) {
	b := openBank(t)
	e := b.keep(goal("Flere møtes", "Fleire møtest", "trivsel"))
	for range 2 {
		if err := b.DeleteBankEntry(t.Context(), e.ID); err != nil {
			t.Fatal(err)
		}
	}
	if got := b.found(agreement.BankQuery{Search: "møtes"}); len(got) != 0 {
		t.Errorf("a deleted entry is found: %q", got)
	}
	for range 2 {
		if err := b.RestoreBankEntry(t.Context(), e.ID); err != nil {
			t.Fatal(err)
		}
	}
	if got := b.found(agreement.BankQuery{Search: "trivsel"}); len(got) != 1 {
		t.Errorf("found %q", got)
	}
	if err := b.DeleteBankEntry(t.Context(), e.ID); err != nil {
		t.Fatal(err)
	}
	if again := b.keep(goal("Flere møtes", "Fleire møtest")); again.ID != e.ID || len(b.found(agreement.BankQuery{})) != 1 {
		t.Errorf("saving it anew gives %+v", again)
	}
	for _, f := range []func() error{
		func() error { return b.DeleteBankEntry(t.Context(), 4711) },
		func() error { return b.RestoreBankEntry(t.Context(), 4711) },
	} {
		if err := f(); agreement.CodeOf(err) != agreement.NotFound {
			t.Errorf("an entry that never was: %v", err)
		}
	}
}

func TestTheBankRefusesWhatIsNoEntry(t *testing.T) {
	b := openBank(t)
	for name, e := range map[string]agreement.BankEntry{
		"no words":      goal(" ", "\n"),
		"far too long":  goal(strings.Repeat("å", 100_000), ""),
		"too many tags": goal("a", "a", strings.Split(strings.Repeat("x,", 21), ",")[:21]...),
		"a long tag":    goal("a", "a", strings.Repeat("å", 61)),
	} {
		if _, err := b.SaveBankEntry(t.Context(), e); agreement.CodeOf(err) != agreement.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := b.found(agreement.BankQuery{}); len(got) != 0 {
		t.Errorf("the bank holds %q", got)
	}
}

// What stands in the templates is searched beside the store; a word must find the same in both.
func TestTheTextsOfTheTemplatesAreFoundByTheSameWordsAsOnesOwn(t *testing.T) {
	b := openBank(t)
	var entries []agreement.BankEntry
	for _, template := range templates.All() {
		for _, e := range template.BankEntries() {
			if !slices.ContainsFunc(entries, e.Same) { // the store keeps the same text once, with one source
				entries = append(entries, e)
			}
		}
	}
	if len(entries) < 15 {
		t.Fatalf("only %d texts in the templates", len(entries))
	}
	for _, e := range entries {
		if e.Own() {
			t.Fatalf("%q passes for the user's own", e.Text.NB)
		}
		e.Template = ""
		b.keep(e)
	}
	for _, search := range []string{"", "kommune", "folkehelse plan", "MØTE", "ø", "municipality", "under-", "24/1", "!?"} {
		for _, kind := range agreement.BankKinds {
			q := agreement.BankQuery{Search: search, Kind: kind}
			want := []string{}
			for _, e := range entries {
				if e.Matches(q) && !slices.Contains(want, e.Text.NB) {
					want = append(want, e.Text.NB)
				}
			}
			got := b.found(q)
			slices.Sort(want)
			slices.Sort(got)
			if got = slices.Compact(got); !slices.Equal(got, want) {
				t.Errorf("%q among %s: the store finds %d, the templates %d", search, kind, len(got), len(want))
			}
		}
	}
}
