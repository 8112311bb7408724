package ui

import (
	"context"
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// newDraft starts the steps to a new draft, or takes up those that were left before their end.
func (w *Window) newDraft() { w.newDraftFrom("") }

// newDraftFrom is newDraft with the template chosen already, where one is named. The county that wrote last is proposed,
// so it is looked up first.
func (w *Window) newDraftFrom(template string) {
	if _, already := w.shown.(*wizardScreen); already {
		return
	}
	w.run(func() func() {
		ctx := context.Background()
		county, err := w.store.Setting(ctx, countySetting)
		if err != nil {
			w.log.Warn("no county to propose", "error", err)
		}
		templates, err := w.templates().All(ctx)
		if err != nil { // the program's own will do
			for _, t := range w.templates().builtIn {
				templates = append(templates, listedTemplate{Template: t})
			}
		}
		known := w.knownOrganisations(ctx)
		return func() {
			s := w.unfinished
			if s == nil {
				s = newWizardScreen(w)
			}
			s.lastUsed = county
			s.begin(templates, known, template)
			w.goTo(s)
			if err != nil {
				w.fail(err)
			}
		}
	})
}

// begin goes to the first step, with the templates that there are now, or past it where the template is chosen.
func (s *wizardScreen) begin(templates []listedTemplate, known []agreement.Party, chosen string) {
	s.step, s.again = templateStep, len(s.templates) > 0
	named := chosen != ""
	if !named && s.again {
		chosen = s.chosenTemplate().ID
	}
	s.templates, s.known = templates, known
	at := slices.IndexFunc(templates, func(t listedTemplate) bool { return t.ID == chosen })
	if named && at >= 0 {
		s.step = partiesStep
	}
	s.template = max(0, at)
	for _, work := range s.works {
		for _, p := range work.pickers {
			p.known = known
		}
	}
}

// templatesPage shows the templates as cards, two beside each other where there is room.
func (s *wizardScreen) templatesPage() *widgets.Sheet {
	sheet := widgets.NewSheet(0, 0)
	var rows []fyne.CanvasObject
	if s.again {
		afresh := newButton(s.T("wizard.afresh"), s.afresh)
		rows = append(rows, s.besideScrollBar(container.NewBorder(nil, nil, nil, afresh, note(s.T("wizard.takenUp")))))
	}
	s.cards = nil
	var beside []fyne.CanvasObject
	for i, t := range s.templates {
		c := s.card(i, t)
		s.cards = append(s.cards, c)
		beside = append(beside, c)
		if len(beside) == 2 || i == len(s.templates)-1 {
			row := container.New(&cardRow{}, beside...)
			for _, o := range beside {
				card := o.(*choiceCard)
				card.onFocused = func() { s.revealCard(row, card) }
			}
			rows, beside = append(rows, row), nil
		}
	}
	sheet.SetRows(rows)
	return sheet
}

func (s *wizardScreen) revealCard(row *fyne.Container, c *choiceCard) {
	s.sheet.Reveal(row, c.Position().Y, c.Position().Y+c.Size().Height)
}

func (s *wizardScreen) card(i int, t listedTemplate) *choiceCard {
	kind := s.T("app.kind." + string(t.Kind))
	if t.Own {
		kind += " · " + s.T("wizard.own")
	}
	c := newChoiceCard(t.Name.In(s.form()), kind, tidy(t.About.In(s.form())))
	c.onChosen = func() { s.choose(i) }
	c.onTaken = func() { s.choose(i); s.forward() }
	c.onMove = func(key fyne.KeyName) { s.moveFrom(i, key) }
	c.choose(i == s.template)
	return c
}

func (s *wizardScreen) choose(template int) {
	s.template = template
	for i, c := range s.cards {
		c.choose(i == template)
	}
}

// moveFrom goes from one card to another, which is chosen by that.
func (s *wizardScreen) moveFrom(i int, key fyne.KeyName) {
	down := 1
	if len(s.cards) > 1 && s.cards[1].Position().X > 0 {
		down = 2 // two beside each other
	}
	to := i
	switch key {
	case fyne.KeyLeft:
		to--
	case fyne.KeyRight:
		to++
	case fyne.KeyUp:
		to -= down
	case fyne.KeyDown:
		to += down
		if to >= len(s.cards) && i/down < (len(s.cards)-1)/down { // the row below is shorter
			to = len(s.cards) - 1
		}
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(s.cards) - 1
	}
	if to == i || to < 0 || to >= len(s.cards) {
		return
	}
	s.choose(to)
	s.window.Canvas().Focus(s.cards[to])
}

// afresh forgets what was filled in before.
func (s *wizardScreen) afresh() {
	s.works, s.again = make(map[string]*wizardWork), false
	s.show(templateStep)
}

// drawThumbnails draws the templates' first pages in the background, until the step is left.
func (s *wizardScreen) drawThumbnails() {
	s.stopDrawing()
	var ctx context.Context
	ctx, s.cancel = context.WithCancel(context.Background())
	cards := s.cards
	for i, t := range s.templates {
		s.thumbnail(ctx, t.Template, func(page image.Image) { cards[i].show(page) })
	}
}

func (s *wizardScreen) stopDrawing() {
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
}

// summaryPage shows what the draft will be, and the written form to expect.
func (s *wizardScreen) summaryPage() fyne.CanvasObject {
	a := agreement.New(s.chosenTemplate(), s.fitted()...)
	title := subheading(agreement.FullTitle(a, s.form()))
	title.Wrapping = fyne.TextWrapWord
	page := container.NewVBox(title)
	facts := container.New(layout.NewFormLayout())
	add := func(label, value string) {
		l := widget.NewLabel(label)
		l.Importance = widget.LowImportance
		facts.Add(l)
		facts.Add(prose(value))
	}
	add(s.T("wizard.template"), s.chosenTemplate().Name.In(s.form()))
	if doc, err := a.Resolve(s.form()); err == nil && !doc.Theme.Empty() {
		add(s.T("wizard.theme"), doc.Theme.String())
	}
	for _, p := range a.Parties {
		role, _ := a.Role(p.Role)
		add(capital(role.Label.In(s.form())), p.Name)
	}
	page.Add(facts)
	notes := s.formNotes(a.Parties)
	if len(notes) == 0 {
		notes = []string{s.T("wizard.freeForm")}
	}
	for _, text := range notes {
		page.Add(prose(text))
	}
	page.Add(note(s.T("wizard.doneAbout")))
	return page
}
