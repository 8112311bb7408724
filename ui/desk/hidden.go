package desk

import (
	"strings"

	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// hiddenBecause says why a place is not part of the agreement, or "" where it is.
func (d *Desk) hiddenBecause(p agreement.Place) string {
	a := d.editor.Agreement()
	c, hidden := a.Hidden(p)
	if !hidden {
		return ""
	}
	field, answers := a.Reason(c, d.speech())
	for i, answer := range answers {
		answers[i] = "«" + answer + "»"
		if d.words.Language == "en" {
			answers[i] = "“" + answer + "”"
		}
	}
	return d.words.T("desk.hidden", "Field", field, "Answers", strings.Join(answers, " "+d.words.T("desk.or")+" "))
}

// fade makes an outline's line faint, with the reason, where its section is not part of the agreement.
func (d *Desk) fade(line widgets.Choice) widgets.Choice {
	if why := d.hiddenBecause(agreement.Place{Section: line.ID}); why != "" {
		line.Icon, line.Accent, line.Note, line.Faint = theme.VisibilityOffIcon(), widget.LowImportance, why, true
	}
	return line
}

// fade shows on the page what is not part of the agreement.
func (p *sectionPage) fade() {
	why := p.desk.hiddenBecause(agreement.Place{Section: p.section})
	colour := theme.ColorNameForeground
	if why != "" {
		colour = theme.ColorNamePlaceHolder
	}
	p.name.SetColour(colour)
	p.why.SetText(why)
	for _, id := range p.order {
		row := p.items[id].passages()[0].row
		reason := ""
		if why == "" {
			reason = p.desk.hiddenBecause(agreement.Place{Section: p.section, Item: id})
		}
		row.SetLabel(0, reason)
	}
}
