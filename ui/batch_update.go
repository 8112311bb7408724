package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/batch"
	"avtalebok/translate/diff"
	"avtalebok/ui/widgets"
)

// batchUpdate is the dialog over what the source has by now that the drafts have not: each change with its words and the
// number of drafts that would get it.
type batchUpdate struct {
	*batchReady
	taken map[int]bool
	list  *widgets.Sheet
	act   *button
	box   *dialogSheet
}

// showOffer shows the changes.
func (r *batchReady) showOffer() {
	u := &batchUpdate{batchReady: r, taken: make(map[int]bool), list: widgets.NewSheet(0, 2)}
	var rows []fyne.CanvasObject
	var first fyne.Focusable
	for i, c := range r.offer.Changes {
		row, tick := u.rowsOf(i, c)
		rows = append(rows, row...)
		if first == nil && tick != nil {
			first = tick
		}
	}
	u.list.SetRows(rows)
	u.act = newMainButton("", u.carryOut)
	u.count()
	if first == nil {
		first = u.act
	}
	leave := newButton(r.T("desk.update.wait"), func() { u.box.Hide() })
	height := max(160, min(440*textScale(), r.window.Canvas().Size().Height-280))
	content := container.NewBorder(prose(r.T("batch.update.about")), nil, nil, nil, container.New(&least{height: height}, u.list))
	u.box = r.newSheet(r.T("batch.update.title"), content, leave, u.act)
	u.box.present(first, fyne.NewSize(820, 0))
}

// rowsOf shows a change: whether it is taken, where it is, who gets it and who keeps their own.
func (u *batchUpdate) rowsOf(i int, c batch.Change) ([]fyne.CanvasObject, *widgets.Check) {
	title := u.offer.Newer.Where(c.Place, u.form())
	if title == "" {
		title = u.T("desk.update.whole")
	}
	said := u.words.N("batch.update.takes", c.Takes)
	if len(c.Keep) > 0 {
		said += " " + u.words.N("batch.update.keep", len(c.Keep), "Names", strings.Join(c.Keep, ", "))
	}
	columns := &widgets.Columns{}
	if c.Always() {
		name := widgets.NewWords(title, theme.SizeNameText, theme.ColorNameForeground).Bold()
		return []fyne.CanvasObject{widgets.NewIndent(columns, name, widgets.NewNote(u.T("batch.update.always")+" "+said))}, nil
	}
	u.taken[i] = c.Takes > 0
	tick := widgets.NewCheck(title, func(on bool) {
		u.taken[i] = on
		u.count()
	})
	tick.Present(u.taken[i])
	if c.Takes == 0 {
		tick.Disable()
	}
	rows := []fyne.CanvasObject{tick, widgets.NewIndent(columns, widgets.NewNote(said))}
	for _, form := range agreement.Forms {
		from, to := c.Before.In(form), c.After.In(form)
		if from == to {
			continue
		}
		shown := widgets.NewChanges(theme.SizeNameText)
		shown.Present(u.T("desk.form."+string(form)), diff.Words(from, to))
		rows = append(rows, container.NewPadded(shown))
	}
	return rows, tick
}

func (u *batchUpdate) count() {
	n := 0
	for i, c := range u.offer.Changes {
		if u.taken[i] || c.Always() {
			n++
		}
	}
	u.act.SetText(u.words.N("desk.update.take", n))
	u.act.Importance = widget.HighImportance
	u.act.Refresh()
}

// carryOut takes in what is ticked, as a new revision of each draft.
func (u *batchUpdate) carryOut() {
	u.box.Hide()
	offer, store := u.offer, u.tools.store
	take := func(c batch.Change) bool {
		for i, x := range offer.Changes {
			if x.Kind == c.Kind && x.Place == c.Place && x.After == c.After {
				return u.taken[i] || c.Always()
			}
		}
		return false
	}
	var applied batch.Applied
	u.patiently(u.T("batch.update.working"), func(ctx context.Context) (err error) {
		applied, err = offer.Apply(ctx, store, take, nil)
		return err
	}, func() {
		if applied.Updated > 0 {
			u.undo = &applied
		}
		if len(applied.Failed) > 0 {
			u.tell(u.T("batch.update.title"), u.T("batch.update.failed", "Names", strings.Join(applied.Failed, ", ")))
		}
		u.store()
	})
}
