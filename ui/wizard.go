package ui

import (
	"context"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/data/facts"
)

// The steps to a new draft.
const (
	templateStep = iota
	partiesStep
	summaryStep
	steps
)

// wizardScreen leads to a new draft in three steps: the template, the parties, a look at what it will be. Nothing is
// stored before the last.
type wizardScreen struct {
	*Window
	step     int
	template int // index in the window's templates
	pickers  []*partyPicker
	cards    []*choiceCard
	lastUsed string // the number of the county that wrote last

	body   *container.Scroll
	bars   *fyne.Container
	next   *button
	notes  *fyne.Container // on the parties' step
	making bool
}

func newWizardScreen(w *Window) *wizardScreen { return &wizardScreen{Window: w} }

func (s *wizardScreen) content() fyne.CanvasObject {
	s.bars = container.NewStack()
	s.body = container.NewVScroll(nil)
	s.fill()
	top := container.NewVBox(heading(s.T("wizard.title")), s.trail())
	page := container.NewBorder(top, s.bars, nil, nil, s.body)
	return container.New(&column{width: 860}, container.NewPadded(container.NewPadded(page)))
}

// trail shows the three steps and where in them we are.
func (s *wizardScreen) trail() fyne.CanvasObject {
	trail := container.NewHBox()
	for i, key := range []string{"wizard.stepTemplate", "wizard.stepParties", "wizard.stepDone"} {
		l := widget.NewLabel(s.T("wizard.step", "Number", i+1, "Name", s.T(key)))
		switch {
		case i == s.step:
			l.TextStyle.Bold, l.Importance = true, widget.HighImportance
		case i > s.step:
			l.Importance = widget.LowImportance
		}
		if i > 0 {
			trail.Add(widget.NewIcon(theme.NavigateNextIcon()))
		}
		trail.Add(l)
	}
	return trail
}

func (s *wizardScreen) fill() {
	s.next = newMainButton(s.T("wizard.next"), s.forward)
	switch s.step {
	case templateStep:
		s.body.Content = s.besideScrollBar(s.templatePage())
	case partiesStep:
		s.body.Content = s.besideScrollBar(s.partiesPage())
	case summaryStep:
		s.next.Text = s.T("wizard.create")
		s.body.Content = s.besideScrollBar(s.summaryPage())
	}
	buttons := container.NewHBox(newButton(s.T("wizard.cancel"), s.home), layout.NewSpacer())
	if s.step > templateStep {
		buttons.Add(newButton(s.T("wizard.back"), s.backward))
	}
	buttons.Add(s.next)
	s.bars.Objects = []fyne.CanvasObject{container.NewVBox(widget.NewSeparator(), buttons)}
	s.enable()
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
	switch s.step {
	case templateStep:
		focus(s.cards[s.template])
	case partiesStep:
		if f := s.firstOpen(); f != nil {
			focus(f)
			return
		}
		focus(s.next)
	case summaryStep:
		focus(s.next)
	}
}

// leave asks nothing: what was chosen here is chosen again in seconds.
func (s *wizardScreen) leave(then func()) { then() }

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
	case s.step == summaryStep:
		s.create()
	default:
		s.show(s.step + 1)
	}
}

func (s *wizardScreen) show(step int) {
	if step == partiesStep && s.pickers == nil {
		s.makePickers()
	}
	s.step = step
	s.refill()
	s.entered()
}

func (s *wizardScreen) chosenTemplate() agreement.Template { return s.options.Templates[s.template] }

func (s *wizardScreen) templatePage() fyne.CanvasObject {
	s.cards = nil
	page := container.NewVBox()
	for i, t := range s.options.Templates {
		choose := func() {
			if s.template != i {
				s.template, s.pickers = i, nil
			}
			for j, c := range s.cards {
				c.choose(j == i)
			}
		}
		c := newChoiceCard(t.Name.In(s.form()), s.T("app.kind."+string(t.Kind)), tidy(t.About.In(s.form())), choose,
			func() { choose(); s.forward() })
		c.choose(i == s.template)
		s.cards = append(s.cards, c)
		page.Add(c)
	}
	return page
}

// create makes the draft, keeps it, and opens the desk on it.
func (s *wizardScreen) create() {
	if s.making {
		return
	}
	s.making = true
	a := agreement.New(s.chosenTemplate(), s.parties()...)
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
