package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"avtalebok/agreement"
	"avtalebok/ui/widgets"
)

// chord is a key with modifiers and what it does.
type chord struct {
	name     string // of the words that describe it, under "desk" in locales
	key      fyne.KeyName
	modifier fyne.KeyModifier
	do       func(*Desk)
}

// chords gives the desk's shortcuts. Ctrl+Alt is left alone: it is AltGr on Norwegian keyboards.
func chords() []chord {
	return []chord{
		{"redo", fyne.KeyZ, fyne.KeyModifierControl | fyne.KeyModifierShift, (*Desk).Redo},
		{"add", fyne.KeyReturn, fyne.KeyModifierControl, (*Desk).AddItem},
		{"add", fyne.KeyEnter, fyne.KeyModifierControl, (*Desk).AddItem},
		{"move_up", fyne.KeyUp, fyne.KeyModifierAlt, (*Desk).MoveUp},
		{"move_down", fyne.KeyDown, fyne.KeyModifierAlt, (*Desk).MoveDown},
		{"remove", fyne.KeyDelete, fyne.KeyModifierControl | fyne.KeyModifierShift, (*Desk).RemoveItem},
		{"approve", fyne.KeyReturn, fyne.KeyModifierAlt, (*Desk).ApproveText},
		{"next_section", fyne.KeyPageDown, fyne.KeyModifierControl, (*Desk).NextSection},
		{"previous_section", fyne.KeyPageUp, fyne.KeyModifierControl, (*Desk).PreviousSection},
		{"approve_next", fyne.KeyReturn, fyne.KeyModifierAlt | fyne.KeyModifierShift, (*Desk).ApproveAndNext},
		{"suggestion", fyne.Key1, fyne.KeyModifierControl, func(d *Desk) { d.InsertSuggestion(1) }},
		{"suggestion", fyne.Key2, fyne.KeyModifierControl, func(d *Desk) { d.InsertSuggestion(2) }},
		{"suggestion", fyne.Key3, fyne.KeyModifierControl, func(d *Desk) { d.InsertSuggestion(3) }},
		{"translate_text", fyne.KeyT, fyne.KeyModifierControl, (*Desk).TranslateText},
		{"translate_all", fyne.KeyT, fyne.KeyModifierControl | fyne.KeyModifierShift, (*Desk).TranslateMissing},
		{"correct", fyne.KeyR, fyne.KeyModifierControl, (*Desk).Correct},
		{"ignore", fyne.KeyR, fyne.KeyModifierControl | fyne.KeyModifierShift, (*Desk).IgnoreFinding},
		{"duplicate", fyne.KeyD, fyne.KeyModifierControl, (*Desk).DuplicateItems},
		{"split", fyne.KeyReturn, fyne.KeyModifierControl | fyne.KeyModifierShift, (*Desk).SplitItem},
		{"split", fyne.KeyEnter, fyne.KeyModifierControl | fyne.KeyModifierShift, (*Desk).SplitItem},
		{"merge", fyne.KeyJ, fyne.KeyModifierControl, (*Desk).MergeItem},
		{"transfer", fyne.KeyM, fyne.KeyModifierControl | fyne.KeyModifierShift, (*Desk).ChooseSection},
		{"mark_item", fyne.KeySpace, fyne.KeyModifierControl, (*Desk).MarkItem},
		{"paste_plain", fyne.KeyV, fyne.KeyModifierControl | fyne.KeyModifierShift, (*Desk).PastePlain},
		{"bank", fyne.KeyB, fyne.KeyModifierControl, (*Desk).ShowBank},
		{"bank_keep", fyne.KeyB, fyne.KeyModifierControl | fyne.KeyModifierShift, (*Desk).KeepInBank},
		{"wider", fyne.KeyRight, fyne.KeyModifierAlt | fyne.KeyModifierShift, func(d *Desk) { d.WidenPane(1) }},
		{"narrower", fyne.KeyLeft, fyne.KeyModifierAlt | fyne.KeyModifierShift, func(d *Desk) { d.WidenPane(-1) }},
		{"pages_larger", fyne.KeyPlus, fyne.KeyModifierAlt, func(d *Desk) { d.ResizePages(1) }},
		{"pages_larger", fyne.KeyEqual, fyne.KeyModifierAlt, func(d *Desk) { d.ResizePages(1) }},
		{"pages_smaller", fyne.KeyMinus, fyne.KeyModifierAlt, func(d *Desk) { d.ResizePages(-1) }},
		{"pages_fit", fyne.Key0, fyne.KeyModifierAlt, func(d *Desk) { d.ResizePages(0) }},
		{"find", fyne.KeyF, fyne.KeyModifierControl, (*Desk).Find},
		{"replace", fyne.KeyH, fyne.KeyModifierControl, (*Desk).FindAndReplace},
		{"note", fyne.KeyM, fyne.KeyModifierControl, (*Desk).Note},
		{"placeholder", fyne.KeyI, fyne.KeyModifierControl, (*Desk).InsertPlaceholder},
		{"lock", fyne.KeyL, fyne.KeyModifierControl, (*Desk).LockText},
		{"revisions", fyne.KeyH, fyne.KeyModifierControl | fyne.KeyModifierShift, (*Desk).ShowRevisions},
	}
}

