package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// fileForm asks for a folder and a name, and writes a file there. One that is there is replaced only when the user has
// been told of it.
type fileForm struct {
	*Window
	ending       string
	title, about string
	extra        fyne.CanvasObject                            // what else there is to choose; nil is nothing
	write        func(ctx context.Context, path string) error // away from the UI thread; nil leaves the writing to done
	done         func(path string)

	sheet  *sheet
	folder string
	name   *field
	taken  *widget.Label
	told   string // the path that the user was told of
	action *button
}

// ask shows the form with a name proposed; it gets the ending where it has none.
func (f *fileForm) ask(name string) {
	f.do(func() (err error) {
		f.folder, err = f.exportFolder()
		return err
	}, func() { f.show(name) })
}

func (f *fileForm) show(name string) {
	f.name = newField("")
	f.name.SetText(f.withEnding(name))
	f.name.OnChanged = func(string) { f.tellTaken("") }
	f.name.OnSubmitted = func(string) { f.save() }
	f.taken = prose(f.T("exchange.taken"))
	f.taken.Importance = widget.WarningImportance
	f.taken.Hide()
	folder := f.folderLine(f.folder, func(folder string) {
		f.folder = folder
		f.tellTaken("")
	})
	box := container.NewVBox(
		prose(f.about),
		container.NewBorder(nil, nil, widget.NewLabel(f.T("exchange.name")), nil, f.name),
		folder,
	)
	if f.extra != nil {
		box.Add(f.extra)
	}
	box.Add(f.taken)
	cancel := newButton(f.T("dialog.cancel"), func() { f.sheet.Hide() })
	f.action = newMainButton(f.T("exchange.write"), f.save)
	f.sheet = f.newSheet(f.title, box, cancel, f.action)
	f.sheet.present(f.action, fyne.NewSize(640, 0))
}

// tellTaken says that writing would take the place of the file at path; "" says nothing.
func (f *fileForm) tellTaken(path string) {
	f.told = path
	f.taken.Hidden = path == ""
	f.action.SetText(f.T("exchange.write"))
	if path != "" {
		f.action.SetText(f.T("exchange.replace"))
	}
	f.sheet.fit()
}

func (f *fileForm) file() string {
	return filepath.Join(f.folder, f.withEnding(filepath.Base(strings.TrimSpace(f.name.Text))))
}

func (f *fileForm) withEnding(name string) string {
	if strings.EqualFold(filepath.Ext(name), f.ending) {
		return name
	}
	return name + f.ending
}

func (f *fileForm) save() {
	if strings.TrimSpace(f.name.Text) == "" {
		f.window.Canvas().Focus(f.name)
		return
	}
	path, told := f.file(), f.told
	there := false
	f.patiently(f.T("exchange.writing"), func(ctx context.Context) error {
		if _, err := os.Stat(path); err == nil && told != path {
			there = true
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if f.write != nil {
			if err := f.write(ctx, path); err != nil {
				return err
			}
		}
		if err := f.store.SetSetting(ctx, folderSetting, f.folder); err != nil {
			f.log.Warn("the folder was not kept", "error", err)
		}
		return nil
	}, func() {
		if there {
			f.tellTaken(path)
			return
		}
		f.sheet.Hide()
		f.done(path)
	})
}
