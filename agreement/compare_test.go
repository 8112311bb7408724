package agreement_test

import (
	"math/rand/v2"
	"testing"

	"avtalebok/agreement"
)

func TestCompareListsWhatWasWrittenAddedTakenOutAndMoved(t *testing.T) {
	e := agreement.NewEditor(sample())
	before := e.Agreement()
	do(t, e, agreement.SetText(textAt("duties", "b"), agreement.Nynorsk, "bidra meir"))
	do(t, e, agreement.RemoveItem("focus", "places"))
	do(t, e, agreement.AddItem("goals", 9, agreement.Item{ID: "two", Text: agreement.Both("To.", "To.")}))
	do(t, e, agreement.SetAnswer("notice", agreement.Answer{Value: "6"}))
	do(t, e, agreement.MoveItem("duties", "c", -2))
	got := map[agreement.Place]agreement.Difference{}
	for _, d := range agreement.Compare(before, e.Agreement()) {
		got[d.Place] = d
	}
	for _, want := range []agreement.Difference{
		{Place: textAt("duties", "b"), Form: agreement.Nynorsk, Before: "bidra", After: "bidra meir"},
		{Place: textAt("focus", "places"), Form: agreement.Nynorsk, Before: "Folk møtest."},
		{Place: textAt("goals", "two"), Form: agreement.Nynorsk, After: "To."},
		{Place: agreement.Place{Field: "notice", Part: agreement.PartAnswer}, Form: agreement.Bokmal, Before: "3", After: "6"},
		{Place: textAt("duties", "c"), Form: agreement.Nynorsk, Before: "dele", After: "dele", Moved: true},
	} {
		if got[want.Place] != want {
			t.Errorf("%+v\nwant %+v", got[want.Place], want)
		}
	}
	if same := agreement.Compare(before, before); len(same) != 0 {
		t.Errorf("an agreement differs from itself: %+v", same)
	}
}

func TestAnEarlierStateComesBackAsAChangeThatCanBeUndone(t *testing.T) {
	for seed := range uint64(50) {
		random := rand.New(rand.NewPCG(seed, 2))
		e := agreement.NewEditor(sample())
		earlier := e.Agreement()
		for range 20 {
			_ = e.Do(randomCommand(random, e.Agreement()))
		}
		changed := e.Agreement()
		changed.Revision = 9
		e.Saved(changed)
		do(t, e, agreement.RestoreContent(earlier))
		if left := agreement.Compare(earlier, e.Agreement()); len(left) != 0 {
			t.Fatalf("seed %d: still different: %+v", seed, left)
		}
		if e.Agreement().Revision != 9 {
			t.Fatal("the record of saves went back too")
		}
		if len(agreement.Compare(earlier, changed)) > 0 {
			e.Undo()
			if left := agreement.Compare(changed, e.Agreement()); len(left) != 0 {
				t.Fatalf("seed %d: undo did not bring back the change: %+v", seed, left)
			}
		}
	}
}
