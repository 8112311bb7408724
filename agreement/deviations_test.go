package agreement_test

import (
	"bytes"
	"slices"
	"testing"

	"avtalebok/agreement"
)

// agreed is a draft whose section "terms" has four paragraphs of agreed wording, a to d, and one, e, that is free.
func agreed() agreement.Agreement {
	t := agreement.Template{ID: "t", Version: 1, Kind: agreement.Partnership, Title: agreement.Pair{NB: "Avtale", NN: "Avtale"}}
	s := agreement.Section{ID: "terms", Kind: agreement.Prose, Heading: agreement.Both("Vilkår", "Vilkår")}
	for _, id := range []string{"a", "b", "c", "d"} {
		s.Items = append(s.Items, agreement.Item{ID: id, Text: agreement.Both("Punkt "+id, "Punktet "+id).Lock()})
	}
	s.Items = append(s.Items, agreement.Item{ID: "e", Text: agreement.Both("Fritt", "Fritt")})
	t.Sections = []agreement.Section{s, {ID: "more", Kind: agreement.Prose, Heading: agreement.Both("Meir", "Meir")}}
	return agreement.New(t)
}

func order(a agreement.Agreement, section string) string {
	s, _ := a.Section(section)
	var out string
	for _, it := range s.Items {
		out += it.ID
	}
	return out
}

// takenOut lists the items that are listed as taken out.
func takenOut(a agreement.Agreement) string {
	var out string
	for _, d := range a.Deviations() {
		if d.Removed {
			out += d.Place.Item
		}
	}
	return out
}

func doAll(t *testing.T, e *agreement.Editor, commands ...agreement.Command) {
	t.Helper()
	for _, c := range commands {
		if err := e.Do(c); err != nil {
			t.Fatal(err)
		}
		if err := e.Agreement().Validate(); err != nil {
			t.Fatalf("after %s: %v", c.Name, err)
		}
	}
}

func TestAgreedItemsThatWereTakenOutAreListedAndCanBePutBack(t *testing.T) {
	e := agreement.NewEditor(agreed())
	doAll(t, e, agreement.RemoveItem("terms", "b"), agreement.RemoveItems("terms", "c", "e"))
	if got := takenOut(e.Agreement()); got != "bc" {
		t.Fatalf("taken out: %q, want the agreed ones", got)
	}
	d := e.Agreement().Deviations()[0]
	if d.Text.NN != "Punktet b" || d.Place.Section != "terms" {
		t.Errorf("listed as %+v", d)
	}
	doAll(t, e, agreement.RestoreRemoved("terms", "c"))
	if got := order(e.Agreement(), "terms"); got != "acd" {
		t.Errorf("c is put back as %q, want it after the last that stood before it", got)
	}
	doAll(t, e, agreement.RestoreRemoved("terms", "b"))
	if got := order(e.Agreement(), "terms"); got != "abcd" || takenOut(e.Agreement()) != "" {
		t.Errorf("all put back: %q, still listed: %q", got, takenOut(e.Agreement()))
	}
	if err := e.Do(agreement.RestoreRemoved("terms", "b")); err == nil {
		t.Error("put back twice")
	}
}

func TestWhatIsPutBackHasTheTemplatesWording(t *testing.T) {
	e := agreement.NewEditor(agreed())
	p := agreement.Place{Section: "terms", Item: "a", Part: agreement.PartText}
	doAll(t, e, agreement.SetText(p, agreement.Nynorsk, "Noko anna"), agreement.RemoveItem("terms", "a"), agreement.RestoreRemoved("terms", "a"))
	if text, _ := e.Agreement().Text(p); text.NN != "Punktet a" || text.Deviates() || text.State(agreement.Nynorsk) != agreement.Approved {
		t.Errorf("put back as %+v", text)
	}
	if got := order(e.Agreement(), "terms"); got != "abcde" {
		t.Errorf("put back in the order %q", got)
	}
}

