package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Span is a stretch of an entry's text, in characters.
type Span struct {
	Start, End int
	Current    bool // the one that is spoken of now
}

// Mark shows stretches of the text, such as what a search has found, whether or not the entry has the focus.
func (e *Entry) Mark(spans []Span) {
	if slices.Equal(e.spans, spans) {
		return
	}
	e.spans = spans
	e.Refresh()
}

// Marked gives the stretches that are shown.
func (e *Entry) Marked() []Span { return e.spans }

// SelectRange selects a stretch of the text, with the cursor at its end. The entry must have the focus.
func (e *Entry) SelectRange(start, end int) {
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	e.KeyUp(shift)                                       // it may be held: Shift+F3
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome}) // ends a selection that may be there
	e.SetCursor(start)
	if end <= start {
		return
	}
	e.KeyDown(shift)
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	e.SetCursor(end)
	e.KeyUp(shift)
}

// ReplaceSelection puts words in the place of what is selected, as pasting would.
func (e *Entry) ReplaceSelection(words string) {
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &phrase{words}})
}

// phrase is a clipboard with nothing but a few words on it.
type phrase struct{ words string }

func (p *phrase) Content() string     { return p.words }
func (p *phrase) SetContent(s string) { p.words = s }

// marks draws the marked stretches of an entry.
type marks struct {
	entry   *Entry
	objects []fyne.CanvasObject
}

// refresh draws the stretches anew where they are after wrapping.
func (m *marks) refresh() {
	e := m.entry
	if len(e.spans) == 0 {
		m.objects = nil
		return
	}
	row, column := e.CursorRow, e.CursorColumn
	starts := e.rowStarts()
	m.objects = m.objects[:0]
	for _, span := range e.spans {
		m.add(span, starts)
	}
	e.CursorRow, e.CursorColumn = row, column
}

func (m *marks) add(span Span, starts []int) {
	e, th, variant := m.entry, m.entry.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	height := fyne.MeasureText("M", e.TextSize(), e.TextStyle).Height
	for row, start := range starts {
		end := len([]rune(e.Text))
		if row+1 < len(starts) {
			end = starts[row+1]
		}
		from, to := max(span.Start, start), min(span.End, end)
		if from >= to {
			continue
		}
		e.CursorRow, e.CursorColumn = row, from-start
		left := e.CursorPosition()
		e.CursorColumn = to - start
		rect := canvas.NewRectangle(th.Color(theme.ColorNameSelection, variant))
		rect.StrokeColor, rect.StrokeWidth = color.Transparent, 1
		if span.Current {
			rect.StrokeColor, rect.StrokeWidth = th.Color(theme.ColorNamePrimary, variant), 2
		}
		rect.CornerRadius = 2
		rect.Move(left)
		rect.Resize(fyne.NewSize(e.CursorPosition().X-left.X, height))
		m.objects = append(m.objects, rect)
	}
}

// rowStarts gives the number of characters before each row, as the text is wrapped now. It moves the cursor.
func (e *Entry) rowStarts() []int {
	starts := []int{0}
	e.CursorColumn = 0
	for row := 1; ; row++ {
		e.CursorRow = row
		next := e.CursorTextOffset()
		if next <= starts[len(starts)-1] { // behind the last row the offset falls back to the column
			return starts
		}
		starts = append(starts, next)
	}
}
