package raster_test

import (
	"context"
	"errors"
	"image"
	"os"
	"path/filepath"
	"testing"

	"avtalebok/agreement"
	"avtalebok/pdf"
	"avtalebok/raster"
)

func file(t testing.TB, title string) []byte {
	t.Helper()
	a := agreement.New(agreement.Template{ID: "t", Version: 1, Kind: agreement.Partnership, Title: agreement.Pair{NB: title, NN: title}})
	doc, err := a.Resolve(agreement.Bokmal)
	if err != nil {
		t.Fatal(err)
	}
	content, err := pdf.Render(doc, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// ink counts the pixels that are not white.
func ink(img image.Image) int {
	dark := 0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if r, _, _, _ := img.At(x, y).RGBA(); r < 0x8000 {
				dark++
			}
		}
	}
	return dark
}

// One test for all, because starting PDFium takes seconds.
func TestPagesAreRendered(t *testing.T) {
	if testing.Short() {
		t.Skip("PDFium takes seconds to compile")
	}
	ctx := context.Background()
	cache := t.TempDir()
	if raster.Prepared(cache) {
		t.Error("an empty folder is said to hold machine code")
	}
	stale := filepath.Join(cache, "pdfium-of-an-earlier-version")
	if err := os.Mkdir(stale, 0o700); err != nil {
		t.Fatal(err)
	}
	r := raster.New(cache, func(context.Context) error { return raster.Prepare(cache) })
	short, long := file(t, "Avtale"), file(t, "Partnerskapsavtale om folkehelse")

	first, err := r.Page(ctx, short, 0, 595, 842)
	if err != nil {
		t.Fatal(err)
	}
	if size := first.Bounds().Size(); size.X != 595 || size.Y < 840 || size.Y > 842 {
		t.Errorf("the image is %v", size)
	}
	before := ink(first)
	second, err := r.Page(ctx, long, 0, 595, 842)
	if err != nil {
		t.Fatal(err)
	}
	if ink(second) <= before || before == 0 {
		t.Errorf("a longer title has %d dark pixels, the short one %d", ink(second), before)
	}
	if ink(first) != before {
		t.Error("an image that was handed out changed with the next one")
	}

	if _, err := r.Page(ctx, short, 7, 100, 100); err == nil {
		t.Error("a page that is not there was rendered")
	}
	if _, err := r.Page(ctx, []byte("no PDF"), 0, 100, 100); err == nil {
		t.Error("what is no PDF was rendered")
	}
	if _, err := r.Page(ctx, nil, 0, 100, 100); err == nil {
		t.Error("nothing was rendered")
	}
	if _, err := r.Page(ctx, short, 0, 200, 283); err != nil {
		t.Errorf("after bad files: %v", err)
	}

	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := r.Page(cancelled, short, 0, 100, 100); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if _, err := r.Page(ctx, short, 0, 100, 100); !errors.Is(err, raster.ErrClosed) {
		t.Errorf("closed: %v", err)
	}
	if err := r.Close(); err != nil {
		t.Errorf("closed twice: %v", err)
	}

	if _, err := os.Stat(stale); !raster.Prepared(cache) || err == nil {
		t.Errorf("prepared: %v; what an earlier version left: %v", raster.Prepared(cache), err)
	}
	forgetPrepared(t, cache)
	asked := 0
	again := raster.New(cache, func(context.Context) error {
		asked++
		return errors.New("no other process")
	})
	if _, err := again.Page(ctx, short, 0, 100, 141); err != nil || asked != 1 || !raster.Prepared(cache) {
		t.Errorf("without another process: %v; asked %d times, prepared: %v", err, asked, raster.Prepared(cache))
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

// forgetPrepared takes the note away that says that the code is there.
func forgetPrepared(t *testing.T, cache string) {
	t.Helper()
	marks, err := filepath.Glob(filepath.Join(cache, "*", "complete"))
	if err != nil || len(marks) != 1 {
		t.Fatalf("notes: %v, %v", marks, err)
	}
	if err := os.Remove(marks[0]); err != nil {
		t.Fatal(err)
	}
}

func TestClosingDoesNotWaitForPreparing(t *testing.T) {
	ended := make(chan struct{})
	r := raster.New(t.TempDir(), func(ctx context.Context) error {
		<-ctx.Done()
		close(ended)
		return ctx.Err()
	})
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	<-ended
	<-r.Ready()
	if _, err := r.Page(context.Background(), []byte("x"), 0, 1, 1); !errors.Is(err, raster.ErrClosed) {
		t.Errorf("closed while preparing: %v", err)
	}
}

func BenchmarkPage(b *testing.B) {
	r := raster.New(b.TempDir(), nil)
	defer r.Close()
	content := file(b, "Partnerskapsavtale")
	if _, err := r.Page(context.Background(), content, 0, 800, 1131); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := r.Page(context.Background(), content, 0, 800, 1131); err != nil {
			b.Fatal(err)
		}
	}
}
