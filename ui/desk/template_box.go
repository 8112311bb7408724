package desk

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// nameBox asks what something new in a template is called, in both forms, and which sort of thing it is.
type nameBox struct {
	desk   *Desk
	box    *box
	names  [2]*widgets.Entry
	kinds  []*picker
	accept func(name agreement.Pair, kinds []int)
	act    *widgets.Button
}

// askName shows the box. Each choice has a label and what there is to choose from.
func (d *Desk) askName(title, label string, choices []nameChoice, accept func(agreement.Pair, []int)) {
	if d.options.Window == nil || d.covered() {
		return
	}
	n := &nameBox{desk: d, accept: accept}
	var forms []fyne.CanvasObject
	for i, form := range agreement.Forms {
		e := widgets.NewLineEntry()
		e.SetPlaceHolder(d.words.T("desk.form." + string(form)))
		e.OnEdited = func(string) { n.check() }
		e.OnKey = func(key *fyne.KeyEvent) bool {
			if key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter {
				n.take()
				return true
			}
			return key.Name == fyne.KeyEscape && d.Escape()
		}
		n.names[i] = e
		forms = append(forms, e)
	}
	rows := container.NewVBox(
		widgets.NewWords(label, theme.SizeNameText, theme.ColorNameForeground), container.NewGridWithColumns(2, forms...))
	for _, c := range choices {
		p := newPicker(c.options, func(int) {})
		rows.Add(widgets.NewWords(c.label, theme.SizeNameText, theme.ColorNameForeground))
		rows.Add(p)
		n.kinds = append(n.kinds, p)
	}
	n.act = widgets.NewButton(d.words.T("desk.template.add"), nil, n.take)
	n.act.Importance = widget.HighImportance
	n.act.Disable()
	cancel := widgets.NewButton(d.words.T("dialog.cancel"), nil, func() { n.box.Hide() })
	n.box = d.showBox(title, rows, fyne.NewSize(560, 0), n.names[columnOf[d.speech()]], cancel, n.act)
}

// nameChoice is one choice in the box.
type nameChoice struct {
	label   string
	options []string
}

func (n *nameBox) name() agreement.Pair {
	return agreement.Pair{NB: strings.TrimSpace(n.names[0].Text), NN: strings.TrimSpace(n.names[1].Text)}
}

func (n *nameBox) check() { enable(n.act, !n.name().Blank()) }

func (n *nameBox) take() {
	name := n.name()
	if name.Blank() {
		return
	}
	var kinds []int
	for _, p := range n.kinds {
		kinds = append(kinds, p.SelectedIndex())
	}
	n.box.before = nil // the cursor goes to what is new
	n.box.Hide()
	n.desk.history.seal()
	n.accept(name, kinds)
	n.desk.history.seal()
}

// word is what an identifier is made of.
func word(p agreement.Pair) string {
	if strings.TrimSpace(p.NB) != "" {
		return p.NB
	}
	return p.NN
}

// askField asks for a new question and adds it.
func (d *Desk) askField() {
	w := d.words
	d.askName(w.T("desk.template.add_field"), w.T("desk.template.field_label"),
		[]nameChoice{{w.T("desk.template.field_type"), d.fieldTypeNames()}}, func(name agreement.Pair, kinds []int) {
			f := agreement.Field{Type: fieldTypes[kinds[0]], Label: name}
			f.ID = d.editor.Agreement().FreeID(word(name), "felt")
			if f.Type == agreement.ChoiceField {
				f.Options = yesOrNo()
			}
			d.do(agreement.AddField(f))
			d.focusPlace(agreement.Place{Field: f.ID, Part: agreement.PartAbout}, d.speech())
		})
}

// askRole asks for a new role and adds it.
func (d *Desk) askRole() {
	w := d.words
	d.askName(w.T("desk.template.add_role"), w.T("desk.template.role_label"),
		[]nameChoice{{w.T("desk.template.role_kind"), d.partyKindNames()}}, func(name agreement.Pair, kinds []int) {
			r := agreement.Role{Kind: partyKinds[kinds[0]], Label: name, Signatories: []agreement.Pair{{NB: "Leder", NN: "Leiar"}}}
			r.ID = d.editor.Agreement().FreeID(word(name), "part")
			d.do(agreement.AddRole(r))
			d.focusPlace(agreement.Place{Party: r.ID, Part: agreement.PartTitle}, d.speech())
		})
}

