package desk

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"avtalebok/agreement"
)

// targets gives the section and the items that a command on items is about: those that are marked, else the one that
// is being edited.
func (d *Desk) targets() (section string, items []string) {
	page, ok := d.page.(*sectionPage)
	if !ok {
		return "", nil
	}
	if chosen := d.selection.chosen(page); len(chosen) > 0 {
		return page.section, chosen
	}
	if s := d.current; s != nil && s.place.Section == page.section && page.place(s.place.Item) >= 0 {
		return page.section, []string{s.place.Item}
	}
	return page.section, nil
}

// part is the part of an item that is being edited: its title, or else its text.
func (d *Desk) part(k agreement.SectionKind) agreement.Part {
	if s := d.current; s != nil && s.place.Item != "" && s.place.Part == agreement.PartTitle && k.Titled() {
		return agreement.PartTitle
	}
	return agreement.PartText
}

// DuplicateItems puts copies of the items, together, after the last of them. The copies are what is marked or edited
// then.
func (d *Desk) DuplicateItems() {
	section, ids := d.targets()
	if len(ids) == 0 {
		return
	}
	s, _ := d.editor.Agreement().Section(section)
	at := slices.IndexFunc(s.Items, func(it agreement.Item) bool { return it.ID == ids[len(ids)-1] }) + 1
	var commands []agreement.Command
	var copies []string
	for i, id := range ids {
		it, _ := s.Item(id)
		it.ID = agreement.NewID()
		commands, copies = append(commands, agreement.AddItem(section, at+i, it)), append(copies, it.ID)
	}
	place := agreement.Place{Section: section, Item: copies[0], Part: d.part(s.Kind)}
	form := d.form()
	d.history.seal()
	d.do(agreement.Together("duplicate", place, commands...))
	if d.selection.on {
		d.markOnly(copies...)
		return
	}
	d.focusEnd(place, form)
}

// SplitItem parts the item that is being edited in two at the cursor and goes on in the second one.
func (d *Desk) SplitItem() {
	s := d.current
	page, ok := d.page.(*sectionPage)
	if !ok || s == nil || s.form == "" || page.place(s.place.Item) < 0 || s.place.Part != agreement.PartText || !d.writing() {
		return
	}
	cursor := s.entry.CursorTextOffset()
	text := []rune(s.entry.Text)
	at := len(string(text[:min(cursor, len(text))]))
	if text, _ := d.editor.Agreement().Text(s.place); at > len(text.In(s.form)) {
		return
	}
	command, id := agreement.SplitItem(page.section, s.place.Item, s.form, at)
	place := agreement.Place{Section: page.section, Item: id, Part: agreement.PartText}
	if page.model().Kind.Titled() {
		place.Part = agreement.PartTitle // a new focus area needs one
	}
	form := s.form
	d.whenAllowed([]agreement.Place{s.place}, func() {
		d.history.seal()
		d.do(command)
		d.focusPlace(place, form)
		if d.current != nil && d.current.place == place {
			d.current.entry.SetCursor(0)
		}
	})
}

// MergeItem joins the item that is being edited with the one below it, and puts the cursor where they meet.
func (d *Desk) MergeItem() {
	s := d.current
	page, ok := d.page.(*sectionPage)
	if !ok || s == nil || s.form == "" || page.place(s.place.Item) < 0 || !d.writing() {
		return
	}
	if page.place(s.place.Item) == len(page.order)-1 {
		d.Say(d.words.T("desk.nothing_below"))
		return
	}
	place := agreement.Place{Section: page.section, Item: s.place.Item, Part: agreement.PartText}
	before, _ := d.editor.Agreement().Text(place)
	form := s.form
	next := place
	next.Item = page.order[page.place(place.Item)+1]
	d.whenAllowed([]agreement.Place{place, next}, func() {
		d.history.seal()
		d.do(agreement.MergeItem(page.section, place.Item))
		d.focusPlace(place, form)
		if d.current != nil && d.current.place == place {
			d.current.entry.SetCursor(utf8.RuneCountInString(strings.TrimSpace(before.In(form))))
		}
	})
}

// writing reports whether the keyboard is in the entry that is being edited, so that its cursor means something.
func (d *Desk) writing() bool {
	c := d.canvas()
	return c != nil && d.current != nil && c.Focused() == fyne.Focusable(d.current.entry)
}

// focusEnd puts the cursor at the end of a text.
func (d *Desk) focusEnd(p agreement.Place, form agreement.Form) {
	d.focusPlace(p, form)
	if s := d.current; s != nil && s.place == p {
		s.entry.SetCursor(len([]rune(s.entry.Text)))
	}
}

// located gives the place of a change that was undone or done again: what was moved to another section is shown in the
// one that it has come to now. Items have identifiers of their own within a section only.
func (d *Desk) located(c agreement.Change, before agreement.Agreement) agreement.Place {
	if c.Name != "transfer" {
		return c.Place
	}
	for _, s := range d.editor.Agreement().Sections {
		old, _ := before.Section(s.ID)
		if len(s.Items) > len(old.Items) {
			place := agreement.Place{Section: s.ID, Item: c.Place.Item, Part: c.Place.Part}
			for _, it := range s.Items {
				if _, was := old.Item(it.ID); !was {
					place.Item = it.ID
					break
				}
			}
			return place
		}
	}
	return c.Place
}

// reorder gives the commands that move items, in the order in which they stand, in front of the one that is at an
// index, or to the end.
func reorder(section string, order, ids []string, at int) []agreement.Command {
	anchor := ""
	for _, id := range order[max(0, min(at, len(order))):] {
		if !slices.Contains(ids, id) {
			anchor = id
			break
		}
	}
	order = slices.Clone(order)
	var commands []agreement.Command
	for _, id := range slices.Clone(order) {
		if !slices.Contains(ids, id) {
			continue
		}
		from := slices.Index(order, id)
		order = slices.Delete(order, from, from+1)
		to := len(order)
		if anchor != "" {
			to = slices.Index(order, anchor)
		}
		order = slices.Insert(order, to, id)
		if to != from {
			commands = append(commands, agreement.MoveItem(section, id, to-from))
		}
	}
	return commands
}

// shift gives the commands that move items one place up or down; they stop at the ends without changing places.
func shift(section string, order, ids []string, by int) []agreement.Command {
	var commands []agreement.Command
	start, end := 0, len(order)
	if by > 0 {
		start, end = len(order)-1, -1
	}
	edge := start
	for i := start; i != end; i -= by {
		if !slices.Contains(ids, order[i]) {
			continue
		}
		if i == edge {
			edge -= by
			continue
		}
		commands = append(commands, agreement.MoveItem(section, order[i], by))
		edge = i
	}
	return commands
}
