package agreement_test

import (
	"slices"
	"testing"

	"avtalebok/agreement"
)

func TestAnEntryOfTheBankBecomesAnItemAsItWasApproved(t *testing.T) {
	it := agreement.NewItem()
	it.Title, it.Text = agreement.Both("Møteplasser", "Møteplassar"), agreement.Both("{municipality}s steder", "{municipality}s stader").Lock()
	e := agreement.NewBankEntry(agreement.Focus, it, agreement.Pair{})
	if e.Text.Locked() {
		t.Error("what was agreed in one agreement is agreed in all")
	}
	area := e.ItemFor(agreement.Focus)
	if area.ID == it.ID || area.Title != it.Title || area.Text.Pair != it.Text.Pair || area.Text.State(agreement.Nynorsk) != agreement.Approved {
		t.Errorf("as a focus area: %+v", area)
	}
	duty := e.ItemFor(agreement.Roles)
	if !duty.Title.Blank() || duty.Text.NN != "Møteplassar\n\n{municipality}s stader" || duty.Text.State(agreement.Bokmal) != agreement.Approved {
		t.Errorf("as a duty: %+v", duty)
	}
	e.Title, e.Text = agreement.Text{}, e.Text.With(agreement.Bokmal, "noe nytt")
	if got := e.ItemFor(agreement.Goals).Text.State(agreement.Nynorsk); got != agreement.Outdated {
		t.Errorf("a nynorsk that has to be looked over comes out as %s", got)
	}
}

func TestTagsAreReadAsPeopleTypeThem(t *testing.T) {
	got := agreement.ParseTags(" folkehelse,  by og   land ;Folkehelse, #unge,,\n")
	if want := []string{"folkehelse", "by og land", "unge"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSeveralCommandsTogetherAreOneStep(t *testing.T) {
	e := agreement.NewEditor(sample())
	all := agreement.Together("move", agreement.Place{Section: "duties"},
		agreement.MoveItem("duties", "a", 2), agreement.RemoveItem("duties", "b"))
	do(t, e, all)
	if got := dutyIDs(e.Agreement()); got != "ca" {
		t.Errorf("done: %s", got)
	}
	if e.Undo(); dutyIDs(e.Agreement()) != "abc" || e.UndoName() != "" {
		t.Errorf("one undo leaves %s and %q to undo", dutyIDs(e.Agreement()), e.UndoName())
	}
	half := agreement.Together("remove", agreement.Place{}, agreement.RemoveItem("duties", "a"), agreement.RemoveItem("duties", "nobody"))
	if err := e.Do(half); err == nil || dutyIDs(e.Agreement()) != "abc" {
		t.Errorf("half a step: %v, %s", err, dutyIDs(e.Agreement()))
	}
}

func TestEveryPassageIsFoundAtItsPlace(t *testing.T) {
	a := sample()
	for p, want := range a.Passages() {
		if got, ok := a.Text(p); !ok || got != want {
			t.Errorf("%s: %+v, %v", p.Key(), got, ok)
		}
		for _, wrong := range []agreement.Place{
			{Section: p.Section, Item: p.Item, Part: agreement.PartAnswer},
			{Section: "nowhere", Item: p.Item, Part: p.Part},
			{Section: p.Section, Item: "nobody", Part: agreement.PartText},
		} {
			if _, ok := a.Text(wrong); ok {
				t.Errorf("there is a text at %s", wrong.Key())
			}
		}
	}
}
