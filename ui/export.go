package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/export"
	"avtalebok/ui/widgets"
)

// exportSheet makes PDFs of an agreement. One that is not ready lists what is missing, with the way there, and can
// be printed all the same, marked as a draft.
type exportSheet struct {
	*tools
	agreement agreement.Agreement
	options   Options
	goThere   func(agreement.Place)

	sheet    *sheet
	folder   string
	forms    map[agreement.Form]bool
	findings map[agreement.Form][]agreement.Finding
	working  bool
	cancel   context.CancelFunc

	box    *fyne.Container
	action *button
}

// exportPDF asks which forms to print and where to, having found out what is missing.
func (w *Window) exportPDF(a agreement.Agreement, goThere func(agreement.Place)) {
	e := &exportSheet{
		tools: w.tools, agreement: a, options: w.options, goThere: goThere,
		forms:    map[agreement.Form]bool{agreement.Bokmal: true, agreement.Nynorsk: true},
		findings: make(map[agreement.Form][]agreement.Finding),
	}
	w.run(func() func() {
		folder, err := w.exportFolder()
		for _, form := range agreement.Forms {
			if err != nil {
				break
			}
			e.findings[form], err = export.Findings(a, form)
		}
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			e.folder = folder
			e.show()
		}
	})
}

// exportFolder gives the folder used last, where it still exists, else the user's documents.
func (w *Window) exportFolder() (string, error) {
	folder, err := w.store.Setting(context.Background(), folderSetting)
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(folder); folder != "" && err == nil && info.IsDir() {
		return folder, nil
	}
	return documentsFolder(), nil
}

func (e *exportSheet) show() {
	e.box = container.NewVBox()
	cancel := newButton(e.T("export.cancel"), func() { e.sheet.Hide() })
	e.action = newMainButton("", e.make)
	e.sheet = e.newSheet(e.T("export.title"), e.box, cancel, e.action)
	e.sheet.SetOnClosed(func() {
		if e.cancel != nil {
			e.cancel()
		}
	})
	e.fill()
	e.sheet.present(e.action, fyne.NewSize(640, 0))
}

// fill shows the choices: forms, folder, and what is missing in the forms that are chosen.
func (e *exportSheet) fill() {
	e.box.Objects = nil
	for _, form := range agreement.Forms {
		e.box.Add(container.NewHBox(e.formCheck(form), layout.NewSpacer(), e.standing(form)))
	}
	e.box.Add(e.folderLine(e.folder, func(folder string) { e.folder = folder }))
	missing := e.missing()
	if len(missing) > 0 {
		e.box.Add(widget.NewSeparator())
		e.box.Add(prose(e.words.N("export.notReady", len(missing))))
		e.box.Add(e.findingList(missing))
	}
	e.label()
	e.box.Refresh()
	e.sheet.fit()
}

func (e *exportSheet) formCheck(form agreement.Form) fyne.CanvasObject {
	return newCheck(capital(e.T("app.form."+string(form))), e.forms[form], func(on bool) {
		e.forms[form] = on
		e.fill()
	})
}

// standing says whether a form is ready to be signed.
func (e *exportSheet) standing(form agreement.Form) fyne.CanvasObject {
	n := len(e.findings[form])
	l := widget.NewLabel(e.words.N("export.standing", n, "Ready", n == 0))
	l.Importance = widget.WarningImportance
	if n == 0 {
		l.Importance = widget.SuccessImportance
	}
	return l
}

// missing gives the findings in the chosen forms.
func (e *exportSheet) missing() []agreement.Finding {
	var all []agreement.Finding
	for _, form := range agreement.Forms {
		if e.forms[form] {
			all = append(all, e.findings[form]...)
		}
	}
	return all
}

