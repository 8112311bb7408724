package widgets

import (
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

type calendarRenderer struct {
	calendar             *Calendar
	hover, today, chosen *canvas.Rectangle
	arrows               [2]*canvas.Image
	texts                [calendarRows * calendarColumns]*canvas.Text // by cell; the month's name stands in cell 1
	objects              []fyne.CanvasObject
}

func (r *calendarRenderer) Destroy()                     {}
func (r *calendarRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *calendarRenderer) MinSize() fyne.Size {
	cell, pad := r.calendar.cellSize(), r.calendar.Theme().Size(theme.SizeNamePadding)
	return fyne.NewSize(calendarColumns*cell.Width+2*pad, calendarRows*cell.Height+2*pad)
}

func (r *calendarRenderer) place(o fyne.CanvasObject, cell, columns int) {
	size, pad := r.calendar.cellSize(), r.calendar.Theme().Size(theme.SizeNamePadding)
	o.Move(fyne.NewPos(pad+float32(cell%calendarColumns)*size.Width, pad+float32(cell/calendarColumns)*size.Height))
	o.Resize(fyne.NewSize(float32(columns)*size.Width, size.Height))
}

func (r *calendarRenderer) Layout(fyne.Size) {
	for cell, text := range r.texts {
		columns := 1
		if cell == 1 {
			columns = calendarColumns - 2
		}
		r.place(text, cell, columns)
	}
	inset := r.calendar.cellSize().Height / 4
	for i, cell := range []int{0, calendarColumns - 1} {
		r.place(r.arrows[i], cell, 1)
		r.arrows[i].Move(r.arrows[i].Position().AddXY(inset, inset))
		r.arrows[i].Resize(r.arrows[i].Size().SubtractWidthHeight(2*inset, 2*inset))
	}
	r.paint()
}

func (r *calendarRenderer) Refresh() { r.paint() }

// paint writes the month into the cells.
func (r *calendarRenderer) paint() {
	c := r.calendar
	th, variant := c.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	colour := func(name fyne.ThemeColorName) color.Color { return th.Color(name, variant) }
	for cell, text := range r.texts {
		text.TextSize, text.Color = th.Size(theme.SizeNameText), colour(theme.ColorNameForeground)
		text.TextStyle.Bold = false
		day, isDay := c.dayOf(cell)
		switch column := cell % calendarColumns; {
		case cell == 1:
			text.Text = c.words.Months[c.day.Month()-1] + " " + strconv.Itoa(c.day.Year())
			text.TextStyle.Bold = true
		case cell < calendarColumns:
		case cell < firstWeekRow*calendarColumns:
			text.Text = c.words.Week
			if column > 0 {
				text.Text = c.words.Days[column-1]
			}
			text.TextSize, text.Color = th.Size(theme.SizeNameCaptionText), colour(theme.ColorNamePlaceHolder)
		case isDay:
			text.Text = strconv.Itoa(day.Day())
			if day.Month() != c.day.Month() {
				text.Color = colour(theme.ColorNamePlaceHolder)
			}
		default:
			text.Text = weekNumber(c.topLeft().AddDate(0, 0, 7*(cell/calendarColumns-firstWeekRow)))
			text.TextSize, text.Color = th.Size(theme.SizeNameCaptionText), colour(theme.ColorNamePlaceHolder)
		}
	}
	r.paintMarks(colour)
	for i, icon := range []fyne.Resource{theme.NavigateBackIcon(), theme.NavigateNextIcon()} {
		showIcon(r.arrows[i], icon, theme.ColorNameForeground)
	}
	canvas.Refresh(c)
}

// paintMarks shows the day that the keyboard is on, today, and what is under the pointer.
func (r *calendarRenderer) paintMarks(colour func(fyne.ThemeColorName) color.Color) {
	c := r.calendar
	for _, mark := range []*canvas.Rectangle{r.hover, r.today, r.chosen} {
		mark.CornerRadius = c.Theme().Size(theme.SizeNameInputRadius)
		mark.Hide()
	}
	cellOf := func(day time.Time) int {
		n := int(day.Sub(c.topLeft()).Hours() / 24)
		if n < 0 || n >= 7*(calendarRows-firstWeekRow) {
			return -1
		}
		return (firstWeekRow+n/7)*calendarColumns + 1 + n%7
	}
	show := func(mark *canvas.Rectangle, cell int) {
		if cell >= 0 {
			r.place(mark, cell, 1)
			mark.Show()
		}
	}
	r.hover.FillColor = colour(theme.ColorNameHover)
	show(r.hover, c.hovered)
	r.today.FillColor, r.today.StrokeColor, r.today.StrokeWidth = color.Transparent, colour(theme.ColorNameInputBorder), 1
	show(r.today, cellOf(c.today))
	at := cellOf(c.day)
	r.chosen.FillColor, r.chosen.StrokeColor, r.chosen.StrokeWidth = colour(theme.ColorNameSelection), colour(theme.ColorNamePrimary), 0
	if c.focused {
		r.chosen.StrokeWidth = 2
	}
	show(r.chosen, at)
	if at >= 0 {
		r.texts[at].TextStyle.Bold = true
	}
}

// weekNumber is the number of the week that begins on a Monday (ISO 8601, as Norwegian calendars have it).
func weekNumber(monday time.Time) string {
	_, week := monday.ISOWeek()
	return strconv.Itoa(week)
}
