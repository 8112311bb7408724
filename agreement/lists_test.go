package agreement_test

import (
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
)

func TestAPastedListBecomesOneItemALineWithoutItsNumbers(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"numbers from Word", "1.\tlage ei oversikt\r\n2.\tbidra\r\n", []string{"lage ei oversikt", "bidra"}},
		{"numbers and brackets", "1) ein\n(2) to\na) tre", []string{"ein", "to", "tre"}},
		{"levels", "1.1 ikkje eit nummer\n1.1. eit nummer", []string{"1.1 ikkje eit nummer", "eit nummer"}},
		{"bullets", "• ein\n– to\n- tre\n* fire\n\uf0b7 fem", []string{"ein", "to", "tre", "fire", "fem"}},
		{"plain lines", "ein\n\n  to  \ntre", []string{"ein", "to", "tre"}},
		{"a line that goes on", "1. lage ei oversikt\n   over helsa\n2. bidra", []string{"lage ei oversikt over helsa", "bidra"}},
		{"figures that are no numbering", "10 000 kroner\n2027 blir året\n3-årig plan", []string{"10 000 kroner", "2027 blir året", "3-årig plan"}},
		{"a word that is no letter", "Å lage planar\nI kommunen", []string{"Å lage planar", "I kommunen"}},
		{"only a bullet", "•\n1.", nil},
		{"nothing", " \n\t", nil},
	} {
		if got := agreement.ParseList(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzParseList(f *testing.F) {
	f.Add("1. ein\n  to\n• tre")
	f.Fuzz(func(t *testing.T, s string) {
		for _, item := range agreement.ParseList(s) {
			if item == "" || strings.Contains(item, "\n") {
				t.Errorf("%q gives the item %q", s, item)
			}
		}
	})
}

func duty(t *testing.T, a agreement.Agreement, id string) agreement.Item {
	t.Helper()
	s, _ := a.Section("duties")
	it, ok := s.Item(id)
	if !ok {
		t.Fatalf("no duty %s", id)
	}
	return it
}

func TestPastedLinesStandAfterTheItemInOneForm(t *testing.T) {
	e := agreement.NewEditor(sample())
	command, ids := agreement.PasteItems("duties", "a", agreement.Nynorsk, []string{"ein", "to"})
	do(t, e, command)
	s, _ := e.Agreement().Section("duties")
	if len(s.Items) != 5 || s.Items[1].ID != ids[0] || s.Items[2].Text.NN != "to" || s.Items[2].Text.NB != "" {
		t.Errorf("duties are %+v", s.Items)
	}
	e.Undo()
	if got := dutyIDs(e.Agreement()); got != "abc" {
		t.Errorf("one undo leaves %s", got)
	}
}

func TestDuplicateRemoveSeveralAndMergeTakeOneStepEach(t *testing.T) {
	e := agreement.NewEditor(sample())
	command, id := agreement.DuplicateItem("duties", "a")
	do(t, e, command)
	if got := duty(t, e.Agreement(), id); got.Text != duty(t, e.Agreement(), "a").Text {
		t.Errorf("the copy is %+v", got)
	}
	do(t, e, agreement.RemoveItems("duties", id, "c"))
	if got := dutyIDs(e.Agreement()); got != "ab" {
		t.Errorf("after removing two: %s", got)
	}
	do(t, e, agreement.MergeItem("duties", "a"))
	merged := duty(t, e.Agreement(), "a").Text
	if merged.Pair != pair("lage en oversikt bidra", "lage ei oversikt bidra") || merged.State(agreement.Nynorsk) != agreement.Approved {
		t.Errorf("merged: %+v", merged)
	}
	for range 3 {
		e.Undo()
	}
	if got := dutyIDs(e.Agreement()); got != "abc" {
		t.Errorf("after undoing all: %s", got)
	}
	if err := e.Do(agreement.MergeItem("duties", "c")); err == nil {
		t.Error("the last item was merged with nothing")
	}
}

func TestAnItemMovesToAnotherSection(t *testing.T) {
	e := agreement.NewEditor(sample())
	do(t, e, agreement.TransferItem("focus", "places", "duties"))
	if got := duty(t, e.Agreement(), "places"); got.Text.NN != "Møteplassar\n\nFolk møtest." || !got.Title.Blank() {
		t.Errorf("moved: %+v", got)
	}
	if s, _ := e.Agreement().Section("focus"); len(s.Items) != 0 {
		t.Error("it is still in the first section")
	}
}

func TestSplittingAnItem(t *testing.T) {
	e := agreement.NewEditor(sample())
	command, id := agreement.SplitItem("duties", "a", agreement.Bokmal, len("lage"))
	do(t, e, command)
	first, second := duty(t, e.Agreement(), "a").Text, duty(t, e.Agreement(), id).Text
	if first.Pair != pair("lage", "lage ei oversikt") || second.Pair != pair("en oversikt", "") {
		t.Errorf("within a sentence: %+v and %+v", first.Pair, second.Pair)
	}
	text := "Avtalen er laget i {copies} eksemplarer.\n\n"
	command, id = agreement.SplitItem("duration", "copies", agreement.Bokmal, len(text))
	do(t, e, command)
	s, _ := e.Agreement().Section("duration")
	last, _ := s.Item(id)
	if last.Text.Pair != pair("Den er {municipality}s.", "Han er {municipality}s.") {
		t.Errorf("between paragraphs the other form is parted too: %+v", last.Text.Pair)
	}
}
