package desk

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// sectionPage edits one section: its heading, its lead and its items.
type sectionPage struct {
	desk    *Desk
	section string
	name    *widgets.Words
	head    fyne.CanvasObject
	group   fyne.CanvasObject
	heading *passage
	lead    *passage
	items   map[string]*itemRows
	order   []string // the items' IDs as they are shown
	add     *widgets.Button
	addRow  fyne.CanvasObject
	toFront fyne.CanvasObject

	template *sectionFacts // only in templates
	removed  removedItems
	why      *widgets.Words // why the section is no part of the agreement
	grant    *grantRows     // nil for other kinds of sections
}

// itemRows are the rows of one item: its title, where the section's items have titles, and its text.
type itemRows struct {
	moveButtons
	title, text *passage
	network     *networkRow // nil for other kinds of sections
	handle      *widgets.Handle
}

func (it *itemRows) passages() []*passage {
	if it.title != nil {
		return []*passage{it.title, it.text}
	}
	return []*passage{it.text}
}

func newSectionPage(d *Desk, id string) *sectionPage {
	p := &sectionPage{desk: d, section: id, items: make(map[string]*itemRows), removed: removedItems{desk: d}}
	s := p.model()
	w := d.words
	kind := string(s.Kind)
	p.name = heading(d.sectionName(s))
	p.why = widgets.NewWords("", theme.SizeNameText, theme.ColorNameWarning)
	p.head = widgets.NewIndent(d.columns, p.name, d.help(w.T("section."+kind+".about")), p.why)
	p.heading = newPassage(d, agreement.Place{Section: id, Part: agreement.PartHeading}, true).strong()
	p.heading.row.SetLabel(0, w.T("section.heading"))
	p.lead = newPassage(d, agreement.Place{Section: id, Part: agreement.PartLead}, false)
	p.lead.row.SetLabel(0, w.T("section."+kind+".lead"))
	if s.Kind == agreement.Goals {
		p.lead.strong()
	} else {
		p.lead.optional()
	}
	p.group = d.subtitle(w.T("section." + kind + ".items"))
	p.add, p.addRow = d.button(w.T("section."+kind+".add"), theme.ContentAddIcon(), func() { d.AddItem() })
	if s.Kind == agreement.GrantTerms {
		p.grant = newGrantRows(d, id)
	}
	if s.Kind.Standing() {
		_, p.toFront = d.button(w.T("section."+kind+".people"), theme.NavigateNextIcon(), func() {
			d.open(frontPage)
			d.focusFirst()
		})
	}
	p.template = newSectionFacts(d, id)
	return p
}

func (p *sectionPage) model() agreement.Section {
	s, _ := p.desk.editor.Agreement().Section(p.section)
	return s
}

func (p *sectionPage) build() []fyne.CanvasObject {
	s := p.model()
	rows := []fyne.CanvasObject{p.head, p.heading.row, p.lead.row}
	if p.grant != nil {
		rows = append(rows, p.grant.facts()...)
	}
	rows = append(rows, p.group)
	p.order = p.order[:0]
	kept := make(map[string]*itemRows, len(s.Items))
	for i, it := range s.Items {
		r := p.items[it.ID]
		if r == nil {
			r = p.newItem(s, it.ID)
		}
		kept[it.ID] = r
		p.order = append(p.order, it.ID)
		p.number(s, r, i)
		for _, passage := range r.passages() {
			rows = append(rows, passage.row)
		}
		if r.network != nil {
			rows = append(rows, r.network.row)
		}
	}
	p.items = kept
	p.desk.prune(p)
	rows = append(rows, p.removed.build(p.section)...)
	rows = append(rows, p.addRow)
	if p.grant != nil {
		rows = append(rows, p.grant.build()...)
	}
	p.fade()
	if p.toFront != nil {
		rows = append(rows, p.toFront)
	}
	return append(rows, p.template.build()...)
}

func (p *sectionPage) newItem(s agreement.Section, id string) *itemRows {
	d := p.desk
	place := agreement.Place{Section: s.ID, Item: id}
	r := &itemRows{}
	if s.Kind.Titled() {
		place.Part = agreement.PartTitle
		r.title = newPassage(d, place, true).strong()
		r.title.row.Tight()
	}
	place.Part = agreement.PartText
	r.text = newPassage(d, place, false)
	if s.Kind == agreement.Networks {
		r.text.row.Tight()
		r.network = newNetworkRow(d, s.ID, id)
	}
	r.moveButtons = d.newMoveButtons(d.moveHints(), func(by int) { d.moveItem(s.ID, id, by) }, func() { d.removeItem(s.ID, id) })
	r.passages()[0].row.SetActions(r.moveButtons.all()...)
	r.handle = p.newHandle(id)
	r.passages()[0].row.SetHandle(r.handle)
	return r
}

// number sets what depends on where in the list an item stands.
func (p *sectionPage) number(s agreement.Section, r *itemRows, i int) {
	if s.Kind.Numbered() {
		number := ""
		if n := p.desk.editor.Agreement().Printed(s, s.Items[i].ID); n > 0 {
			number = strconv.Itoa(n)
		}
		r.passages()[0].row.SetNumber(number)
	}
	r.moveButtons.at(i, len(s.Items))
}

func (p *sectionPage) passages() []*passage {
	out := []*passage{p.heading, p.lead}
	for _, id := range p.order {
		out = append(out, p.items[id].passages()...)
	}
	if p.grant != nil {
		out = append(out, p.grant.passages()...)
	}
	return out
}

func (p *sectionPage) slots() []*slot {
	var out []*slot
	out = append(p.heading.both(), p.lead.both()...)
	for _, id := range p.order {
		for _, passage := range p.items[id].passages() {
			out = append(out, passage.both()...)
		}
		if n := p.items[id].network; n != nil {
			out = append(out, n.leader, n.members)
		}
	}
	if p.grant != nil {
		out = append(out, p.grant.slots()...)
	}
	return out
}

func (p *sectionPage) refresh(place agreement.Place) {
	for _, passage := range p.passages() {
		if passage.place == place {
			passage.note()
		}
	}
	if p.grant != nil {
		p.grant.note()
	}
}

func (p *sectionPage) reviewed() {
	p.name.SetText(p.desk.sectionName(p.model()))
	p.fade()
	for _, passage := range p.passages() {
		passage.note()
	}
}

func (p *sectionPage) target(place agreement.Place) fyne.Focusable {
	if place.Item == "" && place.Part == "" {
		return p.add
	}
	return p.removed.target(place.Item)
}

// place gives the index of an item as shown, or -1.
func (p *sectionPage) place(item string) int {
	for i, id := range p.order {
		if id == item {
			return i
		}
	}
	return -1
}
