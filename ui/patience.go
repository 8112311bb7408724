package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// slow is how long work may take before the window says that it is going on.
const slow = 500 * time.Millisecond

// patiently works away from the UI thread, like do. What takes longer than half a second gets a dialog that says what
// is going on and offers to stop it. Who stops it is told nothing more of it, and done is not called, even where the
// work, which a disk or a network may hold up, ends later.
func (t *tools) patiently(words string, work func(ctx context.Context) error, done func()) {
	ctx, cancel := context.WithCancel(context.Background())
	var box *sheet
	unwait := t.timing.After(slow, func() { box = t.showMoving(words, cancel) })
	t.run(func() func() {
		err := work(ctx)
		return func() {
			unwait()
			stopped := ctx.Err() != nil
			if box != nil {
				box.Hide()
			}
			cancel()
			switch {
			case stopped:
				t.log.Info("stopped by the user", "work", words, "error", err)
			case err != nil:
				t.fail(err)
			case done != nil:
				done()
			}
		}
	})
}

// showMoving shows that something is going on whose end can't be foreseen. Closing the dialog calls cancel.
func (t *tools) showMoving(words string, cancel func()) *sheet {
	bar := widget.NewProgressBarInfinite()
	var s *sheet
	stop := newButton(t.T("export.cancel"), func() { s.Hide() })
	s = t.newSheet(words, container.NewVBox(bar), stop)
	s.SetOnClosed(func() {
		t.forget(s)
		bar.Stop()
		cancel()
	})
	s.present(stop, fyne.NewSize(420, 0))
	return s
}

// barWhenSlow adds a moving bar to a dialog that has a button to stop what it does, if that takes longer than half a
// second. The function that it gives ends that.
func (t *tools) barWhenSlow(box *fyne.Container, s *sheet) (end func()) {
	var bar *widget.ProgressBarInfinite
	unwait := t.timing.After(slow, func() {
		bar = widget.NewProgressBarInfinite()
		box.Add(bar)
		s.fit()
	})
	return func() {
		unwait()
		if bar != nil {
			bar.Stop()
			box.Remove(bar)
			s.fit()
		}
	}
}
