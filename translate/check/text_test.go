package check

import "testing"

func TestWhetherAStretchTouchesSpans(t *testing.T) {
	spans := []span{{2, 4}, {4, 6}, {9, 12}}
	for _, c := range []struct {
		start, end int
		want       bool
	}{
		{0, 2, false}, {0, 3, true}, {3, 4, true}, {4, 5, true}, {6, 9, false}, {6, 10, true}, {11, 20, true}, {12, 20, false}, {0, 20, true},
	} {
		if got := touches(spans, c.start, c.end); got != c.want {
			t.Errorf("%d–%d: %v", c.start, c.end, got)
		}
	}
	if touches(nil, 0, 10) {
		t.Error("no spans are touched")
	}
}
