package widgets

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func testWords() CalendarWords {
	w := CalendarWords{Week: "Veke", Days: [7]string{"må", "ty", "on", "to", "fr", "la", "sø"}}
	for i := range w.Months {
		w.Months[i] = "månad" + string(rune('A'+i))
	}
	return w
}

func TestTheCalendarGoesByDayWeekMonthAndYear(t *testing.T) {
	test.NewTempApp(t)
	key := func(names ...fyne.KeyName) func(*Calendar) {
		return func(c *Calendar) {
			for _, name := range names {
				c.TypedKey(&fyne.KeyEvent{Name: name})
			}
		}
	}
	year := func(name fyne.KeyName) func(*Calendar) {
		return func(c *Calendar) {
			c.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierControl})
		}
	}
	for _, c := range []struct {
		name       string
		from, want time.Time
		do         func(*Calendar)
	}{
		{"a day on", date(2026, 12, 31), date(2027, 1, 1), key(fyne.KeyRight)},
		{"a day back", date(2024, 3, 1), date(2024, 2, 29), key(fyne.KeyLeft)},
		{"a week on", date(2026, 11, 23), date(2026, 11, 30), key(fyne.KeyDown)},
		{"a week back", date(2026, 11, 23), date(2026, 11, 16), key(fyne.KeyUp)},
		{"Monday", date(2026, 11, 29), date(2026, 11, 23), key(fyne.KeyHome)},
		{"Sunday", date(2026, 11, 23), date(2026, 11, 29), key(fyne.KeyEnd)},
		{"to a shorter month", date(2027, 1, 31), date(2027, 2, 28), key(fyne.KeyPageDown)},
		{"to the month before", date(2027, 1, 31), date(2026, 12, 31), key(fyne.KeyPageUp)},
		{"a year on", date(2024, 2, 29), date(2025, 2, 28), year(fyne.KeyPageDown)},
		{"a year back", date(2026, 11, 23), date(2025, 11, 23), year(fyne.KeyPageUp)},
		{"no further than four digits", date(9999, 12, 31), date(9999, 12, 31), key(fyne.KeyRight)},
	} {
		calendar := NewCalendar(c.from, c.from, testWords())
		c.do(calendar)
		if got := calendar.Day(); !got.Equal(c.want) {
			t.Errorf("%s: %s, want %s", c.name, got.Format(time.DateOnly), c.want.Format(time.DateOnly))
		}
	}
}

func texts(c *Calendar) [calendarRows * calendarColumns]string {
	var out [calendarRows * calendarColumns]string
	for i, text := range test.WidgetRenderer(c).(*calendarRenderer).texts {
		out[i] = text.Text
	}
	return out
}

// 1 January 2027 is a Friday, in the last week of 2026.
func TestWeeksBeginOnMondayAndHaveTheirNumbers(t *testing.T) {
	test.NewTempApp(t)
	c := NewCalendar(date(2027, 1, 1), date(2026, 11, 23), testWords())
	cells := texts(c)
	if cells[1] != "månadA 2027" {
		t.Errorf("the title is %q", cells[1])
	}
	if got := strings.Join(cells[8:16], " "); got != "Veke må ty on to fr la sø" {
		t.Errorf("the days are %q", got)
	}
	if got := strings.Join(cells[16:24], " "); got != "53 28 29 30 31 1 2 3" {
		t.Errorf("the first week is %q", got)
	}
	if got := strings.Join(cells[24:32], " "); got != "1 4 5 6 7 8 9 10" {
		t.Errorf("the second week is %q", got)
	}
}

func TestEveryDayStandsWhereAClickTakesIt(t *testing.T) {
	test.NewTempApp(t)
	for day := date(2024, 1, 1); day.Year() < 2027; day = day.AddDate(0, 0, 1) {
		c := NewCalendar(date(day.Year(), day.Month(), 15), day, testWords())
		var took time.Time
		c.OnChosen = func(t time.Time) { took = t }
		cell := -1
		for i := range calendarRows * calendarColumns {
			if d, ok := c.dayOf(i); ok && d.Equal(day) {
				cell = i
			}
		}
		if cell < 0 {
			t.Fatalf("%s has no cell", day.Format(time.DateOnly))
		}
		size := c.cellSize()
		at := fyne.NewPos((float32(cell%calendarColumns)+0.5)*size.Width, (float32(cell/calendarColumns)+0.5)*size.Height)
		c.Tapped(&fyne.PointEvent{Position: at.AddXY(4, 4)})
		if !took.Equal(day) {
			t.Fatalf("a click on %s took %s", day.Format(time.DateOnly), took.Format(time.DateOnly))
		}
	}
}

// dateEntry gives an entry for dates in a window.
func dateEntry(t *testing.T) (*Entry, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	e := NewLineEntry()
	AddCalendar(e, DateFormat{
		Read: func(s string) (time.Time, error) {
			if s == "" {
				return time.Time{}, errors.New("nothing")
			}
			return time.Parse("02.01.2006", s)
		},
		Write: func(d time.Time) string { return d.Format("02.01.2006") },
		Now:   func() time.Time { return date(2026, 11, 23) },
		Words: testWords,
	}, nil)
	w := test.NewTempWindow(t, e)
	w.Resize(fyne.NewSize(500, 500))
	w.Canvas().Focus(e)
	return e, w
}

func TestADateIsChosenByKeysAndCountsAsTyped(t *testing.T) {
	e, w := dateEntry(t)
	edited := ""
	e.OnEdited = func(s string) { edited = s }
	open := &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}
	press := func(names ...fyne.KeyName) {
		for _, name := range names {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
	e.TypedShortcut(open)
	if _, ok := w.Canvas().Focused().(*Calendar); !ok {
		t.Fatal("the calendar has not the keyboard")
	}
	press(fyne.KeyDown, fyne.KeyReturn)
	if e.Text != "30.11.2026" || edited != e.Text {
		t.Errorf("the entry has %q, its owner was told %q", e.Text, edited)
	}
	e.TypedShortcut(open)
	press(fyne.KeyPageDown, fyne.KeyEscape)
	if e.Text != "30.11.2026" {
		t.Errorf("Escape took %q", e.Text)
	}
	if w.Canvas().Overlays().Top() != nil || w.Canvas().Focused() != fyne.Focusable(e) {
		t.Error("the keyboard is not back in the entry")
	}
}

func TestABoxStandsBelowOrAboveAndNeverOutside(t *testing.T) {
	room, box, thing := fyne.NewSize(800, 600), fyne.NewSize(300, 250), fyne.NewSize(200, 40)
	for _, c := range []struct{ at, want fyne.Position }{
		{fyne.NewPos(10, 100), fyne.NewPos(10, 140)},
		{fyne.NewPos(10, 400), fyne.NewPos(10, 150)},
		{fyne.NewPos(700, 100), fyne.NewPos(500, 140)},
	} {
		if got := beneath(c.at, thing, box, room); got != c.want {
			t.Errorf("at %v: %v, want %v", c.at, got, c.want)
		}
	}
}