// shortcut carries out one of the desk's shortcuts and reports whether it was one.
func (d *Desk) shortcut(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		d.Undo()
		return true
	case *fyne.ShortcutRedo:
		d.Redo()
		return true
	case *desktop.CustomShortcut:
		for _, c := range chords() {
			if c.key == s.KeyName && c.modifier == s.Modifier {
				c.do(d)
				return true
			}
		}
	}
	return false
}

// addShortcuts makes the shortcuts work where the focus is on something other than an entry.
func (d *Desk) addShortcuts() {
	c := d.canvas()
	if c == nil {
		return
	}
	shortcuts := []fyne.Shortcut{&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}}
	for _, ch := range chords() {
		shortcuts = append(shortcuts, &desktop.CustomShortcut{KeyName: ch.key, Modifier: ch.modifier})
	}
	for _, s := range shortcuts {
		c.AddShortcut(s, func(s fyne.Shortcut) {
			if !d.covered() {
				d.shortcut(s)
			}
		})
		d.release = append(d.release, func() { c.RemoveShortcut(s) })
	}
}

// key carries out a key that means something to the desk within an entry.
func (d *Desk) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyPageDown:
		d.sheet.ScrollPages(1)
	case fyne.KeyPageUp:
		d.sheet.ScrollPages(-1)
	default:
		return d.paneKey(key)
	}
	return true
}

// Key carries out a key that came while nothing of the desk had the keyboard, or something that has no use for it: a
// button, a date. It reports whether the key means something to the desk.
func (d *Desk) Key(key *fyne.KeyEvent) bool { return d.paneKey(key) }

// paneKey carries out a key that means something to the desk wherever the focus is.
func (d *Desk) paneKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyF4:
		d.NextOpen()
	case fyne.KeyF9:
		d.CheckLanguage()
	case fyne.KeyF6:
		d.NextPane()
	case fyne.KeyF7:
		d.TogglePreview()
	case fyne.KeyF8:
		d.SwitchForms()
	case fyne.KeyF3:
		if shiftHeld() {
			d.PreviousHit()
		} else {
			d.NextHit()
		}
	case fyne.KeyEscape:
		return d.Escape()
	default:
		return false
	}
	return true
}

// NextPane puts the keyboard into the text, the preview, the list of what is missing, the outline, and so on in turn.
func (d *Desk) NextPane() {
	c := d.canvas()
	if c == nil {
		return
	}
	switch c.Focused() {
	case d.panel.outline:
		if d.current != nil {
			d.focusSlot(d.current)
			return
		}
		d.focusFirst()
	case d.panel.open:
		d.focus(d.panel.outline)
	case fyne.Focusable(d.preview.view):
		d.focusLeft()
	default:
		if d.preview.visible() {
			d.focus(d.preview.view)
			return
		}
		d.focusLeft()
	}
}

// focusLeft puts the keyboard into the list of what is missing, or else the outline.
func (d *Desk) focusLeft() {
	switch {
	case d.panel.content.Visible() && d.panel.open.Visible():
		d.focus(d.panel.open)
	case d.panel.content.Visible():
		d.focus(d.panel.outline)
	case d.current != nil:
		d.focusSlot(d.current)
	default:
		d.focusFirst()
	}
}

