package desk

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"avtalebok/agreement"
	"avtalebok/locales"
	"avtalebok/pdf"
	"avtalebok/raster"
)

// loop is a Timing with real clocks and goroutines whose results wait until the benchmark's goroutine, which stands
// for the one of the user interface, takes them.
type loop struct{ tasks chan func() }

func newLoop() *loop { return &loop{tasks: make(chan func(), 1024)} }

func (l *loop) After(d time.Duration, f func()) (cancel func()) {
	cancelled := false
	timer := time.AfterFunc(d, func() {
		l.tasks <- func() {
			if !cancelled {
				f()
			}
		}
	})
	return func() {
		cancelled = true
		timer.Stop()
	}
}

func (l *loop) Background(work, done func()) {
	go func() {
		work()
		l.tasks <- done
	}()
}

// until does what comes in until a thing is so.
func (l *loop) until(so func() bool) {
	for !so() {
		(<-l.tasks)()
	}
}

// realPreview prints and renders as the program does.
func realPreview(tb testing.TB) (*raster.Renderer, func(*Options)) {
	tb.Helper()
	if testing.Short() {
		tb.Skip("PDFium takes seconds to compile")
	}
	cache := filepath.Join(os.TempDir(), "avtalebok-test-pdfium")
	r := raster.New(cache, nil)
	tb.Cleanup(func() {
		if err := r.Close(); err != nil {
			tb.Error(err)
		}
	})
	<-r.Ready()
	return r, func(o *Options) {
		o.Print = func(doc agreement.Document) (pdf.Preview, error) { return pdf.RenderPreview(doc, pdf.Options{}) }
		o.Pages = r
	}
}

// previewDesk is a desk of 1280 × 800 with the real preview, on a draft of 400 passages, with the cursor in one.
func previewDesk(b *testing.B) (*Desk, fyne.Window, *loop) {
	_, real := realPreview(b)
	test.NewTempApp(b)
	window := test.NewTempWindow(b, nil)
	events := newLoop()
	o := Options{Store: &fakeStore{}, Localizer: locales.New("nn"), Window: window, Timing: events}
	real(&o)
	d := New(large(b), o)
	window.SetContent(d.Content())
	window.Resize(fyne.NewSize(1280, 800))
	b.Cleanup(d.Close)
	s := d.editor.Agreement().Sections[3]
	d.goTo(agreement.Place{Section: s.ID, Item: s.Items[20].ID, Part: agreement.PartText}, agreement.Nynorsk)
	events.until(d.preview.settled)
	return d, window, events
}

// settled reports whether the text as it is stands on all pages that are in view.
func (p *preview) settled() bool {
	if p.working || p.again || p.asking.quiet != nil || len(p.print.File) == 0 {
		return false
	}
	width, height := p.view.Pixels()
	first, last := p.view.InView()
	for page := first; page <= last; page++ {
		if p.made[page] != (madePage{&p.print.File[0], width, height}) {
			return false
		}
	}
	return true
}

// report gives the 50th and the 95th part in a hundred of durations, in milliseconds.
func report(b *testing.B, took []time.Duration, what string) {
	slices.Sort(took)
	for name, part := range map[string]int{"p50": 50, "p95": 95} {
		at := took[min(len(took)-1, len(took)*part/100)]
		b.ReportMetric(float64(at.Microseconds())/1000, name+"-ms-"+what)
	}
}

// BenchmarkKeyToPage measures the way from a key to the page that shows it, in a draft of 400 passages: the pause
// after the key, resolving, printing, rendering all pages in view, and taking them into the window.
func BenchmarkKeyToPage(b *testing.B) {
	d, window, events := previewDesk(b)
	var took []time.Duration
	for b.Loop() {
		began := time.Now()
		window.Canvas().Focused().TypedRune('ø')
		events.until(d.preview.settled)
		took = append(took, time.Since(began))
		if len(took)%200 == 0 {
			d.Undo()
			events.until(d.preview.settled)
		}
	}
	report(b, took, "key-to-page")
}

// BenchmarkKeyWithPreview measures what one key costs on the user-interface goroutine while somebody types 12 keys a
// second with the preview beside: the key itself, and all that the preview does there meanwhile.
func BenchmarkKeyWithPreview(b *testing.B) {
	d, window, events := previewDesk(b)
	var keys, steps []time.Duration
	tick := time.NewTicker(time.Second / 12)
	defer tick.Stop()
	for b.Loop() {
		for waiting := true; waiting; {
			select {
			case task := <-events.tasks:
				began := time.Now()
				task()
				steps = append(steps, time.Since(began))
			case <-tick.C:
				waiting = false
			}
		}
		began := time.Now()
		window.Canvas().Focused().TypedRune('ø')
		keys = append(keys, time.Since(began))
		if len(keys)%200 == 0 {
			d.Undo()
		}
	}
	report(b, keys, "key")
	report(b, steps, "step") // the longest that a key may have to wait
}
