package agreement_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"avtalebok/agreement"
)

func do(t *testing.T, e *agreement.Editor, c agreement.Command) {
	t.Helper()
	if err := e.Do(c); err != nil {
		t.Fatal(err)
	}
}

func dutyIDs(a agreement.Agreement) string {
	s, _ := a.Section("duties")
	var ids string
	for _, it := range s.Items {
		ids += it.ID
	}
	return ids
}

func TestItemsAreAddedMovedAndRemoved(t *testing.T) {
	e := agreement.NewEditor(sample())
	for _, c := range []struct {
		command agreement.Command
		want    string
	}{
		{agreement.MoveItem("duties", "c", -1), "acb"},
		{agreement.MoveItem("duties", "c", -9), "cab"},
		{agreement.MoveItem("duties", "a", 1), "cba"},
		{agreement.RemoveItem("duties", "b"), "ca"},
		{agreement.AddItem("duties", 1, agreement.Item{ID: "d"}), "cda"},
		{agreement.AddItem("duties", 99, agreement.Item{ID: "e"}), "cdae"},
	} {
		do(t, e, c.command)
		if got := dutyIDs(e.Agreement()); got != c.want {
			t.Fatalf("duties are %s, want %s", got, c.want)
		}
	}
	for range 6 {
		e.Undo()
	}
	if got := dutyIDs(e.Agreement()); got != "abc" {
		t.Errorf("after undoing all, duties are %s", got)
	}
}

func TestTypingInOnePassageIsOneStepUntilItIsSealed(t *testing.T) {
	e := agreement.NewEditor(sample())
	p := textAt("duties", "a")
	for _, s := range []string{"l", "la", "lag"} {
		do(t, e, agreement.SetText(p, agreement.Bokmal, s))
	}
	e.Seal()
	do(t, e, agreement.SetText(p, agreement.Bokmal, "lage"))
	do(t, e, agreement.SetText(p, agreement.Nynorsk, "lage"))
	for _, want := range []agreement.Pair{
		pair("lage", "lage ei oversikt"), pair("lag", "lage ei oversikt"), pair("lage en oversikt", "lage ei oversikt"),
	} {
		if !e.Undo() {
			t.Fatal("nothing to undo")
		}
		if got, _ := e.Agreement().Text(p); got.Pair != want {
			t.Errorf("after undo %+v, want %+v", got.Pair, want)
		}
	}
	if e.Undo() {
		t.Error("undo went beyond the beginning")
	}
}

func TestACommandThatChangesNothingLeavesNoStep(t *testing.T) {
	e := agreement.NewEditor(sample())
	do(t, e, agreement.SetText(textAt("duties", "b"), agreement.Bokmal, "bidra"))
	do(t, e, agreement.MoveItem("duties", "a", -1))
	if e.UndoName() != "" {
		t.Errorf("undo offers %q", e.UndoName())
	}
}

func TestANewChangeEndsRedo(t *testing.T) {
	e := agreement.NewEditor(sample())
	do(t, e, agreement.RemoveItem("duties", "a"))
	e.Undo()
	do(t, e, agreement.RemoveItem("duties", "b"))
	if e.Redo() || dutyIDs(e.Agreement()) != "ac" {
		t.Errorf("redo brought back an abandoned change: %s", dutyIDs(e.Agreement()))
	}
}

func TestUndoDoesNotTakeBackTheRecordOfSaves(t *testing.T) {
	e := agreement.NewEditor(sample())
	do(t, e, agreement.RemoveItem("duties", "a"))
	saved := e.Agreement()
	saved.Revision = 7
	e.Saved(saved)
	e.Undo()
	if got := e.Agreement().Revision; got != 7 {
		t.Errorf("revision is %d after undo, want 7", got)
	}
}

func TestAChangeToAPlaceThatIsGoneIsAnErrorAndChangesNothing(t *testing.T) {
	e := agreement.NewEditor(sample())
	before := e.Agreement()
	for _, c := range []agreement.Command{
		agreement.SetText(textAt("duties", "gone"), agreement.Bokmal, "x"),
		agreement.SetText(agreement.Place{Section: "gone", Part: agreement.PartHeading}, agreement.Bokmal, "x"),
		agreement.RemoveItem("duties", "gone"),
		agreement.MoveItem("gone", "a", 1),
		agreement.SetAnswer("gone", agreement.Answer{}),
		agreement.SetParty(agreement.Party{Role: "gone"}),
		agreement.ApproveText(agreement.Place{Party: "county", Person: "gone", Part: agreement.PartTitle}),
	} {
		if err := e.Do(c); agreement.CodeOf(err) != agreement.Internal || err == nil {
			t.Errorf("%s: %v", c.Name, err)
		}
	}
	if !reflect.DeepEqual(before, e.Agreement()) {
		t.Error("a refused command changed the agreement")
	}
}

