package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement/register"
)

// soonDays is within how many days something is due soon.
const soonDays = 30

// dueLine is the quiet line on the first screen that says what is due, with the way there.
type dueLine struct {
	*Window
	content *fyne.Container
	due     []register.Task
	first   string // the counterpart of the first that is not late
	today   register.Date
	reading latest
	resized func() // the line has come or gone
}

func newDueLine(w *Window, resized func()) *dueLine {
	d := &dueLine{Window: w, content: container.NewStack(), reading: latest{run: w.run}, resized: resized}
	d.show()
	return d
}

// reload finds out what is due, away from the UI thread.
func (d *dueLine) reload() {
	d.reading.start(func() func() {
		today := d.store.Today()
		entries, err := d.store.Register(context.Background(), register.Query{})
		due := register.Due(entries, today, register.OverdueDays, soonDays)
		first := firstWith(entries, due, today)
		return func() {
			if err != nil { // the list says so itself, if it can't be read either
				d.log.Warn("what is due was not read", "error", err)
				return
			}
			d.due, d.first, d.today = due, first, today
			d.show()
			d.resized()
		}
	})
}

func (d *dueLine) show() {
	d.content.Hidden = len(d.due) == 0
	d.content.Objects = nil
	if !d.content.Hidden {
		icon := container.NewPadded(widget.NewIcon(theme.CalendarIcon()))
		look := newButton(d.T("register.due.look"), d.showFollowUp)
		words := prose(d.words())
		d.content.Objects = []fyne.CanvasObject{container.NewBorder(nil, widget.NewSeparator(), container.NewCenter(icon), container.NewCenter(look),
			container.NewVBox(layout.NewSpacer(), words, layout.NewSpacer()))}
	}
	d.content.Refresh()
}

// words say how much is due, and what comes first.
func (d *dueLine) words() string {
	late := 0
	for _, t := range d.due {
		if t.Due.Before(d.today) {
			late++
		}
	}
	soon := len(d.due) - late
	s := ""
	if late > 0 {
		s = d.Window.words.N("register.due.late", late)
	}
	if soon > 0 {
		if s != "" {
			s += " "
		}
		first := d.due[late]
		s += d.Window.words.N("register.due.soon", soon, "Task", d.taskName(first), "With", d.first, "Date", d.longDate(first.Due))
	}
	return s
}

// firstWith names the counterpart of the first task that is not late, or gives "".
func firstWith(entries []*register.Entry, due []register.Task, today register.Date) string {
	for _, t := range due {
		if t.Due.Before(today) {
			continue
		}
		for _, e := range entries {
			if e.ID == t.Agreement {
				return e.Counterpart(today)
			}
		}
	}
	return ""
}
