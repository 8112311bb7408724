// Package demo makes the ready-made agreement that shows what the program does: Nordland fylkeskommune and Bodø
// kommune, ready to be signed in both written forms. It must not know screens, commands or how drafts are stored.
package demo

import (
	"context"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/facts"
	"avtalebok/data/templates"
	"avtalebok/export"
)

// Store is where the demo is kept; data.Store is one.
type Store interface {
	Save(ctx context.Context, a agreement.Agreement) (agreement.Agreement, error)
	Load(ctx context.Context, id string) (agreement.Agreement, error)
	List(ctx context.Context, q data.Query) ([]data.Summary, error)
	Setting(ctx context.Context, key string) (string, error)
	SetSetting(ctx context.Context, key, value string) error
}

// setting is where the store remembers the demo's draft, so that a second demo does not make a second draft.
const setting = "demo.draft"

// Draft gives the demo's draft: the one made before while it is there and ready to be signed, else a new one.
func Draft(ctx context.Context, s Store) (agreement.Agreement, error) {
	id, err := s.Setting(ctx, setting)
	if err != nil {
		return agreement.Agreement{}, err
	}
	if id != "" {
		if a, err := s.Load(ctx, id); err == nil {
			if findings, err := export.Findings(a, agreement.Forms[:]...); err == nil && len(findings) == 0 {
				return a, nil
			}
		}
	}
	a, err := agreementOfTwo("partnership-county-municipality", "18", "1804")
	if err != nil {
		return a, err
	}
	if a, err = s.Save(ctx, a); err != nil {
		return a, err
	}
	return a, s.SetSetting(ctx, setting, a.ID)
}

// First makes the demo in a store that has never had a draft, and reports whether it did. A store that has had a
// demo, whatever became of it, gets no other.
func First(ctx context.Context, s Store) (bool, error) {
	id, err := s.Setting(ctx, setting)
	if err != nil || id != "" {
		return false, err
	}
	for _, deleted := range []bool{false, true} {
		drafts, err := s.List(ctx, data.Query{Deleted: deleted, Limit: 1})
		if err != nil || len(drafts) > 0 {
			return false, err
		}
	}
	_, err = Draft(ctx, s)
	return err == nil, err
}

// agreementOfTwo makes an agreement of a template between bodies given by their numbers, in the order of its roles.
func agreementOfTwo(template string, numbers ...string) (agreement.Agreement, error) {
	t, err := templates.Get(template)
	if err != nil {
		return agreement.Agreement{}, err
	}
	var parties []agreement.Party
	for i, number := range numbers {
		body, err := facts.Lookup(t.Roles[i].Kind, number)
		if err != nil {
			return agreement.Agreement{}, err
		}
		party := body.Party()
		party.Role = t.Roles[i].ID
		parties = append(parties, party)
	}
	return agreement.New(t, parties...), nil
}
