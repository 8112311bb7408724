package desk

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// group is one of a party's two lists of people.
type group string

const (
	signatories group = "signatory"
	contacts    group = "contact"
)

// of gives the list within a party.
func (g group) of(p *agreement.Party) *[]agreement.Person {
	if g == signatories {
		return &p.Signatories
	}
	return &p.Contacts
}

// partyRows edit one party: the one in its role, or one of several, of which first only the names are shown.
type partyRows struct {
	desk    *Desk
	role    agreement.Role
	key     string
	first   *widgets.Row // with the names
	buttons *moveButtons
	open    bool
	head    fyne.CanvasObject
	empty   fyne.CanvasObject
	choose  *widgets.Button
	self    *widgets.Button
	adopted *widgets.Words // which written form the party has adopted
	facts   []*slot
	rows    []fyne.CanvasObject
	groups  map[group]*groupRows
	people  []*personRows // as shown
}

// groupRows are what stands around a list of people.
type groupRows struct {
	head, addRow fyne.CanvasObject
	add          *widgets.Button
}

// personRows edit one person.
type personRows struct {
	id    string
	group group
	title *passage
	facts []*slot
	rows  []fyne.CanvasObject
}

func newPartyRows(d *Desk, role agreement.Role) *partyRows {
	r := &partyRows{desk: d, role: role, key: role.ID, open: true, groups: make(map[group]*groupRows)}
	r.addNames()
	r.addRest()
	return r
}

// newMemberRows are the rows of a party in a repeated role. What is not shown at first is made when it is.
func newMemberRows(d *Desk, role agreement.Role, key string) *partyRows {
	r := &partyRows{desk: d, role: role, key: key, groups: make(map[group]*groupRows)}
	r.addNames()
	r.buttons = newMemberButtons(r)
	r.first.SetActions(r.buttons.all()...)
	return r
}

// addRest makes all but the names.
func (r *partyRows) addRest() {
	d := r.desk
	w := d.words
	r.choose = widgets.NewButton(w.T("desk.choose."+string(r.role.Kind)), chooseIcon(), r.find)
	r.self = widgets.NewButton(w.T("desk.fill_in_self"), nil, r.fillInSelf)
	r.adopted = widgets.NewWords("", theme.SizeNameText, theme.ColorNamePlaceHolder)
	buttons := widgets.NewButtons(d.columns, r.choose, r.self)
	for _, b := range []*widgets.Button{r.choose, r.self} {
		b.OnFocused = d.revealing(buttons)
	}
	if d.options.ChooseParty == nil {
		r.choose.Hide()
	}
	r.empty = buttons
	if r.buttons == nil {
		r.head = d.subtitle(capital(r.role.Label.In(d.speech())), r.adopted)
	}
	r.addFacts()
	for _, g := range []group{signatories, contacts} {
		head := d.groupTitle(w.T("desk."+string(g)+".title"), w.T("desk."+string(g)+".about"))
		add, row := d.button(w.T("desk."+string(g)+".add"), theme.ContentAddIcon(), func() { r.addPerson(g) })
		r.groups[g] = &groupRows{head: head, add: add, addRow: row}
	}
}

func (r *partyRows) addNames() {
	d, w := r.desk, r.desk.words
	place := agreement.Place{Party: r.key, Part: agreement.PartName}
	name := d.fact(place, "name", func(p agreement.Party) string { return p.Name }, func(p *agreement.Party, s string) { p.Name = s })
	place.Part = ""
	short := d.fact(place, "short", func(p agreement.Party) string { return p.Short }, func(p *agreement.Party, s string) { p.Short = s })
	r.facts = []*slot{name, short}
	r.first = d.factRow(name, short, w.T("desk.party.name"), w.T("desk.party.short"))
	r.rows = []fyne.CanvasObject{r.first}
}

func (r *partyRows) addFacts() {
	d, w := r.desk, r.desk.words
	place := agreement.Place{Party: r.key}
	number := d.fact(place, "number", func(p agreement.Party) string { return p.OrgNumber }, func(p *agreement.Party, s string) { p.OrgNumber = s })
	address := d.fact(place, "address", func(p agreement.Party) string { return p.Address }, func(p *agreement.Party, s string) { p.Address = s })
	r.facts = append(r.facts, number, address)
	r.rows = append(r.rows, d.factRow(number, address, w.T("desk.party.number"), w.T("desk.party.address")))
}

func (r *partyRows) build() []fyne.CanvasObject {
	party, ok := r.desk.editor.Agreement().Party(r.key)
	old := r.people
	r.people = nil
	if r.buttons != nil && !r.open {
		return r.rows[:1]
	}
	if r.empty == nil {
		r.addRest()
	}
	r.offer(ok)
	rows := []fyne.CanvasObject{r.head, r.empty}
	if !ok {
		return rows
	}
	if r.buttons != nil { // the name stands first, as it does while the rest is folded away
		rows = []fyne.CanvasObject{r.first, r.empty}
		rows = append(rows, r.rows[1:]...)
	} else {
		rows = append(rows, r.rows...)
	}
	for _, g := range []group{signatories, contacts} {
		rows = append(rows, r.groups[g].head)
		for _, person := range *g.of(&party) {
			i := slices.IndexFunc(old, func(p *personRows) bool { return p.id == person.ID && p.group == g })
			var p *personRows
			if i >= 0 {
				p = old[i]
			} else {
				p = r.newPerson(g, person.ID)
			}
			r.people = append(r.people, p)
			rows = append(rows, p.rows...)
		}
		rows = append(rows, r.groups[g].addRow)
	}
	return rows
}

