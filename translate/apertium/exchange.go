package apertium

import (
	"context"
	"errors"
	"time"

	"avtalebok/translate/request"
)

// errTimeout is a chain that does not answer.
var errTimeout = errors.New("no answer in time")

// afterFunc calls f once after a while, unless stopped before. It is time.AfterFunc outside tests.
type afterFunc func(d time.Duration, f func()) (stop func() bool)

func realAfter(d time.Duration, f func()) func() bool { return time.AfterFunc(d, f).Stop }

// exchange sends texts and hands every answer to got as it comes. It gives the number of answers that came; with an
// error the chain is of no use any more and has been killed. The first text without an answer is the one it failed at.
func (c *chain) exchange(ctx context.Context, texts []string, patience time.Duration, after afterFunc, got func(int, request.Answer)) (int, error) {
	watchdog := newWatchdog(ctx, c, patience, after)
	defer watchdog.stop()
	first := c.next
	c.next += len(texts)
	go c.send(texts, first)
	for i, text := range texts {
		block := request.Encode(first+i, c.begin, text)
		raw, err := c.read(block.Limit())
		if err == nil {
			var a request.Answer
			if a, err = block.Decode(raw); err == nil {
				watchdog.fed()
				got(i, a)
				continue
			}
		}
		c.kill()
		return i, watchdog.reason(err)
	}
	if c.out.Buffered() > 0 {
		c.kill() // more answers than questions: what comes next could not be trusted
	}
	return len(texts), nil
}

// send writes the blocks, each ended by NUL; the pipes hold it back when the chain is slow. A failure shows when reading.
func (c *chain) send(texts []string, first int) {
	for i, text := range texts {
		if _, err := c.in.WriteString(request.Encode(first+i, c.begin, text).Text + "\x00"); err != nil {
			return
		}
	}
}

// watchdog kills a chain that does not answer for a while or that nobody waits for any more.
type watchdog struct {
	chain    *chain
	ctx      context.Context
	patience time.Duration
	after    afterFunc
	bark     chan struct{} // closed when patience is at its end
	timer    func() bool
	leave    func() bool
}

func newWatchdog(ctx context.Context, c *chain, patience time.Duration, after afterFunc) *watchdog {
	w := &watchdog{chain: c, ctx: ctx, patience: patience, after: after, bark: make(chan struct{})}
	w.leave = context.AfterFunc(ctx, c.kill)
	w.timer = after(patience, w.expire)
	return w
}

func (w *watchdog) expire() {
	close(w.bark)
	w.chain.kill()
}

// fed starts the waiting anew.
func (w *watchdog) fed() {
	if w.timer() {
		w.timer = w.after(w.patience, w.expire)
	}
}

func (w *watchdog) stop() {
	w.timer()
	w.leave()
}

// reason gives why reading failed: a killed chain fails with whatever the system says to a closed pipe.
func (w *watchdog) reason(err error) error {
	if w.ctx.Err() != nil {
		return w.ctx.Err()
	}
	select {
	case <-w.bark:
		return errTimeout
	default:
		return err
	}
}
