package ui

import (
	"fyne.io/fyne/v2"

	"avtalebok/ui/desk"
)

// languageMenu makes the menu of what concerns the two written forms: what is open, translating, checking.
func languageMenu(title string, item func(string, fyne.Shortcut, bool, func()) *fyne.MenuItem, s *deskScreen) *fyne.Menu {
	const shift, alt = fyne.KeyModifierShift, fyne.KeyModifierAlt
	d := s.desk
	on := s.options.Language != nil
	return fyne.NewMenu(title,
		item("language.nextOpen", nil, true, d.NextOpen),
		item("language.approve", key(fyne.KeyReturn, alt), true, d.ApproveText),
		item("language.approveNext", key(fyne.KeyReturn, alt|shift), true, d.ApproveAndNext),
		fyne.NewMenuItemSeparator(),
		item("language.translateText", key(fyne.KeyT, control), on, d.TranslateText),
		item("language.translateSection", nil, on, d.TranslateSection),
		item("language.translateAll", key(fyne.KeyT, control|shift), on, d.TranslateMissing),
		fyne.NewMenuItemSeparator(),
		item("language.check", nil, on, d.CheckLanguage),
		item("language.correct", key(fyne.KeyR, control), on, d.Correct),
		item("language.ignore", key(fyne.KeyR, control|shift), on, d.IgnoreFinding),
	)
}

// equip gives the desk what carries texts between the written forms; with none the desk goes without.
func (w *Window) equip(o *desk.Options) {
	if l := w.options.Language; l != nil {
		o.Memory, o.Engine, o.Checker, o.Speller, o.AddWord = l.memory, l, l.Checker, l, l.AddWord
	}
}
