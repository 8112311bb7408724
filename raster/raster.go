// Package raster turns the pages of a PDF file into images, by PDFium compiled to WebAssembly and run in process.
// It must not know where the file came from or where the images go. PDFium sees nothing but the bytes it is given:
// no files, no network.
package raster

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// ErrClosed is given by a Renderer that was closed.
var ErrClosed = errors.New("raster: closed")

// Renderer renders pages, one at a time. It may be used from several goroutines.
type Renderer struct {
	ready chan struct{} // closed when PDFium has started, or can't
	start error         // why it can't; read after ready
	stop  context.CancelFunc

	mu       sync.Mutex // held while PDFium works
	pool     pdfium.Pool
	engine   pdfium.Pdfium
	file     *byte // the open document's first byte, which identifies the slice
	document references.FPDF_DOCUMENT
	closed   bool
}

// New starts PDFium in the background. Its machine code is kept in the folder cache, where the first start takes
// seconds to put it and later ones find it in a tenth of a second; "" keeps none.
//
// Compiling takes more memory than all else that a program does with PDFium. Where prepare is not nil and the folder
// does not hold the code yet, it is called first, to have Prepare called on the same folder by another process, and
// is expected to return when that has ended or ctx, which Close ends, is done. If it fails, this process compiles.
func New(cache string, prepare func(ctx context.Context) error) *Renderer {
	ctx, stop := context.WithCancel(context.Background())
	r := &Renderer{ready: make(chan struct{}), stop: stop}
	go func() {
		defer close(r.ready)
		if cache != "" && prepare != nil && !Prepared(cache) {
			_ = prepare(ctx) // what it failed to do is done here
		}
		r.mu.Lock()
		defer r.mu.Unlock()
		if !r.closed {
			r.start = r.open(cache)
		}
	}()
	return r
}

// Ready is closed once PDFium has started or can't; Page waits for it by itself.
func (r *Renderer) Ready() <-chan struct{} { return r.ready }

func (r *Renderer) open(cache string) (err error) {
	defer func() { // the runtime panics where a system forbids executable memory
		if p := recover(); p != nil {
			err = fmt.Errorf("raster: PDFium can't start: %v", p)
		}
	}()
	config, err := runtimeConfig(cache)
	if err != nil {
		return err
	}
	r.pool, err = webassembly.Init(webassembly.Config{
		MinIdle: 1, MaxIdle: 1, MaxTotal: 1,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // no folder at all; unset would mean the whole disk
		Stdout:        io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return fmt.Errorf("raster: %w", err)
	}
	markPrepared(cache)
	r.engine, err = r.pool.GetInstanceWithContext(context.Background())
	if err != nil {
		return fmt.Errorf("raster: %w", err)
	}
	return nil
}

// Page renders one page of a PDF file, counted from 0, into width × height pixels. The bytes must not change while
// they are in use; the same slice again is not read again. A page once begun is finished, in some ten milliseconds;
// ctx is heeded before that.
func (r *Renderer) Page(ctx context.Context, file []byte, page, width, height int) (image.Image, error) {
	select {
	case <-r.ready:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.closed:
		return nil, ErrClosed
	case r.start != nil:
		return nil, r.start
	case ctx.Err() != nil:
		return nil, ctx.Err()
	}
	if err := r.load(file); err != nil {
		return nil, err
	}
	return r.render(page, width, height)
}

// load opens a file unless it is open already.
func (r *Renderer) load(file []byte) error {
	if len(file) == 0 {
		return errors.New("raster: an empty file")
	}
	if r.file == &file[0] {
		return nil
	}
	r.unload()
	opened, err := r.engine.OpenDocument(&requests.OpenDocument{File: &file})
	if err != nil {
		return fmt.Errorf("raster: %w", err)
	}
	r.file, r.document = &file[0], opened.Document
	return nil
}

func (r *Renderer) unload() {
	if r.file == nil {
		return
	}
	// A document that does not close is PDFium's to mourn; the next one opens all the same.
	_, _ = r.engine.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: r.document})
	r.file = nil
}

func (r *Renderer) render(page, width, height int) (image.Image, error) {
	rendered, err := r.engine.RenderPageInPixels(&requests.RenderPageInPixels{
		Page:  requests.Page{ByIndex: &requests.PageByIndex{Document: r.document, Index: page}},
		Width: width, Height: height,
	})
	if err != nil {
		return nil, fmt.Errorf("raster: %w", err)
	}
	defer rendered.Cleanup()
	seen, ok := rendered.Result.RenderedImage.(*image.RGBA)
	if !ok {
		return nil, errors.New("raster: no image")
	}
	kept := image.NewRGBA(seen.Bounds()) // the pixels that PDFium gives are its own and go with Cleanup
	copy(kept.Pix, seen.Pix)
	return kept, nil
}

// Close ends PDFium. Pages under way are finished first; preparing in another process is not.
func (r *Renderer) Close() error {
	r.stop()
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return nil
	}
	r.closed = true
	if r.engine == nil {
		return nil
	}
	r.unload()
	return errors.Join(r.engine.Close(), r.pool.Close())
}
