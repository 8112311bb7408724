package finish

import (
	"fmt"
	"sync"

	"avtalebok/pdf/layout"
	"avtalebok/pdf/typeface"
)

// Font is a font under the name by which the pages' content calls it.
type Font struct {
	Name   string
	Subset *typeface.Subset
}

// Input is what a file is made of.
type Input struct {
	Drawn  []byte  // gofpdf's file
	Marks  [][]int // the element of each marked content, by page
	Layout layout.Layout
	Fonts  []Font
	Facts  Facts
	Logo   *Picture // nil for none
}

// file is a file being written. The numbers are those of the first object of each kind; pages, elements and
// annotations follow each other.
type file struct {
	writer *writer
	layout layout.Layout
	marks  [][]int
	fields []field

	pages       int
	elements    int
	annotations int
	tree        int
	parents     int
}

type field struct {
	layout.Field
	page int // from 0 on
}

// profile is the colour profile, made once.
var profile = sync.OnceValue(sRGB)

// File writes the final file.
func File(in Input) ([]byte, error) {
	streams, err := contents(in.Drawn)
	if err != nil {
		return nil, err
	}
	if len(streams) != len(in.Layout.Pages) {
		return nil, fmt.Errorf("%w: %d pages drawn of %d", errDrawing, len(streams), len(in.Layout.Pages))
	}
	f := &file{writer: newWriter(len(in.Drawn)/2 + 64<<10), layout: in.Layout, marks: in.Marks}
	for i, p := range in.Layout.Pages {
		for _, one := range p.Fields {
			f.fields = append(f.fields, field{one, i})
		}
	}
	w := f.writer
	catalog := w.reserve(7)
	info, root, resources, metadata, intent := catalog+1, catalog+2, catalog+3, catalog+4, catalog+5
	icc := catalog + 6
	f.pages = w.reserve(len(streams))
	f.elements = w.reserve(len(in.Layout.Elements))
	f.annotations = w.reserve(len(f.fields))
	f.tree = w.reserve(2)
	f.parents = f.tree + 1

	outlines := f.outline()
	w.begin(catalog)
	w.text("<</Type /Catalog /Pages ")
	w.ref(root)
	w.text(" /Lang ", textString(in.Facts.Language), " /MarkInfo <</Marked true>> /StructTreeRoot ")
	w.ref(f.tree)
	w.text("\n/ViewerPreferences <</DisplayDocTitle true>> /Metadata ")
	w.ref(metadata)
	w.text(" /OutputIntents [")
	w.ref(intent)
	w.text("]")
	f.sibling("Outlines", outlines)
	f.form()
	w.text(">>")
	w.end()
	w.object(info, "<</Title %s /Creator (%s) /Producer (%s) /CreationDate %s /ModDate %s>>",
		textString(in.Facts.Title), producer, producer, date(in.Facts.Updated), date(in.Facts.Updated))
	w.stream(metadata, "/Type /Metadata /Subtype /XML ", xmp(in.Facts))
	w.object(intent, "<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R>>", icc)
	w.compressed(icc, "/N 3 ", profile())
	f.writePages(root, resources, streams)
	f.resources(resources, in.Fonts, in.Logo)
	f.structure()
	f.signatures()
	return w.close(catalog, info), nil
}

func (f *file) writePages(root, resources int, streams [][]byte) {
	w := f.writer
	w.begin(root)
	w.text("<</Type /Pages /Count ")
	w.integer(len(streams))
	w.text(" /Kids [")
	for i := range streams {
		w.ref(f.pages + i)
		w.text(" ")
	}
	w.text("]>>")
	w.end()
	for i, stream := range streams {
		content := w.reserve(1)
		w.begin(f.pages + i)
		w.text("<</Type /Page /Parent ")
		w.ref(root)
		w.text(" /MediaBox [0 0 ", number(f.layout.Width), " ", number(f.layout.Height), "] /Resources ")
		w.ref(resources)
		w.text(" /Contents ")
		w.ref(content)
		w.text(" /StructParents ")
		w.integer(i)
		w.text(" /Tabs /S")
		f.annotationsOf(i)
		w.text(">>")
		w.end()
		w.compressed(content, "", stream)
	}
}

func (f *file) resources(number int, fonts []Font, logo *Picture) {
	w := f.writer
	objects := make([]int, len(fonts))
	for i, font := range fonts {
		objects[i] = w.font(font.Subset)
	}
	picture := 0
	if logo != nil {
		picture = w.picture(*logo)
	}
	w.begin(number)
	w.text("<</Font <<")
	for i, font := range fonts {
		w.text("/", font.Name, " ")
		w.ref(objects[i])
		w.text(" ")
	}
	w.text(">>")
	if picture != 0 {
		w.text(" /XObject <</", PictureName, " ")
		w.ref(picture)
		w.text(">>")
	}
	w.text(">>")
	w.end()
}
