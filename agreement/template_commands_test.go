package agreement_test

import (
	"slices"
	"testing"

	"avtalebok/agreement"
)

func workingEditor() *agreement.Editor {
	tpl := sampleTemplate()
	tpl.Name = pair("Mal", "Mal")
	return agreement.NewEditor(tpl.Working())
}

func TestTemplateCommandsAreForTemplatesOnly(t *testing.T) {
	e := agreement.NewEditor(sample())
	f, _ := sample().Field("notice")
	r, _ := sample().Role("county")
	for _, c := range []agreement.Command{
		agreement.SetField(f, ""), agreement.AddField(agreement.Field{ID: "x", Type: agreement.LineField}),
		agreement.RemoveField("start"), agreement.MoveField("start", -1),
		agreement.SetRole(r, ""), agreement.AddRole(agreement.Role{ID: "x"}), agreement.RemoveRole("county"), agreement.MoveRole("county", 1),
		agreement.AddSection("", agreement.Section{ID: "x", Kind: agreement.Prose}), agreement.RemoveSection("goals"),
		agreement.MoveSection("goals", 1), agreement.RequireSection("duration", true), agreement.ShowSectionIf("duration", nil), agreement.LockText(textAt("duration", "notice"), true),
	} {
		if err := e.Do(c); err == nil {
			t.Errorf("%s was carried out on an agreement", c.Name)
		}
	}
}

func TestQuestionsAreAddedChangedMovedAndRemoved(t *testing.T) {
	e := workingEditor()
	f := agreement.Field{ID: "place", Type: agreement.LineField, Label: pair("Sted", "Stad")}
	doAll(t, e, agreement.AddField(f), agreement.MoveField("place", -5))
	f.Label.NN = "Staden"
	f.Required = true
	doAll(t, e, agreement.SetField(f, "label"))
	if got := e.Agreement().Fields[0]; got.ID != "place" || !got.Required || got.Label.NN != "Staden" {
		t.Errorf("%+v", got)
	}
	if err := e.Do(agreement.AddField(f)); agreement.CodeOf(err) != agreement.Invalid {
		t.Errorf("two with one name: %v", err)
	}
	doAll(t, e, agreement.RemoveField("place"))
	if _, there := e.Agreement().Field("place"); there {
		t.Error("it is still there")
	}
}

func TestWhatATextSpeaksOfIsNotRemoved(t *testing.T) {
	e := workingEditor()
	for _, c := range []agreement.Command{agreement.RemoveField("notice"), agreement.RemoveRole("municipality"), agreement.RemoveRole("county")} {
		if err := e.Do(c); agreement.CodeOf(err) != agreement.Refused {
			t.Errorf("%s: %v", c.Name, err)
		}
	}
}

func TestSectionsAreAddedMovedAndRemoved(t *testing.T) {
	e := workingEditor()
	doAll(t, e,
		agreement.AddSection("goals", agreement.Section{ID: "extra", Kind: agreement.Prose, Heading: agreement.Both("Ekstra", "Ekstra")}),
		agreement.MoveSection("extra", -1), agreement.RemoveSection("focus"), agreement.RequireSection("extra", true))
	var ids []string
	for _, s := range e.Agreement().Sections {
		ids = append(ids, s.ID)
	}
	if want := []string{"duration", "extra", "goals", "duties", "contacts", "signatures"}; !slices.Equal(ids, want) {
		t.Errorf("%v, want %v", ids, want)
	}
	for e.Undo() {
	}
	if len(e.Agreement().Sections) != 6 || e.Agreement().Sections[1].ID != "goals" {
		t.Error("undoing does not bring them back")
	}
}

func TestASectionBelongsToTheAgreementWhileAnAnswerIsGiven(t *testing.T) {
	e := workingEditor()
	doAll(t, e, agreement.AddField(agreement.Field{
		ID: "paid", Type: agreement.ChoiceField, Label: pair("Betales", "Blir betalt"),
		Options: []agreement.Option{{ID: "yes", Label: pair("Ja", "Ja")}, {ID: "no", Label: pair("Nei", "Nei")}}, Answer: agreement.Answer{Value: "no"},
	}), agreement.ShowSectionIf("focus", &agreement.Condition{Field: "paid", Is: []string{"yes"}}))
	if err := e.Do(agreement.RemoveField("paid")); agreement.CodeOf(err) != agreement.Refused {
		t.Errorf("a condition needs it: %v", err)
	}
	a := agreement.New(agreement.TemplateOf(e.Agreement()), nordland(), municipality("Bodø"))
	if _, hidden := a.Hidden(agreement.Place{Section: "focus"}); !hidden {
		t.Error("the section belongs to an agreement with another answer")
	}
	doAll(t, e, agreement.ShowSectionIf("focus", nil), agreement.RemoveField("paid"))
}

func TestAgreedWordingOfATemplateIsWhatStandsThere(t *testing.T) {
	e := workingEditor()
	place := textAt("duration", "notice")
	doAll(t, e, agreement.LockText(place, true), agreement.SetText(place, agreement.Bokmal, "Noe annet."))
	text, _ := e.Agreement().Text(place)
	if !text.Locked() || text.Deviates() {
		t.Errorf("%+v", text)
	}
	doAll(t, e, agreement.LockText(place, false))
	if text, _ := e.Agreement().Text(place); text.Locked() {
		t.Error("it is still locked")
	}
}

func TestNewThingsGetNamesThatTextsCanMention(t *testing.T) {
	a := sample()
	for word, want := range map[string]string{
		"Varsel ved oppseiing": "varsel-ved-oppseiing", "Måned/år": "maaned-aar", "": "felt", "2026": "felt", "notice": "notice-2", "Copies": "copies-2",
	} {
		if got := a.FreeID(word, "felt"); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func TestABlankTemplateIsPublishableOnceItHasAName(t *testing.T) {
	tpl := agreement.BlankTemplate()
	tpl.ID = "own-1"
	e := agreement.NewEditor(tpl.Working())
	if err := agreement.Publishable(e.Agreement()); agreement.CodeOf(err) != agreement.Invalid {
		t.Errorf("without a name: %v", err)
	}
	doAll(t, e, agreement.SetText(agreement.TemplateNamePlace, agreement.Nynorsk, "Mal"))
	if err := agreement.Publishable(e.Agreement()); err != nil {
		t.Error(err)
	}
	doAll(t, e, agreement.RemoveSection("signatures"))
	if err := agreement.Publishable(e.Agreement()); agreement.CodeOf(err) != agreement.Invalid {
		t.Errorf("without signatures: %v", err)
	}
}

func TestATemplatesPagesAreMarkedAsSuch(t *testing.T) {
	doc, err := workingEditor().Agreement().Resolve(agreement.Nynorsk)
	if err != nil || !doc.Draft || doc.Labels.DraftMark != "MAL" {
		t.Errorf("%v %q, %v", doc.Draft, doc.Labels.DraftMark, err)
	}
	doc, _ = sample().Resolve(agreement.Nynorsk)
	if doc.Labels.DraftMark != "UTKAST" {
		t.Errorf("a draft is marked %q", doc.Labels.DraftMark)
	}
}