// findingList lists what is missing; choosing a line goes there.
func (e *exportSheet) findingList(findings []agreement.Finding) fyne.CanvasObject {
	lines := make([]widgets.Choice, len(findings))
	for i, f := range findings {
		lines[i] = widgets.Choice{
			ID:    strconv.Itoa(i),
			Title: e.T("export.finding", "Where", e.where(f), "Form", e.T("app.form."+string(f.Form))),
			Note:  e.words.Finding(f),
		}
	}
	list := widgets.NewChoices()
	list.Set(lines)
	list.OnChosen = func(id string) {
		if i, err := strconv.Atoi(id); err == nil {
			e.sheet.Hide()
			e.goThere(findings[i].Place)
		}
	}
	list.OnActivated = list.OnChosen
	const shown = 5
	line := 2*theme.TextSize() + 7*theme.Padding()
	return container.New(&least{height: float32(min(len(lines), shown)) * line}, list)
}

// where names the place of a finding; a heading that is missing in its form is named by the other one's.
func (e *exportSheet) where(f agreement.Finding) string {
	if name := e.agreement.Where(f.Place, f.Form); name != "" {
		return name
	}
	return e.agreement.Where(f.Place, f.Form.Other())
}

// label says what the button will do.
func (e *exportSheet) label() {
	chosen := len(e.chosen())
	e.action.SetText(e.words.N("export.make", chosen))
	if len(e.missing()) > 0 {
		e.action.SetText(e.words.N("export.makeDraft", chosen))
	}
	if e.working {
		e.action.SetText(e.T("export.making"))
	}
	if chosen == 0 || e.working {
		e.action.Disable()
	} else {
		e.action.Enable()
	}
}

func (e *exportSheet) chosen() []agreement.Form {
	var forms []agreement.Form
	for _, form := range agreement.Forms {
		if e.forms[form] {
			forms = append(forms, form)
		}
	}
	return forms
}

// make writes the PDFs away from the UI thread, and then offers to open them.
func (e *exportSheet) make() {
	forms, folder, draft := e.chosen(), e.folder, len(e.missing()) > 0
	if len(forms) == 0 || e.working {
		return
	}
	e.working = true
	e.label()
	ctx, cancel := context.WithCancel(context.Background())
	e.cancel = cancel
	end := e.barWhenSlow(e.box, e.sheet)
	e.run(func() func() {
		var written []export.Written
		looks, err := export.LoadLooks(ctx, e.store)
		if err == nil {
			written, err = export.PDFs(ctx, e.agreement, folder, export.Options{Draft: draft, Looks: looks}, forms...)
		}
		if err == nil {
			if err := e.store.SetSetting(ctx, folderSetting, folder); err != nil {
				e.log.Warn("the folder was not kept", "error", err)
			}
		}
		return func() {
			e.working = false
			end()
			if errors.Is(err, context.Canceled) {
				return
			}
			e.label()
			if err != nil {
				e.fail(err)
				return
			}
			e.done(written)
		}
	})
}

// done shows the files that were made.
func (e *exportSheet) done(written []export.Written) {
	e.sheet.Hide()
	box := container.NewVBox(prose(e.words.N("export.done", len(written), "Folder", e.folder)))
	var first fyne.Focusable
	for _, file := range written {
		name := widget.NewLabelWithStyle(filepath.Base(file.Path), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
		name.Truncation = fyne.TextTruncateEllipsis
		open := newButton(e.T("export.open"), func() {
			e.do(func() error { return e.options.Open(file.Path) }, nil)
		})
		show := newButton(e.T("export.show"), func() {
			e.do(func() error { return e.options.Reveal(file.Path) }, nil)
		})
		if first == nil {
			first = open
		}
		box.Add(container.NewBorder(nil, nil, nil, container.NewHBox(open, show), name))
	}
	var s *sheet
	closing := newMainButton(e.T("export.close"), func() { s.Hide() })
	s = e.newSheet(e.T("export.doneTitle"), box, closing)
	s.present(first, fyne.NewSize(640, 0))
}
