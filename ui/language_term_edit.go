package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/translate/terms"
)

// termForm is the dialog in which a term is written.
type termForm struct {
	*termsPart
	before terms.Term
	known  bool // before stands in the list
	class  terms.Class
	sheet  *sheet

	bokmal, nynorsk, remark *field
	inflected               map[agreement.Form]*widget.SelectEntry
	forms                   *widget.Label // how the words are inflected
	wrong                   *widget.Label
}

// editTerm opens a term to be changed, or a new one. A term of the program's is not changed: the user's own lies over it.
func (p *termsPart) editTerm(t terms.Term, known bool) {
	f := &termForm{termsPart: p, before: t, known: known, class: t.Class, inflected: make(map[agreement.Form]*widget.SelectEntry)}
	lemmas, nynorsk := terms.JoinWords(t.Nynorsk)
	entry := func(text string) *field {
		e := newField("")
		e.SetText(text)
		e.OnChanged = func(string) { f.changed() }
		e.OnSubmitted = func(string) { f.save() }
		return e
	}
	f.bokmal, f.nynorsk, f.remark = entry(t.Bokmal.Lemma), entry(lemmas), entry(t.Note)
	f.nynorsk.PlaceHolder = p.T("lang.terms.several")
	for form, text := range map[agreement.Form]string{agreement.Bokmal: t.Bokmal.Inflection, agreement.Nynorsk: nynorsk} {
		e := widget.NewSelectEntry(nil)
		e.SetText(strings.Trim(text, "-"))
		e.OnChanged = func(chosen string) {
			if pattern, _, example := strings.Cut(chosen, exampleMark); example {
				e.SetText(pattern) // which comes here again
				return
			}
			f.changed()
		}
		f.inflected[form] = e
	}
	var names []string
	for _, c := range terms.Classes {
		names = append(names, p.T("lang.class."+classKey(c)))
	}
	classes := newSegments(names, slices.Index(terms.Classes, f.class), func(i int) {
		f.class = terms.Classes[i]
		f.changed()
	})
	f.forms, f.wrong = note(""), prose("")
	f.wrong.Importance = widget.WarningImportance
	table := container.New(layout.NewFormLayout())
	row := func(label string, o fyne.CanvasObject) {
		table.Add(widget.NewLabel(label))
		table.Add(o)
	}
	row(capital(p.T("app.form.nb")), f.bokmal)
	row(capital(p.T("app.form.nn")), f.nynorsk)
	row(p.T("lang.terms.class"), classes.object)
	row(p.T("lang.terms.inflectionNB"), f.inflected[agreement.Bokmal])
	row(p.T("lang.terms.inflectionNN"), f.inflected[agreement.Nynorsk])
	row(p.T("lang.terms.note"), f.remark)
	title := "lang.terms.addTitle"
	if known {
		title = "lang.terms.editTitle"
	}
	box := container.NewVBox(table, f.forms, note(p.T("lang.terms.inflectionAbout")), f.wrong)
	f.sheet = p.newSheet(p.T(title), box, newButton(p.T("dialog.cancel"), func() { f.sheet.Hide() }),
		newMainButton(p.T("lang.terms.keep"), f.save))
	f.changed()
	f.sheet.present(f.bokmal, fyne.NewSize(680, 0))
}

// term gives what is written in the form.
func (f *termForm) term() terms.Term {
	plain := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	return terms.Term{
		Bokmal:  terms.Word{Lemma: plain(f.bokmal.Text), Inflection: plain(f.inflected[agreement.Bokmal].Text)},
		Nynorsk: terms.WordsOf(plain(f.nynorsk.Text), plain(f.inflected[agreement.Nynorsk].Text)),
		Class:   f.class, Note: plain(f.remark.Text),
	}
}

// exampleMark parts a pattern of inflection from what it makes of the word, in the list to choose from.
const exampleMark = " – "

// patterns lists the patterns of inflection, each with what it makes of the word.
func (f *termForm) patterns(form agreement.Form) []string {
	t := f.term()
	word := terms.Word{}
	if words := t.In(form); len(words) > 0 {
		word = words[0]
	}
	var out []string
	for _, pattern := range terms.Inflections(f.class, form) {
		word.Inflection = pattern
		out = append(out, pattern+exampleMark+inflection(t, word, form))
	}
	return out
}

// changed shows how the words are inflected as they are written now.
func (f *termForm) changed() {
	for form, e := range f.inflected {
		e.SetOptions(f.patterns(form))
		if f.class == terms.Phrase {
			e.Disable()
		} else {
			e.Enable()
		}
	}
	t := f.term()
	f.wrong.Hide()
	if t.Check(0) != nil { // said when it is to be kept
		f.forms.SetText("")
		return
	}
	said := []string{inflection(t, t.Bokmal, agreement.Bokmal)}
	for _, w := range t.Nynorsk {
		said = append(said, inflection(t, w, agreement.Nynorsk))
	}
	f.forms.SetText(strings.Join(said, "  –  "))
	if f.sheet != nil {
		f.sheet.fit()
	}
}

// save keeps the term, if it is one.
func (f *termForm) save() {
	t := f.term()
	if f.class == terms.Phrase {
		t.Bokmal.Inflection = ""
		for i := range t.Nynorsk {
			t.Nynorsk[i].Inflection = ""
		}
	}
	if err := t.Check(0); err != nil {
		f.wrong.SetText(f.words.Error(err))
		f.wrong.Show()
		f.sheet.fit()
		return
	}
	f.sheet.Hide()
	if f.known && t.Equal(f.before) {
		return
	}
	var forget []string
	_, list := f.options.Language.decisions()
	if f.known && list.Own(f.before) && f.before.Key() != t.Key() {
		forget = []string{f.before.Key()}
	}
	f.keep([]terms.Term{t}, forget, f.T("lang.terms.kept", "Text", t.Bokmal.Lemma))
}
