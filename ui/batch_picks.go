package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/batch"
	"avtalebok/data/facts"
	"avtalebok/ui/widgets"
)

// batchPicks chooses the counterparts: a county or a group with one click, or one by one in a list with tick boxes.
type batchPicks struct {
	*batchScreen
	all    []agreement.Party // who could be one
	found  []int             // places in all, as shown
	text   string
	county string // the number of a county whose municipalities are shown; "" is all
	group  int64  // a group whose members are shown; 0 is none
	only   bool   // only those that are ticked

	search *field
	table  *widgets.Table
	said   *widget.Label
	shown  *button
	box    *fyne.Container
}

func newBatchPicks(s *batchScreen) *batchPicks { return &batchPicks{batchScreen: s} }

func (p *batchPicks) content() fyne.CanvasObject {
	if p.all == nil {
		p.gather()
	}
	p.search = newField(p.T("batch.search"))
	p.search.Icon = theme.SearchIcon()
	p.search.SetText(p.text)
	p.search.OnChanged = func(text string) {
		p.text = text
		p.filter()
	}
	p.search.onKey = func(e *fyne.KeyEvent) bool {
		if e.Name != fyne.KeyDown && !isEnter(e) || len(p.found) == 0 {
			return false
		}
		p.table.GoTo(0)
		p.window.Canvas().Focus(p.table.Lines())
		return true
	}
	p.table = widgets.NewTable(
		widgets.TableColumn{ID: "on", Least: 2.2, Fixed: true},
		widgets.TableColumn{ID: "name", Title: p.T("batch.column.name"), Least: 14, Share: 4, Fixed: true},
		widgets.TableColumn{ID: "number", Title: p.T("batch.column.number"), Least: 7, Share: 0, Drop: 2, Fixed: true},
		widgets.TableColumn{ID: "county", Title: p.T("batch.column.county"), Least: 9, Share: 2, Drop: 1, Fixed: true},
		widgets.TableColumn{ID: "form", Title: p.T("batch.column.form"), Least: 7, Share: 1, Fixed: true},
	)
	p.table.Length = func() int { return len(p.found) }
	p.table.Line = p.line
	p.table.OnEnter, p.table.OnTap = p.turn, p.turn
	p.table.OnKey = p.key
	p.said = widget.NewLabel("")
	p.said.TextStyle.Bold = true
	p.box = container.NewStack(p.table)
	p.shown = newButton("", func() { p.tick(true) })
	none := newButton(p.T("batch.untick_shown"), func() { p.tick(false) })
	only := newCheck(p.T("batch.only_ticked"), p.only, func(on bool) {
		p.only = on
		p.filter()
	})
	from := newButton(p.T("batch.csv"), p.askCSV)
	line := container.NewBorder(nil, nil, nil, container.NewHBox(p.counties(), p.groupChoice(), from), p.search)
	marks := container.NewBorder(nil, nil, p.said, container.NewHBox(only, none, p.shown))
	p.filter()
	return container.NewBorder(container.NewVBox(p.roles(), line, marks), nil, nil, nil, p.box)
}

// roles lets the user say which role the counterparts have where several could be it.
func (p *batchPicks) roles() fyne.CanvasObject {
	roles := p.source.Roles("")
	if len(roles) < 2 {
		return container.NewStack()
	}
	var names []string
	at := 0
	for i, r := range roles {
		names = append(names, capital(r.Label.In(p.form())))
		if r.ID == p.plan.Role {
			at = i
		}
	}
	choose := newSegments(names, at, func(i int) {
		p.plan.Role = roles[i].ID
		p.plan.Common = p.source.Common(p.plan.Role)
		p.plan.Counterparts, p.all = nil, nil
		p.county, p.group = "", 0
		p.proposeCounty()
		p.refill()
		p.entered()
	})
	return container.NewBorder(nil, nil, widget.NewLabel(p.T("batch.who")), nil, choose.object)
}

// learn takes in what the register of parties knows.
func (p *batchPicks) learn() {
	p.all = nil
	if p.step == counterpartsStep && p.table != nil {
		p.refill()
		p.window.Canvas().Focus(p.search)
	}
}

// propose shows the municipalities of the county that writes, so that one click takes them all.
func (p *batchPicks) propose(county agreement.Party) {
	if p.role().Kind != agreement.MunicipalityParty || p.county != "" || p.text != "" || len(p.plan.Counterparts) > 0 {
		return
	}
	p.county = county.Number
	if p.step == counterpartsStep && p.table != nil {
		p.refill()
		p.window.Canvas().Focus(p.search)
	}
}

// gather finds who could be a counterpart: bodies of the role's kind, and for an organisation's role anybody.
func (p *batchPicks) gather() {
	p.all = []agreement.Party{}
	role := p.role()
	if role.Kind == agreement.OrganisationParty {
		for _, e := range p.entries {
			if !e.BuiltIn() {
				p.all = append(p.all, e.Party)
			}
		}
	}
	if role.Kind == agreement.CountyParty {
		for _, b := range facts.Counties() {
			p.all = append(p.all, b.Party())
		}
	} else {
		for _, b := range facts.Municipalities() {
			p.all = append(p.all, b.Party())
		}
	}
	there := make(map[string]bool, len(p.all))
	for _, party := range p.all {
		there[batch.Key(party)] = true
	}
	for _, c := range p.plan.Counterparts { // from a list, or a batch made before
		if !there[c.Key()] {
			p.all = append(p.all, c.Party)
		}
	}
	p.all = batch.Known(p.all, p.entries)
}

