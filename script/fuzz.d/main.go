// The program fuzz.d gives the engine within Avtalebok what it has to survive: streams and data files that were changed at
// random. Nothing may panic, run on and on, or take memory without bound. script/fuzz builds and runs it.
package main

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"time"
)

func main() {
	var o options
	only := flag.String("only", "", "only the targets whose names this expression fits")
	flag.IntVar(&o.streams, "streams", 20_000, "how many streams, shared out among all stages and both directions")
	flag.IntVar(&o.files, "files", 2_000, "how many data files of each kind")
	flag.Uint64Var(&o.seed, "seed", 1, "what the changes are drawn from; the same seed gives the same inputs")
	flag.IntVar(&o.first, "first", 0, "the number of the first input, to have one again: with -count 1 and -only")
	flag.IntVar(&o.count, "count", 0, "how many inputs of each target, instead of -streams and -files")
	flag.StringVar(&o.folder, "folder", ".cache/fuzz", "where inputs that fail are kept")
	flag.Parse()
	var err error
	if o.only, err = regexp.Compile(*only); err == nil {
		err = run(o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "fuzz:", err)
		os.Exit(1)
	}
}

type options struct {
	streams, files, first, count int
	seed                         uint64
	folder                       string
	only                         *regexp.Regexp
}

func run(o options) error {
	if err := os.MkdirAll(o.folder, 0o755); err != nil {
		return err
	}
	begun := time.Now()
	made, err := madeFiles()
	if err != nil {
		return err
	}
	installed, err := lookAtInstalled()
	if err != nil {
		fmt.Fprintf(os.Stderr, "fuzz: made data alone; no stage of the installed data is tried: %v\n", err)
		installed = &data{}
	}
	streams := streamTargets(installed)
	files := fileTargets(append(made, installed.files...))
	fmt.Printf("seed %d\n\n%-58s %9s %9s %9s %8s %9s\n", o.seed, "", "inputs", "taken", "given up", "failed", "slowest")
	r := newRunner(o)
	totalStreams, totalFiles := 0, 0
	for _, t := range streams {
		totalStreams += r.run(t, (o.streams+len(streams)-1)/len(streams))
	}
	for _, t := range files {
		totalFiles += r.run(t, o.files)
	}
	fmt.Printf("\n%d streams, %d data files in %v; %s\n", totalStreams, totalFiles, time.Since(begun).Round(time.Second), r.watch.memory())
	if r.failed > 0 {
		return fmt.Errorf("%d inputs failed; they are kept in %s", r.failed, o.folder)
	}
	return nil
}
