package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// menuKeys writes the keys of menu items into their labels, one above the other. Fyne would write them itself, but with
// a fifth of the strength of the words beside them, which few can read.
type menuKeys struct {
	names map[*fyne.MenuItem]string // the labels without keys
	keys  map[*fyne.MenuItem]string
}

// newMenuKeys takes over the keys of all items and writes them.
func newMenuKeys(menus ...*fyne.Menu) *menuKeys {
	m := &menuKeys{names: make(map[*fyne.MenuItem]string), keys: make(map[*fyne.MenuItem]string)}
	for _, menu := range menus {
		for _, i := range menu.Items {
			m.names[i] = i.Label
			if s, ok := i.Shortcut.(fyne.KeyboardShortcut); ok {
				m.keys[i] = keyNames(s)
				i.Shortcut = unwritten{s}
			}
		}
		m.write(menu)
	}
	return m
}

// unwritten is a shortcut that Fyne knows and does not write: it lacks the methods that tell of its keys.
type unwritten struct{ fyne.Shortcut }

// rename gives an item of a menu another name, and reports whether it is another one.
func (m *menuKeys) rename(menu *fyne.Menu, i *fyne.MenuItem, name string) bool {
	if m.names[i] == name {
		return false
	}
	m.names[i] = name
	m.write(menu)
	return true
}

func (m *menuKeys) write(menu *fyne.Menu) {
	var widest float32
	for _, i := range menu.Items {
		widest = max(widest, menuWidth(m.names[i]))
	}
	for _, i := range menu.Items {
		i.Label = m.names[i]
		if keys := m.keys[i]; keys != "" {
			i.Label = filled(i.Label, widest+2*theme.TextSize()) + keys
		}
	}
}

// blanks are what words are filled up with, from wide to narrow: an em quad, a common blank, a hair space.
var blanks = []string{"\u2003", " ", "\u200a"}

// filled lengthens words to a width by blanks.
func filled(words string, width float32) string {
	for _, blank := range blanks {
		one := menuWidth(blank+".") - menuWidth(".")
		if room := width - menuWidth(words+".") + menuWidth("."); one > 0 && room > 0 {
			words += strings.Repeat(blank, int(room/one))
		}
	}
	return words
}

func menuWidth(words string) float32 {
	return fyne.MeasureText(words, theme.TextSize(), fyne.TextStyle{}).Width
}

// keyNames names the keys of a shortcut as they stand on a keyboard.
func keyNames(s fyne.KeyboardShortcut) string {
	var names []string
	for _, m := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if s.Mod()&m.modifier != 0 {
			names = append(names, m.name)
		}
	}
	name := string(s.Key())
	if sign, ok := keySigns[s.Key()]; ok {
		name = sign
	}
	return strings.Join(append(names, name), "+")
}

var keySigns = map[fyne.KeyName]string{
	fyne.KeyReturn: "Enter", fyne.KeyMinus: "−", fyne.KeyLeft: "←", fyne.KeyRight: "→", fyne.KeyUp: "↑", fyne.KeyDown: "↓",
}
