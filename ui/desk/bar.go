package desk

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// bar is the line at the top: which agreement it is, and what can be done with the whole of it.
type bar struct {
	desk    *Desk
	content fyne.CanvasObject
	title   *widget.Label
	undo    *widgets.IconButton
	redo    *widgets.IconButton
	forms   *widgets.Segments
}

func newBar(d *Desk) *bar {
	w := d.words
	b := &bar{desk: d, title: widget.NewLabel("")}
	b.title.TextStyle.Bold = true
	b.title.Truncation = fyne.TextTruncateEllipsis
	b.undo = widgets.NewIconButton(theme.ContentUndoIcon(), "", d.hints, d.Undo)
	b.redo = widgets.NewIconButton(theme.ContentRedoIcon(), "", d.hints, d.Redo)
	b.forms = widgets.NewSegments(
		[]string{"", string(agreement.Bokmal), string(agreement.Nynorsk)},
		[]string{w.T("desk.form.both"), w.T("desk.form.nb"), w.T("desk.form.nn")},
		func(id string) { d.ShowForms(agreement.Form(id)) })
	left := container.NewHBox()
	var shortened []*widgets.Button // where the window is narrow
	if d.options.OnClose != nil {
		leave := widgets.NewButton(w.T(d.leaveKey()), theme.NavigateBackIcon(), d.options.OnClose)
		leave.Importance = widget.LowImportance
		leave.Hints = d.hints
		left.Add(leave)
		shortened = append(shortened, leave)
	}
	right := container.NewHBox(container.NewCenter(container.NewHBox(b.undo, b.redo)), container.NewCenter(b.forms))
	if d.options.OnExport != nil {
		export := widgets.NewButton(w.T("desk.export"), theme.DocumentPrintIcon(), d.export)
		export.Importance = widget.HighImportance
		export.Hints = d.hints
		right.Add(export)
		shortened = append(shortened, export)
	}
	if d.options.OnPublish != nil {
		publish := widgets.NewButton(w.T("desk.publish"), theme.ConfirmIcon(), d.options.OnPublish)
		publish.Importance = widget.HighImportance
		right.Add(publish)
	}
	b.content = container.NewVBox(
		container.NewPadded(widgets.NewFitting(left, b.title, right, shortened...)), widget.NewSeparator())
	b.refresh()
	return b
}

// refresh shows the title and what can be undone.
func (b *bar) refresh() {
	d := b.desk
	if title := d.nameOfAll(); b.title.Text != title {
		b.title.SetText(title)
	}
	hint := func(button *widgets.IconButton, key, name, chord string) {
		button.Hint = d.words.T("desk."+key) + " (" + chord + ")"
		if name != "" {
			button.Hint = d.words.T("desk."+key) + ": " + name + " (" + chord + ")"
		}
		button.SetEnabled(name != "")
	}
	ctrl := d.words.T("desk.key.ctrl")
	hint(b.undo, "undo", d.UndoName(), ctrl+"+Z")
	hint(b.redo, "redo", d.RedoName(), ctrl+"+"+d.words.T("desk.key.shift")+"+Z")
	b.forms.Select(map[[2]bool]string{
		{true, false}: string(agreement.Nynorsk), {false, true}: string(agreement.Bokmal),
	}[d.columns.Hidden])
}

// export saves what is unsaved and hands the agreement over to be made into PDFs.
func (d *Desk) export() {
	if d.flushed() {
		d.options.OnExport(d.editor.Agreement())
	}
}

func (d *Desk) flushed() bool {
	err := d.Flush(context.Background())
	if err != nil && d.options.OnError != nil {
		d.options.OnError(err)
	}
	return err == nil
}
