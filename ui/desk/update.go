package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// offer is the line that says that the draft's template has a newer version. It stands until the user has looked at
// the changes or sent it away.
type offer struct {
	desk       *Desk
	old, newer agreement.Template
	waiting    bool
	content    *fyne.Container
	words      *widgets.Words
	look, wait *widgets.Button
}

// newOffer makes the line in the present language; what is on offer stays.
func newOffer(d *Desk, before *offer) *offer {
	o := &offer{desk: d, words: widgets.NewWords("", theme.SizeNameText, theme.ColorNameForeground)}
	if before != nil {
		o.old, o.newer, o.waiting = before.old, before.newer, before.waiting
	}
	o.look = widgets.NewButton(d.words.T("desk.update.look"), nil, func() { newUpdateBox(d, o.old, o.newer) })
	o.look.Importance = widget.HighImportance
	o.wait = widgets.NewButton(d.words.T("desk.update.wait"), nil, o.withdraw)
	buttons := container.NewPadded(container.NewCenter(container.NewHBox(o.wait, o.look)))
	icon := container.NewCenter(widget.NewIcon(theme.InfoIcon()))
	o.content = container.NewVBox(container.NewBorder(nil, nil, container.NewPadded(icon), buttons,
		container.NewVBox(layout.NewSpacer(), o.words, layout.NewSpacer())), widget.NewSeparator())
	o.show()
	return o
}

func (o *offer) show() {
	o.content.Hidden = !o.waiting
	if o.waiting {
		o.words.SetText(o.desk.words.T("desk.update.offer", "Name", o.newer.Name.In(o.desk.speech()),
			"Version", o.newer.Version, "Mine", o.old.Version))
	}
}

func (o *offer) withdraw() {
	o.waiting = false
	o.show()
	o.desk.content.Refresh()
}

// OfferTemplate offers to bring the draft to a newer version of its template. It does nothing where that would change
// nothing that can be seen.
func (d *Desk) OfferTemplate(old, newer agreement.Template) {
	a := d.editor.Agreement()
	if d.closed || a.Template.Version != old.Version || len(a.TemplateChanges(old, newer)) == 0 {
		return
	}
	d.offer.old, d.offer.newer, d.offer.waiting = old, newer, true
	d.offer.show()
	d.content.Refresh()
}

// followTemplate takes the offer away when the draft has come to the newer version, and brings it back with undo.
func (d *Desk) followTemplate() {
	o := d.offer
	if o == nil || o.newer.Version == 0 {
		return
	}
	if waiting := d.editor.Agreement().Template.Version == o.old.Version; waiting != o.waiting && (o.waiting || d.editor.RedoName() == "template_update") {
		o.waiting = waiting
		o.show()
		d.content.Refresh()
	}
}
