package locales

import (
	"strconv"
	"time"
)

// Moment writes when something happened as people say it: "i dag kl. 14.02", "i går kl. 9.15", "3. mai kl. 8.00",
// "3. mai 2024". It is told in the time zone of now.
func (l *Localizer) Moment(when, now time.Time) string {
	when = when.In(now.Location())
	clock := when.Format(l.T("app.clock"))
	month := l.T("app.month." + strconv.Itoa(int(when.Month())))
	switch days := daysBetween(when, now); {
	case days == 0:
		return l.T("app.today", "Clock", clock)
	case days == 1:
		return l.T("app.yesterday", "Clock", clock)
	case when.Year() == now.Year():
		return l.T("app.date", "Day", when.Day(), "Month", month, "Clock", clock)
	}
	return l.T("app.dateYear", "Day", when.Day(), "Month", month, "Year", when.Year())
}

// daysBetween counts the midnights between two moments of the same place.
func daysBetween(from, to time.Time) int {
	date := func(m time.Time) time.Time { return time.Date(m.Year(), m.Month(), m.Day(), 0, 0, 0, 0, time.UTC) }
	return int(date(to).Sub(date(from)).Hours() / 24)
}
