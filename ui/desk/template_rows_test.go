package desk

import (
	"reflect"
	"testing"

	"avtalebok/agreement"
)

func TestALineInTheOtherFormStaysWithItsLine(t *testing.T) {
	pair := func(nb, nn string) agreement.Pair { return agreement.Pair{NB: nb, NN: nn} }
	old := []agreement.Pair{pair("Ordfører", "Ordførar"), pair("Kommunedirektør", "Kommunedirektør"), pair("Leder", "Leiar")}
	tests := []struct {
		name, typed string
		want        []agreement.Pair
	}{
		{"nothing", "Ordfører\nKommunedirektør\nLeder", old},
		{"one reworded", "Ordfører\nRådmann\nLeder", []agreement.Pair{old[0], pair("Rådmann", "Kommunedirektør"), old[2]}},
		{"one put first", "Ny\nOrdfører\nKommunedirektør\nLeder", []agreement.Pair{pair("Ny", ""), old[0], old[1], old[2]}},
		{"one put in the middle", "Ordfører\nNy\nKommunedirektør\nLeder", []agreement.Pair{old[0], pair("Ny", ""), old[1], old[2]}},
		{"the first taken out", "Kommunedirektør\nLeder", []agreement.Pair{old[1], old[2]}},
		{"the middle taken out", "Ordfører\nLeder", []agreement.Pair{old[0], old[2]}},
		{"a line begun", "Ordfører\nKommunedirektør\nLeder\n", old},
	}
	for _, test := range tests {
		if got := withLines(old, agreement.Bokmal, test.typed); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestAnOptionKeepsItsIDWhileItsLineStays(t *testing.T) {
	old := []agreement.Option{
		{ID: "yes", Label: agreement.Pair{NB: "Ja", NN: "Ja"}}, {ID: "no", Label: agreement.Pair{NB: "Nei", NN: "Nei"}},
	}
	got := withOptions(old, agreement.Bokmal, "Ja\nKanskje\nNei")
	if len(got) != 3 || got[0].ID != "yes" || got[2].ID != "no" || got[1].ID == "" || got[1].Label.NN != "" {
		t.Errorf("%+v", got)
	}
	got = withOptions(got, agreement.Nynorsk, "Ja\nKanskje\nNei")
	if got[1].Label.NN != "Kanskje" {
		t.Errorf("%+v", got)
	}
	if got = withOptions(got, agreement.Bokmal, "Kanskje\nNei"); len(got) != 2 || got[1].ID != "no" {
		t.Errorf("%+v", got)
	}
}

func TestAlignedLinesAreEachUsedOnce(t *testing.T) {
	lists := [][]string{nil, {"a"}, {"a", "a"}, {"a", "b"}, {"b", "a"}, {"a", "b", "a"}, {"c", "a", "b", "a"}, {"a", "a", "a"}}
	for _, before := range lists {
		for _, after := range lists {
			seen := make(map[int]bool)
			for i, from := range alignLines(before, after) {
				if from >= len(before) || from >= 0 && seen[from] {
					t.Errorf("%v → %v: line %d comes from %d", before, after, i, from)
				}
				seen[from] = true
			}
		}
	}
}
