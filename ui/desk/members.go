package desk

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// roleRows are what stands around the parties in a repeated role: its name with how many there are, and the buttons that
// add one more.
type roleRows struct {
	desk  *Desk
	id    string
	count *widgets.Words
	head  fyne.CanvasObject
	add   *widgets.Button // finds a party; hidden where none can be found
	self  *widgets.Button
	after fyne.CanvasObject
}

func newRoleRows(d *Desk, role agreement.Role) *roleRows {
	r := &roleRows{desk: d, id: role.ID}
	r.count = widgets.NewWords("", theme.SizeNameText, theme.ColorNamePlaceHolder)
	r.head = d.subtitle(capital(role.Called(0, d.speech())), r.count)
	r.add = widgets.NewButton(d.words.T("desk.add_party."+string(role.Kind)), theme.ContentAddIcon(), r.find)
	r.self = widgets.NewButton(d.words.T("desk.fill_in_self"), nil, func() { r.join(agreement.Party{Kind: r.role().Kind}) })
	r.after = widgets.NewButtons(d.columns, r.add, r.self)
	for _, b := range []*widgets.Button{r.add, r.self} {
		b.OnFocused = d.revealing(r.after)
	}
	if d.options.ChooseParty == nil {
		r.add.Hide()
	}
	return r
}

func (r *roleRows) role() agreement.Role {
	role, _ := r.desk.editor.Agreement().Role(r.id)
	return role
}

// show says how many parties there are, and lets no more be added than there may be.
func (r *roleRows) show(count int) {
	least, most := r.role().Bounds()
	r.count.SetText(r.desk.words.T("desk.party_count", "Count", count, "Least", least, "Most", most))
	for _, b := range []*widgets.Button{r.add, r.self} {
		enable(b, count < most)
	}
}

func (r *roleRows) find() { r.desk.options.ChooseParty(r.role(), r.join) }

// join adds a party and puts the cursor in its name.
func (r *roleRows) join(p agreement.Party) {
	p.Role, p.ID = r.id, ""
	add, key := agreement.AddParty(r.role().Fit(p))
	r.desk.history.seal()
	r.desk.do(add)
	r.desk.focusPlace(agreement.Place{Party: key, Part: agreement.PartName}, "")
}

// more adds a party as the first of the buttons that can be pressed does.
func (r *roleRows) more() {
	for _, b := range []*widgets.Button{r.add, r.self} {
		if b.Visible() && !b.Disabled() {
			b.OnTapped()
			return
		}
	}
}

func (r *roleRows) target() fyne.Focusable {
	if r.add.Visible() {
		return r.add
	}
	return r.self
}

// newMemberButtons makes the buttons beside the name of a party in a repeated role.
func newMemberButtons(r *partyRows) *moveButtons {
	d := r.desk
	hints := moveHints{d.hint("move_up"), d.hint("move_down"), d.words.T("desk.remove_party")}
	b := d.newMoveButtons(hints, func(by int) { d.moveParty(r.key, by) }, func() { d.removeParty(r.key) })
	return &b
}

// toggle shows all about a party in a repeated role, or its names only.
func (r *partyRows) toggle() {
	r.open = !r.open
	r.desk.rebuild()
	r.desk.focus(r.first.Link(0))
}

// offerRest offers to show what is folded away, or to fold it away again.
func (r *partyRows) offerRest() {
	words := r.desk.words.T("desk.party_more")
	if r.open {
		words = r.desk.words.T("desk.party_less")
	}
	r.desk.setLink(r.first, 0, words, r.toggle)
}

// setLink puts a link beneath a cell, which the page scrolls to when it gets the focus.
func (d *Desk) setLink(row *widgets.Row, side int, words string, tapped func()) {
	row.SetLink(side, words, tapped)
	link := row.Link(side)
	link.OnFocused = func() { d.sheet.Reveal(row, link.Position().Y, link.Position().Y+link.Size().Height) }
}

// number sets what depends on where among the others a party stands.
func (r *partyRows) number(row *widgets.Row, i, count int) {
	row.SetNumber(strconv.Itoa(i + 1))
	labels := [2]string{}
	if i == 0 { // heads of the columns
		labels = [2]string{r.desk.words.T("desk.party.name"), r.desk.words.T("desk.party.short")}
	}
	row.SetLabel(0, labels[0])
	row.SetLabel(1, labels[1])
	r.offerRest()
	r.buttons.at(i, count)
}

// buildMembers gives the rows of the parties in a repeated role.
func (p *titlePage) buildMembers(role agreement.Role, old []*partyRows) []fyne.CanvasObject {
	around := p.repeated[role.ID]
	if around == nil {
		around = newRoleRows(p.desk, role)
		p.repeated[role.ID] = around
	}
	rows := []fyne.CanvasObject{around.head}
	parties := p.desk.editor.Agreement().PartiesIn(role.ID)
	for i, party := range parties {
		r := keptRows(old, party.Key())
		if r == nil {
			r = newMemberRows(p.desk, role, party.Key())
		}
		p.parties = append(p.parties, r)
		r.number(r.first, i, len(parties))
		rows = append(rows, r.build()...)
	}
	around.show(len(parties))
	return append(rows, around.after)
}

func keptRows(old []*partyRows, key string) *partyRows {
	if i := slices.IndexFunc(old, func(r *partyRows) bool { return r.key == key }); i >= 0 {
		return old[i]
	}
	return nil
}

// unfold shows the rows that a place stands in, where they are folded away.
func (p *titlePage) unfold(place agreement.Place) {
	if place.Person == "" && place.Part == agreement.PartName {
		return
	}
	if r := keptRows(p.parties, place.Party); r != nil && !r.open {
		r.open = true
		p.desk.rebuild()
	}
}

// member gives the party in a repeated role whose entry has the cursor.
func (d *Desk) member() (agreement.Party, bool) {
	if d.current == nil || d.current.place.Party == "" {
		return agreement.Party{}, false
	}
	a := d.editor.Agreement()
	party, ok := a.Party(d.current.place.Party)
	role, _ := a.Role(party.Role)
	return party, ok && role.Repeated()
}

func (d *Desk) moveParty(key string, by int) {
	d.history.seal()
	d.do(agreement.MoveParty(key, by))
	if s := d.current; s != nil && s.place.Party == key {
		d.reveal(s)
	}
}

// removeParty takes a party out of a repeated role and puts the cursor where it was.
func (d *Desk) removeParty(key string) {
	party, ok := d.editor.Agreement().Party(key)
	page, front := d.page.(*titlePage)
	if !ok || !front {
		return
	}
	others := d.editor.Agreement().PartiesIn(party.Role)
	i := slices.IndexFunc(others, func(p agreement.Party) bool { return p.Key() == key })
	others = slices.Delete(others, i, i+1)
	d.history.seal()
	d.do(agreement.RemoveParty(key))
	if len(others) == 0 {
		d.focus(page.repeated[party.Role].target())
	} else {
		next := others[min(i, len(others)-1)].Key()
		d.focusPlace(agreement.Place{Party: next, Part: agreement.PartName}, "")
	}
	d.status.offerUndo(d.words.T("desk.removed_party", "Party", party.Name))
}
