package engine

import (
	"runtime/debug"
	"time"
)

// afterFunc calls do once after a while, unless stopped before. It is time.AfterFunc outside tests.
type afterFunc func(d time.Duration, do func()) (stop func() bool)

func realAfter(d time.Duration, do func()) func() bool { return time.AfterFunc(d, do).Stop }

// begin counts a request that needs the data.
func (e *Engine) begin() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.requests++
	if e.clock != nil {
		e.clock()
		e.clock = nil
	}
}

// end counts it out. The data that nobody asks for in a while are let go.
func (e *Engine) end() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.requests--; e.requests == 0 && e.closing.Err() == nil {
		e.clock = e.after(e.limits.Idle, e.rest)
	}
}

// rest lets the data go, unless somebody has come to use them. The next request reads them again.
func (e *Engine) rest() {
	e.mu.Lock()
	resting := e.requests == 0
	if resting {
		e.letGo()
	}
	e.mu.Unlock()
	if resting {
		debug.FreeOSMemory()
	}
}

// letGo forgets what was read. Whoever is about to use it still has it.
func (e *Engine) letGo() {
	e.library = newLibrary(e.data)
	clear(e.pipelines)
}
