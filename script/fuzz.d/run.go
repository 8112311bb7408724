package main

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// input is what a target is given.
type input struct {
	original int // which of the target's originals it was made of
	content  []byte
}

// target is what inputs are given to: a stage, a direction, or what reads a kind of data file.
type target struct {
	name string
	make func(*rand.Rand) input
	feed func(ctx context.Context, in input) error // nil: it was taken; an error refuses it
}

// bug is an error that an input must not cause.
type bug struct{ error }

// patience is how long an input may take; the engine itself has some seconds for a text, too.
const patience = 5 * time.Second

// enough failures of one target are shown.
const enough = 10

type runner struct {
	options
	watch  *watch
	failed int
}

func newRunner(o options) *runner {
	return &runner{options: o, watch: newWatch(o.folder, runtime.NumCPU())}
}

// tally is what came of a target's inputs.
type tally struct {
	taken, givenUp, failed atomic.Int64
	mu                     sync.Mutex
	slowest                time.Duration
}

// run gives a target so many inputs, and gives how many they were.
func (r *runner) run(t target, count int) int {
	if !r.only.MatchString(t.name) {
		return 0
	}
	if r.count > 0 {
		count = r.count
	}
	var y tally
	var next atomic.Int64
	var all sync.WaitGroup
	for worker := range r.watch.places {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < count && y.failed.Load() < enough; i = int(next.Add(1)) - 1 {
				r.one(t, &y, worker, r.first+i)
			}
		})
	}
	all.Wait()
	fmt.Printf("%-58.58s %9d %9d %9d %8d %9s\n", t.name, count, y.taken.Load(), y.givenUp.Load(), y.failed.Load(), y.slowest.Round(time.Millisecond))
	r.failed += int(y.failed.Load())
	return count
}

// one gives a target its input of a number.
func (r *runner) one(t target, y *tally, worker, number int) {
	name := fnv.New64()
	name.Write([]byte(t.name))
	in := t.make(rand.New(rand.NewPCG(r.seed^name.Sum64(), uint64(number))))
	begun := time.Now()
	r.watch.begin(worker, t.name, number, in)
	err := guarded(t, in)
	r.watch.end(worker)
	took := time.Since(begun)
	y.mu.Lock()
	y.slowest = max(y.slowest, took)
	y.mu.Unlock()
	mistake := bug{}
	switch {
	case err == nil:
		y.taken.Add(1)
	case errors.As(err, &mistake):
		y.failed.Add(1)
		fmt.Printf("FAILED: -only '^%s$' -first %d -count 1 -seed %d: %v\n", t.name, number, r.seed, err)
		keep(r.folder, "failed", t.name, number, in)
	case errors.Is(err, context.DeadlineExceeded):
		if y.givenUp.Add(1) <= 3 {
			keep(r.folder, "given-up", t.name, number, in)
		}
	}
}

// guarded feeds a target. A panic is a bug.
func guarded(t target, in input) (err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = bug{fmt.Errorf("panic: %v\n%s", reason, debug.Stack())}
		}
	}()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return t.feed(ctx, in)
}

// keep writes an input to a file.
func keep(folder, why, name string, number int, in input) {
	base := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" /<>", r) {
			return '-'
		}
		return r
	}, name)
	path := filepath.Join(folder, fmt.Sprintf("%s-%s-%d-of-%d", why, base, number, in.original))
	if err := os.WriteFile(path, in.content, 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "fuzz:", err)
	}
}
