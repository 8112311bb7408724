package engine

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/pair"
	"avtalebok/translate/request"
)

// Limits keep an engine in bounds. The zero value of a field stands for the one in DefaultLimits.
type Limits struct {
	Patience time.Duration // how long one text may take
	Idle     time.Duration // how long the data are kept when nothing is asked
	Piece    int           // bytes that are translated at once; longer texts are parted (see translate.Pieces)
	Request  int           // bytes in one call of Translate
}

// DefaultLimits are those of an engine in use.
var DefaultLimits = Limits{Patience: 15 * time.Second, Idle: 10 * time.Minute, Piece: 4000, Request: 16 << 20}

func (l Limits) orDefault() Limits {
	if l.Patience <= 0 {
		l.Patience = DefaultLimits.Patience
	}
	if l.Idle <= 0 {
		l.Idle = DefaultLimits.Idle
	}
	if l.Piece <= 0 {
		l.Piece = DefaultLimits.Piece
	}
	if l.Request <= 0 {
		l.Request = DefaultLimits.Request
	}
	return l
}

// Engine translates with Apertium's data. It implements translate.Engine.
type Engine struct {
	data   *pair.Data
	style  translate.Style
	limits Limits
	log    *slog.Logger
	after  afterFunc
	room   chan struct{} // as many batches are translated at the same time as there are processors

	closing context.Context
	close   context.CancelFunc
	reading sync.WaitGroup // of data

	mu        sync.Mutex
	library   *library
	pipelines map[translate.Direction]*pipeline
	requests  int         // that are on their way
	clock     func() bool // stops the one that runs while there are none
}

var _ translate.Engine = (*Engine)(nil)

// New makes an engine of an installation that writes nynorsk in a house style. The data are read when they are first
// needed, and kept until nothing has been asked for a while. What should not happen is told to log.
func New(in *Installation, style translate.Style, limits Limits, log *slog.Logger) *Engine {
	e := &Engine{
		data: in.data, style: style, limits: limits.orDefault(), log: log, after: realAfter, library: newLibrary(in.data),
		room: make(chan struct{}, runtime.GOMAXPROCS(0)), pipelines: make(map[translate.Direction]*pipeline),
	}
	e.closing, e.close = context.WithCancel(context.Background())
	return e
}

func errClosed() error { return agreement.NewError(agreement.Refused, "error.translate.closed", nil) }

// Translate implements translate.Engine. The same text always becomes the same translation, whatever was translated
// before.
func (e *Engine) Translate(ctx context.Context, d translate.Direction, segments []translate.Segment) ([]translate.Translation, error) {
	if err := request.Admit(d, segments, e.limits.Request); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(e.closing, cancel)()
	r := request.New(segments, e.limits.Piece)
	if len(r.Texts) > 0 {
		if err := e.carryOut(ctx, d, r); err != nil {
			return nil, err
		}
	}
	if err := e.cancelled(ctx); err != nil {
		return nil, err
	}
	return r.Translations(), nil
}

// carryOut translates the texts of a request, on as many processors as there are.
func (e *Engine) carryOut(ctx context.Context, d translate.Direction, r *request.Request) error {
	if err := e.cancelled(ctx); err != nil {
		return err
	}
	e.begin()
	defer e.end()
	p, begin := e.pipeline(d)
	if err := p.wait(ctx); err != nil {
		return cmp.Or(e.cancelled(ctx), err)
	}
	list := batches(r.Texts, cap(e.room))
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(len(list), cap(e.room)) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(list) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				e.translate(ctx, p, begin, r, list[i])
			}
		})
	}
	all.Wait()
	return nil
}

// pipeline gives the stages of a direction, which may still be on their way, and the command that begins each block.
func (e *Engine) pipeline(d translate.Direction) (p *pipeline, begin string) {
	mode, setvar := e.data.Mode(d, e.style)
	e.mu.Lock()
	defer e.mu.Unlock()
	p = e.pipelines[d]
	if p == nil {
		p = openPipeline(e.library, mode, e.closing.Done(), &e.reading)
		e.pipelines[d] = p
	}
	return p, request.SetVariables(setvar)
}

// cancelled gives why a request is to end early: the engine was closed, or the caller has gone. Otherwise it is nil.
func (e *Engine) cancelled(ctx context.Context) error {
	if e.closing.Err() != nil {
		return errClosed()
	}
	return ctx.Err()
}

// Warm reads the data of a direction, so that the first request does not wait for them.
func (e *Engine) Warm(ctx context.Context, d translate.Direction) error {
	_, err := e.Translate(ctx, d, []translate.Segment{{Text: "og"}})
	return err
}

// Close ends what runs and lets the data go.
func (e *Engine) Close() error {
	e.close()
	e.reading.Wait()
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.clock != nil {
		e.clock()
	}
	e.letGo()
	return nil
}

// IsDataError reports whether an error says that the data can't be used, which asking again does not change.
func IsDataError(err error) bool {
	known := (*agreement.Error)(nil)
	if !errors.As(err, &known) {
		return false
	}
	switch known.Key {
	case "error.engine.read", "error.engine.data", "error.engine.call":
		return true
	}
	return false
}
