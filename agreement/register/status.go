package register

import (
	"slices"

	"avtalebok/agreement"
)

// Stage is how far the parties have come by what they have done: draft, sent, anchored or signed. It does not depend
// on the day. Anchored means that every public party has decided.
func (e *Entry) Stage() agreement.Status {
	switch {
	case !e.Signed.IsZero():
		return agreement.Signed
	case len(e.Anchored) > 0 && len(e.Unanchored()) == 0:
		return agreement.Anchored
	case !e.Sent.IsZero():
		return agreement.Sent
	}
	return agreement.Draft
}

// Frozen reports whether the text stands: it has been signed.
func (e *Entry) Frozen() bool { return !e.Signed.IsZero() }

// Status says where the agreement stands on a day. What time brings about is computed and never stored, so that it is
// right whenever it is looked at.
func (e *Entry) Status(day Date) agreement.Status {
	stage := e.Stage()
	if stage != agreement.Signed {
		return stage
	}
	if last, outcome := e.End(); !last.IsZero() && day.After(last) {
		return outcome
	}
	if e.Start().After(day) {
		return agreement.Signed
	}
	return agreement.Running
}

// Start gives the first day in force, or none before the agreement is signed: the day that was recorded, the one that
// was agreed on, or that of the last signature.
func (e *Entry) Start() Date {
	switch {
	case e.Signed.IsZero():
		return Date{}
	case !e.InForce.IsZero():
		return e.InForce
	}
	from := e.Facts.From
	if from.IsZero() {
		from = e.Terms.From
	}
	if from.After(e.Signed) {
		return from
	}
	return e.Signed
}

// Until gives the last day by the agreement's own terms or what the parties have agreed on since; none for one that
// runs on.
func (e *Entry) Until() Date {
	if !e.Facts.Until.IsZero() {
		return e.Facts.Until
	}
	return e.Terms.Until
}

// NoticeMonths gives the months of notice; 0 where nobody has said.
func (e *Entry) NoticeMonths() int {
	if e.Facts.Notice > 0 {
		return e.Facts.Notice
	}
	return e.Terms.Notice
}

// End gives the last day in force, as far as it is known, and what the agreement is from the day after.
func (e *Entry) End() (last Date, outcome agreement.Status) {
	if e.Signed.IsZero() {
		return Date{}, ""
	}
	ended := e.Ended
	if e.Given != nil {
		ended = earliest(ended, e.Given.Date.AddMonths(e.Given.Months))
	}
	until := e.Until()
	switch last = earliest(ended, until); last {
	case Date{}:
		return Date{}, ""
	case ended:
		return last, agreement.Terminated
	}
	return last, agreement.Expired
}

// Unanchored gives the public parties that have not decided on the agreement.
func (e *Entry) Unanchored() []Party {
	var out []Party
	for _, p := range e.Parties {
		decided := func(a Anchoring) bool { return a.Party == p.Key }
		if p.Public() && !slices.ContainsFunc(e.Anchored, decided) {
			out = append(out, p)
		}
	}
	return out
}

// ChangedSince gives the decisions that were made on an earlier revision than the newest: the text has changed since,
// and those who decided may want to see it.
func (e *Entry) ChangedSince() []Anchoring {
	var out []Anchoring
	for _, a := range e.Anchored {
		if a.Revision > 0 && a.Revision < e.Revision {
			out = append(out, a)
		}
	}
	return out
}
