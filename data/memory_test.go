package data_test

import (
	"testing"
	"time"

	"avtalebok/data"
	"avtalebok/data/storetest"
)

func TestMemory(t *testing.T) {
	storetest.TestMemory(t, func(t *testing.T, place string, clock func() time.Time) storetest.Memory {
		t.Helper()
		return open(t, place, data.WithClock(clock), data.WithBusyTimeout(300*time.Millisecond))
	})
}
