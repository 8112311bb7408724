package register

import (
	"slices"
	"strings"
	"time"

	"avtalebok/agreement"
)

// EventKind is what has happened.
type EventKind string

// The events.
const (
	WasSent      EventKind = "sent"      // to the other parties; Date
	WasAnchored  EventKind = "anchored"  // by a public party; Date, Party, Case, Delegated
	WasSigned    EventKind = "signed"    // by all; Date of the last signature, Form
	CameInForce  EventKind = "in_force"  // on another day than the one agreed on; Date
	NoticeGiven  EventKind = "notice"    // by a party; Date, Party
	WasEnded     EventKind = "ended"     // the parties agreed on it; Date is the last day in force; By where another agreement takes its place
	WasSucceeded EventKind = "succeeded" // another body takes a party's place; Date is its first day, Party, To
	WasDone      EventKind = "done"      // a task of the follow-up; Date, Task
	WasAttached  EventKind = "attached"  // a copy of the signed agreement; Date, File
)

// Event is one thing that has happened to an agreement.
type Event struct {
	Number    int64     `json:"-"` // 0 before it is stored; later ones have higher numbers
	Recorded  time.Time `json:"-"`
	Undone    bool      `json:"-"` // taken back; kept for the record
	Kind      EventKind `json:"kind"`
	Date      Date      `json:"date,omitzero"`
	Party     string    `json:"party,omitempty"` // a party's key
	Case      string    `json:"case,omitempty"`
	Delegated bool      `json:"delegated,omitempty"`
	Form      Written   `json:"form,omitempty"`
	By        string    `json:"by,omitempty"` // an agreement's ID
	To        *Party    `json:"to,omitempty"`
	Task      string    `json:"task,omitempty"`
	File      *File     `json:"file,omitempty"`
	Revision  int       `json:"revision,omitempty"` // the agreement's newest when it happened; Apply fills it in
	Months    int       `json:"months,omitempty"`   // of notice, as they held when it was given; Apply fills it in
}

// Clean gives the event fit to be kept.
func (ev Event) Clean() Event {
	ev.Case = strings.TrimSpace(agreement.CleanLine(ev.Case))
	if ev.To != nil {
		to := *ev.To
		to.Name = strings.TrimSpace(agreement.CleanLine(to.Name))
		ev.To = &to
	}
	return ev
}

// Apply gives the entry after an event, and the event with what it fixes. Where the event can't happen now, the error
// says why and what has to come first, and the entry is as it was. Today bounds what can have happened already; none
// lets every date pass.
func (e Entry) Apply(ev Event, today Date) (Entry, Event, error) {
	ev = ev.Clean()
	if err := e.check(ev, today); err != nil {
		return e, ev, err
	}
	if ev.Revision == 0 {
		ev.Revision = e.Revision
	}
	switch ev.Kind {
	case WasSent:
		e.Sent = ev.Date
	case WasAnchored:
		e.Anchored = replaced(e.Anchored, Anchoring{ev.Party, ev.Case, ev.Date, ev.Delegated, ev.Revision},
			func(a Anchoring) bool { return a.Party == ev.Party })
	case WasSigned:
		if ev.Form == "" {
			ev.Form = e.Forms
		}
		e.Signed, e.SignedIn = ev.Date, ev.Form
	case CameInForce:
		e.InForce = ev.Date
	case NoticeGiven:
		if ev.Months == 0 {
			ev.Months = e.NoticeMonths()
		}
		e.Given = &Notice{ev.Date, ev.Party, ev.Months}
	case WasEnded:
		e.Ended, e.ReplacedBy = ev.Date, ev.By
	case WasSucceeded:
		to := *ev.To
		to.Key = ev.Party
		e.Succeeded = replaced(e.Succeeded, Succession{ev.Party, to, ev.Date},
			func(s Succession) bool { return s.Party == ev.Party && s.Date == ev.Date })
		slices.SortStableFunc(e.Succeeded, func(a, b Succession) int { return a.Date.Compare(b.Date) })
	case WasDone:
		if !slices.Contains(e.Done, ev.Task) {
			e.Done = append(slices.Clip(e.Done), ev.Task)
		}
	case WasAttached:
		file := *ev.File
		e.File = &file
	}
	return e, ev, nil
}

// Replay puts the steps together from events in the order in which they were recorded, leaving out those taken back.
// Events that no longer fit what is left are skipped and given back: taking one back can leave later ones hanging.
func (e Entry) Replay(events []Event) (Entry, []Event) {
	e.Steps = Steps{}
	var hanging []Event
	for _, ev := range events {
		if ev.Undone {
			continue
		}
		after, _, err := e.Apply(ev, Date{})
		if err != nil {
			hanging = append(hanging, ev)
			continue
		}
		e = after
	}
	return e, hanging
}

// Last gives the index of the event that was recorded last and not taken back; -1 is none.
func Last(events []Event) int {
	for i, ev := range slices.Backward(events) {
		if !ev.Undone {
			return i
		}
	}
	return -1
}

// replaced gives a list with the element that is the same replaced, or the new one at the end.
func replaced[T any](list []T, with T, same func(T) bool) []T {
	if i := slices.IndexFunc(list, same); i >= 0 {
		list = slices.Clone(list)
		list[i] = with
		return list
	}
	return append(slices.Clip(list), with)
}
