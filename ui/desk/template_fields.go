package desk

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// templateFields edits the questions of a template: what they ask, which answers will do, and the answer to begin with.
type templateFields struct {
	desk   *Desk
	head   fyne.CanvasObject
	blocks map[string]*questionRows
	order  []string
	add    *widgets.Button
	addRow fyne.CanvasObject
}

// questionRows are the rows of one question. Answer is made anew when the type or the bounds change.
type questionRows struct {
	blockRows
	kind   agreement.FieldType
	answer *fieldRows
}

func newTemplateFields(d *Desk) *templateFields {
	w := d.words
	p := &templateFields{desk: d, blocks: make(map[string]*questionRows)}
	p.head = d.title(heading(w.T("desk.fields")), w.T("desk.template.fields_about"))
	p.add, p.addRow = d.button(w.T("desk.template.add_field"), theme.ContentAddIcon(), d.askField)
	return p
}

func (p *templateFields) build() []fyne.CanvasObject {
	rows := []fyne.CanvasObject{p.head}
	p.order = nil
	for _, f := range p.desk.editor.Agreement().Fields {
		b := p.blocks[f.ID]
		if b == nil || b.kind != f.Type {
			b = p.desk.newQuestionRows(f)
			p.blocks[f.ID] = b
		}
		p.order = append(p.order, f.ID)
		rows = append(rows, b.rows...)
		rows = append(rows, b.answer.editor.Row)
	}
	return append(rows, p.addRow)
}

func (p *templateFields) slots() []*slot {
	var out []*slot
	for _, id := range p.order {
		b := p.blocks[id]
		out = append(append(out, b.slots...), b.answer.slots...)
	}
	return out
}

func (p *templateFields) refresh(place agreement.Place) {
	b := p.blocks[place.Field]
	if b == nil {
		return
	}
	if f, ok := p.desk.editor.Agreement().Field(place.Field); ok && f.Type != b.kind {
		p.desk.rebuild()
		return
	}
	b.show()
	b.answer.note()
}

func (p *templateFields) reviewed() {
	for _, id := range p.order {
		p.blocks[id].answer.note()
	}
}

func (p *templateFields) target(agreement.Place) fyne.Focusable { return nil }

var fieldTypes = []agreement.FieldType{
	agreement.LineField, agreement.TextField, agreement.NumberField, agreement.MonthsField, agreement.AmountField,
	agreement.DateField, agreement.YearField, agreement.ChoiceField,
}

func (d *Desk) fieldTypeNames() []string {
	var out []string
	for _, t := range fieldTypes {
		out = append(out, d.words.T("desk.template.type."+string(t)))
	}
	return out
}

// newQuestionRows makes the rows of a question.
func (d *Desk) newQuestionRows(f agreement.Field) *questionRows {
	q := &questionRows{kind: f.Type}
	id := f.ID
	model := func(a agreement.Agreement) agreement.Field {
		f, _ := a.Field(id)
		return f
	}
	now := func() agreement.Field { return model(d.editor.Agreement()) }
	wording := func(part agreement.Part, what string, oneLine bool, of func(*agreement.Field) *agreement.Pair) *widgets.Row {
		return d.pairRow(&q.blockRows, agreement.Place{Field: id, Part: part}, what, oneLine,
			func(a agreement.Agreement) agreement.Pair {
				f := model(a)
				return *of(&f)
			},
			func(p agreement.Pair, _ agreement.Form) agreement.Command {
				f := now()
				*of(&f) = p
				return agreement.SetField(f, what)
			})
	}
	label := wording(agreement.PartName, "field_label", true, func(f *agreement.Field) *agreement.Pair { return &f.Label })
	label.SetTitle(mentionOf(id), "")
	label.SetActions(d.actions(
		func(by int) { d.do(agreement.MoveField(id, by)) }, func() { d.do(agreement.RemoveField(id)) })...)
	wording(agreement.PartAbout, "field_help", false, func(f *agreement.Field) *agreement.Pair { return &f.Help })
	q.addKind(d, now)
	if f.Type == agreement.ChoiceField {
		q.addOptions(d, id, model)
	}
	if bounded(f.Type) {
		bound := func(f *agreement.Field, i int) **int64 { return []**int64{&f.Min, &f.Max}[i] }
		d.numberRow(&q.blockRows, agreement.Place{Field: id, Part: agreement.PartAbout}, [2]string{"min", "max"},
			func(a agreement.Agreement, i int) *int64 {
				f := model(a)
				return *bound(&f, i)
			},
			func(i int, n *int64) agreement.Command {
				f := now()
				*bound(&f, i) = n
				return agreement.SetField(f, "bounds")
			})
	}
	q.answer = newFieldRows(d, f)
	q.answer.editor.Row.SetTitle("", "")
	q.answer.editor.Row.SetLabel(0, d.words.T("desk.template.default"))
	if q.answer.editor.Pen != nil { // an agreement leaves an answer to the pen, not a template
		q.answer.editor.Pen.Hide()
	}
	q.show()
	return q
}

// yesOrNo are the answers that a choice offers to begin with.
func yesOrNo() []agreement.Option {
	return []agreement.Option{
		{ID: "yes", Label: agreement.Pair{NB: "Ja", NN: "Ja"}}, {ID: "no", Label: agreement.Pair{NB: "Nei", NN: "Nei"}},
	}
}

func bounded(t agreement.FieldType) bool {
	return t == agreement.NumberField || t == agreement.MonthsField || t == agreement.AmountField || t == agreement.YearField
}

// addKind adds the choice of the type, and whether there must be an answer.
func (q *questionRows) addKind(d *Desk, now func() agreement.Field) {
	kind := newPicker(d.fieldTypeNames(), func(i int) {
		f := now()
		if f.Type == fieldTypes[i] {
			return
		}
		f.Type, f.Answer = fieldTypes[i], agreement.Answer{}
		if !bounded(f.Type) {
			f.Min, f.Max = nil, nil
		}
		if f.Type != agreement.LineField && f.Type != agreement.TextField {
			f.MaxLength = 0
		}
		f.Options = nil
		if f.Type == agreement.ChoiceField {
			f.Options = yesOrNo()
		}
		d.do(agreement.SetField(f, ""))
	})
	required := widgets.NewCheck(d.words.T("desk.template.field_required"), func(on bool) {
		if f := now(); f.Required != on {
			f.Required = on
			d.do(agreement.SetField(f, ""))
		}
	})
	row := widgets.NewRow(d.plain, kind, required).Tight()
	row.OnHeight = d.rowGrew
	row.SetLabel(0, d.words.T("desk.template.field_type"))
	required.OnFocused = d.revealing(row)
	q.rows = append(q.rows, row)
	q.show = func() {
		f := now()
		required.Present(f.Required)
		kind.show(slices.Index(fieldTypes, f.Type))
	}
}

// addOptions adds the answers that a choice offers, one a line.
func (q *questionRows) addOptions(d *Desk, id string, model func(agreement.Agreement) agreement.Field) {
	d.pairRow(&q.blockRows, agreement.Place{Field: id, Part: agreement.PartAbout}, "options", false,
		func(a agreement.Agreement) agreement.Pair {
			return lines(labels(model(a).Options))
		},
		func(p agreement.Pair, form agreement.Form) agreement.Command {
			f := model(d.editor.Agreement())
			f.Options = withOptions(f.Options, form, p.In(form))
			if _, ok := f.Option(f.Answer.Value); !ok {
				f.Answer.Value = ""
			}
			return agreement.SetField(f, "options")
		})
}
