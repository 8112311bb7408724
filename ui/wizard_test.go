package ui_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// toQuestions goes through the steps to the template's questions.
func (u *user) toQuestions(municipality string) {
	u.Helper()
	u.press(control, fyne.KeyN)
	u.key(fyne.KeyReturn)
	u.write(municipality)
	u.key(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	u.mustSee("Saksnummer")
}

// inQuestion gives the question that has the focus.
func (u *user) inQuestion() *widgets.Entry {
	u.Helper()
	e, ok := u.window.Canvas().Focused().(*widgets.Entry)
	if !ok {
		u.Fatalf("%T has the focus, not a question", u.window.Canvas().Focused())
	}
	return e
}

// The template's own answers are there already. Enter goes from question to question, then to the button; what was written
// is in the draft.
func TestTheQuestionsAreAnsweredBeforeTheDraftIsMade(t *testing.T) {
	u := openWindow(t)
	u.toQuestions("bod")
	if e := u.inQuestion(); !strings.HasPrefix(e.Text, "faggruppe") {
		t.Errorf("the cursor is in %q, not in the first question", e.Text)
	}
	u.key(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	u.write("26/01234")
	u.key(fyne.KeyReturn)
	u.key(fyne.KeyReturn)
	u.mustSee("Tittel og partar")
	if f, _ := u.onlyDraft().Field("case_number"); f.Answer.Value != "26/01234" {
		t.Errorf("the case number is %q", f.Answer.Value)
	}
}

func TestAWrongAnswerIsToldOfAtOnceAndStopsNobody(t *testing.T) {
	u := openWindow(t)
	u.toQuestions("bod")
	u.key(fyne.KeyReturn, fyne.KeyReturn)
	notice := u.inQuestion()
	if notice.Text != "3" {
		t.Fatalf("the notice is %q", notice.Text)
	}
	u.write("0") // replaces what was there
	u.mustSee("Minste verdi er 1")
	u.press(control, fyne.KeyReturn)
	u.mustSee("Tittel og partar")
}

// Both forms of an answer that were written side by side count as saying the same; one alone does not.
func TestAnAnswerInBothFormsIsApproved(t *testing.T) {
	u := openWindow(t)
	u.toQuestions("bod")
	u.write(" Y")
	u.key(fyne.KeyReturn)
	u.write(" X")
	u.press(control, fyne.KeyReturn)
	f, _ := u.onlyDraft().Field("unit")
	if s := f.Answer.Text.State(agreement.Nynorsk); s != agreement.Approved || !strings.HasSuffix(f.Answer.Text.NB, " Y") || !strings.HasSuffix(f.Answer.Text.NN, " X") {
		t.Errorf("the answer is %+v, %s", f.Answer.Text.Pair, s)
	}
}

// Going back and forth, and leaving for the list, loses nothing of what was filled in. Cancel does.
func TestWhatWasFilledInIsThereAgain(t *testing.T) {
	u := openWindow(t)
	u.toQuestions("bod")
	u.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	u.write("26/01234")
	u.key(fyne.KeyEscape, fyne.KeyEscape)
	u.mustSee("Bodø kommune")
	u.key(fyne.KeyEscape, fyne.KeyEscape)
	u.mustSee("Ingen avtalar enno")

	u.press(control, fyne.KeyN)
	u.mustSee("heldt på med sist")
	u.key(fyne.KeyReturn)
	u.mustSee("Bodø kommune")
	u.key(fyne.KeyReturn, fyne.KeyReturn)
	u.entry("26/01234")

	u.click("Avbryt")
	u.press(control, fyne.KeyN)
	if u.sees("heldt på med sist") {
		t.Error("what was cancelled is there again")
	}
	if found := u.list(); len(found) != 0 {
		t.Errorf("%d drafts were made", len(found))
	}
}

func TestWhatIsFilledInOutlivesASwitchOfLanguage(t *testing.T) {
	u := openWindow(t)
	u.toQuestions("bod")
	u.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	u.write("26/01234")
	u.press(control, fyne.KeyComma)
	u.click("English")
	u.key(fyne.KeyEscape)
	u.mustSee("Make the draft")
	u.entry("26/01234")
}

// A template of its own that is for organisations: those of earlier drafts are found by typing.
func TestOrganisationsOfEarlierDraftsAreFound(t *testing.T) {
	u := openWindow(t)
	for name, number := range map[string]string{"Bodø bygdelag": "974760673", "Sulitjelma songlag": ""} {
		a := newDraft(t, "1804")
		p := &a.Parties[1]
		p.Kind, p.Number, p.Adopted, p.Name, p.Short, p.OrgNumber, p.Address = agreement.OrganisationParty, "", "", name, name, number, "Storgata 1"
		if _, err := u.store.Save(context.Background(), a); err != nil {
			t.Fatal(err)
		}
	}
	u.startWith(u.store, organisationTemplate())
	u.press(control, fyne.KeyN)
	u.key(fyne.KeyReturn)
	u.mustSee("Sulitjelma songlag")
	u.write("bygd")
	u.mustSee("974760673")
	if u.sees("Sulitjelma songlag") {
		t.Error("the list shows what does not match")
	}
	u.key(fyne.KeyDown, fyne.KeyReturn)
	u.key(fyne.KeyReturn)
	u.mustSee("Bodø bygdelag")
	u.key(fyne.KeyReturn) // the template asks nothing, so this makes the draft
	u.mustSee("Tittel og partar")
	a, err := u.store.Load(context.Background(), u.list()[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if p := a.Parties[0]; p.Name != "Bodø bygdelag" || p.OrgNumber != "974760673" || p.Address != "Storgata 1" {
		t.Errorf("the party is %+v", p)
	}
}

// organisationTemplate is a template for one organisation, without questions.
func organisationTemplate() agreement.Template {
	both := func(s string) agreement.Pair { return agreement.Pair{NB: s, NN: s} }
	return agreement.Template{
		ID: "club", Version: 1, Kind: agreement.Cooperation, Name: both("Avtale med eit lag"), About: both("For prøver."), Title: both("Avtale"),
		Roles: []agreement.Role{{ID: "club", Kind: agreement.OrganisationParty, Label: both("laget")}},
		Sections: []agreement.Section{{ID: "text", Kind: agreement.Prose, Heading: agreement.Both("Om", "Om"), Items: []agreement.Item{
			{ID: "one", Text: agreement.Both("Partene samarbeider.", "Partane samarbeider.")},
		}}},
	}
}

// In a role that is for several, one more is asked for by Enter, and nobody is offered twice.
func TestSeveralPartiesInOneRole(t *testing.T) {
	u := openWindow(t)
	template := organisationTemplate()
	template.Roles[0] = agreement.Role{
		ID: "members", Kind: agreement.MunicipalityParty, Label: agreement.Pair{NB: "kommunen", NN: "kommunen"},
		Plural: agreement.Pair{NB: "kommuner", NN: "kommunar"}, Repeat: agreement.Repeat{Min: 1, Max: 3},
	}
	u.startWith(u.store, template)
	u.press(control, fyne.KeyN)
	u.key(fyne.KeyReturn)
	u.mustSee("Kommunar")
	u.write("bod")
	u.key(fyne.KeyReturn, fyne.KeyReturn)
	u.write("bod")
	u.mustSee("Ingen treff")
	u.key(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	u.write("narv")
	u.key(fyne.KeyReturn)
	u.mustSee("Narvik kommune")
	u.press(alt, fyne.KeyRight)
	u.press(alt, fyne.KeyRight)
	a, err := u.store.Load(context.Background(), u.list()[0].ID)
	if err != nil || len(a.Parties) != 2 || a.Parties[1].Name != "Narvik kommune" {
		t.Errorf("the parties are %+v, %v", a.Parties, err)
	}
}

func TestTabLeadsFromTheLastQuestionToTheWayOn(t *testing.T) {
	u := openWindow(t)
	u.toQuestions("bod")
	u.key(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	u.window.Canvas().FocusNext()
	u.key(fyne.KeyReturn)
	u.mustSee("Tittel og partar")
}
