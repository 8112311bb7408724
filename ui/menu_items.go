package ui

import (
	"fyne.io/fyne/v2"
)

// itemsMenu makes the menu of what can be done with the items of a section: goals, duties, focus areas, paragraphs.
// While a dialog is up, its keys are those of what has the focus there.
func (w *Window) itemsMenu(s *deskScreen) *fyne.Menu {
	item := func(label string, name fyne.KeyName, modifier fyne.KeyModifier, action func()) *fyne.MenuItem {
		shortcut := key(name, modifier)
		i := fyne.NewMenuItem(w.T("menu.item."+label), func() {
			if !w.busy() {
				action()
				return
			}
			if f, ok := w.window.Canvas().Focused().(fyne.Shortcutable); ok {
				f.TypedShortcut(shortcut)
			}
		})
		i.Shortcut = shortcut
		return i
	}
	const shift, alt = fyne.KeyModifierShift, fyne.KeyModifierAlt
	d := s.desk
	return fyne.NewMenu(w.T("menu.items"),
		item("add", fyne.KeyReturn, control, d.AddItem),
		item("duplicate", fyne.KeyD, control, d.DuplicateItems),
		item("split", fyne.KeyReturn, control|shift, d.SplitItem),
		item("merge", fyne.KeyJ, control, d.MergeItem),
		fyne.NewMenuItemSeparator(),
		item("up", fyne.KeyUp, alt, d.MoveUp),
		item("down", fyne.KeyDown, alt, d.MoveDown),
		item("transfer", fyne.KeyM, control|shift, d.ChooseSection),
		fyne.NewMenuItemSeparator(),
		item("mark", fyne.KeySpace, control, d.MarkItem),
		item("remove", fyne.KeyDelete, control|shift, d.RemoveItem),
		fyne.NewMenuItemSeparator(),
		item("bank", fyne.KeyB, control, d.ShowBank),
		item("keep", fyne.KeyB, control|shift, d.KeepInBank),
	)
}
