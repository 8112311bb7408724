package ui

import (
	"context"
	"strings"

	"avtalebok/agreement"
)

// knownOrganisations gives the organisations that can be found by typing: those of earlier drafts, the last used first,
// and the others in the register of parties. Those in the register come with their people, and so do the municipalities
// and counties that the user has added people of. It belongs away from the UI thread. Not to know any stops nobody, so a
// failure is only noted.
func (t *tools) knownOrganisations(ctx context.Context) []agreement.Party {
	known, err := t.store.KnownParties(ctx)
	if err != nil {
		t.log.Warn("the known parties were not found", "error", err)
	}
	return known
}

// matching gives the organisations with every word of a text in their name, or with the text in their number.
func matching(known []agreement.Party, text string) []agreement.Party {
	words := strings.Fields(strings.ToLower(text))
	digits := strings.Join(words, "")
	var found []agreement.Party
	for _, p := range known {
		if p.Kind != agreement.OrganisationParty {
			continue
		}
		if holdsAll(strings.ToLower(p.Name), words) || p.OrgNumber != "" && strings.HasPrefix(p.OrgNumber, digits) {
			found = append(found, p)
		}
	}
	return found
}
