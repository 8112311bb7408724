package widgets

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// tints keeps icons in the colours that they were shown in: a page has the same three icons on every line, and
// colouring one costs more than laying out the line. It is used on the user-interface goroutine only.
var tints = map[string]fyne.Resource{}

// showIcon shows an icon in a colour of the theme.
func showIcon(image *canvas.Image, icon fyne.Resource, colour fyne.ThemeColorName) {
	r, g, b, _ := theme.Color(colour).RGBA()
	name := fmt.Sprintf("%02x%02x%02x-%s", r>>8, g>>8, b>>8, icon.Name())
	tint, ok := tints[name]
	if !ok {
		svg := theme.NewColoredResource(icon, colour).Content()
		tint = fyne.NewStaticResource(name, svg)
		tints[name] = tint
	}
	if image.Resource != tint {
		image.Resource = tint
		image.Refresh()
	}
}

// iconFace is what widgets that are an icon draw: a ground, and the icon on it. Their renderers lay it out and colour it.
type iconFace struct {
	back    *canvas.Rectangle
	image   *canvas.Image
	objects []fyne.CanvasObject
}

func newIconFace() iconFace {
	f := iconFace{back: canvas.NewRectangle(color.Transparent), image: &canvas.Image{}}
	f.image.FillMode = canvas.ImageFillContain
	f.objects = []fyne.CanvasObject{f.back, f.image}
	return f
}

// Destroy does nothing.
func (f iconFace) Destroy() {}

// Objects gives the ground and the icon.
func (f iconFace) Objects() []fyne.CanvasObject { return f.objects }
