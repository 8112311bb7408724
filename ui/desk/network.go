package desk

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// networkRow edits who leads a network and who takes part in it. Parties are shown by their names; what is typed and is
// no party's name is kept as it is.
type networkRow struct {
	desk            *Desk
	section, id     string
	row             *widgets.Row
	leader, members *slot
}

func newNetworkRow(d *Desk, section, id string) *networkRow {
	w := d.words
	n := &networkRow{desk: d, section: section, id: id}
	n.leader = n.slot(agreement.PartLeader, true,
		func(it agreement.Item) []string { return []string{it.Lead} },
		func(who []string) agreement.Command { return agreement.SetLeader(section, id, strings.Join(who, "")) })
	n.members = n.slot(agreement.PartMembers, false,
		func(it agreement.Item) []string { return it.Members },
		func(who []string) agreement.Command { return agreement.SetMembers(section, id, who) })
	n.leader.entry.SetPlaceHolder(w.T("desk.network.leader_form"))
	n.members.entry.SetPlaceHolder(w.T("desk.network.members_form"))
	n.row = widgets.NewRow(d.plain, n.leader.entry, n.members.entry)
	n.row.SetLabel(0, w.T("desk.network.leader"))
	n.row.SetLabel(1, w.T("desk.network.members"))
	n.leader.bind(n.row)
	n.members.bind(n.row)
	d.setLink(n.row, 0, w.T("desk.network.pick"), n.pickLeader)
	d.setLink(n.row, 1, w.T("desk.network.pick"), n.pickMembers)
	return n
}

func (n *networkRow) item(a agreement.Agreement) agreement.Item {
	s, _ := a.Section(n.section)
	it, _ := s.Item(n.id)
	return it
}

// slot makes an entry for one or several, each on a line.
func (n *networkRow) slot(part agreement.Part, oneLine bool, get func(agreement.Item) []string, set func([]string) agreement.Command) *slot {
	s := newSlot(n.desk, agreement.Place{Section: n.section, Item: n.id, Part: part}, "", "", oneLine)
	s.read = func(a agreement.Agreement) string {
		everybody := n.desk.everybody(a)
		var names []string
		for _, who := range get(n.item(a)) {
			names = append(names, named(everybody, who))
		}
		return strings.Join(names, "\n")
	}
	s.write = func(text string) agreement.Command {
		a := n.desk.editor.Agreement()
		everybody, already := n.desk.everybody(a), get(n.item(a))
		var who []string
		for line := range strings.SplitSeq(text, "\n") {
			who = append(who, meant(everybody, line, already))
		}
		return set(who)
	}
	return s
}

// somebody is who can lead a network or take part in it: a party, or all in a repeated role.
type somebody struct{ key, name string }

// everybody lists the parties and the repeated roles.
func (d *Desk) everybody(a agreement.Agreement) []somebody {
	var out []somebody
	form := d.speech()
	for _, role := range a.Roles {
		parties := a.PartiesIn(role.ID)
		if role.Repeated() {
			out = append(out, somebody{role.ID, d.words.T("desk.network.all_of", "Role", role.Called(0, form))})
		} else if len(parties) == 0 {
			out = append(out, somebody{role.ID, role.Label.In(form)})
		}
		for _, p := range parties {
			name := strings.TrimSpace(p.Name)
			if name == "" {
				name = role.Label.In(form)
			}
			out = append(out, somebody{p.Key(), name})
		}
	}
	return out
}

// named gives the name that a leader or member is shown by.
func named(everybody []somebody, who string) string {
	for _, s := range everybody {
		if s.key == who {
			return s.name
		}
	}
	return who
}

// meant gives whom a name stands for: one of those that are there already, another one, or else just the name.
func meant(everybody []somebody, name string, already []string) string {
	name = strings.TrimSpace(name)
	same := func(s somebody) bool { return strings.EqualFold(s.name, name) }
	for _, s := range everybody {
		if same(s) && slices.Contains(already, s.key) {
			return s.key
		}
	}
	if i := slices.IndexFunc(everybody, same); i >= 0 && name != "" {
		return everybody[i].key
	}
	return name
}

func (n *networkRow) pickLeader() {
	leader := func() []string { return []string{n.item(n.desk.editor.Agreement()).Lead} }
	n.pick("desk.network.pick_leader", false, leader, func(key string) agreement.Command {
		return agreement.SetLeader(n.section, n.id, key)
	})
}

func (n *networkRow) pickMembers() {
	members := func() []string { return n.item(n.desk.editor.Agreement()).Members }
	n.pick("desk.network.pick_members", true, members, func(key string) agreement.Command {
		list := slices.Clone(members())
		if i := slices.Index(list, key); i >= 0 {
			list = slices.Delete(list, i, i+1)
		} else {
			list = append(list, key)
		}
		return agreement.SetMembers(n.section, n.id, list)
	})
}

// pick lists the parties in a dialog, with marks at those that are chosen: many, or one, which closes it.
func (n *networkRow) pick(title string, many bool, chosen func() []string, choose func(key string) agreement.Command) {
	d := n.desk
	if d.canvas() == nil || d.covered() {
		return
	}
	list := widgets.NewChoices()
	show := func() {
		var lines []widgets.Choice
		for _, s := range d.everybody(d.editor.Agreement()) {
			line := widgets.Choice{ID: s.key, Title: s.name, Icon: theme.CheckButtonIcon()}
			if slices.Contains(chosen(), s.key) {
				line.Icon = theme.CheckButtonCheckedIcon()
			}
			lines = append(lines, line)
		}
		list.Set(lines)
	}
	var b *box
	pick := func(key string) {
		d.history.seal()
		d.do(choose(key))
		d.history.seal()
		if !many {
			b.Hide()
			return
		}
		show()
	}
	list.OnChosen, list.OnActivated = pick, pick
	list.OnKey = func(key *fyne.KeyEvent) bool {
		return (key.Name != fyne.KeySpace || !many) && d.boxKey(key) // the blank marks; the dialog stays
	}
	show()
	done := widgets.NewButton(d.words.T("desk.network.done"), nil, func() { b.Hide() })
	height := min(560, float32(150+40*len(list.Choices())))
	b = d.showBox(d.words.T(title), list, fyne.NewSize(460, height), list, done)
}
