package data

import (
	"context"
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
	"avtalebok/data/facts"
	"avtalebok/data/parties"
)

// ListedParty is a body that can be a party: one of the register, a municipality or county that the program knows, or an
// organisation that is in agreements and not in the register.
type ListedParty struct {
	parties.Entry
	Kept       bool // it is in the register
	Agreements int  // that it is a party of today, drafts included, amendments not
}

// ListedParties gives every body that can be a party, by name.
func (s *Store) ListedParties(ctx context.Context) ([]ListedParty, error) {
	kept, err := s.Parties(ctx)
	if err != nil {
		return nil, err
	}
	entries, err := s.registered(ctx)
	if err != nil {
		return nil, err
	}
	all := kept
	index := parties.NewIndex(all)
	for _, b := range append(facts.Counties(), facts.Municipalities()...) {
		if _, _, there := index.Find(parties.Entry{Party: b.Party()}); !there {
			all = append(all, parties.Entry{Party: b.Party()})
			index.Add(len(all)-1, all[len(all)-1])
		}
	}
	counts := map[int]int{}
	places := map[register.Party]int{} // in all; -1 is no body
	place := func(p register.Party) int {
		p.Key = ""
		at, known := places[p]
		if known {
			return at
		}
		body := parties.Entry{Party: partyOf(p)}.Clean()
		at, _, there := index.Find(body)
		switch {
		case body.Name == "" || p.Public() && p.Number == "":
			at = -1
		case !there:
			at, all = len(all), append(all, body)
			index.Add(at, body)
		}
		places[p] = at
		return at
	}
	today := s.Today()
	for _, e := range entries {
		if e.Amends != nil && !e.Amends.Replaces {
			continue
		}
		seen := map[int]bool{}
		for _, p := range e.PartiesOn(today) {
			at := place(p)
			if at >= 0 && !seen[at] {
				counts[at]++
			}
			seen[at] = true
		}
	}
	return listed(all, len(kept), counts), nil
}

func partyOf(p register.Party) agreement.Party {
	return agreement.Party{Kind: p.Kind, Number: p.Number, OrgNumber: p.OrgNumber, Name: p.Name, Short: p.Short}
}

// listed gives entries, of which the first ones are kept, by name.
func listed(all []parties.Entry, kept int, counts map[int]int) []ListedParty {
	places := map[string]int{}
	for i, e := range all {
		places[e.Identity()] = i
	}
	order := slices.Clone(all)
	parties.Sort(order)
	out := make([]ListedParty, len(order))
	for i, e := range order {
		at := places[e.Identity()]
		out[i] = ListedParty{Entry: e, Kept: at < kept, Agreements: counts[at]}
	}
	return out
}

// AgreementsWith gives the agreements that a body is a party of today, the last saved first. The entries are shared: they
// must not be changed.
func (s *Store) AgreementsWith(ctx context.Context, body parties.Entry) ([]*register.Entry, error) {
	all, err := s.registered(ctx)
	if err != nil {
		return nil, err
	}
	var found []*register.Entry
	today := s.Today()
	for _, e := range all {
		for _, p := range e.PartiesOn(today) {
			if body.Is(partyOf(p)) {
				found = append(found, e)
				break
			}
		}
	}
	return found, nil
}

// learntFrom is how many of a body's agreements LearnParty reads, the last saved first.
const learntFrom = 20

// LearnParty gives an entry with what its agreements say of it and it does not: address, adopted form, and people with a
// name. Agreements that can't be read are passed over.
func (s *Store) LearnParty(ctx context.Context, body parties.Entry) (parties.Entry, error) {
	with, err := s.AgreementsWith(ctx, body)
	if err != nil {
		return body, err
	}
	for _, e := range with[:min(len(with), learntFrom)] {
		a, err := s.Load(ctx, e.ID)
		if err != nil {
			if ctx.Err() != nil {
				return body, ctx.Err()
			}
			continue
		}
		for _, p := range a.Parties {
			if !body.Is(p) {
				continue
			}
			p.Contacts, p.Signatories = namedPeople(p.Contacts), namedPeople(p.Signatories)
			also := body.Also
			body = parties.Merge(body, parties.Entry{Party: p}.Clean())
			body.Also = also // another spelling in an agreement is no name of its own
		}
	}
	return body, nil
}

func namedPeople(people []agreement.Person) []agreement.Person {
	return slices.DeleteFunc(slices.Clone(people), func(q agreement.Person) bool { return strings.TrimSpace(q.Name) == "" })
}

// KnownParties gives the bodies that come with more than a name when they are chosen as parties: first the organisations
// of the drafts, the last used first, with what the register has of them, then the others in the register.
func (s *Store) KnownParties(ctx context.Context) ([]agreement.Party, error) {
	kept, err := s.Parties(ctx)
	if err != nil {
		return nil, err
	}
	used, err := s.Organisations(ctx)
	if err != nil {
		return nil, err
	}
	index := parties.NewIndex(kept)
	taken := map[int]bool{}
	var out []agreement.Party
	for _, p := range used {
		at, _, there := index.Find(parties.Entry{Party: p})
		switch {
		case !there:
			out = append(out, p)
		case !taken[at]:
			out, taken[at] = append(out, kept[at].Party), true
		}
	}
	for i, e := range kept {
		if !taken[i] {
			out = append(out, e.Party)
		}
	}
	return out, nil
}
