package register_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"avtalebok/agreement/register"
)

func date(t testing.TB, s string) register.Date {
	t.Helper()
	d, err := register.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestMonthsEndOnTheDayWithTheSameNumberOrTheLastOfTheMonth(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-03-15", 3, "2026-06-15"},
		{"2026-10-01", 3, "2027-01-01"}, // over a year's end
		{"2026-12-31", 3, "2027-03-31"},
		{"2026-11-28", 3, "2027-02-28"},
		{"2026-11-29", 3, "2027-02-28"},
		{"2026-11-30", 3, "2027-02-28"}, // no 30 February
		{"2027-11-29", 3, "2028-02-29"}, // a leap year has the 29th
		{"2027-11-30", 3, "2028-02-29"},
		{"2028-02-29", 3, "2028-05-29"}, // counted from the 29th, not from the end of the month
		{"2028-02-29", 12, "2029-02-28"},
		{"2028-02-29", 48, "2032-02-29"},
		{"2096-02-29", 48, "2100-02-28"}, // 2100 is no leap year
		{"2026-08-31", 1, "2026-09-30"},
		{"2026-01-31", 1, "2026-02-28"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2027-02-28", -3, "2026-11-28"},
		{"2026-05-05", 0, "2026-05-05"},
	} {
		if got := date(t, c.from).AddMonths(c.months).String(); got != c.want {
			t.Errorf("%d months from %s: %s, want %s", c.months, c.from, got, c.want)
		}
	}
}

func TestTheLatestNoticeIsTheLastDayFromWhichItReachesTheEnd(t *testing.T) {
	for _, c := range []struct {
		end    string
		months int
		want   string
	}{
		{"2027-02-28", 3, "2026-11-30"}, // all of 28, 29 and 30 November lead to 28 February
		{"2028-02-29", 3, "2027-11-30"},
		{"2028-02-28", 3, "2027-11-28"},
		{"2026-12-31", 3, "2026-09-30"}, // no 31 September
		{"2027-01-31", 3, "2026-10-31"},
		{"2026-06-15", 6, "2025-12-15"},
	} {
		if got := register.LatestNotice(date(t, c.end), c.months).String(); got != c.want {
			t.Errorf("%d months to %s: %s, want %s", c.months, c.end, got, c.want)
		}
	}
	random := rand.New(rand.NewPCG(1, 2026))
	for range 5000 {
		end := date(t, "2020-01-01").AddDays(random.IntN(6000))
		months := 1 + random.IntN(24)
		d := register.LatestNotice(end, months)
		if d.AddMonths(months).After(end) || !d.AddDays(1).AddMonths(months).After(end) {
			t.Fatalf("%d months to %s: %s is not the latest", months, end, d)
		}
	}
}

func TestMonthsNeverLeaveTheMonthThatTheyEndIn(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2026))
	for range 5000 {
		d := date(t, "1999-12-31").AddDays(random.IntN(20_000))
		months := random.IntN(300) - 100
		got := d.AddMonths(months)
		apart := (got.Year-d.Year)*12 + int(got.Month-d.Month)
		if apart != months || got.Day > d.Day || got.Day < d.Day && got.AddDays(1).Day != 1 {
			t.Fatalf("%d months from %s: %s", months, d, got)
		}
	}
}

func TestDatesAreReadAndWrittenAsText(t *testing.T) {
	for typed, want := range map[string]string{"8.2.2026": "2026-02-08", "2026-02-08": "2026-02-08", "8. februar 2026": "2026-02-08", "": ""} {
		if got := date(t, typed).String(); got != want {
			t.Errorf("%q: %s", typed, got)
		}
	}
	if _, err := register.ParseDate("30.2.2026"); err == nil {
		t.Error("30 February was taken")
	}
	var d register.Date
	if err := d.UnmarshalText([]byte("2026-02-08")); err != nil || d != (register.Date{Year: 2026, Month: time.February, Day: 8}) {
		t.Errorf("%v, %v", d, err)
	}
	if d.UnmarshalText([]byte("2026-13-01")) == nil {
		t.Error("month 13 was taken")
	}
}
