package engine

import (
	"context"
	"sync"
	"testing"
	"time"

	"avtalebok/translate"
)

// clock stands still; a test says when time is up.
type clock struct {
	mu      sync.Mutex
	running []*alarm
}

type alarm struct {
	wait time.Duration
	do   func() // nil when it was stopped
}

func (c *clock) after(d time.Duration, do func()) (stop func() bool) {
	a := &alarm{wait: d, do: do}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.running = append(c.running, a)
	return func() bool {
		c.mu.Lock()
		defer c.mu.Unlock()
		stopped := a.do != nil
		a.do = nil
		return stopped
	}
}

// pass lets so much time pass, and gives how many alarms went off.
func (c *clock) pass(d time.Duration) (n int) {
	c.mu.Lock()
	var due []func()
	for _, a := range c.running {
		if a.do != nil && a.wait <= d {
			due = append(due, a.do)
			a.do = nil
		}
	}
	c.mu.Unlock()
	for _, do := range due {
		do()
	}
	return len(due)
}

func TestDataAreLetGoWhenNothingIsAskedForAWhileAndReadAgain(t *testing.T) {
	e := New(installed(t), translate.Style{}, Limits{Idle: time.Hour}, quiet)
	defer e.Close()
	c := &clock{}
	e.after = c.after
	for range 2 {
		if got, err := ask(e, "Ikke noe."); err != nil || got[0].Text != "Ikkje noko." {
			t.Fatalf("%v, %v", got, err)
		}
		if len(e.library.read) == 0 || len(e.pipelines) == 0 {
			t.Error("the data are gone at once")
		}
		if c.pass(time.Hour-1) != 0 || c.pass(time.Hour) != 1 {
			t.Error("there is not one clock that runs for an hour")
		}
		if len(e.library.read) > 0 || len(e.pipelines) > 0 {
			t.Error("the data are still there")
		}
	}
}

func TestTheTimeBeginsAnewWithEachRequestAndNotBeforeTheLastHasEnded(t *testing.T) {
	begun, further := make(chan struct{}, 2), make(chan struct{})
	e := made(t, Stage{Call: "slow", Run: func(_ context.Context, text string) (string, error) {
		begun <- struct{}{}
		<-further
		return text, nil
	}})
	c := &clock{}
	e.after = c.after
	var asking sync.WaitGroup
	for _, text := range []string{"ein", "to"} {
		asking.Go(func() { _, _ = ask(e, text) })
	}
	<-begun
	<-begun
	if n := c.pass(24 * time.Hour); n > 0 {
		t.Errorf("%d clocks run while something is asked", n)
	}
	further <- struct{}{}
	further <- struct{}{}
	asking.Wait()
	close(further)
	if _, err := ask(e, "tre"); err != nil { // stops the clock of those before
		t.Fatal(err)
	}
	if n := c.pass(24 * time.Hour); n != 1 {
		t.Errorf("%d clocks ran", n)
	}
}

// A clock may have run out in the very moment in which a request comes.
func TestDataThatAreAskedForAreNotLetGo(t *testing.T) {
	var e *Engine
	e = made(t, Stage{Call: "late", Run: func(_ context.Context, text string) (string, error) {
		e.rest()
		return text, nil
	}})
	for range 2 {
		if got, err := ask(e, "ein"); err != nil || got[0].Err != nil || got[0].Text != "ein" {
			t.Errorf("%v, %v", got, err)
		}
	}
	if e.rest(); len(e.pipelines) > 0 {
		t.Error("the data are still there")
	}
}

func TestAClosedEngineHasNoClock(t *testing.T) {
	e := made(t, capitals("", nil))
	c := &clock{}
	e.after = c.after
	if _, err := ask(e, "ein"); err != nil {
		t.Fatal(err)
	}
	_ = e.Close()
	_, _ = ask(e, "to")
	if n := c.pass(24 * time.Hour); n > 0 {
		t.Errorf("%d clocks run", n)
	}
}
