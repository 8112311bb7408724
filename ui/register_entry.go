package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement/register"
	"avtalebok/data"
)

// entryScreen is the page of one agreement in the register: the steps on its way, what holds, what is to be done about
// it, and what has happened.
type entryScreen struct {
	*Window
	entry  register.Entry
	events []register.Event
	today  register.Date

	box    *fyne.Container
	scroll *container.Scroll
	first  fyne.Focusable
}

// showEntry reads an agreement's entry away from the UI thread and shows its page.
func (w *Window) showEntry(id string) {
	s := &entryScreen{Window: w}
	w.do(func() error { return s.read(id) }, func() { w.goTo(s) })
}

func (s *entryScreen) read(id string) (err error) {
	s.today = s.store.Today()
	if s.entry, err = s.store.RegisterEntry(context.Background(), id); err != nil {
		return err
	}
	s.events, err = s.store.Events(context.Background(), id)
	return err
}

func (s *entryScreen) content() fyne.CanvasObject {
	s.box = container.New(&besideOrBelow{})
	title := heading(in(s.entry.Title, s.form()))
	title.Wrapping = fyne.TextWrapWord
	back := newQuietButton(s.T("register.back"), theme.NavigateBackIcon(), s.back)
	s.scroll = container.NewVScroll(container.NewVBox(title, s.box))
	top := container.NewHBox(back)
	s.fill()
	return s.besideRail(s, measure(1200, downwards(top, s.scroll, s.buttons())))
}

func (s *entryScreen) entered() {
	s.window.Canvas().Focus(s.first)
}

func (s *entryScreen) leave(then func()) { then() }

func (s *entryScreen) back() { s.goTo(s.register) }

// fill shows the parts of the page.
func (s *entryScreen) fill() {
	s.box.Objects = []fyne.CanvasObject{
		s.part("register.entry.steps", s.standing(), s.steps()),
		container.NewVBox(
			s.part("register.entry.terms", s.terms()...),
			s.part("register.entry.tasks", s.tasks()...),
			s.part("register.entry.file", s.file()...),
			s.part("register.entry.changes", s.changes()...),
		),
		s.part("register.entry.history", s.history()...),
	}
	s.box.Refresh()
}

// part is a part of the page with its title.
func (s *entryScreen) part(title string, content ...fyne.CanvasObject) fyne.CanvasObject {
	if len(content) == 0 {
		return container.NewVBox()
	}
	return container.NewPadded(container.NewVBox(append([]fyne.CanvasObject{subheading(s.T(title))}, content...)...))
}

// standing says what the agreement is and where it stands.
func (s *entryScreen) standing() fyne.CanvasObject {
	status := s.entry.Status(s.today)
	l := widget.NewLabelWithStyle(s.T("register.status."+string(status)), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	l.Importance = statusTone(status)
	about := note(s.kindName(s.entry.Kind) + "  ·  " + partyNames(s.entry.PartiesOn(s.today)))
	return container.New(tight{}, l, about)
}

// buttons are what can be done with the agreement as a whole.
func (s *entryScreen) buttons() fyne.CanvasObject {
	open := newMainButton(s.T("register.entry.open"), func() { s.openDraft(s.entry.ID) })
	if s.entry.Frozen() {
		open.SetText(s.T("register.entry.read"))
	}
	s.first = open
	line := container.New(layout.NewRowWrapLayout(), open)
	if s.entry.Frozen() {
		line.Add(newButton(s.T("register.entry.amend"), func() { s.amend(s.entry.ID, false) }))
		line.Add(newButton(s.T("register.entry.revise"), func() { s.amend(s.entry.ID, true) }))
	}
	return container.NewVBox(widget.NewSeparator(), line)
}

// terms say what holds: from when to when, and with which notice.
func (s *entryScreen) terms() []fyne.CanvasObject {
	e := &s.entry
	line := func(key, value string) fyne.CanvasObject {
		if value == "" {
			value = s.T("register.unknown")
		}
		return prose(s.T("register.line", "Name", s.T("register.entry."+key), "Value", value))
	}
	last, _ := e.End()
	until := s.longDate(last)
	if last.IsZero() {
		until = s.longDate(e.Until())
	}
	if until == "" {
		until = s.T("register.entry.runsOn")
	}
	notice := ""
	if n := e.NoticeMonths(); n > 0 {
		notice = s.words.N("register.months", n)
	}
	out := []fyne.CanvasObject{
		line("from", s.longDate(e.Start())), line("until", until), line("notice", notice),
		line("responsible", e.Responsible), line("subject", e.Subject(s.form())), line("case", e.CaseNumber()),
	}
	if e.Remark != "" {
		out = append(out, line("remark", e.Remark))
	}
	return []fyne.CanvasObject{container.New(tight{}, out...), container.NewHBox(newButton(s.T("register.facts.edit"), s.askFacts))}
}

// changes lists the agreements that change this one, and the one that it changes.
func (s *entryScreen) changes() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	add := func(words, id string) {
		out = append(out, newQuietButton(words, theme.DocumentIcon(), func() { s.showEntry(id) }))
	}
	if s.entry.Amends != nil {
		add(s.T("register.entry.amends"), s.entry.Amends.ID)
	}
	if s.entry.ReplacedBy != "" {
		add(s.T("register.entry.replacedBy"), s.entry.ReplacedBy)
	}
	for _, l := range s.entry.Amendments {
		key := "register.entry.amendment"
		if l.Replaces {
			key = "register.entry.revision"
		}
		when := s.T("register.unsigned")
		if !l.Signed.IsZero() {
			when = s.T("register.entry.signedOn", "Date", s.longDate(l.Signed))
		}
		add(s.T(key)+", "+when, l.ID)
	}
	return out
}

