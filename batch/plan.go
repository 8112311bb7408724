package batch

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/data/facts"
)

// Language says in which written forms PDFs are made.
type Language string

// The languages. Adopted is the form that each counterpart has adopted.
const (
	Adopted Language = "adopted"
	Bokmal  Language = "nb"
	Nynorsk Language = "nn"
	Both    Language = "both"
)

// Languages lists them in the order in which they are shown.
var Languages = [...]Language{Adopted, Bokmal, Nynorsk, Both}

// Forms gives the written forms that a party's PDFs are in. A body that has adopted neither form, or whose form is not
// known, gets those of neutral, which is not Adopted.
func (l Language) Forms(p agreement.Party, neutral Language) []agreement.Form {
	if l == Adopted {
		switch p.Adopted {
		case agreement.AdoptedBokmal, agreement.AdoptedNynorsk:
			return []agreement.Form{agreement.Form(p.Adopted)}
		}
		l = neutral
	}
	if f := agreement.Form(l); f.Valid() {
		return []agreement.Form{f}
	}
	return agreement.Forms[:]
}

// Plan says what to make out to whom.
type Plan struct {
	Name         string                      `json:"name,omitempty"` // tells batches from one source apart
	Source       string                      `json:"source"`         // a template's ID, or a draft's
	IsDraft      bool                        `json:"isDraft,omitempty"`
	Role         string                      `json:"role"`              // the counterparts'
	Common       []agreement.Party           `json:"common"`            // the parties in the other roles
	Answers      map[string]agreement.Answer `json:"answers,omitempty"` // by field, for all
	Counterparts []Counterpart               `json:"counterparts"`
	Language     Language                    `json:"language"`
	Neutral      Language                    `json:"neutral"` // for counterparts that have adopted neither form
}

// Counterpart is one of those that the agreement is made out to.
type Counterpart struct {
	Party   agreement.Party             `json:"party"`
	Answers map[string]agreement.Answer `json:"answers,omitempty"` // by field, in place of those for all
}

// NewPlan begins a plan: the counterparts in the likeliest role, and the source's other parties.
func NewPlan(s Source) Plan {
	p := Plan{Source: s.ID, IsDraft: s.IsDraft, Language: Adopted, Neutral: Both}
	if roles := s.Roles(""); len(roles) > 0 {
		p.Role = roles[0].ID
	}
	p.Common = s.Common(p.Role)
	return p
}

// ID names the batch: the same source, name and role give the same.
func (p Plan) ID() string { return identifier("batch", p.Source, p.Name, p.Role) }

// draftID names a counterpart's draft.
func (p Plan) draftID(c Counterpart) string { return identifier("draft", p.ID(), c.Key()) }

// Key tells a counterpart from the others, as Key tells its party.
func (c Counterpart) Key() string { return Key(c.Party) }

// Key tells a party from the others: its number, or its name.
func Key(p agreement.Party) string {
	switch {
	case p.Kind != agreement.OrganisationParty && p.Number != "":
		return p.Number
	case p.OrgNumber != "":
		return strings.ReplaceAll(p.OrgNumber, " ", "")
	}
	return strings.ToLower(strings.Join(strings.Fields(p.Name), " "))
}

// Forms gives the written forms of a counterpart's PDFs.
func (p Plan) Forms(c Counterpart) []agreement.Form { return p.Language.Forms(c.Party, p.Neutral) }

// Files counts the PDFs.
func (p Plan) Files() int {
	n := 0
	for _, c := range p.Counterparts {
		n += len(p.Forms(c))
	}
	return n
}

// Add adds counterparts, in order, but for those that are there already or a party of the agreement itself. It gives how
// many were added.
func (p *Plan) Add(parties ...agreement.Party) int {
	there := p.Keys()
	before := len(there)
	for _, party := range parties {
		key := Key(party)
		ours := func(o agreement.Party) bool { return Key(o) == key && o.Kind == party.Kind }
		if there[key] || slices.ContainsFunc(p.Common, ours) {
			continue
		}
		there[key] = true
		party.Role, party.ID = "", ""
		p.Counterparts = append(p.Counterparts, Counterpart{Party: party})
	}
	return len(there) - before
}

// Remove takes parties out of the counterparts.
func (p *Plan) Remove(parties ...agreement.Party) {
	gone := make(map[string]bool, len(parties))
	for _, party := range parties {
		gone[Key(party)] = true
	}
	p.Counterparts = slices.DeleteFunc(p.Counterparts, func(c Counterpart) bool { return gone[c.Key()] })
}

// Keys gives the keys of the counterparts.
func (p Plan) Keys() map[string]bool {
	keys := make(map[string]bool, len(p.Counterparts))
	for _, c := range p.Counterparts {
		keys[c.Key()] = true
	}
	return keys
}

// InCounty gives the municipalities of a county as parties, in the order of their names.
func InCounty(number string) []agreement.Party {
	var out []agreement.Party
	for _, b := range facts.Municipalities() {
		if b.CountyNumber == number {
			out = append(out, b.Party())
		}
	}
	return out
}

// Encode gives the plan as it is kept.
func (p Plan) Encode() ([]byte, error) {
	raw, err := json.Marshal(p)
	if err != nil {
		return nil, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	return raw, nil
}

// DecodePlan reads a plan as it is kept.
func DecodePlan(raw []byte) (Plan, error) {
	var p Plan
	if err := json.Unmarshal(raw, &p); err != nil {
		return p, agreement.NewError(agreement.Storage, "error.batch.unreadable", err)
	}
	return p, nil
}

var alphabet = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// identifier makes an identifier of words: always the same, of 16 signs (80 bits), of the kind of agreement.NewID.
func identifier(words ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(words, "\x00")))
	return alphabet.EncodeToString(sum[:])[:16]
}
