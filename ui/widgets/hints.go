package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Hints is a layer over a screen that says what a thing without words is for, while the pointer rests on it. It never
// takes the pointer or the keyboard itself. A nil *Hints shows nothing.
type Hints struct {
	layer *fyne.Container
	box   *canvas.Rectangle
	text  *canvas.Text
}

// NewHints makes an empty layer.
func NewHints() *Hints {
	h := &Hints{box: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	h.layer = container.NewWithoutLayout(h.box, h.text)
	h.layer.Hide()
	return h
}

// Layer is to be stacked over the screen's content.
func (h *Hints) Layer() fyne.CanvasObject { return h.layer }

// Text gives what is shown now, or "".
func (h *Hints) Text() string {
	if h == nil || !h.layer.Visible() {
		return ""
	}
	return h.text.Text
}

// Show shows words below a thing, or above it where there is no room.
func (h *Hints) Show(words string, about fyne.CanvasObject) {
	if h == nil || words == "" {
		return
	}
	settings := fyne.CurrentApp().Settings()
	th, variant := settings.Theme(), settings.ThemeVariant()
	h.box.FillColor = th.Color(theme.ColorNameOverlayBackground, variant)
	h.box.StrokeColor = th.Color(theme.ColorNameSeparator, variant)
	h.box.StrokeWidth = 1
	h.box.CornerRadius = th.Size(theme.SizeNameInputRadius)
	h.text.Text = words
	h.text.Color = th.Color(theme.ColorNameForeground, variant)
	h.text.TextSize = th.Size(theme.SizeNameCaptionText)
	h.place(about, th.Size(theme.SizeNamePadding))
	h.layer.Show()
	h.layer.Refresh()
}

func (h *Hints) place(about fyne.CanvasObject, pad float32) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(about).Subtract(driver.AbsolutePositionForObject(h.layer))
	text, room := h.text.MinSize(), h.layer.Size()
	size := text.AddWidthHeight(4*pad, 2*pad)
	x := min(at.X, room.Width-size.Width-pad)
	y := at.Y + about.Size().Height + pad
	if y+size.Height > room.Height {
		y = at.Y - size.Height - pad
	}
	h.box.Move(fyne.NewPos(max(x, 0), max(y, 0)))
	h.box.Resize(size)
	h.text.Move(h.box.Position().AddXY(2*pad, pad))
	h.text.Resize(text)
}

// Hide takes the words away.
func (h *Hints) Hide() {
	if h != nil {
		h.layer.Hide()
	}
}
