package batch

import (
	"context"
	"slices"

	"avtalebok/agreement"
	"avtalebok/data/facts"
	"avtalebok/data/parties"
)

// Directory is the register of parties; data.Store is one.
type Directory interface {
	Parties(ctx context.Context) ([]parties.Entry, error)
	PartyGroups(ctx context.Context) ([]parties.Group, error)
}

// Known gives parties with what the register knows about them: people, address, organisation number. Those that it does
// not know stay as they are.
func Known(found []agreement.Party, entries []parties.Entry) []agreement.Party {
	index := parties.NewIndex(entries)
	out := slices.Clone(found)
	for i, p := range out {
		at, _, ok := index.Find(parties.Entry{Party: p})
		if !ok {
			continue
		}
		known := entries[at].Party
		known.Role, known.ID = p.Role, p.ID
		if len(p.Signatories)+len(p.Contacts) > 0 { // what is given counts more
			known.Signatories, known.Contacts = p.Signatories, p.Contacts
		}
		out[i] = known
	}
	return out
}

// Members gives the parties of a group that the register still has.
func Members(g parties.Group, entries []parties.Entry) []agreement.Party {
	known := make(map[string]agreement.Party, len(entries))
	for _, e := range entries {
		known[e.Key()] = e.Party
	}
	var out []agreement.Party
	for _, key := range g.Members {
		if p, ok := known[key]; ok {
			out = append(out, p)
		} else if b, ok := parties.BodyOf(key); ok {
			out = append(out, b.Party())
		}
	}
	return out
}

// Group finds a saved group by its name and gives its members. The error's code is NotFound where there is none.
func Group(ctx context.Context, d Directory, name string) ([]agreement.Party, error) {
	groups, err := d.PartyGroups(ctx)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(groups, func(g parties.Group) bool { return parties.Normal(g.Name) == parties.Normal(name) })
	if at < 0 {
		var names []string
		for _, g := range groups {
			names = append(names, g.Name)
		}
		return nil, agreement.NewError(agreement.NotFound, "error.batch.group", nil, "Name", name, "Groups", names)
	}
	entries, err := d.Parties(ctx)
	return Members(groups[at], entries), err
}

// FromList gives the parties of a list and, by the counterpart's key, the answers in those of its columns that are named
// as fields are: by ID or label. Rows that are wrong are left out; they say why.
func FromList(content []byte, fields []agreement.Field) (found []agreement.Party, answers map[string]map[string]agreement.Answer, wrong []parties.Row, err error) {
	list, err := parties.Read(content)
	if err != nil {
		return nil, nil, nil, err
	}
	cells := parties.Extra(content, list)
	answers = make(map[string]map[string]agreement.Answer)
	for _, r := range list.Rows {
		if r.Err != nil {
			wrong = append(wrong, r)
			continue
		}
		found = append(found, r.Entry.Party)
		own := answersIn(cells[r.Line], fields)
		if len(own) > 0 {
			answers[Key(r.Entry.Party)] = own
		}
	}
	return found, answers, wrong, nil
}

// answersIn gives the answers in the cells of a row, which are named by their headings.
func answersIn(cells map[string]string, fields []agreement.Field) map[string]agreement.Answer {
	out := make(map[string]agreement.Answer)
	for heading, value := range cells {
		if value == "" {
			continue
		}
		for _, f := range fields {
			if !named(heading, f) {
				continue
			}
			if f.Bilingual() {
				out[f.ID] = agreement.Answer{Text: agreement.Both(value, value)}
			} else {
				out[f.ID] = agreement.Answer{Value: optionNamed(f, value)}
			}
			break
		}
	}
	return out
}

func named(heading string, f agreement.Field) bool {
	for _, name := range []string{f.ID, f.Label.NB, f.Label.NN} {
		if parties.Normal(name) == parties.Normal(heading) {
			return true
		}
	}
	return false
}

// optionNamed gives the ID of the option that a value names by its label; other values as they are.
func optionNamed(f agreement.Field, value string) string {
	for _, o := range f.Options {
		if parties.Normal(o.Label.NB) == parties.Normal(value) || parties.Normal(o.Label.NN) == parties.Normal(value) {
			return o.ID
		}
	}
	return value
}

// CountyOf gives the county of a number as a party.
func CountyOf(number string) (agreement.Party, bool) {
	b, ok := facts.County(number)
	return b.Party(), ok
}

// SetAnswers gives counterparts their own answers, by their keys.
func (p *Plan) SetAnswers(answers map[string]map[string]agreement.Answer) {
	for i, c := range p.Counterparts {
		if own := answers[c.Key()]; own != nil {
			p.Counterparts[i].Answers = own
		}
	}
}
