package fields

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/locales"
	"avtalebok/ui/widgets"
)

// Options are what an Editor is given.
type Options struct {
	Words   *locales.Localizer
	Speech  agreement.Form   // the form in which labels and help are shown
	Both    *widgets.Columns // of rows with an entry for each written form
	Plain   *widgets.Columns // of rows with one entry
	Hints   *widgets.Hints   // may be nil
	Now     func() time.Time
	Pen     func(on bool)      // the answer is left to the pen, or not; nil: that is not offered
	Changed func(value string) // an option was chosen
}

// Editor is the row of one question: its label and help, what it is answered in, and what is said of the answer. Who
// owns it connects the entries with where the answer is kept, and calls Show when it has changed.
type Editor struct {
	Row     *widgets.Row
	Entries []*widgets.Entry // one; two where the answer differs between the forms; none where Choice is set
	Choice  *widgets.Radio   // of a question with options, else nil
	Pen     *widgets.Check   // to leave the answer to the pen; nil where it can't be, or is not offered
	options Options
}

// longestLine is how many characters an answer may have and still be no more than one line in the text.
const longestLine = 200

// New makes the row of a question.
func New(f agreement.Field, o Options) *Editor {
	e := &Editor{options: o}
	if o.Pen != nil && !f.Required {
		e.Pen = widgets.NewCheck(o.Words.T("desk.by_hand"), o.Pen)
	}
	columns, left, right := o.Plain, fyne.CanvasObject(nil), fyne.CanvasObject(nil)
	switch {
	case f.Bilingual():
		e.Entries = []*widgets.Entry{widgets.NewEntry(), widgets.NewEntry()}
		for _, entry := range e.Entries {
			entry.OneLine = f.MaxLength > 0 && f.MaxLength <= longestLine
		}
		columns, left, right = o.Both, e.Entries[0], e.Entries[1]
	case f.Type == agreement.ChoiceField:
		e.Choice = e.choice(f)
		left = e.Choice
	default:
		entry := widgets.NewLineEntry()
		if f.Type == agreement.DateField {
			AddCalendar(entry, o.Words, o.Hints, o.Now)
		}
		e.Entries, left = []*widgets.Entry{entry}, entry
	}
	if e.Pen != nil && right == nil {
		right = e.Pen
	}
	e.Row = widgets.NewRow(columns, left, right)
	e.Row.SetTitle(e.title(f), e.help(f))
	return e
}

func (e *Editor) choice(f agreement.Field) *widgets.Radio {
	var ids, words []string
	for _, o := range f.Options {
		ids, words = append(ids, o.ID), append(words, o.Label.In(e.options.Speech))
	}
	c := widgets.NewRadio(ids, words)
	c.Optional, c.OnChosen = !f.Required, e.options.Changed
	return c
}

// PenApart reports whether the choice to leave the answer to the pen has no room in the row.
func (e *Editor) PenApart() bool { return e.Pen != nil && e.Row.Cell(1) != fyne.CanvasObject(e.Pen) }

func (e *Editor) title(f agreement.Field) string {
	label := f.Label.In(e.options.Speech)
	if f.Required {
		return label + " · " + e.options.Words.T("desk.required")
	}
	return label
}

// help gives the template's help, else the bounds of the answer.
func (e *Editor) help(f agreement.Field) string {
	w := e.options.Words
	if help := f.Help.In(e.options.Speech); help != "" {
		return strings.Join(strings.Fields(help), " ") // templates have it on several lines
	}
	switch {
	case f.Type == agreement.DateField:
		return w.T("desk.date_form")
	case f.Min != nil && f.Max != nil:
		return w.T("desk.between", "Min", *f.Min, "Max", *f.Max)
	case f.Min != nil:
		return w.T("desk.at_least", "Min", *f.Min)
	case f.Max != nil:
		return w.T("desk.at_most", "Max", *f.Max)
	}
	return ""
}

// Show lets the answer be typed or not, and says beneath it what is wrong with it, or else how it will be written.
// Sound gives a word on a wording with nothing wrong in it; nil says nothing.
func (e *Editor) Show(f agreement.Field, sound func(side int, form agreement.Form)) {
	if e.Pen != nil {
		e.Pen.Present(f.Answer.ByHand)
	}
	if e.Choice != nil {
		e.Choice.Present(f.Answer.Value)
		e.note(f, 0, nil)
		return
	}
	for side, entry := range e.Entries {
		if f.Answer.ByHand {
			entry.Disable()
		} else {
			entry.Enable()
		}
		e.note(f, side, sound)
	}
}

func (e *Editor) note(f agreement.Field, side int, sound func(side int, form agreement.Form)) {
	w, form := e.options.Words, e.options.Speech
	if f.Bilingual() {
		form = agreement.Forms[side]
	}
	problem := f.Validate(form)
	switch {
	case f.Answer.ByHand:
		e.caption(side, w.T("desk.line_for_pen"), widgets.Quiet)
	case problem != agreement.NoProblem:
		e.caption(side, w.Problem(f, problem), widgets.Wrong)
	case sound != nil && f.Bilingual():
		sound(side, form)
	default:
		e.caption(side, written(f, form), widgets.Quiet)
	}
}

func (e *Editor) caption(side int, words string, tone widgets.Tone) {
	e.Row.SetLink(side, "", nil)
	e.Row.SetCaption(side, words, tone)
}

// written is how an answer will stand in the text, where that is not as it was typed.
func written(f agreement.Field, form agreement.Form) string {
	words := f.Written(form)
	if f.Bilingual() || f.Type == agreement.ChoiceField || strings.TrimSpace(f.Answer.Value) == words {
		return ""
	}
	return words
}
