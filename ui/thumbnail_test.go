package ui

import (
	"context"
	"errors"
	"image"
	"log/slog"
	"testing"

	"fyne.io/fyne/v2/test"

	"avtalebok/data"
	"avtalebok/data/templates"
	"avtalebok/locales"
)

// fakePages counts the pages that it draws, or can't.
type fakePages struct {
	drawn  int
	broken bool
}

func (*fakePages) Ready() <-chan struct{} { return nil }

func (p *fakePages) Page(ctx context.Context, file []byte, page, width, height int) (image.Image, error) {
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if p.broken {
		return nil, errors.New("no PDFium")
	}
	if len(file) == 0 || page != 0 {
		return nil, errors.New("not the first page of a file")
	}
	p.drawn++
	return image.NewRGBA(image.Rect(0, 0, width, height)), nil
}

// thumbnailWindow gives a window that draws with pages and does everything on the spot.
func thumbnailWindow(t *testing.T, pages *fakePages) *Window {
	t.Helper()
	store, err := data.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	app := test.NewTempApp(t)
	run := func(work func() func()) {
		if done := work(); done != nil {
			done()
		}
	}
	return &Window{app: app, options: Options{Pages: pages}, tools: &tools{
		window: app.NewWindow(""), store: store, run: run, log: slog.New(slog.DiscardHandler), words: locales.New("nn"),
	}}
}

func TestThePictureOfATemplateIsDrawnOnce(t *testing.T) {
	pages := &fakePages{}
	w := thumbnailWindow(t, pages)
	all := templates.All()
	shown := 0
	for range 3 {
		w.thumbnail(t.Context(), all[0], func(page image.Image) {
			shown++
			if size := page.Bounds().Size(); size.Y <= size.X {
				t.Errorf("the page is %v", size)
			}
		})
	}
	if shown != 3 || pages.drawn != 1 {
		t.Errorf("shown %d times, drawn %d times", shown, pages.drawn)
	}
	w.thumbnails.forget()
	w.thumbnail(t.Context(), all[0], func(image.Image) {})
	if pages.drawn != 2 {
		t.Error("other looks did not have it drawn anew")
	}
	changed := all[0]
	changed.Version++
	w.thumbnail(t.Context(), changed, func(image.Image) {})
	if pages.drawn != 3 {
		t.Error("another version was not drawn anew")
	}
}

func TestNoPictureIsNoFailure(t *testing.T) {
	never := func(image.Image) { t.Error("something was shown") }
	w := thumbnailWindow(t, &fakePages{broken: true})
	w.thumbnail(t.Context(), templates.All()[0], never)
	w.options.Pages = nil
	w.thumbnail(t.Context(), templates.All()[0], never)
	w = thumbnailWindow(t, &fakePages{})
	left, leave := context.WithCancel(t.Context())
	leave()
	w.thumbnail(left, templates.All()[0], never)
}

func TestEveryTemplateHasAPicture(t *testing.T) {
	pages := &fakePages{}
	w := thumbnailWindow(t, pages)
	all := templates.All()
	for _, template := range all {
		w.thumbnail(t.Context(), template, func(image.Image) {})
	}
	if pages.drawn != len(all) {
		t.Errorf("%d pictures of %d templates", pages.drawn, len(all))
	}
}
