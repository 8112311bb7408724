package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"avtalebok/translate"
	"avtalebok/translate/engine"
	"avtalebok/translate/pair"
	"avtalebok/translate/request"
)

// comparison is how far a direction has come.
type comparison struct {
	data   *pair.Data
	lines  []string
	blocks []string // what goes into the first stage
	stages []engine.Stage
	mode   []pair.Stage
	theirs []string // what the programs make of the blocks, up to the stage that has been compared
	show   int
}

// compare takes lines through the engine and the programs. It prints a line for each stage, and gives how many
// blocks differed, in stages and in the whole.
func compare(d translate.Direction, lines []string, show int) (int, error) {
	in, err := engine.Find("")
	if err != nil {
		return 0, err
	}
	data, missing, err := pair.Look(in.Folder)
	if err != nil || len(missing) > 0 {
		return 0, cmpError(err, "the data are not complete")
	}
	stages, setvar, err := in.Stages(context.Background(), d, translate.Style{})
	if err != nil {
		return 0, err
	}
	c := &comparison{data: data, lines: lines, stages: stages, show: show}
	c.mode, _ = data.Mode(d, translate.Style{})
	for _, text := range request.New(segments(lines), engine.DefaultLimits.Piece).Texts {
		c.blocks = append(c.blocks, request.Encode(1, request.SetVariables(setvar), text).Text)
	}
	fmt.Printf("\n%s→%s: %d lines, %d texts of language\n", d.From, d.To, len(lines), len(c.blocks))
	c.theirs = c.blocks
	total := 0
	for i := range stages {
		n, err := c.stage(i)
		if err != nil {
			return total, err
		}
		total += n
	}
	n, err := c.whole()
	return total + n, err
}

func segments(lines []string) []translate.Segment {
	out := make([]translate.Segment, len(lines))
	for i, line := range lines {
		out[i].Text = line
	}
	return out
}

// stage compares one stage on what the programs before it have made.
func (c *comparison) stage(i int) (int, error) {
	start := time.Now()
	theirs, err := c.program(c.mode[i], c.theirs)
	if err != nil {
		return 0, err
	}
	took := time.Since(start)
	start = time.Now()
	own := each(c.theirs, c.stages[i].Run)
	engine := time.Since(start)
	n, err := c.report(filepath.Base(c.mode[i].String()), c.mode[i].Program, own, theirs, took, engine, c.theirs, c.mode[i:i+1])
	c.theirs = theirs
	return n, err
}

// whole compares all stages together.
func (c *comparison) whole() (int, error) {
	start := time.Now()
	own := each(c.blocks, func(ctx context.Context, text string) (string, error) {
		for _, s := range c.stages {
			var err error
			if text, err = s.Run(ctx, text); err != nil {
				return "", err
			}
		}
		return text, nil
	})
	return c.report("", "the whole", own, c.theirs, 0, time.Since(start), c.blocks, c.mode)
}

// report prints what a stage, or all of them, made otherwise than the programs did, and gives how many blocks that are.
// Where a program makes the same of a block as the engine when it is started for that block alone, it depends on what it
// has read before; those are counted by themselves, and so are blocks at which a program ends even then.
func (c *comparison) report(file, name string, own, theirs []string, took, engine time.Duration, in []string, programs []pair.Stage) (int, error) {
	different, earlier, crashed := 0, 0, 0
	for i := range own {
		if own[i] == theirs[i] {
			continue
		}
		fresh := in[i : i+1]
		for _, s := range programs {
			var err error
			if fresh, err = c.program(s, fresh); err != nil {
				return different, err
			}
		}
		if own[i] == fresh[0] {
			earlier++
			continue
		}
		if fresh[0] == ended {
			crashed++
			continue
		}
		if different++; different <= c.show {
			fmt.Printf("  in     %q\n  engine %q\n  theirs %q\n", in[i], own[i], fresh[0])
		}
	}
	fmt.Printf("%6d differ  %-22s %-32s %6.1f s, the program %6.1f s", different, name, file, engine.Seconds(), took.Seconds())
	if earlier > 0 {
		fmt.Printf("; in %d blocks the program depends on what it read before", earlier)
	}
	if crashed > 0 {
		fmt.Printf("; the program ended at %d blocks", crashed)
	}
	fmt.Println()
	return different, nil
}

// each takes all blocks through a stage, on all processors. What a stage fails at becomes its error.
func each(blocks []string, run func(context.Context, string) (string, error)) []string {
	out := make([]string, len(blocks))
	var next atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(blocks); i = int(next.Add(1)) - 1 {
				text, err := run(context.Background(), blocks[i])
				if err != nil {
					text = "ERROR " + err.Error()
				}
				out[i] = text
			}
		})
	}
	all.Wait()
	return out
}

// ended stands for what a program did not answer.
const ended = "ENDED"

// atMost is how long a program may take over all blocks.
const atMost = time.Hour

// program runs a program as the chain does: kept alive, with a NUL behind each block. A program that ends at a block is
// started anew behind it, and its answer there is an error.
func (c *comparison) program(s pair.Stage, blocks []string) ([]string, error) {
	var out []string
	for len(out) < len(blocks) {
		rest := blocks[len(out):]
		if rest[0] == ended { // the program before has not answered
			out = append(out, ended)
			continue
		}
		ctx, cancel := context.WithTimeout(context.Background(), atMost)
		defer cancel()
		cmd := exec.CommandContext(ctx, s.Program, append([]string{"-z"}, s.Args...)...)
		cmd.Dir = c.data.Folder
		cmd.Env = append(os.Environ(), "LC_ALL=C", "LANG=C")
		cmd.Stdin = strings.NewReader(strings.Join(rest, "\x00") + "\x00")
		var answers bytes.Buffer
		cmd.Stdout = &answers
		failed := cmd.Run()
		list := strings.Split(answers.String(), "\x00")
		list = list[:len(list)-1]
		if len(list) > len(rest) { // some programs answer the end of everything, too
			list = list[:len(rest)]
		}
		out = append(out, list...)
		if len(out) < len(blocks) {
			fmt.Printf("  %s ended (%v) at %.200q\n", s.Program, failed, blocks[len(out)])
			out = append(out, ended)
		}
	}
	return out, nil
}
