package desk

import (
	"time"

	"fyne.io/fyne/v2"
)

// Timing is what the desk needs of clocks and goroutines. Tests bring one of their own and need no sleeps.
type Timing interface {
	// After calls f on the user-interface goroutine when d has passed, unless it is cancelled there before.
	After(d time.Duration, f func()) (cancel func())
	// Background does work on another goroutine and then calls done on that of the user interface.
	Background(work, done func())
}

// LiveTiming is the Timing of the running program.
type LiveTiming struct{}

// After waits on a timer.
func (LiveTiming) After(d time.Duration, f func()) (cancel func()) {
	cancelled := false // read and written on the user-interface goroutine only
	timer := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !cancelled {
				f()
			}
		})
	})
	return func() {
		cancelled = true
		timer.Stop()
	}
}

// Background starts a goroutine.
func (LiveTiming) Background(work, done func()) {
	go func() {
		work()
		fyne.Do(done)
	}()
}

// coalescer does a thing once, a while after it was first asked for, however often it is asked for meanwhile.
type coalescer struct {
	timing Timing
	delay  time.Duration
	run    func()
	cancel func() // not nil while waiting
}

func (c *coalescer) ask() {
	if c.cancel == nil {
		c.cancel = c.timing.After(c.delay, func() {
			c.cancel = nil
			c.run()
		})
	}
}

func (c *coalescer) stop() {
	if c.cancel != nil {
		c.cancel()
		c.cancel = nil
	}
}
