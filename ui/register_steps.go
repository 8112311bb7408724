package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// steps lists the steps from draft to end: those that are done with their dates, those that come with what they need and
// a button.
func (s *entryScreen) steps() fyne.CanvasObject {
	e := &s.entry
	box := container.NewVBox()
	s.sendStep(box)
	for _, p := range e.Parties {
		if p.Public() {
			s.anchorStep(box, p)
		}
	}
	s.signStep(box)
	if e.Frozen() {
		s.forceStep(box)
		s.endStep(box)
		s.partyStep(box)
	}
	return box
}

// step adds one step: done or not, what it is, and what can be done about it.
func (s *entryScreen) step(box *fyne.Container, done bool, words string, buttons ...fyne.CanvasObject) {
	icon := widget.NewIcon(theme.RadioButtonIcon())
	if done {
		icon.SetResource(theme.NewSuccessThemedResource(theme.ConfirmIcon()))
	}
	line := fyne.CanvasObject(prose(words))
	left := container.NewVBox(container.NewPadded(container.NewPadded(icon)))
	box.Add(container.NewBorder(nil, nil, left, nil, line))
	if len(buttons) > 0 {
		indent := container.NewGridWrap(fyne.NewSize(theme.IconInlineSize()+4*theme.Padding(), 1))
		wrapped := container.NewHBox(buttons...)
		box.Add(container.NewBorder(nil, nil, indent, nil, wrapped))
	}
}

// refused says why an event can't be recorded now, or gives "".
func (s *entryScreen) refused(ev register.Event) string {
	if ev.Date.IsZero() {
		ev.Date = s.today
	}
	if _, _, err := s.entry.Apply(ev, s.today); err != nil {
		return s.words.Error(err)
	}
	return ""
}

// offer gives a button for a step, or nil where it can't be taken now. A step that was taken can be recorded anew.
func (s *entryScreen) offer(key string, done bool, probe register.Event, ask func()) fyne.CanvasObject {
	switch {
	case s.refused(probe) != "":
		return nil
	case done:
		return newQuietButton(s.T("register.step.again"), nil, ask)
	}
	return newButton(s.T("register.step."+key), ask)
}

func (s *entryScreen) sendStep(box *fyne.Container) {
	e := &s.entry
	words := s.T("register.step.notSent")
	if !e.Sent.IsZero() {
		words = s.T("register.step.sentOn", "Date", s.longDate(e.Sent))
	}
	s.step(box, !e.Sent.IsZero(), words, s.offered(s.offer("send", !e.Sent.IsZero(), register.Event{Kind: register.WasSent}, func() {
		s.askStep(stepForm{kind: register.WasSent})
	}))...)
}

// offered gives what is there of some buttons.
func (s *entryScreen) offered(buttons ...fyne.CanvasObject) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, b := range buttons {
		if b != nil {
			out = append(out, b)
		}
	}
	return out
}

func (s *entryScreen) anchorStep(box *fyne.Container, p register.Party) {
	e := &s.entry
	words, done := s.T("register.step.notAnchored", "Party", p.Name), false
	for _, a := range e.Anchored {
		if a.Party == p.Key {
			key := "register.step.anchoredOn"
			if a.Delegated {
				key = "register.step.delegatedOn"
			}
			words, done = s.T(key, "Party", p.Name, "Date", s.longDate(a.Date), "Number", a.Case), true
		}
	}
	for _, a := range e.ChangedSince() {
		if a.Party == p.Key && !e.Frozen() {
			words += " " + s.T("register.step.changedSince")
		}
	}
	probe := register.Event{Kind: register.WasAnchored, Party: p.Key, Case: "x"}
	s.step(box, done, words, s.offered(s.offer("anchor", done, probe, func() {
		s.askStep(stepForm{kind: register.WasAnchored, party: p})
	}))...)
}

func (s *entryScreen) signStep(box *fyne.Container) {
	e := &s.entry
	if e.Frozen() {
		s.step(box, true, s.T("register.step.signedOn", "Date", s.longDate(e.Signed), "Form", s.T("register.form."+string(e.WrittenIn()))))
		return
	}
	probe := register.Event{Kind: register.WasSigned}
	words := s.T("register.step.notSigned")
	if why := s.refused(probe); why != "" {
		words += " " + why
	}
	s.step(box, false, words, s.offered(s.offer("sign", false, probe, func() { s.askStep(stepForm{kind: register.WasSigned}) }))...)
}

func (s *entryScreen) forceStep(box *fyne.Container) {
	start := s.entry.Start()
	key := "register.step.inForceFrom"
	if start.After(s.today) {
		key = "register.step.inForceLater"
	}
	s.step(box, !start.After(s.today), s.T(key, "Date", s.longDate(start)),
		newQuietButton(s.T("register.step.force"), nil, func() { s.askStep(stepForm{kind: register.CameInForce, day: start}) }))
}

// endStep says how and when the agreement ends, and lets notice be given.
func (s *entryScreen) endStep(box *fyne.Container) {
	e := &s.entry
	last, outcome := e.End()
	over := !last.IsZero() && s.today.After(last)
	var words string
	switch {
	case e.Given != nil:
		p, _ := e.Party(e.Given.Party)
		words = s.T("register.step.noticeOn", "Date", s.longDate(e.Given.Date), "Party", p.Name, "Last", s.longDate(last))
	case outcome == agreement.Terminated:
		words = s.T("register.step.endedOn", "Last", s.longDate(last))
	case outcome == agreement.Expired && over:
		words = s.T("register.step.expiredOn", "Last", s.longDate(last))
	case outcome == agreement.Expired:
		words = s.T("register.step.runsUntil", "Last", s.longDate(last))
	default:
		words = s.T("register.step.runsOn")
	}
	if n := e.NoticeMonths(); n > 0 && e.Given == nil && !over {
		words += " " + s.T("register.step.noticeToday", "Months", s.words.N("register.months", n), "Last", s.longDate(s.today.AddMonths(n)))
	}
	s.step(box, over, words, s.offered(
		s.offer("notice", false, register.Event{Kind: register.NoticeGiven}, func() { s.askStep(stepForm{kind: register.NoticeGiven}) }),
		s.offer("end", false, register.Event{Kind: register.WasEnded}, func() { s.askStep(stepForm{kind: register.WasEnded}) }),
	)...)
}

// partyStep lets another body take a party's place.
func (s *entryScreen) partyStep(box *fyne.Container) {
	for _, x := range s.entry.Succeeded {
		was, _ := s.entry.Party(x.Party)
		s.step(box, true, s.T("register.step.succeededOn", "Party", was.Name, "Successor", x.To.Name, "Date", s.longDate(x.Date)))
	}
	box.Add(container.NewHBox(newQuietButton(s.T("register.step.succeed"), nil, func() {
		s.askStep(stepForm{kind: register.WasSucceeded})
	})))
}
