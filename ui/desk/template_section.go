package desk

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// sectionFacts are the rows, beneath a section of a template, of what drafts can't change about it.
type sectionFacts struct {
	desk     *Desk
	id       string
	required *widgets.Check
	up, down *widgets.Button
	rows     []fyne.CanvasObject

	condition  *picker // nil where no question offers a choice
	conditions []*agreement.Condition
}

// newSectionFacts makes the rows; nil in a draft.
func newSectionFacts(d *Desk, id string) *sectionFacts {
	if !d.template() {
		return nil
	}
	w := d.words
	f := &sectionFacts{desk: d, id: id}
	f.required = widgets.NewCheck(w.T("desk.template.section_required"), func(on bool) {
		if s, _ := d.editor.Agreement().Section(id); s.Required != on {
			d.do(agreement.RequireSection(id, on))
		}
	})
	f.up = widgets.NewButton(w.T("desk.template.section_up"), theme.MoveUpIcon(), func() { d.do(agreement.MoveSection(id, -1)) })
	f.down = widgets.NewButton(w.T("desk.template.section_down"), theme.MoveDownIcon(), func() { d.do(agreement.MoveSection(id, 1)) })
	remove := widgets.NewButton(w.T("desk.template.section_remove"), theme.DeleteIcon(), f.remove)
	add := widgets.NewButton(w.T("desk.template.section_add"), theme.ContentAddIcon(), func() { d.askSection(id) })
	line := func(objects ...fyne.CanvasObject) fyne.CanvasObject {
		row := widgets.NewButtons(d.columns, objects...)
		for _, o := range objects {
			switch o := o.(type) {
			case *widgets.Button:
				o.OnFocused = d.revealing(row)
			case *widgets.Check:
				o.OnFocused = d.revealing(row)
			}
		}
		return row
	}
	f.rows = []fyne.CanvasObject{
		d.subtitle(w.T("desk.template.section"), d.help(w.T("desk.template.section_about"))),
		line(f.required),
	}
	f.addCondition()
	f.rows = append(f.rows, line(f.up, f.down, remove), line(add))
	return f
}

// addCondition adds the choice of when the section belongs to the agreement: always, or with one answer to a question.
func (f *sectionFacts) addCondition() {
	d := f.desk
	f.conditions = []*agreement.Condition{nil}
	names := []string{d.words.T("desk.template.always")}
	for _, field := range d.editor.Agreement().Fields {
		for _, o := range field.Options {
			f.conditions = append(f.conditions, &agreement.Condition{Field: field.ID, Is: []string{o.ID}})
			names = append(names, d.words.T("desk.template.when", "Question", field.Label.In(d.speech()), "Answer", o.Label.In(d.speech())))
		}
	}
	s, _ := d.editor.Agreement().Section(f.id)
	if f.at(s.ShowIf) < 0 { // with several answers, as a file may have it
		field, answers := d.editor.Agreement().Reason(*s.ShowIf, d.speech())
		f.conditions = append(f.conditions, s.ShowIf)
		names = append(names, d.words.T("desk.template.when", "Question", field, "Answer", strings.Join(answers, ", ")))
	}
	if len(names) == 1 {
		return
	}
	b := &blockRows{}
	f.condition = d.choiceRow(b, d.words.T("desk.template.shown"), names, func(i int) {
		if s, _ := d.editor.Agreement().Section(f.id); f.at(s.ShowIf) != i {
			d.do(agreement.ShowSectionIf(f.id, f.conditions[i]))
		}
	})
	f.rows = append(f.rows, b.rows...)
}

// at gives the index of a condition among the choices, or -1.
func (f *sectionFacts) at(c *agreement.Condition) int {
	return slices.IndexFunc(f.conditions, func(other *agreement.Condition) bool {
		return c == nil && other == nil || c != nil && other != nil && c.Field == other.Field && slices.Equal(c.Is, other.Is)
	})
}

// build gives the rows with what they show up to date.
func (f *sectionFacts) build() []fyne.CanvasObject {
	if f == nil {
		return nil
	}
	a := f.desk.editor.Agreement()
	for i, s := range a.Sections {
		if s.ID == f.id {
			f.required.Present(s.Required)
			if f.condition != nil {
				f.condition.show(f.at(s.ShowIf))
			}
			enable(f.up, i > 0)
			enable(f.down, i < len(a.Sections)-1)
		}
	}
	return f.rows
}

func enable(b *widgets.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// remove takes the section out and shows the one that takes its place.
func (f *sectionFacts) remove() {
	d := f.desk
	pages := d.pages()
	next := frontPage
	for i, id := range pages {
		if id == pageID(f.id) {
			next = pages[i-1]
			if i+1 < len(pages) {
				next = pages[i+1]
			}
		}
	}
	s, _ := d.editor.Agreement().Section(f.id)
	name := d.sectionName(s)
	d.open(next)
	d.history.seal()
	d.do(agreement.RemoveSection(f.id))
	d.history.seal()
	d.status.offerUndo(d.words.T("desk.template.section_removed", "Name", name))
}

// LockText makes the passage that is being edited agreed wording, or ends that. Only templates have a say in it.
func (d *Desk) LockText() {
	s := d.current
	if s == nil || !d.template() || !s.place.Lockable() {
		return
	}
	t, _ := d.editor.Agreement().Text(s.place)
	place := s.place
	d.history.seal()
	d.do(agreement.LockText(place, !t.Locked()))
	d.history.seal()
	d.page.refresh(place)
	key := "desk.template.locked"
	if t, _ = d.editor.Agreement().Text(place); !t.Locked() {
		key = "desk.template.unlocked"
	}
	d.Say(d.words.T(key))
}
