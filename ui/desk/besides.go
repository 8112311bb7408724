package desk

import "avtalebok/agreement"

func (p *sectionPage) besides() []*beside { return besidesOf(p.passages()) }

func (p *titlePage) besides() []*beside { return besidesOf(p.passages()) }

func besidesOf(passages []*passage) []*beside {
	var out []*beside
	for _, passage := range passages {
		out = append(out, passage.beside)
	}
	return out
}

func (p *answersPage) besides() []*beside {
	var out []*beside
	for _, f := range p.fields {
		out = append(out, f.beside)
	}
	return out
}

// changedAnywhere follows a change that has no place of its own: words replaced in several passages, an earlier
// revision brought back.
func (d *Desk) changedAnywhere(c agreement.Change, before agreement.Agreement) {
	if c.Structure {
		d.reload()
	} else {
		for _, s := range d.page.slots() {
			s.present()
		}
		d.quietly(d.page.reviewed)
	}
	d.bar.refresh()
	if c.Origin == agreement.Done {
		return
	}
	if differences := agreement.Compare(before, d.followed); len(differences) > 0 {
		d.goTo(differences[0].Place, differences[0].Form)
	}
}

// reload builds the page anew, or the first one where its section is no longer there.
func (d *Desk) reload() {
	page, offset := d.pageID, d.sheet.Offset()
	d.unfocus()
	d.pageID, d.page = "", nil
	for _, id := range d.pages() {
		if id == page {
			d.open(page)
			d.sheet.SetOffset(offset)
			return
		}
	}
	d.open(frontPage)
}
