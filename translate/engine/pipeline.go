package engine

import (
	"context"
	"runtime"
	"runtime/debug"
	"sync"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/pair"
)

// Stage is one stage of a pipeline, for comparing it by itself with the program that it stands for.
type Stage struct {
	Call string // of the program, as the mode file has it
	Run  func(ctx context.Context, text string) (string, error)
}

// pipeline is the stages of one mode.
type pipeline struct {
	stages []Stage
	err    error         // why it can't be used
	ready  chan struct{} // closed when the stages or the error are there
}

// openPipeline begins to read the data of a mode in the background, as many files at a time as there are processors. A
// call that is not known is found at once. reading counts what goes on.
func openPipeline(l *library, mode []pair.Stage, stop <-chan struct{}, reading *sync.WaitGroup) *pipeline {
	p := &pipeline{stages: make([]Stage, len(mode)), ready: make(chan struct{})}
	todo := make([]opening, len(mode))
	for i, s := range mode {
		o, err := open(s)
		if err != nil {
			p.err = agreement.NewError(agreement.Refused, "error.engine.call", err, "Call", err.Error(), "Folder", l.data.Folder)
			close(p.ready)
			return p
		}
		todo[i] = o
		p.stages[i].Call = s.String()
	}
	reading.Go(func() {
		p.read(l, todo, stop)
		close(p.ready)
		debug.FreeOSMemory() // reading leaves as much behind as it keeps
	})
	return p
}

// read opens all stages.
func (p *pipeline) read(l *library, todo []opening, stop <-chan struct{}) {
	errs := make([]error, len(todo))
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for i, open := range todo {
		select {
		case room <- struct{}{}:
		case <-stop:
			errs[i] = errClosed()
			continue
		}
		all.Go(func() {
			defer func() { <-room }()
			p.stages[i].Run, errs[i] = open(l)
		})
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			p.err = err
			return
		}
	}
}

// wait waits until the stages are there.
func (p *pipeline) wait(ctx context.Context) error {
	select {
	case <-p.ready:
		return p.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Stages reads the data of a direction and gives the stages one by one, with the variables that a house style sets.
func (in *Installation) Stages(ctx context.Context, d translate.Direction, style translate.Style) (stages []Stage, setvar string, err error) {
	mode, setvar := in.data.Mode(d, style)
	var reading sync.WaitGroup
	p := openPipeline(newLibrary(in.data), mode, ctx.Done(), &reading)
	reading.Wait()
	return p.stages, setvar, p.err
}
