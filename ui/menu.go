package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"avtalebok/data"
)

const control = fyne.KeyModifierShortcutDefault

func key(name fyne.KeyName, modifier fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
}

// menu makes the menu bar for what is shown. The bar is where the shortcuts live: Fyne asks it before it asks what
// has the focus, so they work while the user types, too.
func (w *Window) menu() *fyne.MainMenu {
	item := func(label string, shortcut fyne.Shortcut, enabled bool, action func()) *fyne.MenuItem {
		i := fyne.NewMenuItem(w.T("menu."+label), func() {
			if enabled && !w.busy() {
				action()
			}
		})
		i.Shortcut, i.Disabled = shortcut, !enabled
		return i
	}
	desk, atDesk := w.shown.(*deskScreen)
	wizard, atWizard := w.shown.(*wizardScreen)
	list, atList := w.shown.(*draftsScreen)
	atList = atList && !list.deletedOnes
	atDraft, atTemplate := atDesk && !desk.template, atDesk && desk.template

	duplicateKey := key(fyne.KeyD, control)
	if atDesk { // it duplicates items there
		duplicateKey = nil
	}
	agreements := fyne.NewMenu(w.T("menu.agreement"),
		item("new", key(fyne.KeyN, control), true, w.newDraft),
		item("list", key(fyne.KeyW, control), true, w.home),
		fyne.NewMenuItemSeparator(),
		item("save", key(fyne.KeyS, control), atDesk, func() { desk.saveNow() }),
		deskItem(atTemplate, item("publish", key(fyne.KeyE, control), atTemplate, func() { desk.publish() }),
			item("export", key(fyne.KeyE, control), atDraft, func() { desk.export() })),
		item("print", key(fyne.KeyP, control|fyne.KeyModifierShift), atDraft, func() { desk.print() }),
		fyne.NewMenuItemSeparator(),
		item("saveAsTemplate", key(fyne.KeyS, control|fyne.KeyModifierShift), atDraft || atList, w.saveAsTemplate),
		item("toMany", key(fyne.KeyN, control|fyne.KeyModifierShift), !atTemplate, w.openBatches),
		item("templates", nil, true, w.showTemplates),
		item("parties", key(fyne.KeyK, control|fyne.KeyModifierShift), true, w.openParties),
		item("register", key(fyne.KeyA, control|fyne.KeyModifierShift), true, w.showRegister),
		item("inRegister", nil, atDraft || atList, w.showInRegister),
		fyne.NewMenuItemSeparator(),
		item("exportDraft", nil, atDraft || atList, w.exportDraft),
		item("importDraft", nil, true, w.importDraft),
		fyne.NewMenuItemSeparator(),
		item("duplicate", duplicateKey, atList, func() { w.withSelected(list.duplicate) }),
		item("delete", nil, atList, func() { w.withSelected(list.delete) }),
		fyne.NewMenuItemSeparator(),
		quitItem(item("quit", key(fyne.KeyQ, control), true, w.Quit)),
	)
	w.undo = w.editItem("undo", &fyne.ShortcutUndo{}, desk, func() { desk.desk.Undo() })
	w.redo = w.editItem("redo", key(fyne.KeyZ, control|fyne.KeyModifierShift), desk, func() { desk.desk.Redo() })
	edit := fyne.NewMenu(w.T("menu.edit"), w.undo, w.redo,
		fyne.NewMenuItemSeparator(),
		item("find", key(fyne.KeyF, control), !atWizard, w.find),
		item("replace", key(fyne.KeyH, control), atDesk, func() { desk.desk.FindAndReplace() }),
		fyne.NewMenuItemSeparator(),
		item("note", key(fyne.KeyM, control), atDesk, func() { desk.desk.Note() }),
		item("placeholder", key(fyne.KeyI, control), atDesk, func() { desk.desk.InsertPlaceholder() }),
		item("lock", key(fyne.KeyL, control), atTemplate, func() { desk.desk.LockText() }),
		item("revisions", key(fyne.KeyH, control|fyne.KeyModifierShift), atDraft, func() { desk.desk.ShowRevisions() }),
	)
	view := fyne.NewMenu(w.T("menu.view"),
		item("larger", key(fyne.KeyPlus, control), true, func() { w.enlarge(1) }),
		item("smaller", key(fyne.KeyMinus, control), true, func() { w.enlarge(-1) }),
		item("normal", key(fyne.Key0, control), true, w.normalSize),
		fyne.NewMenuItemSeparator(),
		item("previous", key(fyne.KeyLeft, fyne.KeyModifierAlt), atWizard, func() { wizard.backward() }),
		item("next", key(fyne.KeyRight, fyne.KeyModifierAlt), atWizard, func() { wizard.forward() }),
		fyne.NewMenuItemSeparator(),
		item("preview", nil, atDesk, func() { desk.desk.TogglePreview() }),
		item("pagesLarger", key(fyne.KeyPlus, fyne.KeyModifierAlt), atDesk, func() { desk.desk.ResizePages(1) }),
		item("pagesSmaller", key(fyne.KeyMinus, fyne.KeyModifierAlt), atDesk, func() { desk.desk.ResizePages(-1) }),
		item("pagesFit", key(fyne.Key0, fyne.KeyModifierAlt), atDesk, func() { desk.desk.ResizePages(0) }),
		item("wider", key(fyne.KeyRight, fyne.KeyModifierAlt|fyne.KeyModifierShift), atDesk, func() { desk.desk.WidenPane(1) }),
		item("narrower", key(fyne.KeyLeft, fyne.KeyModifierAlt|fyne.KeyModifierShift), atDesk, func() { desk.desk.WidenPane(-1) }),
		fyne.NewMenuItemSeparator(),
		item("deleted", nil, true, func() { w.goTo(w.deleted) }),
		item("languages", key(fyne.KeyL, control|fyne.KeyModifierShift), w.options.Language != nil, w.openLanguage),
		item("settings", key(fyne.KeyComma, control), true, w.openSettings),
	)
	help := fyne.NewMenu(w.T("menu.help"),
		item("helpPages", key(fyne.KeyF1, fyne.KeyModifierShift), true, w.showHelp),
		item("shortcuts", nil, true, w.showShortcuts),
		item("about", nil, true, w.showAbout),
	)
	menus := []*fyne.Menu{agreements, edit, view, help}
	if atDesk {
		menus = slices.Insert(menus, 2, w.itemsMenu(desk), languageMenu(w.T("menu.lang"), item, desk))
	}
	w.edit, w.menuKeys = edit, newMenuKeys(menus...)
	return fyne.NewMainMenu(menus...)
}

