package desk

import (
	"strings"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// answersPage edits the answers to the template's questions.
type answersPage struct {
	desk   *Desk
	head   fyne.CanvasObject
	fields []*fieldRows
}

// fieldRows are the entries of one field and the choice to leave it to the pen.
type fieldRows struct {
	desk   *Desk
	id     string
	row    *widgets.Row
	slots  []*slot
	byHand *widgets.Check // nil where the field is required
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
	var left, right fyne.CanvasObject
	if !f.Required {
		r.byHand = widgets.NewCheck(d.words.T("desk.by_hand"), func(on bool) { r.setByHand(on) })
	}
	columns := d.columns
	if f.Bilingual() {
		for _, form := range agreement.Forms {
			r.slots = append(r.slots, r.textSlot(place, form))
		}
		left, right = r.slots[0].entry, r.slots[1].entry
	} else {
		r.slots = []*slot{r.valueSlot(place)}
		left, columns = r.slots[0].entry, d.plain
		if r.byHand != nil {
			right = r.byHand
		}
	}
	r.row = widgets.NewRow(columns, left, right)
	r.beside = newBeside(d, r.row, place)
	r.row.SetTitle(r.title(f), r.help(f))
	for _, s := range r.slots {
		s.bind(r.row)
	}
	if r.byHand != nil {
		r.addByHand(f)
	}
	r.note()
	return r
}

func (r *fieldRows) addByHand(f agreement.Field) {
	row := fyne.CanvasObject(r.row)
	if f.Bilingual() {
		row = widgets.NewButtons(r.desk.columns, r.byHand)
		r.after = row
	}
	r.byHand.OnFocused = func() { r.desk.sheet.Reveal(row, 0, row.Size().Height) }
}

func (r *fieldRows) title(f agreement.Field) string {
	label := f.Label.In(r.desk.speech())
	if f.Required {
		return label + " · " + r.desk.words.T("desk.required")
	}
	return label
}

// help gives the template's help, else the bounds of the answer.
func (r *fieldRows) help(f agreement.Field) string {
	w := r.desk.words
	if help := f.Help.In(r.desk.speech()); help != "" {
		return help
	}
	switch {
	case f.Min != nil && f.Max != nil:
		return w.T("desk.between", "Min", *f.Min, "Max", *f.Max)
	case f.Min != nil:
		return w.T("desk.at_least", "Min", *f.Min)
	case f.Max != nil:
		return w.T("desk.at_most", "Max", *f.Max)
	case f.Type == agreement.DateField:
		return w.T("desk.date_form")
	}
	return ""
}

func (r *fieldRows) textSlot(place agreement.Place, form agreement.Form) *slot {
	s := newSlot(r.desk, place, form, "", false)
	s.read = func(a agreement.Agreement) string {
		t, _ := a.Text(place)
		return t.In(form)
	}
	s.write = func(text string) agreement.Command { return agreement.SetText(place, form, text) }
	s.entry.SetPlaceHolder(r.desk.words.T("desk.missing." + string(form)))
	return s
}

func (r *fieldRows) valueSlot(place agreement.Place) *slot {
	s := newSlot(r.desk, place, "", "", true)
	s.read = func(a agreement.Agreement) string {
		f, _ := a.Field(r.id)
		return shownValue(f)
	}
	s.write = func(text string) agreement.Command {
		f := r.model()
		answer := f.Answer
		answer.Value = storedValue(f, text)
		return agreement.SetAnswer(r.id, answer)
	}
	return s
}

// shownValue is how an answer stands in its entry: a date in the Norwegian way, anything else as typed.
func shownValue(f agreement.Field) string {
	if f.Type != agreement.DateField {
		return f.Answer.Value
	}
	t, err := agreement.ParseDate(f.Answer.Value)
	if err != nil {
		return f.Answer.Value
	}
	return t.Format("02.01.2006")
}

// storedValue is how a typed answer is kept: a date that can be read as 2006-01-02, anything else as typed.
func storedValue(f agreement.Field, typed string) string {
	if f.Type != agreement.DateField {
		return typed
	}
	t, err := agreement.ParseDate(typed)
	if err != nil {
		return typed
	}
	return t.Format("2006-01-02")
}

func (r *fieldRows) model() agreement.Field {
	f, _ := r.desk.editor.Agreement().Field(r.id)
	return f
}

func (r *fieldRows) setByHand(on bool) {
	answer := r.model().Answer
	if answer.ByHand == on {
		return
	}
	answer.ByHand = on
	r.desk.history.seal()
	r.desk.do(agreement.SetAnswer(r.id, answer))
	r.desk.history.seal()
}

// note shows what is wrong with the answer, else how it will be written.
func (r *fieldRows) note() {
	f := r.model()
	r.beside.show(f.Answer.Text)
	if r.byHand != nil {
		r.byHand.Present(f.Answer.ByHand)
	}
	for i, s := range r.slots {
		if f.Answer.ByHand {
			s.entry.Disable()
			r.row.SetLink(i, "", nil)
			r.row.SetCaption(i, r.desk.words.T("desk.line_for_pen"), widgets.Quiet)
			continue
		}
		s.entry.Enable()
		r.noteAnswer(f, i, s)
	}
}

func (r *fieldRows) noteAnswer(f agreement.Field, side int, s *slot) {
	form := s.form
	if form == "" {
		form = r.desk.speech()
	}
	if problem := f.Validate(form); problem != agreement.NoProblem {
		r.row.SetLink(side, "", nil)
		r.row.SetCaption(side, r.desk.words.Problem(f, problem), widgets.Wrong)
		return
	}
	if f.Bilingual() {
		r.desk.noteForm(r.row, side, s.place, f.Answer.Text, form)
		return
	}
	written := f.Written(form)
	if strings.TrimSpace(f.Answer.Value) == written {
		written = ""
	}
	r.row.SetCaption(side, written, widgets.Quiet)
}

func (p *answersPage) build() []fyne.CanvasObject {
	rows := []fyne.CanvasObject{p.head}
	for _, f := range p.fields {
		rows = append(rows, f.row)
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
		if f.id == place.Field && f.byHand != nil && f.byHand.Checked {
			return f.byHand
		}
	}
	return nil
}
