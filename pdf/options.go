package pdf

import (
	"math"
	"strconv"
	"strings"

	"avtalebok/agreement"
	"avtalebok/pdf/draw"
	"avtalebok/pdf/finish"
	"avtalebok/pdf/layout"
)

// Options are an organisation's own looks. The zero Options are good as they are.
type Options struct {
	Accent string // colour of headings, numbers and rules as "#1f4e5f"; empty for our own
	Logo   *Logo  // at the top of the first page; nil for none
}

// The colours. All text has a contrast of at least 4.5:1 on white (WCAG 2.1, 1.4.3).
var (
	white  = draw.RGB{R: 0xFF, G: 0xFF, B: 0xFF}
	ink    = draw.RGB{R: 0x1A, G: 0x1A, B: 0x1A}
	muted  = draw.RGB{R: 0x5A, G: 0x61, B: 0x66}
	accent = draw.RGB{R: 0x1B, G: 0x4B, B: 0x66}
	alarm  = draw.RGB{R: 0xA8, G: 0x1E, B: 0x1E}
	marker = draw.RGB{R: 0xFF, G: 0xE9, B: 0x9C}
	hair   = draw.RGB{R: 0xBF, G: 0xC5, B: 0xC9}
)

// leastContrast is what text must have against its ground (WCAG 2.1, 1.4.3).
const leastContrast = 4.5

func (o Options) pens() (draw.Pens, error) {
	chosen := accent
	if o.Accent != "" {
		c, ok := parseColour(o.Accent)
		if !ok {
			return draw.Pens{}, agreement.NewError(agreement.Invalid, "error.pdf.colour", nil, "Colour", o.Accent)
		}
		if ratio := contrast(c, white); ratio < leastContrast {
			return draw.Pens{}, agreement.NewError(agreement.Invalid, "error.pdf.contrast", nil,
				"Colour", o.Accent, "Ratio", strconv.FormatFloat(ratio, 'f', 1, 64))
		}
		chosen = c
	}
	p := draw.Pens{Picture: finish.PictureName}
	p.Colour[layout.Ink] = ink
	p.Colour[layout.Muted] = muted
	p.Colour[layout.Accent] = chosen
	p.Colour[layout.Alarm] = alarm
	p.Colour[layout.Marker] = marker
	p.Colour[layout.Hair] = hair
	return p, nil
}

// parseColour reads "#1f4e5f".
func parseColour(s string) (draw.RGB, bool) {
	digits, ok := strings.CutPrefix(s, "#")
	if !ok || len(digits) != 6 {
		return draw.RGB{}, false
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil {
		return draw.RGB{}, false
	}
	return draw.RGB{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n)}, true
}

// contrast gives the contrast ratio of two colours, from 1 to 21 (WCAG 2.1, "contrast ratio").
func contrast(a, b draw.RGB) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance gives the relative luminance (WCAG 2.1, "relative luminance").
func luminance(c draw.RGB) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
