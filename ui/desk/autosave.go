package desk

import (
	"context"
	"time"

	"avtalebok/agreement"
)

// Store keeps agreements. Save gives the agreement back with its new revision and time. An error with code Conflict
// means that somebody else saved in between; nothing was written then.
type Store interface {
	Save(ctx context.Context, a agreement.Agreement) (agreement.Agreement, error)
}

const (
	// saveDelay runs from the first change that is not saved. It is not put off by further typing, so that no more
	// than the last second is ever missing.
	saveDelay = 700 * time.Millisecond
	// retryDelay is how long to wait after a save that failed.
	retryDelay = 5 * time.Second
)

// saveState is where the saving of the open agreement stands.
type saveState int

const (
	neverSaved saveState = iota // nothing has been changed since it was opened
	unsaved                     // changed, to be saved in a moment
	saving
	saved
	failed     // will be tried again
	conflicted // somebody else saved in between; the user must choose
)

// autosave saves the open agreement in the background, one save at a time, always the latest. All of it but the
// store's own work happens on the user-interface goroutine.
type autosave struct {
	store    Store
	timing   Timing
	editor   *agreement.Editor
	now      func() time.Time
	onChange func()

	state   saveState
	at      time.Time // of the last save that worked
	err     error     // of the last save, where it failed
	dirty   bool      // changed since a value was last handed to the store, or that hand-over failed
	running *save
	pending func() // cancels the timer of the next save
}

// save is one hand-over to the store.
type save struct {
	value agreement.Agreement
	done  chan struct{}
	saved agreement.Agreement
	err   error
	taken bool // the result has been taken over
}

func (s *save) run(ctx context.Context, store Store) {
	defer close(s.done)
	s.saved, s.err = store.Save(ctx, s.value)
}

// changed notes that there is something to save.
func (s *autosave) changed() {
	s.dirty = true
	if s.state == conflicted {
		return
	}
	if s.state != failed { // a failure stays in sight until a save has worked
		s.set(unsaved)
	}
	s.schedule(saveDelay)
}

// soon saves at once, in the background, if there is something to save.
func (s *autosave) soon() {
	if !s.dirty || s.running != nil || s.state == conflicted {
		return
	}
	s.stop()
	s.dirty = false
	s.set(saving)
	job := &save{value: s.editor.Agreement(), done: make(chan struct{})}
	s.running = job
	s.timing.Background(
		func() { job.run(context.Background(), s.store) },
		func() { s.take(job) },
	)
}

// flush saves what is unsaved before it returns.
func (s *autosave) flush(ctx context.Context) error {
	s.stop()
	if job := s.running; job != nil {
		select {
		case <-job.done:
			s.take(job)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if !s.dirty {
		return nil
	}
	s.dirty = false
	job := &save{value: s.editor.Agreement(), done: make(chan struct{})}
	s.running = job
	job.run(ctx, s.store)
	s.take(job)
	return job.err
}

// take takes over the result of a save, once.
func (s *autosave) take(job *save) {
	if job.taken {
		return
	}
	job.taken = true
	s.running = nil
	s.err = job.err
	switch {
	case job.err == nil:
		s.editor.Saved(job.saved)
		s.at = s.now()
		s.set(saved)
		if s.dirty {
			s.set(unsaved)
			s.schedule(saveDelay)
		}
	case agreement.CodeOf(job.err) == agreement.Conflict:
		s.dirty = true
		s.stop()
		s.set(conflicted)
	default:
		s.dirty = true
		s.stop()
		s.set(failed)
		s.schedule(retryDelay)
	}
}

func (s *autosave) schedule(d time.Duration) {
	if s.pending == nil && s.running == nil {
		s.pending = s.timing.After(d, func() {
			s.pending = nil
			s.soon()
		})
	}
}

func (s *autosave) stop() {
	if s.pending != nil {
		s.pending()
		s.pending = nil
	}
}

func (s *autosave) set(state saveState) {
	if s.state != state {
		s.state = state
		s.onChange()
	}
}
