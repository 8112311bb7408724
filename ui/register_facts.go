package ui

import (
	"context"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/ui/widgets"
)

// factsForm asks for what the user says about an agreement besides its text.
type factsForm struct {
	responsible, network, notice, reports *field
	from, until                           *widgets.Entry
	meeting                               *selection
	remark                                *widgets.Entry
}

// askFacts shows the form, and keeps what was typed.
func (s *entryScreen) askFacts() {
	e := &s.entry
	hints := widgets.NewHints()
	f := &factsForm{
		responsible: filledField(e.Responsible), network: filledField(e.Network), reports: filledField(joinDates(e.Facts.Reports)),
		notice: filledField(numberOrNone(e.Facts.Notice)), from: s.dateEntry(hints, e.Facts.From), until: s.dateEntry(hints, e.Facts.Until),
		meeting: s.meetingChoice(e.Facts), remark: widgets.NewEntry(),
	}
	f.notice.PlaceHolder = numberOrNone(e.Terms.Notice)
	f.from.SetPlaceHolder(shortDate(e.Terms.From))
	f.until.SetPlaceHolder(shortDate(e.Terms.Until))
	f.remark.Present(e.Remark)
	row := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return labelled(s.T("register.facts."+key), o)
	}
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return container.NewGridWithColumns(2, a, b) }
	content := container.NewVBox(
		note(s.T("register.facts.about")),
		pair(row("responsible", f.responsible), row("network", f.network)),
		pair(row("from", f.from), row("until", f.until)),
		pair(row("notice", f.notice), row("meeting", f.meeting)),
		row("reports", f.reports), row("remark", f.remark),
	)
	var box *sheet
	save := newMainButton(s.T("register.facts.save"), func() {
		facts, err := f.read(e.Facts)
		if err == nil {
			err = facts.Clean().Validate()
		}
		if err != nil {
			s.fail(err)
			return
		}
		box.Hide()
		s.doStep(func() error {
			_, err := s.store.SetFacts(context.Background(), e.ID, facts)
			return err
		})
	})
	cancel := newButton(s.T("dialog.cancel"), func() { box.Hide() })
	page := container.NewVScroll(container.NewStack(content, hints.Layer()))
	box = s.newSheet(s.T("register.facts.title"), page, cancel, save)
	box.present(f.responsible, fyne.NewSize(680, 500*textScale()))
}

func filledField(text string) *field {
	f := newField("")
	f.SetText(text)
	return f
}

func numberOrNone(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// meetingChoice chooses the month of the annual meeting: on the anniversary, none, or a month.
func (s *entryScreen) meetingChoice(facts register.Facts) *selection {
	names := []string{s.T("register.facts.anniversary"), s.T("register.facts.noMeetings")}
	for month := time.January; month <= time.December; month++ {
		names = append(names, capital(s.monthName(int(month))))
	}
	choice := newSelection(names, nil)
	switch {
	case facts.NoMeetings:
		choice.SetSelectedIndex(1)
	case facts.MeetingMonth > 0:
		choice.SetSelectedIndex(int(facts.MeetingMonth) + 1)
	default:
		choice.SetSelectedIndex(0)
	}
	return choice
}

// read gives the facts as they were typed.
func (f *factsForm) read(was register.Facts) (register.Facts, error) {
	was.Responsible, was.Network, was.Remark = f.responsible.Text, f.network.Text, f.remark.Text
	was.NoMeetings, was.MeetingMonth = f.meeting.SelectedIndex() == 1, time.Month(max(0, f.meeting.SelectedIndex()-1))
	var err error
	if was.From, err = typedDate(f.from.Text); err != nil {
		return was, err
	}
	if was.Until, err = typedDate(f.until.Text); err != nil {
		return was, err
	}
	if was.Reports, err = splitDates(f.reports.Text); err != nil {
		return was, err
	}
	was.Notice = 0
	if text := strings.TrimSpace(f.notice.Text); text != "" {
		if was.Notice, err = strconv.Atoi(text); err != nil {
			was.Notice = -1 // Validate says what may stand there
		}
	}
	return was, nil
}

func typedDate(text string) (register.Date, error) {
	text = strings.TrimSpace(text)
	d, err := register.ParseDate(text)
	if err != nil {
		return d, agreement.NewError(agreement.Invalid, "error.date", err, "Date", text)
	}
	return d, nil
}

func joinDates(dates []register.Date) string {
	var out []string
	for _, d := range dates {
		out = append(out, shortDate(d))
	}
	return strings.Join(out, ", ")
}

func splitDates(text string) ([]register.Date, error) {
	var out []register.Date
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		d, err := typedDate(part)
		if err != nil {
			return nil, err
		}
		if !d.IsZero() {
			out = append(out, d)
		}
	}
	return out, nil
}
