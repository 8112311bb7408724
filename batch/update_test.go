package batch_test

import (
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/batch"
	"avtalebok/data"
)

// owned makes a template of the user's own that can be changed, and gives its ID and the passage that changes.
func owned(t *testing.T, s *data.Store) (string, agreement.Place) {
	t.Helper()
	builtIn, err := s.FindTemplate(t.Context(), template)
	if err != nil {
		t.Fatal(err)
	}
	builtIn.ID, builtIn.Version = "", 0
	own, err := s.AddTemplate(t.Context(), builtIn)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range own.Sections {
		if x.Kind == agreement.Focus {
			return own.ID, agreement.Place{Section: x.ID, Item: x.Items[0].ID, Part: agreement.PartText}
		}
	}
	t.Fatal("no focus areas")
	return "", agreement.Place{}
}

// rewrite publishes a version of a template with another text at a place.
func rewrite(t *testing.T, s *data.Store, id string, p agreement.Place, text string) {
	t.Helper()
	a, err := s.OpenTemplate(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	editor := agreement.NewEditor(a)
	for _, f := range agreement.Forms {
		if err := editor.Do(agreement.SetText(p, f, text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := editor.Do(agreement.ApproveText(p)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveTemplate(t.Context(), editor.Agreement()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.PublishTemplate(t.Context(), id); err != nil {
		t.Fatal(err)
	}
}

func textIn(t *testing.T, s *data.Store, id string, p agreement.Place) string {
	t.Helper()
	a, err := s.Load(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	text, _ := a.Text(p)
	return text.NN
}

func TestANewerCommonTextIsOfferedAndNeverOverwritesWhatWasChangedByHand(t *testing.T) {
	s := open(t)
	id, place := owned(t, s)
	source := sourceOf(t, s, id)
	p := nordland(t, source)
	rows := mustMake(t, s, source, p)
	bodo, rana := row(t, rows, "Bodø").Draft.ID, row(t, rows, "Rana").Draft.ID
	if offer, err := batch.Look(t.Context(), s, p.ID()); err != nil || !offer.Empty() {
		t.Fatalf("with nothing new, %d changes are offered (%v)", len(offer.Changes), err)
	}
	edit(t, s, bodo, agreement.SetText(place, agreement.Nynorsk, "Vår eigen ordlyd."))
	edit(t, s, rana, agreement.SetAnswer("case_number", agreement.Answer{Value: "26/7"}))
	before := textIn(t, s, rana, place)
	rewrite(t, s, id, place, "Ny felles ordlyd.")

	offer, err := batch.Look(t.Context(), s, p.ID())
	if err != nil || len(offer.Changes) != 1 || offer.Changes[0].Takes != 40 || strings.Join(offer.Changes[0].Keep, "") != "Bodø kommune" {
		t.Fatalf("offer %+v (%v)", offer.Changes, err)
	}
	done, err := offer.Apply(t.Context(), s, func(batch.Change) bool { return true }, nil)
	if err != nil || len(done.Failed) > 0 {
		t.Fatalf("%+v (%v)", done, err)
	}
	if got := textIn(t, s, bodo, place); got != "Vår eigen ordlyd." {
		t.Errorf("Bodø's own text is %q now", got)
	}
	if got := textIn(t, s, rana, place); got != "Ny felles ordlyd." {
		t.Errorf("Rana has %q", got)
	}
	now, _ := s.Load(t.Context(), rana)
	if now.Value("case_number", agreement.Nynorsk) != "26/7" || now.Revision != 3 {
		t.Errorf("Rana's own answer is %q, revision %d", now.Value("case_number", agreement.Nynorsk), now.Revision)
	}
	if again, err := batch.Look(t.Context(), s, p.ID()); err != nil || !again.Empty() {
		t.Errorf("the same is offered twice: %+v (%v)", again.Changes, err)
	}
	if got := row(t, mustMake(t, s, sourceOf(t, s, id), p), "Rana").Outcome; got != batch.ByHand {
		t.Errorf("after the update Rana counts as %s", got)
	}

	if left, err := done.Undo(t.Context(), s); err != nil || left != 0 {
		t.Fatalf("%d left (%v)", left, err)
	}
	if got := textIn(t, s, rana, place); got != before {
		t.Errorf("undone, Rana has %q", got)
	}
	if again, err := batch.Look(t.Context(), s, p.ID()); err != nil || len(again.Changes) != 1 {
		t.Errorf("undone, the change is not offered any more (%v)", err)
	}
}

func TestWhatIsNotTakenIsOfferedAgain(t *testing.T) {
	s := open(t)
	id, place := owned(t, s)
	source := sourceOf(t, s, id)
	p := nordland(t, source)
	rows := mustMake(t, s, source, p)
	rewrite(t, s, id, place, "Ny felles ordlyd.")
	offer, err := batch.Look(t.Context(), s, p.ID())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := offer.Apply(t.Context(), s, func(batch.Change) bool { return false }, nil); err != nil {
		t.Fatal(err)
	}
	if got := textIn(t, s, rows[0].Draft.ID, place); got == "Ny felles ordlyd." {
		t.Error("a change was made that was not taken")
	}
	if again, err := batch.Look(t.Context(), s, p.ID()); err != nil || len(again.Changes) != 1 {
		t.Errorf("it is not offered again (%v)", err)
	}
}

func TestAChangedDraftIsTheCommonTextOfItsCopies(t *testing.T) {
	s := open(t)
	id, place := owned(t, s)
	first := sourceOf(t, s, id)
	one := nordland(t, first)
	one.Counterparts = one.Counterparts[:1]
	original := mustMake(t, s, first, one)[0].Draft
	source := sourceOf(t, s, original.ID)
	p := batch.NewPlan(source)
	p.Add(batch.InCounty("18")[1:]...)
	rows := mustMake(t, s, source, p)

	county, _ := original.Party("county")
	county.Signatories = []agreement.Person{{ID: "signatory-1", Name: "Kari Nordmann", Title: agreement.Both("fylkesråd", "fylkesråd")}}
	edit(t, s, original.ID, agreement.SetText(place, agreement.Bokmal, "Nytt."), agreement.SetText(place, agreement.Nynorsk, "Nytt."),
		agreement.SetParty(county))
	offer, err := batch.Look(t.Context(), s, p.ID())
	if err != nil || len(offer.Changes) != 2 {
		t.Fatalf("offer %+v (%v)", offer.Changes, err)
	}
	if _, err := offer.Apply(t.Context(), s, func(batch.Change) bool { return true }, nil); err != nil {
		t.Fatal(err)
	}
	now, err := s.Load(t.Context(), rows[3].Draft.ID)
	if err != nil {
		t.Fatal(err)
	}
	text, _ := now.Text(place)
	if party, _ := now.Party("county"); text.NN != "Nytt." || party.Signatories[0].Name != "Kari Nordmann" {
		t.Errorf("%q, %q", text.NN, party.Signatories[0].Name)
	}
}
