package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/data/facts"
	"avtalebok/ui/fields"
	"avtalebok/ui/widgets"
)

// stepForm asks for what a step needs: its day and, as the step has it, the case number, the party, the written form or
// the successor.
type stepForm struct {
	kind  register.EventKind
	party register.Party // of a decision; else chosen in the form
	day   register.Date  // proposed; today where there is none

	date      *widgets.Entry
	number    *field
	delegated *check
	who       *selection
	parties   []register.Party
	form      *segments
	successor *field
}

// askStep shows the form of a step, and records it.
func (s *entryScreen) askStep(f stepForm) {
	if f.day.IsZero() {
		f.day = s.today
	}
	var box *sheet
	content := container.NewVBox()
	if about := "register.ask." + string(f.kind) + ".about"; s.words.Has(about) {
		content.Add(note(s.T(about, "Party", f.party.Name)))
	}
	hints := widgets.NewHints()
	f.date = s.dateEntry(hints, f.day)
	content.Add(labelled(s.T("register.ask.date."+string(f.kind)), f.date))
	s.addStepFields(&f, content)
	save := newMainButton(s.T("register.ask.record"), nil)
	save.OnTapped = func() {
		ev, err := s.event(&f)
		if err == nil {
			_, _, err = s.entry.Apply(ev, s.today)
		}
		if err != nil {
			s.fail(err)
			return
		}
		box.Hide()
		s.record(ev)
	}
	f.date.OnKey = func(e *fyne.KeyEvent) bool {
		if isEnter(e) {
			save.OnTapped()
			return true
		}
		return false
	}
	for _, typed := range []*field{f.number, f.successor} {
		if typed != nil {
			typed.OnSubmitted = func(string) { save.OnTapped() }
		}
	}
	cancel := newButton(s.T("dialog.cancel"), func() { box.Hide() })
	box = s.newSheet(s.T("register.ask."+string(f.kind)+".title"), container.NewStack(content, hints.Layer()), cancel, save)
	box.present(f.first(), fyne.NewSize(520, 0))
}

func (f *stepForm) first() fyne.Focusable {
	if f.number != nil {
		return f.number
	}
	return f.date
}

// addStepFields adds what the step asks for besides its day.
func (s *entryScreen) addStepFields(f *stepForm, content *fyne.Container) {
	switch f.kind {
	case register.WasAnchored:
		f.number = newField(s.T("register.ask.caseHint"))
		f.number.SetText(s.entry.CaseNumber())
		f.delegated = newCheck(s.T("register.ask.delegated"), false, nil)
		content.Add(labelled(s.T("register.ask.case"), f.number))
		content.Add(f.delegated)
	case register.WasSigned:
		at := map[register.Written]int{register.InBokmal: 0, register.InNynorsk: 1, register.InBoth: 2}[s.entry.Forms]
		f.form = newSegments([]string{s.T("register.form.nb"), s.T("register.form.nn"), s.T("register.form.both")}, at, func(int) {})
		content.Add(labelled(s.T("register.ask.form"), f.form.object))
	case register.NoticeGiven, register.WasSucceeded:
		f.parties = s.entry.PartiesOn(s.today)
		var names []string
		for _, p := range f.parties {
			names = append(names, p.Name)
		}
		f.who = newSelection(names, nil)
		f.who.SetSelectedIndex(max(0, len(names)-1))
		content.Add(labelled(s.T("register.ask.party."+string(f.kind)), f.who))
	}
	if f.kind == register.WasSucceeded {
		f.successor = newField(s.T("register.ask.successorHint"))
		content.Add(labelled(s.T("register.ask.successor"), f.successor))
	}
}

// writtenForms are the forms in the order in which the form offers them.
var writtenForms = []register.Written{register.InBokmal, register.InNynorsk, register.InBoth}

// event makes the event of what was typed.
func (s *entryScreen) event(f *stepForm) (register.Event, error) {
	day, err := register.ParseDate(strings.TrimSpace(f.date.Text))
	ev := register.Event{Kind: f.kind, Date: day, Party: f.party.Key}
	if err != nil {
		return ev, agreement.NewError(agreement.Invalid, "error.date", err, "Date", f.date.Text)
	}
	if f.number != nil {
		ev.Case, ev.Delegated = f.number.Text, f.delegated.Checked
	}
	if f.form != nil {
		ev.Form = writtenForms[f.form.selected]
	}
	if f.who != nil && f.who.SelectedIndex() >= 0 {
		ev.Party = f.parties[f.who.SelectedIndex()].Key
	}
	if f.successor != nil {
		to, err := successorOf(f.parties[max(0, f.who.SelectedIndex())], strings.TrimSpace(f.successor.Text))
		if err != nil {
			return ev, err
		}
		ev.To = &to
	}
	return ev, nil
}

// successorOf finds the body that takes a party's place: a county or municipality by its number or name, an organisation
// by its name.
func successorOf(was register.Party, name string) (register.Party, error) {
	if name == "" {
		return register.Party{}, agreement.NewError(agreement.Invalid, "error.register.successor_missing", nil)
	}
	if !was.Public() {
		return register.Party{Kind: was.Kind, Name: name, Short: name}, nil
	}
	body, err := facts.Lookup(was.Kind, name)
	if err != nil {
		return register.Party{}, err
	}
	p := body.Party()
	return register.Party{Kind: p.Kind, Number: p.Number, OrgNumber: p.OrgNumber, Name: p.Name, Short: p.Short}, nil
}

// dateEntry is an entry for a date with a calendar.
func (t *tools) dateEntry(hints *widgets.Hints, day register.Date) *widgets.Entry {
	e := widgets.NewLineEntry()
	fields.AddCalendar(e, t.words, hints, t.now)
	e.Present(shortDate(day))
	return e
}

// labelled sets a name above what is answered.
func labelled(name string, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(tight{}, caption(name), o)
}
