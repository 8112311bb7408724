package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// page is what the middle of the desk shows: the front matter, the fields, or one section. Only one exists at a time.
type page interface {
	// build gives the rows for the agreement as it is now, reusing those that it gave before.
	build() []fyne.CanvasObject
	// slots are the page's entries from top to bottom, both forms of a passage next to each other.
	slots() []*slot
	// refresh brings what is shown beside the entries of a place up to date: notes, validation, buttons.
	refresh(p agreement.Place)
	// reviewed does so for the whole page, after a review.
	reviewed()
	// target gives what else to focus on for a place that has no slot, such as the button that adds to an empty list.
	target(p agreement.Place) fyne.Focusable
}

// forms are the written forms with their columns.
var columnOf = map[agreement.Form]int{agreement.Bokmal: 0, agreement.Nynorsk: 1}

// noteForm shows beneath one form of a text how it stands to the other, or else how its placeholders will be printed.
func (d *Desk) noteForm(row *widgets.Row, side int, place agreement.Place, text agreement.Text, form agreement.Form) {
	if text.State(form) == agreement.Outdated {
		row.SetCaption(side, d.words.T("desk.outdated."+string(form)), widgets.Warning)
		d.setLink(row, side, d.words.T("desk.still_right"), func() { d.approve(place) })
		return
	}
	d.offerApproval(row, side, place, text, form)
	row.SetCaption(side, d.review.written[writtenKey{place, form}], widgets.Quiet)
}

// title gives the line at the top of a page, with a word about it.
func (d *Desk) title(head *widgets.Words, about string) fyne.CanvasObject {
	return widgets.NewIndent(d.columns, head, d.help(about))
}

func heading(words string) *widgets.Words {
	return widgets.NewWords(words, theme.SizeNameHeadingText, theme.ColorNameForeground).Bold()
}

// subtitle gives the line above a group of rows.
func (d *Desk) subtitle(words string, more ...fyne.CanvasObject) fyne.CanvasObject {
	head := widgets.NewWords(words, theme.SizeNameSubHeadingText, theme.ColorNameForeground).Bold()
	return widgets.NewIndent(d.columns, append([]fyne.CanvasObject{head}, more...)...)
}

// groupTitle gives the line above a small group of rows.
func (d *Desk) groupTitle(words, about string) fyne.CanvasObject {
	head := widgets.NewWords(words, theme.SizeNameText, theme.ColorNameForeground).Bold()
	return widgets.NewIndent(d.columns, head, d.help(about))
}

func (d *Desk) help(words string) fyne.CanvasObject {
	return widgets.NewWords(words, theme.SizeNameText, theme.ColorNamePlaceHolder)
}

// button makes a button that the page scrolls to when it gets the focus. It stands in a row of its own.
func (d *Desk) button(words string, icon fyne.Resource, tapped func()) (*widgets.Button, fyne.CanvasObject) {
	b := widgets.NewButton(words, icon, tapped)
	row := widgets.NewButtons(d.columns, b)
	b.OnFocused = d.revealing(row)
	return b, row
}

// revealing gives what brings the whole of a row into sight.
func (d *Desk) revealing(row fyne.CanvasObject) func() {
	return func() { d.sheet.Reveal(row, 0, row.Size().Height) }
}

// both gives a passage's entries.
func (p *passage) both() []*slot { return p.slots[:] }