// alsoKeys adds the keys that do what a menu item with other keys does: Ctrl+P as in other programs, and the plus
// of keyboards that have it above another sign.
func (w *Window) alsoKeys() {
	add := func(name fyne.KeyName, modifier fyne.KeyModifier, action func()) {
		w.window.Canvas().AddShortcut(key(name, modifier), func(fyne.Shortcut) {
			if !w.busy() {
				action()
			}
		})
	}
	add(fyne.KeyP, control, func() {
		if s, ok := w.shown.(*deskScreen); ok && !s.template {
			s.export()
		}
	})
	for _, k := range []fyne.KeyName{fyne.KeyEqual, fyne.KeyPlus} {
		for _, m := range []fyne.KeyModifier{control, control | fyne.KeyModifierShift} {
			add(k, m, func() { w.enlarge(1) })
		}
	}
}

// quitItem marks the item as the one that Fyne need not add itself.
func quitItem(i *fyne.MenuItem) *fyne.MenuItem {
	i.IsQuit = true
	return i
}

// deskItem gives one of two items that have the same keys.
func deskItem(first bool, one, other *fyne.MenuItem) *fyne.MenuItem {
	if first {
		return one
	}
	return other
}

// editItem makes an item that works on the desk's agreement, and elsewhere on the field that is typed in.
func (w *Window) editItem(label string, shortcut fyne.Shortcut, desk *deskScreen, action func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(w.T("menu."+label), func() {
		if desk != nil && !w.busy() {
			action()
			return
		}
		if f, ok := w.window.Canvas().Focused().(fyne.Shortcutable); ok {
			f.TypedShortcut(shortcut)
			return
		}
		if list, ok := w.shown.(interface{ undoDelete() }); ok && label == "undo" && !w.busy() {
			list.undoDelete()
		}
	})
	i.Shortcut = shortcut
	return i
}

// nameUndo says in the menu what undo and redo are about, such as "Undo: move item". The bar is made anew for that,
// so it is done only when the names change.
func (w *Window) nameUndo() {
	s, ok := w.shown.(*deskScreen)
	if !ok {
		return
	}
	undo, redo := w.T("menu.undo"), w.T("menu.redo")
	if name := s.desk.UndoName(); name != "" {
		undo += ": " + name
	}
	if name := s.desk.RedoName(); name != "" {
		redo += ": " + name
	}
	undone, redone := w.menuKeys.rename(w.edit, w.undo, undo), w.menuKeys.rename(w.edit, w.redo, redo)
	if undone || redone {
		w.window.SetMainMenu(w.window.MainMenu())
	}
}

// withSelected does something with the draft that the keyboard is on.
func (w *Window) withSelected(do func(data.Summary)) {
	if d, ok := w.drafts.selected(); ok {
		do(d)
	}
}

// find goes to the search in the draft that is open, else to that over everything.
func (w *Window) find() {
	switch s := w.shown.(type) {
	case *draftsScreen:
		w.window.Canvas().Focus(s.search)
	case *deskScreen:
		s.desk.Find()
	case *languageScreen:
		s.part().find()
	case *partiesScreen:
		w.window.Canvas().Focus(s.search)
	case *registerScreen:
		w.window.Canvas().Focus(s.search)
	default:
		w.home()
	}
}

func (w *Window) openLanguage() {
	if _, already := w.shown.(*languageScreen); !already {
		w.goTo(newLanguageScreen(w))
	}
}

func (w *Window) openSettings() {
	if _, already := w.shown.(*settingsScreen); !already {
		w.goTo(newSettingsScreen(w))
	}
}

// showTemplates shows the templates.
func (w *Window) showTemplates() {
	if _, already := w.shown.(*templatesScreen); !already {
		w.goTo(newTemplatesScreen(w))
	}
}
