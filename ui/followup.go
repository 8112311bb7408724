package ui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/export/calendar"
	"avtalebok/ui/widgets"
)

// followUp shows what there is to do about the agreements in a year, month by month.
type followUp struct {
	*registerScreen
	year    int // 0: this one
	lines   []taskLine
	counts  [12]int // of tasks by month
	reading latest
	undoing *taskLine // what was marked as done last
	fresh   bool      // the keyboard has not been in the lines of this year yet
	wanted  bool      // the keyboard, once there are lines

	table   *widgets.Table
	years   []fyne.CanvasObject // the year, with the ways to the one before and the one after
	months  *fyne.Container     // beside the year
	title   *widget.Label
	body    *fyne.Container
	buttons *fyne.Container
	page    *fyne.Container
}

// taskLine is a line of the year: a task, or the month that those beneath it fall in.
type taskLine struct {
	task  register.Task
	with  string // the counterpart of its agreement
	month int    // 1 to 12 of a heading; 0 of a task
	count int
}

func newFollowUp(s *registerScreen) *followUp {
	return &followUp{registerScreen: s, reading: latest{run: s.run}, fresh: true}
}

func (p *followUp) name() string { return "follow" }

func (p *followUp) content() fyne.CanvasObject {
	column := func(key string, least, share float32, drop int) widgets.TableColumn {
		return widgets.TableColumn{ID: key, Title: p.T("register.follow.column." + key), Least: least, Share: share, Drop: drop, Fixed: true}
	}
	p.table = widgets.NewTable(column("due", 7.5, 0, 0), column("task", 12, 3, 0), column("agreement", 12, 4, 0),
		column("responsible", 8, 2, 2), column("state", 7.5, 0, 1))
	p.table.Length = func() int { return len(p.lines) }
	p.table.Line = p.line
	p.table.Marks = true
	p.table.OnEnter = func(at int) { p.showEntry(p.lines[at].task.Agreement) }
	p.table.OnTap = func(int) { p.fillButtons() }
	p.table.OnMoved = func(int) { p.fillButtons() }
	p.table.OnKey = func(e *fyne.KeyEvent, at int) bool {
		if e.Name == fyne.KeySpace && p.table.At() >= 0 {
			p.markDone()
			return true
		}
		return false
	}
	p.title = subheading("")
	p.months, p.body, p.buttons = container.New(layout.NewRowWrapLayout()), container.NewStack(), container.NewStack()
	before := newQuietButton(p.T("register.follow.before"), theme.NavigateBackIcon(), func() { p.goYear(-1) })
	after := newQuietButton(p.T("register.follow.after"), theme.NavigateNextIcon(), func() { p.goYear(1) })
	p.years = []fyne.CanvasObject{before, p.title, after}
	p.page = downwards(p.months, p.body, p.buttons)
	return p.page
}

func (p *followUp) focus() {
	if p.wanted = len(p.lines) == 0; p.wanted {
		p.window.Canvas().Focus(p.search)
		return
	}
	if p.table.At() < 0 || p.fresh {
		p.fresh = false
		p.table.GoTo(p.next())
	}
	p.window.Canvas().Focus(p.table.Lines())
}

// next gives the line of the first task that is not done.
func (p *followUp) next() int {
	for i, l := range p.lines {
		if l.month == 0 && !l.task.Done {
			return i
		}
	}
	return 0
}

func (p *followUp) goYear(by int) {
	p.year += by
	p.undoing, p.fresh = nil, true
	p.follow()
}

// fill follows what the screen has found.
func (p *followUp) fill() {
	if p.table == nil {
		return
	}
	if p.year == 0 {
		p.year = p.today.Year
	}
	p.follow()
}

// follow computes the tasks of the year away from the UI thread: ten thousand agreements have many.
func (p *followUp) follow() {
	entries, year, today := p.shown.entries, p.year, p.today
	if !p.loaded {
		return
	}
	p.reading.start(func() func() {
		lines, counts := taskLines(entries, year, today)
		return func() {
			p.lines, p.counts = lines, counts
			p.show(today)
			if p.wanted && len(lines) > 0 && p.inSight() {
				p.focus()
			}
		}
	})
}

