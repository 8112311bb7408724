package desk

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/translate/diff"
	"avtalebok/ui/widgets"
)

// updateBox is the dialog over what a newer version of the template would change: each change with its words, to be
// taken or left.
type updateBox struct {
	desk       *Desk
	box        *box
	old, newer agreement.Template
	working    agreement.Agreement // the newer version, to name what the draft does not have
	changes    []agreement.TemplateChange
	taken      map[updateKey]bool
	sheet      *widgets.Sheet
	act        *widgets.Button
}

type updateKey struct {
	kind  agreement.UpdateKind
	place agreement.Place
}

func keyOf(c agreement.TemplateChange) updateKey { return updateKey{c.Kind, c.Place} }

func newUpdateBox(d *Desk, old, newer agreement.Template) *updateBox {
	if d.options.Window == nil || len(d.boxes) > 0 {
		return nil
	}
	d.history.seal()
	w := d.words
	u := &updateBox{
		desk: d, old: old, newer: newer, working: newer.Working(), taken: make(map[updateKey]bool),
		changes: d.editor.Agreement().TemplateChanges(old, newer), sheet: widgets.NewSheet(0, 2),
	}
	var rows []fyne.CanvasObject
	var first fyne.Focusable
	for _, c := range u.changes {
		row, tick := u.rows(c)
		rows = append(rows, row...)
		if first == nil && tick != nil {
			first = tick
		}
	}
	u.sheet.SetRows(rows)
	about := widgets.NewWords(w.T("desk.update.about"), theme.SizeNameText, theme.ColorNameForeground)
	leave := widgets.NewButton(w.T("desk.update.wait"), nil, func() { u.box.Hide() })
	u.act = widgets.NewButton("", theme.ConfirmIcon(), u.carryOut)
	u.act.Importance = widget.HighImportance
	u.count()
	if first == nil {
		first = u.act
	}
	u.box = d.showBox(w.T("desk.update.title", "Version", newer.Version),
		container.NewBorder(container.NewVBox(about, widget.NewSeparator()), nil, nil, nil, u.sheet),
		fyne.NewSize(820, 620), first, leave, u.act)
	return u
}

// rows shows a change: whether it is taken, where it is, and what becomes of the words.
func (u *updateBox) rows(c agreement.TemplateChange) ([]fyne.CanvasObject, *widgets.Check) {
	d, columns := u.desk, &widgets.Columns{}
	title := u.where(c)
	if c.Always() {
		name := widgets.NewWords(title, theme.SizeNameText, theme.ColorNameForeground).Bold()
		what := widgets.NewNote(d.words.T("desk.update." + u.kindKey(c)))
		return []fyne.CanvasObject{widgets.NewIndent(columns, name, what)}, nil
	}
	u.taken[keyOf(c)] = c.ByItself()
	tick := widgets.NewCheck(title, func(on bool) {
		u.taken[keyOf(c)] = on
		u.count()
	})
	tick.Present(c.ByItself())
	rows := []fyne.CanvasObject{tick}
	tick.OnFocused = func() {
		u.sheet.Reveal(rows[0], 0, rows[len(rows)-1].Position().Y+rows[len(rows)-1].Size().Height-rows[0].Position().Y)
	}
	said := d.words.T("desk.update." + u.kindKey(c))
	if c.ByHand {
		said += " " + d.words.T("desk.update.by_hand")
	}
	note := widgets.NewNote(said)
	if c.ByHand {
		note.SetColour(theme.ColorNameWarning)
	}
	rows = append(rows, widgets.NewIndent(columns, note))
	for _, form := range agreement.Forms {
		if changes := u.wording(c, form); len(changes) > 0 {
			shown := widgets.NewChanges(theme.SizeNameText)
			shown.Present(d.words.T("desk.form."+string(form)), changes)
			rows = append(rows, container.NewPadded(shown))
		}
	}
	return rows, tick
}

// wording gives what becomes of the draft's words where the change is taken.
func (u *updateBox) wording(c agreement.TemplateChange, form agreement.Form) []diff.Change {
	from, to := c.Mine.In(form), c.After.In(form)
	if c.Place.Section != "" && c.Place.Item == "" && c.Place.Part == "" {
		from = allOfSection(u.desk.editor.Agreement(), c.Place.Section, form)
		to = allOfSection(u.working, c.Place.Section, form)
	}
	switch c.Kind {
	case agreement.UpdateMoved, agreement.UpdatePayments, agreement.UpdateNetwork:
		return nil
	case agreement.UpdateAdded:
		from = ""
	case agreement.UpdateRemoved:
		to = ""
	}
	if from == to {
		return nil
	}
	return diff.Words(from, to)
}

// allOfSection gives all that is written in a section, a paragraph for each passage.
func allOfSection(a agreement.Agreement, section string, form agreement.Form) string {
	var out []string
	for place, text := range a.Passages() {
		if s := strings.TrimSpace(text.In(form)); place.Section == section && s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n\n")
}

// kindKey names a kind of change in the locales.
func (u *updateBox) kindKey(c agreement.TemplateChange) string {
	switch {
	case c.Kind == agreement.UpdateAdded && c.Place.Item == "":
		return "section_added"
	case c.Kind == agreement.UpdateRemoved && c.Place.Item == "":
		return "section_removed"
	case c.Kind == agreement.UpdateAdded && c.ByHand:
		return "added_again"
	case c.Kind == agreement.UpdateMoved && c.Place.Section == "":
		return "sections_moved"
	case c.Always() && c.Mine.Blank():
		return string(c.Kind) + "_added"
	case c.Always() && c.After.Blank():
		return string(c.Kind) + "_removed"
	}
	return string(c.Kind)
}

// where names the place of a change, as the draft calls it or else as the newer version does.
func (u *updateBox) where(c agreement.TemplateChange) string {
	d, speech := u.desk, u.desk.speech()
	switch c.Place {
	case agreement.Place{}:
		return d.words.T("desk.update.whole")
	case agreement.Place{Part: agreement.PartTitle}:
		return d.words.T("desk.title")
	case agreement.Place{Part: agreement.PartTheme}:
		return d.words.T("desk.theme")
	}
	a := d.editor.Agreement()
	if c.Kind == agreement.UpdateAdded || c.Mine.Blank() {
		a = u.working
	}
	if name := a.Where(c.Place, speech); name != "" {
		return capital(name)
	}
	return capital(u.working.Where(c.Place, speech))
}

// count says on the button how many changes are taken.
func (u *updateBox) count() {
	n := 0
	for _, on := range u.taken {
		if on {
			n++
		}
	}
	u.act.SetText(u.desk.words.N("desk.update.take", n))
}

// carryOut makes the chosen changes as one step that can be undone.
func (u *updateBox) carryOut() {
	d := u.desk
	u.box.before = nil // the entry that had the focus may be gone
	u.box.Hide()
	d.do(agreement.UpdateTemplate(u.old, u.newer, func(c agreement.TemplateChange) bool { return u.taken[keyOf(c)] }))
	d.history.seal()
	d.autosave.soon()
	d.status.offerUndo(d.words.T("desk.update.done", "Version", u.newer.Version))
}
