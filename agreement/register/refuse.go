package register

import (
	"strings"

	"avtalebok/agreement"
)

// check says why an event can't happen.
func (e *Entry) check(ev Event, today Date) error {
	if ev.Date.IsZero() {
		return agreement.NewError(agreement.Invalid, "error.register.date_missing", nil)
	}
	if !today.IsZero() && ev.Date.After(today) && ev.Kind.past() {
		return agreement.NewError(agreement.Invalid, "error.register.date_future", nil, "Date", ev.Date)
	}
	if len(ev.Case) > maxLine {
		return agreement.NewError(agreement.Invalid, "error.register.long", nil)
	}
	switch ev.Kind {
	case WasSent:
		return e.notSigned()
	case WasAnchored:
		return e.checkAnchoring(ev)
	case WasSigned:
		return e.checkSigning(ev)
	case CameInForce:
		return e.checkInForce()
	case NoticeGiven:
		return e.checkNotice(ev)
	case WasEnded:
		return e.checkEnding(ev)
	case WasSucceeded:
		return e.checkSuccession(ev)
	case WasDone:
		if strings.TrimSpace(ev.Task) == "" {
			break
		}
		return e.checkInForce()
	case WasAttached:
		if ev.File == nil {
			break
		}
		return nil
	}
	return agreement.NewError(agreement.Invalid, "error.register.event", nil, "Event", string(ev.Kind))
}

// past reports whether an event of this kind can only be recorded once it has happened.
func (k EventKind) past() bool { return k != CameInForce && k != WasEnded && k != WasSucceeded }

func (e *Entry) notSigned() error {
	if e.Frozen() {
		return agreement.NewError(agreement.Refused, "error.register.signed_already", nil, "Date", e.Signed)
	}
	return nil
}

func (e *Entry) checkAnchoring(ev Event) error {
	p, ok := e.Party(ev.Party)
	switch {
	case e.Frozen():
		return e.notSigned()
	case !ok:
		return e.unknownParty(ev.Party)
	case !p.Public():
		return agreement.NewError(agreement.Refused, "error.register.not_public", nil, "Party", p.Name)
	case ev.Case == "":
		return agreement.NewError(agreement.Invalid, "error.register.case_missing", nil, "Party", p.Name)
	}
	return nil
}

// checkSigning asks that every public party has decided, and not after the signing.
func (e *Entry) checkSigning(ev Event) error {
	if e.Frozen() {
		return e.notSigned()
	}
	if ev.Form != "" && !ev.Form.Valid() {
		return agreement.NewError(agreement.Invalid, "error.register.form", nil, "Form", string(ev.Form))
	}
	if len(e.Parties) < 2 {
		return agreement.NewError(agreement.Refused, "error.register.party_missing", nil)
	}
	if left := e.Unanchored(); len(left) > 0 {
		return agreement.NewError(agreement.Refused, "error.register.unanchored", nil, "Parties", names(left))
	}
	for _, a := range e.Anchored {
		if ev.Date.Before(a.Date) {
			p, _ := e.Party(a.Party)
			return agreement.NewError(agreement.Invalid, "error.register.before_anchoring", nil,
				"Date", ev.Date, "Party", p.Name, "Anchored", a.Date)
		}
	}
	if ev.Date.Before(e.Sent) {
		return agreement.NewError(agreement.Invalid, "error.register.before_sent", nil, "Date", ev.Date, "Sent", e.Sent)
	}
	return nil
}

func (e *Entry) checkInForce() error {
	if !e.Frozen() {
		return agreement.NewError(agreement.Refused, "error.register.not_signed", nil)
	}
	return nil
}

func (e *Entry) checkNotice(ev Event) error {
	if err := e.checkInForce(); err != nil {
		return err
	}
	last, _ := e.End()
	switch {
	case e.Given != nil:
		return agreement.NewError(agreement.Refused, "error.register.notice_given", nil, "Date", e.Given.Date)
	case !last.IsZero() && ev.Date.After(last):
		return agreement.NewError(agreement.Refused, "error.register.over", nil, "Date", last)
	case ev.Date.Before(e.Signed):
		return agreement.NewError(agreement.Invalid, "error.register.before_signing", nil, "Date", ev.Date, "Signed", e.Signed)
	case ev.Months == 0 && e.NoticeMonths() == 0:
		return agreement.NewError(agreement.Refused, "error.register.notice_unknown", nil)
	}
	if _, ok := e.Party(ev.Party); ev.Party != "" && !ok {
		return e.unknownParty(ev.Party)
	}
	return nil
}

func (e *Entry) checkEnding(ev Event) error {
	if err := e.checkInForce(); err != nil {
		return err
	}
	last, _ := e.End()
	switch {
	case !last.IsZero() && ev.Date.After(last):
		return agreement.NewError(agreement.Refused, "error.register.over", nil, "Date", last)
	case ev.Date.Before(e.Signed):
		return agreement.NewError(agreement.Invalid, "error.register.before_signing", nil, "Date", ev.Date, "Signed", e.Signed)
	}
	return nil
}

func (e *Entry) checkSuccession(ev Event) error {
	if err := e.checkInForce(); err != nil {
		return err
	}
	if _, ok := e.Party(ev.Party); !ok {
		return e.unknownParty(ev.Party)
	}
	if ev.To == nil || ev.To.Name == "" || len(ev.To.Name) > maxLine {
		return agreement.NewError(agreement.Invalid, "error.register.successor_missing", nil)
	}
	return nil
}

func (e *Entry) unknownParty(key string) error {
	var keys []string
	for _, p := range e.Parties {
		keys = append(keys, p.Key)
	}
	return agreement.NewError(agreement.Invalid, "error.register.party_unknown", nil,
		"Party", key, "Parties", strings.Join(keys, ", "))
}

func names(parties []Party) string {
	var out []string
	for _, p := range parties {
		out = append(out, p.Name)
	}
	return strings.Join(out, ", ")
}
