package ui

import (
	"context"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/data"
)

// templateForm asks how a draft is to become a template: what it is called and is for, which answers stay, and where
// the parties' names are to be placeholders.
type templateForm struct {
	*Window
	draft agreement.Agreement

	sheet    *sheet
	name     map[agreement.Form]*field
	about    map[agreement.Form]*textField
	answers  map[string]*check
	mentions []agreement.Mention
	replaced []*check // one for each mention
	missing  *widget.Label
}

// saveAsTemplate makes a template of the draft on the desk, or of the one that the keyboard is on in the list.
func (w *Window) saveAsTemplate() {
	if s, ok := w.shown.(*deskScreen); ok {
		w.askTemplate(s.desk.Agreement())
		return
	}
	w.withSelected(func(d data.Summary) {
		var a agreement.Agreement
		w.do(func() (err error) {
			a, err = w.store.Load(context.Background(), d.ID)
			return err
		}, func() { w.askTemplate(a) })
	})
}

func (w *Window) askTemplate(a agreement.Agreement) {
	f := &templateForm{
		Window: w, draft: a, mentions: a.NamesInTexts(),
		name: make(map[agreement.Form]*field), about: make(map[agreement.Form]*textField), answers: make(map[string]*check),
	}
	box := container.NewVBox(prose(f.T("templates.saveAbout")), f.heads(), f.names())
	f.addAnswers(box)
	f.addMentions(box)
	f.missing = prose(f.T("templates.nameMissing"))
	f.missing.Importance = widget.WarningImportance
	f.missing.Hide()
	scroll := container.NewVScroll(besideBar(box))
	scroll.SetMinSize(fyne.NewSize(1, min(box.MinSize().Height, f.window.Canvas().Size().Height-220)))
	cancel := newButton(f.T("dialog.cancel"), func() { f.sheet.Hide() })
	save := newMainButton(f.T("templates.save"), f.save)
	f.sheet = f.newSheet(f.T("templates.saveTitle"), container.NewBorder(nil, f.missing, nil, nil, scroll), cancel, save)
	f.sheet.present(f.name[f.form()], fyne.NewSize(760, 0))
}

// besideBar keeps what scrolls clear of the bar.
func besideBar(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, nil, container.NewGridWrap(fyne.NewSize(12, 1)), o)
}

