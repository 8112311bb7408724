package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// DateFormat is how an entry's text and a date become one another.
type DateFormat struct {
	Read  func(string) (time.Time, error)
	Write func(time.Time) string
	Now   func() time.Time
	Words func() CalendarWords
	Hint  string // of the button that opens the calendar
}

// AddCalendar gives an entry a calendar to choose a date in, behind a button at its end and Alt+Down. It is called
// before the entry is on the window. What is chosen counts as typed.
func AddCalendar(e *Entry, format DateFormat, hints *Hints) {
	e.Opens = func() { openCalendar(e, format) }
	e.ActionItem = NewIconButton(theme.CalendarIcon(), format.Hint, hints, func() {
		if !e.Disabled() {
			e.Opens()
		}
	})
}

func openCalendar(e *Entry, format DateFormat) {
	driver := fyne.CurrentApp().Driver()
	window := driver.CanvasForObject(e)
	if window == nil || e.Disabled() {
		return
	}
	window.Focus(e)
	today := format.Now()
	day, err := format.Read(e.Text)
	if err != nil {
		day = today
	}
	calendar := NewCalendar(day, today, format.Words())
	box := widget.NewPopUp(calendar, window)
	calendar.OnLeft = box.Hide
	calendar.OnChosen = func(day time.Time) {
		box.Hide()
		e.SetText(format.Write(day))
		e.SetCursor(len([]rune(e.Text)))
	}
	box.ShowAtPosition(beneath(driver.AbsolutePositionForObject(e), e.Size(), box.MinSize(), window.Size()))
	window.Focus(calendar)
}

// beneath gives the place for a box below a thing, or above it where there is no room.
func beneath(at fyne.Position, thing, box, room fyne.Size) fyne.Position {
	y := at.Y + thing.Height
	if y+box.Height > room.Height {
		y = max(0, at.Y-box.Height)
	}
	return fyne.NewPos(max(0, min(at.X, room.Width-box.Width)), y)
}
