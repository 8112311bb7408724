package ui

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"avtalebok/agreement"
	"avtalebok/data/templates"
	"avtalebok/export"
)

// export writes a template as a file. One that is not whole in both forms can't be one yet; the user is told what is
// missing.
func (s *templatesScreen) export(r templateRow) {
	name := templates.FileName(r.Template, s.form())
	src, err := templates.Write(name, r.Template)
	if err != nil {
		s.tellMissing(r.Template.Working(), err)
		return
	}
	f := &fileForm{
		Window: s.Window, ending: templates.Ending,
		title: s.T("templates.exportTitle"), about: s.T("templates.exportAbout"),
		write: func(_ context.Context, path string) error { return export.WriteFile(path, src) },
		done: func(path string) {
			s.tell(s.T("templates.exported"), s.T("exchange.exportedAbout", "Path", path))
		},
	}
	f.ask(name)
}

// tellMissing says what a template lacks before it can be written or published: by the passages' names where that can be
// said, else in the words of whoever refused it.
func (w *Window) tellMissing(a agreement.Agreement, err error) {
	var lines []string
	for _, form := range agreement.Forms {
		for _, f := range a.CheckTemplate(form) {
			where := a.Where(f.Place, w.form())
			switch f.Place {
			case agreement.TemplateNamePlace:
				where = w.T("templates.name")
			case agreement.TemplateAboutPlace:
				where = w.T("templates.aboutField")
			}
			lines = append(lines, where+" ("+w.T("app.form."+string(form))+"): "+w.words.Finding(f))
		}
	}
	if len(lines) == 0 {
		w.failTemplate(err)
		return
	}
	w.showProblems(w.T("templates.notWhole"), w.T("templates.notWholeAbout"), lines)
}

// failTemplate tells all that is wrong with a template's file, a line for each problem, or what else went wrong.
func (w *Window) failTemplate(err error) {
	var problems templates.Problems
	if !errors.As(err, &problems) {
		w.fail(err)
		return
	}
	var lines []string
	for _, p := range problems {
		lines = append(lines, w.words.Error(p))
	}
	w.log.Error("a template's file was refused", "error", err)
	w.showProblems(w.T("templates.refused"), w.words.N("templates.refusedAbout", len(lines)), lines)
}

// showProblems shows a list of problems, which scrolls where it is long.
func (w *Window) showProblems(title, about string, lines []string) {
	list := container.NewVBox()
	for _, l := range lines {
		list.Add(prose("• " + l))
	}
	scroll := container.NewVScroll(list)
	scroll.SetMinSize(fyne.NewSize(1, min(float32(60+40*len(lines)), 320)*textScale()))
	var sheet *sheet
	details := newButton(w.T("dialog.copyDetails"), nil)
	details.OnTapped = func() {
		fyne.CurrentApp().Clipboard().SetContent(strings.Join(lines, "\n"))
		details.SetText(w.T("dialog.copied"))
	}
	closing := newMainButton(w.T("dialog.close"), func() { sheet.Hide() })
	sheet = w.newSheet(title, container.NewBorder(prose(about), nil, nil, nil, scroll), details, closing)
	sheet.present(closing, fyne.NewSize(720, 0))
}

// askImport asks for a template's file and takes it in.
func (s *templatesScreen) askImport() {
	s.askFile(s.T("templates.importTitle"), []string{templates.Ending}, s.takeInTemplate)
}

// takeInTemplate reads a template's file and keeps it as one of the user's own.
func (s *templatesScreen) takeInTemplate(path string) {
	var kept agreement.Template
	var err error
	s.run(func() func() {
		kept, err = templates.ReadFile(path)
		if err == nil {
			kept, err = s.store.AddTemplate(context.Background(), kept)
		}
		return func() {
			if err != nil {
				s.failTemplate(err)
				return
			}
			s.undoing = nil
			s.at = kept.ID
			s.reload()
			s.window.Canvas().Focus(s.list)
		}
	})
}
