package ui

import (
	"slices"

	"avtalebok/agreement"
	"avtalebok/batch"
	"avtalebok/data/facts"
)

// countyButton offers to take in all municipalities of the county that writes, in a role that is for several of them.
// It is nil in other roles.
func (s *wizardScreen) countyButton(role agreement.Role) *button {
	if _, most := role.Bounds(); role.Kind != agreement.MunicipalityParty || most < 2 {
		return nil
	}
	b := newButton("", nil)
	s.whole = func() {
		county, ok := facts.County(s.county())
		b.Hidden = !ok || len(s.missingIn(county.Number)) == 0
		b.SetText(s.T("wizard.allInCounty", "County", county.Name))
		b.OnTapped = func() { s.addCounty(role, county.Number) }
	}
	return b
}

// missingIn gives the municipalities of a county that are no parties yet.
func (s *wizardScreen) missingIn(county string) []facts.Body {
	var out []facts.Body
	for _, p := range batch.InCounty(county) {
		if b, ok := facts.Municipality(p.Number); ok && !s.isParty(p.Number) {
			out = append(out, b)
		}
	}
	return out
}

// addCounty takes in a county's municipalities, as many as the role can have, after those that are chosen. Pickers where
// nobody is chosen yet go.
func (s *wizardScreen) addCounty(role agreement.Role, county string) {
	work := s.work()
	at := slices.IndexFunc(work.pickers, func(p *partyPicker) bool { return p.role.ID == role.ID })
	missing := s.missingIn(county)
	work.pickers = slices.DeleteFunc(work.pickers, func(p *partyPicker) bool { return p.role.ID == role.ID && !p.chosen })
	_, most := role.Bounds()
	at += len(s.pickersOf(role.ID))
	for _, b := range missing[:min(len(missing), most-len(s.pickersOf(role.ID)))] {
		p := s.newPicker(role)
		p.propose(b)
		p.byHand = true
		work.pickers = slices.Insert(work.pickers, at, p)
		at++
	}
	s.refill()
	s.window.Canvas().Focus(s.next)
}
