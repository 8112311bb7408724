package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/export"
	"avtalebok/export/calendar"
	spreadsheet "avtalebok/export/sheet"
)

// outFormat is a kind of file that the register is written as.
type outFormat struct {
	ending string // of the file's name, and of its message keys
	make   func(ctx context.Context, o outOrder) ([]byte, error)
}

// outOrder is what is to be written.
type outOrder struct {
	store   Store
	entries []*register.Entry
	form    agreement.Form
	today   register.Date
}

func (o outOrder) options() spreadsheet.Options {
	return spreadsheet.Options{Form: o.form, Day: o.today}
}

var outFormats = []outFormat{
	{".xlsx", func(_ context.Context, o outOrder) ([]byte, error) { return spreadsheet.XLSX(o.entries, o.options()) }},
	{".csv", func(_ context.Context, o outOrder) ([]byte, error) { return spreadsheet.CSV(o.entries, o.options()) }},
	{".pdf", outPDF},
	{".ics", outCalendar},
}

func outPDF(ctx context.Context, o outOrder) ([]byte, error) {
	looks, err := export.LoadLooks(ctx, o.store)
	if err != nil {
		return nil, err
	}
	content, _, err := export.Draw(spreadsheet.Document(o.entries, o.options()), looks)
	return content, err
}

func outCalendar(_ context.Context, o outOrder) ([]byte, error) {
	return calendar.Ahead(o.entries, calendar.Options{Form: o.form, Day: o.today})
}

// askOut asks which kind of file to write what is shown as.
func (s *registerScreen) askOut() {
	if len(s.shown.entries) == 0 {
		s.tell(s.T("register.out.title"), s.T("register.out.nothing"))
		return
	}
	var box *sheet
	list := container.NewVBox(prose(s.words.N("register.out.about", len(s.shown.entries))))
	var first fyne.Focusable
	for _, f := range outFormats {
		b := newQuietButton(s.T("register.out.format."+f.ending[1:]), nil, func() {
			box.Hide()
			s.out(f)
		})
		if first == nil {
			first = b
		}
		list.Add(b)
	}
	box = s.newSheet(s.T("register.out.title"), list, newButton(s.T("dialog.cancel"), func() { box.Hide() }))
	box.present(first, fyne.NewSize(520, 0))
}

// out asks for a name and a folder, and writes the file.
func (s *registerScreen) out(f outFormat) {
	order := outOrder{s.store, s.shown.entries, s.form(), s.today}
	name := s.T("register.out.file") + "-" + s.today.String()
	if f.ending == ".ics" {
		name = s.T("register.out.calendar") + "-" + s.today.String()
	}
	s.write(f, order, name)
}

func (w *Window) write(f outFormat, order outOrder, name string) {
	form := &fileForm{
		Window: w, ending: f.ending, title: w.T("register.out.title"), about: w.T("register.out.format." + f.ending[1:]),
		write: func(ctx context.Context, path string) error {
			content, err := f.make(ctx, order)
			if err == nil {
				err = ctx.Err() // who has stopped it wants no file
			}
			if err != nil {
				return err
			}
			return export.WriteFile(path, content)
		},
		done: w.wrote,
	}
	form.ask(name + f.ending)
}

// wrote says that a file was written, and offers to open it.
func (w *Window) wrote(path string) {
	var box *sheet
	open := newButton(w.T("export.open"), func() { w.do(func() error { return w.options.Open(path) }, nil) })
	show := newButton(w.T("export.show"), func() { w.do(func() error { return w.options.Reveal(path) }, nil) })
	closing := newMainButton(w.T("dialog.close"), func() { box.Hide() })
	about := prose(w.T("register.out.done", "Name", filepath.Base(path), "Folder", filepath.Dir(path)))
	box = w.newSheet(w.T("register.out.doneTitle"), about, show, open, closing)
	box.present(closing, fyne.NewSize(520, 0))
}
