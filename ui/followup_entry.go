package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"avtalebok/agreement/register"
)

// aheadMonths is how far ahead an agreement's page shows what there is to do.
const aheadMonths = 15

// tasks lists what there is to do about the agreement: what has not been done, and what comes.
func (s *entryScreen) tasks() []fyne.CanvasObject {
	if !s.entry.Frozen() {
		return nil
	}
	var out []fyne.CanvasObject
	var open []register.Task
	for _, t := range s.entry.Tasks(s.today.AddDays(-register.OverdueDays), s.today.AddMonths(aheadMonths)) {
		if t.Done && t.Due.Before(s.today) {
			continue
		}
		words := s.longDate(t.Due) + ": " + s.taskName(t)
		state, tone := s.taskState(t, s.today)
		if state != "" {
			words += "  (" + state + ")"
		}
		line := prose(words)
		line.Importance = tone
		if t.Done {
			out = append(out, line)
			continue
		}
		open = append(open, t)
		done := newButton(s.T("register.follow.mark"), func() { s.doStep(func() error { return s.finish(t) }) })
		out = append(out, container.NewBorder(nil, nil, nil, container.NewCenter(done), line))
	}
	if len(out) == 0 {
		return []fyne.CanvasObject{note(s.T("register.entry.noTasks"))}
	}
	if len(open) > 0 {
		export := newButton(s.T("register.entry.calendar"), func() { s.calendarOf(s.T("register.out.calendar")+"-"+s.entry.ID, open...) })
		out = append(out, container.NewHBox(export))
	}
	return out
}
