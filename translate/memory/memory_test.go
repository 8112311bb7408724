package memory_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/templates"
	"avtalebok/translate/diff"
	"avtalebok/translate/memory"
)

// desk is a memory on a store of the test's own, with a clock that it sets.
type desk struct {
	*memory.Memory
	t     testing.TB
	store *data.Store
	now   time.Time
}

func newDesk(t testing.TB, of ...agreement.Template) *desk {
	t.Helper()
	d := &desk{t: t, now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	store, err := data.Open(t.Context(), t.TempDir(), data.WithClock(func() time.Time { return d.now }))
	if err != nil {
		t.Fatal(err)
	}
	d.store, d.Memory = store, memory.Open(store, of)
	t.Cleanup(func() {
		d.Close()
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func passage(nb, nn string) memory.Passage {
	return memory.Passage{Pair: agreement.Pair{NB: nb, NN: nn}}
}

// approve remembers a pair an hour after the one before.
func (d *desk) approve(nb, nn string) {
	d.t.Helper()
	d.now = d.now.Add(time.Hour)
	if err := d.Remember(context.Background(), "Avtale", passage(nb, nn)); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) matches(q memory.Query) []memory.Match {
	d.t.Helper()
	found, err := d.Lookup(context.Background(), q)
	if err != nil {
		d.t.Fatal(err)
	}
	return found
}

// fromBokmal gives the suggestions in nynorsk, each with its score before it.
func (d *desk) fromBokmal(text string) []string {
	d.t.Helper()
	return scored(d.matches(memory.Query{From: agreement.Bokmal, Text: text}))
}

func scored(matches []memory.Match) []string {
	found := []string{}
	for _, m := range matches {
		found = append(found, fmt.Sprintf("%d %s", m.Score, m.Suggestion))
	}
	return found
}

func (d *desk) want(got []string, want ...string) {
	d.t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		d.t.Errorf("matches\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestAnApprovedPairIsFoundInBothDirections(t *testing.T) {
	d := newDesk(t)
	d.approve("Partene møtes årlig.", "Partane møtest årleg.")
	d.want(d.fromBokmal("Partene møtes årlig."), "100 Partane møtest årleg.")
	d.want(scored(d.matches(memory.Query{From: agreement.Nynorsk, Text: "Partane møtest årleg."})), "100 Partene møtes årlig.")
	d.want(d.fromBokmal("Partane møtest årleg."))
}

func TestVeryLongTextsAreFoundWhenTheyAreTheSame(t *testing.T) {
	d := newDesk(t)
	long := strings.Repeat("Partene møtes årlig. ", 400)
	d.approve(long, "lang")
	d.want(d.fromBokmal(long), "100 lang")
	d.want(d.fromBokmal(long + " No."))
	d.approve(strings.Repeat(long, 10), "altfor lang")
	d.want(d.fromBokmal(strings.Repeat(long, 10)))
}

func TestTheBestMatchStandsFirstAndAmongEqualsTheNewest(t *testing.T) {
	d := newDesk(t)
	d.approve("Partene møtes årlig i mai", "gammal")
	d.approve("Partene møtes årlig i mai", "ny")
	d.approve("Partene møtes årlig i juni", "nær")
	d.approve("Partene møtes ofte i juni", "fjern")
	d.want(d.fromBokmal("Partene møtes årlig i mai"), "100 ny", "100 gammal", "80 nær", "60 fjern")
	d.approve("Partene møtes årlig i mai", "gammal")
	d.want(d.fromBokmal("Partene møtes årlig i mai")[:2], "100 gammal", "100 ny")
}

func TestOneSuggestionStandsOnce(t *testing.T) {
	d := newDesk(t)
	d.approve("Tilskuddet er 10 000 kroner", "Tilskotet er 10 000 kroner")
	d.approve("Tilskuddet er 20 000 kroner", "Tilskotet er 20 000 kroner")
	d.want(d.fromBokmal("Tilskuddet er 30 000 kroner"), "99 Tilskotet er 30 000 kroner")
	d.want(d.fromBokmal("Tilskuddet er 10 000 kroner"), "100 Tilskotet er 10 000 kroner")
}

func TestAMatchShowsWhatDiffers(t *testing.T) {
	d := newDesk(t)
	d.approve("Partene møtes årlig i mai.", "Partane møtest årleg i mai.")
	m := d.matches(memory.Query{From: agreement.Bokmal, Text: "Partene møtes jevnlig i mai."})[0]
	if diff.Old(m.Changes) != m.NB || diff.New(m.Changes) != "Partene møtes jevnlig i mai." {
		t.Errorf("changes %q", m.Changes)
	}
	if m.Origin != agreement.FromApproval || m.Source != "Avtale" || !m.Confirmed.Equal(d.now) {
		t.Errorf("provenance %+v", m.Translation)
	}
}

func TestTemplatesAreKnownFromTheStart(t *testing.T) {
	d := newDesk(t, templates.All()...)
	found := d.matches(memory.Query{From: agreement.Bokmal, Text: "Forankring og oppfølging"})
	if len(found) == 0 || found[0].Origin != agreement.FromTemplate || found[0].Source == "" || found[0].Score != 100 {
		t.Fatalf("found %+v", found)
	}
	if err := d.Delete(t.Context(), found[0].ID); agreement.CodeOf(err) != agreement.Refused {
		t.Errorf("deleting a template's pair: %v", err)
	}
	d.want(d.fromBokmal("Fylkesordfører"), "100 Fylkesordførar")
	if err := d.Remember(t.Context(), "Avtale", passage(found[0].NB, found[0].NN)); err != nil {
		t.Fatal(err)
	}
	stored, err := d.store.SearchTranslations(t.Context(), "", 10)
	if err != nil || len(stored) != 0 {
		t.Errorf("a template's pair was stored again: %v, %v", stored, err)
	}
	d.approve("Forankring og oppfølging", "Forankring og oppfølgjing")
	d.want(d.fromBokmal("Forankring og oppfølging")[:2], "100 Forankring og oppfølgjing", "100 Forankring og oppfølging")
}

func TestParagraphsAreRememberedOneByOneToo(t *testing.T) {
	d := newDesk(t)
	d.approve("Første avsnitt her.\n\nAndre avsnitt der.", "Første avsnittet her.\n\nAndre avsnittet der.")
	d.want(d.fromBokmal("Andre avsnitt der."), "100 Andre avsnittet der.")
	d.want(d.fromBokmal("Første avsnitt her.\nAndre avsnitt der."), "100 Første avsnittet her.\n\nAndre avsnittet der.")
	d.approve("En setning.\nEn til.", "Alt i eitt.")
	d.want(d.fromBokmal("En til."))
}

func TestADeletedPairIsForgotten(t *testing.T) {
	d := newDesk(t)
	d.approve("Partene møtes årlig", "feil")
	id := d.matches(memory.Query{From: agreement.Bokmal, Text: "Partene møtes årlig"})[0].ID
	if err := d.Delete(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	d.want(d.fromBokmal("Partene møtes årlig"))
	if err := d.Delete(t.Context(), id); agreement.CodeOf(err) != agreement.NotFound {
		t.Errorf("deleting twice: %v", err)
	}
	d.approve("Partene møtes årlig", "rett")
	d.want(d.fromBokmal("Partene møtes årlig"), "100 rett")
}

func TestOnlyWhatAPersonAcceptedIsLearnt(t *testing.T) {
	text := func(nb, nn string) agreement.Text { return agreement.Text{Pair: agreement.Pair{NB: nb, NN: nn}} }
	outdated := agreement.Both("Gammelt", "Gammalt").With(agreement.Bokmal, "Nytt")
	a := agreement.Agreement{
		ID: "a", Title: agreement.Both("Avtale", "Avtale"), Updated: time.Date(2025, 1, 2, 3, 4, 5, 0, time.UTC),
		Sections: []agreement.Section{{
			ID: "s", Kind: agreement.Prose, Heading: agreement.Both("Mål for {county}", "Mål for {county}"),
			Items: []agreement.Item{
				{ID: "1", Text: agreement.Both("Godkjent", "Godkjend")},
				{ID: "2", Text: text("Ikke sett på", "Ikkje sett på")},
				{ID: "3", Text: outdated},
				{ID: "4", Text: agreement.Both("Bare én", "")},
			},
		}},
	}
	d := newDesk(t)
	for range 2 {
		if err := d.Learn(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	stored, err := d.store.SearchTranslations(t.Context(), "", 10)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range stored {
		got = append(got, s.NN)
		if !s.Confirmed.Equal(a.Updated) {
			t.Errorf("%s was confirmed at %v", s.NN, s.Confirmed)
		}
	}
	d.want(got, "Godkjend", "Mål for {county}", "Avtale")

	after := a
	after.Sections = []agreement.Section{a.Sections[0]}
	after.Sections[0].Items = append([]agreement.Item{}, a.Sections[0].Items...)
	after.Sections[0].Items[1].Text = after.Sections[0].Items[1].Text.Approve()
	newly := memory.NewlyApproved(a, after)
	if len(newly) != 1 || newly[0].NN != "Ikkje sett på" || newly[0].Place.Item != "2" {
		t.Errorf("newly approved: %+v", newly)
	}
}

func TestWhatAnotherWindowRemembersIsFound(t *testing.T) {
	d := newDesk(t)
	d.want(d.fromBokmal("Partene møtes årlig"))
	other := memory.Open(d.store, nil)
	defer other.Close()
	if err := other.Remember(t.Context(), "Avtale", passage("Partene møtes årlig", "Partane møtest årleg")); err != nil {
		t.Fatal(err)
	}
	if err := d.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.want(d.fromBokmal("Partene møtes årlig"), "100 Partane møtest årleg")
	id := d.matches(memory.Query{From: agreement.Bokmal, Text: "Partene møtes årlig"})[0].ID
	if err := other.Delete(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	d.want(d.fromBokmal("Partene møtes årlig"))
}

func TestUseIsCounted(t *testing.T) {
	d := newDesk(t, templates.All()...)
	d.approve("Partene møtes årlig", "Partane møtest årleg")
	m := d.matches(memory.Query{From: agreement.Bokmal, Text: "Partene møtes årlig"})[0]
	for _, id := range []int64{m.ID, m.ID, -1} {
		if err := d.Used(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	if got := d.matches(memory.Query{From: agreement.Bokmal, Text: "Partene møtes årlig"})[0].Uses; got != 2 {
		t.Errorf("used %d times", got)
	}
}

func TestSearchFindsWordsInBothFormsAndInTemplates(t *testing.T) {
	d := newDesk(t, templates.All()...)
	d.approve("Ungdommen skal høres", "Ungdomen skal høyrast")
	for text, want := range map[string]string{"ungdomm": "approved", "HØYRAST ungd": "approved", "fylkesordfør": "template", "«Ungdomen»": "approved"} {
		found, err := d.Search(t.Context(), text, 1)
		if err != nil || len(found) != 1 || string(found[0].Origin) != want {
			t.Errorf("%q: %v, %v", text, found, err)
		}
	}
	if found, err := d.Search(t.Context(), "finstikkjeher", 9); err != nil || len(found) != 0 {
		t.Errorf("found %v, %v", found, err)
	}
	if found, err := d.Search(t.Context(), "", 5); err != nil || len(found) != 5 || found[0].Origin != agreement.FromApproval {
		t.Errorf("everything: %v, %v", found, err)
	}
}

func TestALookupThatNobodyWaitsForEnds(t *testing.T) {
	d := newDesk(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	d.approve("a b c", "d")
	if _, err := d.Lookup(ctx, memory.Query{From: agreement.Bokmal, Text: "a b c"}); err == nil {
		t.Error("no error")
	}
}

func TestAnImportIsFoundAtOnceAndOnlyOnce(t *testing.T) {
	d := newDesk(t, templates.All()...)
	d.approve("Partene møtes årlig", "Partane møtest årleg")
	d.want(d.fromBokmal("Partene møtes årlig"), "100 Partane møtest årleg")
	file := `<tmx version="1.4"><body>
		<tu><tuv xml:lang="nb"><seg>Partene møtes årlig</seg></tuv><tuv xml:lang="nn"><seg>Partane møtest kvart år</seg></tuv></tu>
		<tu><tuv xml:lang="nb"><seg>Partene møtes årlig</seg></tuv><tuv xml:lang="nn"><seg>Partane møtest årleg</seg></tuv></tu>
		<tu><tuv xml:lang="nb"><seg>Fylkesordfører</seg></tuv><tuv xml:lang="nn"><seg>Fylkesordførar</seg></tuv></tu>
		</body></tmx>`
	report, err := d.Import(t.Context(), strings.NewReader(file), "kollega.tmx")
	if err != nil || report.Units != 3 || report.Taken != 3 || report.Added != 1 || report.Known != 2 {
		t.Fatalf("%+v, %v", report, err)
	}
	found := d.matches(memory.Query{From: agreement.Bokmal, Text: "Partene møtes årlig"})
	if len(found) != 2 || found[0].Origin == found[1].Origin {
		t.Errorf("found %+v", found)
	}
}

// TestManyAtOnce uses a memory from all sides at once; the race detector watches.
func TestManyAtOnce(t *testing.T) {
	d := newDesk(t, templates.All()...)
	d.Load()
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			for n := range 15 {
				text := fmt.Sprintf("Partene %c møtes %d ganger i året", 'a'+i, n)
				if err := d.Remember(t.Context(), "Avtale", passage(text, text+" no")); err != nil {
					t.Error(err)
				}
				found, err := d.Lookup(t.Context(), memory.Query{From: agreement.Bokmal, Text: text})
				if err != nil || len(found) == 0 || found[0].Score != 100 {
					t.Errorf("%s: %v, %v", text, found, err)
					continue
				}
				if n%3 == 0 {
					if err := d.Delete(t.Context(), found[0].ID); err != nil {
						t.Error(err)
					}
				}
				if _, err := d.Search(t.Context(), text, 3); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	var out bytes.Buffer
	if count, err := d.Export(t.Context(), &out, "1"); err != nil || count < 40 {
		t.Errorf("exported %d, %v", count, err)
	}
}

func TestAnImportCanBeForgotten(t *testing.T) {
	d := newDesk(t)
	other := memory.Open(d.store, nil)
	defer other.Close()
	file := `<tmx version="1.4"><body><tu><tuv xml:lang="nb"><seg>Mål og tiltak her</seg></tuv><tuv xml:lang="nn"><seg>Feil</seg></tuv></tu></body></tmx>`
	if _, err := d.Import(t.Context(), strings.NewReader(file), "feil.tmx"); err != nil {
		t.Fatal(err)
	}
	d.approve("Mål og tiltak der", "Rett")
	d.want(d.fromBokmal("Mål og tiltak her"), "100 Feil", "75 Rett")
	if deleted, err := other.DeleteImports(t.Context(), "feil.tmx"); deleted != 1 || err != nil {
		t.Fatal(deleted, err)
	}
	d.want(d.fromBokmal("Mål og tiltak her"), "75 Rett")
	if err := d.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.want(d.fromBokmal("Mål og tiltak her"), "75 Rett")
	if _, err := d.DeleteImports(t.Context(), "feil.tmx"); agreement.CodeOf(err) != agreement.NotFound {
		t.Errorf("forgetting twice: %v", err)
	}
}
