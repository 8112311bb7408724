package ui

import (
	"slices"

	"avtalebok/agreement"
	"avtalebok/batch"
	"avtalebok/data/facts"
)

// countyButton offers to take in all municipalities of the county that writes, in a role that is for several of them.
// It is nil where no county is chosen, or none of them is left to take in.
func (s *wizardScreen) countyButton(role agreement.Role) *button {
	county, ok := facts.County(s.county())
	if _, most := role.Bounds(); !ok || role.Kind != agreement.MunicipalityParty || most < 2 || len(s.missingIn(county.Number)) == 0 {
		return nil
	}
	return newButton(s.T("wizard.allInCounty", "County", county.Name), func() { s.addCounty(role, county.Number) })
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
