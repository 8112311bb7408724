package ui

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/data/facts"
)

// newDraft starts the steps to a new draft. The county that wrote last is proposed, so it is looked up first.
func (w *Window) newDraft() {
	if _, already := w.shown.(*wizardScreen); already {
		return
	}
	s := newWizardScreen(w)
	w.run(func() func() {
		county, err := w.store.Setting(context.Background(), countySetting)
		if err != nil {
			w.log.Warn("no county to propose", "error", err)
		}
		return func() {
			s.lastUsed = county
			w.goTo(s)
		}
	})
}

// makePickers makes a picker for each role of the template, with the county that wrote last as a proposal.
func (s *wizardScreen) makePickers() {
	s.pickers = nil
	for _, role := range s.chosenTemplate().Roles {
		p := newPartyPicker(s.tools, role, nil)
		p.changed = func() { s.partyChanged(p) }
		p.focused = func() { s.reveal(p) }
		if b, ok := facts.County(s.lastUsed); ok && role.Kind == agreement.CountyParty && !s.proposed(b.Number) {
			p.propose(b)
		}
		s.pickers = append(s.pickers, p)
	}
}

// proposed reports whether a body holds a role already.
func (s *wizardScreen) proposed(number string) bool {
	for _, p := range s.pickers {
		if p.chosen && p.party.Number == number {
			return true
		}
	}
	return false
}

func (s *wizardScreen) partiesPage() fyne.CanvasObject {
	page := container.NewVBox()
	for _, p := range s.pickers {
		page.Add(subheading(capital(p.role.Label.In(s.form()))))
		page.Add(p.object())
	}
	s.notes = container.NewVBox()
	s.fillNotes()
	page.Add(s.notes)
	return page
}

// reveal scrolls to a picker with its title, so that its list is in sight in a low window, too.
func (s *wizardScreen) reveal(p *partyPicker) {
	page := s.body.Content.MinSize().Height
	title := p.box.Position().Y - subheading("").MinSize().Height - theme.Padding()
	if room := s.body.Size().Height; page > room {
		s.body.ScrollToOffset(fyne.NewPos(0, max(0, min(title, page-room))))
	}
}

// settle keeps the page from staying scrolled past its end when a list in it has closed.
func (s *wizardScreen) settle() {
	past := max(0, s.body.Content.MinSize().Height-s.body.Size().Height)
	if s.body.Offset.Y > past {
		s.body.ScrollToOffset(fyne.NewPos(0, past))
	}
}

// partyChanged proposes what follows from the choice, and puts the focus on what is to be chosen next.
func (s *wizardScreen) partyChanged(p *partyPicker) {
	if b, ok := facts.Municipality(p.party.Number); ok && p.chosen && p.role.Kind == agreement.MunicipalityParty {
		s.proposeCounty(b.CountyNumber)
	}
	s.fillNotes()
	s.enable()
	s.settle()
	if !p.chosen || p.role.Kind == agreement.OrganisationParty {
		return
	}
	if f := s.firstOpen(); f != nil {
		s.window.Canvas().Focus(f)
		return
	}
	s.window.Canvas().Focus(s.next)
}

// proposeCounty fills the county's role from the municipality where nobody has been proposed or chosen.
func (s *wizardScreen) proposeCounty(number string) {
	county, ok := facts.County(number)
	for _, p := range s.pickers {
		if ok && p.role.Kind == agreement.CountyParty && !p.chosen {
			p.propose(county)
			p.fill()
			return
		}
	}
}

// fillNotes shows the written form to expect, and a county that the municipality does not lie in.
func (s *wizardScreen) fillNotes() {
	if s.notes == nil {
		return
	}
	s.notes.Objects = nil
	for _, text := range s.formNotes(s.parties()) {
		s.notes.Add(prose(text))
	}
	if o := s.mismatch(); o != nil {
		s.notes.Add(o)
	}
	s.notes.Refresh()
}

// mismatch tells that a municipality lies in another county than the one that is a party, and offers that one.
func (s *wizardScreen) mismatch() fyne.CanvasObject {
	var county *partyPicker
	for _, p := range s.pickers {
		if p.role.Kind == agreement.CountyParty && p.chosen {
			county = p
			break
		}
	}
	for _, p := range s.pickers {
		b, ok := facts.Municipality(p.party.Number)
		if county == nil || !ok || !p.chosen || b.CountyNumber == county.party.Number {
			continue
		}
		home, ok := facts.County(b.CountyNumber)
		if !ok {
			continue
		}
		said := widget.NewLabel(s.T("wizard.otherCounty", "Name", b.FullName(), "County", b.County))
		said.Importance = widget.WarningImportance
		said.Wrapping = fyne.TextWrapWord
		swap := newButton(s.T("wizard.useCounty", "County", home.FullName()), func() { county.take(home) })
		return container.NewVBox(said, container.NewHBox(swap, layout.NewSpacer()))
	}
	return nil
}

// parties gives those chosen so far, in the order of the roles.
func (s *wizardScreen) parties() []agreement.Party {
	var parties []agreement.Party
	for _, p := range s.pickers {
		if p.chosen {
			parties = append(parties, p.party)
		}
	}
	return parties
}

func (s *wizardScreen) complete() bool {
	for _, p := range s.pickers {
		if !p.chosen {
			return false
		}
	}
	return true
}

// firstOpen gives the first picker that still asks for a party. Counties come last: who has chosen a municipality
// has its county proposed.
func (s *wizardScreen) firstOpen() fyne.Focusable {
	var county fyne.Focusable
	for _, p := range s.pickers {
		switch {
		case p.chosen:
		case p.role.Kind != agreement.CountyParty:
			return p.first()
		case county == nil:
			county = p.first()
		}
	}
	return county
}

// summaryPage shows what the draft will be.
func (s *wizardScreen) summaryPage() fyne.CanvasObject {
	a := agreement.New(s.chosenTemplate(), s.parties()...)
	page := container.NewVBox(subheading(agreement.FullTitle(a, s.form())))
	page.Objects[0].(*widget.Label).Wrapping = fyne.TextWrapWord
	facts := container.New(layout.NewFormLayout())
	add := func(label, value string) {
		l := widget.NewLabel(label)
		l.Importance = widget.LowImportance
		facts.Add(l)
		facts.Add(prose(value))
	}
	add(s.T("wizard.template"), s.chosenTemplate().Name.In(s.form()))
	if theme := a.Theme.In(s.form()); theme != "" {
		add(s.T("wizard.theme"), theme)
	}
	for _, p := range a.Parties {
		role, _ := a.Role(p.Role)
		add(capital(role.Label.In(s.form())), p.Name)
	}
	page.Add(facts)
	for _, text := range s.formNotes(a.Parties) {
		page.Add(prose(text))
	}
	page.Add(note(s.T("wizard.doneAbout")))
	return page
}

// capital writes a label with a capital letter first.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// tidy makes one line of a text that a template has on several.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }
