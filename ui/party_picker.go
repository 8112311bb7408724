package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/data/facts"
	"avtalebok/data/parties"
)

// partyPicker chooses who holds a role: a county or municipality found by typing part of its name or number, or an
// organisation by its name and number. The keyboard never leaves the field: arrows move in the list, Enter takes.
type partyPicker struct {
	*tools
	role    agreement.Role
	party   agreement.Party
	chosen  bool
	byHand  bool   // the user chose it; it was not merely proposed
	typed   string // in search of it
	changed func() // after every change of party
	focused func() // the user has come here; may be nil

	box     *fyne.Container
	open    bool // the list is shown
	list    *fyne.Container
	search  *field
	matches *rows
	found   []facts.Body

	submitted func()                // an organisation is filled in; may be nil
	taken     func(facts.Body) bool // it is a party already; may be nil
	remove    func()                // the party need not be there; may be nil
	known     []agreement.Party     // organisations that can be found by typing
	offered   []agreement.Party
	used      *fyne.Container
	name      *field
	number    *field
}

// shownMatches is how many lines of the list are seen at once.
const shownMatches = 6

func newPartyPicker(t *tools, role agreement.Role, changed func()) *partyPicker {
	return &partyPicker{tools: t, role: role, changed: changed, open: true}
}

// object makes the picker's content in the present language.
func (p *partyPicker) object() fyne.CanvasObject {
	p.box = container.NewVBox()
	p.fill()
	return p.box
}

func (p *partyPicker) fill() {
	p.box.Objects = nil
	switch {
	case p.role.Kind == agreement.OrganisationParty:
		p.box.Add(p.organisation())
	case p.chosen:
		p.box.Add(p.card())
	default:
		p.box.Add(p.finder())
	}
	p.box.Refresh()
}

// first gives what to put the focus on.
func (p *partyPicker) first() fyne.Focusable {
	switch {
	case p.role.Kind == agreement.OrganisationParty:
		return p.name
	case p.chosen:
		return nil
	}
	return p.search
}

// propose takes a body that the user has not asked for.
func (p *partyPicker) propose(b facts.Body) {
	p.party, p.chosen, p.byHand = b.Party(), true, false
	for _, k := range p.known { // the user's own people of it
		if k.Kind == b.Kind && k.Number == b.Number {
			p.party.OrgNumber, p.party.Address = k.OrgNumber, k.Address
			p.party.Contacts, p.party.Signatories = k.Contacts, k.Signatories
		}
	}
	p.party.Role = p.role.ID
}

func (p *partyPicker) take(b facts.Body) {
	p.propose(b)
	p.byHand = true
	p.fill()
	p.changed()
}

// again opens the list anew.
func (p *partyPicker) again() {
	p.chosen, p.byHand, p.party = false, false, agreement.Party{}
	p.fill()
	p.changed()
	p.window.Canvas().Focus(p.search)
}

func (p *partyPicker) finder() fyne.CanvasObject {
	placeholder := "dialog.findMunicipality"
	if p.role.Kind == agreement.CountyParty {
		placeholder = "dialog.findCounty"
	}
	p.search = newField(p.T(placeholder))
	p.search.Icon = theme.SearchIcon()
	p.matches = newRows(func() int { return len(p.found) }, newBodyRow, p.fillMatch)
	p.matches.onMoved = p.matches.Refresh
	p.matches.onOpen = func(at int) {
		if at < len(p.found) {
			p.take(p.found[at])
		}
	}
	nothing := note("")
	nothing.Hide()
	p.search.OnChanged = func(text string) {
		p.typed = text
		p.found = p.find(text)
		p.matches.goTo(0)
		p.matches.ScrollToTop()
		p.matches.Refresh()
		nothing.SetText(p.T("dialog.noBody", "Text", text))
		nothing.Hidden = len(p.found) > 0
		nothing.Refresh()
	}
	p.search.onKey, p.search.onFocus = p.searchKey, p.focused
	p.found = p.find("")
	p.matches.at = 0
	if p.typed != "" {
		p.search.SetText(p.typed)
	}
	height := newBodyRow().MinSize().Height
	list := container.New(&least{height: shownMatches * (height + theme.Padding())}, p.matches)
	p.list = container.NewStack(list, nothing)
	p.list.Hidden = !p.open
	return container.NewVBox(p.search, p.list)
}

// expand shows the list, or folds it away while the user is elsewhere.
func (p *partyPicker) expand(on bool) {
	if p.open == on || p.box == nil {
		return
	}
	p.open = on
	switch {
	case p.role.Kind == agreement.OrganisationParty:
		p.offer()
	case !p.chosen:
		p.list.Hidden = !on
		p.box.Refresh()
	}
}

func (p *partyPicker) searchKey(e *fyne.KeyEvent) bool {
	switch {
	case e.Name == fyne.KeyDown, e.Name == fyne.KeyUp:
		p.matches.TypedKey(e)
	case isEnter(e):
		if len(p.found) > 0 {
			p.take(p.found[min(max(p.matches.at, 0), len(p.found)-1)])
		}
	default:
		return false
	}
	return true
}

// find gives the bodies that match a text and are not parties already.
func (p *partyPicker) find(text string) []facts.Body {
	found := facts.Search(text, p.role.Kind)
	if p.taken == nil {
		return found
	}
	return slices.DeleteFunc(slices.Clone(found), p.taken)
}

// newBodyRow makes a line of the list: number, name, county, adopted form.
func newBodyRow() fyne.CanvasObject {
	row := newColumns(0.12, 0.36, 0.30, 0.22)
	row.(*fyne.Container).Objects[1].(*fyne.Container).Objects[1].(*widget.Label).TextStyle.Bold = true
	return row
}

func (p *partyPicker) fillMatch(at int, o fyne.CanvasObject) {
	if at >= len(p.found) {
		return
	}
	b := p.found[at]
	county := b.County
	if b.Kind == agreement.CountyParty {
		county = ""
	}
	fillColumns(o, at == p.matches.at, b.Number, b.Name, county, p.adopted(b.Adopted))
}

// adopted names the form that a body has adopted.
func (t *tools) adopted(form agreement.AdoptedForm) string {
	if form == "" {
		return ""
	}
	return t.T("app.form." + string(form))
}

// card shows who was chosen, with a way to choose another.
func (p *partyPicker) card() fyne.CanvasObject {
	name := widget.NewLabelWithStyle(p.party.Name, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	var facts []string
	if p.party.Number != "" {
		facts = append(facts, p.party.Number)
	}
	if county := p.countyName(); county != "" {
		facts = append(facts, county)
	}
	if a := p.adopted(p.party.Adopted); a != "" {
		facts = append(facts, a)
	}
	about := widget.NewLabel(strings.Join(facts, "  ·  "))
	about.Importance = widget.LowImportance
	line := container.NewHBox(name, about, layout.NewSpacer(), newButton(p.T("dialog.change"), p.again))
	if p.remove != nil {
		line.Add(newButton(p.T("dialog.removeParty"), p.remove))
	}
	return line
}

func (p *partyPicker) countyName() string {
	if b, ok := facts.Municipality(p.party.Number); ok {
		return b.County
	}
	return ""
}

// least gives an object at least a height.
type least struct{ height float32 }

func (l *least) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, l.height)
}

func (l *least) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(size)
}

// chooseParty asks who holds a role, in a dialog. A body of the table is taken at once; undo takes it back.
func (t *tools) chooseParty(role agreement.Role, done func(agreement.Party)) {
	var s *sheet
	var p *partyPicker
	take := newMainButton(t.T("dialog.choose"), func() {
		s.Hide()
		done(parties.Fit(role, p.party))
	})
	take.Disable()
	p = newPartyPicker(t, role, func() {
		switch {
		case p.chosen && role.Kind != agreement.OrganisationParty:
			take.OnTapped()
		case p.chosen:
			take.Enable()
		default:
			take.Disable()
		}
	})
	buttons := []fyne.CanvasObject{newButton(t.T("dialog.cancel"), func() { s.Hide() })}
	if role.Kind == agreement.OrganisationParty {
		buttons = append(buttons, take)
	}
	s = t.newSheet(t.T("dialog.chooseParty", "Role", role.Label.In(t.form())), p.object(), buttons...)
	if role.Kind == agreement.OrganisationParty {
		p.submitted = take.OnTapped
	}
	t.run(func() func() {
		known := t.knownOrganisations(context.Background())
		return func() { p.learn(known) }
	})
	s.present(p.first(), fyne.NewSize(620, 0))
}
