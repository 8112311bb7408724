package desk

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// templateFront edits what a template is called and is for, the agreement's title and theme, and the roles.
type templateFront struct {
	desk      *Desk
	head      fyne.CanvasObject
	texts     []*passage
	rolesHead fyne.CanvasObject
	roles     map[string]*blockRows
	order     []string
	add       *widgets.Button
	addRow    fyne.CanvasObject
}

func newTemplateFront(d *Desk) *templateFront {
	w := d.words
	p := &templateFront{desk: d, roles: make(map[string]*blockRows)}
	p.head = d.title(heading(w.T("desk.template.front")), w.T("desk.template.front_about"))
	text := func(place agreement.Place, label string, oneLine bool) *passage {
		passage := newPassage(d, place, oneLine)
		passage.row.SetLabel(0, w.T(label))
		p.texts = append(p.texts, passage)
		return passage
	}
	text(agreement.TemplateNamePlace, "desk.template.name", true).strong()
	text(agreement.TemplateAboutPlace, "desk.template.about", false)
	text(agreement.Place{Part: agreement.PartTitle}, "desk.title", true).strong()
	text(agreement.Place{Part: agreement.PartTheme}, "desk.theme", true).optional()
	p.rolesHead = d.subtitle(w.T("desk.template.roles"), d.help(w.T("desk.template.roles_about")))
	p.add, p.addRow = d.button(w.T("desk.template.add_role"), theme.ContentAddIcon(), d.askRole)
	return p
}

func (p *templateFront) build() []fyne.CanvasObject {
	rows := []fyne.CanvasObject{p.head}
	for _, t := range p.texts {
		rows = append(rows, t.row)
	}
	rows = append(rows, p.rolesHead)
	p.order = nil
	for _, role := range p.desk.editor.Agreement().Roles {
		b := p.roles[role.ID]
		if b == nil {
			b = p.desk.newRoleRows(role.ID)
			p.roles[role.ID] = b
		}
		p.order = append(p.order, role.ID)
		rows = append(rows, b.rows...)
	}
	return append(rows, p.addRow)
}

func (p *templateFront) slots() []*slot {
	var out []*slot
	for _, t := range p.texts {
		out = append(out, t.both()...)
	}
	for _, id := range p.order {
		out = append(out, p.roles[id].slots...)
	}
	return out
}

func (p *templateFront) refresh(place agreement.Place) {
	for _, t := range p.texts {
		if t.place == place {
			t.note()
		}
	}
	if b := p.roles[place.Party]; b != nil {
		b.show()
	}
}

func (p *templateFront) reviewed() {
	for _, t := range p.texts {
		t.note()
	}
}

func (p *templateFront) target(agreement.Place) fyne.Focusable { return nil }

var partyKinds = []agreement.PartyKind{agreement.CountyParty, agreement.MunicipalityParty, agreement.OrganisationParty}

func (d *Desk) partyKindNames() []string {
	var out []string
	for _, k := range partyKinds {
		out = append(out, d.words.T("desk.template.kind."+string(k)))
	}
	return out
}

// newRoleRows makes the rows of a role.
func (d *Desk) newRoleRows(id string) *blockRows {
	b := &blockRows{}
	place := agreement.Place{Party: id, Part: agreement.PartTitle}
	role := func(a agreement.Agreement) agreement.Role {
		r, _ := a.Role(id)
		return r
	}
	now := func() agreement.Role { return role(d.editor.Agreement()) }
	label := d.pairRow(b, place, "role_label", true,
		func(a agreement.Agreement) agreement.Pair { return role(a).Label },
		func(p agreement.Pair, _ agreement.Form) agreement.Command {
			r := now()
			r.Label = p
			return agreement.SetRole(r, "label")
		})
	label.SetTitle("{"+id+"}", d.words.T("desk.template.role_mention", "Short", "{"+id+"}", "Full", "{"+id+".name}"))
	label.SetActions(d.actions(
		func(by int) { d.do(agreement.MoveRole(id, by)) }, func() { d.do(agreement.RemoveRole(id)) })...)
	titles := func(what string, list func(*agreement.Role) *[]agreement.Pair) {
		d.pairRow(b, place, what, false,
			func(a agreement.Agreement) agreement.Pair {
				r := role(a)
				return lines(*list(&r))
			},
			func(p agreement.Pair, form agreement.Form) agreement.Command {
				r := now()
				*list(&r) = withLines(*list(&r), form, p.In(form))
				return agreement.SetRole(r, what)
			})
	}
	titles("signatories", func(r *agreement.Role) *[]agreement.Pair { return &r.Signatories })
	titles("contacts", func(r *agreement.Role) *[]agreement.Pair { return &r.Contacts })
	kind := d.choiceRow(b, d.words.T("desk.template.role_kind"), d.partyKindNames(), func(i int) {
		if r := now(); r.Kind != partyKinds[i] {
			r.Kind = partyKinds[i]
			d.do(agreement.SetRole(r, ""))
		}
	})
	many := d.addRepeat(b, place, role)
	b.show = func() {
		r := now()
		kind.show(slices.Index(partyKinds, r.Kind))
		many.Present(r.Repeated())
	}
	b.show()
	return b
}

// mostParties is how many parties a role for several may have unless the user says otherwise.
const mostParties = 50

// addRepeat adds the rows that make a role one for several parties.
func (d *Desk) addRepeat(b *blockRows, place agreement.Place, role func(agreement.Agreement) agreement.Role) *widgets.Check {
	now := func() agreement.Role { return role(d.editor.Agreement()) }
	many := widgets.NewCheck(d.words.T("desk.template.repeat"), func(on bool) {
		r := now()
		if r.Repeated() == on {
			return
		}
		r.Repeat = agreement.Repeat{}
		if on {
			r.Repeat = agreement.Repeat{Min: 2, Max: mostParties}
			if r.Plural.Blank() {
				r.Plural = r.Label
			}
		} else {
			r.Plural = agreement.Pair{}
		}
		d.do(agreement.SetRole(r, ""))
		if page, ok := d.page.(*templateFront); ok { // it has more rows, or fewer
			delete(page.roles, r.ID)
			d.rebuild()
		}
	})
	row := widgets.NewButtons(d.columns, many)
	many.OnFocused = d.revealing(row)
	b.rows = append(b.rows, row)
	if !now().Repeated() {
		return many
	}
	d.pairRow(b, place, "plural", true,
		func(a agreement.Agreement) agreement.Pair { return role(a).Plural },
		func(p agreement.Pair, _ agreement.Form) agreement.Command {
			r := now()
			r.Plural = p
			return agreement.SetRole(r, "plural")
		})
	bound := func(r *agreement.Role, i int) *int { return []*int{&r.Repeat.Min, &r.Repeat.Max}[i] }
	d.numberRow(b, place, [2]string{"repeat_min", "repeat_max"},
		func(a agreement.Agreement, i int) *int64 {
			r := role(a)
			n := int64(*bound(&r, i))
			return &n
		},
		func(i int, n *int64) agreement.Command {
			r := now()
			if n != nil && *n > 0 && *n <= mostParties*4 {
				*bound(&r, i) = int(*n)
				if r.Repeat.Min > r.Repeat.Max {
					*bound(&r, 1-i) = int(*n)
				}
			}
			return agreement.SetRole(r, "repeat")
		})
	return many
}

// mentionOf is how texts mention a value.
func mentionOf(id string) string { return "{" + strings.TrimSpace(id) + "}" }
