package pdf

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // a format that NewLogo reads
	_ "image/png"  // a format that NewLogo reads
	"strings"

	"avtalebok/agreement"
	"avtalebok/pdf/finish"
	"avtalebok/pdf/layout"
	"avtalebok/pdf/typeface"
)

// The largest logo: more than any print shows, and little enough to be held in memory many times.
const (
	largestLogoFile = 5 << 20    // bytes
	largestLogo     = 4000       // pixels a side
	logoPixels      = 1600 * 800 // pixels in all; finer ones are thinned out
)

// Logo is an organisation's logo, read and compressed once and then shared by any number of documents.
type Logo struct {
	picture     finish.Picture
	alternative string
}

// size gives what the layout needs to know of a logo, nil for none.
func (l *Logo) size() *layout.Picture {
	if l == nil {
		return nil
	}
	return &layout.Picture{
		Width: float64(l.picture.Width), Height: float64(l.picture.Height), Alternative: l.alternative,
	}
}

// NewLogo reads a PNG or JPEG picture. The alternative text says what it shows to those who can't see it, usually the
// organisation's name; an accessible document can't be without it (ISO 14289-1, 7.3).
func NewLogo(file []byte, alternative string) (*Logo, error) {
	alternative = oneLine(alternative)
	family, err := typeface.Load()
	if err != nil {
		return nil, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	g := guard{family: family}
	if g.text(agreement.Place{}, alternative); strings.TrimSpace(alternative) == "" || len(g.found) > 0 {
		return nil, agreement.NewError(agreement.Invalid, "error.pdf.logoText", nil)
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || len(file) > largestLogoFile || config.Width < 1 || config.Height < 1 ||
		config.Width > largestLogo || config.Height > largestLogo {
		return nil, agreement.NewError(agreement.Invalid, "error.pdf.logo", err)
	}
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, agreement.NewError(agreement.Invalid, "error.pdf.logo", err)
	}
	step := 1
	for (config.Width/step)*(config.Height/step) > logoPixels {
		step++
	}
	width, height := max(1, config.Width/step), max(1, config.Height/step)
	rgb, opacity := make([]byte, 0, 3*width*height), make([]byte, 0, width*height)
	for y := range height {
		for x := range width {
			at := picture.Bounds().Min.Add(image.Pt(x*step, y*step))
			c, _ := color.NRGBAModel.Convert(picture.At(at.X, at.Y)).(color.NRGBA)
			rgb, opacity = append(rgb, c.R, c.G, c.B), append(opacity, c.A)
		}
	}
	return &Logo{picture: finish.NewPicture(width, height, rgb, opacity), alternative: alternative}, nil
}
