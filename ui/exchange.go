package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/export"
)

// draftEnding is how the names of drafts' files end.
const draftEnding = ".avtale"

// draftFile asks where a draft is to be written as a file that can be sent.
type draftFile struct {
	*tools
	agreement agreement.Agreement
	sheet     *sheet
	folder    string
	name      *field
	path      *widget.Label
	taken     *widget.Label // says that a file of that name is there
	asked     string        // the path that the user was told of
	action    *button
}

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

func (w *Window) askDraftFile(a agreement.Agreement) {
	f := &draftFile{tools: w.tools, agreement: a}
	var name string
	w.do(func() (err error) {
		if name, err = export.DraftName(a, w.form()); err != nil {
			return err
		}
		f.folder, err = w.exportFolder()
		return err
	}, func() { f.show(name) })
}

func (f *draftFile) show(name string) {
	f.name = newField("")
	f.name.SetText(name)
	f.name.OnChanged = func(string) { f.ask("") }
	f.name.OnSubmitted = func(string) { f.write() }
	f.path = widget.NewLabel(f.folder)
	f.path.Truncation = fyne.TextTruncateEllipsis
	f.taken = prose(f.T("exchange.taken"))
	f.taken.Importance = widget.WarningImportance
	f.taken.Hide()
	choose := newButton(f.T("export.chooseFolder"), func() {
		f.chooseFolder(f.folder, func(folder string) {
			f.folder = folder
			f.path.SetText(folder)
			f.ask("")
		})
	})
	box := container.NewVBox(
		prose(f.T("exchange.exportAbout")),
		container.NewBorder(nil, nil, widget.NewLabel(f.T("exchange.name")), nil, f.name),
		container.NewBorder(nil, nil, widget.NewLabel(f.T("export.folder")), choose, f.path),
		f.taken,
	)
	cancel := newButton(f.T("dialog.cancel"), func() { f.sheet.Hide() })
	f.action = newMainButton(f.T("exchange.write"), f.write)
	f.sheet = f.newSheet(f.T("exchange.exportTitle"), box, cancel, f.action)
	f.sheet.present(f.action, fyne.NewSize(640, 0))
}

// ask says that writing would take the place of the file at path; "" says nothing.
func (f *draftFile) ask(path string) {
	f.asked = path
	f.taken.Hidden = path == ""
	f.action.SetText(f.T("exchange.write"))
	if path != "" {
		f.action.SetText(f.T("exchange.replace"))
	}
	f.sheet.fit()
}

// file gives the path that is asked for, with the ending that drafts have.
func (f *draftFile) file() string {
	name := filepath.Base(strings.TrimSpace(f.name.Text))
	if !strings.EqualFold(filepath.Ext(name), draftEnding) {
		name += draftEnding
	}
	return filepath.Join(f.folder, name)
}

// write writes the file. One that is there is replaced only when the user has been told of it.
func (f *draftFile) write() {
	if strings.TrimSpace(f.name.Text) == "" {
		f.window.Canvas().Focus(f.name)
		return
	}
	path, told := f.file(), f.asked
	there := false
	f.do(func() error {
		if _, err := os.Stat(path); err == nil && told != path {
			there = true
			return nil
		}
		if err := export.Agreement(f.agreement, path); err != nil {
			return err
		}
		if err := f.store.SetSetting(context.Background(), folderSetting, f.folder); err != nil {
			f.log.Warn("the folder was not kept", "error", err)
		}
		return nil
	}, func() {
		if there {
			f.ask(path)
			return
		}
		f.sheet.Hide()
		f.tell(f.T("exchange.exported"), f.T("exchange.exportedAbout", "Path", path))
	})
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
	w.do(func() error {
		a, err := export.ReadAgreement(path)
		if err != nil {
			return err
		}
		saved, err = export.TakeIn(context.Background(), w.store, a)
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
