package ui

import (
	"strconv"
	"time"
)

// moment writes when something happened as people say it: "i dag kl. 14.02", "i går kl. 9.15", "3. mai kl. 8.00",
// "3. mai 2024".
func (t *tools) moment(when time.Time) string {
	now := t.now()
	when = when.In(now.Location())
	clock := when.Format(t.T("app.clock"))
	switch days := daysBetween(when, now); {
	case days == 0:
		return t.T("app.today", "Clock", clock)
	case days == 1:
		return t.T("app.yesterday", "Clock", clock)
	case when.Year() == now.Year():
		return t.T("app.date", "Day", when.Day(), "Month", t.month(when.Month()), "Clock", clock)
	}
	return t.T("app.dateYear", "Day", when.Day(), "Month", t.month(when.Month()), "Year", when.Year())
}

func (t *tools) month(m time.Month) string { return t.T("app.month." + strconv.Itoa(int(m))) }

// daysBetween counts the midnights between two moments of the same place.
func daysBetween(from, to time.Time) int {
	date := func(m time.Time) time.Time { return time.Date(m.Year(), m.Month(), m.Day(), 0, 0, 0, 0, time.UTC) }
	return int(date(to).Sub(date(from)).Hours() / 24)
}
