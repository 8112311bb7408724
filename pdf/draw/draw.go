package draw

import (
	"bytes"
	"time"

	"github.com/jung-kurt/gofpdf"

	"avtalebok/pdf/layout"
	"avtalebok/pdf/typeface"
)

// RGB is a colour of the sRGB space.
type RGB struct{ R, G, B uint8 }

// Pens are what a layout is drawn with.
type Pens struct {
	Fonts  [2]*typeface.Subset // by layout.Style
	Colour [6]RGB              // by layout.Colour

	// Picture is the name under which content calls the picture, to be put into the resources as FontNames are.
	Picture string
}

// FontNames are the names under which the content of pages calls the fonts, by layout.Style. Who finishes the file
// puts them into its resources.
var FontNames = [2]string{"F1", "F2"}

// Drawing is a drawn document: gofpdf's file, uncompressed and without fonts, and what its marked content is.
type Drawing struct {
	File []byte
	// Marks gives, for each page, the structure element of each marked-content identifier from 0 on.
	Marks [][]int
}

// Draw draws a layout.
func Draw(l layout.Layout, pens Pens) (Drawing, error) {
	f := gofpdf.NewCustom(&gofpdf.InitType{
		UnitStr: "pt",
		Size:    gofpdf.SizeType{Wd: l.Width, Ht: l.Height},
	})
	f.SetCatalogSort(true) // without it the order of resources varies
	f.SetCreationDate(time.Unix(0, 0).UTC())
	f.SetModificationDate(time.Unix(0, 0).UTC())
	f.SetAutoPageBreak(false, 0)
	f.SetCompression(false)
	d := Drawing{Marks: make([][]int, len(l.Pages))}
	w := &writer{height: l.Height, elements: l.Elements, pens: pens}
	for i, p := range l.Pages {
		f.AddPage()
		shapes(f, p.Shapes, pens)
		d.Marks[i] = w.page(p)
		f.RawWriteBuf(&w.out)
	}
	var file bytes.Buffer
	file.Grow(len(l.Pages) * 16 << 10)
	if err := f.Output(&file); err != nil {
		return Drawing{}, err
	}
	d.File = file.Bytes()
	return d, nil
}

// shapes draws rules and grounds, which stand beneath the text and are artifacts.
func shapes(f *gofpdf.Fpdf, list []layout.Shape, pens Pens) {
	if len(list) == 0 {
		return
	}
	f.RawWriteStr("/Artifact <</Type /Layout>> BDC")
	for _, s := range list {
		c := pens.Colour[s.Colour]
		if s.Frame {
			f.SetDrawColor(int(c.R), int(c.G), int(c.B))
			f.SetLineWidth(1)
			f.Rect(s.X, s.Y, s.Width, s.Height, "D")
			continue
		}
		f.SetFillColor(int(c.R), int(c.G), int(c.B))
		f.Rect(s.X, s.Y, s.Width, s.Height, "F")
	}
	f.RawWriteStr("EMC")
}
