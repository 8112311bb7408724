package ui

import (
	"context"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/data/facts"
	"avtalebok/ui/widgets"
)

// wizardStep is one of the steps to a new draft.
type wizardStep int

const (
	templateStep wizardStep = iota
	partiesStep
	formStep
	fieldsStep // left out where the template asks nothing
)

// wizardScreen leads to a new draft: the template, the parties, the written form to expect, and the template's questions.
// Nothing is stored before the last; what was filled in is kept while the program runs, also when the user leaves.
type wizardScreen struct {
	*Window
	step      wizardStep
	templates []listedTemplate
	template  int // index in templates
	works     map[string]*wizardWork
	known     []agreement.Party // organisations that can be found by typing
	lastUsed  string            // the number of the county that wrote last

	page   *fyne.Container
	body   *container.Scroll // of the page that is shown, unless it scrolls itself
	sheet  *widgets.Sheet    // one that scrolls itself
	cards  []*choiceCard
	forms  []*questionRow
	hints  *widgets.Hints
	bars   *fyne.Container
	next   *button
	notes  *fyne.Container    // on the parties' step
	adds   map[string]*button // there, by role: to add one more party
	whole  func()             // there, shows or hides the button that takes in a whole county
	again  bool               // these steps were left before their end and are taken up
	making bool
	cancel context.CancelFunc // stops what is drawn in the background
}

// wizardWork is what was filled in for one template.
type wizardWork struct {
	pickers []*partyPicker
	fields  []agreement.Field
	typed   bool // in fields
}

func newWizardScreen(w *Window) *wizardScreen {
	return &wizardScreen{Window: w, works: make(map[string]*wizardWork)}
}

func (s *wizardScreen) content() fyne.CanvasObject {
	s.bars, s.page = container.NewStack(), container.NewStack()
	s.hints = widgets.NewHints()
	s.fill()
	top := container.NewVBox(heading(s.T("wizard.title")), s.trail(stepNames[:len(s.steps())], int(s.step)))
	page := container.New(&column{width: 900}, container.NewPadded(container.NewPadded(downwards(top, s.page, s.bars))))
	return container.NewStack(page, s.hints.Layer())
}

// steps gives the steps that the chosen template takes.
func (s *wizardScreen) steps() []wizardStep {
	steps := []wizardStep{templateStep, partiesStep, formStep}
	if len(s.chosenTemplate().Fields) > 0 {
		steps = append(steps, fieldsStep)
	}
	return steps
}

func (s *wizardScreen) last() bool {
	steps := s.steps()
	return s.step == steps[len(steps)-1]
}

var stepNames = [...]string{"wizard.stepTemplate", "wizard.stepParties", "wizard.stepForm", "wizard.stepFields"}

// trail shows steps, by the keys of their names, and where in them we are.
func (t *tools) trail(names []string, at int) fyne.CanvasObject {
	trail := container.New(layout.NewRowWrapLayout())
	for i, name := range names {
		l := widget.NewLabel(t.T("wizard.step", "Number", i+1, "Name", t.T(name)))
		switch {
		case i == at:
			l.TextStyle.Bold, l.Importance = true, widget.HighImportance
		case i > at:
			l.Importance = widget.LowImportance
		}
		if i > 0 {
			trail.Add(container.NewHBox(widget.NewIcon(theme.NavigateNextIcon()), l))
			continue
		}
		trail.Add(l)
	}
	return trail
}

func (s *wizardScreen) fill() {
	s.stopDrawing()
	s.body, s.sheet, s.notes = nil, nil, nil
	s.next = newMainButton(s.T("wizard.next"), s.forward)
	if s.last() {
		s.next.Text = s.T("wizard.create")
	}
	switch s.step {
	case templateStep:
		s.sheet = s.templatesPage()
	case partiesStep:
		s.body = container.NewVScroll(s.besideScrollBar(s.partiesPage()))
	case formStep:
		s.body = container.NewVScroll(s.besideScrollBar(s.summaryPage()))
	case fieldsStep:
		s.sheet = s.fieldsPage()
	}
	if s.sheet != nil {
		s.page.Objects = []fyne.CanvasObject{s.sheet}
	} else {
		s.page.Objects = []fyne.CanvasObject{s.body}
	}
	buttons := container.New(wayOn{}, s.next)
	if s.step > templateStep {
		buttons.Add(newButton(s.T("wizard.back"), s.backward))
	}
	buttons.Add(newButton(s.T("wizard.cancel"), s.abandon))
	s.bars.Objects = []fyne.CanvasObject{container.NewVBox(widget.NewSeparator(), buttons)}
	s.enable()
}

// wayOn sets buttons in a line: the first at the right end, the others before it, and the last at the left end. So Tab
// comes to the way on first.
type wayOn struct{}

