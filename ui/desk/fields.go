package desk

import (
	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/ui/fields"
	"avtalebok/ui/widgets"
)

// answersPage edits the answers to the template's questions.
type answersPage struct {
	desk   *Desk
	head   fyne.CanvasObject
	fields []*fieldRows
}

// fieldRows are the row of one field and the choice to leave it to the pen.
type fieldRows struct {
	desk   *Desk
	id     string
	editor *fields.Editor
	slots  []*slot
	after  fyne.CanvasObject
	beside *beside
}

func newAnswersPage(d *Desk) *answersPage {
	p := &answersPage{desk: d, head: d.title(heading(d.words.T("desk.fields")), d.words.T("desk.fields_about"))}
	for _, f := range d.editor.Agreement().Fields {
		p.fields = append(p.fields, newFieldRows(d, f))
	}
	return p
}

func newFieldRows(d *Desk, f agreement.Field) *fieldRows {
	r := &fieldRows{desk: d, id: f.ID}
	place := agreement.Place{Field: f.ID, Part: agreement.PartAnswer}
	r.editor = fields.New(f, fields.Options{
		Words: d.words, Speech: d.speech(), Both: d.columns, Plain: d.plain, Hints: d.hints, Now: d.options.Now,
		Pen:     func(on bool) { r.setAnswer(func(a *agreement.Answer) { a.ByHand = on }) },
		Changed: func(id string) { r.setAnswer(func(a *agreement.Answer) { a.Value = id }) },
	})
	for side, entry := range r.editor.Entries {
		if f.Bilingual() {
			r.slots = append(r.slots, r.textSlot(place, agreement.Forms[side], entry))
		} else {
			r.slots = append(r.slots, r.valueSlot(place, entry))
		}
	}
	r.beside = newBeside(d, r.editor.Row, place)
	for _, s := range r.slots {
		s.bind(r.editor.Row)
	}
	r.editor.Row.OnHeight = d.rowGrew
	r.bindChoices()
	r.note()
	return r
}

// bindChoices connects what is chosen rather than typed with the desk.
func (r *fieldRows) bindChoices() {
	if c := r.editor.Choice; c != nil {
		c.OnFocused, c.OnKey = r.desk.revealing(r.editor.Row), r.desk.key
	}
	if r.editor.Pen == nil {
		return
	}
	row := fyne.CanvasObject(r.editor.Row)
	if r.editor.PenApart() {
		row = widgets.NewButtons(r.desk.columns, r.editor.Pen)
		r.after = row
	}
	r.editor.Pen.OnFocused = r.desk.revealing(row)
}

func (r *fieldRows) textSlot(place agreement.Place, form agreement.Form, entry *widgets.Entry) *slot {
	s := newSlot(r.desk, place, form, "", false)
	s.entry = entry
	s.read = func(a agreement.Agreement) string {
		t, _ := a.Text(place)
		return t.In(form)
	}
	s.write = func(text string) agreement.Command { return agreement.SetText(place, form, text) }
	s.entry.SetPlaceHolder(r.desk.words.T("desk.missing." + string(form)))
	return s
}

func (r *fieldRows) valueSlot(place agreement.Place, entry *widgets.Entry) *slot {
	s := newSlot(r.desk, place, "", "", true)
	s.entry = entry
	s.read = func(a agreement.Agreement) string {
		f, _ := a.Field(r.id)
		return fields.Shown(f)
	}
	s.write = func(text string) agreement.Command {
		f := r.model()
		answer := f.Answer
		answer.Value = fields.Stored(f, text)
		return agreement.SetAnswer(r.id, answer)
	}
	return s
}

func (r *fieldRows) model() agreement.Field {
	f, _ := r.desk.editor.Agreement().Field(r.id)
	return f
}

// setAnswer changes the answer in a step of its own.
func (r *fieldRows) setAnswer(change func(*agreement.Answer)) {
	answer := r.model().Answer
	before := answer
	change(&answer)
	if answer == before {
		return
	}
	r.desk.history.seal()
	r.desk.do(agreement.SetAnswer(r.id, answer))
	r.desk.history.seal()
}

// note shows what is wrong with the answer, else how it will be written.
func (r *fieldRows) note() {
	f := r.model()
	r.beside.show(f.Answer.Text)
	r.editor.Show(f, func(side int, form agreement.Form) {
		r.desk.noteForm(r.editor.Row, side, r.slots[side].place, f.Answer.Text, form)
	})
}

func (p *answersPage) build() []fyne.CanvasObject {
	rows := []fyne.CanvasObject{p.head}
	for _, f := range p.fields {
		rows = append(rows, f.editor.Row)
		if f.after != nil {
			rows = append(rows, f.after)
		}
	}
	return rows
}

func (p *answersPage) slots() []*slot {
	var out []*slot
	for _, f := range p.fields {
		out = append(out, f.slots...)
	}
	return out
}

func (p *answersPage) refresh(place agreement.Place) {
	for _, f := range p.fields {
		if f.id == place.Field {
			f.note()
		}
	}
}

func (p *answersPage) reviewed() {
	for _, f := range p.fields {
		f.note()
	}
}

func (p *answersPage) target(place agreement.Place) fyne.Focusable {
	for _, f := range p.fields {
		switch e := f.editor; {
		case f.id != place.Field:
		case e.Pen != nil && e.Pen.Checked:
			return e.Pen
		case e.Choice != nil:
			return e.Choice
		}
	}
	return nil
}
