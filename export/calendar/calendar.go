// Package calendar writes what there is to follow up as a calendar (RFC 5545) that Outlook, Google and others take in.
// The same tasks always give the same bytes, and taking them in again changes events instead of doubling them.
//
// It must not know where tasks come from.
package calendar

import (
	"bytes"
	"fmt"
	"strconv"

	ics "github.com/arran4/golang-ical"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// Options say how a calendar is written.
type Options struct {
	Form agreement.Form // of what events are called
	Day  register.Date  // the day on which the calendar is made, which its events are stamped with
}

// productID names the program that has made a calendar.
const productID = "-//Avtalebok//Avtaleregister//NO"

// remind is how many days before a task is due people are reminded of it, at nine in the morning.
var remind = map[register.TaskKind]int{
	register.HoldMeeting: 21, register.SendReport: 14, register.PayGrant: 7, register.DecideNotice: 30, register.Expires: 30, register.Ends: 14,
}

// Tasks writes tasks as events that last all day and do not make anybody busy. Those that are done are left out.
func Tasks(tasks []register.Task, o Options) ([]byte, error) {
	words := register.WordsIn(o.Form)
	cal := ics.NewCalendarFor("Avtalebok")
	cal.SetProductId(productID)
	cal.SetMethod(ics.MethodPublish)
	cal.SetName(words.FollowUp)
	cal.SetXWRCalName(words.FollowUp)
	for _, t := range tasks {
		if !t.Done {
			add(cal, t, words, o)
		}
	}
	var out bytes.Buffer
	// RFC 5545 § 3.1: lines end with CRLF, whatever the system's own are.
	if err := cal.SerializeTo(&out, ics.WithNewLine("\r\n")); err != nil {
		return nil, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	return out.Bytes(), nil
}

// aheadMonths is how far ahead the calendar of what there is to follow up reaches.
const aheadMonths = 24

// Ahead writes what there is to follow up in the coming two years.
func Ahead(entries []*register.Entry, o Options) ([]byte, error) {
	return Tasks(register.FollowUp(entries, o.Day, o.Day.AddMonths(aheadMonths)), o)
}

func add(cal *ics.Calendar, t register.Task, words register.Words, o Options) {
	summary := words.Tasks[t.Kind] + ": " + t.Title.In(o.Form)
	e := cal.AddEvent(t.UID())
	e.SetDtStampTime(o.Day.Time())
	e.SetAllDayStartAt(t.Due.Time())
	e.SetAllDayEndAt(t.Due.AddDays(1).Time()) // the first day after it
	e.SetSummary(summary)
	if d := description(t, words); d != "" {
		e.SetDescription(d)
	}
	e.AddCategory(words.Register)
	e.SetTimeTransparency(ics.TransparencyTransparent)
	alarm := e.AddAlarm()
	alarm.SetAction(ics.ActionDisplay)
	alarm.SetDescription(summary)
	alarm.SetTrigger(fmt.Sprintf("-P%dDT15H", remind[t.Kind]-1))
}

func description(t register.Task, words register.Words) string {
	s := ""
	if t.Amount > 0 {
		s = agreement.InTable(t.Amount)
	}
	if t.Responsible != "" {
		if s != "" {
			s += "\n"
		}
		s += words.Responsible + ": " + t.Responsible
	}
	return s
}

// Name gives a file name for the calendar of a year: "oppfolging-2027.ics".
func Name(year int) string { return "oppfolging-" + strconv.Itoa(year) + ".ics" }
