package agreement

import (
	"reflect"
	"slices"
)

// UpdateKind is what sort of change a newer version of a template brings.
type UpdateKind string

// The kinds of changes. Those after UpdateReworded have no wording of their own, or several.
const (
	UpdateReworded UpdateKind = "reworded" // a passage, or an answer to begin with
	UpdateAdded    UpdateKind = "added"    // an item, or a whole section where the place names no item
	UpdateRemoved  UpdateKind = "removed"  // likewise
	UpdateMoved    UpdateKind = "moved"    // the order of a section's items, or of the sections
	UpdatePayments UpdateKind = "payments" // a section's list of payments
	UpdateNetwork  UpdateKind = "network"  // who leads a network and who takes part
	UpdateQuestion UpdateKind = "question" // a question came, went, or asks otherwise; it always follows the template
	UpdateRole     UpdateKind = "role"     // a role came or went; it always follows the template
)

// TemplateChange is one thing that a newer version of a template would change in a draft.
type TemplateChange struct {
	Kind   UpdateKind
	Place  Place
	Before Text // in the version that the draft was made from
	After  Text // in the newer version
	Mine   Text // in the draft
	ByHand bool // the draft departs from its version here, so that it is left as it is unless the user says otherwise
}

// Always reports whether the change comes with every update: what the template asks is the template's own.
func (c TemplateChange) Always() bool { return c.Kind == UpdateQuestion || c.Kind == UpdateRole }

// ByItself reports whether the change is made unless the user says otherwise.
func (c TemplateChange) ByItself() bool { return !c.ByHand }

// TemplateChanges lists what it takes to bring a draft from the version of a template that it was made from to a newer
// one. What the two versions have in common is not listed, whatever the draft has made of it; what was changed by hand
// in the draft and in the template is listed as ByHand. The order is that of the newer version.
func (a Agreement) TemplateChanges(old, newer Template) []TemplateChange {
	u := newUpdate(a, old, newer, TemplateChange.ByItself)
	u.run()
	return u.changes
}

// UpdateTemplate brings a draft from one version of its template to a newer one, as one step, with those changes that
// take says. Nothing else of the draft is touched. Agreed wording is the newer version's afterwards, also where the
// draft keeps its own, which then is a deviation.
func UpdateTemplate(old, newer Template, take func(TemplateChange) bool) Command {
	return Command{Name: "template_update", structure: true, apply: func(a Agreement) (Agreement, error) {
		u := newUpdate(a, old, newer, func(c TemplateChange) bool { return c.Always() || take(c) })
		u.run()
		if err := u.out.Validate(); err != nil {
			return a, err
		}
		return u.out, nil
	}}
}

// update walks through a draft and the two versions of its template at once. It lists the changes and makes those that
// take allows.
type update struct {
	mine, old, newer Agreement
	out              Agreement
	take             func(TemplateChange) bool
	changes          []TemplateChange
}

func newUpdate(a Agreement, old, newer Template, take func(TemplateChange) bool) *update {
	return &update{mine: a, old: old.Working(), newer: newer.Working(), out: a, take: take}
}

// wants lists a change and reports whether it is to be made.
func (u *update) wants(c TemplateChange) bool {
	u.changes = append(u.changes, c)
	return u.take(c)
}

func (u *update) run() {
	u.out.Template = u.newer.Template
	u.out.Title = u.text(Place{Part: PartTitle}, u.mine.Title, u.old.Title, u.newer.Title)
	u.out.Theme = u.text(Place{Part: PartTheme}, u.mine.Theme, u.old.Theme, u.newer.Theme)
	u.out.Fields = u.fields()
	u.out.Roles = u.roles()
	u.out.Sections = u.sections()
	u.keepMentioned()
	u.out.Parties = inOrderOfRoles(u.out.Roles, u.out.Parties)
}

// text gives what becomes of a passage that both versions have.
func (u *update) text(p Place, mine, old, newer Text) Text {
	out := mine
	if old.Pair != newer.Pair && mine.Pair != newer.Pair {
		c := TemplateChange{Kind: UpdateReworded, Place: p, Before: old, After: newer, Mine: mine, ByHand: mine.Pair != old.Pair}
		if u.wants(c) {
			out = newer
		}
	}
	out.Agreed = newer.Agreed
	return out
}

