package ui

import (
	"testing"
	"time"

	"avtalebok/locales"
)

func TestMomentsAreWrittenAsPeopleSayThem(t *testing.T) {
	oslo := time.FixedZone("summer", 2*60*60)
	now := time.Date(2026, time.May, 17, 9, 30, 0, 0, oslo)
	tests := []struct {
		when       time.Time
		nn, nb, en string
	}{
		{now, "i dag kl. 09.30", "i dag kl. 09.30", "today at 09:30"},
		{time.Date(2026, time.May, 16, 23, 59, 0, 0, oslo), "i går kl. 23.59", "i går kl. 23.59", "yesterday at 23:59"},
		{time.Date(2026, time.May, 16, 22, 30, 0, 0, time.UTC), "i dag kl. 00.30", "i dag kl. 00.30", "today at 00:30"},
		{time.Date(2026, time.January, 3, 8, 5, 0, 0, oslo), "3. januar kl. 08.05", "3. januar kl. 08.05", "3 January at 08:05"},
		{time.Date(2024, time.December, 31, 8, 5, 0, 0, oslo), "31. desember 2024", "31. desember 2024", "31 December 2024"},
	}
	for _, test := range tests {
		for language, want := range map[string]string{"nn": test.nn, "nb": test.nb, "en": test.en} {
			tools := &tools{words: locales.New(language), now: func() time.Time { return now }}
			if got := tools.moment(test.when); got != want {
				t.Errorf("%s, %s: %q, want %q", language, test.when, got, want)
			}
		}
	}
}