func TestListenersHearWhatHappened(t *testing.T) {
	e := agreement.NewEditor(sample())
	var heard []agreement.Change
	cancel := e.OnChange(func(c agreement.Change) { heard = append(heard, c) })
	do(t, e, agreement.RemoveItem("duties", "a"))
	e.Undo()
	e.Redo()
	cancel()
	e.Undo()
	want := []agreement.Origin{agreement.Done, agreement.Undone, agreement.Redone}
	if len(heard) != len(want) {
		t.Fatalf("heard %d changes, want %d", len(heard), len(want))
	}
	for i, c := range heard {
		if c.Origin != want[i] || c.Name != "remove" || !c.Structure || c.Place.Item != "a" {
			t.Errorf("change %d is %+v", i, c)
		}
	}
}

// Whatever is done, undoing all gives the beginning, redoing all gives the end, and no value handed out ever changes.
func TestUndoAndRedoAreExact(t *testing.T) {
	seeds := uint64(300)
	if testing.Short() { // script/test; .ci/run tries all
		seeds = 100
	}
	for seed := range seeds {
		random := rand.New(rand.NewPCG(seed, 1))
		e := agreement.NewEditor(sample())
		if seed%2 == 1 {
			e = agreement.NewEditor(manySample())
		}
		first := e.Agreement()
		var values []agreement.Agreement
		var copies [][]byte
		for range 40 {
			_ = e.Do(randomCommand(random, e.Agreement())) // one that hits nothing is refused, which is fine here
			switch random.IntN(8) {
			case 0:
				e.Undo()
			case 1:
				e.Redo()
			case 2:
				e.Seal()
			}
			values = append(values, e.Agreement())
			copies = append(copies, encode(t, e.Agreement()))
		}
		for e.Redo() {
		}
		last := e.Agreement()
		for e.Undo() {
		}
		if string(encode(t, e.Agreement())) != string(encode(t, first)) {
			t.Fatalf("seed %d: undoing all does not give the beginning", seed)
		}
		for e.Redo() {
		}
		if string(encode(t, e.Agreement())) != string(encode(t, last)) {
			t.Fatalf("seed %d: redoing all does not give the end", seed)
		}
		for i := range values {
			if string(encode(t, values[i])) != string(copies[i]) {
				t.Fatalf("seed %d: a value that was handed out has changed", seed)
			}
		}
		if err := last.Validate(); err != nil {
			t.Fatalf("seed %d: commands made a broken agreement: %v", seed, err)
		}
	}
}

func randomCommand(r *rand.Rand, a agreement.Agreement) agreement.Command {
	section := a.Sections[r.IntN(len(a.Sections))]
	item := "none"
	if n := len(section.Items); n > 0 {
		item = section.Items[r.IntN(n)].ID
	}
	form := agreement.Forms[r.IntN(2)]
	words := []string{"", "å", "æøå {county}", "fleire\nlinjer", "x\x00y"}[r.IntN(5)]
	if a.Template.ID == "many" && r.IntN(2) == 0 {
		return randomManyCommand(r, a, words)
	}
	switch r.IntN(9) {
	case 0:
		return agreement.AddItem(section.ID, r.IntN(5), agreement.NewItem())
	case 1:
		return agreement.RemoveItem(section.ID, item)
	case 2:
		return agreement.MoveItem(section.ID, item, r.IntN(5)-2)
	case 3:
		return agreement.SetText(textAt(section.ID, item), form, words)
	case 4:
		return agreement.ApproveText(textAt(section.ID, item))
	case 5:
		return agreement.SetAnswer("unit", agreement.Answer{Text: agreement.Both(words, words)})
	case 6:
		return agreement.ClearParty("municipality")
	case 7:
		role, _ := a.Role("municipality")
		return agreement.SetParty(role.Fit(municipality("Røros")))
	default:
		return agreement.SetText(agreement.Place{Section: section.ID, Part: agreement.PartHeading}, form, words)
	}
}

func encode(t *testing.T, a agreement.Agreement) []byte {
	t.Helper()
	raw, err := agreement.Encode(a)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
