package ui

import (
	"context"
	"image"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"

	"avtalebok/agreement"
	"avtalebok/export"
	"avtalebok/pdf"
	"avtalebok/raster"
)

// pages renders the preview's pages. PDFium starts when the window is up, so that it does not hold up the first frame.
type pages struct {
	started  chan struct{} // closed by start
	ready    chan struct{}
	renderer *raster.Renderer // set before started is closed
}

func newPages() *pages { return &pages{started: make(chan struct{}), ready: make(chan struct{})} }

// collectAt is how much garbage there may be, in per cent of what is in use, before it is collected. Every key leaves a
// file and some pages behind, and twice the memory in use would be more than office machines have to spare. Collecting
// takes some two per cent of the time of somebody who types.
const collectAt = 30

// start starts PDFium in the background. Called once.
func (p *pages) start(cache string) {
	debug.SetGCPercent(collectAt)
	p.renderer = raster.New(cache, func(ctx context.Context) error { return prepareElsewhere(ctx, cache) })
	close(p.started)
	go func() {
		<-p.renderer.Ready()
		debug.FreeOSMemory() // starting leaves twice as much behind as it needs
		close(p.ready)
	}()
}

// Ready is closed once pages can be rendered, or it is known that they can't.
func (p *pages) Ready() <-chan struct{} { return p.ready }

// Page renders a page, waiting for PDFium where it has not started yet.
func (p *pages) Page(ctx context.Context, file []byte, page, width, height int) (image.Image, error) {
	select {
	case <-p.started:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	return p.renderer.Page(ctx, file, page, width, height)
}

func (p *pages) close() error {
	select {
	case <-p.started:
		return p.renderer.Close()
	default:
		return nil
	}
}

// rasterFolder is where PDFium's machine code is kept between sessions: it can be made again at any time, so it
// belongs among the system's caches and not beside the drafts. "" where there is no such folder, or it can't be made.
func rasterFolder(log *slog.Logger) string {
	caches, err := os.UserCacheDir()
	if err != nil {
		log.Info("no cache folder", "error", err)
		return ""
	}
	folder := filepath.Join(caches, "avtalebok", "pdfium")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		log.Info("the cache folder was not made", "error", err)
		return ""
	}
	return folder
}

// printPreview makes the PDF that exporting the Document would make. It does not belong on the UI thread.
func (w *Window) printPreview(doc agreement.Document) (pdf.Preview, error) {
	looks, err := export.LoadLooks(context.Background(), w.store)
	if err != nil {
		return pdf.Preview{}, err
	}
	options, err := looks.Options(doc.Form)
	if err != nil {
		return pdf.Preview{}, err
	}
	return pdf.RenderPreview(doc, options)
}
