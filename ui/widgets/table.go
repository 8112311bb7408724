package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TableColumn is a column of a Table. Widths are in units of the text size.
type TableColumn struct {
	ID    string
	Title string
	Least float32 // at least this wide
	Share float32 // of what is left, beside the other columns' shares
	Drop  int     // where there is no room for all, columns are left out, the highest first; 0 stays
	Fixed bool    // can't be sorted by
}

// TableLine is a line of a Table: cells, or a heading over the lines beneath it.
type TableLine struct {
	Heading string
	Cells   []string
	Tones   []widget.Importance // of the cells, as far as there are any
	Strong  bool                // the first cell in bold
}

// Table is a table of any length of which only the lines in sight are made. It is two stops for Tab: its head, where the
// arrow keys choose a column and Enter sorts by it, and its lines.
type Table struct {
	widget.BaseWidget
	Length  func() int
	Line    func(at int) TableLine
	Marks   bool                                // the line that the keyboard is on stays marked when it is elsewhere
	OnEnter func(at int)                        // Enter on a line
	OnTap   func(at int)                        // a click on a line; nil is as Enter
	OnMoved func(at int)                        // the keyboard or a click came to a line
	OnKey   func(e *fyne.KeyEvent, at int) bool // before the table's own keys; true when it is dealt with
	OnSort  func(column string)                 // a click or Enter on a column's head
	OnTyped func(r rune)                        // a letter typed into the lines; may be nil

	columns  []TableColumn
	sorted   string
	reversed bool
	head     *tableHead
	list     *tableList
	spans    *tableSpans
}

// NewTable makes an empty table.
func NewTable(columns ...TableColumn) *Table {
	t := &Table{columns: columns, Length: func() int { return 0 }, Line: func(int) TableLine { return TableLine{} }}
	t.spans = &tableSpans{columns: columns}
	t.head = newTableHead(t)
	t.list = newTableList(t)
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer puts the head above the lines.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(container.NewVBox(t.head, widget.NewSeparator()), nil, nil, nil, t.list))
}

// Sorted shows by which column the lines are ordered, "" by none.
func (t *Table) Sorted(column string, reversed bool) {
	t.sorted, t.reversed = column, reversed
	t.head.Refresh()
}

// Update shows lines that have changed. The keyboard stays where it was as far as it can.
func (t *Table) Update() {
	t.list.at = max(0, min(t.list.at, t.Length()-1))
	t.list.Refresh()
}

// At gives the line that the keyboard is on, or -1 where there are none or it is a heading.
func (t *Table) At() int {
	if at := t.list.at; at >= 0 && at < t.Length() && t.Line(at).Heading == "" {
		return at
	}
	return -1
}

// GoTo puts the keyboard on a line, or on the one after a heading, and shows it.
func (t *Table) GoTo(at int) {
	if at < 0 || at >= t.Length() {
		return
	}
	t.list.goTo(at)
	if t.Line(at).Heading != "" && at+1 < t.Length() {
		t.list.goTo(at + 1)
	}
}

// ScrollToTop shows the first line.
func (t *Table) ScrollToTop() { t.list.ScrollToTop() }

// Lines gives what takes the keyboard for the lines.
func (t *Table) Lines() fyne.Focusable { return t.list }

// tableList is the lines of a table.
type tableList struct {
	widget.List
	table  *Table
	at     int
	moving bool
}

func newTableList(t *Table) *tableList {
	l := &tableList{table: t}
	l.Length = func() int { return t.Length() }
	l.CreateItem = func() fyne.CanvasObject { return newTableRow(t) }
	l.UpdateItem = func(at int, o fyne.CanvasObject) {
		if at < t.Length() {
			o.(*tableRow).show(t.Line(at), t.Marks && at == l.at)
		}
	}
	l.HideSeparators = true
	l.OnHighlighted = func(at int) {
		if l.moving { // else the pointer passes over a line
			l.came(at)
		}
	}
	l.OnSelected = func(at int) {
		l.Unselect(at)
		l.came(at)
		if at >= t.Length() || t.Line(at).Heading != "" {
			return
		}
		if t.OnTap != nil {
			t.OnTap(at)
		} else if t.OnEnter != nil {
			t.OnEnter(at)
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *tableList) came(at int) {
	l.at = at
	if l.table.Marks {
		l.Refresh()
	}
	if l.table.OnMoved != nil {
		l.table.OnMoved(at)
	}
}

func (l *tableList) move(by func()) {
	l.moving = true
	by()
	l.moving = false
}

func (l *tableList) goTo(at int) { l.move(func() { l.Highlight(at) }) }

// FocusGained shows which line the keyboard is on.
func (l *tableList) FocusGained() { l.move(l.List.FocusGained) }

// TypedRune hands on a letter.
func (l *tableList) TypedRune(r rune) {
	if l.table.OnTyped != nil {
		l.table.OnTyped(r)
	}
}

// TypedKey goes from line to line, and opens one by Enter.
func (l *tableList) TypedKey(e *fyne.KeyEvent) {
	inside := l.at >= 0 && l.at < l.Length()
	switch {
	case PassOn(l, e):
	case inside && l.table.OnKey != nil && l.table.OnKey(e, l.at):
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		if at := l.table.At(); at >= 0 && l.table.OnEnter != nil {
			l.table.OnEnter(at)
		}
	case e.Name == fyne.KeyHome:
		l.goTo(0)
	case e.Name == fyne.KeyEnd:
		l.goTo(l.Length() - 1)
	case e.Name == fyne.KeyPageDown:
		l.goTo(min(l.at+l.page(), l.Length()-1))
	case e.Name == fyne.KeyPageUp:
		l.goTo(max(l.at-l.page(), 0))
	case e.Name == fyne.KeySpace:
	default:
		l.move(func() { l.List.TypedKey(e) })
	}
}

// page is how many lines are in sight, but for one.
func (l *tableList) page() int {
	return max(1, int(l.Size().Height/(3*theme.TextSize()))-1)
}
