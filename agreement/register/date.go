package register

import (
	"cmp"
	"time"

	"avtalebok/agreement"
)

// Date is a day of the calendar, without a time or a zone. The zero Date is none. It is written 2006-01-02.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf gives the day that it is at a moment, in the moment's own zone.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date{year, month, day}
}

// ParseDate reads a date typed in one of the ways that agreement.ParseDate knows; blank gives none.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	t, err := agreement.ParseDate(s)
	if err != nil {
		return Date{}, err
	}
	return DateOf(t), nil
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String gives the date as 2006-01-02, and "" for none.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Time gives the beginning of the day in UTC.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// Compare gives a negative number, zero or a positive one as d comes before, is, or comes after other.
func (d Date) Compare(other Date) int {
	return cmp.Or(cmp.Compare(d.Year, other.Year), cmp.Compare(d.Month, other.Month), cmp.Compare(d.Day, other.Day))
}

// Before reports whether d comes before other. None comes before every date.
func (d Date) Before(other Date) bool { return d.Compare(other) < 0 }

// After reports whether d comes after other.
func (d Date) After(other Date) bool { return d.Compare(other) > 0 }

// AddDays gives the date so many days later, or earlier where days is negative.
func (d Date) AddDays(days int) Date {
	return DateOf(time.Date(d.Year, d.Month, d.Day+days, 0, 0, 0, 0, time.UTC))
}

// AddMonths gives the end of a period of months that begins to run on d: the day with the same number in the last
// month, and the last day of that month where it has no such day. Three months from 30 November 2026 end on
// 28 February 2027, and three months from 30 November 2027 on 29 February 2028.
//
// The rule is that of domstolloven § 148 second paragraph and foreldelsesloven § 29, which practice follows for notice
// in agreements; the last day belongs to the period. A last day that is a Saturday or a holiday does not move: that
// (domstolloven § 149) holds for deadlines before courts and authorities and not for when an agreement ends.
//
// Several periods are counted from where the first one began and never from each other's end: a year from 29 February
// ends on the 28th, four years on the 29th.
func (d Date) AddMonths(months int) Date {
	first := time.Date(d.Year, d.Month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	return Date{first.Year(), first.Month(), d.Day}.inMonth()
}

// inMonth gives the date, or the last day of its month where the month has no such day.
func (d Date) inMonth() Date {
	return Date{d.Year, d.Month, min(d.Day, time.Date(d.Year, d.Month+1, 0, 0, 0, 0, 0, time.UTC).Day())}
}

// LatestNotice gives the last day on which notice of so many months can be given for an agreement to have ended by
// the date end. It is the latest day from which AddMonths does not reach beyond end.
func LatestNotice(end Date, months int) Date {
	d := end.AddMonths(-months)
	for next := d.AddDays(1); !next.AddMonths(months).After(end); next = next.AddDays(1) {
		d = next
	}
	return d
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(text []byte) error {
	*d = Date{}
	if len(text) == 0 {
		return nil
	}
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return agreement.NewError(agreement.Invalid, "error.date", err, "Date", string(text))
	}
	*d = DateOf(t)
	return nil
}

// earliest gives the earliest of the dates that are there, or none.
func earliest(dates ...Date) Date {
	var first Date
	for _, d := range dates {
		if !d.IsZero() && (first.IsZero() || d.Before(first)) {
			first = d
		}
	}
	return first
}
