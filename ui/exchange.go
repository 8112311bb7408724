package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"

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
		write: func(path string) error { return export.Agreement(a, path) },
		done: func(path string) {
			w.tell(w.T("exchange.exported"), w.T("exchange.exportedAbout", "Path", path))
		},
	}
	f.ask(name)
}

// importDraft asks for a draft's file, takes it in as a draft of its own and opens it.
func (w *Window) importDraft() {
	var folder string
	w.do(func() (err error) {
		folder, err = w.exportFolder()
		return err
	}, func() {
		d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
			switch {
			case err != nil:
				w.fail(agreement.NewError(agreement.Storage, "error.file.read", err, "Path", ""))
			case file != nil:
				path := file.URI().Path()
				_ = file.Close() // only its name is wanted
				w.takeIn(path)
			}
		}, w.window)
		d.SetFilter(storage.NewExtensionFileFilter([]string{draftEnding}))
		d.SetTitleText(w.T("exchange.importTitle"))
		d.SetConfirmText(w.T("exchange.import"))
		w.showFiles(d, folder)
	})
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

// fileDialog is one of Fyne's dialogs with files or folders.
type fileDialog interface {
	dismisser
	SetLocation(fyne.ListableURI)
	SetOnClosed(func())
	Show()
	Resize(fyne.Size)
}

// showFiles shows a dialog with files, in a folder, as large as the window has room for.
func (t *tools) showFiles(d fileDialog, folder string) {
	if uri, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		d.SetLocation(uri)
	}
	d.SetOnClosed(func() { t.forget(d) })
	t.open = append(t.open, d)
	d.Show()
	t.namePlaces()
	room := t.window.Canvas().Size()
	size := fyne.NewSize(820*textScale(), 560*textScale())
	d.Resize(fyne.NewSize(min(size.Width, room.Width-2*theme.Padding()), min(size.Height, room.Height-2*theme.Padding()))) // before it is shown, Fyne's dialog has nothing to resize
}

// chooseFolder asks for a folder.
func (t *tools) chooseFolder(from string, chosen func(string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err == nil && folder != nil {
			chosen(folder.Path())
		}
	}, t.window)
	d.SetTitleText(t.T("export.folderTitle"))
	d.SetConfirmText(t.T("export.useFolder"))
	t.showFiles(d, from)
}