func (wayOn) MinSize(buttons []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, b := range buttons {
		m := b.MinSize()
		size = fyne.NewSize(size.Width+m.Width+theme.Padding(), max(size.Height, m.Height))
	}
	return size
}

func (wayOn) Layout(buttons []fyne.CanvasObject, size fyne.Size) {
	x := size.Width
	for i, b := range buttons {
		m := b.MinSize()
		b.Resize(fyne.NewSize(m.Width, size.Height))
		x -= m.Width
		b.Move(fyne.NewPos(x, 0))
		x -= theme.Padding()
		if i == len(buttons)-1 {
			b.Move(fyne.NewPos(0, 0))
		}
	}
}

// besideScrollBar keeps a page clear of the bar that scrolls it.
func (s *wizardScreen) besideScrollBar(page fyne.CanvasObject) fyne.CanvasObject {
	bar := canvas.NewRectangle(color.Transparent)
	bar.SetMinSize(fyne.NewSize(theme.ScrollBarSize(), 1))
	return container.NewBorder(nil, nil, nil, bar, page)
}

// enable lets the user go on when the step has what it needs.
func (s *wizardScreen) enable() {
	if s.next == nil {
		return
	}
	if s.step == partiesStep && !s.complete() {
		s.next.Disable()
		return
	}
	s.next.Enable()
}

func (s *wizardScreen) entered() {
	s.retitle(s.T("wizard.title"))
	focus := s.window.Canvas().Focus
	first := fyne.Focusable(s.next)
	switch s.step {
	case templateStep:
		s.drawThumbnails()
		first = s.cards[s.template]
	case partiesStep:
		if f := s.firstOpen(); f != nil {
			first = f
		}
	case fieldsStep:
		first = s.firstQuestion()
	}
	focus(first)
}

// leave asks nothing: what was filled in is there again the next time.
func (s *wizardScreen) leave(then func()) {
	s.stopDrawing()
	s.unfinished = nil
	if s.touched() {
		s.unfinished = s
	}
	then()
}

// abandon leaves with nothing kept: the button says so.
func (s *wizardScreen) abandon() {
	s.works = make(map[string]*wizardWork)
	s.home()
}

// touched reports whether the user has filled in anything.
func (s *wizardScreen) touched() bool {
	for _, w := range s.works {
		if w.typed || slices.ContainsFunc(w.pickers, func(p *partyPicker) bool { return p.byHand || p.typed != "" }) {
			return true
		}
	}
	return false
}

// back goes a step back, and from the first to the list.
func (s *wizardScreen) back() { s.backward() }

func (s *wizardScreen) backward() {
	if s.step == templateStep {
		s.home()
		return
	}
	s.show(s.step - 1)
}

func (s *wizardScreen) forward() {
	switch {
	case s.next.Disabled():
	case s.last():
		s.create()
	default:
		s.show(s.step + 1)
	}
}

func (s *wizardScreen) show(step wizardStep) {
	s.step = step
	s.refill()
	s.entered()
}

func (s *wizardScreen) chosenTemplate() agreement.Template { return s.templates[s.template].Template }

// work gives what was filled in for the chosen template.
func (s *wizardScreen) work() *wizardWork {
	t := s.chosenTemplate()
	if s.works[t.ID] == nil {
		s.works[t.ID] = &wizardWork{fields: slices.Clone(t.Fields)}
	}
	return s.works[t.ID]
}

// draft gives the agreement as it has been filled in.
func (s *wizardScreen) draft() agreement.Agreement {
	editor := agreement.NewEditor(agreement.New(s.chosenTemplate(), s.fitted()...))
	for _, f := range s.work().fields {
		if err := editor.Do(agreement.SetAnswer(f.ID, accepted(f))); err != nil {
			s.log.Warn("an answer was not taken over", "field", f.ID, "error", err)
		}
	}
	return editor.Agreement()
}

// create makes the draft, keeps it, and opens the desk on it.
func (s *wizardScreen) create() {
	if s.making {
		return
	}
	s.making = true
	a := s.draft()
	county := s.county()
	var saved agreement.Agreement
	s.run(func() func() {
		var err error
		saved, err = s.store.Save(context.Background(), a)
		if err == nil && county != "" {
			if err := s.store.SetSetting(context.Background(), countySetting, county); err != nil {
				s.log.Warn("the county was not kept", "error", err)
			}
		}
		return func() {
			s.making = false
			if err != nil {
				s.fail(err)
				return
			}
			s.works = make(map[string]*wizardWork)
			s.openDraft(saved.ID)
		}
	})
}

// county gives the number of the county that writes.
func (s *wizardScreen) county() string {
	for _, p := range s.parties() {
		if _, ok := facts.County(p.Number); ok && p.Kind == agreement.CountyParty {
			return p.Number
		}
	}
	return ""
}
