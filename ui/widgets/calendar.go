package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// CalendarWords are a calendar's words in the language of the interface.
type CalendarWords struct {
	Months [12]string
	Days   [7]string // in short, Monday first
	Week   string    // over the numbers of the weeks, in short
}

// Calendar shows a month to choose a day in: weeks begin on Monday and have their ISO 8601 numbers. The arrow keys go
// by day and week, Home and End to the ends of the week, PageUp and PageDown by month, with Ctrl by year. Fyne's own
// knows no keys and no language but English.
type Calendar struct {
	widget.BaseWidget
	OnChosen func(time.Time) // midnight, UTC
	OnLeft   func()          // Escape

	words      CalendarWords
	day, today time.Time // what the keyboard is on, and now
	hovered    int       // a cell, or -1
	focused    bool
}

// The years that agreements are dated in: four digits.
const firstYear, lastYear = 1000, 9999

// NewCalendar makes a calendar with the keyboard on a day.
func NewCalendar(day, today time.Time, words CalendarWords) *Calendar {
	c := &Calendar{words: words, day: midnight(day), today: midnight(today), hovered: -1}
	c.ExtendBaseWidget(c)
	return c
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// Day gives the day that the keyboard is on.
func (c *Calendar) Day() time.Time { return c.day }

func (c *Calendar) goTo(day time.Time) {
	if day.Year() < firstYear || day.Year() > lastYear {
		return
	}
	c.day = day
	c.Refresh()
}

// goMonths goes to the same day of another month, or to that month's last where it has no such day.
func (c *Calendar) goMonths(by int) {
	first := time.Date(c.day.Year(), c.day.Month()+time.Month(by), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	c.goTo(first.AddDate(0, 0, min(c.day.Day(), last)-1))
}

// weekday counts from Monday, which is 0.
func weekday(t time.Time) int { return (int(t.Weekday()) + 6) % 7 }

// TypedKey goes to another day, takes the one that the keyboard is on, or leaves.
func (c *Calendar) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft:
		c.goTo(c.day.AddDate(0, 0, -1))
	case fyne.KeyRight:
		c.goTo(c.day.AddDate(0, 0, 1))
	case fyne.KeyUp:
		c.goTo(c.day.AddDate(0, 0, -7))
	case fyne.KeyDown:
		c.goTo(c.day.AddDate(0, 0, 7))
	case fyne.KeyHome:
		c.goTo(c.day.AddDate(0, 0, -weekday(c.day)))
	case fyne.KeyEnd:
		c.goTo(c.day.AddDate(0, 0, 6-weekday(c.day)))
	case fyne.KeyPageUp:
		c.goMonths(-1)
	case fyne.KeyPageDown:
		c.goMonths(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.choose(c.day)
	case fyne.KeyEscape:
		if c.OnLeft != nil {
			c.OnLeft()
		}
	}
}

// TypedShortcut goes by year.
func (c *Calendar) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	switch {
	case !ok || custom.Modifier != fyne.KeyModifierControl:
	case custom.KeyName == fyne.KeyPageUp:
		c.goMonths(-12)
	case custom.KeyName == fyne.KeyPageDown:
		c.goMonths(12)
	}
}

// TypedRune takes the day by the space bar, whose blank would else be typed into the date.
func (c *Calendar) TypedRune(r rune) {
	if r == ' ' {
		c.choose(c.day)
	}
}

// FocusGained shows where the keyboard is.
func (c *Calendar) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost hides it.
func (c *Calendar) FocusLost() { c.focused = false; c.Refresh() }

func (c *Calendar) choose(day time.Time) {
	c.goTo(day)
	if c.OnChosen != nil {
		c.OnChosen(day)
	}
}

// The cells: a row with the month's name between two arrows, one with the days' names, and six weeks with their numbers
// before them. A month never takes more than six, and the calendar keeps its height from month to month.
const (
	calendarColumns = 8
	calendarRows    = 8
	firstWeekRow    = 2
)

func (c *Calendar) cellSize() fyne.Size {
	text := c.Theme().Size("text")
	return fyne.NewSize(2.5*text, 2.1*text)
}

// cellAt gives the cell at a position, row by row, or -1.
func (c *Calendar) cellAt(at fyne.Position) int {
	cell, pad := c.cellSize(), c.Theme().Size("padding")
	column, row := int((at.X-pad)/cell.Width), int((at.Y-pad)/cell.Height)
	if at.X < pad || at.Y < pad || column >= calendarColumns || row >= calendarRows {
		return -1
	}
	return row*calendarColumns + column
}

// topLeft is the Monday that the first week begins on.
func (c *Calendar) topLeft() time.Time {
	first := c.day.AddDate(0, 0, 1-c.day.Day())
	return first.AddDate(0, 0, -weekday(first))
}

// dayOf gives the day of a cell, if it has one.
func (c *Calendar) dayOf(cell int) (time.Time, bool) {
	row, column := cell/calendarColumns-firstWeekRow, cell%calendarColumns-1
	if cell < 0 || row < 0 || column < 0 {
		return time.Time{}, false
	}
	return c.topLeft().AddDate(0, 0, 7*row+column), true
}

// acts reports whether a click on a cell does something.
func (c *Calendar) acts(cell int) bool {
	_, isDay := c.dayOf(cell)
	return isDay || cell == 0 || cell == calendarColumns-1
}

// Tapped takes the day under the pointer, or goes to another month.
func (c *Calendar) Tapped(e *fyne.PointEvent) {
	cell := c.cellAt(e.Position)
	if day, ok := c.dayOf(cell); ok {
		c.choose(day)
		return
	}
	switch cell {
	case 0:
		c.goMonths(-1)
	case calendarColumns - 1:
		c.goMonths(1)
	}
}

// MouseIn marks what is under the pointer.
func (c *Calendar) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved marks what is under the pointer.
func (c *Calendar) MouseMoved(e *desktop.MouseEvent) {
	cell := c.cellAt(e.Position)
	if !c.acts(cell) {
		cell = -1
	}
	if cell != c.hovered {
		c.hovered = cell
		c.Refresh()
	}
}

// MouseOut takes the mark away.
func (c *Calendar) MouseOut() {
	c.hovered = -1
	c.Refresh()
}

// Scrolled goes to another month.
func (c *Calendar) Scrolled(e *fyne.ScrollEvent) {
	if e.Scrolled.DY > 0 {
		c.goMonths(-1)
	} else if e.Scrolled.DY < 0 {
		c.goMonths(1)
	}
}

// CreateRenderer draws the calendar.
func (c *Calendar) CreateRenderer() fyne.WidgetRenderer {
	r := &calendarRenderer{calendar: c, hover: canvas.NewRectangle(nil), chosen: canvas.NewRectangle(nil), today: canvas.NewRectangle(nil)}
	r.objects = []fyne.CanvasObject{r.hover, r.today, r.chosen}
	for i := range r.arrows {
		r.arrows[i] = &canvas.Image{FillMode: canvas.ImageFillContain}
		r.objects = append(r.objects, r.arrows[i])
	}
	for i := range r.texts {
		r.texts[i] = canvas.NewText("", nil)
		r.texts[i].Alignment = fyne.TextAlignCenter
		r.objects = append(r.objects, r.texts[i])
	}
	r.paint()
	return r
}
