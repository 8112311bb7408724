package desk

import (
	"strings"

	"avtalebok/agreement"
)

// template reports whether what is edited is a template: then the desk shows what drafts get from it, too.
func (d *Desk) template() bool { return d.editor.Agreement().IsTemplate() }

// nameOfAll names what is on the desk: the agreement with its parties, or the template.
func (d *Desk) nameOfAll() string {
	a := d.editor.Agreement()
	if !a.IsTemplate() {
		return agreement.FullTitle(a, d.speech())
	}
	name := a.Head.Name.In(d.speech())
	if strings.TrimSpace(name) == "" {
		name = a.Head.Name.In(d.speech().Other())
	}
	if strings.TrimSpace(name) == "" {
		name = d.words.T("desk.template.unnamed")
	}
	return d.words.T("desk.template.title", "Name", name, "Version", a.Template.Version)
}

// TakeOver shows the page that another desk showed, with the texts in the same forms.
func (d *Desk) TakeOver(other *Desk) {
	d.columns.Hidden = other.columns.Hidden
	d.open(other.pageID)
	d.sheet.SetOffset(other.sheet.Offset())
	d.bar.refresh()
}

// readyKey names the words that say that nothing is missing.
func (d *Desk) readyKey() string {
	if d.template() {
		return "desk.template.ready"
	}
	return "desk.ready_both"
}

// existing gives a page, or the first one where its section is no longer there.
func (d *Desk) existing(id pageID) pageID {
	if id == frontPage || id == fieldsPage {
		return id
	}
	if _, ok := d.editor.Agreement().Section(string(id)); !ok {
		return frontPage
	}
	return id
}

// leaveKey names the words of the way back to the list.
func (d *Desk) leaveKey() string {
	if d.template() {
		return "desk.template.leave"
	}
	return "desk.leave"
}

// openKey names the words that say how much is missing.
func (d *Desk) openKey() string {
	if d.template() {
		return "desk.template.open"
	}
	return "desk.open_points"
}
