package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/metrics"
	"runtime/pprof"
	"strings"
	"sync"
	"time"
)

const (
	hang  = 20 * time.Second // for one input, which patience should have ended long before
	bound = 1 << 30          // bytes on the heap; the data of both directions have 100 MB
)

// watch ends the program where an input runs on in spite of its deadline, or takes too much memory: neither can be
// stopped from outside. It keeps the inputs that were being tried then.
type watch struct {
	folder string
	places []*place

	mu   sync.Mutex
	peak uint64
}

// place is what one goroutine is trying.
type place struct {
	mu     sync.Mutex
	file   *os.File // says which input it is, for when the program is ended by its runtime
	name   string   // "" between two inputs
	number int
	input  input
	begun  time.Time
}

func newWatch(folder string, places int) *watch {
	w := &watch{folder: folder, places: make([]*place, places)}
	for i := range w.places {
		f, err := os.Create(filepath.Join(folder, fmt.Sprintf("running-%d", i)))
		if err != nil {
			fmt.Fprintln(os.Stderr, "fuzz:", err)
		}
		w.places[i] = &place{file: f}
	}
	go w.look()
	return w
}

func (w *watch) begin(i int, name string, number int, in input) {
	p := w.places[i]
	p.mu.Lock()
	p.name, p.number, p.input, p.begun = name, number, in, time.Now()
	p.mu.Unlock()
	if p.file != nil {
		_, _ = p.file.WriteAt(fmt.Appendf(nil, "%-150.150s\n", fmt.Sprintf("-count 1 -first %d -only '^%s$'", number, name)), 0)
	}
}

func (w *watch) end(i int) {
	p := w.places[i]
	p.mu.Lock()
	p.name = ""
	p.mu.Unlock()
}

func (w *watch) look() {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	for now := range time.Tick(20 * time.Millisecond) {
		metrics.Read(sample)
		heap := sample[0].Value.Uint64()
		w.mu.Lock()
		w.peak = max(w.peak, heap)
		w.mu.Unlock()
		if heap > bound {
			w.stop(fmt.Sprintf("%d MB are on the heap", heap>>20))
		}
		for _, p := range w.places {
			p.mu.Lock()
			late := p.name != "" && now.Sub(p.begun) > hang
			p.mu.Unlock()
			if late {
				w.stop(fmt.Sprintf("an input runs for more than %v", hang))
			}
		}
	}
}

// stop keeps what is being tried and ends the program.
func (w *watch) stop(why string) {
	fmt.Printf("FAILED: %s\n", why)
	for _, p := range w.places {
		p.mu.Lock()
		if p.name != "" {
			fmt.Printf("  -only '^%s$' -first %d -count 1, for %v\n", p.name, p.number, time.Since(p.begun).Round(time.Millisecond))
			keep(w.folder, "failed", p.name, p.number, p.input)
		}
		p.mu.Unlock()
	}
	_ = pprof.Lookup("goroutine").WriteTo(os.Stdout, 2)
	os.Exit(3)
}

// memory tells how much memory was needed at most.
func (w *watch) memory() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	text := fmt.Sprintf("at most %d MB on the heap", w.peak>>20)
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			text += ", " + strings.Join(strings.Fields(rest), " ") + " resident"
		}
	}
	return text
}
