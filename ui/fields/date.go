package fields

import (
	"strconv"
	"time"

	"avtalebok/agreement"
	"avtalebok/locales"
	"avtalebok/ui/widgets"
)

// Shown is how an answer stands in its entry: a date in the Norwegian way, anything else as typed.
func Shown(f agreement.Field) string {
	if f.Type != agreement.DateField {
		return f.Answer.Value
	}
	t, err := agreement.ParseDate(f.Answer.Value)
	if err != nil {
		return f.Answer.Value
	}
	return writeDate(t)
}

// Stored is how a typed answer is kept: a date that can be read as 2006-01-02, anything else as typed.
func Stored(f agreement.Field, typed string) string {
	if f.Type != agreement.DateField {
		return typed
	}
	t, err := agreement.ParseDate(typed)
	if err != nil {
		return typed
	}
	return t.Format(time.DateOnly)
}

func writeDate(t time.Time) string { return t.Format("02.01.2006") }

// AddCalendar gives an entry for a date a calendar in the language of the words. It is called before the entry is on the
// window.
func AddCalendar(e *widgets.Entry, words *locales.Localizer, hints *widgets.Hints, now func() time.Time) {
	widgets.AddCalendar(e, widgets.DateFormat{
		Read: agreement.ParseDate, Write: writeDate, Now: now, Hint: words.T("calendar.open"),
		Words: func() widgets.CalendarWords { return calendarWords(words) },
	}, hints)
}

func calendarWords(words *locales.Localizer) widgets.CalendarWords {
	w := widgets.CalendarWords{Week: words.T("calendar.week")}
	for i := range w.Months {
		w.Months[i] = words.T("app.month." + strconv.Itoa(i+1))
	}
	for i := range w.Days {
		w.Days[i] = words.T("calendar.day." + strconv.Itoa(i+1))
	}
	return w
}