// Focus puts the keyboard into the outline, from where the arrow keys and Tab lead everywhere.
func (d *Desk) Focus() { d.focus(d.panel.outline) }

// hint gives the words for a button, with its shortcut.
func (d *Desk) hint(name string) string {
	words := d.words.T("desk." + name)
	if chord := d.chordNamed(name); chord != "" {
		return words + " (" + chord + ")"
	}
	return words
}

// chordNamed gives the keys of a shortcut, or "".
func (d *Desk) chordNamed(name string) string {
	for _, c := range chords() {
		if c.name == name {
			return d.chordName(c)
		}
	}
	return ""
}

func (d *Desk) chordName(c chord) string {
	out := ""
	for _, m := range []struct {
		modifier fyne.KeyModifier
		key      string
	}{{fyne.KeyModifierControl, "ctrl"}, {fyne.KeyModifierAlt, "alt"}, {fyne.KeyModifierShift, "shift"}} {
		if c.modifier&m.modifier != 0 {
			out += d.words.T("desk.key."+m.key) + "+"
		}
	}
	switch c.key {
	case fyne.KeyUp:
		return out + d.words.T("desk.key.up")
	case fyne.KeyDown:
		return out + d.words.T("desk.key.down")
	case fyne.KeyReturn:
		return out + "Enter"
	case fyne.KeySpace:
		return out + d.words.T("desk.key.space")
	}
	return out + string(c.key)
}

// NextSection shows the next page of the outline.
func (d *Desk) NextSection() { d.step(1) }

// PreviousSection shows the page before in the outline.
func (d *Desk) PreviousSection() { d.step(-1) }

func (d *Desk) step(by int) {
	pages := d.pages()
	for i, id := range pages {
		if id == d.pageID && i+by >= 0 && i+by < len(pages) {
			d.open(pages[i+by])
			d.focusFirst()
			return
		}
	}
}

// pages lists the pages in the order of the outline.
func (d *Desk) pages() []pageID {
	a := d.editor.Agreement()
	out := []pageID{frontPage}
	if len(a.Fields) > 0 || a.IsTemplate() {
		out = append(out, fieldsPage)
	}
	for _, s := range a.Sections {
		out = append(out, pageID(s.ID))
	}
	return out
}

// ShowForms shows the texts in one form, or in both where form is "".
func (d *Desk) ShowForms(form agreement.Form) {
	d.columns.Hidden = [2]bool{form == agreement.Nynorsk, form == agreement.Bokmal}
	d.heads.Rearrange()
	d.preview.formsShown()
	d.quietly(d.sheet.Refresh)
	d.bar.refresh()
	if s := d.current; s != nil && form != "" && s.form == form.Other() {
		d.focusPlace(s.place, form)
	}
}

// SwitchForms goes from both forms to bokmål, to nynorsk, and back to both.
func (d *Desk) SwitchForms() {
	switch d.columns.Hidden {
	case [2]bool{false, false}:
		d.ShowForms(agreement.Bokmal)
	case [2]bool{false, true}:
		d.ShowForms(agreement.Nynorsk)
	default:
		d.ShowForms("")
	}
}

// uncover shows both forms where the one that is needed is hidden.
func (d *Desk) uncover(form agreement.Form) {
	if d.columns.Hidden[columnOf[form]] {
		d.ShowForms("")
	}
}

func (d *Desk) entryWords() widgets.EntryWords {
	return widgets.EntryWords{
		Cut: d.words.T("desk.cut"), Copy: d.words.T("desk.copy"),
		Paste: d.words.T("desk.paste"), SelectAll: d.words.T("desk.select_all"),
	}
}

func (d *Desk) entryMenu() []*fyne.MenuItem {
	undo := fyne.NewMenuItem(d.words.T("desk.undo"), d.Undo)
	undo.Disabled = d.editor.UndoName() == ""
	redo := fyne.NewMenuItem(d.words.T("desk.redo"), d.Redo)
	redo.Disabled = d.editor.RedoName() == ""
	items := []*fyne.MenuItem{undo, redo}
	if s := d.current; s != nil && s.place.Item != "" {
		items = append(append(items, fyne.NewMenuItemSeparator()), d.itemMenu(s)...)
	}
	return items
}
