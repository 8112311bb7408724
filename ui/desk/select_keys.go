package desk

import (
	"fyne.io/fyne/v2"

	"avtalebok/ui/widgets"
)

// newHandle makes an item's handle: it is dragged, tapped, and has the keyboard while items are being marked.
func (p *sectionPage) newHandle(id string) *widgets.Handle {
	d := p.desk
	h := widgets.NewHandle(d.words.T("desk.handle")+" ("+d.chordNamed("mark_item")+")", d.hints)
	h.OnTapped = func(extend bool) {
		if extend {
			d.extend(p, id)
		} else {
			d.toggle(p, id)
		}
		d.focus(h)
	}
	h.OnKey = func(key *fyne.KeyEvent) { d.markingKey(p, h, key) }
	h.OnShift = func(held bool) { d.selection.shift = held }
	h.OnShortcut = func(s fyne.Shortcut) { d.markingShortcut(p, s) }
	h.OnFocused = func(gained bool) {
		if gained {
			d.selection.at = id
			d.revealItem(p.items[id])
		}
	}
	h.OnDragged = func(at fyne.Position) { d.drag(p, id, at) }
	h.OnDropped = func() { d.drop(p) }
	h.Present(d.selection.on, d.selection.marked[id])
	return h
}

// markingKey carries out a key while items are being marked.
func (d *Desk) markingKey(p *sectionPage, h *widgets.Handle, key *fyne.KeyEvent) {
	i := p.place(d.selection.at)
	switch key.Name {
	case fyne.KeyUp:
		d.markAt(p, i-1)
	case fyne.KeyDown:
		d.markAt(p, i+1)
	case fyne.KeyHome:
		d.markAt(p, 0)
	case fyne.KeyEnd:
		d.markAt(p, len(p.order)-1)
	case fyne.KeySpace:
		if i < 0 {
			return
		}
		if d.selection.shift {
			d.extend(p, p.order[i])
		} else {
			d.toggle(p, p.order[i])
		}
	case fyne.KeyDelete, fyne.KeyBackspace:
		d.RemoveItem()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape:
		d.leaveMarking()
	default:
		if !d.paneKey(key) {
			widgets.PassOn(h, key)
		}
	}
}

// markAt goes to an item; with Shift, all on the way there are marked.
func (d *Desk) markAt(p *sectionPage, i int) {
	if i < 0 || i >= len(p.order) {
		return
	}
	id := p.order[i]
	if d.selection.shift {
		if p.place(d.selection.anchor) < 0 {
			d.selection.anchor = d.selection.at
		}
		d.extend(p, id)
	}
	d.focus(p.items[id].handle)
}

// markingShortcut carries out a shortcut while items are being marked: Ctrl+A marks all.
func (d *Desk) markingShortcut(p *sectionPage, s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); all {
		for _, id := range p.order {
			d.selection.marked[id] = true
		}
		d.showSelection()
		return
	}
	if d.shortcut(s) {
		return
	}
	if c, ok := d.canvas().(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
