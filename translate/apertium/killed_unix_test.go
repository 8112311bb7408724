//go:build unix

package apertium

import (
	"fmt"
	"slices"
	"syscall"
	"testing"
	"time"

	"avtalebok/translate"
)

// fault is something that befalls a chain while an answer is waited for.
type fault struct {
	name   string
	happen func(c *chain, stage int) error
	hangs  bool // nothing comes any more, so that only patience ends the waiting
	stages int  // of how many stages it is tried; 0 for all
}

var faults = []fault{
	{name: "killed", happen: func(c *chain, stage int) error { return c.stages[stage].Process.Kill() }},
	{name: "stopped", happen: func(c *chain, stage int) error { return c.stages[stage].Process.Signal(syscall.SIGSTOP) }, hangs: true, stages: 3},
	{name: "asked by a stranger", happen: func(c *chain, _ int) error {
		_, err := c.in.WriteString("og [9.0] no[9]\n\x00")
		return err
	}, stages: 1},
}

// Each stage of the installed chains dies or hangs in turn while the third of ten answers is waited for: nothing is
// lost, nobody gets another's answer, and the next request works.
func TestInstalledApertiumSurvivesWhatBefallsAnyStage(t *testing.T) {
	if testing.Short() {
		t.Skip("some forty chains are started, which takes a while")
	}
	for _, d := range directions {
		want := texts(translated(t, real(t), d, numbered(10)...))
		for _, f := range faults {
			t.Run(fmt.Sprint(f.name, " to ", d.To), func(t *testing.T) { befall(t, d, f, want) })
		}
	}
}

func befall(t *testing.T, d translate.Direction, f fault, want []string) {
	in, err := Find("")
	if err != nil {
		t.Skip("Apertium with nynorsk and bokmål is not installed")
	}
	due, stage := 0, 0 // the fault happens when due comes down to nothing
	var e *Engine
	e = newEngine(New(in, translate.Style{}, Limits{}).start, Limits{}, func(d2 time.Duration, expire func()) func() bool {
		if d2 == DefaultLimits.Idle {
			return realAfter(d2, expire)
		}
		if due--; due != 0 {
			return realAfter(d2, expire)
		}
		if err := f.happen(e.lines[d].chain, stage); err != nil {
			t.Error(err)
		}
		if f.hangs {
			go expire()
			return func() bool { return false }
		}
		return realAfter(d2, expire)
	})
	defer e.Close()
	translated(t, e, d, "Avtale.")
	all := len(e.lines[d].chain.stages)
	for _, stage = range chosen(all, f.stages) {
		due = 3
		struck := e.lines[d].chain
		for _, n := range []int{10, 3} { // the request, and the next one
			if got := texts(translated(t, e, d, numbered(n)...)); !slices.Equal(got, want[:n]) {
				t.Errorf("stage %d: %q", stage, got)
			}
		}
		if e.lines[d].chain == struck {
			t.Errorf("stage %d: the chain was used on", stage)
		}
		<-struck.gone
	}
}

// chosen gives the numbers of some stages: the first, the last, and those between at equal distances; 0 stands for all.
func chosen(all, some int) []int {
	if some == 0 || some > all {
		some = all
	}
	if some == 1 {
		return []int{0}
	}
	var stages []int
	for i := range some {
		stages = append(stages, i*(all-1)/(some-1))
	}
	return stages
}