// counties chooses the county whose municipalities are shown.
func (p *batchPicks) counties() fyne.CanvasObject {
	list := facts.Counties()
	names := []string{p.T("batch.all_counties")}
	at := 0
	for i, c := range list {
		names = append(names, c.Name)
		if c.Number == p.county {
			at = i + 1
		}
	}
	if p.role().Kind == agreement.CountyParty {
		return container.NewStack()
	}
	return newIndexed(names, at, func(i int) {
		p.county = ""
		if i > 0 {
			p.county = list[i-1].Number
			p.seatCounty(list[i-1])
		}
		p.filter()
	})
}

// seatCounty has a county that is chosen write to its municipalities, where nobody else is to do so.
func (p *batchPicks) seatCounty(county facts.Body) {
	for _, r := range p.source.Content.Roles {
		if r.Kind == agreement.CountyParty && r.ID != p.plan.Role && !r.Repeated() && p.holder(r.ID) == nil {
			p.seat(r.ID, county.Party())
		}
	}
}

// groupChoice chooses a saved group whose members are shown.
func (p *batchPicks) groupChoice() fyne.CanvasObject {
	if len(p.groups) == 0 {
		return container.NewStack()
	}
	names := []string{p.T("batch.all_groups")}
	at := 0
	for i, g := range p.groups {
		names = append(names, g.Name)
		if g.ID == p.group {
			at = i + 1
		}
	}
	return newIndexed(names, at, func(i int) {
		p.group = 0
		if i > 0 {
			p.group = p.groups[i-1].ID
		}
		p.filter()
	})
}

// filter shows those that the search, the county and the group leave.
func (p *batchPicks) filter() {
	words := strings.Fields(strings.ToLower(p.text))
	members, ticked := p.members(), p.plan.Keys()
	p.found = p.found[:0]
	for i, party := range p.all {
		switch {
		case p.only && !ticked[batch.Key(party)], p.county != "" && countyNumber(party) != p.county:
			continue
		case members != nil && !members[batch.Key(party)]:
			continue
		}
		name := strings.ToLower(party.Name + " " + party.Number + " " + party.OrgNumber)
		if holdsAll(name, words) {
			p.found = append(p.found, i)
		}
	}
	p.table.Update()
	p.table.ScrollToTop()
	p.count()
	show := fyne.CanvasObject(p.table)
	if len(p.found) == 0 {
		key := "batch.nobody_found"
		if len(p.all) == 0 {
			key = "batch.nobody_known"
		}
		show = container.NewVBox(note(p.T(key)))
	}
	p.box.Objects = []fyne.CanvasObject{show}
	p.box.Refresh()
}

func (p *batchPicks) members() map[string]bool {
	for _, g := range p.groups {
		if g.ID != p.group || p.group == 0 {
			continue
		}
		in := make(map[string]bool)
		for _, m := range batch.Members(g, p.entries) {
			in[batch.Key(m)] = true
		}
		return in
	}
	return nil
}

func countyNumber(p agreement.Party) string {
	if len(p.Number) >= 2 && p.Kind == agreement.MunicipalityParty {
		return p.Number[:2]
	}
	return ""
}

func (p *batchPicks) ticked(party agreement.Party) bool {
	key := batch.Key(party)
	return slices.ContainsFunc(p.plan.Counterparts, func(c batch.Counterpart) bool { return c.Key() == key })
}

func (p *batchPicks) line(at int) widgets.TableLine {
	party := p.all[p.found[at]]
	mark, ticked := "☐", p.ticked(party)
	if ticked {
		mark = "☑"
	}
	number := party.Number
	if party.Kind == agreement.OrganisationParty {
		number = party.OrgNumber
	}
	county := ""
	if c, ok := facts.County(countyNumber(party)); ok {
		county = c.Name
	}
	return widgets.TableLine{Cells: []string{mark, party.Name, number, county, p.adopted(party.Adopted)}, Strong: ticked}
}

func (p *batchPicks) key(e *fyne.KeyEvent, at int) bool {
	switch {
	case e.Name == fyne.KeyUp && at == 0:
		p.window.Canvas().Focus(p.search)
	case e.Name == fyne.KeySpace:
		p.turn(at)
	default:
		return false
	}
	return true
}

// turn ticks a line, or takes the tick away.
func (p *batchPicks) turn(at int) {
	if at < 0 || at >= len(p.found) {
		return
	}
	party := p.all[p.found[at]]
	if p.ticked(party) {
		p.plan.Remove(party)
	} else {
		p.plan.Add(party)
	}
	p.table.Update()
	p.count()
}

// tick ticks all that are shown, or takes the ticks away.
func (p *batchPicks) tick(on bool) {
	shown := make([]agreement.Party, len(p.found))
	for i, at := range p.found {
		shown[i] = p.all[at]
	}
	if on {
		p.plan.Add(shown...)
	} else {
		p.plan.Remove(shown...)
	}
	p.filter()
}

func (p *batchPicks) count() {
	p.said.SetText(p.words.N("batch.ticked", len(p.plan.Counterparts)))
	p.shown.SetText(p.words.N("batch.tick_shown", len(p.found)))
	p.enable()
}

// newIndexed is a selection that tells the place of what was chosen.
func newIndexed(names []string, at int, changed func(int)) *selection {
	s := newSelection(names, nil)
	s.Selected = names[at]
	s.OnChanged = func(string) { changed(s.SelectedIndex()) }
	return s
}
