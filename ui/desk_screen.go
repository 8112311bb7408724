package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/ui/desk"
)

// deskScreen is the frame around the drafting desk with one open draft.
type deskScreen struct {
	*Window
	desk     *desk.Desk
	template bool // it is not a draft but a template of the user's own
}

// openDraft reads a draft away from the UI thread and opens the desk on it.
func (w *Window) openDraft(id string) {
	var a agreement.Agreement
	w.patiently(w.T("app.opening"), func(ctx context.Context) (err error) {
		a, err = w.store.Load(ctx, id)
		return err
	}, func() {
		w.shown.leave(func() { w.present(newDeskScreen(w, a)) })
	})
}

func newDeskScreen(w *Window, a agreement.Agreement) *deskScreen {
	s := &deskScreen{Window: w}
	o := desk.Options{
		Store:       w.store,
		Localizer:   w.words,
		Window:      w.window,
		Frozen:      signed(a),
		OnExport:    s.exportNow,
		OnClose:     w.home,
		OnError:     w.fail,
		OnSaveCopy:  w.saveCopy,
		OnChange:    w.nameUndo,
		ChooseParty: w.chooseParty,
		Bank:        w.store,
		Templates:   w.options.Templates,
		Print:       w.printPreview,
		Pages:       w.options.Pages,
		Settings:    w.store,
		Revisions:   revisions{w.store},
		Timing:      w.options.Timing,
	}
	w.equip(&o)
	s.desk = desk.New(a, o)
	s.offerTemplate(a)
	return s
}

// offerTemplate looks away from the UI thread for a newer version of the draft's template, and has the desk offer it.
func (s *deskScreen) offerTemplate(a agreement.Agreement) {
	if a.Status != agreement.Draft {
		return
	}
	source := s.templates()
	s.run(func() func() {
		newest, err := source.Newest(context.Background(), a.Template.ID)
		if err != nil || newest.Version <= a.Template.Version {
			return nil
		}
		old, err := source.Get(context.Background(), a.Template)
		if err != nil {
			s.log.Info("the template's earlier version is not known", "template", a.Template.ID, "version", a.Template.Version)
			return nil
		}
		return func() { s.desk.OfferTemplate(old, newest) }
	})
}

// saveCopy keeps what is on the desk as a new draft, where somebody else saved the old one in between, and opens it.
func (w *Window) saveCopy(a agreement.Agreement) {
	var saved agreement.Agreement
	w.do(func() (err error) {
		saved, err = w.store.Save(context.Background(), a)
		return err
	}, func() {
		if s, ok := w.shown.(*deskScreen); ok { // what it holds is in the copy now
			s.desk.Close()
			w.shown = w.drafts
		}
		w.openDraft(saved.ID)
	})
}

func (s *deskScreen) content() fyne.CanvasObject {
	s.desk.SetLocalizer(s.words)
	return s.underBanner(s.desk.Content())
}

func (s *deskScreen) entered() {
	s.desk.Focus()
	s.desk.Recheck() // the house style may have been changed in the settings
	s.retitle(s.openTitle())
}

// openTitle names what is on the desk.
func (s *deskScreen) openTitle() string {
	a := s.desk.Agreement()
	if s.template {
		return s.T("templates.title", "Name", s.nameOf(agreement.TemplateOf(a)))
	}
	return agreement.FullTitle(a, s.form())
}

// leave saves what is not saved yet. When that fails, the user decides between staying and losing the last words.
func (s *deskScreen) leave(then func()) {
	if err := s.flush(); err != nil {
		s.notSaved(err, then)
		return
	}
	s.desk.Close()
	then()
}

// patience is how long leaving waits for a disk that does not answer before it asks the user.
const patience = 10 * time.Second

func (s *deskScreen) flush() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return s.desk.Flush(ctx)
}

func (s *deskScreen) notSaved(err error, then func()) {
	s.log.Error("the draft was not saved on leaving", "error", err)
	var question *sheet
	stay := newMainButton(s.T("dialog.stay"), func() { question.Hide() })
	leave := newButton(s.T("dialog.leaveUnsaved"), func() {
		question.Hide()
		s.desk.Close()
		then()
	})
	question = s.newSheet(s.T("dialog.storage"), prose(s.words.Error(err)), leave, stay)
	question.present(stay, fyne.NewSize(520, 0))
}

// back first leaves the passage that is being written: Escape alone must not take anybody away from it.
func (s *deskScreen) back() {
	if s.window.Canvas().Focused() != nil {
		s.window.Canvas().Unfocus()
		return
	}
	if s.template {
		s.showTemplate(s.desk.Agreement().ID)
		return
	}
	s.home()
}

// saveNow saves at once and says that it happens by itself, too.
func (s *deskScreen) saveNow() {
	if err := s.flush(); err != nil {
		s.fail(err)
		return
	}
	s.desk.Say(s.T("app.savedByItself"))
}

// export makes PDFs of what is on the desk.
func (s *deskScreen) export() {
	if err := s.flush(); err != nil {
		s.fail(err)
		return
	}
	s.exportNow(s.desk.Agreement())
}

// print prints what is on the desk.
func (s *deskScreen) print() {
	if err := s.flush(); err != nil {
		s.fail(err)
		return
	}
	s.printAgreement(s.desk.Agreement())
}

func (s *deskScreen) exportNow(a agreement.Agreement) { s.exportPDF(a, s.desk.GoTo) }
