package apertium

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/request"
)

// Limits keep an engine in bounds. The zero value of a field stands for the one in DefaultLimits.
type Limits struct {
	Patience time.Duration // how long a chain may take for one answer
	Idle     time.Duration // how long a chain that is not used is kept
	Renew    int           // blocks after which a chain is replaced: its programs' memory grows with every new word
	Piece    int           // bytes that are translated at once; longer texts are parted (see translate.Pieces)
	Request  int           // bytes in one call of Translate
}

// DefaultLimits are those of an engine in use.
var DefaultLimits = Limits{Patience: 15 * time.Second, Idle: 4 * time.Minute, Renew: 3000, Piece: 4000, Request: 16 << 20}

func (l Limits) orDefault() Limits {
	fallback := func(value *time.Duration, standard time.Duration) {
		if *value <= 0 {
			*value = standard
		}
	}
	fallback(&l.Patience, DefaultLimits.Patience)
	fallback(&l.Idle, DefaultLimits.Idle)
	for value, standard := range map[*int]int{&l.Renew: DefaultLimits.Renew, &l.Piece: DefaultLimits.Piece, &l.Request: DefaultLimits.Request} {
		if *value <= 0 {
			*value = standard
		}
	}
	return l
}

// Engine runs Apertium. It implements translate.Engine.
type Engine struct {
	start  starter
	limits Limits
	after  afterFunc

	mu     sync.Mutex
	lines  map[translate.Direction]*line
	closed bool
}

// starter starts a fresh chain for a direction.
type starter func(translate.Direction) (*chain, error)

var _ translate.Engine = (*Engine)(nil)

// New makes an engine of an installation that writes nynorsk in a house style. Nothing is started before it is needed.
func New(in *Installation, style translate.Style, limits Limits) *Engine {
	return newEngine(func(d translate.Direction) (*chain, error) {
		stages, setvar := in.data.Mode(d, style)
		commands := make([]command, 0, len(stages))
		for _, s := range stages {
			// -z: it answers at each NUL and stays alive.
			commands = append(commands, command{path: in.programs[s.Program], args: append([]string{"-z"}, s.Args...)})
		}
		return startChain(commands, in.data.Folder, environment(), request.SetVariables(setvar))
	}, limits, realAfter)
}

func newEngine(start starter, limits Limits, after afterFunc) *Engine {
	return &Engine{start: start, limits: limits.orDefault(), after: after, lines: make(map[translate.Direction]*line)}
}

// Translate implements translate.Engine. Requests of one direction wait for each other; ctx ends the waiting too.
func (e *Engine) Translate(ctx context.Context, d translate.Direction, segments []translate.Segment) ([]translate.Translation, error) {
	if err := request.Admit(d, segments, e.limits.Request); err != nil {
		return nil, err
	}
	l, err := e.line(d)
	if err != nil {
		return nil, err
	}
	r := request.New(segments, e.limits.Piece)
	if len(r.Texts) > 0 {
		if err := l.run(ctx, r); err != nil {
			return nil, failure(ctx, err)
		}
	}
	return r.Translations(), nil
}

// failure gives an error that can be shown; a cancelled request stays what it is.
func failure(ctx context.Context, err error) error {
	var known *agreement.Error
	if ctx.Err() != nil || errors.As(err, &known) {
		return err
	}
	return agreement.NewError(agreement.Refused, "error.translate.failing", err)
}

// Warm starts the chain of a direction, so that the first request does not wait for it.
func (e *Engine) Warm(ctx context.Context, d translate.Direction) error {
	_, err := e.Translate(ctx, d, []translate.Segment{{Text: "."}})
	return err
}

// Close ends the chains and returns when none of their processes is left.
func (e *Engine) Close() error {
	e.mu.Lock()
	e.closed = true
	lines := e.lines
	e.lines = nil
	e.mu.Unlock()
	for _, l := range lines {
		l.shut()
	}
	return nil
}

func (e *Engine) line(d translate.Direction) (*line, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return nil, agreement.NewError(agreement.Refused, "error.translate.closed", nil)
	}
	l := e.lines[d]
	if l == nil {
		l = newLine(func() (*chain, error) {
			c, err := e.start(d)
			if err != nil {
				return nil, agreement.NewError(agreement.Refused, "error.translate.start", fmt.Errorf("start the chain: %w", err))
			}
			return c, nil
		}, e.limits, e.after)
		e.lines[d] = l
	}
	return l, nil
}
