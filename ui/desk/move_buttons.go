package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"avtalebok/ui/widgets"
)

// moveButtons stand beside one of several rows that can be moved and taken out.
type moveButtons struct{ up, down, remove *widgets.IconButton }

// moveHints are what the buttons say.
type moveHints struct{ up, down, remove string }

func (d *Desk) newMoveButtons(hints moveHints, move func(by int), remove func()) moveButtons {
	button := func(icon fyne.Resource, hint string, f func()) *widgets.IconButton {
		return widgets.NewIconButton(icon, hint, d.hints, f)
	}
	return moveButtons{
		up:     button(theme.MoveUpIcon(), hints.up, func() { move(-1) }),
		down:   button(theme.MoveDownIcon(), hints.down, func() { move(1) }),
		remove: button(theme.DeleteIcon(), hints.remove, remove),
	}
}

// moveHints are those of a row that the keys move and take out, too.
func (d *Desk) moveHints() moveHints {
	return moveHints{d.hint("move_up"), d.hint("move_down"), d.hint("remove")}
}

// all gives the buttons in their order.
func (b moveButtons) all() []*widgets.IconButton {
	return []*widgets.IconButton{b.up, b.down, b.remove}
}

// at lets a row be moved where there is somewhere to move it, by its place among the others.
func (b moveButtons) at(i, count int) {
	b.up.SetEnabled(i > 0)
	b.down.SetEnabled(i < count-1)
}
