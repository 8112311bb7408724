package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/ui/widgets"
)

// choiceCard is one of several things to choose from, with a name and what it is for. A click or Space chooses it;
// Enter or a double click chooses it and goes on.
type choiceCard struct {
	widget.BaseWidget
	title, kind, about *widget.Label
	background         *canvas.Rectangle
	chosen             bool
	focused, hovered   bool
	onChosen, onTaken  func()
}

func newChoiceCard(title, kind, about string, onChosen, onTaken func()) *choiceCard {
	c := &choiceCard{
		title:      widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}),
		kind:       widget.NewLabel(kind),
		about:      prose(about),
		background: canvas.NewRectangle(theme.Color(theme.ColorNameInputBackground)),
		onChosen:   onChosen,
		onTaken:    onTaken,
	}
	c.title.Wrapping = fyne.TextWrapWord
	c.kind.Importance = widget.LowImportance
	c.ExtendBaseWidget(c)
	c.paint()
	return c
}

func (c *choiceCard) CreateRenderer() fyne.WidgetRenderer {
	words := container.New(tight{}, container.NewBorder(nil, nil, nil, c.kind, c.title), c.about)
	return widget.NewSimpleRenderer(container.NewStack(c.background, container.NewPadded(words)))
}

func (c *choiceCard) paint() {
	c.background.CornerRadius = theme.Size(theme.SizeNameInputRadius) * 1.5
	c.background.FillColor = theme.Color(theme.ColorNameInputBackground)
	c.background.StrokeColor, c.background.StrokeWidth = theme.Color(theme.ColorNameSeparator), 1
	if c.hovered {
		c.background.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	}
	if c.chosen {
		c.background.FillColor = theme.Color(theme.ColorNameSelection)
	}
	if c.chosen || c.focused {
		c.background.StrokeColor, c.background.StrokeWidth = theme.Color(theme.ColorNamePrimary), 1
	}
	if c.focused {
		c.background.StrokeWidth = 2
	}
	c.background.Refresh()
}

// choose marks the card as the chosen one, or not.
func (c *choiceCard) choose(on bool) {
	c.chosen = on
	c.paint()
}

func (c *choiceCard) Refresh() {
	c.paint()
	c.BaseWidget.Refresh()
}

func (c *choiceCard) Tapped(*fyne.PointEvent)       { c.onChosen() }
func (c *choiceCard) DoubleTapped(*fyne.PointEvent) { c.onTaken() }
func (c *choiceCard) FocusGained()                  { c.focused = true; c.paint() }
func (c *choiceCard) FocusLost()                    { c.focused = false; c.paint() }
func (c *choiceCard) TypedRune(rune)                {}
func (c *choiceCard) MouseIn(*desktop.MouseEvent)   { c.hovered = true; c.paint() }
func (c *choiceCard) MouseMoved(*desktop.MouseEvent) {
}
func (c *choiceCard) MouseOut() { c.hovered = false; c.paint() }

// TypedKey chooses, goes on, or goes to the next card.
func (c *choiceCard) TypedKey(e *fyne.KeyEvent) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(c)
	switch {
	case widgets.PassOn(c, e):
	case isEnter(e):
		c.onTaken()
	case e.Name == fyne.KeySpace:
		c.onChosen()
	case e.Name == fyne.KeyDown && canvas != nil:
		canvas.FocusNext()
	case e.Name == fyne.KeyUp && canvas != nil:
		canvas.FocusPrevious()
	}
}
