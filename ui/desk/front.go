package desk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// titlePage edits the agreement's title and theme, and the parties.
type titlePage struct {
	desk         *Desk
	head         fyne.CanvasObject
	title, theme *passage
	parties      []*partyRows
	repeated     map[string]*roleRows // by the role's ID
}

func newTitlePage(d *Desk) *titlePage {
	p := &titlePage{desk: d, repeated: make(map[string]*roleRows), head: d.title(heading(d.words.T("desk.front")), d.words.T("desk.front_about"))}
	p.title = newPassage(d, agreement.Place{Part: agreement.PartTitle}, true).strong()
	p.title.row.SetLabel(0, d.words.T("desk.title"))
	p.theme = newPassage(d, agreement.Place{Part: agreement.PartTheme}, true).optional()
	p.theme.row.SetLabel(0, d.words.T("desk.theme"))
	return p
}

func (p *titlePage) build() []fyne.CanvasObject {
	rows := []fyne.CanvasObject{p.head, p.title.row, p.theme.row}
	old := p.parties
	p.parties = nil
	for _, role := range p.desk.editor.Agreement().Roles {
		if role.Repeated() {
			rows = append(rows, p.buildMembers(role, old)...)
			continue
		}
		r := keptRows(old, role.ID)
		if r == nil {
			r = newPartyRows(p.desk, role)
		}
		p.parties = append(p.parties, r)
		rows = append(rows, r.build()...)
	}
	return rows
}

func (p *titlePage) slots() []*slot {
	out := append(p.title.both(), p.theme.both()...)
	for _, party := range p.parties {
		out = append(out, party.slots()...)
	}
	return out
}

func (p *titlePage) refresh(place agreement.Place) {
	for _, passage := range p.passages() {
		if passage.place == place {
			passage.note()
		}
	}
}

func (p *titlePage) reviewed() {
	for _, passage := range p.passages() {
		passage.note()
	}
}

func (p *titlePage) passages() []*passage {
	out := []*passage{p.title, p.theme}
	for _, party := range p.parties {
		for _, person := range party.people {
			out = append(out, person.title)
		}
	}
	return out
}

func (p *titlePage) target(place agreement.Place) fyne.Focusable {
	for _, party := range p.parties {
		if party.key == place.Party && party.open {
			return party.target()
		}
	}
	if around := p.repeated[place.Party]; around != nil {
		return around.target()
	}
	return nil
}

// capital gives words with a capital first letter, as a heading has.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(strings.TrimSpace(s))
	if r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + strings.TrimSpace(s)[size:]
}

// chooseIcon is that of the button that finds a party.
func chooseIcon() fyne.Resource { return theme.SearchIcon() }

// fact makes a slot for a fact of a party that is the same in both forms.
func (d *Desk) fact(place agreement.Place, what string, read func(agreement.Party) string, write func(*agreement.Party, string)) *slot {
	s := newSlot(d, place, "", what, true)
	s.read = func(a agreement.Agreement) string {
		party, _ := a.Party(place.Party)
		return read(party)
	}
	s.write = func(text string) agreement.Command {
		party, _ := d.editor.Agreement().Party(place.Party)
		write(&party, text)
		return agreement.EditParty(party, place.Person+"/"+what)
	}
	return s
}

// factRow puts one or two facts into a row.
func (d *Desk) factRow(left, right *slot, labels ...string) *widgets.Row {
	var second fyne.CanvasObject
	if right != nil {
		second = right.entry
	}
	row := widgets.NewRow(d.plain, left.entry, second).Tight()
	left.bind(row)
	if right != nil {
		right.bind(row)
	}
	for i, l := range labels {
		row.SetLabel(i, l)
	}
	return row
}
