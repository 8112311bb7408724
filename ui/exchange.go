package ui

import (
	"context"

	"avtalebok/agreement"
	"avtalebok/export"
)

// draftEnding is how the names of drafts' files end.
const draftEnding = ".avtale"

// exportDraft writes the draft on the desk, or the one that the keyboard is on in the list, as a file.
func (w *Window) exportDraft() {
	if s, ok := w.shown.(*deskScreen); ok {
		if err := s.flush(); err != nil {
			w.fail(err)
			return
		}
		w.askDraftFile(s.desk.Agreement())
		return
	}
	d, ok := w.drafts.selected()
	if !ok || w.shown != screen(w.drafts) {
		return
	}
	var a agreement.Agreement
	w.do(func() (err error) {
		a, err = w.store.Load(context.Background(), d.ID)
		return err
	}, func() { w.askDraftFile(a) })
}

// askDraftFile asks where a draft is to be written as a file that can be sent.
func (w *Window) askDraftFile(a agreement.Agreement) {
	name, err := export.DraftName(a, w.form())
	if err != nil {
		w.fail(err)
		return
	}
	f := &fileForm{
		Window: w, ending: draftEnding,
		title: w.T("exchange.exportTitle"), about: w.T("exchange.exportAbout"),
		write: func(_ context.Context, path string) error { return export.Agreement(a, path) },
		done: func(path string) {
			w.tell(w.T("exchange.exported"), w.T("exchange.exportedAbout", "Path", path))
		},
	}
	f.ask(name)
}

// importDraft asks for a draft's file, takes it in as a draft of its own and opens it.
func (w *Window) importDraft() {
	w.askFile(w.T("exchange.importTitle"), []string{draftEnding}, w.takeIn)
}

// takeIn reads a draft's file, keeps it as a draft and opens it.
func (w *Window) takeIn(path string) {
	var saved agreement.Agreement
	w.patiently(w.T("exchange.reading"), func(ctx context.Context) error {
		a, err := export.ReadAgreement(path)
		if err == nil {
			err = ctx.Err() // the disk may have taken longer than the user
		}
		if err != nil {
			return err
		}
		saved, err = export.TakeIn(ctx, w.store, a)
		return err
	}, func() { w.openDraft(saved.ID) })
}
