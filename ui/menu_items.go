package ui

import (
	"fyne.io/fyne/v2"
)

// itemsMenu makes the menu of what can be done with the items of a section: goals, duties, focus areas, paragraphs.
func itemsMenu(title string, item func(string, fyne.Shortcut, bool, func()) *fyne.MenuItem, s *deskScreen) *fyne.Menu {
	const shift = fyne.KeyModifierShift
	d := s.desk
	return fyne.NewMenu(title,
		item("item.add", key(fyne.KeyReturn, control), true, d.AddItem),
		item("item.duplicate", key(fyne.KeyD, control), true, d.DuplicateItems),
		item("item.split", key(fyne.KeyReturn, control|shift), true, d.SplitItem),
		item("item.merge", key(fyne.KeyJ, control), true, d.MergeItem),
		fyne.NewMenuItemSeparator(),
		item("item.up", key(fyne.KeyUp, fyne.KeyModifierAlt), true, d.MoveUp),
		item("item.down", key(fyne.KeyDown, fyne.KeyModifierAlt), true, d.MoveDown),
		item("item.transfer", key(fyne.KeyM, control|shift), true, d.ChooseSection),
		fyne.NewMenuItemSeparator(),
		item("item.mark", key(fyne.KeySpace, control), true, d.MarkItem),
		item("item.remove", key(fyne.KeyDelete, control|shift), true, d.RemoveItem),
		fyne.NewMenuItemSeparator(),
		item("item.bank", key(fyne.KeyB, control), true, d.ShowBank),
		item("item.keep", key(fyne.KeyB, control|shift), true, d.KeepInBank),
	)
}