// sections gives the sections in their order, with what becomes of each.
func (u *update) sections() []Section {
	ids := func(list []Section) []string {
		out := make([]string, len(list))
		for i, s := range list {
			out[i] = s.ID
		}
		return out
	}
	mine, old, newer := ids(u.mine.Sections), ids(u.old.Sections), ids(u.newer.Sections)
	made := make(map[string]Section)
	gone := make(map[string]bool)
	for _, id := range mine {
		s, _ := u.mine.Section(id)
		was, wasThere := u.old.Section(id)
		is, isThere := u.newer.Section(id)
		switch {
		case wasThere && !isThere:
			byHand := !sameWording(s, was)
			gone[id] = u.wants(TemplateChange{
				Kind: UpdateRemoved, Place: Place{Section: id}, Before: was.Heading, Mine: s.Heading, ByHand: byHand,
			})
		case wasThere && isThere:
			s = u.section(s, was, is)
		}
		made[id] = s
	}
	for _, id := range newer {
		if _, there := made[id]; there {
			continue
		}
		is, _ := u.newer.Section(id)
		if _, wasThere := u.old.Section(id); wasThere { // taken out by hand
			continue
		}
		if u.wants(TemplateChange{Kind: UpdateAdded, Place: Place{Section: id}, After: is.Heading}) {
			made[id] = is
		}
	}
	order := u.order(Place{}, mine, old, newer, func(id string) bool { _, there := made[id]; return there && !gone[id] })
	out := make([]Section, 0, len(order))
	for _, id := range order {
		out = append(out, made[id])
	}
	return out
}

// section gives what becomes of a section that both versions have. What it is, and when it belongs to the agreement,
// the template says.
func (u *update) section(mine, old, newer Section) Section {
	out := mine
	at := func(part Part) Place { return Place{Section: mine.ID, Part: part} }
	out.Kind, out.Party, out.Required, out.ShowIf = newer.Kind, newer.Party, newer.Required, newer.ShowIf
	out.Facts, out.Total = newer.Facts, newer.Total
	out.Heading = u.text(at(PartHeading), mine.Heading, old.Heading, newer.Heading)
	out.Lead = u.text(at(PartLead), mine.Lead, old.Lead, newer.Lead)
	out.Items = u.items(mine, old, newer)
	out.Payments = u.payments(mine, old, newer)
	if out.Kind != GrantTerms {
		out.Payments = nil
	}
	if out.Kind.Titled() != mine.Kind.Titled() {
		out.Items = retitled(out.Items, out.Kind)
	}
	out.Removed = slices.DeleteFunc(slices.Clone(mine.Removed), func(r Removed) bool {
		return itemIndex(newer.Items, r.Item.ID) < 0 || itemIndex(out.Items, r.Item.ID) >= 0
	})
	if len(out.Removed) == 0 {
		out.Removed = nil
	}
	return out
}

// retitled fits items to a section whose kind has titles, or has none.
func retitled(items []Item, kind SectionKind) []Item {
	items = slices.Clone(items)
	for i := range items {
		if !kind.Titled() && !items[i].Title.Blank() {
			items[i].Text = joinTexts(items[i].Title, items[i].Text, "\n\n")
			items[i].Title = Text{}
		}
	}
	return items
}

func itemIDs(items []Item) []string {
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = it.ID
	}
	return out
}

// items gives a section's items in their order, with what becomes of each.
func (u *update) items(mine, old, newer Section) []Item {
	made := make(map[string]Item)
	gone := make(map[string]bool)
	for _, it := range mine.Items {
		was, wasThere := old.Item(it.ID)
		is, isThere := newer.Item(it.ID)
		place := Place{Section: mine.ID, Item: it.ID, Part: PartText}
		switch {
		case wasThere && !isThere:
			gone[it.ID] = u.wants(TemplateChange{
				Kind: UpdateRemoved, Place: place, Before: was.Text, Mine: it.Text,
				ByHand: it.Text.Pair != was.Text.Pair || it.Title.Pair != was.Title.Pair,
			})
		case wasThere && isThere:
			it = u.item(mine.ID, newer.Kind, it, was, is)
		}
		made[it.ID] = it
	}
	for _, is := range newer.Items {
		if _, there := made[is.ID]; there {
			continue
		}
		was, wasThere := old.Item(is.ID)
		if wasThere && was.Text.Pair == is.Text.Pair && was.Title.Pair == is.Title.Pair {
			continue // taken out by hand, and the template has nothing new to say about it
		}
		place := Place{Section: mine.ID, Item: is.ID, Part: PartText}
		if u.wants(TemplateChange{Kind: UpdateAdded, Place: place, Before: was.Text, After: is.Text, ByHand: wasThere}) {
			made[is.ID] = is
		}
	}
	order := u.order(Place{Section: mine.ID}, itemIDs(mine.Items), itemIDs(old.Items), itemIDs(newer.Items),
		func(id string) bool { _, there := made[id]; return there && !gone[id] })
	out := make([]Item, 0, len(order))
	for _, id := range order {
		out = append(out, made[id])
	}
	if len(out) == 0 {
		return mine.Items[:0:0]
	}
	return out
}

