package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/translate/diff"
	"avtalebok/ui/widgets"
)

// placesAtOnce is how many places are shown before one has to ask for more: each is drawn whether in sight or not.
const placesAtOnce = 60

// present shows what differs.
func (r *revisionsBox) present(c comparison) {
	w := r.desk.words
	r.shown = &c
	from, to := r.chosen, r.other
	if to != 0 && to < from {
		from, to = to, from
	}
	if len(c.places) == 0 {
		r.summary.SetText(w.T("desk.history.same"))
	} else {
		r.summary.SetText(w.N("desk.history.changes", len(c.places), "From", r.moment(from), "To", r.moment(to)))
	}
	if len(c.places) > 0 || r.other != 0 {
		r.restore.Enable()
	}
	r.rows = nil
	r.withheld = len(c.places)
	r.more()
	r.sheet.SetOffset(0)
}

// more adds the next places to the list.
func (r *revisionsBox) more() {
	places := r.shown.places[len(r.shown.places)-r.withheld:]
	if len(places) > placesAtOnce {
		places = places[:placesAtOnce]
	}
	r.withheld -= len(places)
	for _, p := range places {
		r.rows = append(r.rows, r.placeRows(p)...)
	}
	rows := r.rows
	if r.withheld > 0 {
		more := widgets.NewButton(r.desk.words.N("desk.history.more", r.withheld), nil, r.more)
		rows = append(rows[:len(rows):len(rows)], container.NewHBox(more))
	}
	r.sheet.SetRows(rows)
}

func (r *revisionsBox) placeRows(p placeDifference) []fyne.CanvasObject {
	d := r.desk
	columns := &widgets.Columns{}
	name := widgets.NewWords(d.placeName(p.place, p.where), theme.SizeNameText, theme.ColorNameForeground).Bold()
	rows := []fyne.CanvasObject{widgets.NewIndent(columns, name)}
	if p.moved > 0 {
		rows = append(rows, widgets.NewIndent(columns,
			widgets.NewWords(d.words.T("desk.history.moved", "Number", p.moved), theme.SizeNameText, theme.ColorNameForeground)))
	}
	for _, wording := range p.wording {
		c := widgets.NewChanges(theme.SizeNameText)
		c.Present(d.wordingTitle(p.place, wording), wording.changes)
		rows = append(rows, container.NewPadded(c))
	}
	return rows
}

// placeName says where it is; the agreement's own title and theme have no heading to be named by.
func (d *Desk) placeName(p agreement.Place, where map[agreement.Form]string) string {
	switch p {
	case agreement.Place{Part: agreement.PartTitle}:
		return d.words.T("desk.title")
	case agreement.Place{Part: agreement.PartTheme}:
		return d.words.T("desk.theme")
	}
	if name := where[d.speech()]; name != "" {
		return name
	}
	return d.pageName(pageOf(p))
}

// wordingTitle says in which form a wording is, and in words whether all of it came or went.
func (d *Desk) wordingTitle(p agreement.Place, wording wordingDifference) string {
	out := ""
	bilingual := p.Part != agreement.PartName && p.Part != agreement.PartAnswer || len(wording.changes) == 0
	if f, ok := d.editor.Agreement().Field(p.Field); ok {
		bilingual = f.Bilingual()
	}
	if bilingual {
		out = d.words.T("desk.form." + string(wording.form))
	}
	if len(wording.changes) != 1 {
		return out
	}
	key := map[diff.Operation]string{
		diff.Insert: "desk.history.added", diff.Delete: "desk.history.removed",
	}[wording.changes[0].Operation]
	if key == "" {
		return out
	}
	if out != "" {
		return out + " · " + d.words.T(key)
	}
	return capital(d.words.T(key))
}