// offer fits the buttons and the words above the facts to whether somebody holds the role.
func (r *partyRows) offer(held bool) {
	w, kind := r.desk.words, string(r.role.Kind)
	party, _ := r.desk.editor.Agreement().Party(r.key)
	r.adopted.SetText("")
	if party.Adopted != "" {
		r.adopted.SetText(w.T("desk.adopted." + string(party.Adopted)))
	}
	if held {
		r.choose.SetText(w.T("desk.change." + kind))
		r.self.Hide()
		return
	}
	r.choose.SetText(w.T("desk.choose." + kind))
	r.self.Show()
}

func (r *partyRows) newPerson(g group, id string) *personRows {
	d, w := r.desk, r.desk.words
	p := &personRows{id: id, group: g}
	place := agreement.Place{Party: r.key, Person: id, Part: agreement.PartTitle}
	p.title = newPassage(d, place, true)
	p.title.row.SetLabel(0, w.T("desk."+string(g)+".function"))
	remove := widgets.NewIconButton(theme.DeleteIcon(), d.words.T("desk.remove_person"), d.hints,
		func() { r.removePerson(g, id) })
	fact := func(what string, part agreement.Part, of func(*agreement.Person) *string) *slot {
		return r.personFact(g, agreement.Place{Party: r.key, Person: id, Part: part}, what, of)
	}
	name := fact("name", agreement.PartName, func(q *agreement.Person) *string { return &q.Name })
	name.entry.SetPlaceHolder(w.T("desk.line_for_pen"))
	if g == signatories {
		p.facts = []*slot{name}
		first := d.factRow(name, nil, w.T("desk.person.name"))
		first.SetActions(remove)
		p.rows = []fyne.CanvasObject{first, p.title.row}
		return p
	}
	email := fact("email", "", func(q *agreement.Person) *string { return &q.Email })
	phone := fact("phone", "", func(q *agreement.Person) *string { return &q.Phone })
	p.facts = []*slot{name, email, phone}
	first := d.factRow(name, nil, w.T("desk.person.name"))
	first.SetActions(remove)
	p.rows = []fyne.CanvasObject{first, d.factRow(email, phone, w.T("desk.person.email"), w.T("desk.person.phone")), p.title.row}
	return p
}

// personFact makes a slot for a fact of a person.
func (r *partyRows) personFact(g group, place agreement.Place, what string, of func(*agreement.Person) *string) *slot {
	find := func(p *agreement.Party) *agreement.Person {
		people := g.of(p)
		*people = slices.Clone(*people) // a party is never changed in place
		i := slices.IndexFunc(*people, func(q agreement.Person) bool { return q.ID == place.Person })
		if i < 0 {
			return &agreement.Person{}
		}
		return &(*people)[i]
	}
	return r.desk.fact(place, what,
		func(p agreement.Party) string { return *of(find(&p)) },
		func(p *agreement.Party, s string) { *of(find(p)) = s })
}

// find lets the user choose the party.
func (r *partyRows) find() {
	r.desk.options.ChooseParty(r.role, func(p agreement.Party) {
		r.desk.history.seal()
		if r.key != r.role.ID {
			p.ID = r.key
		}
		r.desk.do(agreement.SetParty(r.role.Fit(p)))
		r.desk.focusPlace(agreement.Place{Party: r.key, Part: agreement.PartName}, "")
	})
}

func (r *partyRows) fillInSelf() {
	r.desk.history.seal()
	r.desk.do(agreement.SetParty(r.role.Fit(agreement.Party{Kind: r.role.Kind})))
	r.desk.focusPlace(agreement.Place{Party: r.key, Part: agreement.PartName}, "")
}

func (r *partyRows) addPerson(g group) {
	party, _ := r.desk.editor.Agreement().Party(r.key)
	person := agreement.NewPerson()
	people := g.of(&party)
	*people = append(slices.Clone(*people), person)
	r.desk.history.seal()
	r.desk.do(agreement.SetParty(party))
	r.desk.focusPlace(agreement.Place{Party: r.key, Person: person.ID, Part: agreement.PartName}, "")
}

func (r *partyRows) removePerson(g group, id string) {
	party, _ := r.desk.editor.Agreement().Party(r.key)
	people := g.of(&party)
	*people = slices.DeleteFunc(slices.Clone(*people), func(q agreement.Person) bool { return q.ID == id })
	r.desk.history.seal()
	r.desk.do(agreement.SetParty(party))
	r.desk.focus(r.groups[g].add)
	r.desk.status.offerUndo(r.desk.words.T("desk.removed_person"))
}

func (r *partyRows) slots() []*slot {
	if _, ok := r.desk.editor.Agreement().Party(r.key); !ok {
		return nil
	}
	if !r.open {
		return r.facts[:2]
	}
	out := slices.Clone(r.facts)
	for _, p := range r.people {
		out = append(append(out, p.facts...), p.title.both()...)
	}
	return out
}

// target is what to focus on when the party, or its signatory, is missing.
func (r *partyRows) target() fyne.Focusable {
	if _, ok := r.desk.editor.Agreement().Party(r.key); ok {
		return r.groups[signatories].add
	}
	if r.choose.Visible() {
		return r.choose
	}
	return r.self
}
