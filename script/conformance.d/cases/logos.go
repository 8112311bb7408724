package cases

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"avtalebok/pdf"
)

// looks are an organisation's own: a logo of either format, with and without places that show what is behind it, wide,
// tall and too fine for print, and colours that are as light as they may be.
func looks() (map[string]pdf.Options, error) {
	all := map[string]pdf.Options{"accent-light": {Accent: "#767676"}, "accent-bright": {Accent: "#c00000"}}
	for _, l := range []struct {
		name                string
		width, height       int
		transparent, asJPEG bool
	}{
		{name: "logo", width: 320, height: 80},
		{name: "logo-transparent", width: 240, height: 160, transparent: true},
		{name: "logo-jpeg", width: 200, height: 200, asJPEG: true},
		{name: "logo-wide", width: 3000, height: 30},
		{name: "logo-tall", width: 20, height: 2000, transparent: true},
		{name: "logo-dot", width: 1, height: 1},
	} {
		file, err := drawn(l.width, l.height, l.transparent, l.asJPEG)
		if err != nil {
			return nil, err
		}
		logo, err := pdf.NewLogo(file, `Nordland fylkeskommune sitt «våpen» (\ blå & gul)`)
		if err != nil {
			return nil, err
		}
		all[l.name] = pdf.Options{Logo: logo, Accent: "#005a9c"}
	}
	return all, nil
}

// drawn is a picture file: a run of colours, with a hole and an edge to be seen through if it is transparent.
func drawn(width, height int, transparent, asJPEG bool) ([]byte, error) {
	picture := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.NRGBA{R: uint8(255 * x / width), G: uint8(255 * y / height), B: 160, A: 255}
			if transparent {
				c.A = uint8(255 * (x + y) / (width + height))
			}
			picture.SetNRGBA(x, y, c)
		}
	}
	var file bytes.Buffer
	if asJPEG {
		err := jpeg.Encode(&file, picture, nil)
		return file.Bytes(), err
	}
	err := png.Encode(&file, picture)
	return file.Bytes(), err
}
