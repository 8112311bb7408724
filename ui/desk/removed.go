package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/translate/diff"
	"avtalebok/ui/widgets"
)

// removedItems shows beneath the items of a section those with agreed wording that were taken out, each with a way
// to put it back.
type removedItems struct {
	desk  *Desk
	shown map[string]*widgets.Changes
}

// build gives the rows for the section as it is now, reusing those that it gave before.
func (r *removedItems) build(section string) []fyne.CanvasObject {
	d := r.desk
	var rows []fyne.CanvasObject
	kept := make(map[string]*widgets.Changes)
	for _, deviation := range d.editor.Agreement().Deviations() {
		p := deviation.Place
		if !deviation.Removed || p.Section != section {
			continue
		}
		changes := r.shown[p.Item]
		if changes == nil {
			changes = widgets.NewChanges(theme.SizeNameCaptionText)
		}
		kept[p.Item] = changes
		row := widgets.NewIndent(d.columns, changes)
		changes.Present(d.words.T("desk.agreed.removed"), []diff.Change{{Operation: diff.Delete, Text: d.readable(deviation.Text)}})
		changes.SetLink(d.words.T("desk.agreed.put_back"), func() { d.restoreRemoved(p) })
		changes.Link().OnFocused = d.revealing(row)
		rows = append(rows, row)
	}
	r.shown = kept
	return rows
}

// readable gives a wording in the form that is written or read, else in the other one.
func (d *Desk) readable(t agreement.Text) string {
	form := d.speech()
	for f, i := range columnOf {
		if d.columns.Hidden[i] {
			form = f.Other()
		}
	}
	if words := t.In(form); words != "" {
		return words
	}
	return t.In(form.Other())
}

// target gives the way to put an item back, or nil where it was not taken out.
func (r *removedItems) target(item string) fyne.Focusable {
	if changes := r.shown[item]; changes != nil {
		return changes.Link()
	}
	return nil
}

// restoreRemoved puts an item back that was taken out.
func (d *Desk) restoreRemoved(p agreement.Place) {
	d.history.seal()
	d.do(agreement.RestoreRemoved(p.Section, p.Item))
	d.history.seal()
	d.focusPlace(p, d.form())
}