// amend makes a draft that changes a signed agreement, and opens it.
func (w *Window) amend(id string, whole bool) {
	var made string
	w.do(func() error {
		a, err := w.store.Amend(context.Background(), id, whole)
		made = a.ID
		return err
	}, func() { w.openDraft(made) })
}

// record keeps what has happened, and shows the page anew.
func (s *entryScreen) record(events ...register.Event) {
	s.doStep(func() error {
		_, err := s.store.RecordEvents(context.Background(), s.entry.ID, events...)
		return err
	})
}

// doStep changes the entry away from the UI thread, and shows the page anew.
func (s *entryScreen) doStep(do func() error) {
	id := s.entry.ID
	fresh := &entryScreen{Window: s.Window}
	s.do(func() error {
		if err := do(); err != nil {
			return err
		}
		return fresh.read(id)
	}, func() { s.show(fresh) })
}

// show shows the page with what was read anew.
func (s *entryScreen) show(fresh *entryScreen) {
	if s.shown != screen(s) {
		return
	}
	offset := s.scroll.Offset
	s.entry, s.events, s.today = fresh.entry, fresh.events, fresh.today
	s.refill()
	s.scroll.ScrollToOffset(offset)
	s.window.Canvas().Focus(s.first)
}

// history lists what has been recorded, the latest first.
func (s *entryScreen) history() []fyne.CanvasObject {
	if len(s.events) == 0 {
		return []fyne.CanvasObject{note(s.T("register.entry.nothingYet"))}
	}
	var out []fyne.CanvasObject
	last := register.Last(s.events)
	for i, ev := range slices.Backward(s.events) {
		words := s.eventWords(ev)
		if ev.Undone {
			words += "  (" + s.T("register.undone") + ")"
		}
		line := prose(words)
		if ev.Undone {
			line.Importance = widget.LowImportance
		}
		if i == last {
			undo := newButton(s.T("register.entry.undo"), s.askUndo)
			out = append(out, line, container.NewHBox(undo))
			continue
		}
		out = append(out, line)
	}
	return out
}

// eventWords says what has happened, and when.
func (s *entryScreen) eventWords(ev register.Event) string {
	words := []string{s.longDate(ev.Date) + ": " + s.T("register.event."+string(ev.Kind))}
	if p, ok := s.entry.Party(ev.Party); ok {
		words = append(words, p.Name)
	}
	if ev.To != nil {
		words = append(words, ev.To.Name)
	}
	if ev.Case != "" {
		words = append(words, s.T("register.entry.caseNumber", "Number", ev.Case))
	}
	if ev.Form != "" {
		words = append(words, s.T("register.form."+string(ev.Form)))
	}
	if ev.File != nil {
		words = append(words, ev.File.Name)
	}
	if ev.Task != "" {
		words = append(words, s.taskKeyName(ev.Task))
	}
	return strings.Join(words, ", ")
}

// askUndo asks before the step that was recorded last is taken back.
func (s *entryScreen) askUndo() {
	at := register.Last(s.events)
	if at < 0 {
		return
	}
	var box *sheet
	cancel := newButton(s.T("dialog.cancel"), func() { box.Hide() })
	yes := newMainButton(s.T("register.entry.undo"), func() {
		box.Hide()
		s.doStep(func() error {
			_, err := s.store.UndoEvent(context.Background(), s.entry.ID)
			return err
		})
	})
	about := s.T("register.entry.undoAbout", "Event", s.eventWords(s.events[at]))
	box = s.newSheet(s.T("register.entry.undo"), prose(about), cancel, yes)
	box.present(yes, fyne.NewSize(520, 0))
}

// showInRegister shows the page of the agreement on the desk, or of the one that the keyboard is on in the list.
func (w *Window) showInRegister() {
	if s, ok := w.shown.(*deskScreen); ok {
		id := s.desk.Agreement().ID
		if err := s.flush(); err != nil {
			s.fail(err)
			return
		}
		w.showEntry(id)
		return
	}
	w.withSelected(func(d data.Summary) { w.showEntry(d.ID) })
}
