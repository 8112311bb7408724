package ui

import (
	"slices"
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
	"avtalebok/data/parties"
)

// pickers gives those of the chosen template, which are made when they are first asked for: one for each party that a role
// must have, with the county that wrote last, and the parties chosen for another template, as proposals.
func (s *wizardScreen) pickers() []*partyPicker {
	work := s.work()
	if work.pickers != nil {
		return work.pickers
	}
	for _, role := range s.chosenTemplate().Roles {
		least, _ := role.Bounds()
		for range max(1, least) {
			work.pickers = append(work.pickers, s.newPicker(role))
			s.propose(work.pickers[len(work.pickers)-1])
		}
	}
	return work.pickers
}

func (s *wizardScreen) newPicker(role agreement.Role) *partyPicker {
	p := newPartyPicker(s.tools, role, nil)
	p.known = s.known
	p.changed = func() { s.partyChanged(p) }
	p.open = false
	p.focused = func() { s.unfold(p) }
	p.submitted = func() { s.goOnFrom(p) }
	p.taken = func(b facts.Body) bool { return s.isParty(b.Number) }
	return p
}

// propose fills in who will most probably hold the role.
func (s *wizardScreen) propose(p *partyPicker) {
	for id, other := range s.works {
		if id == s.chosenTemplate().ID {
			continue
		}
		for _, q := range other.pickers {
			if q.chosen && q.byHand && q.role.Kind == p.role.Kind && !s.isParty(q.party.Number) && q.party.Number != "" {
				p.party, p.chosen = q.party, true
				p.party.ID, p.party.Role = "", p.role.ID
				return
			}
		}
	}
	if b, ok := facts.County(s.lastUsed); ok && p.role.Kind == agreement.CountyParty && !s.isParty(b.Number) {
		p.propose(b)
	}
}

// isParty reports whether a body holds a role already.
func (s *wizardScreen) isParty(number string) bool {
	return slices.ContainsFunc(s.work().pickers, func(p *partyPicker) bool { return p.chosen && p.party.Number == number })
}

func (s *wizardScreen) partiesPage() fyne.CanvasObject {
	page := container.NewVBox()
	s.adds, s.whole = make(map[string]*button), nil
	for _, role := range s.chosenTemplate().Roles {
		own := s.pickersOf(role.ID)
		least, most := role.Bounds()
		page.Add(subheading(capital(role.Called(most, s.form()))))
		for _, p := range own {
			p.remove = nil
			if len(own) > max(1, least) {
				p.remove = func() { s.removePicker(p) }
			}
			page.Add(p.object())
		}
		if len(own) < most {
			add := newButton(s.T("wizard.addParty"), func() { s.addPicker(role) })
			add.Icon = theme.ContentAddIcon()
			s.adds[role.ID] = add
			adding := container.NewHBox(add, layout.NewSpacer())
			if whole := s.countyButton(role); whole != nil {
				adding = container.NewHBox(add, whole, layout.NewSpacer())
			}
			page.Add(adding)
		}
	}
	s.offerMore()
	s.notes = container.NewVBox()
	s.fillNotes()
	page.Add(s.notes)
	return page
}

// offerMore offers one more party in a role that is for several when those that are asked for are chosen.
func (s *wizardScreen) offerMore() {
	if s.whole != nil {
		s.whole()
	}
	for role, add := range s.adds {
		add.Hidden = s.asking(role)
		add.Refresh()
	}
}

// asking reports whether a role has a picker where nobody is chosen yet.
func (s *wizardScreen) asking(role string) bool {
	return slices.ContainsFunc(s.pickersOf(role), func(p *partyPicker) bool { return !p.chosen })
}

func (s *wizardScreen) pickersOf(role string) []*partyPicker {
	var own []*partyPicker
	for _, p := range s.pickers() {
		if p.role.ID == role {
			own = append(own, p)
		}
	}
	return own
}

// addPicker asks for one more party in a role that is for several.
func (s *wizardScreen) addPicker(role agreement.Role) {
	work, p := s.work(), s.newPicker(role)
	at := 1 + slices.Index(work.pickers, s.pickersOf(role.ID)[len(s.pickersOf(role.ID))-1])
	work.pickers = slices.Insert(work.pickers, at, p)
	s.refill()
	s.window.Canvas().Focus(p.first())
}

func (s *wizardScreen) removePicker(p *partyPicker) {
	work := s.work()
	work.pickers = slices.DeleteFunc(work.pickers, func(q *partyPicker) bool { return q == p })
	s.refill()
	s.entered()
}

// unfold shows the list of the picker that the user has come to, and folds the others away.
func (s *wizardScreen) unfold(p *partyPicker) {
	if s.body == nil || p.box == nil {
		return
	}
	for _, q := range s.pickers() {
		if q != p {
			q.expand(false)
		}
	}
	p.expand(true)
	s.body.Refresh() // it must know its new height before it is scrolled
	s.settle()
	s.reveal(p)
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
	s.offerMore()
	s.fillNotes()
	s.enable()
	s.body.Refresh()
	s.settle()
	if p.chosen && p.role.Kind != agreement.OrganisationParty {
		s.goOnFrom(p)
	}
}

// goOnFrom puts the focus on what is to be chosen next, or on the way on. Where a role is for several, one more of them
// is what comes next.
func (s *wizardScreen) goOnFrom(p *partyPicker) {
	add := s.adds[p.role.ID]
	if add != nil && !s.asking(p.role.ID) {
		s.window.Canvas().Focus(add)
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
	for _, p := range s.pickers() {
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
	for _, p := range s.pickers() {
		if p.role.Kind == agreement.CountyParty && p.chosen {
			county = p
			break
		}
	}
	for _, p := range s.pickers() {
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
	var chosen []agreement.Party
	for _, p := range s.pickers() {
		if p.chosen {
			chosen = append(chosen, p.party)
		}
	}
	return chosen
}

// fitted gives the chosen parties with the people that the register of parties has of them, where the roles ask for some.
func (s *wizardScreen) fitted() []agreement.Party {
	chosen := s.parties()
	for i, p := range chosen {
		for _, role := range s.chosenTemplate().Roles {
			if role.ID == p.Role {
				chosen[i] = parties.Fit(role, p)
			}
		}
	}
	return chosen
}

// complete reports whether every role has the parties that it must have.
func (s *wizardScreen) complete() bool {
	for _, role := range s.chosenTemplate().Roles {
		chosen := 0
		for _, p := range s.pickersOf(role.ID) {
			if p.chosen {
				chosen++
			}
		}
		if least, _ := role.Bounds(); chosen < least {
			return false
		}
	}
	return true
}

// firstOpen gives the first picker that still asks for a party. Where there are municipalities, counties come last: who
// has chosen a municipality has its county proposed.
func (s *wizardScreen) firstOpen() fyne.Focusable {
	pickers := s.pickers()
	waits := slices.ContainsFunc(pickers, func(p *partyPicker) bool { return p.role.Kind == agreement.MunicipalityParty })
	var county fyne.Focusable
	for _, p := range pickers {
		switch {
		case p.chosen:
		case p.role.Kind != agreement.CountyParty || !waits:
			return p.first()
		case county == nil:
			county = p.first()
		}
	}
	return county
}

// capital writes a label with a capital letter first.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// tidy makes one line of a text that a template has on several.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }
