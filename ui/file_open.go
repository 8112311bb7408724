package ui

import (
	"io"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
)

// lists are the endings of files with lists that spreadsheets write.
var lists = []string{".csv", ".txt", ".tsv"}

// askFile asks for a file with one of some endings, beginning in the folder used last, and hands on its path.
func (w *Window) askFile(title string, endings []string, take func(path string)) {
	var folder string
	w.do(func() (err error) {
		folder, err = w.exportFolder()
		return err
	}, func() { w.askFileIn(folder, title, w.T("exchange.import"), endings, take) })
}

// askFileIn asks for a file, beginning in a folder. Confirm is what the button says.
func (t *tools) askFileIn(folder, title, confirm string, endings []string, take func(path string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			t.fail(agreement.NewError(agreement.Storage, "error.file.read", err, "Path", ""))
		case file != nil:
			path := file.URI().Path()
			_ = file.Close() // only its name is wanted
			take(path)
		}
	}, t.window)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	d.SetTitleText(title)
	d.SetConfirmText(confirm)
	t.showFiles(d, folder)
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

// folderLine shows a folder, with a button to choose another one.
func (t *tools) folderLine(folder string, chosen func(string)) fyne.CanvasObject {
	path := widget.NewLabel(folder)
	path.Truncation = fyne.TextTruncateEllipsis
	choose := newButton(t.T("export.chooseFolder"), func() {
		t.chooseFolder(path.Text, func(folder string) {
			path.SetText(folder)
			chosen(folder)
		})
	})
	return container.NewBorder(nil, nil, widget.NewLabel(t.T("export.folder")), choose, path)
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

// readAtMost reads no more of a file than some bytes.
func readAtMost(path string, most int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, agreement.NewError(agreement.Storage, "error.file.read", err, "Path", path)
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, most))
	if err != nil {
		return nil, agreement.NewError(agreement.Storage, "error.file.read", err, "Path", path)
	}
	return content, nil
}
