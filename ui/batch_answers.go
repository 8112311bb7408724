package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/batch"
	"avtalebok/ui/fields"
	"avtalebok/ui/widgets"
)

// answersPage asks what all agreements have in common, and lets each counterpart have an answer of its own.
func (s *batchScreen) answersPage() fyne.CanvasObject {
	sheet := widgets.NewSheet(0, 0)
	columns := &widgets.Columns{Gutter: theme.InnerPadding() / theme.TextSize(), Rail: theme.ScrollBarSize() / theme.TextSize()}
	var rows []fyne.CanvasObject
	for i, r := range s.source.Content.Roles {
		if r.ID == s.plan.Role || r.Repeated() {
			continue
		}
		if i == 0 || len(rows) == 0 {
			rows = append(rows, subheading(s.T("batch.common_parties")))
		}
		rows = append(rows, s.seatLine(r))
	}
	if len(s.source.Content.Fields) > 0 {
		rows = append(rows, subheading(s.T("batch.common_answers")), note(s.T("batch.answers_about")))
	}
	for _, f := range s.source.Content.Fields {
		if given, ok := s.plan.Answers[f.ID]; ok {
			f.Answer = given
		}
		q := s.question(sheet, columns, f, func(f agreement.Field) { s.answer(f) })
		own := newButton("", nil)
		label := func() { own.SetText(s.words.N("batch.own", s.ownAnswers(f.ID))) }
		own.OnTapped = func() { s.askOwn(f, label) }
		label()
		rows = append(rows, q.Row, widgets.NewButtons(columns, own))
	}
	name := newField("")
	name.SetText(s.plan.Name)
	name.OnChanged = func(text string) { s.plan.Name = tidy(agreement.CleanLine(text)) }
	rows = append(rows, subheading(s.T("batch.name")), note(s.T("batch.name_about")), widgets.NewIndent(columns, name))
	sheet.SetRows(rows)
	return sheet
}

// seatLine shows who holds a role in all agreements, with a way to choose somebody else.
func (s *batchScreen) seatLine(r agreement.Role) fyne.CanvasObject {
	name := widget.NewLabel(s.T("batch.nobody_seated"))
	name.Importance = widget.WarningImportance
	if p := s.holder(r.ID); p != nil {
		name.SetText(p.Name)
		name.Importance = widget.MediumImportance
	}
	name.Truncation = fyne.TextTruncateEllipsis
	choose := newButton(s.T("dialog.change"), func() {
		s.chooseParty(r, func(p agreement.Party) { s.seat(r.ID, p) })
	})
	bar := canvas.NewRectangle(color.Transparent) // keeps the button clear of the bar that scrolls the page
	bar.SetMinSize(fyne.NewSize(theme.ScrollBarSize(), 1))
	return container.NewBorder(nil, nil, widget.NewLabel(capital(r.Label.In(s.form()))+":"), container.NewHBox(choose, bar), name)
}

// answer keeps an answer for all; one that is as the source has it is none.
func (s *batchScreen) answer(f agreement.Field) {
	if s.plan.Answers == nil {
		s.plan.Answers = make(map[string]agreement.Answer)
	}
	given := accepted(f)
	if was, _ := s.source.Content.Field(f.ID); was.Answer == given {
		delete(s.plan.Answers, f.ID)
		return
	}
	s.plan.Answers[f.ID] = given
}

// ownAnswers counts the counterparts that have an answer of their own.
func (s *batchScreen) ownAnswers(field string) int {
	n := 0
	for _, c := range s.plan.Counterparts {
		if _, own := c.Answers[field]; own {
			n++
		}
	}
	return n
}

// question makes the row of a field; changed hears every answer.
func (s *batchScreen) question(sheet *widgets.Sheet, columns *widgets.Columns, f agreement.Field, changed func(agreement.Field)) *fields.Editor {
	var e *fields.Editor
	update := func() {
		e.Show(f, nil)
		changed(f)
	}
	e = fields.New(f, fields.Options{
		Words: s.words, Speech: s.form(), Both: columns, Plain: columns, Now: s.now,
		Changed: func(id string) {
			f.Answer.Value = id
			update()
		},
	})
	e.Row.OnHeight = sheet.Relayout
	reveal := func() { sheet.Reveal(e.Row, 0, e.Row.Size().Height) }
	if e.Choice != nil {
		e.Choice.OnFocused = reveal
	}
	for side, entry := range e.Entries {
		form := agreement.Forms[side]
		if f.Bilingual() {
			e.Row.SetLabel(side, capital(s.words.FormName(form)))
			entry.Present(f.Answer.Text.In(form))
		} else {
			entry.Present(fields.Shown(f))
		}
		entry.OnEdited = func(text string) {
			if f.Bilingual() {
				f.Answer.Text = f.Answer.Text.With(form, text)
			} else {
				f.Answer.Value = fields.Stored(f, text)
			}
			update()
		}
		entry.OnFocused = func(gained bool) {
			if gained {
				reveal()
			}
		}
		entry.OnWheel, entry.OnHeight = sheet.Wheel, sheet.Relayout
	}
	e.Show(f, nil)
	return e
}

// askOwn asks each counterpart's own answer to a question. One that is left as all have it is none.
func (s *batchScreen) askOwn(f agreement.Field, done func()) {
	shared := f
	if given, ok := s.plan.Answers[f.ID]; ok {
		shared.Answer = given
	}
	sheet := widgets.NewSheet(0, 0)
	columns := &widgets.Columns{Rail: theme.ScrollBarSize() / theme.TextSize()}
	var rows []fyne.CanvasObject
	var first fyne.Focusable
	for i, c := range s.plan.Counterparts {
		one := shared
		if own, ok := c.Answers[f.ID]; ok {
			one.Answer = own
		}
		e := s.question(sheet, columns, one, func(now agreement.Field) { s.own(i, now, shared) })
		e.Row.SetTitle(c.Party.Name, "")
		rows = append(rows, e.Row)
		if first == nil && len(e.Entries) > 0 {
			first = e.Entries[0]
		}
	}
	sheet.SetRows(rows)
	about := prose(s.T("batch.own_about"))
	var box *dialogSheet
	closing := newMainButton(s.T("dialog.close"), func() { box.Hide() })
	if first == nil {
		first = closing
	}
	height := max(160, min(420*textScale(), s.window.Canvas().Size().Height-260))
	box = s.newSheet(f.Label.In(s.form()), container.NewBorder(about, nil, nil, nil, container.New(&least{height: height}, sheet)), closing)
	box.SetOnClosed(func() {
		s.forget(box)
		done()
	})
	box.present(first, fyne.NewSize(760, 0))
}

// dialogSheet is a dialog, where a sheet of rows is at hand too.
type dialogSheet = sheet

// own keeps a counterpart's own answer.
func (s *batchScreen) own(at int, f, shared agreement.Field) {
	c := &s.plan.Counterparts[at]
	given := accepted(f)
	kept := make(map[string]agreement.Answer, len(c.Answers)+1)
	for id, a := range c.Answers {
		kept[id] = a
	}
	if given == shared.Answer {
		delete(kept, f.ID)
	} else {
		kept[f.ID] = given
	}
	c.Answers = kept
}

// outcomeTone is the colour in which what became of a draft is shown.
func outcomeTone(o batch.Outcome) widget.Importance {
	switch o {
	case batch.ByHand, batch.Sent:
		return widget.LowImportance
	case batch.Deleted, "":
		return widget.WarningImportance
	}
	return widget.MediumImportance
}
