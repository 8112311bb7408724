package data_test

import (
	"testing"

	"avtalebok/agreement"
	"avtalebok/data"
)

func TestOneOfManyThatCanNotBeSavedDoesNotHoldUpTheOthers(t *testing.T) {
	s := partyStore(t)
	draft := func(title string) agreement.Agreement {
		return agreement.New(agreement.Template{ID: "t", Version: 1, Kind: agreement.Grant, Title: agreement.Pair{NB: title, NN: title}})
	}
	one, err := s.Save(t.Context(), draft("Ein"))
	if err != nil {
		t.Fatal(err)
	}
	stale := one
	stale.Revision, stale.Title = 0, agreement.Both("Annan", "Annan")
	kept, err := s.SaveMany(t.Context(), []agreement.Agreement{stale, draft("To"), one})
	if err != nil {
		t.Fatal(err)
	}
	if agreement.CodeOf(kept[0].Err) != agreement.Conflict || kept[1].Err != nil || kept[2].Err != nil {
		t.Errorf("%v, %v, %v", kept[0].Err, kept[1].Err, kept[2].Err)
	}
	if kept[1].Revision != 1 || kept[2].Revision != one.Revision {
		t.Errorf("revisions %d and %d", kept[1].Revision, kept[2].Revision)
	}
	if found, err := s.List(t.Context(), data.Query{}); err != nil || len(found) != 2 {
		t.Errorf("%d drafts (%v)", len(found), err)
	}
}
