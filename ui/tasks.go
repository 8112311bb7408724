package ui

import "fyne.io/fyne/v2"

// Runner does slow work away from the UI thread, and then calls what the work gave back, if anything, on the UI
// thread. It returns at once, except in tests, where work and result may be done on the spot.
type Runner func(work func() (done func()))

// InBackground is the Runner of the running program.
func InBackground(work func() func()) {
	go func() {
		if done := work(); done != nil {
			fyne.Do(done)
		}
	}()
}

// latest runs at most one piece of work at a time, and of those asked for meanwhile only the last: what is typed
// while a search runs is searched for once, when it has ended. It is used from the UI thread.
type latest struct {
	run     Runner
	running bool
	waiting func() func()
}

func (l *latest) start(work func() func()) {
	if l.running {
		l.waiting = work
		return
	}
	l.running = true
	l.run(func() func() {
		done := work()
		return func() {
			l.running = false
			if done != nil {
				done()
			}
			if next := l.waiting; next != nil {
				l.waiting = nil
				l.start(next)
			}
		}
	})
}
