package data_test

import (
	"context"
	"testing"

	"avtalebok/data"
)

func TestOnlyOneClaimsTheFolderAtATime(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	open := func() *data.Store {
		s, err := data.Open(ctx, dir)
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
	first, second := open(), open()
	release, ok := first.Claim(ctx)
	if !ok {
		t.Fatal("the first claim was refused")
	}
	if _, ok := second.Claim(ctx); ok {
		t.Error("two hold the folder")
	}
	release()
	release, ok = second.Claim(ctx)
	if !ok {
		t.Fatal("the folder stayed claimed after its release")
	}
	release()
}
