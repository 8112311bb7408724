package pdf

import (
	"strings"

	"avtalebok/agreement"
	"avtalebok/pdf/draw"
	"avtalebok/pdf/finish"
	"avtalebok/pdf/layout"
	"avtalebok/pdf/typeface"
)

// Region is where one line of text stands, and the place in the agreement that it came from.
type Region struct {
	Page  int         // from 0 on
	Rect  layout.Rect // points from the top left corner of the page
	Place agreement.Place
}

// Preview is a rendered Document with the map from pages to the agreement.
type Preview struct {
	File    []byte
	Pages   int
	Width   float64 // of every page, in points
	Height  float64
	Regions []Region
}

// Render gives the Document as a PDF file. It may be called from several goroutines at once. A character that can't
// be printed gives an agreement.Error with the key error.pdf.character and a Problem as its cause.
func Render(doc agreement.Document, opt Options) ([]byte, error) {
	p, err := RenderPreview(doc, opt)
	return p.File, err
}

// RenderPreview is Render for those who need to know what stands where on the pages.
func RenderPreview(doc agreement.Document, opt Options) (Preview, error) {
	pens, err := opt.pens()
	if err != nil {
		return Preview{}, err
	}
	family, err := typeface.Load()
	if err != nil {
		return Preview{}, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	if problems := check(doc, family, 1); len(problems) > 0 {
		return Preview{}, problems[0].refusal()
	}
	set := layout.Compose(doc, metrics{family}, opt.Logo.size())
	pens.Fonts = subsets(family, set)
	file, err := write(doc, set, pens, opt.Logo)
	if err != nil {
		return Preview{}, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	return Preview{
		File: file, Pages: len(set.Pages), Width: set.Width, Height: set.Height, Regions: regions(set),
	}, nil
}

func write(doc agreement.Document, set layout.Layout, pens draw.Pens, logo *Logo) ([]byte, error) {
	drawing, err := draw.Draw(set, pens)
	if err != nil {
		return nil, err
	}
	in := finish.Input{Drawn: drawing.File, Marks: drawing.Marks, Layout: set, Facts: facts(doc)}
	for style, name := range draw.FontNames {
		in.Fonts = append(in.Fonts, finish.Font{Name: name, Subset: pens.Fonts[style]})
	}
	if logo != nil {
		in.Logo = &logo.picture
	}
	return finish.File(in)
}

// identifier marks a file as printed from a draft, in its metadata (dc:identifier).
func identifier(draft string) string {
	if draft == "" {
		return ""
	}
	return "avtalebok:draft/" + draft
}

func facts(doc agreement.Document) finish.Facts {
	title := oneLine(doc.Title.String())
	if theme := oneLine(doc.Theme.String()); theme != "" {
		title = strings.TrimPrefix(title+" – "+theme, " – ")
	}
	if len(doc.Parties) > 0 {
		title += " · " + strings.Join(doc.Parties, " · ")
	}
	return finish.Facts{
		Language: language(doc.Form), Title: title, Parties: doc.Parties, CaseNumber: doc.CaseNumber,
		Identifier: identifier(doc.ID), Template: doc.Template.ID, TemplateVersion: doc.Template.Version,
		Revision: doc.Revision, Updated: doc.Updated,
	}
}

// language gives the language tag of a written form (RFC 5646).
func language(form agreement.Form) string {
	if !form.Valid() {
		return "no"
	}
	return string(form) + "-NO"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// metrics measures with the family.
type metrics struct{ family *typeface.Family }

func (m metrics) Width(style layout.Style, size float64, text string) float64 {
	return face(m.family, style).Width(text) * size / 1000
}

func face(family *typeface.Family, style layout.Style) *typeface.Face {
	if style == layout.Bold {
		return family.Bold
	}
	return family.Regular
}

// subsets cuts the faces down to what the layout needs.
func subsets(family *typeface.Family, set layout.Layout) [2]*typeface.Subset {
	var runes [2]map[rune]struct{}
	for i := range runes {
		runes[i] = make(map[rune]struct{}, 128)
	}
	for _, p := range set.Pages {
		for _, lines := range [][]layout.Line{p.Lines, p.Furniture, p.Repeated} {
			for _, l := range lines {
				for _, run := range l.Runs {
					for _, r := range run.Text {
						runes[run.Style][r] = struct{}{}
					}
				}
			}
		}
	}
	var out [2]*typeface.Subset
	for i := range out {
		out[i] = face(family, layout.Style(i)).Subset(runes[i])
	}
	return out
}

func regions(set layout.Layout) []Region {
	var list []Region
	for i, p := range set.Pages {
		for _, l := range p.Lines {
			if l.Place != (agreement.Place{}) {
				list = append(list, Region{Page: i, Rect: l.Rect, Place: l.Place})
			}
		}
	}
	return list
}
