package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/parties"
)

// partyForm is the dialog in which a party is written.
type partyForm struct {
	*partiesScreen
	before parties.Entry
	kept   bool // before is in the register
	sheet  *sheet

	name, short, number, address *field
	adopted                      agreement.AdoptedForm
	signatories, contacts        *peopleForm
	wrong                        *widget.Label
	scroll                       *container.Scroll
}

// edit lets the user change a row. One that is not in the register is put there, with what its agreements say of it.
func (s *partiesScreen) edit(r partyRow) {
	if r.Kept || r.Agreements == 0 {
		s.editEntry(r.Entry)
		return
	}
	s.withAgreements(r.Entry, s.editEntry)
}

// withAgreements adds to an entry what its agreements say of it.
func (s *partiesScreen) withAgreements(e parties.Entry, done func(parties.Entry)) {
	var filled parties.Entry
	s.do(func() (err error) {
		filled, err = s.store.LearnParty(context.Background(), e)
		return err
	}, func() { done(filled) })
}

func (s *partiesScreen) editEntry(e parties.Entry) {
	f := &partyForm{partiesScreen: s, before: e, kept: e.ID > 0, adopted: e.Adopted, wrong: prose("")}
	f.wrong.Importance = widget.WarningImportance
	entry := func(text string) *field {
		n := newField("")
		n.SetText(text)
		n.OnChanged = func(string) { f.look() } // from here on
		n.OnSubmitted = func(string) { f.save() }
		return n
	}
	f.name, f.short, f.number, f.address = entry(e.Name), entry(e.Short), entry(agreement.SpacedNumber(e.OrgNumber)), entry(e.Address)
	if e.Short == e.Name {
		f.short.SetText("")
	}
	f.short.PlaceHolder = s.T("parties.form.short")
	table := container.New(layout.NewFormLayout())
	row := func(key string, o fyne.CanvasObject) {
		table.Add(widget.NewLabel(s.T(key)))
		table.Add(o)
	}
	first := f.name
	if e.BuiltIn() {
		first = f.number
	} else {
		row("parties.fact.name", f.name)
		row("parties.fact.short", f.short)
	}
	row("parties.fact.number", f.number)
	row("parties.fact.address", f.address)
	if !e.BuiltIn() {
		row("parties.fact.form", f.forms())
	}
	f.signatories = newPeopleForm(f, false, e.Signatories)
	f.contacts = newPeopleForm(f, true, e.Contacts)
	box := container.NewVBox(table, f.wrong,
		subheading(s.T("parties.signatories")), f.signatories.box, subheading(s.T("parties.contacts")), f.contacts.box)
	if f.kept {
		box.Add(container.NewHBox(newButton(s.T("parties.form.learn"), f.learn), layout.NewSpacer()))
	}
	f.scroll = container.NewVScroll(container.NewBorder(nil, nil, nil, widget.NewLabel(""), box)) // room for the scroll bar
	height := min(540*textScale(), s.window.Canvas().Size().Height-190)
	title := e.Name
	if !f.kept && !e.BuiltIn() {
		title = s.T("parties.create")
	}
	f.sheet = s.newSheet(title, container.New(&least{height: height}, f.scroll), newButton(s.T("dialog.cancel"), func() { f.sheet.Hide() }),
		newMainButton(s.T("parties.save"), f.save))
	f.look()
	f.sheet.present(first, fyne.NewSize(820, 0))
}

// learn adds the people that the agreements name.
func (f *partyForm) learn() {
	before := f.entry()
	f.withAgreements(before, func(filled parties.Entry) {
		f.signatories.set(filled.Signatories)
		f.contacts.set(filled.Contacts)
		if f.address.Text == "" {
			f.address.SetText(filled.Address)
		}
		f.scroll.Refresh()
	})
}

// forms asks for the written form that an organisation uses.
func (f *partyForm) forms() fyne.CanvasObject {
	values := []agreement.AdoptedForm{"", agreement.AdoptedNynorsk, agreement.AdoptedBokmal, agreement.AdoptedNeutral}
	names := []string{f.T("parties.form.unknown")}
	for _, v := range values[1:] {
		names = append(names, f.T("app.form."+string(v)))
	}
	return newSegments(names, slices.Index(values, f.adopted), func(i int) { f.adopted = values[i] }).object
}

// entry gives what is written in the form.
func (f *partyForm) entry() parties.Entry {
	e := f.before
	e.Name, e.Short, e.OrgNumber, e.Address, e.Adopted = f.name.Text, f.short.Text, f.number.Text, f.address.Text, f.adopted
	e.Signatories, e.Contacts = f.signatories.people(), f.contacts.people()
	return e.Clean()
}

// look says what is wrong with the number while it is being written.
func (f *partyForm) look() {
	f.wrong.Hide()
	typed := parties.Entry{Party: agreement.Party{OrgNumber: f.number.Text}}.Clean().OrgNumber
	if err := parties.CheckNumber(typed); err != nil && len(typed) >= 9 {
		f.complain(err)
	}
}

