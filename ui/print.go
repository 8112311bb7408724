package ui

import (
	"context"
	"errors"
	"os"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/export"
	"avtalebok/export/printing"
	"avtalebok/ui/widgets"
)

// printSheet hands an agreement's PDFs to a printer. One that is not ready to be signed is marked as a draft, as it
// is in a file.
type printSheet struct {
	*Window
	agreement agreement.Agreement
	printers  []printing.Printer
	findings  map[agreement.Form]int

	sheet   *sheet
	box     *fyne.Container
	forms   []agreement.Form // those that are chosen
	printer string
	copies  *field
	marked  *widget.Label
	action  *button
	working bool
	cancel  context.CancelFunc
}

// printAgreement asks what to print and where, having found out what is missing and which printers there are.
func (w *Window) printAgreement(a agreement.Agreement) {
	p := &printSheet{Window: w, agreement: a, findings: make(map[agreement.Form]int)}
	w.patiently(w.T("print.looking"), func(ctx context.Context) (err error) {
		for _, form := range agreement.Forms {
			found, err := export.Findings(a, form)
			if err != nil {
				return err
			}
			p.findings[form] = len(found)
		}
		p.printers, err = printing.Printers(ctx)
		return err
	}, p.show)
}

func (p *printSheet) show() {
	box := container.NewVBox()
	part := func(title string, o fyne.CanvasObject) {
		box.Add(widget.NewLabelWithStyle(p.T(title), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
		box.Add(o)
	}
	choices := [][]agreement.Form{{agreement.Bokmal}, {agreement.Nynorsk}, agreement.Forms[:]}
	names := []string{capital(p.T("app.form.nb")), capital(p.T("app.form.nn")), p.T("print.both")}
	first := 0
	if p.form() == agreement.Nynorsk {
		first = 1
	}
	p.forms = choices[first]
	forms := newSegments(names, first, func(i int) {
		p.forms = choices[i]
		p.label()
	})
	part("print.forms", forms.object)
	if printing.Choosable {
		part("print.printer", p.printerChoice())
	}
	p.copies = newField("")
	p.copies.SetText(strconv.Itoa(min(max(len(p.agreement.Parties), 1), printing.MaxCopies)))
	p.copies.OnSubmitted = func(string) { p.print() }
	part("print.copies", measure(96, p.copies))
	box.Add(note(p.T("print.copiesAbout")))
	p.marked = prose(p.T("print.marked"))
	p.marked.Importance = widget.WarningImportance
	box.Add(p.marked)
	p.action = newMainButton("", p.print)
	p.box = box
	p.sheet = p.newSheet(p.T("print.title"), box, newButton(p.T("dialog.cancel"), func() { p.sheet.Hide() }), p.action)
	p.sheet.SetOnClosed(func() {
		p.forget(p.sheet)
		if p.cancel != nil {
			p.cancel()
		}
	})
	p.label()
	p.sheet.present(p.action, fyne.NewSize(520, 0))
}

// printerChoice lists the printers, with the system's own first choice chosen.
func (p *printSheet) printerChoice() fyne.CanvasObject {
	if len(p.printers) == 0 {
		none := prose(p.T("print.none"))
		none.Importance = widget.WarningImportance
		return none
	}
	var names []string
	for _, printer := range p.printers {
		names = append(names, printer.Name)
	}
	p.printer = names[0]
	s := newSelection(names, func(name string) { p.printer = name })
	s.SetSelected(names[0])
	return s
}

// ready reports whether all that is chosen can be signed as it is.
func (p *printSheet) ready() bool {
	for _, form := range p.forms {
		if p.findings[form] > 0 {
			return false
		}
	}
	return true
}

// label says what the button will do.
func (p *printSheet) label() {
	p.marked.Hidden = p.ready()
	text := "print.print"
	switch {
	case p.working:
		text = "print.printing"
	case !p.ready():
		text = "print.printMarked"
	}
	p.action.SetText(p.T(text))
	if p.working || printing.Choosable && len(p.printers) == 0 {
		p.action.Disable()
	} else {
		p.action.Enable()
	}
	p.sheet.fit()
}

// print makes the PDFs and hands them over, away from the UI thread.
func (p *printSheet) print() {
	if p.working || p.action.Disabled() {
		return
	}
	copies, err := strconv.Atoi(strings.TrimSpace(p.copies.Text))
	if err != nil {
		copies = 0 // refused, with what to write instead
	}
	forms, printer, marked := p.forms, p.printer, !p.ready()
	ctx, cancel := context.WithCancel(context.Background())
	p.working, p.cancel = true, cancel
	p.label()
	end := p.barWhenSlow(p.box, p.sheet)
	p.run(func() func() {
		jobs, err := p.hand(ctx, forms, printer, copies, marked)
		return func() {
			p.working = false
			end()
			if errors.Is(ctx.Err(), context.Canceled) {
				return
			}
			p.label()
			if err != nil {
				p.fail(err)
				return
			}
			p.sheet.Hide()
			p.tell(p.T("print.doneTitle"), p.done(jobs))
		}
	})
}

// hand makes the PDFs in a folder that nobody else can look into, and gives them to the printer, one job a form.
func (p *printSheet) hand(ctx context.Context, forms []agreement.Form, printer string, copies int, marked bool) ([]printing.Job, error) {
	looks, err := export.LoadLooks(ctx, p.store)
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "avtalebok-*")
	if err != nil {
		return nil, agreement.NewError(agreement.Storage, "error.write.failing", err, "Path", os.TempDir())
	}
	if printing.Choosable { // the system has taken a copy once it has answered
		defer os.RemoveAll(folder)
	} else { // another program may read the file at any time
		defer func() { p.leftovers.add(folder) }()
	}
	files, err := export.PDFs(ctx, p.agreement, folder, export.Options{Draft: marked, Looks: looks}, forms...)
	if err != nil {
		return nil, err
	}
	var jobs []printing.Job
	for _, file := range files {
		job, err := printing.Print(ctx, file.Path, printer, copies)
		if err != nil {
			return jobs, err
		}
		jobs = append(jobs, job)
	}
	return jobs, nil
}

// done says what became of the jobs.
func (p *printSheet) done(jobs []printing.Job) string {
	var ids []string
	printer := ""
	for _, job := range jobs {
		if job.ID != "" {
			ids = append(ids, job.ID)
		}
		printer = job.Printer
	}
	if printer == "" {
		return p.T("print.handed")
	}
	return p.T("print.done", "Printer", printer, "Jobs", strings.Join(ids, ", "))
}

// selection is a box to choose one of several names from, that hands on the keys that mean the same everywhere.
type selection struct{ widget.Select }

func newSelection(names []string, changed func(string)) *selection {
	s := &selection{}
	s.Options, s.OnChanged = names, changed
	s.ExtendBaseWidget(s)
	return s
}

func (s *selection) TypedKey(e *fyne.KeyEvent) {
	if !widgets.PassOn(s, e) {
		s.Select.TypedKey(e)
	}
}
