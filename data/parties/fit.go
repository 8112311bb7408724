package parties

import (
	"slices"
	"strconv"
	"strings"

	"avtalebok/agreement"
)

// Fit gives a party in a role with its own people where the role calls for some: everybody who signs for it, and as many
// contact persons as the role asks for. Whoever has the title that is asked for takes that place, the others those that are
// left, in order. Where there are too few people, lines stay to be filled in by hand.
func Fit(role agreement.Role, p agreement.Party) agreement.Party {
	p.Role = role.ID
	p.Signatories = fill("signatory", role.Signatories, p.Signatories, true)
	p.Contacts = fill("contact", role.Contacts, p.Contacts, false)
	return role.Fit(p)
}

func fill(id string, titles []agreement.Pair, people []agreement.Person, all bool) []agreement.Person {
	if len(people) == 0 || len(titles) == 0 && !all {
		return nil
	}
	left := slices.Clone(people)
	take := func(i int) agreement.Person {
		q := left[i]
		left = slices.Delete(left, i, i+1)
		return q
	}
	places := make([]*agreement.Person, len(titles))
	for i, title := range titles {
		if at := slices.IndexFunc(left, func(q agreement.Person) bool { return titled(q, title) }); at >= 0 {
			q := take(at)
			places[i] = &q
		}
	}
	var out []agreement.Person
	add := func(q agreement.Person) {
		q.ID = id + "-" + strconv.Itoa(len(out)+1)
		out = append(out, q)
	}
	for i, title := range titles {
		q := agreement.Person{}
		switch {
		case places[i] != nil:
			q = *places[i]
		case len(left) > 0:
			q = take(0)
		}
		if q.Title.Blank() {
			q.Title = agreement.Both(title.NB, title.NN)
		}
		add(q)
	}
	if all {
		for _, q := range left {
			add(q)
		}
	}
	return out
}

// titled reports whether a person has a title, in either form.
func titled(q agreement.Person, title agreement.Pair) bool {
	same := func(a, b string) bool { return strings.TrimSpace(a) != "" && Normal(a) == Normal(b) }
	return same(q.Title.NB, title.NB) || same(q.Title.NN, title.NN)
}
