package demo_test

import (
	"context"
	"testing"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/demo"
	"avtalebok/export"
)

func open(t *testing.T) *data.Store {
	t.Helper()
	s, err := data.Open(context.Background(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func drafts(t *testing.T, s *data.Store) []data.Summary {
	t.Helper()
	found, err := s.List(context.Background(), data.Query{})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestTheDemoIsReadyToBeSignedInBothForms(t *testing.T) {
	ctx, s := context.Background(), open(t)
	a, err := demo.Draft(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	if findings, err := export.Findings(a, agreement.Forms[:]...); err != nil || len(findings) != 0 {
		t.Errorf("%v, %v", findings, err)
	}
	if again, err := demo.Draft(ctx, s); err != nil || again.ID != a.ID || len(drafts(t, s)) != 1 {
		t.Errorf("a second demo made another draft: %v", err)
	}
}

func TestOnlyAStoreThatHasNeverHadADraftGetsTheDemoByItself(t *testing.T) {
	ctx := context.Background()
	first := func(s *data.Store) bool {
		made, err := demo.First(ctx, s)
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	fresh := open(t)
	if !first(fresh) || len(drafts(t, fresh)) != 1 {
		t.Error("no demo in a fresh store")
	}
	if first(fresh) {
		t.Error("a second demo")
	}
	if err := fresh.Delete(ctx, drafts(t, fresh)[0].ID); err != nil {
		t.Fatal(err)
	}
	if first(fresh) || len(drafts(t, fresh)) != 0 {
		t.Error("the demo came back after it was deleted")
	}

	used := open(t)
	other, err := demo.Draft(ctx, open(t))
	if err != nil {
		t.Fatal(err)
	}
	saved, err := used.Save(ctx, other.Duplicate())
	if err != nil {
		t.Fatal(err)
	}
	if err := used.Delete(ctx, saved.ID); err != nil {
		t.Fatal(err)
	}
	if first(used) {
		t.Error("a demo in a store whose drafts are all deleted")
	}
}
