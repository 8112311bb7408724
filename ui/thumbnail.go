package ui

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"avtalebok/agreement"
)

// thumbnailWidth is how wide the first page of a template is shown, at the normal text size.
const thumbnailWidth = 92

// A4 is as high as it is wide times this.
const pageRatio = 297.0 / 210.0

// thumbnail is a small sheet of paper with the first page of a PDF on it, or nothing yet.
type thumbnail struct {
	widget.BaseWidget
	paper *canvas.Rectangle
	icon  *widget.Icon
	page  *canvas.Image
}

func newThumbnail() *thumbnail {
	t := &thumbnail{
		paper: canvas.NewRectangle(color.White), icon: widget.NewIcon(theme.NewColoredResource(theme.DocumentIcon(), theme.ColorNameDisabled)), page: &canvas.Image{},
	}
	t.page.FillMode, t.page.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	t.page.Hide()
	t.paper.StrokeWidth = 1
	t.ExtendBaseWidget(t)
	t.paint()
	return t
}

// show puts the page onto the paper.
func (t *thumbnail) show(page image.Image) {
	t.page.Image = page
	t.page.Show()
	t.icon.Hide()
	t.paint()
	t.page.Refresh()
}

// paint gives the paper its colour: that of paper once there is something on it, else hardly any.
func (t *thumbnail) paint() {
	t.paper.FillColor = theme.Color(theme.ColorNameHover)
	if t.page.Image != nil {
		t.paper.FillColor = color.White
	}
	t.paper.StrokeColor = theme.Color(theme.ColorNameSeparator)
	t.paper.Refresh()
}

func (t *thumbnail) Refresh() {
	t.paint()
	t.BaseWidget.Refresh()
}

func (t *thumbnail) CreateRenderer() fyne.WidgetRenderer {
	return &thumbnailRenderer{t, []fyne.CanvasObject{t.paper, t.icon, t.page}}
}

type thumbnailRenderer struct {
	thumbnail *thumbnail
	objects   []fyne.CanvasObject
}

func (r *thumbnailRenderer) Destroy()                     {}
func (r *thumbnailRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *thumbnailRenderer) Refresh()                     { r.thumbnail.paint() }

func (r *thumbnailRenderer) MinSize() fyne.Size {
	width := thumbnailWidth * textScale()
	return fyne.NewSize(width, width*pageRatio)
}

func (r *thumbnailRenderer) Layout(size fyne.Size) {
	sheet := r.MinSize()
	r.thumbnail.paper.Resize(sheet)
	r.thumbnail.page.Resize(sheet.SubtractWidthHeight(2, 2))
	r.thumbnail.page.Move(fyne.NewPos(1, 1))
	side := sheet.Width / 4
	r.thumbnail.icon.Resize(fyne.NewSquareSize(side))
	r.thumbnail.icon.Move(fyne.NewPos((sheet.Width-side)/2, (sheet.Height-side)/2))
}

// thumbnails remembers the pages that were drawn. It is used from the UI thread.
type thumbnails struct {
	pages map[string]image.Image
}

// mostThumbnails bounds what is remembered; one takes some 100 kB at the normal size.
const mostThumbnails = 60

func (t *thumbnails) keep(key string, page image.Image) {
	if t.pages == nil || len(t.pages) >= mostThumbnails {
		t.pages = make(map[string]image.Image)
	}
	t.pages[key] = page
}

// forget makes the pages be drawn anew, in other looks.
func (t *thumbnails) forget() { t.pages = nil }

// thumbnail gets the first page of what a template gives, from memory or drawn in the background, and hands it to show.
// Where pages can't be drawn, show is never called.
func (w *Window) thumbnail(ctx context.Context, t agreement.Template, show func(image.Image)) {
	if w.options.Pages == nil {
		return
	}
	form := w.form()
	pixels := int(thumbnailWidth * textScale() * w.window.Canvas().Scale())
	key := fmt.Sprint(t.ID, t.Version, form, pixels)
	if page, ok := w.thumbnails.pages[key]; ok {
		show(page)
		return
	}
	w.run(func() func() {
		page, err := w.drawThumbnail(ctx, t, form, pixels)
		if err != nil {
			if !errors.Is(err, context.Canceled) {
				w.log.Info("no picture of a template", "template", t.ID, "error", err)
			}
			return nil
		}
		return func() {
			w.thumbnails.keep(key, page)
			show(page)
		}
	})
}

// drawThumbnail draws the first page of the PDF that the template gives, without parties.
func (w *Window) drawThumbnail(ctx context.Context, t agreement.Template, form agreement.Form, pixels int) (image.Image, error) {
	doc, err := agreement.New(t).Resolve(form)
	if err != nil {
		return nil, err
	}
	doc.Draft = false // what a template leaves open is no fault in it
	preview, err := w.printPreview(doc)
	if err != nil {
		return nil, err
	}
	return w.options.Pages.Page(ctx, preview.File, 0, pixels, int(float64(pixels)*pageRatio)+1)
}
