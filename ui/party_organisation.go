package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/data/parties"
	"avtalebok/ui/widgets"
)

// shownKnown is how many of the organisations used before are seen at once.
const shownKnown = 4

// organisation asks for a body that is in no table of ours: one that was used before, or a new one.
func (p *partyPicker) organisation() fyne.CanvasObject {
	p.name = newField(p.T("dialog.organisationName"))
	p.number = newField(p.T("dialog.organisationNumber"))
	p.name.onFocus, p.number.onFocus = p.focused, p.focused
	p.name.SetText(p.party.Name)
	p.number.SetText(p.party.OrgNumber)
	wrong := widgets.NewNote(p.T("dialog.organisationNumberWrong"))
	wrong.SetColour(theme.ColorNameWarning)
	p.used = p.usedBefore()
	show := func() {
		wrong.Hidden = p.party.OrgNumber == "" || parties.ValidNumber(p.party.OrgNumber)
		wrong.Refresh()
		p.offer()
	}
	p.name.OnChanged = func(string) { p.named(); show(); p.changed() }
	p.number.OnChanged = p.name.OnChanged
	p.name.onKey = p.nameKey
	p.number.OnSubmitted = func(string) { p.submit() }
	show()
	return container.NewVBox(p.name, p.used, p.number, wrong)
}

// named takes what is typed as the party. One that was used before comes with what is known of it.
func (p *partyPicker) named() {
	name := strings.TrimSpace(p.name.Text)
	number := strings.Join(strings.Fields(p.number.Text), "")
	p.party = agreement.Party{ID: p.party.ID, Role: p.role.ID, Kind: p.role.Kind, Name: name, Short: name, OrgNumber: number}
	for _, k := range p.known {
		if k.Name == name && k.OrgNumber == number {
			p.party.Short, p.party.Address, p.party.Adopted = k.Short, k.Address, k.Adopted
			p.party.Contacts, p.party.Signatories = k.Contacts, k.Signatories
		}
	}
	p.chosen, p.byHand = name != "", true
}

// learn tells which organisations can be found by typing. They may come when the user has begun to type.
func (p *partyPicker) learn(known []agreement.Party) {
	p.known = known
	if p.role.Kind == agreement.OrganisationParty && p.box != nil {
		p.offer()
	}
}

// usedBefore makes the list of organisations used before, beneath the name.
func (p *partyPicker) usedBefore() *fyne.Container {
	p.matches = newRows(func() int { return len(p.offered) }, newOrganisationRow, p.fillOffered)
	p.matches.at = -1
	p.matches.onMoved = p.matches.Refresh
	p.matches.onOpen = p.takeOffered
	return container.New(&least{}, p.matches)
}

// offer shows the organisations that match the name, unless it is already one of them.
func (p *partyPicker) offer() {
	p.offered = matching(p.known, p.name.Text)
	for _, k := range p.known {
		if k.Name == p.party.Name && k.OrgNumber == p.party.OrgNumber {
			p.offered = nil
		}
	}
	p.matches.at = -1
	height := newOrganisationRow().MinSize().Height + theme.Padding()
	p.used.Layout = &least{height: float32(min(len(p.offered), shownKnown)) * height}
	p.used.Hidden = len(p.offered) == 0 || !p.open
	p.matches.Refresh()
	p.box.Refresh()
}

func (p *partyPicker) takeOffered(at int) {
	if at < 0 || at >= len(p.offered) {
		return
	}
	k := p.offered[at]
	p.number.Text = k.OrgNumber
	p.number.Refresh()
	p.name.Text = "" // so that the name counts as changed, whatever was typed
	p.name.SetText(k.Name)
	p.submit()
}

// submit goes on to what is to be filled in next.
func (p *partyPicker) submit() {
	if p.submitted != nil && p.chosen {
		p.submitted()
	}
}

// nameKey goes through the list while the focus stays in the name. Enter takes what is marked, else it goes on to the number.
func (p *partyPicker) nameKey(e *fyne.KeyEvent) bool {
	switch {
	case isEnter(e) && p.matches.at >= 0:
		p.takeOffered(p.matches.at)
	case isEnter(e):
		p.window.Canvas().Focus(p.number)
	case e.Name == fyne.KeyDown && p.matches.at < len(p.offered)-1:
		p.matches.goTo(p.matches.at + 1)
	case e.Name == fyne.KeyUp && p.matches.at > 0:
		p.matches.goTo(p.matches.at - 1)
	case e.Name == fyne.KeyUp && p.matches.at == 0:
		p.matches.at = -1
		p.matches.Refresh()
	default:
		return e.Name == fyne.KeyDown || e.Name == fyne.KeyUp
	}
	return true
}

// newOrganisationRow makes a line of the list: name and number.
func newOrganisationRow() fyne.CanvasObject { return newColumns(0.72, 0.28) }

func (p *partyPicker) fillOffered(at int, o fyne.CanvasObject) {
	if at >= len(p.offered) {
		return
	}
	k := p.offered[at]
	fillColumns(o, at == p.matches.at, k.Name, k.OrgNumber)
}

// newColumns makes a line of columns, each a part of the width, with a mark behind them.
func newColumns(widths ...float32) fyne.CanvasObject {
	row := container.New(&columns{widths})
	for range widths {
		l := widget.NewLabel("")
		l.Truncation = fyne.TextTruncateEllipsis
		row.Add(l)
	}
	mark := canvas.NewRectangle(color.Transparent)
	mark.CornerRadius = theme.Size(theme.SizeNameSelectionRadius)
	return container.NewStack(mark, row)
}

// fillColumns writes a line, marked where Enter takes it while the focus is in the field.
func fillColumns(o fyne.CanvasObject, marked bool, words ...string) {
	mark, row := o.(*fyne.Container).Objects[0].(*canvas.Rectangle), o.(*fyne.Container).Objects[1].(*fyne.Container)
	mark.FillColor = color.Transparent
	if marked {
		mark.FillColor = theme.Color(theme.ColorNameSelection)
	}
	mark.Refresh()
	for i, text := range words {
		row.Objects[i].(*widget.Label).SetText(text)
	}
}

// columns sets the columns of a line to the same places in every line.
type columns struct{ widths []float32 } // parts of the width

func (*columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(360, objects[0].MinSize().Height-theme.Padding())
}

func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for i, o := range objects {
		width := size.Width * c.widths[i]
		height := o.MinSize().Height
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		o.Resize(fyne.NewSize(width, height))
		x += width
	}
}
