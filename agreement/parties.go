package agreement

import (
	"slices"
	"strconv"
)

// SetParty puts a party into its role, in place of whoever was there. In a repeated role it takes the place of the one
// with its ID, or comes after all the others.
func SetParty(party Party) Command {
	return partyCommand("party", party, "")
}

// AddParty puts one more party into a repeated role, after those that are there. It gives the command and the party's
// key. A role that has as many as it can take refuses more.
func AddParty(party Party) (Command, string) {
	if party.ID == "" {
		party.ID = NewID()
	}
	add := partyCommand("party_add", party, "")
	put := add.apply
	add.apply = func(a Agreement) (Agreement, error) {
		role, ok := a.Role(party.Role)
		if !ok || !role.Repeated() {
			return a, noSuchPlace(add.Place)
		}
		if _, most := role.Bounds(); len(a.PartiesIn(role.ID)) >= most {
			return a, NewError(Refused, "error.party.many", nil, "Most", most)
		}
		return put(a)
	}
	return add, party.ID
}

// EditParty changes facts of a party that is there already; typing in a row is one step.
// What tells which fact is being typed in: a field's name, or a person's ID with it.
func EditParty(party Party, what string) Command {
	return partyCommand("party_edit", party, mergeKey("party", Place{Party: party.Key()}, what))
}

// ClearParty leaves a role without parties.
func ClearParty(role string) Command {
	return Command{Name: "party_clear", Place: Place{Party: role}, structure: true, apply: func(a Agreement) (Agreement, error) {
		for _, p := range a.PartiesIn(role) {
			if p.ID != "" {
				a.Sections = withoutMember(a.Sections, p.ID)
			}
		}
		a.Parties = slices.DeleteFunc(slices.Clone(a.Parties), func(p Party) bool { return p.Role == role })
		return a, nil
	}}
}

// RemoveParty takes one party out, also out of the networks that it leads or takes part in.
func RemoveParty(key string) Command {
	place := Place{Party: key}
	return Command{Name: "party_clear", Place: place, structure: true, apply: func(a Agreement) (Agreement, error) {
		i := partyIndex(a.Parties, key)
		if i < 0 {
			return a, noSuchPlace(place)
		}
		if _, isRole := a.Role(key); !isRole {
			a.Sections = withoutMember(a.Sections, key)
		}
		a.Parties = slices.Delete(slices.Clone(a.Parties), i, i+1)
		return a, nil
	}}
}

// MoveParty moves a party by a number of places among those in its role, negative is up. It stops at the ends.
func MoveParty(key string, by int) Command {
	place := Place{Party: key, Part: PartName}
	return Command{Name: "party_move", Place: place, structure: true, apply: func(a Agreement) (Agreement, error) {
		party, ok := a.Party(key)
		if !ok {
			return a, noSuchPlace(place)
		}
		order, _ := moved(a.PartiesIn(party.Role), partyIndex(a.PartiesIn(party.Role), key), by)
		a.Parties = slices.Clone(a.Parties)
		for i, p := range a.Parties {
			if p.Role == party.Role {
				a.Parties[i], order = order[0], order[1:]
			}
		}
		return a, nil
	}}
}

func partyCommand(name string, party Party, merge string) Command {
	place := Place{Party: party.Key()}
	party = party.clean()
	return Command{Name: name, Place: place, structure: merge == "", merge: merge, apply: func(a Agreement) (Agreement, error) {
		role, ok := a.Role(party.Role)
		if !ok {
			return a, noSuchPlace(place)
		}
		parties := withParty(a.Roles, a.Parties, role.keyed(party, a))
		if len(parties) > maxParties {
			return a, NewError(Refused, "error.party.many", nil, "Most", maxParties)
		}
		a.Parties = parties
		return a, nil
	}}
}

// keyed gives the party with an ID where its role needs one, and none where the role has only one party.
func (r Role) keyed(p Party, a Agreement) Party {
	if !r.Repeated() {
		p.ID = ""
	} else if p.ID == "" && partyIndex(a.Parties, r.ID) < 0 {
		p.ID = freeKey(a, r.ID)
	}
	return p
}

// freeKey gives "members-1", or what comes after it that no party has.
func freeKey(a Agreement, role string) string {
	for n := len(a.PartiesIn(role)) + 1; ; n++ {
		key := role + "-" + strconv.Itoa(n)
		if _, isRole := a.Role(key); !isRole && partyIndex(a.Parties, key) < 0 {
			return key
		}
	}
}

// withParty gives the parties with one in its place, in the order of the roles.
func withParty(roles []Role, parties []Party, party Party) []Party {
	var out []Party
	for _, r := range roles {
		placed := false
		for _, p := range parties {
			switch {
			case p.Role != r.ID:
			case p.Key() == party.Key():
				out, placed = append(out, party), true
			default:
				out = append(out, p)
			}
		}
		if r.ID == party.Role && !placed {
			out = append(out, party)
		}
	}
	return out
}

func partyIndex(parties []Party, key string) int {
	return slices.IndexFunc(parties, func(p Party) bool { return p.Key() == key })
}
