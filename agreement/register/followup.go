package register

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"avtalebok/agreement"
)

// TaskKind is what there is to do.
type TaskKind string

// The tasks.
const (
	HoldMeeting  TaskKind = "meeting" // the annual meeting
	DecideNotice TaskKind = "notice"  // last day to give notice, or to agree on going on
	SendReport   TaskKind = "report"  // the other party reports
	PayGrant     TaskKind = "payment" // a part of a grant is due
	Expires      TaskKind = "expiry"  // last day by the agreement's own terms
	Ends         TaskKind = "end"     // last day after notice, or as agreed on
)

// TaskKinds lists them in the order in which they are shown on the same day.
var TaskKinds = [...]TaskKind{HoldMeeting, SendReport, PayGrant, DecideNotice, Ends, Expires}

// Task is something to be done about an agreement by a day.
type Task struct {
	Key         string // unique within the agreement and the same every time: "meeting-2027"
	Kind        TaskKind
	Due         Date
	Done        bool
	Amount      int64 // kroner, of a payment
	Agreement   string
	Title       agreement.Pair
	Responsible string
}

// UID names the task among all tasks of all registers, for calendars.
func (t Task) UID() string { return t.Agreement + "-" + t.Key + "@avtalebok" }

// Tasks gives what there is to do about the agreement from one day to another, both included, the first due first.
// There is nothing before an agreement is signed or after it has ended; the last report and payment may come later.
//
// Annual meetings fall on the anniversary of the first day in force, or on the last day of the month that the facts
// name, as long as the agreement is in force. Grant agreements are followed up by reports and have no meetings.
func (e *Entry) Tasks(from, to Date) []Task {
	if !e.Frozen() || e.Amends != nil && !e.Amends.Replaces {
		return nil
	}
	var out []Task
	add := func(kind TaskKind, key string, due Date, kroner int64) {
		if due.IsZero() || due.Before(from) || due.After(to) {
			return
		}
		if key == "" {
			key = due.String()
		}
		key = string(kind) + "-" + key
		out = append(out, Task{
			Key: key, Kind: kind, Due: due, Done: slices.Contains(e.Done, key), Amount: kroner,
			Agreement: e.ID, Title: e.Title, Responsible: e.Responsible,
		})
	}
	for _, due := range e.meetings(to) {
		add(HoldMeeting, strconv.Itoa(due.Year), due, 0)
	}
	for _, due := range slices.Concat(e.Terms.Reports, e.Facts.Reports) {
		add(SendReport, "", due, 0)
	}
	for _, p := range e.Terms.Payments {
		add(PayGrant, p.ID, p.Due, p.Amount)
	}
	last, outcome := e.End()
	if months := e.NoticeMonths(); outcome == agreement.Expired && months > 0 {
		add(DecideNotice, last.String(), LatestNotice(last, months), 0)
	}
	switch outcome {
	case agreement.Expired:
		add(Expires, "", last, 0)
	case agreement.Terminated:
		add(Ends, "", last, 0)
	}
	return sortTasks(out)
}

// meetings gives the days of the annual meetings up to a day.
func (e *Entry) meetings(to Date) []Date {
	if e.NoMeetings || e.Kind == agreement.Grant {
		return nil
	}
	start := e.Start()
	if last, _ := e.End(); !last.IsZero() && last.Before(to) {
		to = last
	}
	var out []Date
	for year := 0; ; year++ {
		due := start.AddMonths(12 * year)
		if e.MeetingMonth != 0 {
			due = Date{start.Year + year, e.MeetingMonth, 31}.inMonth()
		}
		if due.After(to) || year > maxYears {
			return out
		}
		if due.After(start) {
			out = append(out, due)
		}
	}
}

// maxYears bounds what is computed for an agreement with a slip in its date.
const maxYears = 200

// FollowUp gives what there is to do about all the agreements from one day to another, both included, the first due
// first.
func FollowUp(entries []*Entry, from, to Date) []Task {
	var out []Task
	for _, e := range entries {
		out = append(out, e.Tasks(from, to)...)
	}
	return sortTasks(out)
}

// OverdueDays is for how long people are told of what was not done.
const OverdueDays = 180

// Due gives what is to be done and has not been: what fell due in the last days before a day, and what falls due in the
// days after it.
func Due(entries []*Entry, day Date, before, after int) []Task {
	return slices.DeleteFunc(FollowUp(entries, day.AddDays(-before), day.AddDays(after)), func(t Task) bool { return t.Done })
}

func sortTasks(tasks []Task) []Task {
	slices.SortStableFunc(tasks, func(a, b Task) int {
		return cmp.Or(a.Due.Compare(b.Due),
			slices.Index(TaskKinds[:], a.Kind)-slices.Index(TaskKinds[:], b.Kind),
			strings.Compare(a.Title.NN, b.Title.NN), strings.Compare(a.Agreement, b.Agreement), strings.Compare(a.Key, b.Key))
	})
	return tasks
}

// Months parts the tasks of a year by month, for a view of the year.
func Months(tasks []Task, year int) [12][]Task {
	var out [12][]Task
	for _, t := range tasks {
		if t.Due.Year == year {
			out[t.Due.Month-1] = append(out[t.Due.Month-1], t)
		}
	}
	return out
}