var sectionKinds = []agreement.SectionKind{
	agreement.Prose, agreement.Goals, agreement.Roles, agreement.Focus, agreement.Networks, agreement.GrantTerms,
	agreement.PartyList, agreement.Contacts, agreement.Signatures,
}

// askSection asks for a new section and puts it after another one.
func (d *Desk) askSection(after string) {
	w := d.words
	var kinds, parties []string
	for _, k := range sectionKinds {
		kinds = append(kinds, w.T("section."+string(k)+".name"))
	}
	roles := d.editor.Agreement().Roles
	for _, r := range roles {
		parties = append(parties, capital(r.Label.In(d.speech())))
	}
	choices := []nameChoice{{w.T("desk.template.section_kind"), kinds}}
	if len(parties) > 0 {
		choices = append(choices, nameChoice{w.T("desk.template.section_party"), parties})
	}
	d.askName(w.T("desk.template.section_add"), w.T("section.heading"), choices, func(name agreement.Pair, chosen []int) {
		s := agreement.Section{Kind: sectionKinds[chosen[0]], Heading: agreement.Both(name.NB, name.NN)}
		if s.Kind == agreement.Roles && len(roles) > 0 {
			s.Party = roles[chosen[1]].ID
		}
		s.ID = d.editor.Agreement().FreeID(word(name), "del")
		d.do(agreement.AddSection(after, s))
		if _, ok := d.editor.Agreement().Section(s.ID); ok {
			d.open(pageID(s.ID))
			d.showReview()
			d.focusFirst()
		}
	})
}

// InsertPlaceholder lists what texts can mention, and puts the chosen one where the cursor is.
func (d *Desk) InsertPlaceholder() {
	s := d.current
	if s == nil || s.form == "" || d.options.Window == nil || d.covered() {
		return
	}
	a := d.editor.Agreement()
	var choices []widgets.Choice
	for _, id := range agreement.PlaceholderIDs(a.Roles, a.Fields) {
		choices = append(choices, widgets.Choice{ID: id, Title: mentionOf(id), Note: d.placeholderMeans(id)})
	}
	list := widgets.NewChoices()
	list.Follow = true
	list.Set(choices)
	list.Select(choices[0].ID)
	chosen := choices[0].ID
	list.OnChosen = func(id string) { chosen = id }
	var b *box
	insert := func() {
		b.before = nil
		b.Hide()
		d.focus(s.entry)
		for _, r := range mentionOf(chosen) {
			s.entry.TypedRune(r)
		}
	}
	list.OnActivated = func(string) { insert() }
	list.OnKey = func(key *fyne.KeyEvent) bool { return key.Name == fyne.KeyEscape && d.Escape() }
	act := widgets.NewButton(d.words.T("desk.template.insert"), nil, insert)
	act.Importance = widget.HighImportance
	cancel := widgets.NewButton(d.words.T("dialog.cancel"), nil, func() { b.Hide() })
	about := widgets.NewWords(d.words.T("desk.template.placeholder_about"), theme.SizeNameText, theme.ColorNameForeground)
	b = d.showBox(d.words.T("desk.placeholder"), container.NewBorder(about, nil, nil, nil, list),
		fyne.NewSize(560, 480), list, cancel, act)
}

// placeholderMeans says what a placeholder stands for, and what it is in this draft.
func (d *Desk) placeholderMeans(id string) string {
	a := d.editor.Agreement()
	form := d.speech()
	means := ""
	if f, ok := a.Field(id); ok {
		means = f.Label.In(form)
	} else if r, ok := a.Role(id); ok {
		means = d.words.T("desk.template.short_name", "Role", r.Label.In(form))
	} else if role, _, cut := strings.Cut(id, "."); cut {
		r, _ := a.Role(role)
		key := "desk.template.full_name"
		if strings.HasSuffix(id, ".count") {
			key = "desk.template.number_of"
		}
		means = d.words.T(key, "Role", r.Label.In(form))
	} else {
		means = d.words.T("desk.template.copies")
	}
	if value := a.Value(id, form); value != "" {
		means += ": " + value
	}
	return means
}