func (u *update) item(section string, kind SectionKind, mine, old, newer Item) Item {
	at := func(part Part) Place { return Place{Section: section, Item: mine.ID, Part: part} }
	out := mine
	out.ShowIf = newer.ShowIf
	if kind.Titled() {
		out.Title = u.text(at(PartTitle), mine.Title, old.Title, newer.Title)
	}
	out.Text = u.text(at(PartText), mine.Text, old.Text, newer.Text)
	sameNetwork := func(x, y Item) bool { return x.Lead == y.Lead && slices.Equal(x.Members, y.Members) }
	if !sameNetwork(old, newer) && !sameNetwork(mine, newer) {
		c := TemplateChange{Kind: UpdateNetwork, Place: at(PartMembers), Before: old.Title, After: newer.Title, Mine: mine.Title, ByHand: !sameNetwork(mine, old)}
		if u.wants(c) {
			out.Lead, out.Members = newer.Lead, newer.Members
		}
	}
	return out
}

// payments gives a section's payments. They are a list that adds up, so they are taken or left as a whole.
func (u *update) payments(mine, old, newer Section) []Payment {
	if reflect.DeepEqual(old.Payments, newer.Payments) || reflect.DeepEqual(mine.Payments, newer.Payments) {
		return mine.Payments
	}
	c := TemplateChange{
		Kind: UpdatePayments, Place: Place{Section: mine.ID}, Before: old.Heading, After: newer.Heading, Mine: mine.Heading,
		ByHand: !reflect.DeepEqual(mine.Payments, old.Payments),
	}
	if u.wants(c) {
		return newer.Payments
	}
	return mine.Payments
}

// order gives those of the draft's and the newer version's IDs that are there, in the order that they are to have. What
// one of the two does not know stands behind what it stands behind in the other.
func (u *update) order(p Place, mine, old, newer []string, there func(string) bool) []string {
	common := func(list []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(id string) bool {
			return !slices.Contains(mine, id) || !slices.Contains(old, id) || !slices.Contains(newer, id) || !there(id)
		})
	}
	base, other := mine, newer
	if was, is := common(old), common(newer); !slices.Equal(was, is) && !slices.Equal(common(mine), is) {
		if u.wants(TemplateChange{Kind: UpdateMoved, Place: p, ByHand: !slices.Equal(common(mine), was)}) {
			base, other = newer, mine
		}
	}
	out := slices.DeleteFunc(slices.Clone(base), func(id string) bool { return !there(id) })
	for i, id := range other {
		if !there(id) || slices.Contains(out, id) {
			continue
		}
		at := 0
		for j := i - 1; j >= 0; j-- {
			if k := slices.Index(out, other[j]); k >= 0 {
				at = k + 1
				break
			}
		}
		out = slices.Insert(out, at, id)
	}
	return out
}

// sameWording reports whether two states of a section say the same in the same order.
func sameWording(x, y Section) bool {
	if x.Heading.Pair != y.Heading.Pair || x.Lead.Pair != y.Lead.Pair || len(x.Items) != len(y.Items) || !reflect.DeepEqual(x.Payments, y.Payments) {
		return false
	}
	for i := range x.Items {
		a, b := x.Items[i], y.Items[i]
		if a.ID != b.ID || a.Title.Pair != b.Title.Pair || a.Text.Pair != b.Text.Pair || a.Lead != b.Lead || !slices.Equal(a.Members, b.Members) {
			return false
		}
	}
	return true
}
