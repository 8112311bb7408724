package ui

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"avtalebok/locales"
)

// slowWork holds work back until the test lets it end, and the clock until the test lets half a second pass.
type slowWork struct {
	work  func() func()
	timer func()
}

func (s *slowWork) run(work func() func()) { s.work = work }

func (s *slowWork) end() {
	if done := s.work(); done != nil {
		done()
	}
}

func (s *slowWork) After(d time.Duration, f func()) (cancel func()) {
	s.timer = f
	return func() { s.timer = nil }
}

func (s *slowWork) Background(work, done func()) { work(); done() }

func (s *slowWork) pass() {
	if f := s.timer; f != nil {
		s.timer = nil
		f()
	}
}

func slowTools(t *testing.T) (*tools, *slowWork) {
	test.NewTempApp(t)
	s := &slowWork{}
	window := test.NewTempWindow(t, container.NewVBox())
	window.Resize(fyne.NewSize(800, 600))
	return &tools{
		window: window, run: s.run, timing: s, words: locales.New("nn"), log: slog.New(slog.DiscardHandler), now: time.Now,
	}, s
}

func TestQuickWorkShowsNoDialog(t *testing.T) {
	tools, s := slowTools(t)
	did := false
	tools.patiently("Les …", func(context.Context) error { return nil }, func() { did = true })
	s.end()
	s.pass()
	if !did || tools.window.Canvas().Overlays().Top() != nil {
		t.Errorf("done: %v, with a dialog: %v", did, tools.window.Canvas().Overlays().Top() != nil)
	}
}

func TestSlowWorkIsShownUntilItEnds(t *testing.T) {
	tools, s := slowTools(t)
	did := false
	tools.patiently("Les …", func(ctx context.Context) error { return ctx.Err() }, func() { did = true })
	s.pass()
	if tools.window.Canvas().Overlays().Top() == nil || len(tools.open) != 1 {
		t.Fatal("after half a second there is no dialog")
	}
	s.end()
	if !did || tools.window.Canvas().Overlays().Top() != nil || len(tools.open) != 0 {
		t.Errorf("done: %v; the dialog is still there: %v", did, tools.window.Canvas().Overlays().Top() != nil)
	}
}

func TestSlowWorkCanBeStopped(t *testing.T) {
	tools, s := slowTools(t)
	did := false
	tools.patiently("Les …", func(ctx context.Context) error { return ctx.Err() }, func() { did = true })
	s.pass()
	tools.open[0].Dismiss()
	if tools.window.Canvas().Overlays().Top() != nil {
		t.Error("the dialog stays")
	}
	s.end()
	if did || tools.window.Canvas().Overlays().Top() != nil {
		t.Error("what was stopped is gone on with, or told of as a failure")
	}
}

func TestWorkThatFailsIsTold(t *testing.T) {
	tools, s := slowTools(t)
	tools.patiently("Les …", func(context.Context) error { return errors.New("no disk") }, nil)
	s.pass()
	s.end()
	if len(tools.open) != 1 || tools.window.Canvas().Overlays().Top() == nil {
		t.Error("the failure is not shown")
	}
}
