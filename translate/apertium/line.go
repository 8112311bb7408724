package apertium

import (
	"context"
	"errors"
	"sync"

	"avtalebok/agreement"
	"avtalebok/translate/request"
)

// line is one direction of an engine: the chain in use, and whose turn it is.
type line struct {
	fresh  func() (*chain, error)
	limits Limits
	after  afterFunc
	turn   chan struct{} // holds one token; whoever has it may use what follows

	chain  *chain
	served int
	idle   func() bool

	closing   context.Context
	closeDown context.CancelFunc
	once      sync.Once
}

// errLost is a text that the chain died of twice.
var errLost = errors.New("the programs failed twice at this text")

// mostLost is how many texts in a row may be lost before the engine itself is taken to be broken.
const mostLost = 3

func newLine(fresh func() (*chain, error), limits Limits, after afterFunc) *line {
	l := &line{fresh: fresh, limits: limits, after: after, turn: make(chan struct{}, 1)}
	l.closing, l.closeDown = context.WithCancel(context.Background())
	l.turn <- struct{}{}
	return l
}

// run carries out a request. A text that a chain fails at is tried once more with a fresh chain; failing again it is
// left as it is and the rest goes on.
func (l *line) run(ctx context.Context, r *request.Request) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(l.closing, cancel)()
	if err := l.take(ctx); err != nil {
		return err
	}
	defer l.give()
	done, failures, lost := 0, 0, 0
	for done < len(r.Texts) {
		n, err := l.part(ctx, r, done)
		done += n
		switch {
		case ctx.Err() != nil:
			return l.cancelled(ctx)
		case err == nil:
			lost = 0
			continue
		case n > 0:
			failures, lost = 0, 0
		}
		var unstartable *agreement.Error
		if errors.As(err, &unstartable) {
			return err
		}
		if failures++; failures < 2 {
			continue
		}
		if lost++; lost == mostLost {
			return err
		}
		r.Lose(done, errors.Join(errLost, err))
		done++
		failures = 0
	}
	return nil
}

// part sends what is left of a request, at most as much as the chain is to serve yet.
func (l *line) part(ctx context.Context, r *request.Request, done int) (int, error) {
	if err := l.ready(); err != nil {
		return 0, err
	}
	end := min(len(r.Texts), done+l.limits.Renew-l.served)
	n, err := l.chain.exchange(ctx, r.Texts[done:end], l.limits.Patience, l.after, func(i int, a request.Answer) { r.Put(done+i, a) })
	l.served += n
	return n, err
}

// ready sees to it that there is a chain that can be used.
func (l *line) ready() error {
	if l.chain != nil && (!l.chain.alive() || l.served >= l.limits.Renew) {
		l.drop()
	}
	if l.chain != nil {
		return nil
	}
	c, err := l.fresh()
	if err != nil {
		return err
	}
	l.chain, l.served = c, 0
	return nil
}

func (l *line) drop() {
	if l.chain != nil {
		l.chain.close()
		l.chain = nil
	}
}

// take waits for the turn.
func (l *line) take(ctx context.Context) error {
	if ctx.Err() != nil {
		return l.cancelled(ctx)
	}
	select {
	case <-l.turn:
	case <-ctx.Done():
		return l.cancelled(ctx)
	}
	if l.idle != nil {
		l.idle()
		l.idle = nil
	}
	return nil
}

// give passes the turn on. A chain that nobody uses for a while is ended.
func (l *line) give() {
	if l.chain != nil {
		l.idle = l.after(l.limits.Idle, l.rest)
	}
	l.turn <- struct{}{}
}

// rest ends an idle chain, unless somebody has come to use it.
func (l *line) rest() {
	select {
	case <-l.turn:
		l.drop()
		l.turn <- struct{}{}
	default:
	}
}

// cancelled gives why a request ended early: the engine was closed, or the caller has gone.
func (l *line) cancelled(ctx context.Context) error {
	if l.closing.Err() != nil {
		return agreement.NewError(agreement.Refused, "error.translate.closed", nil)
	}
	return ctx.Err()
}

// shut ends the line for good: what runs is cancelled, and nothing starts any more.
func (l *line) shut() {
	l.once.Do(func() {
		l.closeDown()
		<-l.turn
		if l.idle != nil {
			l.idle()
		}
		l.drop()
	})
}
