package agreement_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
)

func withText(t *testing.T, a agreement.Agreement, p agreement.Place, nb, nn string) agreement.Agreement {
	t.Helper()
	e := agreement.NewEditor(a)
	for form, s := range map[agreement.Form]string{agreement.Bokmal: nb, agreement.Nynorsk: nn} {
		if err := e.Do(agreement.SetText(p, form, s)); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Do(agreement.ApproveText(p)); err != nil {
		t.Fatal(err)
	}
	return e.Agreement()
}

func TestNamesInTextsAreFoundAsWholeWords(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Bodø kommune skal delta.", "Bodø kommune → {municipality.name}"},
		{"i Bodø, for Bodøs beste", "Bodø → {municipality}, Bodøs → {municipality}s"},
		{"Bodø kommunes ansatte", "Bodø kommunes → {municipality.name}s"},
		{"Nordland fylkeskommune og Nordland", "Nordland fylkeskommune → {county.name}, Nordland → {county}"},
		{"bodøværinger, Bodøværinger og XBodø", ""},
		{"i {municipality} som før", ""},
		{"{municipality}Bodø", ""},
	}
	place := textAt("duration", "notice")
	for _, test := range tests {
		a := withText(t, sample(), place, test.text, "")
		var got []string
		for _, m := range a.NamesInTexts() {
			if m.Place == place {
				got = append(got, m.Written+" → "+m.Placeholder)
			}
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%q: %v, want %s", test.text, got, test.want)
		}
	}
}

func TestANameThatEndsInSHasItsGenitiveWithAnApostrophe(t *testing.T) {
	a := agreement.New(sampleTemplate(), nordland(), municipality("Røros"))
	place := textAt("duration", "notice")
	a = withText(t, a, place, "Røros’ og Røros", "")
	var got []string
	for _, m := range a.NamesInTexts() {
		got = append(got, m.Written+" → "+m.Placeholder)
	}
	if want := []string{"Røros’ → {municipality}s", "Røros → {municipality}"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// A template made from a draft gives, with the same parties, the draft's texts again: nothing is lost on the way.
func TestATemplateOfADraftSaysWhatTheDraftSays(t *testing.T) {
	a := withText(t, sample(), textAt("duration", "notice"), "Bodø kommune og Nordlands folk.", "Bodø kommune og folket i Nordland, Bodøs.")
	tpl := a.AsTemplate(agreement.TemplateChoices{
		Name: pair("Min mal", "Min mal"), About: pair("Til bruk.", "Til bruk."),
		Answers: []string{"notice", "unit"}, Mentions: a.NamesInTexts(),
	})
	again := agreement.New(tpl, nordland(), municipality("Bodø"))
	for _, form := range agreement.Forms {
		one, err := a.Resolve(form)
		if err != nil {
			t.Fatal(err)
		}
		two, err := again.Resolve(form)
		if err != nil {
			t.Fatal(err)
		}
		if x, y := plain(one), plain(two); x != y {
			t.Errorf("in %s:\n%s\n---\n%s", form, x, y)
		}
	}
	other := agreement.New(tpl, nordland(), municipality("Røros"))
	doc, _ := other.Resolve(agreement.Bokmal)
	if text := plain(doc); strings.Contains(text, "Bodø") || !strings.Contains(text, "Røros kommune og Nordlands folk") {
		t.Errorf("the template names the draft's party:\n%s", text)
	}
}

func TestATemplateOfADraftLeavesBehindWhatBelongsToTheDraft(t *testing.T) {
	e := agreement.NewEditor(sample())
	for _, c := range []agreement.Command{
		agreement.SetNote(agreement.Note{ID: "n1", Place: textAt("duration", "notice"), Text: "spør juristen"}),
		agreement.SetAnswer("start", agreement.Answer{Value: "2026-08-01"}),
		agreement.SetAnswer("notice", agreement.Answer{Value: "6"}),
	} {
		if err := e.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	tpl := e.Agreement().AsTemplate(agreement.TemplateChoices{Name: pair("Mal", "Mal"), Answers: []string{"notice"}})
	fresh := agreement.New(tpl)
	if len(fresh.Notes) > 0 || len(fresh.Parties) > 0 {
		t.Error("notes or parties came along")
	}
	notice, _ := fresh.Field("notice")
	start, _ := fresh.Field("start")
	if notice.Answer.Value != "6" || start.Answer.Value != "" {
		t.Errorf("answers %q and %q, want 6 and none", notice.Answer.Value, start.Answer.Value)
	}
	if tpl.Version != 1 || !strings.HasPrefix(tpl.ID, "own-") {
		t.Errorf("%s, version %d", tpl.ID, tpl.Version)
	}
}

func TestAgreedWordingStaysSoInATemplate(t *testing.T) {
	source := sampleTemplate()
	source.Sections[0].Items[0].Text = source.Sections[0].Items[0].Text.Lock()
	a := agreement.New(source, nordland(), municipality("Bodø"))
	a = withText(t, a, textAt("duration", "notice"), "Endret for Bodø.", "Endra for Bodø.")
	tpl := a.AsTemplate(agreement.TemplateChoices{Mentions: a.NamesInTexts()})
	text := tpl.Sections[0].Items[0].Text
	if !text.Locked() || text.Deviates() || text.NB != "Endret for {municipality}." {
		t.Errorf("%+v", text)
	}
}

func TestAWorkingCopyIsTheTemplateAgain(t *testing.T) {
	want := sampleTemplate()
	want.Name, want.About = pair("Navn", "Namn"), pair("Om", "Om")
	got := agreement.TemplateOf(want.Working())
	if !deepEqual(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	if err := want.Working().Validate(); err != nil {
		t.Error(err)
	}
	for _, form := range agreement.Forms {
		if found := want.Working().CheckTemplate(form); len(found) > 0 {
			t.Errorf("in %s: %+v", form, found)
		}
	}
}

func TestATemplateNeedsANameAndWhatItIsFor(t *testing.T) {
	tpl := sampleTemplate()
	tpl.Name, tpl.About = pair("Navn", ""), agreement.Pair{}
	found := tpl.Working().CheckTemplate(agreement.Nynorsk)
	if len(found) != 2 || found[0].Code != agreement.TextMissing || found[1].Code != agreement.TextEmpty {
		t.Errorf("%+v", found)
	}
}

func deepEqual(x, y agreement.Template) bool { return reflect.DeepEqual(x, y) }

// plain gives all that a document says, a line for each passage.
func plain(doc agreement.Document) string {
	var b strings.Builder
	b.WriteString(doc.Title.String() + "\n" + doc.Between.String() + "\n")
	for _, s := range doc.Sections {
		b.WriteString(s.Heading.String() + "\n")
		for _, block := range s.Blocks {
			switch block := block.(type) {
			case agreement.Paragraph:
				b.WriteString(block.Passage.String() + "\n")
			case agreement.List:
				for _, it := range block.Items {
					b.WriteString(it.Title.String() + "\n")
					for _, p := range it.Paragraphs {
						b.WriteString(p.String() + "\n")
					}
				}
			}
		}
	}
	return b.String()
}
