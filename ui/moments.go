package ui

import "time"

// moment writes when something happened as people say it.
func (t *tools) moment(when time.Time) string { return t.words.Moment(when, t.now()) }
