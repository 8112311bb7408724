package ui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/ui/widgets"
)

// choiceCard is one of several things to choose from, with a picture, a name and what it is for. A click or Space chooses
// it; Enter or a double click chooses it and goes on.
type choiceCard struct {
	widget.BaseWidget
	picture           *thumbnail
	title, kind       *widget.Label
	about             *widget.Label
	background        *canvas.Rectangle
	chosen            bool
	focused, hovered  bool
	onChosen, onTaken func()
	onFocused         func()
	onMove            func(fyne.KeyName) // an arrow key, Home or End
}

func newChoiceCard(title, kind, about string) *choiceCard {
	c := &choiceCard{
		picture:    newThumbnail(),
		title:      widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}),
		kind:       note(kind),
		about:      prose(about),
		background: canvas.NewRectangle(theme.Color(theme.ColorNameInputBackground)),
	}
	c.title.Wrapping = fyne.TextWrapWord
	c.ExtendBaseWidget(c)
	c.paint()
	return c
}

// show puts a picture onto the card.
func (c *choiceCard) show(picture image.Image) { c.picture.show(picture) }

func (c *choiceCard) CreateRenderer() fyne.WidgetRenderer {
	words := container.New(tight{}, c.title, c.kind, c.about)
	beside := container.NewPadded(container.NewBorder(nil, nil, container.NewPadded(c.picture), nil, words))
	return widget.NewSimpleRenderer(container.NewStack(c.background, beside))
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

// Tapped chooses the card.
func (c *choiceCard) Tapped(*fyne.PointEvent) {
	if window := fyne.CurrentApp().Driver().CanvasForObject(c); window != nil {
		window.Focus(c)
	}
	c.onChosen()
}

func (c *choiceCard) DoubleTapped(*fyne.PointEvent)  { c.onTaken() }
func (c *choiceCard) FocusLost()                     { c.focused = false; c.paint() }
func (c *choiceCard) TypedRune(rune)                 {}
func (c *choiceCard) MouseIn(*desktop.MouseEvent)    { c.hovered = true; c.paint() }
func (c *choiceCard) MouseMoved(*desktop.MouseEvent) {}
func (c *choiceCard) MouseOut()                      { c.hovered = false; c.paint() }
func (c *choiceCard) FocusGained() {
	c.focused = true
	c.paint()
	if c.onFocused != nil {
		c.onFocused()
	}
}

// TypedKey chooses, goes on, or goes to another card.
func (c *choiceCard) TypedKey(e *fyne.KeyEvent) {
	switch {
	case widgets.PassOn(c, e):
	case isEnter(e):
		c.onTaken()
	case e.Name == fyne.KeySpace:
		c.onChosen()
	case c.onMove != nil:
		c.onMove(e.Name)
	}
}

// cardRow sets cards side by side, equally wide and high, or beneath each other where they would get too narrow.
type cardRow struct{ stacked bool }

// cardWidth is the least width of a card beside another, at the normal text size.
const cardWidth = 380

func (r *cardRow) MinSize(cards []fyne.CanvasObject) fyne.Size {
	gap := theme.Padding() * 2
	var height float32
	for _, c := range cards {
		if own := c.MinSize().Height + gap; r.stacked {
			height += own
		} else {
			height = max(height, own)
		}
	}
	return fyne.NewSize(cards[0].MinSize().Width, height)
}

func (r *cardRow) Layout(cards []fyne.CanvasObject, size fyne.Size) {
	gap := theme.Padding() * 2
	size.Width -= theme.ScrollBarSize() // clear of the bar that scrolls the page
	r.stacked = (size.Width-gap)/2 < cardWidth*textScale()
	width, at := size.Width, fyne.NewPos(0, 0)
	if !r.stacked {
		width = (size.Width - gap) / 2
	}
	for _, c := range cards {
		c.Resize(fyne.NewSize(width, c.Size().Height)) // words that wrap know their height by their width
		height := max(size.Height-gap, c.MinSize().Height)
		if r.stacked {
			height = c.MinSize().Height
		}
		c.Resize(fyne.NewSize(width, height))
		c.Move(at)
		if r.stacked {
			at.Y += height + gap
		} else {
			at.X += width + gap
		}
	}
}
