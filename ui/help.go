package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// shortcuts lists the keys, by where they work: a message key under "menu.keys" and the keys themselves, in which
// "⇧", "Ctrl" and the like are the same in every language.
var shortcuts = []struct {
	part string
	keys [][2]string
}{
	{"everywhere", [][2]string{
		{"new", "Ctrl+N"},
		{"list", "Ctrl+W, Esc"},
		{"find", "Ctrl+F"},
		{"larger", "Ctrl++"},
		{"smaller", "Ctrl+−"},
		{"normal", "Ctrl+0"},
		{"settings", "Ctrl+,"},
		{"register", "Ctrl+Shift+A"},
		{"languages", "Ctrl+Shift+L"},
		{"parties", "Ctrl+Shift+K"},
		{"toMany", "Ctrl+Shift+N"},
		{"menu", "Alt"},
		{"move", "Tab, Shift+Tab"},
		{"quit", "Ctrl+Q"},
		{"helpPages", "Shift+F1"},
		{"help", "F1"},
	}},
	{"inList", [][2]string{
		{"intoList", "↓"}, {"open", "Enter"}, {"duplicate", "Ctrl+D"}, {"delete", "Delete"}, {"undoDelete", "Ctrl+Z"},
	}},
	{"inNew", [][2]string{{"next", "Enter, Alt+→"}, {"previous", "Alt+←, Esc"}, {"createNow", "Ctrl+Enter"}, {"calendar", "Alt+↓"}}},
	{"atDesk", [][2]string{
		{"undo", "Ctrl+Z"},
		{"redo", "Ctrl+Shift+Z, Ctrl+Y"},
		{"moveItem", "Alt+↑, Alt+↓"},
		{"addItem", "Ctrl+Enter"},
		{"duplicateItem", "Ctrl+D"},
		{"splitItem", "Ctrl+Shift+Enter"},
		{"mergeItem", "Ctrl+J"},
		{"transferItem", "Ctrl+Shift+M"},
		{"markItem", "Ctrl+Space"},
		{"pastePlain", "Ctrl+Shift+V"},
		{"bank", "Ctrl+B"},
		{"keepInBank", "Ctrl+Shift+B"},
		{"findInDraft", "Ctrl+F, F3, Shift+F3"},
		{"replace", "Ctrl+H"},
		{"note", "Ctrl+M"},
		{"revisions", "Ctrl+Shift+H"},
		{"suggestion", "Ctrl+1, Ctrl+2, Ctrl+3"},
		{"approveText", "Alt+Enter"},
		{"approveNext", "Alt+Shift+Enter"},
		{"nextOpen", "F4"},
		{"translateText", "Ctrl+T"},
		{"translateAll", "Ctrl+Shift+T"},
		{"checkLanguage", "F9"},
		{"correct", "Ctrl+R"},
		{"ignoreFinding", "Ctrl+Shift+R"},
		{"save", "Ctrl+S"},
		{"saveAsTemplate", "Ctrl+Shift+S"},
		{"placeholder", "Ctrl+I"},
		{"lock", "Ctrl+L"},
		{"export", "Ctrl+E, Ctrl+P"},
		{"print", "Ctrl+Shift+P"},
		{"nextPane", "F6"},
		{"preview", "F7"},
		{"resizePages", "Alt++, Alt+−, Alt+0"},
		{"widenPane", "Alt+Shift+→, Alt+Shift+←"},
		{"forms", "F8"},
	}},
}

// showShortcuts lists the keyboard shortcuts.
func (w *Window) showShortcuts() {
	if w.busy() {
		return
	}
	columns := []*fyne.Container{container.NewVBox(), container.NewVBox()}
	wide := make([]*alike, len(columns)) // the keys of a column stand above each other
	for i := range wide {
		wide[i] = &alike{}
	}
	for i, part := range shortcuts {
		column := columns[min(i, 1)]
		column.Add(widget.NewLabelWithStyle(w.T("menu.keys."+part.part), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
		table := container.New(layout.NewFormLayout())
		for _, k := range part.keys {
			table.Add(wide[min(i, 1)].add(widget.NewLabel(k[1])))
			table.Add(widget.NewLabel(w.T("menu.keys." + k[0])))
		}
		column.Add(table)
	}
	content := container.NewHBox(columns[0], container.NewGridWrap(fyne.NewSize(16, 1)), columns[1])
	room := container.New(&least{height: min(content.MinSize().Height, w.window.Canvas().Size().Height-180)},
		container.NewVScroll(content))
	var s *sheet
	closing := newMainButton(w.T("dialog.close"), func() { s.Hide() })
	s = w.newSheet(w.T("menu.keys.title"), room, closing)
	s.present(closing, fyne.NewSize(content.MinSize().Width+96, 0))
}

// showAbout says what the program is.
func (w *Window) showAbout() {
	icon := widget.NewIcon(w.app.Icon())
	text := prose(w.T("app.about", "Version", w.options.Version))
	var s *sheet
	closing := newMainButton(w.T("dialog.close"), func() { s.Hide() })
	side := container.NewVBox(container.NewGridWrap(fyne.NewSize(64, 64), icon))
	s = w.newSheet("Avtalebok", container.NewBorder(nil, nil, side, nil, text), closing)
	s.present(closing, fyne.NewSize(520, 0))
}

// alike gives several objects, wherever they stand, the width of the widest.
type alike struct{ objects []fyne.CanvasObject }

func (a *alike) add(o fyne.CanvasObject) fyne.CanvasObject {
	a.objects = append(a.objects, o)
	return container.New(a, o)
}

// MinSize gives the width of the widest of all.
func (a *alike) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	for _, o := range a.objects {
		size.Width = max(size.Width, o.MinSize().Width)
	}
	return size
}

// Layout fills the room.
func (a *alike) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
