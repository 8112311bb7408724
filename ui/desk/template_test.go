package desk

import (
	"testing"

	"avtalebok/agreement"
	"avtalebok/data/templates"
)

func TestEveryPageOfEveryTemplateIsShownAndUndone(t *testing.T) {
	for _, template := range templates.All() {
		t.Run(template.ID, func(t *testing.T) {
			b := openDesk(t, template.Working())
			d := b.Desk
			if d.review.count[agreement.Bokmal]+d.review.count[agreement.Nynorsk] != 0 {
				t.Errorf("a template of the program lacks something: %+v", d.review.open)
			}
			for _, id := range d.pages() {
				d.open(id)
				for _, s := range d.page.slots() {
					if s.entry.Text != s.read(d.Agreement()) {
						t.Errorf("%s shows %q", id, s.entry.Text)
					}
				}
			}
			before := agreement.TemplateOf(d.Agreement())
			for _, s := range d.Agreement().Sections {
				d.open(pageID(s.ID))
				d.page.(*sectionPage).template.remove()
			}
			if len(d.Agreement().Sections) != 0 {
				t.Fatal("sections are left")
			}
			for d.UndoName() != "" {
				d.Undo()
			}
			if got := agreement.TemplateOf(d.Agreement()); len(got.Sections) != len(before.Sections) {
				t.Error("undoing does not bring all sections back")
			}
		})
	}
}

func TestASectionsConditionIsChosenAndUndone(t *testing.T) {
	var tpl agreement.Template
	var conditional agreement.Section
	for _, candidate := range templates.All() {
		for _, s := range candidate.Sections {
			if s.ShowIf != nil {
				tpl, conditional = candidate, s
			}
		}
	}
	if tpl.ID == "" {
		t.Fatal("no template has a condition")
	}
	d := openDesk(t, tpl.Working()).Desk
	d.open(pageID(conditional.ID))
	facts := d.page.(*sectionPage).template
	if facts.condition == nil || facts.condition.SelectedIndex() == 0 {
		t.Fatal("the condition is not shown")
	}
	facts.condition.SetSelectedIndex(0)
	if s, _ := d.Agreement().Section(conditional.ID); s.ShowIf != nil {
		t.Errorf("it still has the condition %+v", s.ShowIf)
	}
	d.Undo()
	if s, _ := d.Agreement().Section(conditional.ID); s.ShowIf == nil {
		t.Error("undoing does not bring the condition back")
	}
	facts = d.page.(*sectionPage).template
	if facts.condition.SelectedIndex() == 0 {
		t.Error("undoing does not show")
	}
}
