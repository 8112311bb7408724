package agreement

import "slices"

// SetLeader says who leads a network: the key of a party, the ID of a role, or a name; "" for nobody yet.
func SetLeader(section, item, leader string) Command {
	p := Place{Section: section, Item: item, Part: PartLeader}
	leader = CleanLine(leader)
	return networkCommand("leader", p, mergeKey("leader", p, ""), func(it Item) Item {
		it.Lead = leader
		return it
	})
}

// SetMembers says who takes part in a network: keys of parties, IDs of roles, or names. Blank and double ones are left
// out.
func SetMembers(section, item string, members []string) Command {
	p := Place{Section: section, Item: item, Part: PartMembers}
	var kept []string
	for _, m := range members {
		if m = CleanLine(m); !blank(m) && !slices.Contains(kept, m) {
			kept = append(kept, m)
		}
	}
	return networkCommand("members", p, mergeKey("members", p, ""), func(it Item) Item {
		it.Members = kept
		return it
	})
}

func networkCommand(name string, p Place, merge string, change func(Item) Item) Command {
	c := itemCommand(name, p, func(items []Item) ([]Item, bool) {
		i := itemIndex(items, p.Item)
		if i < 0 {
			return nil, false
		}
		items = slices.Clone(items)
		items[i] = change(items[i])
		return items, true
	})
	inItems := c.apply
	c.structure, c.merge = false, merge
	c.apply = func(a Agreement) (Agreement, error) {
		if s, ok := a.Section(p.Section); !ok || s.Kind != Networks {
			return a, noSuchPlace(p)
		}
		return inItems(a)
	}
	return c
}

// withoutMember gives the sections with a party taken out of the networks that it leads or takes part in.
func withoutMember(sections []Section, key string) []Section {
	uses := func(it Item) bool { return it.Lead == key || slices.Contains(it.Members, key) }
	var out []Section
	for i, s := range sections {
		if s.Kind != Networks || !slices.ContainsFunc(s.Items, uses) {
			continue
		}
		if out == nil {
			out = slices.Clone(sections)
		}
		items := slices.Clone(s.Items)
		for j := range items {
			it := &items[j]
			if !uses(*it) {
				continue
			}
			if it.Lead == key {
				it.Lead = ""
			}
			it.Members = slices.DeleteFunc(slices.Clone(it.Members), func(m string) bool { return m == key })
			if len(it.Members) == 0 {
				it.Members = nil
			}
		}
		out[i].Items = items
	}
	if out == nil {
		return sections
	}
	return out
}
