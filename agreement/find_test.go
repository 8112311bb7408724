package agreement_test

import (
	"testing"

	"avtalebok/agreement"
)

func TestFindLooksInBothForms(t *testing.T) {
	for _, c := range []struct {
		query agreement.Query
		want  int
	}{
		{agreement.Query{Text: "OVERSIKT"}, 2},
		{agreement.Query{Text: "OVERSIKT", MatchCase: true}, 0},
		{agreement.Query{Text: "oversikt", Forms: []agreement.Form{agreement.Nynorsk}}, 1},
		{agreement.Query{Text: "over"}, 2},
		{agreement.Query{Text: "over", WholeWord: true}, 0},
		{agreement.Query{Text: "møte"}, 4},
		{agreement.Query{Text: "{municipality}"}, 2},
		{agreement.Query{Text: ""}, 0},
		{agreement.Query{Text: "finst ikkje her"}, 0},
	} {
		if got := sample().Find(c.query); len(got) != c.want {
			t.Errorf("%+v: %d hits, want %d: %+v", c.query, len(got), c.want, got)
		}
	}
}

func TestReplaceIsOneStepAndKeepsPairsInStep(t *testing.T) {
	e := agreement.NewEditor(sample())
	do(t, e, agreement.Replace(agreement.Query{Text: "oversikt"}, "plan"))
	got := duty(t, e.Agreement(), "a").Text
	if got.Pair != pair("lage en plan", "lage ei plan") || got.State(agreement.Nynorsk) != agreement.Approved {
		t.Errorf("replaced in both: %+v", got)
	}
	do(t, e, agreement.Replace(agreement.Query{Text: "ei plan", Forms: []agreement.Form{agreement.Nynorsk}}, "ein plan"))
	if got := duty(t, e.Agreement(), "a").Text; got.NN != "lage ein plan" || got.State(agreement.Bokmal) != agreement.Outdated {
		t.Errorf("replaced in one form: %+v", got)
	}
	e.Undo()
	e.Undo()
	if got := duty(t, e.Agreement(), "a").Text; got.NB != "lage en oversikt" {
		t.Errorf("after undo: %+v", got)
	}
}

func TestReplacingOneHitLeavesTheOthers(t *testing.T) {
	e := agreement.NewEditor(sample())
	hits := e.Agreement().Find(agreement.Query{Text: "alle er med"})
	do(t, e, agreement.ReplaceHit(hits[0], "Ingen står utenfor"))
	s, _ := e.Agreement().Section("goals")
	if got := s.Items[0].Text.Pair; got != pair("Ingen står utenfor.", "Alle er med.") {
		t.Errorf("got %+v", got)
	}
}

// Replacing a text by itself changes nothing but case, and a replacement never touches what was not found.
func FuzzReplace(f *testing.F) {
	f.Add("Åa åa", "å", "aa")
	f.Fuzz(func(t *testing.T, text, find, with string) {
		e := agreement.NewEditor(sample())
		do(t, e, agreement.SetText(textAt("duties", "a"), agreement.Bokmal, text))
		before := len(e.Agreement().Find(agreement.Query{Text: find}))
		do(t, e, agreement.Replace(agreement.Query{Text: find}, with))
		if err := e.Agreement().Validate(); err != nil {
			t.Errorf("a broken agreement: %v", err)
		}
		if before == 0 && e.UndoName() == "replace" {
			t.Error("something was replaced where nothing was found")
		}
	})
}

func TestNotesAreKeptChangedAndTakenAway(t *testing.T) {
	e := agreement.NewEditor(sample())
	n := agreement.Note{ID: "n1", Place: textAt("duties", "a"), Text: "Spør kommunen"}
	do(t, e, agreement.SetNote(n))
	n.Text = "Spør kommunen ein gong til"
	do(t, e, agreement.SetNote(n))
	if got := e.Agreement().NotesAt(n.Place); len(got) != 1 || got[0].Text != n.Text {
		t.Errorf("notes: %+v", got)
	}
	for _, f := range agreement.Forms {
		if doc := resolve(t, e.Agreement(), f); doc.Draft {
			t.Error("a note makes the agreement unfinished")
		}
	}
	n.Text = " "
	do(t, e, agreement.SetNote(n))
	if got := e.Agreement().Notes; len(got) != 0 {
		t.Errorf("an emptied note is left: %+v", got)
	}
}

func TestADeviationFromAgreedWordingIsListedAndCanBeTakenBack(t *testing.T) {
	template := sampleTemplate()
	template.Sections[0].Items[0].Text = template.Sections[0].Items[0].Text.Lock()
	e := agreement.NewEditor(agreement.New(template, nordland(), municipality("Bodø")))
	if got := e.Agreement().Deviations(); len(got) != 0 {
		t.Fatalf("a fresh draft deviates: %+v", got)
	}
	p := textAt("duration", "notice")
	do(t, e, agreement.SetText(p, agreement.Bokmal, "Avtalen varer evig."))
	got := e.Agreement().Deviations()
	if len(got) != 1 || got[0].Place != p || got[0].Text.Agreed.NB == got[0].Text.NB {
		t.Errorf("deviations: %+v", got)
	}
	do(t, e, agreement.RestoreAgreed(p))
	if text, _ := e.Agreement().Text(p); text.Deviates() || text.State(agreement.Nynorsk) != agreement.Approved {
		t.Errorf("after taking it back: %+v", text)
	}
}

func TestReplacingInBothFormsKeepsWhatIsOutOfDate(t *testing.T) {
	a := sample()
	p := agreement.Place{Part: agreement.PartTitle}
	editor := agreement.NewEditor(a)
	for _, c := range []agreement.Command{
		agreement.SetText(p, agreement.Bokmal, "Avtale om ørret"),
		agreement.SetText(p, agreement.Nynorsk, "Avtale om ørret"),
		agreement.ApproveText(p),
		agreement.SetText(p, agreement.Bokmal, "Ny avtale om ørret"),
		agreement.Replace(agreement.Query{Text: "ørret"}, "laks"),
	} {
		if err := editor.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	text, _ := editor.Agreement().Text(p)
	if got := text.State(agreement.Nynorsk); got != agreement.Outdated || text.NN != "Avtale om laks" {
		t.Errorf("%q is %s, want it out of date as before", text.NN, got)
	}
}

func TestWhatReplacesACapitalLetterHasOne(t *testing.T) {
	for _, c := range []struct {
		hit, with string
		matchCase bool
		want      string
	}{
		{"Avtalen", "pakta", false, "Pakta"},
		{"avtalen", "pakta", false, "pakta"},
		{"avtalen", "Pakta", false, "Pakta"},
		{"Åa", "ørret", false, "Ørret"},
		{"Avtalen", "pakta", true, "pakta"},
		{"Avtalen", "", false, ""},
	} {
		if got := (agreement.Query{MatchCase: c.matchCase}).Suited(c.with, c.hit); got != c.want {
			t.Errorf("%q for %q, match case %v: %q, want %q", c.with, c.hit, c.matchCase, got, c.want)
		}
	}
}