// inSight reports whether the part is what the user sees and does not type into the search.
func (p *followUp) inSight() bool {
	return p.Window.shown == screen(p.registerScreen) && p.parts[p.at] == registerPart(p) && p.view.Search == "" && !p.busy()
}

// taskLines gives the tasks of a year with a heading for each month that has any.
func taskLines(entries []*register.Entry, year int, today register.Date) (lines []taskLine, counts [12]int) {
	by := make(map[string]*register.Entry, len(entries))
	for _, e := range entries {
		by[e.ID] = e
	}
	from, to := register.Date{Year: year, Month: 1, Day: 1}, register.Date{Year: year, Month: 12, Day: 31}
	for i, tasks := range register.Months(register.FollowUp(entries, from, to), year) {
		counts[i] = len(tasks)
		if len(tasks) == 0 {
			continue
		}
		lines = append(lines, taskLine{month: i + 1, count: len(tasks)})
		for _, t := range tasks {
			lines = append(lines, taskLine{task: t, with: by[t.Agreement].Counterpart(today)})
		}
	}
	return lines, counts
}

// show shows the year.
func (p *followUp) show(today register.Date) {
	p.title.SetText(strconv.Itoa(p.year))
	p.months.Objects = slices.Clone(p.years)
	for i, n := range p.counts {
		b := newButton(shortMonth(p.monthName(i+1))+"  "+strconv.Itoa(n), func() { p.goMonth(i + 1) })
		b.Importance = widget.LowImportance
		if n == 0 {
			b.Disable()
		}
		if p.year == today.Year && i+1 == int(today.Month) {
			b.Importance = widget.MediumImportance
		}
		p.months.Add(b)
	}
	var show fyne.CanvasObject = p.table
	if len(p.lines) == 0 {
		show = p.nothing()
	}
	p.body.Objects = []fyne.CanvasObject{show}
	p.table.Update()
	p.fillButtons()
	p.page.Refresh()
}

// shortMonth gives the first letters of a month's name.
func shortMonth(name string) string { return string([]rune(name)[:3]) }

func (p *followUp) nothing() fyne.CanvasObject {
	if len(p.shown.entries) == 0 {
		return p.empty()
	}
	return measure(520, container.NewVBox(subheading(p.T("register.follow.emptyTitle")), note(p.T("register.follow.emptyAbout"))))
}

// goMonth goes to the first task of a month.
func (p *followUp) goMonth(month int) {
	for i, l := range p.lines {
		if l.month == month {
			p.table.GoTo(i)
			p.window.Canvas().Focus(p.table.Lines())
		}
	}
}

func (p *followUp) line(at int) widgets.TableLine {
	l := p.lines[at]
	if l.month > 0 {
		return widgets.TableLine{Heading: capital(p.monthName(l.month)) + "  ·  " + p.words.N("register.follow.count", l.count)}
	}
	state, tone := p.taskState(l.task, p.today)
	return widgets.TableLine{
		Cells: []string{shortDate(l.task.Due), p.taskName(l.task), l.with, l.task.Responsible, state},
		Tones: []widget.Importance{widget.MediumImportance, widget.MediumImportance, widget.MediumImportance, widget.MediumImportance, tone},
	}
}

// taskName says what there is to do.
func (t *tools) taskName(task register.Task) string {
	name := t.T("register.task." + string(task.Kind))
	if task.Amount > 0 {
		name += ", " + agreement.InTable(task.Amount)
	}
	return name
}

// taskKeyName names a task by its key, "meeting-2027".
func (t *tools) taskKeyName(key string) string {
	kind, _, _ := strings.Cut(key, "-")
	if name := "register.task." + kind; t.words.Has(name) {
		return t.T(name)
	}
	return key
}

