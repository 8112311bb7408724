package data_test

import (
	"testing"
	"time"

	"avtalebok/data"
	"avtalebok/data/storetest"
)

func TestStore(t *testing.T) {
	storetest.TestStore(t, func(t *testing.T, place string, clock func() time.Time) storetest.Store {
		t.Helper()
		return open(t, place, data.WithClock(clock))
	})
}

// open opens a store that the test is sure to be able to open. Closing it is the caller's business.
func open(t testing.TB, dir string, options ...data.Option) *data.Store {
	t.Helper()
	s, err := data.Open(t.Context(), dir, options...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
