package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/ui/widgets"
)

// registerLine is a line of the table: an agreement, or the group that those beneath it are in.
type registerLine struct {
	entry *register.Entry
	group register.Group
	by    register.Grouping
}

// registerLines puts entries in groups below each other.
func registerLines(entries []*register.Entry, by register.Grouping, form agreement.Form, today register.Date) []registerLine {
	lines := make([]registerLine, 0, len(entries))
	for _, g := range register.GroupBy(entries, by, form, today) {
		if by != register.Ungrouped {
			lines = append(lines, registerLine{group: g, by: by})
		}
		for _, e := range g.Entries {
			lines = append(lines, registerLine{entry: e})
		}
	}
	return lines
}

// registerTable is the table of the agreements.
type registerTable struct {
	*registerScreen
	table *widgets.Table
	body  *fyne.Container
}

func (p *registerTable) name() string { return "table" }

func (p *registerTable) content() fyne.CanvasObject {
	column := func(key register.SortKey, least, share float32, drop int) widgets.TableColumn {
		return widgets.TableColumn{ID: string(key), Title: p.T("register.column." + string(key)), Least: least, Share: share, Drop: drop}
	}
	p.table = widgets.NewTable(
		column(register.ByCounterpart, 13, 7, 0),
		column(register.ByKind, 10.5, 1, 5),
		column(register.BySubject, 9, 4, 6),
		column(register.ByStatus, 9.5, 1, 0),
		column(register.BySigned, 7, 0, 2),
		column(register.ByEnd, 7, 0, 3),
		column(register.ByResponsible, 8, 2, 4),
		column(register.ByCase, 6.5, 0, 7),
	)
	p.table.Length = func() int { return len(p.shown.lines) }
	p.table.Line = p.line
	p.table.OnSort = p.sort
	p.table.OnEnter = func(at int) { p.showEntry(p.shown.lines[at].entry.ID) }
	p.table.OnKey = func(e *fyne.KeyEvent, at int) bool {
		if e.Name == fyne.KeyUp && at == 0 {
			p.window.Canvas().Focus(p.search)
			return true
		}
		return false
	}
	p.body = container.NewStack(p.table)
	return p.body
}

func (p *registerTable) fill() {
	if p.body == nil {
		return
	}
	var show fyne.CanvasObject = p.table
	if len(p.shown.lines) == 0 {
		show = p.empty()
	}
	p.body.Objects = []fyne.CanvasObject{show}
	p.table.Sorted(string(p.view.Order.Key), p.view.Order.Reversed)
	p.table.Update()
	p.body.Refresh()
}

func (p *registerTable) focus() {
	if len(p.shown.lines) == 0 {
		p.window.Canvas().Focus(p.search)
		return
	}
	p.table.GoTo(max(p.table.At(), 0))
	p.window.Canvas().Focus(p.table.Lines())
}

// sort orders by a column, and the other way round when it is chosen again.
func (p *registerTable) sort(column string) {
	o := &p.view.Order
	if string(o.Key) == column {
		o.Reversed = !o.Reversed
	} else {
		*o = register.Order{Key: register.SortKey(column)}
	}
	p.table.ScrollToTop()
	p.changed()
}

func (p *registerTable) line(at int) widgets.TableLine {
	l := p.shown.lines[at]
	if l.entry == nil {
		return widgets.TableLine{Heading: p.groupName(l.by, l.group) + "  ·  " + p.words.N("register.count", len(l.group.Entries))}
	}
	e := l.entry
	status := e.Status(p.today)
	last, _ := e.End()
	name := e.Counterpart(p.today)
	if strings.Trim(name, " ,") == "" {
		name = in(e.Title, p.form())
	}
	return widgets.TableLine{
		Cells: []string{
			name, p.kindName(e.Kind), e.Subject(p.form()), p.T("register.status." + string(status)),
			shortDate(e.Signed), shortDate(last), e.Responsible, e.CaseNumber(),
		},
		Tones: []widget.Importance{
			widget.MediumImportance, widget.MediumImportance, widget.MediumImportance, statusTone(status),
		},
		Strong: true,
	}
}

// statusTone gives the colour of a status; its word says the same.
func statusTone(s agreement.Status) widget.Importance {
	switch s {
	case agreement.Running, agreement.Signed:
		return widget.SuccessImportance
	case agreement.Terminated, agreement.Expired:
		return widget.LowImportance
	}
	return widget.MediumImportance
}

// shortDate writes a date as tables have it, 08.02.2026, and "" for none.
func shortDate(d register.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("02.01.2006")
}

// longDate writes a date as running text has it, 8. februar 2026, and "" for none.
func (t *tools) longDate(d register.Date) string {
	if d.IsZero() {
		return ""
	}
	return t.T("app.dateYear", "Day", d.Day, "Month", t.monthName(int(d.Month)), "Year", d.Year)
}
