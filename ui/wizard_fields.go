package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/ui/fields"
	"avtalebok/ui/widgets"
)

// questionRow is one question of the template on the last step.
type questionRow struct {
	screen *wizardScreen
	work   *wizardWork
	at     int // index in the work's fields
	editor *fields.Editor
}

// fieldsPage asks the template's questions, with the template's own answers in place. Nothing has to be answered here:
// the same questions stand on the desk.
func (s *wizardScreen) fieldsPage() *widgets.Sheet {
	sheet := widgets.NewSheet(0, 0)
	work := s.work()
	s.forms = nil
	columns := &widgets.Columns{Gutter: theme.InnerPadding() / theme.TextSize(), Rail: theme.ScrollBarSize() / theme.TextSize()}
	about := widgets.NewWords(s.T("wizard.fieldsAbout"), theme.SizeNameText, theme.ColorNamePlaceHolder)
	gap := canvas.NewRectangle(color.Transparent)
	gap.SetMinSize(fyne.NewSize(1, theme.TextSize()))
	rows := []fyne.CanvasObject{widgets.NewIndent(columns, about), gap}
	for i := range work.fields {
		q := &questionRow{screen: s, work: work, at: i}
		q.make(sheet, columns)
		s.forms = append(s.forms, q)
		rows = append(rows, q.editor.Row)
	}
	sheet.SetRows(rows)
	return sheet
}

func (q *questionRow) field() agreement.Field { return q.work.fields[q.at] }

func (q *questionRow) make(sheet *widgets.Sheet, columns *widgets.Columns) {
	s, f := q.screen, q.field()
	q.editor = fields.New(f, fields.Options{
		Words: s.words, Speech: s.form(), Both: columns, Plain: columns, Hints: s.hints, Now: s.now,
		Changed: func(id string) { q.answer(func(a *agreement.Answer) { a.Value = id }) },
	})
	row := q.editor.Row
	row.OnHeight = sheet.Relayout
	reveal := func() { sheet.Reveal(row, 0, row.Size().Height) }
	if c := q.editor.Choice; c != nil {
		c.OnFocused, c.OnEnter, c.OnKey = reveal, func() { s.goFrom(c, 1) }, q.key
	}
	for side, entry := range q.editor.Entries {
		form := agreement.Form("")
		if f.Bilingual() {
			form = agreement.Forms[side]
			row.SetLabel(side, capital(s.words.FormName(form)))
		}
		entry.Present(q.shown(form))
		entry.OnEdited = func(text string) { q.edited(form, text) }
		entry.OnFocused = func(gained bool) {
			if gained {
				reveal()
				q.ready(entry)
			}
		}
		entry.OnWheel, entry.OnHeight = sheet.Wheel, sheet.Relayout
		entry.OnLeave = func(down bool) { s.goFrom(entry, map[bool]int{true: 1, false: -1}[down]) }
		entry.OnShortcut = func(sc fyne.Shortcut) bool { return q.shortcut(entry, sc) }
		entry.OnKey = func(e *fyne.KeyEvent) bool {
			if isEnter(e) { // paragraphs are made on the desk
				s.goFrom(entry, 1)
				return true
			}
			return q.key(e)
		}
		entry.Words = func() widgets.EntryWords {
			w := s.words
			return widgets.EntryWords{Cut: w.T("desk.cut"), Copy: w.T("desk.copy"), Paste: w.T("desk.paste"), SelectAll: w.T("desk.select_all")}
		}
	}
	q.editor.Show(f, nil)
}

// ready readies an answer to be replaced by typing, and one in words to be written on. A click puts the cursor elsewhere.
func (q *questionRow) ready(entry *widgets.Entry) {
	if q.field().Bilingual() {
		entry.SetCursor(len([]rune(entry.Text)))
		return
	}
	entry.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// shown is what stands in the entry of a form, or in the only one.
func (q *questionRow) shown(form agreement.Form) string {
	if form == "" {
		return fields.Shown(q.field())
	}
	return q.field().Answer.Text.In(form)
}

func (q *questionRow) edited(form agreement.Form, text string) {
	q.answer(func(a *agreement.Answer) {
		if form == "" {
			a.Value = fields.Stored(q.field(), text)
			return
		}
		a.Text = a.Text.With(form, text)
	})
}

func (q *questionRow) answer(change func(*agreement.Answer)) {
	change(&q.work.fields[q.at].Answer)
	q.work.typed = true
	q.editor.Show(q.field(), nil)
}

// key scrolls the page.
func (q *questionRow) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyPageDown:
		q.screen.sheet.ScrollPages(1)
	case fyne.KeyPageUp:
		q.screen.sheet.ScrollPages(-1)
	default:
		return false
	}
	return true
}

// shortcut goes on from anywhere by Ctrl+Enter, and undoes what was typed in the one entry.
func (q *questionRow) shortcut(entry *widgets.Entry, sc fyne.Shortcut) bool {
	switch sc := sc.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		entry.Entry.TypedShortcut(sc)
		return true
	case *desktop.CustomShortcut:
		switch {
		case sc.Modifier == control && (sc.KeyName == fyne.KeyReturn || sc.KeyName == fyne.KeyEnter):
			q.screen.forward()
			return true
		case sc.Modifier == control|fyne.KeyModifierShift && sc.KeyName == fyne.KeyZ:
			entry.Entry.TypedShortcut(&fyne.ShortcutRedo{})
			return true
		}
	}
	return false
}

// stops gives what can have the focus among the questions, from top to bottom.
func (s *wizardScreen) stops() []fyne.Focusable {
	var stops []fyne.Focusable
	for _, q := range s.forms {
		if q.editor.Choice != nil {
			stops = append(stops, q.editor.Choice)
		}
		for _, e := range q.editor.Entries {
			stops = append(stops, e)
		}
	}
	return stops
}

// goFrom goes to the next or previous question, and from the last one to the button that makes the draft.
func (s *wizardScreen) goFrom(from fyne.Focusable, by int) {
	stops := s.stops()
	for i, stop := range stops {
		if stop != from {
			continue
		}
		switch to := i + by; {
		case to >= len(stops):
			s.window.Canvas().Focus(s.next)
		case to >= 0:
			s.window.Canvas().Focus(stops[to])
		}
		return
	}
}

// firstQuestion gives the first question whose answer will not do, else the first one.
func (s *wizardScreen) firstQuestion() fyne.Focusable {
	for _, q := range s.forms {
		f := q.field()
		if q.editor.Choice != nil && f.Validate(s.form()) != agreement.NoProblem {
			return q.editor.Choice
		}
		for side, e := range q.editor.Entries {
			form := s.form()
			if f.Bilingual() {
				form = agreement.Forms[side]
			}
			if f.Validate(form) != agreement.NoProblem {
				return e
			}
		}
	}
	if stops := s.stops(); len(stops) > 0 {
		return stops[0]
	}
	return s.next
}

// accepted gives the answer to a question as the draft gets it. Who has filled in both forms side by side has seen to it
// that they say the same.
func accepted(f agreement.Field) agreement.Answer {
	a := f.Answer
	before := a.Text.Approved
	if f.Bilingual() && a.Text.NB != before.NB && a.Text.NN != before.NN {
		a.Text.Approved = agreement.Both(a.Text.NB, a.Text.NN).Approved
	}
	return a
}