func TestUndoTakesTheDeviationAway(t *testing.T) {
	e := agreement.NewEditor(agreed())
	doAll(t, e, agreement.RemoveItem("terms", "b"))
	e.Undo()
	if len(e.Agreement().Deviations()) != 0 || order(e.Agreement(), "terms") != "abcde" {
		t.Error("the item that undo brought back is listed as taken out")
	}
	e.Redo()
	before := e.Agreement()
	doAll(t, e, agreement.RestoreRemoved("terms", "b"))
	e.Undo()
	if takenOut(e.Agreement()) != "b" {
		t.Error("undoing the putting back")
	}
	doAll(t, e, agreement.RestoreRemoved("terms", "b"), agreement.RestoreContent(before))
	if takenOut(e.Agreement()) != "b" {
		t.Error("an earlier revision that was restored does not know what was taken out")
	}
}

func TestMergedAgreedItemsAreStillThere(t *testing.T) {
	e := agreement.NewEditor(agreed())
	doAll(t, e, agreement.MergeItem("terms", "a"))
	if got := e.Agreement().Deviations(); len(got) != 0 {
		t.Errorf("two agreed items that were made one deviate: %+v", got)
	}
	doAll(t, e, agreement.MergeItem("terms", "d"))
	if got := e.Agreement().Deviations(); len(got) != 1 || got[0].Removed || got[0].Place.Item != "d" {
		t.Errorf("with words of another kind: %+v", got)
	}
}

func TestAnAgreedItemThatWasMergedIntoAFreeOneIsTakenOut(t *testing.T) {
	e := agreement.NewEditor(agreed())
	doAll(t, e, agreement.MoveItem("terms", "e", -1), agreement.MergeItem("terms", "e"))
	if got := takenOut(e.Agreement()); got != "d" {
		t.Errorf("taken out: %q", got)
	}
}

func TestAnItemMovedToAnotherSectionIsNotTakenOut(t *testing.T) {
	e := agreement.NewEditor(agreed())
	doAll(t, e, agreement.TransferItem("terms", "b", "more"))
	if got := takenOut(e.Agreement()); got != "" {
		t.Errorf("taken out: %q", got)
	}
	doAll(t, e, agreement.RemoveItem("more", "b"))
	if got := e.Agreement().Deviations(); len(got) != 1 || got[0].Place.Section != "more" {
		t.Errorf("taken out there: %+v", got)
	}
}

func TestWhatWasTakenOutIsInTheFile(t *testing.T) {
	e := agreement.NewEditor(agreed())
	whole, err := agreement.Encode(e.Agreement())
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(whole, []byte(`"removed"`)) {
		t.Error("a draft that nothing was taken out of has a list of it")
	}
	doAll(t, e, agreement.RemoveItem("terms", "b"))
	file, err := agreement.Encode(e.Agreement())
	if err != nil {
		t.Fatal(err)
	}
	read, err := agreement.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.EqualFunc(read.Deviations(), e.Agreement().Deviations(), func(a, b agreement.Deviation) bool { return a == b }) {
		t.Errorf("read as %+v", read.Deviations())
	}
	if len(agreement.Compare(agreed(), read)) == 0 {
		t.Error("Compare does not tell of it")
	}
	double := bytes.Replace(file, []byte(`"id": "b"`), []byte(`"id": "a"`), 1)
	if _, err := agreement.Decode(bytes.NewReader(double)); err == nil {
		t.Error("an item that is there and taken out as well is accepted")
	}
}

func TestTemplatesRememberNothingThatWasTakenOut(t *testing.T) {
	e := agreement.NewEditor(agreed())
	doAll(t, e, agreement.RemoveItem("terms", "b"))
	template := e.Agreement().AsTemplate(agreement.TemplateChoices{})
	if got := agreement.New(template).Deviations(); len(got) != 0 {
		t.Errorf("a new draft deviates: %+v", got)
	}
	written := agreement.NewEditor(template.Working())
	section := written.Agreement().Sections[0]
	doAll(t, written, agreement.RemoveItem(section.ID, section.Items[0].ID))
	if got := written.Agreement().Deviations(); len(got) != 0 {
		t.Errorf("a template that is being written deviates from itself: %+v", got)
	}
}