// taskState says how a task stands on a day: done, overdue, soon, or later, which needs no word.
func (t *tools) taskState(task register.Task, today register.Date) (string, widget.Importance) {
	switch {
	case task.Done:
		return t.T("register.follow.done"), widget.SuccessImportance
	case task.Due.Before(today):
		return t.T("register.follow.overdue"), widget.DangerImportance
	case !task.Due.After(today.AddDays(soonDays)):
		return t.T("register.follow.soon"), widget.WarningImportance
	}
	return "", widget.MediumImportance
}

// chosen gives the task that the keyboard is on.
func (p *followUp) chosen() (taskLine, bool) {
	at := p.table.At()
	if at < 0 || at >= len(p.lines) {
		return taskLine{}, false
	}
	return p.lines[at], true
}

// fillButtons shows what can be done with the chosen task, and the way back from what was done last.
func (p *followUp) fillButtons() {
	l, ok := p.chosen()
	t := l.task
	line := container.New(layout.NewRowWrapLayout())
	add := func(b *button, possible bool) {
		if !possible { // it stays, so that the lines above stay where they are
			b.Disable()
		}
		line.Add(b)
	}
	add(newMainButton(p.T("register.follow.mark"), p.markDone), ok && !t.Done)
	add(newButton(p.T("register.follow.open"), func() { p.showEntry(t.Agreement) }), ok)
	add(newButton(p.T("register.follow.single"), func() { p.calendarOf(p.T("register.out.calendar")+"-"+t.Due.String(), t) }), ok)
	add(newButton(p.T("register.follow.all", "Year", p.year), p.calendarOfYear), len(p.lines) > 0)
	objects := []fyne.CanvasObject{line}
	if p.undoing != nil {
		said := p.T("register.follow.marked", "Task", p.taskName(p.undoing.task), "With", p.undoing.with)
		objects = append(objects, doneLine(said, newButton(p.T("register.follow.undo"), p.undoDone)))
	}
	p.buttons.Objects = []fyne.CanvasObject{container.NewVBox(objects...)}
	p.page.Refresh()
}

// markDone marks the chosen task as done today.
func (p *followUp) markDone() {
	l, ok := p.chosen()
	if !ok || l.task.Done {
		return
	}
	p.do(func() error { return p.finish(l.task) }, func() {
		p.undoing = &l
		p.reload()
	})
}

// finish records that a task is done.
func (t *tools) finish(task register.Task) error {
	_, err := t.store.RecordEvents(context.Background(), task.Agreement,
		register.Event{Kind: register.WasDone, Date: t.store.Today(), Task: task.Key})
	return err
}

// undoDone takes back what was marked last.
func (p *followUp) undoDone() {
	if p.undoing == nil {
		return
	}
	t := p.undoing.task
	p.do(func() error {
		events, err := p.store.Events(context.Background(), t.Agreement)
		if err != nil {
			return err
		}
		last := register.Last(events)
		if last < 0 || events[last].Task != t.Key {
			return agreement.NewError(agreement.Refused, "error.register.nothing_to_undo", nil)
		}
		_, err = p.store.UndoEvent(context.Background(), t.Agreement)
		return err
	}, func() {
		p.undoing = nil
		p.reload()
	})
}

// calendarOfYear writes what is not done of the year that is shown as a calendar.
func (p *followUp) calendarOfYear() {
	var tasks []register.Task
	for _, l := range p.lines {
		if l.month == 0 {
			tasks = append(tasks, l.task)
		}
	}
	name := calendar.Name(p.year)
	p.calendarOf(strings.TrimSuffix(name, ".ics"), tasks...)
}

// calendarOf asks for a file and writes tasks to it as a calendar.
func (w *Window) calendarOf(name string, tasks ...register.Task) {
	form := w.form()
	w.write(outFormat{".ics", func(_ context.Context, o outOrder) ([]byte, error) {
		return calendar.Tasks(tasks, calendar.Options{Form: form, Day: o.today})
	}}, outOrder{store: w.store, form: form, today: w.store.Today()}, name)
}