func (f *templateForm) heads() fyne.CanvasObject {
	var heads []fyne.CanvasObject
	for _, form := range agreement.Forms {
		heads = append(heads, widget.NewLabelWithStyle(f.T("templates.name")+" · "+f.T("app.form."+string(form)), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
	}
	return container.NewGridWithColumns(2, heads...)
}

// names makes the entries for the name and for what the template is for, in both forms. The draft's theme, or else its
// title, is proposed as the name.
func (f *templateForm) names() fyne.CanvasObject {
	proposed := f.draft.Theme.Pair
	if proposed.Blank() {
		proposed = f.draft.Title.Pair
	}
	var names, abouts []fyne.CanvasObject
	for _, form := range agreement.Forms {
		name := newField(f.T("templates.name"))
		name.SetText(tidy(withoutBraces(proposed.In(form))))
		name.OnSubmitted = func(string) { f.save() }
		f.name[form] = name
		about := newTextField(f.T("templates.aboutField"))
		f.about[form] = about
		names, abouts = append(names, name), append(abouts, about)
	}
	return container.NewVBox(container.NewGridWithColumns(2, names...), container.NewGridWithColumns(2, abouts...))
}

// withoutBraces takes the placeholders out of a text: a name has none.
func withoutBraces(s string) string {
	found, _ := agreement.Placeholders(s)
	for i := len(found) - 1; i >= 0; i-- {
		s = s[:found[i].Start] + s[found[i].End:]
	}
	return s
}

// addAnswers lists the draft's answers, those ticked that will do for other agreements, too.
func (f *templateForm) addAnswers(box *fyne.Container) {
	first := true
	for _, field := range f.draft.Fields {
		written := tidy(field.Written(f.form()))
		if written == "" {
			continue
		}
		if first {
			box.Add(subheading(f.T("templates.answers")))
			box.Add(note(f.T("templates.answersAbout")))
			first = false
		}
		c := newCheck(field.Label.In(f.form())+": "+shortened(written, 70), field.StaysByItself(), nil)
		f.answers[field.ID] = c
		box.Add(c)
	}
}

// addMentions lists the places where a party's name stands, with the words around it.
func (f *templateForm) addMentions(box *fyne.Container) {
	box.Add(subheading(f.T("templates.mentions")))
	if len(f.mentions) == 0 {
		box.Add(note(f.T("templates.noMentions")))
		return
	}
	box.Add(note(f.T("templates.mentionsAbout")))
	for _, m := range f.mentions {
		c := newCheck(m.Written+" → "+m.Placeholder, true, nil)
		f.replaced = append(f.replaced, c)
		around := widget.NewLabel(f.around(m))
		around.Importance = widget.LowImportance
		around.Truncation = fyne.TextTruncateEllipsis
		box.Add(container.NewGridWithColumns(2, c, around))
	}
}

// contextLength is how many characters are shown before and behind a name.
const contextLength = 28

// around gives a name with what stands around it, and where that is.
func (f *templateForm) around(m agreement.Mention) string {
	t, _ := f.draft.Text(m.Place)
	s := t.In(m.Form)
	before, after := []rune(s[:m.Start]), []rune(s[m.End:])
	head, tail := "", ""
	if len(before) > contextLength {
		before, head = before[len(before)-contextLength:], "…"
	}
	if len(after) > contextLength {
		after, tail = after[:contextLength], "…"
	}
	where := f.draft.Where(m.Place, f.form())
	return tidy(head+string(before)+m.Written+string(after)+tail) + "  ·  " + where + " (" + string(m.Form) + ")"
}

// shortened gives the beginning of a text that is longer than so many characters.
func shortened(s string, longest int) string {
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:longest])) + " …"
}

func (f *templateForm) choices() agreement.TemplateChoices {
	var c agreement.TemplateChoices
	for _, form := range agreement.Forms {
		c.Name = c.Name.With(form, f.name[form].Text)
		c.About = c.About.With(form, f.about[form].Text)
	}
	for _, field := range f.draft.Fields {
		if tick := f.answers[field.ID]; tick != nil && tick.Checked {
			c.Answers = append(c.Answers, field.ID)
		}
	}
	for i, m := range f.mentions {
		if f.replaced[i].Checked {
			c.Mentions = append(c.Mentions, m)
		}
	}
	return c
}

func (f *templateForm) save() {
	choices := f.choices()
	if choices.Name.Blank() {
		f.missing.Show()
		f.sheet.fit()
		f.window.Canvas().Focus(f.name[f.form()])
		return
	}
	var kept agreement.Template
	f.do(func() (err error) {
		kept, err = f.store.AddTemplate(context.Background(), f.draft.AsTemplate(choices))
		return err
	}, func() {
		f.sheet.Hide()
		f.saved(kept)
	})
}

// saved says that the template is there, and offers to go to it.
func (f *templateForm) saved(t agreement.Template) {
	var s *sheet
	show := newButton(f.T("templates.show"), func() {
		s.Hide()
		f.showTemplate(t.ID)
	})
	closing := newMainButton(f.T("dialog.close"), func() { s.Hide() })
	s = f.newSheet(f.T("templates.savedTitle"), prose(f.T("templates.saved", "Name", f.nameOf(t))), show, closing)
	s.present(closing, fyne.NewSize(520, 0))
}

// showTemplate shows the templates with one of them chosen.
func (w *Window) showTemplate(id string) {
	s := newTemplatesScreen(w)
	s.at = id
	w.goTo(s)
}

// textField is an entry of a few lines that Tab leaves.
type textField struct{ field }

func newTextField(placeholder string) *textField {
	f := &textField{}
	f.MultiLine, f.PlaceHolder = true, placeholder
	f.Wrapping = fyne.TextWrapWord
	f.SetMinRowsVisible(3)
	f.ExtendBaseWidget(f)
	return f
}

// AcceptsTab leaves Tab to the window: it goes to the next field.
func (f *textField) AcceptsTab() bool { return false }
