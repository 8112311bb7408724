package widgets

import "fyne.io/fyne/v2"

// At is the line that the keyboard is on, counted from 0.
func (c *Choices) At() int { return c.at }

// TypedShortcut gives a shortcut that the list's owner has no use for to the window.
func (c *Choices) TypedShortcut(s fyne.Shortcut) {
	if c.OnShortcut != nil && c.OnShortcut(s) {
		return
	}
	if window, ok := fyne.CurrentApp().Driver().CanvasForObject(c).(fyne.Shortcutable); ok {
		window.TypedShortcut(s)
	}
}
