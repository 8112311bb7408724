package data

import (
	"context"
	"strings"

	"avtalebok/agreement"
)

// lookedAt is how many of the drafts saved last are searched for organisations. Each has to be unpacked, so looking
// through all of a large store would keep the list waiting.
const lookedAt = 300

// Organisations gives the organisations that are parties of the drafts in use, the last saved first, each once: by its
// organisation number, or by its name where it has none. They come as they were last written, without roles, people and
// what else belongs to the one agreement. Drafts that can't be read are passed over.
func (s *Store) Organisations(ctx context.Context) ([]agreement.Party, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT r.revision, r.saved, r.content FROM agreement a
		JOIN revision r ON r.entry = a.entry WHERE a.deleted IS NULL ORDER BY a.entry DESC LIMIT ?`, lookedAt)
	if err != nil {
		return nil, explain(err, s.path)
	}
	defer rows.Close()
	var found []agreement.Party
	seen := make(map[string]bool)
	for rows.Next() {
		var r revision
		if err := rows.Scan(&r.number, &r.saved, &r.content); err != nil {
			return nil, explain(err, s.path)
		}
		a, err := r.decode()
		if err != nil {
			continue
		}
		for _, p := range a.Parties {
			if p.Kind == agreement.OrganisationParty && !known(p, seen) {
				found = append(found, agreement.Party{
					Kind: p.Kind, Name: strings.TrimSpace(p.Name), Short: p.Short, OrgNumber: p.OrgNumber, Address: p.Address,
				})
			}
		}
	}
	return found, explain(rows.Err(), s.path)
}

// known reports whether an organisation was seen before, or has nothing to know it by, and notes it.
func known(p agreement.Party, seen map[string]bool) bool {
	name := strings.ToLower(strings.Join(strings.Fields(p.Name), " "))
	if name == "" {
		return true
	}
	number := strings.Join(strings.Fields(p.OrgNumber), "")
	before := seen[name] && number == "" || seen[number] && number != ""
	seen[name] = true
	if number != "" {
		seen[number] = true
	}
	return before
}
