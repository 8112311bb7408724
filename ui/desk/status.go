package desk

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
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
	saved   *widget.Label
	act     *widgets.Link // tries again, or keeps a copy
	offer   *widget.Label
	undo    *widgets.Link
	forms   *widget.Label
	cancel  func() // ends the offer's timer
}

func newStatus(d *Desk) *status {
	s := &status{
		desk: d, saved: small(), offer: small(), forms: small(),
		act:  widgets.NewLink("", nil),
		undo: widgets.NewLink(d.words.T("desk.undo"), d.Undo),
	}
	s.act.Hide()
	s.offer.Hide()
	s.undo.Hide()
	s.line = container.NewHBox(s.saved, s.act, layout.NewSpacer(), s.offer, s.undo, layout.NewSpacer(), s.forms)
	s.content = container.NewVBox(widget.NewSeparator(), s.line)
	return s
}

func small() *widget.Label {
	l := widget.NewLabel("")
	l.SizeName = theme.SizeNameCaptionText
	return l
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
	words, importance := d.savedWords()
	s.saved.Importance = importance
	if s.saved.Text != words {
		s.saved.SetText(words)
	}
	switch save.state {
	case failed:
		s.offerAct(d.words.T("desk.save.retry"), func() { d.autosave.soon() })
	case conflicted:
		s.offerAct(d.words.T("desk.save.copy"), d.saveCopy)
	default:
		s.act.Hide()
	}
	s.forms.SetText(d.formsWords())
	s.line.Refresh()
}

func (s *status) offerAct(words string, f func()) {
	s.act.OnTapped = f
	s.act.SetText(words)
	s.act.Show()
}

func (d *Desk) savedWords() (string, widget.Importance) {
	save := d.autosave
	switch save.state {
	case unsaved:
		return d.words.T("desk.save.unsaved"), widget.LowImportance
	case saving:
		return d.words.T("desk.save.saving"), widget.LowImportance
	case saved:
		return d.words.T("desk.save.saved", "Time", save.at.Local().Format("15.04.05")), widget.MediumImportance
	case failed, conflicted:
		return d.words.Error(save.err), widget.DangerImportance
	}
	if at := d.editor.Agreement().Updated; !at.IsZero() {
		return d.words.T("desk.save.saved", "Time", at.Local().Format("02.01.2006 15.04")), widget.MediumImportance
	}
	return d.words.T("desk.save.auto"), widget.LowImportance
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
