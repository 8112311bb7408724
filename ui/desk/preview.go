package desk

import (
	"context"
	"image"
	"time"

	"avtalebok/agreement"
	"avtalebok/pdf"
	"avtalebok/ui/widgets"
)

// Printer makes the PDF that an export would make of the same Document, with the map of what stands where.
type Printer func(agreement.Document) (pdf.Preview, error)

// Pages renders pages of PDF files. It may be used from several goroutines.
type Pages interface {
	// Ready is closed once pages can be rendered, or it is known that they can't.
	Ready() <-chan struct{}
	// Page gives a page, counted from 0, as large as it can be within width × height pixels. Until it is done, the
	// file must not change; the same slice means the same file.
	Page(ctx context.Context, file []byte, page, width, height int) (image.Image, error)
}

const (
	// previewPause without typing lets the preview follow: short enough that a key stands on the page within a tenth
	// of a second, long enough that keys struck together are printed together.
	previewPause = 30 * time.Millisecond
	// previewMost is how far the preview may lag behind somebody who types without a pause.
	previewMost = 250 * time.Millisecond
	// hiddenPause is the same while only the number of pages can be seen.
	hiddenPause = time.Second
)

// preview is the right side of the desk: the PDF of what is being written. Printing and rendering happen in the
// background, one print at a time and always the latest text; all else on the user-interface goroutine.
type preview struct {
	desk    *Desk
	ctx     context.Context // ends with the desk
	stop    context.CancelFunc
	pane    *previewPane
	view    *widgets.Pages
	asking  *settler
	form    agreement.Form // that is shown where both forms are being written
	place   agreement.Place
	ready   bool // PDFium has started, or can't
	working bool // a print is under way
	again   bool // something has changed since it began
	follow  bool // the next print is to show the passage that is being written

	print   pdf.Preview    // the last that succeeded
	printed agreement.Form // its form
	made    map[int]madePage
	problem error              // why the text can't be printed as it is, or nil
	broken  error              // why pages can't be rendered, or nil
	filling context.CancelFunc // ends the rendering of a page that is under way
	fillNow wantedPage         // that page

	hidden    bool // the user has put the preview away
	asked     bool // he wants it in a narrow window
	keeping   *coalescer
	arranging bool // the panes are being put as they were the last time
}

// madePage says what an image was made from.
type madePage struct {
	file          *byte
	width, height int
}

func newPreview(d *Desk) *preview {
	p := &preview{desk: d, form: d.speech(), view: widgets.NewPages(), made: make(map[int]madePage)}
	p.ctx, p.stop = context.WithCancel(context.Background())
	p.asking = &settler{timing: d.timing, run: p.make}
	p.keeping = &coalescer{timing: d.timing, delay: arrangeDelay, run: d.keepArrangement}
	p.view.OnView = p.fill
	p.view.OnTapped = p.tapped
	p.view.OnKey = d.paneKey
	return p
}

// on reports whether the desk has a preview at all.
func (p *preview) on() bool { return p.desk.options.Print != nil && p.desk.options.Pages != nil }

// start prints for the first time, and again when pages can be rendered.
func (p *preview) start() {
	if !p.on() {
		return
	}
	pages := p.desk.options.Pages
	select {
	case <-pages.Ready():
		p.ready = true
	default:
		p.desk.timing.Background(func() {
			select {
			case <-pages.Ready():
			case <-p.ctx.Done():
			}
		}, func() {
			if p.ctx.Err() == nil {
				p.ready = true
				p.show()
				p.fill()
			}
		})
	}
	p.make()
}

func (p *preview) close() {
	p.stop()
	p.asking.stop()
	if p.keeping.cancel != nil { // the panes were dragged a moment ago
		p.keeping.stop()
		p.desk.keepArrangement()
	}
}

// changed asks for a print of the new text.
func (p *preview) changed(c agreement.Change) {
	if !p.on() {
		return
	}
	if s := p.desk.typing; s != nil && s.form != "" {
		p.form = s.form // whoever writes wants to see what he writes
	}
	p.follow = p.follow || c.Place == p.place || c.Structure
	p.ask()
}

func (p *preview) ask() {
	p.asking.delay, p.asking.most = previewPause, previewMost
	if !p.visible() {
		p.asking.delay, p.asking.most = hiddenPause, hiddenPause
	}
	p.asking.ask()
}

// wanted is the form to be shown: the one that is being written, else the one that was chosen.
func (p *preview) wanted() agreement.Form {
	for form, i := range columnOf {
		if p.desk.columns.Hidden[i] {
			return form.Other()
		}
	}
	return p.form
}

// show brings all that is not the pages themselves up to date.
func (p *preview) show() {
	p.pane.show()
	p.desk.status.showPages()
}

// show form switches to a form, where both are being written.
func (p *preview) showForm(form agreement.Form) {
	p.form = form
	p.formsShown()
}

// formsShown follows a switch of the forms that are written.
func (p *preview) formsShown() {
	if !p.on() {
		return
	}
	p.pane.show()
	if p.wanted() != p.printed {
		p.follow = true
		p.make()
	}
}

// settler does a thing once nothing has asked for it for a while, but at the latest after the most that one may wait.
type settler struct {
	timing      Timing
	delay, most time.Duration
	run         func()
	quiet, last func() // cancel the timers
}

func (s *settler) ask() {
	if s.quiet != nil {
		s.quiet()
	}
	s.quiet = s.timing.After(s.delay, s.fire)
	if s.last == nil {
		s.last = s.timing.After(s.most, s.fire)
	}
}

func (s *settler) fire() {
	s.stop()
	s.run()
}

func (s *settler) stop() {
	for _, cancel := range []func(){s.quiet, s.last} {
		if cancel != nil {
			cancel()
		}
	}
	s.quiet, s.last = nil, nil
}
