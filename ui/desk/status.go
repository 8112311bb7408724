package desk

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// offerFor is how long the line that offers to undo a removal stays.
const offerFor = 12 * time.Second

// status is the line at the bottom: when it was saved, what can be undone, how far each form has come.
type status struct {
	desk    *Desk
	content fyne.CanvasObject
	line    *fyne.Container
	saved   *widgets.Words
	alarm   *fyne.Container // what went wrong with saving, and what can be done
	wrong   *widgets.Words
	act     *widgets.Button // tries again, or keeps a copy
	offer   *widgets.Words
	undo    *widgets.Link
	pages   *widgets.Words
	forms   *widgets.Words
	cancel  func() // ends the offer's timer
}

func newStatus(d *Desk) *status {
	s := &status{
		desk: d, saved: small(), offer: small(), pages: small(), forms: small(),
		wrong: widgets.NewWords("", theme.SizeNameText, theme.ColorNameError), act: widgets.NewButton("", nil, nil),
		undo: widgets.NewLink(d.words.T("desk.undo"), d.Undo),
	}
	s.alarm = container.NewVBox(
		container.NewBorder(nil, nil, nil, container.NewPadded(container.NewCenter(s.act)), s.wrong), widget.NewSeparator())
	s.alarm.Hide()
	s.offer.Hide()
	s.undo.Hide()
	s.line = widgets.NewYielding(s.saved, container.NewHBox(s.offer, s.undo), s.pages, s.forms)
	s.content = container.NewVBox(widget.NewSeparator(), s.line)
	return s
}

func small() *widgets.Words {
	w := widgets.NewNote("")
	w.Wrapping = fyne.TextWrapOff
	return w
}

// offerUndo says what was removed and offers to bring it back.
func (s *status) offerUndo(words string) {
	s.stop()
	s.offer.SetText(words)
	s.offer.Show()
	s.undo.Show()
	s.line.Refresh()
	s.cancel = s.desk.timing.After(offerFor, func() {
		s.cancel = nil
		s.withdraw()
	})
}

// withdraw takes the offer away: what Undo does now is something else.
func (s *status) withdraw() {
	s.stop()
	if s.offer.Visible() {
		s.offer.Hide()
		s.undo.Hide()
		s.line.Refresh()
	}
}

func (s *status) stop() {
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
}

// showStatus brings the line up to date.
func (d *Desk) showStatus() {
	if d.status == nil || d.closed {
		return
	}
	s, save := d.status, d.autosave
	words, colour := d.savedWords()
	s.saved.SetColour(colour)
	s.saved.SetText(words)
	switch save.state {
	case failed:
		d.raiseAlarm(d.words.T("desk.save.retry"), func() { d.autosave.soon() })
	case conflicted:
		d.raiseAlarm(d.words.T("desk.save.copy"), d.saveCopy)
	case saved, neverSaved:
		if s.alarm.Visible() {
			s.alarm.Hide()
			d.content.Refresh()
		}
	}
	s.forms.SetText(d.formsWords())
	s.showPages()
	s.line.Refresh()
}

// showPages says how many pages it is.
func (s *status) showPages() {
	words := s.desk.preview.pagesWords()
	if s.pages.Text() != words {
		s.pages.SetText(words)
		s.line.Refresh()
	}
}

// raiseAlarm says why the text is not saved, in a line of its own that stays until it is.
func (d *Desk) raiseAlarm(act string, f func()) {
	s := d.status
	s.wrong.SetText(d.words.Error(d.autosave.err))
	s.act.OnTapped = f
	s.act.SetText(act)
	s.alarm.Show()
	d.content.Refresh()
}

func (d *Desk) savedWords() (string, fyne.ThemeColorName) {
	save := d.autosave
	switch save.state {
	case unsaved:
		return d.words.T("desk.save.unsaved"), theme.ColorNamePlaceHolder
	case saving:
		return d.words.T("desk.save.saving"), theme.ColorNamePlaceHolder
	case saved:
		return d.words.T("desk.save.saved", "Time", save.at.Local().Format("15.04.05")), theme.ColorNameForeground
	case failed, conflicted:
		return d.words.T("desk.save.failed"), theme.ColorNameError
	}
	if at := d.editor.Agreement().Updated; !at.IsZero() {
		return d.words.T("desk.save.saved", "Time", at.Local().Format("02.01.2006 15.04")), theme.ColorNameForeground
	}
	return d.words.T("desk.save.auto"), theme.ColorNamePlaceHolder
}

// saveCopy hands the text over to be kept as a draft of its own.
func (d *Desk) saveCopy() {
	if d.options.OnSaveCopy != nil {
		d.options.OnSaveCopy(d.editor.Agreement().Duplicate())
	}
}

// formsWords says how far each form has come.
func (d *Desk) formsWords() string {
	out := ""
	for _, form := range agreement.Forms {
		if out != "" {
			out += "   ·   "
		}
		out += d.words.T("desk.form."+string(form)) + ": "
		if n := d.review.count[form]; n > 0 {
			out += d.words.N("desk.form_open", n)
		} else {
			out += d.words.T("desk.form_ready")
		}
	}
	return out
}