func (f *partyForm) complain(err error) {
	f.wrong.SetText(f.words.Error(err))
	f.wrong.Show()
	if f.scroll != nil {
		f.scroll.Refresh()
		f.scroll.ScrollToTop()
	}
}

// save keeps what is written, if it can be kept.
func (f *partyForm) save() {
	e := f.entry()
	if err := e.Validate(); err != nil {
		f.complain(err)
		return
	}
	if f.kept && e.Same(f.before.Clean()) {
		f.sheet.Hide()
		return
	}
	var saved parties.Entry
	s := f.partiesScreen
	s.run(func() func() {
		var err error
		saved, err = s.store.SaveParty(context.Background(), e)
		return func() {
			switch {
			case agreement.CodeOf(err) == agreement.Conflict:
				f.complain(err)
			case err != nil:
				s.fail(err)
			default:
				f.sheet.Hide()
				back := data.PartyChange{Save: []parties.Entry{f.before}}
				if !f.kept {
					back = data.PartyChange{Delete: []int64{saved.ID}}
				}
				s.changed(s.T("parties.saved", "Name", saved.Name), saved.Key(), back)
			}
		}
	})
}

// peopleForm asks for the people of a party.
type peopleForm struct {
	*partyForm
	reach bool // they have an e-mail address and a telephone
	box   *fyne.Container
	rows  []*personForm
}

// personForm asks for one person.
type personForm struct {
	name, email, phone, titleNB, titleNN *field
	before                               agreement.Person
	object                               fyne.CanvasObject
}

func newPeopleForm(f *partyForm, reach bool, people []agreement.Person) *peopleForm {
	p := &peopleForm{partyForm: f, reach: reach, box: container.NewVBox()}
	p.set(people)
	return p
}

// set shows these people in place of those that are there.
func (p *peopleForm) set(people []agreement.Person) {
	p.rows = nil
	for _, q := range people {
		p.add(q)
	}
	p.fill()
}

func (p *peopleForm) fill() {
	p.box.Objects = nil
	for _, r := range p.rows {
		p.box.Add(r.object)
		p.box.Add(widget.NewSeparator())
	}
	key := "parties.form.add_signatory"
	if p.reach {
		key = "parties.form.add_contact"
	}
	more := newButton(p.T(key), func() {
		r := p.add(agreement.Person{})
		p.fill()
		p.scroll.Refresh()
		p.window.Canvas().Focus(r.name)
	})
	more.Icon = theme.ContentAddIcon()
	p.box.Add(container.NewHBox(more, layout.NewSpacer()))
	p.box.Refresh()
}

func (p *peopleForm) add(q agreement.Person) *personForm {
	entry := func(key, text string) *field {
		n := newField(p.T("parties.form." + key))
		n.SetText(text)
		n.OnSubmitted = func(string) { p.save() }
		return n
	}
	r := &personForm{
		name: entry("name", q.Name), email: entry("email", q.Email), phone: entry("phone", q.Phone),
		titleNB: entry("title_nb", q.Title.NB), titleNN: entry("title_nn", q.Title.NN), before: q,
	}
	r.titleNB.OnChanged = func(text string) { follow(text, r.titleNN, agreement.Nynorsk) }
	r.titleNN.OnChanged = func(text string) { follow(text, r.titleNB, agreement.Bokmal) }
	remove := newQuietButton(p.T("parties.form.remove"), theme.DeleteIcon(), func() {
		p.rows = slices.DeleteFunc(p.rows, func(other *personForm) bool { return other == r })
		p.fill()
		p.scroll.Refresh()
	})
	lines := container.NewVBox(container.NewBorder(nil, nil, nil, remove, r.name), container.NewGridWithColumns(2, r.titleNB, r.titleNN))
	if p.reach {
		lines.Add(container.NewGridWithColumns(2, r.email, r.phone))
	}
	r.object = lines
	p.rows = append(p.rows, r)
	return r
}

// follow fills in a title in the other form while it is blank and the title is a common one.
func follow(text string, other *field, form agreement.Form) {
	if t, ok := parties.KnownTitle(text); ok && other.Text == "" {
		fill := other.OnChanged
		other.OnChanged = nil
		other.SetText(t.In(form))
		other.OnChanged = fill
	}
}

// people gives those that are written, in order. A title that was changed counts as approved when both forms are there.
func (p *peopleForm) people() []agreement.Person {
	var out []agreement.Person
	for _, r := range p.rows {
		q := r.before
		q.Name, q.Email, q.Phone = r.name.Text, r.email.Text, r.phone.Text
		if title := (agreement.Pair{NB: r.titleNB.Text, NN: r.titleNN.Text}); title != q.Title.Pair {
			q.Title = agreement.Both(title.NB, title.NN)
		}
		out = append(out, q)
	}
	return out
}
