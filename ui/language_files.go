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
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
)

// askFile asks for a file with one of some endings, and hands on its path.
func (w *Window) askFile(title string, endings []string, take func(path string)) {
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
				take(path)
			}
		}, w.window)
		d.SetFilter(storage.NewExtensionFileFilter(endings))
		d.SetTitleText(title)
		d.SetConfirmText(w.T("exchange.import"))
		w.showFiles(d, folder)
	})
}

// target is a file that is to be written.
type target struct {
	title, about string
	name, ending string
	extra        fyne.CanvasObject // what else there is to choose; nil is nothing
}

// askTarget asks for the folder and the name of a file to be written, and hands on its path. A file of that name is
// replaced only when the user has been told of it.
func (w *Window) askTarget(t target, write func(path string)) {
	var folder string
	w.do(func() (err error) {
		folder, err = w.exportFolder()
		return err
	}, func() { w.showTarget(t, folder, write) })
}

func (w *Window) showTarget(t target, folder string, write func(path string)) {
	var s *sheet
	var action *button
	told := "" // the path that the user knows to be taken
	name := newField("")
	name.SetText(t.name + t.ending)
	path := widget.NewLabel(folder)
	path.Truncation = fyne.TextTruncateEllipsis
	taken := prose(w.T("exchange.taken"))
	taken.Importance = widget.WarningImportance
	taken.Hide()
	changed := func(now string) {
		told, taken.Hidden = now, now == ""
		action.SetText(w.T("exchange.write"))
		if now != "" {
			action.SetText(w.T("exchange.replace"))
		}
		s.fit()
	}
	name.OnChanged = func(string) { changed("") }
	choose := newButton(w.T("export.chooseFolder"), func() {
		w.chooseFolder(folder, func(chosen string) {
			folder = chosen
			path.SetText(chosen)
			changed("")
		})
	})
	act := func() {
		file := filepath.Base(strings.TrimSpace(name.Text))
		if strings.TrimSpace(name.Text) == "" {
			w.window.Canvas().Focus(name)
			return
		}
		if !strings.EqualFold(filepath.Ext(file), t.ending) {
			file += t.ending
		}
		file = filepath.Join(folder, file)
		there := false
		w.do(func() error {
			_, err := os.Stat(file)
			there = err == nil && told != file
			return w.store.SetSetting(context.Background(), folderSetting, folder)
		}, func() {
			if there {
				changed(file)
				return
			}
			s.Hide()
			write(file)
		})
	}
	name.OnSubmitted = func(string) { act() }
	box := container.NewVBox(
		prose(t.about),
		container.NewBorder(nil, nil, widget.NewLabel(w.T("exchange.name")), nil, name),
		container.NewBorder(nil, nil, widget.NewLabel(w.T("export.folder")), choose, path))
	if t.extra != nil {
		box.Add(t.extra)
	}
	box.Add(taken)
	action = newMainButton(w.T("exchange.write"), act)
	s = w.newSheet(t.title, box, newButton(w.T("dialog.cancel"), func() { s.Hide() }), action)
	s.present(action, fyne.NewSize(640, 0))
}
