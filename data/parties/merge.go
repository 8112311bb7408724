package parties

import (
	"slices"
	"strings"

	"avtalebok/agreement"
)

// Fact is something that two entries of the same body may say differently.
type Fact string

// The facts, in the order in which they are shown.
const (
	NameFact    Fact = "name"
	ShortFact   Fact = "short"
	NumberFact  Fact = "number"
	AddressFact Fact = "address"
	FormFact    Fact = "form"
)

// Facts lists them.
var Facts = []Fact{NameFact, ShortFact, NumberFact, AddressFact, FormFact}

// Fact gives what the entry says; "" is nothing.
func (e Entry) Fact(f Fact) string {
	switch f {
	case NameFact:
		return e.Name
	case ShortFact:
		return e.Short
	case NumberFact:
		return e.OrgNumber
	case AddressFact:
		return e.Address
	case FormFact:
		return string(e.Adopted)
	}
	return ""
}

func (e *Entry) set(f Fact, value string) {
	switch f {
	case NameFact:
		e.Name = value
	case ShortFact:
		e.Short = value
	case NumberFact:
		e.OrgNumber = value
	case AddressFact:
		e.Address = value
	case FormFact:
		e.Adopted = agreement.AdoptedForm(value)
	}
}

// Differences gives the facts that two entries both have and that are not the same. What the program knows about a
// municipality or county is not in question, and a name in other letters is the same name.
func Differences(a, b Entry) []Fact {
	var out []Fact
	for _, f := range Facts {
		if a.differs(f, b) {
			out = append(out, f)
		}
	}
	return out
}

func (e Entry) differs(f Fact, other Entry) bool {
	x, y := e.Fact(f), other.Fact(f)
	if x == "" || y == "" || x == y {
		return false
	}
	switch f {
	case NameFact:
		return !e.BuiltIn() && Normal(x) != Normal(y)
	case ShortFact: // one that is the whole name is no choice of its own
		return !e.BuiltIn() && Normal(x) != Normal(y) && (e.Short != e.Name || other.Short != other.Name)
	case FormFact:
		return !e.BuiltIn()
	}
	return true
}

// Merge puts b into a and gives a with everything that either has: facts that a lacks, people of both, and b's name among
// those that a is also called by. Where both have a fact and it differs, a's stands, but for those in fromB. A person with
// the same name in both is one, unless they have different e-mail addresses.
func Merge(a, b Entry, fromB ...Fact) Entry {
	out := a
	out.Also = slices.Concat(a.Also, b.Also)
	for _, f := range Facts {
		switch mine, other := a.Fact(f), b.Fact(f); {
		case mine == "" && other != "", a.differs(f, b) && slices.Contains(fromB, f):
			out.set(f, other)
		}
	}
	if !a.BuiltIn() {
		out.Also = append(out.Also, a.Name, b.Name)
		if out.Name != a.Name && out.Short == a.Short && a.Short == a.Name { // the short name was no choice of its own
			out.Short = out.Name
		}
	}
	out.Contacts = mergePeople(a.Contacts, b.Contacts)
	out.Signatories = mergePeople(a.Signatories, b.Signatories)
	return out.Clean()
}

// mergePeople gives the people of both lists. What one of them lacks, the same person in the other list has.
func mergePeople(a, b []agreement.Person) []agreement.Person {
	out := slices.Clone(a)
	for _, q := range b {
		i := slices.IndexFunc(out, func(p agreement.Person) bool { return samePerson(p, q) })
		if i < 0 {
			out = append(out, q)
			continue
		}
		p := &out[i]
		for _, part := range []struct {
			mine  *string
			other string
		}{{&p.Name, q.Name}, {&p.Email, q.Email}, {&p.Phone, q.Phone}} {
			if *part.mine == "" {
				*part.mine = part.other
			}
		}
		if p.Title.Blank() {
			p.Title = q.Title
		}
	}
	return out
}

// samePerson reports whether two people of one party are the same: by name, where their e-mail addresses don't say
// otherwise, or by e-mail where one has no name. A title without a name is a function that somebody else may hold.
func samePerson(p, q agreement.Person) bool {
	mail := strings.EqualFold(p.Email, q.Email)
	switch {
	case p.Name != "" && q.Name != "":
		return Normal(p.Name) == Normal(q.Name) && (mail || p.Email == "" || q.Email == "")
	case p.Name == "" && q.Name == "":
		return mail && p.Phone == q.Phone && p.Title.Pair == q.Title.Pair
	}
	return mail && p.Email != "" || p.Name == "" && sameTitle(p, q) && p.Email == "" && p.Phone == ""
}

func sameTitle(p, q agreement.Person) bool { return !p.Title.Blank() && p.Title.Pair == q.Title.Pair }

// Adds says whether merging b into a would change a at all.
func Adds(a, b Entry, fromB ...Fact) bool {
	before, after := a.Clean(), Merge(a, b, fromB...)
	return !before.Same(after)
}

// Same reports whether two entries say the same, whatever their IDs and when they were kept.
func (e Entry) Same(other Entry) bool {
	people := slices.Equal[[]agreement.Person]
	return e.Kind == other.Kind && e.Number == other.Number && e.Name == other.Name && e.Short == other.Short &&
		e.OrgNumber == other.OrgNumber && e.Address == other.Address && e.Adopted == other.Adopted &&
		slices.Equal(e.Also, other.Also) && people(e.Contacts, other.Contacts) && people(e.Signatories, other.Signatories)
}
