package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
	"avtalebok/ui/desk"
)

// templateKeeper saves working copies of templates where the desk would save drafts.
type templateKeeper struct{ TemplateStore }

func (k templateKeeper) Save(ctx context.Context, a agreement.Agreement) (agreement.Agreement, error) {
	return k.SaveTemplate(ctx, a)
}

// create makes a template with nothing but what every agreement has, and opens it.
func (s *templatesScreen) create() {
	var a agreement.Agreement
	s.do(func() (err error) {
		a, err = s.store.NewTemplate(context.Background(), agreement.BlankTemplate())
		return err
	}, func() { s.goTo(newTemplateDesk(s.Window, a)) })
}

// edit opens the working copy of one of the user's templates.
func (s *templatesScreen) edit(r templateRow) { s.openTemplate(r.ID) }

// openTemplate reads the working copy of one of the user's templates away from the UI thread and opens the desk on it.
func (w *Window) openTemplate(id string) {
	var a agreement.Agreement
	w.do(func() (err error) {
		a, err = w.store.OpenTemplate(context.Background(), id)
		return err
	}, func() { w.goTo(newTemplateDesk(w, a)) })
}

// newTemplateDesk makes the frame around the desk with the working copy of a template.
func newTemplateDesk(w *Window, a agreement.Agreement) *deskScreen {
	s := &deskScreen{Window: w, template: true}
	o := desk.Options{
		Store:      templateKeeper{w.store},
		Localizer:  w.words,
		Window:     w.window,
		OnPublish:  s.publish,
		OnClose:    func() { w.showTemplate(a.ID) },
		OnError:    w.fail,
		OnSaveCopy: s.saveTemplateCopy,
		OnChange:   w.nameUndo,
		Bank:       w.store,
		Templates:  w.options.Templates,
		Print:      w.printPreview,
		Pages:      w.options.Pages,
		Settings:   w.store,
		Timing:     w.options.Timing,
	}
	w.equip(&o)
	s.desk = desk.New(a, o)
	return s
}

// publish makes what is on the desk the template's newest version, unless it lacks what no agreement can do without.
func (s *deskScreen) publish() {
	if err := s.flush(); err != nil {
		s.fail(err)
		return
	}
	a := s.desk.Agreement()
	if err := agreement.Publishable(a); err != nil {
		s.fail(err)
		return
	}
	var t agreement.Template
	var working agreement.Agreement
	s.do(func() (err error) {
		if t, err = s.store.PublishTemplate(context.Background(), a.ID); err != nil {
			return err
		}
		working, err = s.store.OpenTemplate(context.Background(), a.ID)
		return err
	}, func() {
		if s.shown == screen(s) { // the working copy has another number now
			s.desk.Close()
			next := newTemplateDesk(s.Window, working)
			next.desk.TakeOver(s.desk)
			s.present(next)
		}
		s.tellPublished(t)
	})
}

// tellPublished says which version was published, and what is missing in one of the forms.
func (s *deskScreen) tellPublished(t agreement.Template) {
	text := s.T("templates.published", "Name", s.nameOf(t), "Version", t.Version)
	open := 0
	for _, form := range agreement.Forms {
		open += len(t.Working().CheckTemplate(form))
	}
	if open > 0 {
		text += "\n\n" + s.words.N("templates.publishedOpen", open)
	}
	var sheet *sheet
	draft := newButton(s.T("templates.draft"), func() {
		sheet.Hide()
		s.newDraftFrom(t.ID)
	})
	closing := newMainButton(s.T("dialog.close"), func() { sheet.Hide() })
	sheet = s.newSheet(s.T("templates.publishedTitle"), prose(text), draft, closing)
	sheet.present(closing, fyne.NewSize(520, 0))
}

// saveTemplateCopy keeps what is on the desk as a template of its own, where somebody else saved the old one in
// between, and opens it.
func (s *deskScreen) saveTemplateCopy(a agreement.Agreement) {
	var kept agreement.Agreement
	s.do(func() (err error) {
		kept, err = s.store.NewTemplate(context.Background(), agreement.TemplateOf(a))
		return err
	}, func() {
		s.desk.Close()
		s.shown = s.drafts
		s.openTemplate(kept.ID)
	})
}
